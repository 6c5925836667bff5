"""Vertical lines: what stands up, how long marks are, and edges by the same rules as in horizontal text."""

from __future__ import annotations

from tests.text.cases.case import Case
from tests.text.cases.edges import TEN

GB = "GB/T 15834-2011 5.2.6"
DOWN = {"writing": "vertical", "normalise": False}


def _case(name: str, text: str, measure: float, why: str, /, **expected: object) -> Case:
    return Case(name, text, measure, why, DOWN, **expected)  # type: ignore[arg-type]


STARTS = "，。、；：！？”）》】·～/々%％℃"
ENDS = "“（《【/￥"
TAKES = (
    (1.0, "， 。 、 （ ） 《 》 “ ” ： ； ！ ？ ！！ ？！ — ～"),
    (1.5, "。” ，” 》， ，“ ）（ 》《 （《 “‘"),
    (2.0, "（） 》、《 。’” ——  …… ！！！"),
    (0.5, "·"),
)
LINES = (
    ("国国国国国国，国国国国", 6.5, ("国国国国国国，", "国国国国"), "half an em at the line's foot"),
    ("国国国国国国（国国国国国", 6, ("国国国国国国", "（国国国国国"), "half an em at the line's head"),
    ("国国国国1国国国国国", 5, ("国国国国1", "国国国国国"), "clreq id65: one digit is upright, 1 em"),
    ("国国国国12国国国国国", 5, ("国国国国12", "国国国国国"), "clreq id68: two digits across, 1 em"),
    ("国国国国123国国国国国", 5, ("国国国国123", "国国国国国"), "clreq id68: three digits across"),
    ("国国国GDP国国国国国国", 6, ("国国国GDP", "国国国国国国"), "clreq id66: an acronym upright"),
    ("国国国国国国国国", 4, ("国国国国", "国国国国"), "plain"),
)


def _cases() -> list[Case]:
    made = []
    for mark in STARTS:
        made.append(
            _case(f"down-start-{ord(mark):04X}", f"国国国国国国{mark}{TEN}", 6, GB, never_starts=mark)
        )
    for mark in ENDS:
        made.append(_case(f"down-end-{ord(mark):04X}", f"国国国国国{mark}{TEN}", 6, GB, never_ends=mark))
    for em, marks in TAKES:
        for mark in marks.split():
            name = "".join(f"{ord(c):04X}" for c in mark)
            made.append(_case(f"down-takes-{name}", f"国{mark}家", 20, GB, takes=((mark, em),)))
    for i, (text, measure, lines, why) in enumerate(LINES):
        made.append(_case(f"down-lines-{i:02}", text, measure, why, lines=lines))
    made.append(
        Case(
            "down-level-none", f"国国国国国国，{TEN}", 6, GB, {**DOWN, "level": "none"}, first="国国国国国国"
        )
    )
    made.append(
        Case("down-tcy-off", "国国12国国国国国国国", 9, "clreq id68", {**DOWN, "tcy": False}, whole=("12",))
    )
    made.append(Case("down-indent", "国国国国国国", 20, GB, {**DOWN, "indent_em": 2}, starts_at=(2.0,)))
    made.append(_case("down-trim", "（国国国）", 20, GB, starts_at=(-0.5,)))
    made.append(_case("down-dash", "国国国国——国国国国国国国国国国", 5, GB, whole=("——",)))
    made.append(_case("down-dots", "国国国国……国国国国国国国国国国", 5, GB, whole=("……",)))
    made.append(_case("down-number", "国国国国1234567国国国国国国国国国国国", 6, GB, whole=("1234567",)))
    made.append(_case("down-word", "国国国国national国国国国国国国国国国国", 6, GB, whole=("national",)))
    made.append(
        _case(
            "down-space",
            "国国the national day国国国国国国国",
            20,
            "autospace about turned runs",
            gaps=(("国t", 0.25), ("y国", 0.25)),
        )
    )
    return made


CASES = _cases()
