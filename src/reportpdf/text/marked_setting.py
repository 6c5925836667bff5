"""The setter's part for texts with marks: strong faces, readings of ruby, and what cannot be set.

In: words with spans and a style. Out: a paragraph with its marks, and faults for the findings. A reading is
set in the style's own faces at the size that the lines leave room for; its glyphs stand for no text, so that
whoever copies or searches the page finds the words as they are. Source: clreq #id53 (ruby stands in the line
gap, which it does not widen).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportpdf.model.marks import FaultKind, Mark, Marked
from reportpdf.model.report import Text
from reportpdf.text.coverage import prints
from reportpdf.text.findings import Findings, MarkFault, MissingGlyph
from reportpdf.text.junctions import JunctionRules
from reportpdf.text.justify import set_line
from reportpdf.text.marked import MarkedTable, Marker
from reportpdf.text.marked_words import Spans
from reportpdf.text.marking import Reading, ReadingFit
from reportpdf.text.outlines import Outline, line_outline
from reportpdf.text.paragraph import Paragraph, prepare
from reportpdf.theme.style import TextStyle

if TYPE_CHECKING:
    from reportpdf.text.setter import Setter

_NEARLY = 1e-6


def marked_paragraph(
    setter: Setter, words: str, spans: Spans, style: TextStyle, rules: JunctionRules, widest: float
) -> Paragraph:
    """Words with marks, ready to be broken."""
    strong = setter.table(strong_style(style)) if style.strong else None
    look = setter.choices.inline
    table = MarkedTable(setter.table(style), strong, spans, down=setter.down)
    values = [span.value for span in spans if span.mark is Mark.RUBY]
    fit = reading_fit(setter, style, values) if values else ReadingFit(look.ruby_size, 0.0, 0.0)
    marker = Marker(words, spans, look, table.cuts, lambda reading: _reading(setter, reading, style, fit))
    made = prepare(words, table, rules, widest=widest, settle=marker.settle)
    return replace(made, marks=marker.marks)


def strong_style(style: TextStyle) -> TextStyle:
    """The style of strong text: the strong face goes first, for Western words as well."""
    fonts = (style.strong, *style.fonts)
    return replace(style, fonts=fonts, strong="", latin="", latin_scale=1.0, latin_shift=0.0)


WHITE = 0.055
"""How far the ink of Han characters stays inside their em boxes at head and foot together, em: the readings'
ink may have it."""


def reading_fit(setter: Setter, style: TextStyle, values: Sequence[str]) -> ReadingFit:
    """How the readings stand between the style's lines.

    Their size is what the theme says or what there is room for, but never smaller than the theme allows.
    """
    look = setter.choices.inline
    letters = "".join(dict.fromkeys("".join(values)))
    western = "gy" if any(c.isalpha() and c < "\u0530" for c in letters) else ""
    outline, _ = _outlined(setter, letters + western, style)
    across = [n for _, numbers in outline for n in (numbers[::2] if setter.down else numbers[1::2])]
    foot, head = -min(across, default=0.0), max(across, default=0.0)
    room = line_gap(style) + WHITE
    fits = room / (foot + head) if foot + head > 0 else look.ruby_size
    return ReadingFit(min(look.ruby_size, max(look.ruby_least, fits)), foot, head)


def line_gap(style: TextStyle) -> float:
    """The white between two lines, em."""
    return style.pitch / style.size - 1


def _reading(setter: Setter, words: str, style: TextStyle, fit: ReadingFit) -> Reading:
    outline, width = _outlined(setter, words, style)
    return Reading(words, outline, width * fit.size, fit)


def _outlined(setter: Setter, words: str, style: TextStyle) -> tuple[Outline, float]:
    """Words on one line as outlines, and their width, em of their own size."""
    paragraph = setter.paragraph(words, style, 0.0)
    known = setter.outlines.get(paragraph)
    if known is None:
        line = set_line(paragraph, 0, len(paragraph.clusters), None)
        known = line_outline(line, setter.fonts, down=setter.down), line.width
        setter.outlines[paragraph] = known
    return known


def note_unended(findings: Findings, text: Text, marked: Marked) -> None:
    """Every form that was begun and not ended."""
    for fault in marked.faults:
        if fault.kind is FaultKind.UNENDED:
            code, args = fault.kind.value, (("given", fault.given),)
            _note(findings, MarkFault(text, fault.offset, code, args, delivered=True))


def note_faults(setter: Setter, style: TextStyle, text: Text) -> None:
    """What the style cannot do of a text's marks."""
    spans = text.marked.spans if text.marked else ()
    values = [span.value for span in spans if span.mark is Mark.RUBY]
    look, gap = setter.choices.inline, line_gap(style)
    height = reading_fit(setter, style, values).height if values else 0.0
    for span in spans:
        if span.mark is Mark.STRONG and not style.strong:
            args = (("font", style.fonts[0]),)
            _note(setter.findings, MarkFault(text, span.start, "strong-none", args))
        elif span.mark is Mark.RUBY:
            if look.ruby_least * height > gap + WHITE + _NEARLY:
                room = (("size", f"{gap:.2f}"), ("least", f"{look.ruby_least * height - WHITE:.2f}"))
                _note(setter.findings, MarkFault(text, span.start, "ruby-no-room", room))
            faces = setter.table(style).faces
            for character in span.value:
                if prints(character) and not any(face.has(character) for face in faces):
                    missing = MissingGlyph(text, span.start, character, style.fonts)
                    setter.findings.missing[text, span.start] = missing


def _note(findings: Findings, fault: MarkFault) -> None:
    findings.marks.setdefault((fault.text, fault.offset, fault.code), fault)
