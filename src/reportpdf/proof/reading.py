"""The reading proof: every page enlarged on A3 with wide margins, its lines numbered, for reading at a desk.

Comes in: a PDF, the document it was painted from, what the round is called. Goes out: a PDF on which the
pages themselves are placed. Every fifth line and the first of each text have their number, all others a tick;
numbers begin anew on every page and follow the order of reading.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK, Ink
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, BoxItem, Document, Item, Page, Role, Tag
from reportpdf.layout.form.records import Align
from reportpdf.layout.form.styles import FOOT, SOFT
from reportpdf.proof.reading_lines import NumberedLine, Side, numbered_lines
from reportpdf.proof.sheet_words import SheetSetter
from reportpdf.theme.style import TextStyle

A3 = Size(mm(297), mm(420))
SIDE = mm(27)
NARROW = mm(17)
"""White at either side, for marks: of a page that is enlarged, and of one that has to be made smaller."""

HEAD = mm(19)
FOOT_ROOM = mm(21)
LIGHT = Ink(0.0, 0.0, 0.0, 0.5)
EVERY = 5

_TITLE = TextStyle(("NotoSerifSC-Bold", "NotoSerifSC-Regular", "LXGWWenKai-Regular"), 10.5, 14.0)
_NUMBER = TextStyle(("NotoSansSC-Regular", "NotoSerifSC-Regular"), 7.5, 9.0)
_FIFTH = TextStyle(("NotoSansSC-Bold", "NotoSansSC-Regular"), 7.5, 9.0)
_SMALL = TextStyle(("NotoSansSC-Regular", "NotoSerifSC-Regular"), 5.2, 7.0)
_EDGE = 0.3
_TICK = 0.4
_MIDDLE = 0.36
"""Middle of a digit over its baseline, em."""

_GUTTER_LEAST, _GUTTER_MOST = 4.0, 9.5
"""What a number in the gutter takes, points of the sheet."""

_NAME = "阅读样"
_NOTE = "行号每页从 1 起，按阅读顺序；数字不计行"


@dataclass(frozen=True, slots=True)
class ReadingSlug:
    """What stands on every sheet: the report, the round, when it was made, of which file, by whom."""

    title: str
    round: str
    made_at: str
    sha256: str
    by: str = ""


def reading_proof(pdf: bytes, document: Document, slug: ReadingSlug) -> bytes:
    """The reading proof of a PDF painted from ``document``, a sheet for each page.

    Raises: ValueError where the two have not as many pages.
    """
    from reportpdf.finish.place import Placed, page_sizes, place_pages

    if len(page_sizes(pdf)) != len(document.pages):
        raise ValueError("the PDF has other pages than its document")
    maker = _Sheets(SheetSetter(), slug, document.trim, len(document.pages))
    sheets = tuple(maker.sheet(number, page) for number, page in enumerate(document.pages, 1))
    title = f"{slug.title}　{slug.round}　{_NAME}"
    base = Document(maker.paper, 0.0, sheets, (), title, slug.by, _NAME, document.language)
    placed = [Placed(index, index, maker.rect) for index in range(len(sheets))]
    return place_pages(maker.setter.paint(base), pdf, placed)


def page_rect(trim: Size, paper: Size) -> Rect:
    """Where the page stands on its sheet: as large as the margins allow, in the middle."""
    side = SIDE if trim.width <= paper.width - 2 * SIDE else NARROW
    height = paper.height - HEAD - FOOT_ROOM
    scale = min((paper.width - 2 * side) / trim.width, height / trim.height)
    own = Size(trim.width * scale, trim.height * scale)
    return Rect((paper.width - own.width) / 2, HEAD + (height - own.height) / 2, own.width, own.height)


class _Sheets:
    """Draws the sheets of one proof around their pages."""

    def __init__(self, setter: SheetSetter, slug: ReadingSlug, trim: Size, count: int) -> None:
        self.setter = setter
        self.paper = A3 if trim.height >= trim.width else Size(A3.height, A3.width)
        self.rect = page_rect(trim, self.paper)
        self._slug = slug
        self._trim = trim
        self._scale = self.rect.width / trim.width
        self._count = count

    def sheet(self, number: int, page: Page) -> Page:
        """The head, the page's edge, the numbers of its lines, the foot."""
        lines = numbered_lines(page, self._trim.width)
        numbers = [item for line in lines for item in self._numbered(line)]
        return Page(number, (*self._head(number), *self._edge(), *numbers, *self._foot(number)))

    def _head(self, number: int) -> list[Item]:
        left, right, y = SIDE, self.paper.width - SIDE, mm(12)
        said = self.setter.line(f"{self._slug.round}　第 {number} 页　共 {self._count} 页", _TITLE)
        tag = Tag(Role.TITLE, "title") if number == 1 else ARTIFACT
        title = self.setter.put(self._slug.title, _TITLE, left, y, tag, room=right - left - said.width - 20.0)
        return [title, said.put(right - said.width, y, BLACK, Tag(Role.PARAGRAPH, f"page[{number}]"))]

    def _edge(self) -> list[Item]:
        """A hairline around the page."""
        x, y, width, height = self.rect.x, self.rect.y, self.rect.width, self.rect.height
        around = width + 2 * _EDGE
        return [
            BoxItem(Rect(x - _EDGE, y - _EDGE, around, _EDGE), LIGHT),
            BoxItem(Rect(x - _EDGE, y + height, around, _EDGE), LIGHT),
            BoxItem(Rect(x - _EDGE, y, _EDGE, height), LIGHT),
            BoxItem(Rect(x + width, y, _EDGE, height), LIGHT),
        ]

    def _foot(self, number: int) -> list[Item]:
        left, right, y = SIDE, self.paper.width - SIDE, self.paper.height - mm(10)
        slug = self._slug
        by = f"　出样：{slug.by}" if slug.by else ""
        about = f"{_NAME}　{slug.made_at}{by}　SHA-256 {slug.sha256[:16]}　{self._scale * 100:.0f}%"
        note = self.setter.line(_NOTE, FOOT)
        room = right - left - note.width - 20.0
        return [
            self.setter.put(about, FOOT, left, y, Tag(Role.PARAGRAPH, f"slug[{number}]"), room=room),
            note.put(right - note.width, y, SOFT, ARTIFACT),
        ]

    def _numbered(self, line: NumberedLine) -> list[Item]:
        """A tick for a line, and its number where it has one printed."""
        fifth = line.number % EVERY == 0
        said = str(line.number) if fifth or line.first else ""
        middle = self.rect.y + (line.baseline - _MIDDLE * line.size) * self._scale
        if line.side is Side.FOOT:
            return [self._under(line)]
        if line.side is Side.GUTTER:
            return [self._in_gutter(line, said, middle)]
        left = line.side is Side.LEFT
        length = 6.0 if said else 3.5
        x = self.rect.x - 3.0 - length if left else self.rect.right + 3.0
        items: list[Item] = [BoxItem(Rect(x, middle - _TICK / 2, length, _TICK), SOFT)]
        if said:
            at = self.rect.x - 11.5 if left else self.rect.right + 11.5
            style, ink = (_FIFTH, BLACK) if fifth else (_NUMBER, SOFT)
            align = Align.RIGHT if left else Align.LEFT
            foot = middle + _MIDDLE * style.size
            items.append(self.setter.put(said, style, at, foot, ARTIFACT, align=align, ink=ink))
        return items

    def _under(self, line: NumberedLine) -> Item:
        """The number of a vertical line, at its foot."""
        x = self.rect.x + (line.box.x + line.box.width / 2) * self._scale
        y = self.rect.y + line.box.bottom * self._scale + 1.2 * _SMALL.size
        return self.setter.put(str(line.number), _SMALL, x, y, ARTIFACT, align=Align.CENTRE, ink=SOFT)

    def _in_gutter(self, line: NumberedLine, said: str, middle: float) -> Item:
        """A light number or tick beside a line that has neighbours on both sides."""
        x = self.rect.x + line.box.x * self._scale - 1.3
        if not said:
            return BoxItem(Rect(x - 2.5, middle - _TICK / 2, 2.5, _TICK), LIGHT)
        room = max(_GUTTER_LEAST, min(_GUTTER_MOST, line.free * self._scale - 2.2))
        foot = middle + _MIDDLE * _SMALL.size
        return self.setter.put(said, _SMALL, x, foot, ARTIFACT, align=Align.RIGHT, room=room, ink=SOFT)
