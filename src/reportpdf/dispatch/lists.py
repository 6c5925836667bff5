"""分发清单 and 签收单: who was given what, and where they sign for it.

Comes in: rows of the ledger, the report's title, a date. Goes out: forms. A line is a department's copies of
one edition; only finished copies are listed. No code stands on either: both go from hand to hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.layout.form.records import Align, Cell, Column, Form, Paragraph, Table, plain

DISTRIBUTION, RECEIPT = "分发清单", "签收单"
EDITION_NAMES = {"screen": "屏幕版", "press": "印刷版", "archive": "存档版"}
_SIGNING_HEIGHT = 26.0
"""Points of a row to be signed by hand."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """The finished copies of a department in one edition."""

    first: LedgerRow
    numbers: tuple[int, ...]
    acknowledged: tuple[str, ...]
    """Who signed, and when, for each of them that is."""

    @property
    def range(self) -> str:
        """Their numbers of how many: ``1–2/3``."""
        low, high = self.numbers[0], self.numbers[-1]
        whole = list(self.numbers) == list(range(low, high + 1))
        said = (
            "、".join(map(str, self.numbers)) if not whole else str(low) if low == high else f"{low}–{high}"
        )
        return f"{said}/{self.first.total}"


def list_lines(rows: Iterable[LedgerRow]) -> tuple[ListLine, ...]:
    """The lines of both lists, in the order of the ledger."""
    lines: dict[tuple[str, str], list[LedgerRow]] = {}
    for row in rows:
        if row.made:
            lines.setdefault((row.key, row.edition), []).append(row)
    return tuple(
        ListLine(
            own[0],
            tuple(row.number for row in own),
            tuple(
                dict.fromkeys(
                    f"{row.acknowledged_by}\n{chinese_date(row.acknowledged)}"
                    for row in own
                    if row.acknowledged
                )
            ),
        )
        for own in lines.values()
    )


@dataclass(frozen=True, slots=True)
class Volume:
    """Lines of a list that are one file: ``number`` of ``total``; ``sum`` is said of all lines together."""

    lines: tuple[ListLine, ...]
    first: int
    number: int
    total: int
    sum: str


def volumes(lines: Sequence[ListLine], date: str, most: int) -> tuple[Volume, ...]:
    """The lines in volumes of at most ``most``: what nobody could hold together, and no memory need hold."""
    said = _sum(lines, date)
    starts = range(0, max(len(lines), 1), most)
    return tuple(
        Volume(tuple(lines[start : start + most]), start + 1, number, len(starts), said)
        for number, start in enumerate(starts, 1)
    )


def distribution_list(volume: Volume, title: str) -> Form:
    """分发清单: what each department gets, how, and through whom."""
    columns = (
        Column("序号", 5, Align.CENTRE),
        Column("单位", 22),
        Column("版本", 8, Align.CENTRE),
        Column("份数", 6, Align.CENTRE),
        Column("份号", 9, Align.CENTRE),
        Column("联系人", 10),
        Column("送达", 24),
        Column("备注", 16),
    )
    rows = tuple(
        (
            *_copies(number, line),
            plain(line.first.contact),
            plain(_way(line.first)),
            plain(line.first.note),
        )
        for number, line in enumerate(volume.lines, volume.first)
    )
    blocks = Paragraph(plain(volume.sum)), Table(columns, rows)
    return Form(DISTRIBUTION, _subtitle(volume, title), blocks, f"{DISTRIBUTION}　{title}", landscape=True)


def receipt_sheet(volume: Volume, title: str) -> Form:
    """签收单: where each department signs for what it got."""
    columns = (
        Column("序号", 6, Align.CENTRE),
        Column("单位", 27),
        Column("版本", 10, Align.CENTRE),
        Column("份数", 8, Align.CENTRE),
        Column("份号", 11, Align.CENTRE),
        Column("签收人", 19),
        Column("签收日期", 19),
    )
    rows = tuple(
        (
            *_copies(number, line),
            *_signed(line),
        )
        for number, line in enumerate(volume.lines, volume.first)
    )
    blocks = Paragraph(plain(volume.sum)), Table(columns, rows, _SIGNING_HEIGHT)
    return Form(RECEIPT, _subtitle(volume, title), blocks, f"{RECEIPT}　{title}")


def _copies(number: int, line: ListLine) -> tuple[Cell, ...]:
    """What both lists say of a line: its number, whose copies, which, how many, under which numbers."""
    first = line.first
    words = (
        str(number),
        first.department,
        EDITION_NAMES[first.edition],
        str(len(line.numbers)),
        line.range,
    )
    return tuple(map(plain, words))


def _subtitle(volume: Volume, title: str) -> str:
    """The report's title, and which volume this is."""
    return title if volume.total == 1 else f"{title}（第 {volume.number} 册，共 {volume.total} 册）"


def _sum(lines: Sequence[ListLine], date: str) -> str:
    """How many departments and copies there are, and of when."""
    counts = dict.fromkeys(EDITION_NAMES, 0)
    for line in lines:
        counts[line.first.edition] += len(line.numbers)
    parts = "、".join(f"{EDITION_NAMES[name]} {count} 份" for name, count in counts.items() if count)
    departments = len({line.first.key for line in lines})
    return f"{date}　共 {departments} 个单位、{sum(counts.values())} 份：{parts}" if parts else date


def chinese_date(iso: str) -> str:
    """A date as Chinese papers have it: 2025年1月3日; empty for none."""
    year, _, rest = iso[:10].partition("-")
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月{int(day)}日" if day else ""


def _way(row: LedgerRow) -> str:
    """How a copy gets to its department: by mail, to an address, or into its folder."""
    return "\n".join(
        part for part in (row.email, row.address, row.folder and f"文件夹：{row.folder}") if part
    )


def _signed(line: ListLine) -> tuple[Cell, Cell]:
    """Who signed and when, where the ledger knows it; else room to write."""
    if not line.acknowledged:
        return (), ()
    names, dates = zip(*(said.split("\n", 1) for said in line.acknowledged), strict=True)
    return plain("、".join(dict.fromkeys(names))), plain("、".join(dict.fromkeys(dates)))
