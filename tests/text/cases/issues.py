"""What people complained of in other programs, and what narrow or odd measures ask for."""

from __future__ import annotations

from tests.text.cases.case import Case

NEWS = (
    "2024年以来，滨州市坚持“以人民为中心”的发展思想，聚焦群众急难愁盼，共办理民生实事23项，惠及群众1.08亿人次；"
    "其中，“一件事”改革（试行）累计办件36,512件，同比增长30.9%。市长表示：“要把好事办好——办到群众心坎上……”"
)
LATIN = (
    "GitHub上的open source项目typst在2023年发布了v0.1，随后AI、5G与IoT等领域的developers纷纷采用，"
    "其GitHub star数超过30k；而LaTeX用户说：“It is fast.”"
)
MEASURES = (1, 1.5, 2, 2.5, 3, 3.3, 4, 5, 6, 7.25, 8, 9, 10, 11.5, 12, 14, 16, 18, 20, 22, 24, 28, 30)
BARRED_START = "，、；：。！？”’）》】%·～/"
BARRED_END = "“‘（《【/"


def _news() -> list[Case]:
    made = []
    for name, text in (("news", NEWS), ("latin", LATIN)):
        for measure in MEASURES:
            edges = measure >= 3
            made.append(
                Case(
                    f"{name}-{measure:g}",
                    text,
                    measure,
                    "the rules together",
                    never_starts=BARRED_START if edges else "",
                    never_ends=BARRED_END if edges else "",
                    whole=("——", "……", "1.08", "30.9%") if measure >= 5 and name == "news" else (),
                    uneven=measure < 10,
                )
            )
    return made


HANG = {"hang": True, "normalise": False}
HUNG = (
    ("国国国国国国，国国国国国国", 6, HANG, "国国国国国国，", "clreq #hanging_punctuation"),
    ("国国国国国国。国国国国国国", 6, HANG, "国国国国国国。", "clreq #hanging_punctuation"),
    ("国国国国国国、国国国国国国", 6, HANG, "国国国国国国、", "clreq #hanging_punctuation"),
    ("国国国国国国，国国国国国国国", 6, {"normalise": False}, "国国国国国", "hanging is off by default"),
)
NOT_HUNG = (
    ("国国国国国国——国国国国国国", "—", "typst#6735: a dash never hangs"),
    ("国国国国国国？国国国国国国国国国国", "？", "only ，。、 hang"),
    ("国国国国国国；国国国国国国国国国国", "；", "only ，。、 hang"),
    ("国国国国国国）国国国国国国国国国国", "）", "only ，。、 hang"),
)
RAGGED = {"justify": False, "normalise": False}
UNJUSTIFIED = (
    ("国国国国国国国国国国国国", 6.5, ("国国国国国国", "国国国国国国"), "ragged lines are not opened"),
    ("国国国国国，国国国国国国", 5.5, ("国国国国国，", "国国国国", "国国"), "ragged: and no orphan"),
    ("国国国，国国，国国国国国国", 6.5, ("国国国，国国，", "国国国国国国"), "ragged lines are not squeezed"),
    (
        "国，国、国国国国国国国国国国国国国",
        6.3,
        ("国，国、国国", "国国国国国国", "国国国国国"),
        "ragged lines are not squeezed",
    ),
    ("the quick brown fox", 5, ("thequick", "brownfox"), "ragged Latin"),
)


def _other() -> list[Case]:
    made = [
        Case(f"hang-{i}", text, measure, why, options, first=first)
        for i, (text, measure, options, first, why) in enumerate(HUNG)
    ]
    made += [
        Case(f"hang-not-{i}", text, 6, why, HANG, never_starts=mark if mark != "—" else "")
        for i, (text, mark, why) in enumerate(NOT_HUNG)
    ]
    made += [
        Case(f"ragged-{i}", text, measure, why, RAGGED, lines=lines)
        for i, (text, measure, lines, why) in enumerate(UNJUSTIFIED)
    ]
    made += [
        Case(
            "orphan-0",
            "国国国国国国国国国国国国国",
            6,
            "GB 5.1.11; XE CheckSingle; ctex-kit#102",
            never_alone=True,
        ),
        Case("orphan-1", "国" * 21, 10, "clreq #adjustments_of_orphans_and_widows", never_alone=True),
        Case(
            "orphan-2", "国" * 20 + "国。", 10, "clreq #adjustments_of_orphans_and_widows", never_alone=True
        ),
        Case(
            "hyphen-0", "国国国国国国internationalization国国国国国", 10, "css hyphens", {"hyphenate": True}
        ),
        Case(
            "hyphen-1",
            "国国国国国国hy\u00adphen\u00adation国国国国国国国国",
            9,
            "wpt hyphens-manual",
            {"normalise": False},
        ),
        Case(
            "hyphen-2",
            "An internationalization of hyphenation everywhere",
            8,
            "css hyphens",
            {"hyphenate": True},
            uneven=True,
        ),
        Case(
            "url-0",
            "见https://www.example.com/path/to/some/page.html?id=123&x=4#top的说明",
            12,
            "an address parts after its slashes",
            uneven=True,
        ),
        Case(
            "url-1",
            "https://www.example.com/path/to/some/page.html",
            6,
            "an address parts after its slashes",
            uneven=True,
        ),
        Case(
            "long-0",
            "国Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch国",
            10,
            "a word wider than the measure",
            uneven=True,
        ),
        Case(
            "long-1",
            "1234567890123456789012345678901234567890",
            10,
            "a number wider than the measure",
            uneven=True,
        ),
        Case("long-2", "—" * 24, 10, "a row of dashes wider than the measure", uneven=True),
        Case("long-3", "…" * 24, 10, "a row of dots wider than the measure", uneven=True),
        Case(
            "long-4",
            "。" * 24,
            10,
            "a row of stops wider than the measure",
            {"normalise": False},
            uneven=True,
        ),
        Case("empty", "", 10, "nothing"),
        Case("space", "   　　 ", 10, "nothing but spaces"),
        Case("paragraphs", "国国国\n家家家", 10, "UAX #14 LB4", {"indent_em": 0}, lines=("国国国", "家家家")),
        Case("crlf", "国国国\r\n家家家", 10, "UAX #14 LB5", {"indent_em": 0}, lines=("国国国", "家家家")),
        Case(
            "separator", "国国国\u2028家家家", 10, "UAX #14 LB4", {"indent_em": 0}, lines=("国国国", "家家家")
        ),
    ]
    return made


LANGUAGES = (
    (
        "ja-prolonged",
        "国国国国国国ー国国国国国国国国国",
        {"lang": "ja", "level": "strict"},
        "ー",
        "JLREQ; CSS strict",
    ),
    (
        "ja-small",
        "国国国国国国ゃ国国国国国国国国国",
        {"lang": "ja", "level": "strict"},
        "ゃ",
        "JLREQ; CSS strict",
    ),
    ("ja-iteration", "国国国国国国々国国国国国国国国国", {"lang": "ja"}, "々", "JLREQ; CSS normal"),
    ("ja-stop", "国国国国国国。国国国国国国国国国", {"lang": "ja"}, "。", "JLREQ"),
    ("hant-stop", "國國國國國國。國國國國國國國國國", {"lang": "zh-Hant"}, "。", "clreq"),
    ("hant-quote", "國國國國國國」國國國國國國國國國", {"lang": "zh-Hant"}, "」", "clreq"),
)


def _languages() -> list[Case]:
    made = [
        Case(name, text, 6, why, options, never_starts=mark) for name, text, options, mark, why in LANGUAGES
    ]
    made += [
        Case("hant-pairs", "國。」家", 20, "clreq", {"lang": "zh-Hant"}, takes=(("。」", 1.5),)),
        Case(
            "hant-cry",
            "國！家",
            20,
            "clreq: ！？ of Taiwan are fixed",
            {"lang": "zh-Hant"},
            takes=(("！", 1.0),),
        ),
        Case("hant-dot", "國·家", 20, "clreq: 1 em in Taiwan", {"lang": "zh-Hant"}, takes=(("·", 1.0),)),
        Case(
            "hant-solidus", "國／家", 20, "clreq: 1 em in Taiwan", {"lang": "zh-Hant"}, takes=(("／", 1.0),)
        ),
        Case("ja-cry", "国！家", 20, "JLREQ: 1 em", {"lang": "ja"}, takes=(("！", 1.0),)),
        Case("ja-pairs", "国。」家", 20, "JLREQ", {"lang": "ja"}, takes=(("。」", 1.5),)),
        Case(
            "ja-small-free",
            "国国国国国国ゃ国国国国国国国国国",
            6,
            "CSS normal",
            {"lang": "ja"},
            first="国国国国国国",
        ),
    ]
    return made


# ctex-kit #456 and #945: where a long mark meets another, at 9 em; | is where the first line ends.
LONG_MARKS = (
    ("字字字字字字字字“——”字字字字字字字字字", "“", "——”"),
    ("字字字字字字字——，字字字字字字字字字字", "", "，"),
    ("字字字字字字字——……字字字字字字字字字字", "", "……"),
    ("字字字字字字字字——……字字字字字字字字字字", "", "……"),
    ("字字字字字字字字字……字字字字字字字字字字", "", "……"),
    ("字字字字字字字字——。字字字字字字字字字", "", "。"),
    ("字字字字字字字（——）字字字字字字字字", "（", "）"),
    ("字字字字字字字，——，字字字字字字字字字", "", "，"),
    ("省略号，省略号省略“……”省略号字字字字字字", "“", "”"),
)
# Other public complaints: (text, measure, never begins, never ends, source)
COMPLAINTS = (
    ("念姐遠米巴急（0000），松黃貫誰課有手冬朱得過已誰卜服見以大您即乙", 9, "），", "（", "typst#3082"),
    ("念姐遠米巴急（abc0），松黃貫誰課有手冬朱得過已誰卜服見以大您即乙", 9, "），", "（", "typst#3082"),
    ("北京：中国第一历史档案馆，1887（光绪十三年三月十三日）.北京", 10, ".）", "（", "ctex-kit#811"),
    ("海蝴告口不故頁八化掃停地。早止南；吉金林吉房向息買手封以亮羊", 12, "。；", "", "typst#6373"),
    ("室几內急星月借室四問詞。姊童面錯陽，幾辛戊東行九害己百丁巴正", 12, "。，", "", "typst#8557"),
    ("《大学》——《中庸》——《论语》——《孟子》。——四书", 7, "》。", "《", "ctex-kit#259"),
    ("春天，来到了，夏天，也来到了，秋天也要来了，冬天还没有来", 6, "，", "", "superdoc#3901"),
    ("（文字）。文字文字文字文字", 2.5, "）。", "（", "ctex-kit#287"),
)
# wpt css-text/i18n/zh: at six em, none of these begins a line at the default level
WPT_ZH = {
    "cpm": "・：；･‼⁇⁈⁉！？",
    "po": "°‰′″‵℃℉﹪％￠",
    "in": "‥…⋯",
    "iteration": "々〻ゝゞヽヾ",
    "hyphens": "‐–〜゠",
}
# wpt css-text/i18n baspglwj: breaking spaces, after which a line may begin
BREAKING_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"


def _public() -> list[Case]:
    made = [
        Case(f"long-mark-{i}", text, 9, "ctex-kit#456", never_ends=ends, never_starts=starts.strip("—"))
        for i, (text, ends, starts) in enumerate(LONG_MARKS)
    ]
    made += [
        Case(
            f"complaint-{i}",
            text,
            measure,
            why,
            {"normalise": False},
            never_starts=starts,
            never_ends=ends,
            uneven=measure < 3,
        )
        for i, (text, measure, starts, ends, why) in enumerate(COMPLAINTS)
    ]
    for name, members in WPT_ZH.items():
        made += [
            Case(
                f"wpt-{name}-{ord(mark):04X}",
                f"文文文文文文{mark}字字文文文文文文文文文文",
                6.17,
                f"wpt css-text/i18n/zh line-break {name}",
                {"normalise": normalise},
                never_starts=mark,
            )
            for mark in members
            for normalise in ((False,) if mark != "…" else (True,))
        ]
    made += [
        Case(
            f"wpt-space-{ord(space):04X}",
            f"aaaaaaaaaaaaaaa{space}bbbbbbbbbbbbbbbb",
            12,
            "wpt css-text/i18n baspglwj",
            {"normalise": False},
            lines=("a" * 15, "b" * 16),
            uneven=True,
        )
        for space in BREAKING_SPACES
    ]
    return made


CASES = [*_news(), *_other(), *_languages(), *_public()]
