"""A form becomes pages: blocks become strips, strips fill A4 sheets from the head down.

Comes in: a form and the bundled faces. Goes out: a :class:`LaidForm`. A page ends where the next strip does
not fit; a heading and a table's head stay with what follows them, and a table's head stands again over what
goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK
from reportpdf.base.problem import Place
from reportpdf.layout.display import ARTIFACT, BoxItem, Document, Item, Page, Role, Tag
from reportpdf.layout.form.boxes import BoxSetter
from reportpdf.layout.form.records import (
    Align,
    Block,
    Cell,
    Fields,
    Form,
    Heading,
    Paragraph,
    Table,
    Ticks,
    plain,
)
from reportpdf.layout.form.setter import FormSetter, SetCell, set_cell
from reportpdf.layout.form.strips import Strip, put_cell
from reportpdf.layout.form.styles import (
    BLOCK_GAP,
    FOOT,
    FOOT_LINE,
    HAIRLINE,
    HEADING,
    HEADING_FOOT,
    HEADING_GAP,
    PARAGRAPH,
    RUNNING_HEAD,
    SMALL,
    SUBTITLE,
    TITLE,
    Frame,
    frame_of,
)
from reportpdf.layout.form.tables import table_strips
from reportpdf.text.block import HAN_TOP
from reportpdf.text.face import FontSet
from reportpdf.text.findings import Findings
from reportpdf.theme.style import TextStyle

TITLE_FOOT = 7.0
NUMBER_ROOM = 100.0
"""What the number of a page takes of its foot."""

OVER_TABLE = 72.0
"""Room that a row higher than a page leaves for the title or the heading over its table."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LaidForm:
    """The document of a form, and what setting it found."""

    document: Document
    findings: Findings


def lay_out_form(form: Form, fonts: FontSet) -> LaidForm:
    """The form on as many pages as it needs."""
    made = _Maker(form, FormSetter(fonts), frame_of(landscape=form.landscape))
    sheets = made.pages()
    pages = tuple(
        Page(number, (*items, *made.furniture(number, len(sheets)))) for number, items in enumerate(sheets, 1)
    )
    document = Document(made.frame.paper, 0.0, pages, (), form.title, "", form.subtitle, form.language)
    return LaidForm(document, made.setter.found())


class _Maker:
    """Makes the strips of one form and puts them on pages."""

    def __init__(self, form: Form, setter: FormSetter, frame: Frame) -> None:
        self.form = form
        self.setter = setter
        place = Place(form.title, path="foot")
        self._foot = set_cell(setter, plain(form.foot), FOOT, frame.width - NUMBER_ROOM, place)
        self._over = max(0, len(self._foot.lines) - 1) * FOOT.pitch
        self.frame = replace(frame, bottom=frame.bottom - self._over)

    def pages(self) -> list[list[Item]]:
        """The items of every page, without its furniture."""
        frame = self.frame
        sheets: list[list[Item]] = [[]]
        y, fresh = frame.top, True
        for group in _held(self._strips(), frame.bottom - frame.top - RUNNING_HEAD):
            needed = sum(strip.gap + strip.height for strip in group)
            if not fresh and y + needed > frame.bottom + 1e-6:
                sheets.append([])
                y, fresh = frame.top + RUNNING_HEAD, True
                if group[0].head is not None:
                    sheets[-1] += group[0].head.draw(y)
                    y += group[0].head.height
            for strip in group:
                y += 0.0 if fresh else strip.gap
                sheets[-1] += strip.draw(y)
                y, fresh = y + strip.height, False
        return sheets

    def furniture(self, number: int, count: int) -> list[Item]:
        """The head of a page after the first, its foot and its number."""
        frame, form = self.frame, self.form
        words = form.page_words.format(page=number, pages=count)
        y = frame.paper.height - FOOT_LINE - HAN_TOP * FOOT.size
        page = set_cell(self.setter, plain(words), FOOT, NUMBER_ROOM, Place(form.title))
        items = put_cell(page, frame.left, y, frame.width, Align.RIGHT, ARTIFACT)
        items += put_cell(self._foot, frame.left, y - self._over, frame.width, Align.LEFT, ARTIFACT)
        if number > 1:
            head = set_cell(self.setter, plain(form.title), FOOT, frame.width, Place(form.title))
            head = SetCell(FOOT, head.lines[:1])  # it stands whole on page one
            items += put_cell(head, frame.left, frame.top - 4.0, frame.width, Align.LEFT, ARTIFACT)
            rule = Rect(frame.left, frame.top - 4.0 + FOOT.pitch + 1.5, frame.width, HAIRLINE)
            items.append(BoxItem(rule, BLACK))
        return items

    def _strips(self) -> Iterator[Strip]:
        """The whole form from its title down."""
        form, frame = self.form, self.frame
        yield from self._lines(plain(form.title), TITLE, Tag(Role.TITLE, "title"), Align.CENTRE, held=True)
        yield from self._lines(
            plain(form.subtitle), SUBTITLE, Tag(Role.PARAGRAPH, "subtitle"), Align.CENTRE, gap=3.0, held=True
        )
        boxes = BoxSetter(self.setter, form.title, frame.left, frame.width)
        blocks = enumerate(form.blocks)
        gap = TITLE_FOOT + 3.0
        for boxed, group in groupby(blocks, key=lambda numbered: isinstance(numbered[1], Fields | Ticks)):
            members = list(group)
            if boxed:
                rows = [(n, b) for n, b in members if isinstance(b, Fields | Ticks)]
                yield from boxes.strips(rows, gap)
                gap = BLOCK_GAP
                continue
            for number, block in members:
                yield from self._block(number, block, gap)
                gap = HEADING_FOOT if isinstance(block, Heading) else BLOCK_GAP

    def _block(self, number: int, block: Block, gap: float) -> Iterator[Strip]:
        """The strips of a heading, a paragraph or a table."""
        frame = self.frame
        if isinstance(block, Heading):
            tag = Tag(Role.HEADING, f"heading[{number}]")
            yield from self._lines(plain(block.words), HEADING, tag, gap=max(gap, HEADING_GAP), held=True)
        elif isinstance(block, Paragraph):
            style = SMALL if block.small else PARAGRAPH
            tag = Tag(Role.PARAGRAPH, f"paragraph[{number}]")
            yield from self._lines(block.runs, style, tag, gap=gap, justified=True)
        elif isinstance(block, Table):
            room = frame.bottom - frame.top - RUNNING_HEAD - OVER_TABLE
            yield from table_strips(
                self.setter, block, number, self.form.title, frame.left, frame.width, room, gap
            )

    def _lines(
        self,
        words: Cell,
        style: TextStyle,
        tag: Tag,
        align: Align = Align.LEFT,
        *,
        gap: float = 0.0,
        held: bool = False,
        justified: bool = False,
    ) -> Iterator[Strip]:
        """A strip for each line of words over the whole width."""
        frame = self.frame
        place = Place(self.form.title, path=tag.path)
        cell = set_cell(self.setter, words, style, frame.width, place, justified=justified)
        count = len(cell.lines)
        for i, line in enumerate(cell.lines):
            one = SetCell(style, (line,))
            draw = partial(_line, one, frame, align, tag)
            parted = 0 < i < count - 2 or i == count - 1  # two lines at least stay together
            yield Strip(style.pitch, draw, gap if i == 0 else 0.0, held or not parted)


def _line(cell: SetCell, frame: Frame, align: Align, tag: Tag, top: float) -> list[Item]:
    return put_cell(cell, frame.left, top, frame.width, align, tag)


def _held(strips: Iterator[Strip], room: float) -> Iterator[list[Strip]]:
    """Strips in groups that no page's end may part; one by one where no page can hold the group."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if strip.held:
            continue
        together = sum(s.gap + s.height for s in group) <= room
        yield from [group] if together else [[one] for one in group]
        group = []
    if group:
        yield group
