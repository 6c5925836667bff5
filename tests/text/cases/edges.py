"""What may begin and end a line: classes by level, and where UAX #14 is tailored for Chinese."""

from __future__ import annotations

from tests.text.cases.case import Case

# Class, its members, the levels at which none may begin a line, and at which none may end one.
ALL = ("none", "basic", "gb", "strict")
CLASSES = (
    ("CL", "”’）》〉】〗〕］｝」』", ALL[1:], ()),
    ("PC", "，、；：", ALL[1:], ()),
    ("PE", "。．！？‼⁇⁈⁉", ALL[1:], ()),
    ("MD", "·・‧", ALL[1:], ()),
    ("CN", "–—～‐〜", ALL[1:], ()),
    ("SO", "/／", ALL[2:], ALL[2:]),
    ("OP", "“‘（《〈【〖〔［｛「『", (), ALL[1:]),
    ("LD", "⸺", ("strict",), ()),
    ("PO", "％‰℃℉%°′″￠", ALL, ()),
    ("PR", "￥¥$€£№", (), ALL),
    ("IT", "々〻ゝゞヽヾ", ALL[1:], ()),
    ("CJ", "ぁっゃァッャヵー", ("strict",), ()),
    ("AS", ",.;:!?)]}", ALL, ()),
    ("AO", "([{", (), ALL),
)
CLAUSES = {
    "SO": "GB/T 15834-2011 5.1.9",
    "MD": "GB/T 15834-2011 5.1.7",
    "CN": "GB/T 15834-2011 5.1.6",
    "PO": "UAX #14 LB25 (PO)",
    "PR": "UAX #14 LB25 (PR)",
    "IT": "css-text-3 #line-break-property; wpt i18n/zh iteration",
    "CJ": "UAX #14 CJ; css-text-3 #line-break-property",
    "AS": "UAX #14 CL, CP, EX, IS",
    "AO": "UAX #14 OP",
}
DEFAULT = "clreq #prohibition_rules_for_line_start_end; GB/T 15834-2011 5.1.10"
TEN = "国" * 10


def _class_cases() -> list[Case]:
    """Every member at every level that bars it, where a line would part just before or after it."""
    made = []
    for name, members, starts, ends in CLASSES:
        why = CLAUSES.get(name, DEFAULT)
        for mark in members:
            for level in starts:
                if level in ("gb", "strict") or mark == members[0]:
                    text, options = f"国国国国国国{mark}{TEN}", {"level": level, "normalise": False}
                    made.append(
                        Case(f"start-{level}-{ord(mark):04X}", text, 6, why, options, never_starts=mark)
                    )
            for level in ends:
                if level in ("gb", "strict") or mark == members[0]:
                    text, options = f"国国国国国{mark}{TEN}", {"level": level, "normalise": False}
                    made.append(Case(f"end-{level}-{ord(mark):04X}", text, 6, why, options, never_ends=mark))
    return made


# Where a mark is not barred, a line parts there as anywhere else. | is where the first line ends.
FREE = (
    ("none", "国国国国国国|，国国国国国国国国", "clreq: papers of Taiwan and Hong Kong"),
    ("none", "国国国国国国|。国国国国国国国国", "clreq"),
    ("none", "国国国国国《|国国国国国国国国国", "clreq"),
    ("basic", "国国国国国国|ッ国国国国国国国国", "UAX #14 CJ as ID"),
    ("gb", "国国国国国国|ー国国国国国国国国", "UAX #14 CJ as ID"),
    ("gb", "国国国国国国|——国国国国国国国国国", "clreq, xeCJK: a dash may begin a line"),
    ("gb", "国国国国国国|“国国”国国国国国国国", "clreq"),
    ("gb", "国国国国国国|“Best国国国国国国国国", "UAX #14 LB19a tailored"),
    ("gb", "国国国国国国|￥国国国国国国国国国", "UAX #14 PR"),
    ("gb", "国国国国国国|①国国国国国国国国国", "UAX #14 AI as ID"),
    ("gb", "国国国国国国|■国国国国国国国国国", "UAX #14 AI as ID"),
    ("gb", "国国国国国国|〇国国国国国国国国国", "UAX #14 ID"),
    ("gb", "国国国国国国|あ国国国国国国国国国", "UAX #14 ID"),
    ("gb", "国国国国国国|ア国国国国国国国国国", "UAX #14 ID"),
    ("gb", "国国国国国国|가国国国国国国国国国", "UAX #14 H2"),
    ("gb", "国国国国国々|国国国国国国国国国国", "iteration marks may end a line"),
    ("gb", "国国国国国”|国国国国国国国国国国", "closing marks may end a line"),
)


def _free_cases() -> list[Case]:
    made = []
    for i, (level, marked, why) in enumerate(FREE):
        first, _, rest = marked.partition("|")
        measure = sum(0.5 if c in "”》" else 1 for c in first)
        measure = len(first) - (
            0.5 if first[-1] in "”" else 0.5 if first[-1] in "《" and level != "none" else 0
        )
        options = {"level": level, "normalise": False}
        made.append(Case(f"free-{i:02}", first + rest, measure, why, options, first=first))
    return made


# At the line's end a mark takes half an em, so that six and a half em hold six characters and a mark.
EXACT = (
    ("国国国国国国{0}|国国国国国国", 6.5, "，、；：。！？”’）》〉】〗〕］｝」』·"),
    ("国国国国国国|{0}国国国国国国国国国", 6, "“‘（《〈【〖〔［｛「『"),
)


def _exact_cases() -> list[Case]:
    return [
        Case(
            f"half-{ord(mark):04X}",
            table.format(mark).replace("|", "") + "国国国国",
            measure,
            "GB/T 15834-2011 5.1.10; clreq: half an em at a line's edge",
            first=table.format(mark).partition("|")[0],
        )
        for table, measure, marks in EXACT
        for mark in marks
    ]


# Tailoring of UAX #14: (text, measure, never begins a line, never ends one, why)
TAILORED = (
    ("国国国国国国·国国国国国国国国", 6, "·", "", "typst#6774: 00B7 is AI"),
    ("列夫·托尔斯泰和陀思妥耶夫斯基·费奥多尔", 2, "·", "", "typst#6774"),
    ("列夫·托尔斯泰和陀思妥耶夫斯基·费奥多尔", 5, "·", "", "typst#6774"),
    ("五月二十日～六月十二日国国国国国", 5, "～", "", "UAX #14 makes FF5E ID"),
    ("国国国国／国国国国国国国", 4, "／", "／", "UAX #14 makes FF0F ID"),
    ("目的“Best”国国国国国国国国国国国", 2.5, "”", "“", "UAX #14 LB19a"),
    ("获评“Best in Show”后国国国国国国国", 8, "”", "“", "UAX #14 LB19a"),
    ("国国国国国“国国”“国国”国国国国国国", 6, "”", "“", "clreq"),
    ("面积12㎡国国国国国国国", 3.2, "㎡", "", "UAX #14 makes 33A1 ID"),
    ("重约50㎏国国国国国国国", 3.2, "㎏", "", "UAX #14 makes 338F ID"),
    ("国国国国国国：国国国国国国国国国国", 6, "：", "", "UAX #14 NS"),
    ("国国国国国国；国国国国国国国国国国", 6, "；", "", "UAX #14 NS"),
    ("北京—上海—广州—深圳—香港—澳门", 2, "—", "", "a single 2014 is a connector"),
    ("北京—上海—广州—深圳—香港—澳门", 5, "—", "", "a single 2014 is a connector"),
    (
        "国国国国国国…国国国国国国国国国",
        6,
        "…",
        "",
        "css-text-3 line-break: normal (IN); wpt i18n/zh in-normal",
    ),
    ("国国国国国国‥国国国国国国国国国", 6, "‥", "", "css-text-3 line-break: normal (IN)"),
    ("国国国国国国⋯国国国国国国国国国", 6, "⋯", "", "css-text-3 line-break: normal (IN)"),
    ("国国国国，“国国国国”，（国国国国）。国国国", 4, "，”）。", "“（", "clreq"),
    ("他说：“好。”“不。”“也好。”他走了", 4, "”。，：", "“", "clreq"),
    ("国国国国。”）国国国国国国国国国国", 4, "。”）", "", "clreq: three marks in a row"),
    ("国国国国。』」国国国国国国国国国国", 5, "。』」", "", "clreq: three marks in a row"),
    ("国国国（《国国》）国国国国国国国国", 4, "》）", "（《", "clreq"),
)


def _tailored_cases() -> list[Case]:
    return [
        Case(
            f"tailored-{i:02}",
            text,
            measure,
            why,
            {"normalise": False},
            never_starts=starts,
            never_ends=ends,
            uneven=measure < 4,
        )
        for i, (text, measure, starts, ends, why) in enumerate(TAILORED)
    ]


CASES = [*_class_cases(), *_free_cases(), *_exact_cases(), *_tailored_cases()]
