"""The contact sheet: all pages of a round at a glance, with their numbers and what was found on each.

Comes in: a PDF and what its round is called. Goes out: a PDF of A4 or A3 sheets on which the pages themselves
are placed, and a picture of each sheet. Equal input, equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK, Ink
from reportpdf.layout.display import ARTIFACT, BoxItem, Document, Item, Page, Role, Tag
from reportpdf.layout.form.styles import FOOT, SOFT
from reportpdf.layout.lines import rule
from reportpdf.proof.contact_grid import HEAD, MARGIN, Grid, choose_grid
from reportpdf.proof.sheet_words import SheetSetter
from reportpdf.theme.style import TextStyle

RED = Ink(0.0, 0.98, 0.92, 0.10)
EDGE = Ink(0.0, 0.0, 0.0, 0.5)
"""Around each page: where it ends on white paper."""

_TITLE = TextStyle(("NotoSerifSC-Bold", "NotoSerifSC-Regular", "LXGWWenKai-Regular"), 13.0, 17.0)
_ROUND = TextStyle(("NotoSansSC-Bold", "NotoSansSC-Regular", "LXGWWenKai-Regular"), 10.5, 14.0)
_NUMBER = TextStyle(("NotoSansSC-Regular", "LXGWWenKai-Regular"), 8.0, 11.0)
_COUNT = TextStyle(("NotoSansSC-Medium", "NotoSansSC-Regular"), 8.0, 11.0)
_HAIRLINE = 0.35

SHEET_PPI = 144.0


@dataclass(frozen=True, slots=True)
class PageLabel:
    """What stands under a page: its number as printed, errors, warnings and notes on it."""

    number: str
    errors: int = 0
    warnings: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class ContactLabels:
    """What the head of the sheet says, and each page's label; pages without one are numbered from 1."""

    title: str
    round: str
    made_at: str
    sha256: str
    by: str = ""
    pages: tuple[PageLabel, ...] = ()


def contact_sheet(pdf: bytes, labels: ContactLabels, *, paper: Size | None = None) -> bytes:
    """The sheets as a PDF; ``paper`` is chosen if none is named (A4 or A3 of ``contact_grid``)."""
    from reportpdf.finish.place import Placed, page_sizes, place_pages

    sizes = page_sizes(pdf)
    grid = choose_grid(sizes, paper)
    rects = [grid.place(index, size) for index, size in enumerate(sizes)]
    setter = SheetSetter()
    sheets = []
    for number in range(grid.sheets):
        own = [(index, rect) for index, (sheet, rect) in enumerate(rects) if sheet == number]
        items = [*_head(setter, grid, labels, len(sizes), number)]
        for index, rect in own:
            label = labels.pages[index] if index < len(labels.pages) else PageLabel(str(index + 1))
            items += [*_edge(rect), *_label(setter, rect, label)]
        sheets.append(Page(number + 1, tuple(items)))
    title = f"{labels.title}　{labels.round}　{_NAME}"
    document = Document(grid.paper, 0.0, tuple(sheets), (), title, labels.by, _NAME, "zh-Hans")
    placed = [Placed(index, sheet, rect) for index, (sheet, rect) in enumerate(rects)]
    return place_pages(setter.paint(document), pdf, placed)


def contact_pictures(sheets: bytes) -> tuple[tuple[str, bytes], ...]:
    """A PNG of each sheet with its name, as ``page_pictures`` gives them."""
    from reportpdf.paint.page_images import page_pictures

    return tuple(page_pictures(sheets, ppi=SHEET_PPI))


_NAME = "小样总览"


def _head(setter: SheetSetter, grid: Grid, labels: ContactLabels, count: int, sheet: int) -> list[Item]:
    """The title and the round, and under them what file it is; a rule under all."""
    left, right = MARGIN, grid.paper.width - MARGIN
    width = right - left
    tag, y = Tag(Role.TITLE, "title"), MARGIN + 12.0
    about = f"{labels.round}　共 {count} 页"
    if grid.sheets > 1:
        about += f"　第 {sheet + 1} 张　共 {grid.sheets} 张"
    said = setter.line(about, _ROUND)
    by = f"　出样：{labels.by}" if labels.by else ""
    file = Tag(Role.PARAGRAPH, f"file[{sheet}]")
    room = width - said.width - 20.0
    return [
        setter.put(labels.title, _TITLE, left, y, tag if sheet == 0 else ARTIFACT, room=room),
        said.put(right - said.width, y, BLACK, Tag(Role.PARAGRAPH, f"round[{sheet}]")),
        setter.put(
            f"{_NAME}　{labels.made_at}{by}　SHA-256 {labels.sha256}", FOOT, left, y + 15.0, file, room=width
        ),
        rule(left, MARGIN + HEAD - 12.5, width, 0.7, BLACK),
    ]


def _edge(rect: Rect) -> list[Item]:
    """A hairline around the page."""
    out = rect.grown(_HAIRLINE)
    return [
        BoxItem(Rect(out.x, out.y, out.width, _HAIRLINE), EDGE),
        BoxItem(Rect(out.x, rect.bottom, out.width, _HAIRLINE), EDGE),
        BoxItem(Rect(out.x, out.y, _HAIRLINE, out.height), EDGE),
        BoxItem(Rect(rect.right, out.y, _HAIRLINE, out.height), EDGE),
    ]


def _label(setter: SheetSetter, rect: Rect, label: PageLabel) -> list[Item]:
    """The page's number at the left, findings at the right, errors in red."""
    y = rect.bottom + 10.5
    tag = Tag(Role.PARAGRAPH, f"page[{label.number}]")
    number = setter.line(label.number, _NUMBER)
    items: list[Item] = [number.put(rect.x, y, BLACK, tag)]
    right = rect.right
    counts = (label.notes, label.warnings, label.errors)
    for words in _SAID:
        said = [
            (setter.line(word.format(count), _COUNT), ink)
            for word, ink, count in zip(words, (SOFT, SOFT, RED), counts, strict=True)
            if count > 0
        ]
        if number.width + sum(line.width + _APART for line, _ in said) <= rect.width:
            break
    for line, ink in said:
        right -= line.width
        items.append(line.put(right, y, ink, tag))
        right -= _APART
    return items


_SAID = (("提示 {}", "警告 {}", "错误 {}"), ("提{}", "警{}", "错{}"))
"""What is said of notes, warnings and errors; the shorter where pages are small."""

_APART = 6.0
