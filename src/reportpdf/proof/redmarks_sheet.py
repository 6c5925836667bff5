"""The list of marks on paper (校红单): a row each, with boxes that a proof-reader ticks by hand.

Comes in: marks, the names of rounds, what became of the text at each. Goes out: a
:class:`~reportpdf.layout.form.records.Form`. The sheet is Chinese, as the proof is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportpdf.base.units import mm
from reportpdf.layout.form.records import (
    Align,
    Cell,
    Column,
    Field,
    Fields,
    Form,
    Paragraph,
    Run,
    Table,
    plain,
)
from reportpdf.proof.redmarks import Mark, Standing
from reportpdf.proof.redmarks_forms import Ask, read_form
from reportpdf.proof.redmarks_judge import MarkVerdict, Verdict
from reportpdf.proof.round_colours import REMARK

_BOXES = ((Standing.MADE, "已改"), (Standing.NOT_MADE, "未改"), (Standing.DECLINED, "不改"))
_EMPTY, _TICKED = "□", "■"
_SAID = {
    Verdict.AS_ASKED: "文字已照改",
    Verdict.OTHERWISE: "文字已动，与所批不同",
    Verdict.UNCHANGED: "文字未动",
    Verdict.GONE: "此处已不在",
}
_AROUND = 10
"""Characters of the text shown on each side of the words marked."""

_COLUMNS = (
    Column("号", 0.045, Align.CENTRE),
    Column("校次 · 页 · 位置", 0.125),
    Column("原文", 0.22),
    Column("所批", 0.24),
    Column("批注人", 0.08, Align.CENTRE),
    Column("办理", 0.07),
    Column("说明", 0.22),
)


def marks_form(
    marks: Sequence[Mark],
    names: Mapping[int, str],
    verdicts: Mapping[int, MarkVerdict],
    title: str,
    made: str,
) -> Form:
    """The sheet; ``title`` names the report, ``made`` says when the list was made."""
    number_open = sum(mark.is_open for mark in marks)
    rounds = "、".join(dict.fromkeys(names.get(mark.round, str(mark.round)) for mark in marks))
    subtitle = "　".join(
        part for part in (title, rounds, f"共 {len(marks)} 条，未结 {number_open} 条", made) if part
    )
    rows = tuple(_row(mark, names, verdicts.get(mark.number)) for mark in marks)
    table = Table(_COLUMNS, rows, least_height=mm(13))
    closing = Fields((Field("校对"), Field("核红"), Field("日期")), columns=3, least_height=mm(10))
    note = (
        "办理：改毕勾“已改”；暂未改勾“未改”；决定不改勾“不改”，并在说明栏写明理由。位置为成品左上角起毫米数。"
    )
    empty = Paragraph(plain("没有批注。"))
    return Form(
        "校红单",
        subtitle,
        (table if rows else empty, Paragraph(plain(note), small=True), closing),
        title,
        landscape=True,
    )


def _row(mark: Mark, names: Mapping[int, str], verdict: MarkVerdict | None) -> tuple[Cell, ...]:
    place = mark.place
    where = (
        f"{names.get(mark.round, str(mark.round))}　第 {place.page} 页\n横 {place.x:.0f}　纵 {place.y:.0f}"
    )
    if place.line:
        where += f"\n文件第 {place.line} 行"
    return (
        plain(str(mark.number)),
        plain(where),
        _original(mark),
        _asked(mark),
        plain(mark.by or "未署名"),
        plain("\n".join(f"{_TICKED if mark.standing is one else _EMPTY} {name}" for one, name in _BOXES)),
        plain(_told(mark, verdict)),
    )


def _original(mark: Mark) -> Cell:
    """The words marked, bold, in what stands around them."""
    place = mark.place
    if place.photo:
        return (Run("照片 "), Run(place.words, bold=True))
    start = place.offset
    if start < 0 or not place.words or place.source[start : start + len(place.words)] != place.words:
        return (Run(place.words, bold=True),) if place.words else plain("（此处无文字）")
    end = start + len(place.words)
    before = place.source[max(start - _AROUND, 0) : start].rpartition("\n")[2]
    after = place.source[end : end + _AROUND].partition("\n")[0]
    runs = (
        Run(("…" if start > _AROUND else "") + before),
        Run(place.words, bold=True),
        Run(after + ("…" if len(place.source) > end + _AROUND else "")),
    )
    return tuple(run for run in runs if run.words)


def _asked(mark: Mark) -> Cell:
    """What is asked: what goes struck, what comes underlined, in red; else the words as they were written."""
    asked = read_form(mark.remark.text, mark.place.source or mark.place.words)
    old = asked.old or mark.place.words
    cell: tuple[Run, ...]
    if asked.kind is Ask.REPLACE and old:
        cell = (Run(old, struck=True, ink=REMARK), Run(" → "), Run(asked.new, underlined=True, ink=REMARK))
    elif asked.kind is Ask.DELETE and old:
        cell = (Run("删 "), Run(old, struck=True, ink=REMARK))
        if mark.remark.text.strip() not in (f"删 {old}", f"删{old}", "删"):
            cell = (*cell, Run(f"\n{mark.remark.text}"))
    else:
        cell = (Run(mark.remark.text, ink=REMARK),)
    replies = tuple(Run(f"\n答　{reply}") for reply in mark.remark.replies)
    return (*cell, *replies)


def _told(mark: Mark, verdict: MarkVerdict | None) -> str:
    parts = [_SAID[verdict.verdict]] if verdict is not None else []
    if mark.decisions:
        last = mark.decisions[-1]
        parts.append("　".join(part for part in (last.reason, last.by, last.at[:10]) if part))
    return "\n".join(parts)
