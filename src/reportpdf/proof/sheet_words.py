"""Words on the sheets around placed pages: set in the faces of forms, put by an edge or a middle.

Comes in: words, a style, a point on a baseline. Goes out: items. A character that no font has is 〓.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Document, Item, Tag
from reportpdf.layout.form.records import Align
from reportpdf.layout.form.setter import FormSetter
from reportpdf.layout.form.styles import INKS
from reportpdf.layout.lines import Words, set_words
from reportpdf.source.fonts import FontShelf, bundled_fonts_dir
from reportpdf.theme.style import TextStyle

_SHARE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


class SheetSetter:
    """Sets single lines. Opens the bundled fonts when it is made.

    Raises: ResourceError where the fonts are not there.
    """

    def __init__(self) -> None:
        self._fonts = FontShelf((), bundled_fonts_dir())
        self._setter = FormSetter(self._fonts)

    def put(
        self,
        words: str,
        style: TextStyle,
        x: float,
        y: float,
        tag: Tag,
        *,
        align: Align = Align.LEFT,
        room: float | None = None,
        ink: Ink | None = None,
    ) -> Item:
        """The line on its baseline, by its left end, middle or right end; smaller where it needs more than
        ``room``."""
        line = self.line(words, style, room)
        return line.put(x - line.width * _SHARE[align], y, ink or INKS[style.ink], tag)

    def line(self, words: str, style: TextStyle, room: float | None = None) -> Words:
        """The words on one line."""
        line = set_words(self._setter, words, style)
        if room is None or line.width <= room:
            return line
        return replace(line, size=line.size * room / line.width)

    def paint(self, document: Document) -> bytes:
        """The PDF of a document set with this setter."""
        from reportpdf.paint.surface import paint_document

        return paint_document(document, self._fonts, lambda _: None)
