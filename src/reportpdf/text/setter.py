"""Words and a role of type become a block of lines: the one door to the text room.

In: a :class:`~reportpdf.model.report.Text` (or a plain string), a style, a measure in points. Out: a
:class:`Block`. Shaping and junctions of a text are done once for a style and reused at every measure,
because the layout asks for many measures before it settles on one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from reportpdf.model.report import Text
from reportpdf.text.block import Block, SetParagraph
from reportpdf.text.breaks import Lines, first_fit, overfull
from reportpdf.text.cluster import Cluster
from reportpdf.text.face import FontSet
from reportpdf.text.findings import Borrowed, Findings, Forced
from reportpdf.text.junctions import JunctionRules
from reportpdf.text.missing import note_missing
from reportpdf.text.normalise import LINE_END, Normalised, normalise, unpaired_quotes
from reportpdf.text.optimal import total_fit
from reportpdf.text.paragraph import Paragraph, prepare
from reportpdf.text.ragged import ragged
from reportpdf.text.shape import ClusterTable, LatinFace
from reportpdf.theme.records import Composition, LineFit
from reportpdf.theme.style import TextStyle

if TYPE_CHECKING:
    from reportpdf.text.marked_words import Spans
    from reportpdf.text.outlines import Outline

Breaker = Callable[[Paragraph, float, float], Lines]
"""Paragraph, measure and first-line indent in em, to lines."""

_Faces = tuple[tuple[str, ...], str, float, float]


def _faces(style: TextStyle) -> _Faces:
    """What of a style decides its clusters."""
    return style.fonts, style.latin, style.latin_scale, style.latin_shift


BREAKERS: dict[LineFit, Breaker] = {LineFit.TOTAL: total_fit, LineFit.FIRST: first_fit}


class Setter:
    """Sets text in the faces of one theme. Holds what was shaped, so that nothing is shaped twice."""

    down = False
    """Whether its lines run down."""

    def __init__(self, fonts: FontSet, choices: Composition, breaker: Breaker | None = None) -> None:
        self.fonts = fonts
        self.choices = choices
        self.findings = Findings()
        self.breaker = breaker or (BREAKERS[choices.lines] if choices.flush else ragged)
        self._tables: dict[_Faces, ClusterTable] = {}
        self._rules: dict[tuple[_Faces, float, bool], JunctionRules] = {}
        self._normalised: dict[int, tuple[Text, Normalised]] = {}
        self._blocks: dict[tuple[int, int, float, bool, bool], tuple[Text, TextStyle, Block]] = {}
        self._paragraphs: dict[Hashable, Paragraph] = {}
        self.outlines: dict[Paragraph, tuple[Outline, float]] = {}
        """Readings of ruby that were drawn, with their widths."""

    @cached_property
    def vertical(self) -> Setter:
        """The same setter for vertical lines: measures run down; its findings are this one's."""
        from reportpdf.text.vertical_setter import VerticalSetter

        return VerticalSetter(self)

    def table(self, style: TextStyle) -> ClusterTable:
        """The clusters of the style's fonts."""
        key = _faces(style)
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = self.new_table(style)
        return found

    def new_table(self, style: TextStyle) -> ClusterTable:
        """An empty table of clusters in the style's faces."""
        latin = None
        if style.latin:
            latin = LatinFace(self.fonts[style.latin], style.latin_scale, style.latin_shift)
        faces = [self.fonts[name] for name in style.fonts]
        trims = self.choices.trims
        return ClusterTable(faces, trims=trims, language=self.choices.language, latin=latin)

    def found(self) -> Findings:
        """All findings so far, those of the fonts among them."""
        borrowed: dict[tuple[str, str], set[str]] = {}
        for (fonts, *_), table in (*self._tables.items(), *self.vertical._tables.items()):
            wanted = self.fonts[fonts[0]]
            for token, used in table.borrowed.items():
                lacking = {c for c in token if not (c.isspace() or wanted.has(c))}  # white looks alike in all
                if lacking:
                    borrowed.setdefault((fonts[0], used), set()).update(lacking)
        self.findings.borrowed = tuple(
            Borrowed(wanted, used, "".join(sorted(characters)))
            for (wanted, used), characters in sorted(borrowed.items())
        )
        return self.findings

    def normalised(self, text: Text) -> str:
        """The text as it is to be set."""
        return self._normal(text).text

    def _normal(self, text: Text) -> Normalised:
        """The text with its changes. Found by identity: the record is kept, so its id stays its own."""
        known = self._normalised.get(id(text))
        if known is None:
            found = normalise(text.value) if self.choices.normalise else Normalised(text.value, ())
            if found.changes:
                self.findings.changes[text] = found.changes
            if left := unpaired_quotes(found):
                self.findings.unpaired[text] = left
            if text.marked is not None:
                from reportpdf.text.marked_setting import note_unended  # only texts with marks need it

                note_unended(self.findings, text, text.marked)
            known = self._normalised[id(text)] = (text, found)
        return known[1]

    def clusters(self, words: str, style: TextStyle, source: Text | None = None) -> tuple[Cluster, ...]:
        """The clusters of one short line, e.g. part of a figure."""
        return self.paragraph(words, style, self.choices.autospace, source).clusters

    def paragraph(
        self,
        words: str,
        style: TextStyle,
        autospace: float,
        source: Text | None = None,
        *,
        widest: float = inf,
        spans: Spans = (),
    ) -> Paragraph:
        """Words without a newline, ready to be broken; no Western word is wider than ``widest`` em."""
        key: Hashable = (words, _faces(style), autospace, style.half_quotes, widest)
        if spans:
            return self._marked(key, words, spans, style, autospace, source, widest)
        found = self._paragraphs.get(key)
        if found is None:
            table = self.table(style)
            rules = self._junctions(style, autospace)
            found = self._paragraphs[key] = prepare(words, table, rules, widest=widest)
        if source is not None and self.table(style).missing:
            note_missing(self.findings, self.table(style), found, words, self._normal(source), source)
        return found

    def _marked(
        self,
        plain: Hashable,
        words: str,
        spans: Spans,
        style: TextStyle,
        autospace: float,
        source: Text | None,
        widest: float,
    ) -> Paragraph:
        """The paragraph of words with marks; ``plain`` is the key of the words without."""
        from reportpdf.text.marked_setting import marked_paragraph, note_faults

        key = (plain, spans, style.strong, style.pitch / style.size)
        found = self._paragraphs.get(key)
        if found is None:
            rules = self._junctions(style, autospace)
            found = self._paragraphs[key] = marked_paragraph(self, words, spans, style, rules, widest)
        if source is not None:
            note_faults(self, style, source)
            note_missing(self.findings, self.table(style), found, words, self._normal(source), source)
        return found

    def one_line(self, text: Text) -> tuple[str, Spans]:
        """The text as it is to be set without its line breaks, and its marks."""
        if text.marked is None:
            return self.normalised(text).replace("\n", "").strip(), ()
        from reportpdf.text.marked_words import marked_line

        return marked_line(text.marked, self._normal(text))

    def _paragraphs_of(self, text: Text) -> Iterable[tuple[str, Spans]]:
        """The paragraphs of the text that hold anything, with their marks."""
        normal = self._normal(text)
        if text.marked is None:
            return [(part.strip(" \u3000"), ()) for part in LINE_END.split(normal.text) if part.strip()]
        from reportpdf.text.marked_words import marked_paragraphs

        return marked_paragraphs(text.marked, normal)

    def _junctions(self, style: TextStyle, autospace: float) -> JunctionRules:
        key = (_faces(style), autospace, style.half_quotes)
        rules = self._rules.get(key)
        if rules is None:
            rules = self.new_rules(autospace, half_quotes=style.half_quotes)
            self._rules[key] = rules
        return rules

    def new_rules(self, autospace: float, *, half_quotes: bool) -> JunctionRules:
        """Junction rules that know no pair yet."""
        return JunctionRules(self.choices, autospace, half_quotes=half_quotes)

    def block(
        self, text: Text, style: TextStyle, measure: float, *, indent: bool = True, first: bool = False
    ) -> Block:
        """The text set to a measure in points; a newline begins a paragraph, indented but for the first.

        Without ``indent`` none is indented, with ``first`` the first is as well.
        """
        key = (id(text), id(style), measure, indent, first)
        known = self._blocks.get(key)
        if known is None:
            known = self._blocks[key] = (
                text,
                style,
                self._block(text, style, measure, indent=indent, first=first),
            )
        return known[2]

    def _block(self, text: Text, style: TextStyle, measure: float, *, indent: bool, first: bool) -> Block:
        em, choices = measure / style.size, self.choices
        autospace = choices.autospace_at(em)
        parts: list[SetParagraph] = []
        for words, spans in self._paragraphs_of(text):
            inset = choices.indent if indent and (parts or first) else 0.0
            parts.append(self._set(words, style, em, inset, autospace, text, spans))
        return Block(style, measure, tuple(parts), choices.flush)

    def _set(
        self,
        words: str,
        style: TextStyle,
        em: float,
        inset: float,
        autospace: float,
        source: Text,
        spans: Spans,
    ) -> SetParagraph:
        """One paragraph broken; again letter by letter when a word is wider than the measure."""
        paragraph = self.paragraph(words, style, autospace, source, spans=spans)
        lines = self.breaker(paragraph, em, inset)
        if lines.forced or overfull(paragraph, lines, em, inset):
            paragraph = self.paragraph(words, style, autospace, source, widest=em - inset, spans=spans)
            lines = self.breaker(paragraph, em, inset)
            for line in lines.forced or (0,):
                self.findings.forced[source, line] = Forced(source, line)
        return SetParagraph(paragraph, lines, inset)
