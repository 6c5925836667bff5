"""Words of a form become lines: in one face or in several, never wider than their cell.

Comes in: a cell, a style and a measure in points. Out: :class:`SetCell`, lines whose clusters know the run
they belong to. What no line can hold is cut; a character that no font has is printed as 〓 and noted, and
stays in the text layer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from math import inf

from reportpdf.base.problem import Place
from reportpdf.layout.form.records import Cell, Run
from reportpdf.layout.form.styles import COMPOSITION, STAND_IN
from reportpdf.model.marks import Mark, Span
from reportpdf.model.report import Text
from reportpdf.text.breaks import overfull
from reportpdf.text.cluster import Cluster
from reportpdf.text.face import FontSet
from reportpdf.text.junctions import Junction
from reportpdf.text.justify import Line, set_line
from reportpdf.text.marked import MarkedTable, cluster_starts, hold_cuts
from reportpdf.text.marked_setting import strong_style
from reportpdf.text.missing import note_missing
from reportpdf.text.normalise import LINE_END, Normalised
from reportpdf.text.optimal import total_fit
from reportpdf.text.paragraph import Paragraph, prepare
from reportpdf.text.ragged import ragged
from reportpdf.text.setter import Setter
from reportpdf.text.shape import ClusterTable
from reportpdf.theme.style import TextStyle


class StandInTable(ClusterTable):
    """Clusters of a style in which a character without a glyph is printed as 〓; its text stays."""

    def _make(self, token: str) -> Cluster:
        cluster = super()._make(token)
        if token not in self.missing or token == STAND_IN:
            return cluster
        stand = self[STAND_IN]
        glyphs = tuple(replace(glyph, text=token) for glyph in stand.glyphs)
        return replace(cluster, face=stand.face, glyphs=glyphs, advance=stand.advance)


class FormSetter(Setter):
    """The setter of forms: no normalising, ragged lines, stand-ins for what no font has."""

    def __init__(self, fonts: FontSet) -> None:
        super().__init__(fonts, COMPOSITION)

    def new_table(self, style: TextStyle) -> ClusterTable:
        """An empty table of clusters in the style's faces."""
        faces = [self.fonts[name] for name in style.fonts]
        return StandInTable(faces, trims=self.choices.trims, language=self.choices.language)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CellLine:
    """A line, and for each of its clusters the run it comes from; one run for all if there is just one."""

    line: Line
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetCell:
    """A cell set to its measure."""

    style: TextStyle
    lines: tuple[CellLine, ...]

    @property
    def height(self) -> float:
        """From the head of its first line box to the foot of the last."""
        return len(self.lines) * self.style.pitch

    @property
    def width(self) -> float:
        """Of its widest line."""
        return max((line.line.width for line in self.lines), default=0.0) * self.style.size


def set_cell(
    setter: Setter, cell: Cell, style: TextStyle, measure: float, place: Place, *, justified: bool = False
) -> SetCell:
    """The cell's lines. A newline begins a new line, and an empty one stays."""
    em = max(1.0, measure / style.size)
    lines: list[CellLine] = []
    for runs in _paragraphs(cell):
        if not runs:
            lines.append(CellLine(Line((), (), 0.0, 0.0), (Run(""),)))
            continue
        words = "".join(run.words for run in runs)
        source = Text(words, place)
        paragraph = _paragraph(setter, runs, words, style, source, inf)
        breaker = total_fit if justified else ragged
        found = breaker(paragraph, em, 0.0)
        if found.forced or overfull(paragraph, found, em, 0.0):
            paragraph = _paragraph(setter, runs, words, style, source, em)
            found = breaker(paragraph, em, 0.0)
        own = _owners(paragraph, runs, words)
        for start, end in found.ranges:
            line = set_line(paragraph, start, end, em if justified else None, style.tracking)
            lines.append(CellLine(line, own[start:end] if len(own) > 1 else own))
    return SetCell(style, tuple(lines))


def _paragraphs(cell: Cell) -> Iterator[tuple[Run, ...]]:
    """The runs of each line that was begun by a newline, without those that hold nothing."""
    found: list[list[Run]] = [[]]
    for run in cell:
        for number, part in enumerate(LINE_END.split(run.words)):
            if number:
                found.append([])
            if part:
                found[-1].append(run if part == run.words else replace(run, words=part))
    if len(found) > 1 or found[0]:
        for runs in found:
            yield tuple(runs) if any(run.words.strip() for run in runs) else ()


def _paragraph(
    setter: Setter, runs: tuple[Run, ...], words: str, style: TextStyle, source: Text, widest: float
) -> Paragraph:
    """The runs as one paragraph: prohibitions and spacing work across their borders."""
    space = setter.choices.autospace
    if len(runs) == 1:
        if runs[0].bold and style.strong:
            style = strong_style(style)
        return setter.paragraph(words, style, space, source, widest=widest)
    starts = list(accumulate((len(run.words) for run in runs), initial=0))
    bold = tuple(
        Span(start, start + len(run.words), Mark.STRONG)
        for start, run in zip(starts, runs, strict=False)
        if run.bold
    )
    plain = setter.table(style)
    strong = setter.table(strong_style(style)) if bold and style.strong else None
    table = MarkedTable(plain, strong, bold, down=False, borders=starts)
    rules = setter.new_rules(space, half_quotes=style.half_quotes)

    def settle(clusters: list[Cluster], junctions: list[Junction]) -> None:
        hold_cuts(cluster_starts(clusters, words), junctions, table.cuts)

    made = prepare(words, table, rules, widest=widest, settle=settle)
    for used in filter(None, (plain, strong)):
        note_missing(setter.findings, used, made, words, Normalised(words, ()), source)
    return made


def _owners(paragraph: Paragraph, runs: tuple[Run, ...], words: str) -> tuple[Run, ...]:
    """The run of each cluster; just one if there is one."""
    if len(runs) == 1:
        return runs
    starts = list(accumulate((len(run.words) for run in runs), initial=0))[:-1]
    return tuple(runs[bisect_right(starts, at) - 1] for at in cluster_starts(list(paragraph.clusters), words))
