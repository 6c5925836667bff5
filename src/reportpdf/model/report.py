"""The report as frozen records: text with its source place, and nothing of its looks.

Every piece of text is a :class:`Text`: the words as delivered, and where they stand, so that a
problem found on the page can name file, line and column.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.base.problem import Place
from reportpdf.model.marks import Marked


@dataclass(frozen=True, slots=True)
class Bound:
    """The cell that a figure is taken from: file and cell as they are named, the figure's format.

    ``path`` is where the file was found: absolute once the source room has checked it.
    """

    file: str
    cell: str
    format: str
    place: Place
    path: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as delivered. ``raw`` is the scalar's source (quotes, escapes, folds), for offsets.

    Where marks stand among the words, ``value`` is without them and ``marked`` tells what they were.
    """

    value: str
    place: Place
    raw: str = ""
    marked: Marked | None = None
    bound: Bound | None = None

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Byline:
    """One role and the people in it, e.g. 通讯员: 郭飞, 徐瑶."""

    role: Text
    names: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A figure (one or more, e.g. ``13.5%、10.2%``, or words such as 第一档) and its text.

    A newline in ``text`` begins a new paragraph.
    """

    figure: Text
    text: Text
    lead: bool = False
    label: Text | None = None
    """Overrides the clause that the overview takes from the callout's own text."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the report as it is named in the data; nothing is opened here.

    ``focus`` is the point that must stay in the crop, as fractions of width and height from the
    upper left corner of the upright picture; None lets the crop keep the centre.
    """

    file: Text
    caption: Text | None = None
    credit: Text | None = None
    focus: tuple[float, float] | None = None
    stand_in: bool = False
    lead: bool = False
    pin: bool = False
    path: str = ""
    """Where the file was found: absolute once the source room has checked it; empty if refused."""


@dataclass(frozen=True, slots=True)
class Section:
    """A themed section: title, palette name (empty: by order), callouts and photos in their order."""

    title: Text
    theme: Text | None
    callouts: tuple[Callout, ...]
    photos: tuple[Photo, ...]
    place: Place
    quote: Text | None = None
    """A sentence held up from the text (a pull-quote), set large beside it."""


_NOWHERE = Place("")


class ImprintKind(Enum):
    """What an issue is before the law: material for inside use is printed under a permit of its own."""

    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is printed of an issue's making. Source: 内部资料性出版物管理办法 (2015), art. 14."""

    kind: ImprintKind
    permit: Text | None = None
    """准印证编号."""

    statement: Text | None = None
    """内部资料，免费交流."""

    issue: Text | None = None
    """期号, of what appears in a series."""

    compiler: Text | None = None
    """编印单位."""

    readers: Text | None = None
    """发送对象."""

    printer: Text | None = None
    """印刷单位."""

    printed: Text | None = None
    """印刷日期."""

    copies: Text | None = None
    """印数."""

    place: Place = _NOWHERE


@dataclass(frozen=True, slots=True)
class Accept:
    """A finding of the check that is let stand. ``at``: only where the path, the page (``page 3``) or the
    words are these."""

    code: Text
    reason: Text
    at: Text | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report. A newline in ``title`` or in a section's title is its author's own line break."""

    title: Text | None
    byline: tuple[Byline, ...]
    lede: Text | None
    sections: tuple[Section, ...]
    subject: Text | None = None
    """What the PDF's document properties say of it; empty: derived from the section titles."""

    imprint: Imprint | None = None
    accept: tuple[Accept, ...] = ()
    place: Place = _NOWHERE
    """The file as a whole."""
