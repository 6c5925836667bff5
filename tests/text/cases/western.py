"""The space between Han and Western text: how wide it is, and where there is none."""

from __future__ import annotations

from tests.text.cases.case import Case

CLREQ = "clreq #mixed_text_composition"
Q = 0.25
# (text, ((pair, white), ...), why): set on one line of 30 em, so that the space is that of wide columns
GAPS: tuple[tuple[str, tuple[tuple[str, float], ...], str], ...] = (
    ("中文abc中文", (("文a", Q), ("c中", Q)), CLREQ + "; wpt text-autospace ideogram-alpha"),
    ("中文123中文", (("文1", Q), ("3中", Q)), CLREQ + "; wpt text-autospace ideogram-numeric"),
    ("中文 abc 中文", (("文a", Q), ("c中", Q)), "a typed space is replaced, not added"),
    ("中文 123 中文", (("文1", Q), ("3中", Q)), "a typed space is replaced, not added"),
    ("中文abc 123中文", (("文a", Q), ("3中", Q)), CLREQ),
    ("升30%以上", (("升3", Q), ("%以", Q)), "pangu-spacing#31"),
    ("约36℃以上", (("约3", Q), ("℃以", Q)), "pangu-spacing#31"),
    ("约5％以上", (("约5", Q), ("％以", Q)), "pangu-spacing#31"),
    ("价￥1200元", (("价￥", Q), ("￥1", 0), ("0元", Q)), "pangu-spacing#31"),
    ("价¥1200元", (("价¥", Q), ("0元", Q)), "pangu-spacing#31"),
    ("价$12元", (("价$", Q), ("2元", Q)), "pangu-spacing"),
    ("中文Привет中文", (("文П", Q), ("т中", Q)), "Cyrillic is Western"),
    ("取α为", (("取α", Q), ("α为", Q)), "Greek is Western"),
    ("卡拉OK厅", (("拉O", Q), ("K厅", Q)), CLREQ),
    ("第5G代", (("第5", Q), ("G代", Q)), CLREQ),
    ("中文，abc", (("，a", 0),), "clreq id118: none beside a mark"),
    ("abc，中文", (("c，", 0),), "clreq id118"),
    ("abc。中文", (("c。", 0),), "clreq id118"),
    ("中文“abc”中文", (("“a", 0), ("c”", 0)), "clreq id118"),
    ("中文（abc）中文", (("（a", 0), ("c）", 0)), "clreq id118"),
    ("《abc》中文", (("《a", 0), ("c》", 0)), "clreq id118"),
    ("中文——abc", (("—a", 0),), "clreq id118"),
    ("中文……abc", (("…a", 0),), "clreq id118"),
    ("5～10天", (("0天", Q),), "clreq id118"),
    ("中文，2024年", (("，2", 0), ("4年", Q)), "clreq id118"),
    ("中文、abc、中文", (("、a", 0), ("c、", 0)), "clreq id118"),
    ("abc：中文", (("c：", 0),), "clreq id118"),
    ("中文Ａ中文", (("文Ａ", 0), ("Ａ中", 0)), "none beside full-width Latin"),
    ("中文①中文", (("文①", 0), ("①中", 0)), "none beside a sign"),
    ("中文　中文", (("文　", 0), ("　中", 0)), "none beside an ideographic space"),
    ("あabcア", (("あa", Q), ("cア", Q)), "kana is as Han; wpt text-autospace"),
    ("々a", (("々a", Q),), "々 is as Han"),
    ("〇a", (("〇a", Q),), "〇 is as Han"),
    ("国+国", (("国+", 0), ("+国", 0)), "a sign alone is no word"),
    ("𠮷abc", (("𠮷a", Q),), "Han of plane 2"),
    ("记者 罗军", (("记 ", 0), ("者 ", 0)), ""),
    ("H2O和CO2的", (("O和", Q), ("和C", Q), ("2的", Q)), CLREQ),
    ("iPhone15发布", (("5发", Q),), CLREQ),
    ("COVID-19疫情", (("9疫", Q),), CLREQ),
    ("用C++写", (("用C", Q), ("+写", Q)), CLREQ),
    ("在GitHub上", (("在G", Q), ("b上", Q)), "pangu.js"),
    ("当你凝视着bug,bug也凝视着你", (("着b", Q),), "pangu.js"),
    ("与PM战斗的人", (("与P", Q), ("M战", Q)), "pangu.js"),
    ("占55.4%的人", (("占5", Q), ("%的", Q)), "pangu.js"),
    ("第2次、第10次", (("第2", Q), ("2次", Q), ("0次", Q)), CLREQ),
    ("1月2日", (("1月", Q), ("月2", Q), ("2日", Q)), CLREQ),
    ("A股与B股", (("A股", Q), ("与B", Q)), CLREQ),
)


def _gap_cases() -> list[Case]:
    return [
        Case(f"gap-{i:02}", text, 30, why, {"normalise": False}, gaps=gaps)
        for i, (text, gaps, why) in enumerate(GAPS)
        if why
    ]


SETTINGS = (
    ("中文abc中文", 30, {"autospace": False}, (("文a", 0.0), ("c中", 0.0)), "switched off"),
    ("中文abc中文", 30, {"autospace": True}, (("文a", Q), ("c中", Q)), "switched on"),
    ("中文abc中文", 30, {"autospace": 0.125}, (("文a", 0.125), ("c中", 0.125)), "css-text-4: an eighth"),
    ("中文abc中文", 30, {"autospace": 0.5}, (("文a", 0.5), ("c中", 0.5)), "half an em"),
    ("中文 abc 中文", 30, {"autospace": 0.125}, (("文a", 0.125), ("c中", 0.125)), "typed space replaced"),
    ("中文abc中文", 15, {}, (("文a", 1 / 6), ("c中", 1 / 6)), "a sixth in columns under 16 em"),
    ("中文abc中文", 16, {}, (("文a", Q), ("c中", Q)), "a quarter from 16 em"),
)


def _setting_cases() -> list[Case]:
    return [
        Case(f"autospace-{i:02}", text, measure, why, options, gaps=gaps)
        for i, (text, measure, options, gaps, why) in enumerate(SETTINGS)
    ]


# A line parts beside Western text: no space may be left at its edge. The flush check does the rest.
EDGES = (
    ("国国国国国2024年国国国国国国国国国国", 5, "clreq id117: Chromium leaves 0.125 em at the line's end"),
    ("国国国2024国国国国国国国国国国国国", 5.2, "clreq id117: Typst leaves 0.03 to 0.09 em after a digit"),
    ("国国国 2024 国国国国国国国国国国国国", 5.2, "clreq id117"),
    ("国国国国abc国国国国def国国国国国ghi国国", 6, "clreq id117"),
    ("国国国国 abc 国国国国 def 国国国国国 ghi 国国", 6, "clreq id117"),
    ("国国国国5%国国国国国国6℃国国国国国国￥8国国", 6, "clreq id117"),
    ("中文 English 混排 test 一下 every 行 end 国国国国", 7, "clreq id117"),
    ("中文 English 混排 test 一下 every 行 end 国国国国", 8, "clreq id117"),
    ("中文 English 混排 test 一下 every 行 end 国国国国", 9.3, "clreq id117"),
    ("the quick brown fox jumps over the lazy dog again and again", 9, "word spaces vanish at the edge"),
    ("the quick brown fox jumps over the lazy dog again and again", 11, "word spaces vanish at the edge"),
)


def _edge_cases() -> list[Case]:
    return [
        Case(f"western-edge-{i:02}", text, measure, why, never_starts=" ", uneven=True)
        for i, (text, measure, why) in enumerate(EDGES)
    ]


CASES = [*_gap_cases(), *_setting_cases(), *_edge_cases()]
