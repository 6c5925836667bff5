"""What a comparison of two PDFs says, as files: the list for programs and for people, pictures of pages.

Comes in: the PDFs, what changed between them. Goes out: files by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.check.finding import Spot
from reportpdf.check.spots import rect_of
from reportpdf.layout.form.records import (
    Block,
    Cell,
    Column,
    Field,
    Fields,
    Form,
    Heading,
    Paragraph,
    Run,
    Table,
    plain,
)
from reportpdf.painting import Progress
from reportpdf.proof.change_json import Json, spot_list
from reportpdf.proof.compare_pdf import PdfChanges, WordChange
from reportpdf.proof.pair_pictures import PagePair, page_digits, pair_pictures
from reportpdf.proof.round_colours import round_colour
from reportpdf.proof.snapshot_json import canonical

MOST_PICTURED = 30
"""Pages that get pictures; all are in the lists."""

_CODES = {"removed": "删去", "added": "增加", "changed": "改动", "moved": "移位", "repeated": "书眉页脚"}
_LONGEST = 160


def pdf_object(changes: PdfChanges, names: tuple[str, str]) -> Json:
    """``changes.json``; places in mm from the trim's upper left corner."""
    return {
        "version": 1,
        "old": {"name": names[0], "pages": changes.old_pages},
        "new": {"name": names[1], "pages": changes.new_pages},
        "words": [
            {
                "code": w.code,
                "old": w.old or None,
                "new": w.new or None,
                "before": w.before or None,
                "old_places": spot_list(w.old_spots),
                "new_places": spot_list(w.new_spots),
            }
            for w in changes.words
        ],
        "moved_pages": [{"old": m.old, "new": m.new, "count": m.count} for m in changes.moves],
        "pixels": [
            {"page": p.page, "old_page": p.old, "share": round(p.share, 5), "places": spot_list(p.spots)}
            for p in changes.looks
        ],
        "pages": list(changes.pages),
    }


def pdf_files(
    changes: PdfChanges, old: bytes, new: bytes, names: tuple[str, str], progress: Progress
) -> dict[str, bytes]:
    """The files.

    Raises: ResourceError where the fonts that come with reportpdf are not there.
    """
    from reportpdf.forms import set_form

    _, ink = round_colour(1)
    return {
        "changes.json": canonical(pdf_object(changes, names)),
        "changes.pdf": set_form(_form(changes, names, ink)).data,
        **dict(_pictures(changes, old, new, names, ink, progress)),
    }


def _form(changes: PdfChanges, names: tuple[str, str], ink: Ink) -> Form:
    pages = "、".join(map(str, changes.pages[:60])) or "无"
    blocks: list[Block] = [
        Fields(
            (
                Field("文字改动", plain(f"{len(changes.words)}处")),
                Field("页数", plain(f"{changes.old_pages} → {changes.new_pages}")),
                Field("仅像素不同", plain("、".join(f"第{p.page}页" for p in changes.looks[:40]) or "无")),
                Field("有改动的页", plain(pages), span=3),
            ),
            columns=3,
        ),
        Heading("一、文字"),
    ]
    if changes.words:
        columns = (
            Column("类别", 0.10),
            Column("改动（旧文划去，新文加下划线）", 0.64),
            Column("旧位置", 0.13),
            Column("新位置", 0.13),
        )
        blocks.append(Table(columns, tuple(_row(w, ink) for w in changes.words)))
    else:
        blocks.append(Paragraph(plain("文字全同。")))
    blocks.append(Heading("二、页序"))
    moves = "\n".join(_move(m.old, m.new, m.count) for m in changes.moves) or "未变。"
    blocks.append(Paragraph(plain(moves), small=True))
    return Form("文件比较", f"{names[0]} → {names[1]}", tuple(blocks), foot=names[1], landscape=True)


def _move(old: int, new: int, count: int) -> str:
    if count == 1:
        return f"第{old}页现为第{new}页"
    return f"第{old}至{old + count - 1}页现为第{new}至{new + count - 1}页"


def _row(change: WordChange, ink: Ink) -> tuple[Cell, ...]:
    runs: list[Run] = [Run(f"……{change.before}")] if change.before else []
    if change.code == "moved":
        runs = [Run(_cut(change.new), ink=ink)]
    else:
        if change.old:
            runs.append(Run(_cut(change.old), struck=True, ink=ink))
        if change.new:
            runs.append(Run(_cut(change.new), underlined=True, ink=ink))
    return (
        plain(_CODES[change.code]),
        tuple(runs),
        plain(_place(change.old_spots)),
        plain(_place(change.new_spots)),
    )


def _place(spots: Sequence[Spot]) -> str:
    return f"第{spots[0].page}页\n{spots[0].x_mm:.0f}, {spots[0].y_mm:.0f} mm" if spots else ""


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 24]}……{words[-20:]}"


def _pictures(
    changes: PdfChanges, old: bytes, new: bytes, names: tuple[str, str], ink: Ink, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """For the first changed pages the two beside each other, and one over the other."""
    pairs = [
        PagePair(
            (other := changes.partners[page - 1], page),
            (f"{names[0]}　第{other}页" if other else names[0], f"{names[1]}　第{page}页"),
            (_boxes(changes, other, old=True), _boxes(changes, page, old=False)),
        )
        for page in changes.pages[:MOST_PICTURED]
    ]
    return pair_pictures(old, new, pairs, page_digits(changes.old_pages, changes.new_pages), ink, progress)


def _boxes(changes: PdfChanges, page: int, *, old: bool) -> tuple[Rect, ...]:
    spots = [s for w in changes.words for s in (w.old_spots if old else w.new_spots) if s.page == page]
    spots += [s for look in changes.looks if page == (look.old if old else look.page) for s in look.spots]
    return tuple(map(rect_of, spots))
