"""How much room marks take: alone, in pairs and rows, in each style, each measured between two characters."""

from __future__ import annotations

from tests.text.cases.case import Case

PAIR = "clreq #h-adjustment_of_adjacent_punctuation_marks"
GB = "GB/T 15834-2011 "
# Style of marks: (room, marks, why)
TAKES: dict[str, tuple[tuple[float, str, str], ...]] = {
    "quanjiao": (
        (
            1,
            "， 、 ； ： 。 ！ ？ “ ” ‘ ’ （ ） 《 》 〈 〉 【 】 「 」 『 』 〔 〕 ［ ］ ｛ ｝ 〖 〗 ．",
            PAIR,
        ),
        (
            1.5,
            "。” ，” ！” ？” 。） ，） ；” ：” 》， 》。 》、 ）， ）。 ”， ”。 ”、 ”） 》” ’” 』」 。』",
            PAIR,
        ),
        (1.5, "，“ 。“ 、“ ；“ ：“ ：《 ，《 、《 ，（ 。（ ）（ 》《 ”“ 】【 」「 》（ ！“ ？（", PAIR),
        (1.5, "（《 “‘ 《〈 「『 （“ “（", PAIR),
        (2, "（） 《》 “” （？ （！ “， 「」 《》", "ctex-kit#488: nothing goes"),
        (
            2,
            "》、《 。’” ）、（ ”、“ 》，《 ”，“ ”。“ ）》， 」、「 。）（",
            PAIR + ": pairwise, left to right",
        ),
        (1, "！！ ？？ ？！ ！？", GB + "5.1.2"),
        (2, "！！！ ？？？ ？！！", GB + "5.1.2"),
        (1, "‼ ⁇ ⁈ ⁉", "fixed 1 em"),
        (2, "—— …… ⸺ ⋯⋯", GB + "5.1.4, 5.1.5"),
        (4, "…………", GB + "5.1.5"),
        (4, "》——《 》……《", "ctex-kit#259"),
        (3, "……。 。—— ——“ ，…… ”——", "ctex-kit#259"),
        (0.5, "· / ／ ・ ‧ – ‐", GB + "5.1.6, 5.1.7, 5.1.9"),
        (1, "— ～ 〜", GB + "5.1.6"),
        (1, "　", "U+3000 is one em"),
        (1.5, "　（ ）　 》　 　“ 　《 ，　", "css-text-4 #text-spacing-trim: U+3000 collapses"),
        (2, "（　 　） 　，", "no white meets the space"),
    ),
    "kaiming": (
        (1, "。 ！ ？", "xeCJK kaiming: marks of the sentence's end keep 1 em"),
        (0.5, "， 、 ； ： “ ” （ ） 《 》", "xeCJK kaiming: the rest half an em"),
        (1, "）（ 》《 ”、 ：“", "xeCJK kaiming"),
    ),
    "banjiao": (
        (0.5, "。 ！ ？ ， 、 ； ： “ ” （ ） 《 》", "xeCJK banjiao"),
        (1, "。” ，“ ）（ 》《 （） ！”", "xeCJK banjiao"),
        (1.5, "》、《 。’”", "xeCJK banjiao"),
    ),
    "line-end": (
        (1, "。 ， “ ”", "clreq #line_adjustment"),
        (2, "。” ，“ ）（ 》《 （《 （）", "only at a line's edge"),
        (3, "》、《 。’”", "only at a line's edge"),
    ),
    "plain": (
        (1, "。 ， “ ”", "never"),
        (2, "。” ，“ ）（ 》《 （《", "never"),
        (3, "》、《", "never"),
    ),
}


def _cases() -> list[Case]:
    made, seen = [], set[str]()
    for style, table in TAKES.items():
        options = {"normalise": False} if style == "quanjiao" else {"normalise": False, "punct": style}
        for em, marks, why in table:
            for mark in marks.split(" "):
                name = f"takes-{style}-" + "".join(f"{ord(c):04X}" for c in mark)
                if mark and name not in seen:
                    seen.add(name)
                    made.append(Case(name, f"国{mark}家", 20, why, options, takes=((mark, em),)))
    return made


# Pairs among Latin and across fonts: typst#5474, ctex-kit#287
MIXED = (
    ("中文“abc”，中文", "”，", 1.5, "ctex-kit#287"),
    ("参见（A）（B）的", "）（", 1.5, "CSS text-spacing-trim"),
    ("《A》、《B》的", "》、《", 2.0, "CSS text-spacing-trim"),
)


def _mixed() -> list[Case]:
    return [
        Case(f"takes-mixed-{i}", text, 20, why, {}, takes=((marks, em),))
        for i, (text, marks, em, why) in enumerate(MIXED)
    ]


# Edges: where the first pen of a line stands, what the last mark takes.
EDGES = (
    ("（国国国）国国", 20, (-0.5,), {}, "an opening mark at a line's start loses its white; typst#2348"),
    ("“国国国”国国", 20, (-0.5,), {}, "clreq"),
    ("《国国国》国国", 20, (-0.5,), {}, "clreq"),
    ("（《国国》）国国", 20, (-0.5,), {}, "clreq"),
    ("（国国国）国国", 20, (1.5,), {"indent_em": 2}, "typst#2348: at the indent too"),
    ("国国国国国国", 20, (2.0,), {"indent_em": 2}, "clreq #first_line_indents"),
    ("国国国国国国", 20, (0.0,), {"indent_em": 0}, "clreq #first_line_indents"),
    ("（国国国）国国", 20, (0.0,), {"punct": "plain"}, "plain: never"),
    ("国" * 6 + "（" + "国" * 9, 6, (0.0, -0.5), {}, "clreq: at the start of every line"),
    ("　　国国国国国国", 20, (2.0,), {"indent_em": 2}, "typed indents are replaced, not added"),
    ("国" * 30, 10, (2.0, 0.0, 0.0), {"indent_em": 2}, "clreq #first_line_indents"),
    ("国" * 30, 10, (1.0, 0.0, 0.0), {"indent_em": 1}, "clreq #first_line_indents"),
)


def _edges() -> list[Case]:
    return [
        Case(f"edge-{i:02}", text, measure, why, options, starts_at=at)
        for i, (text, measure, at, options, why) in enumerate(EDGES)
    ]


CASES = [*_cases(), *_mixed(), *_edges()]
