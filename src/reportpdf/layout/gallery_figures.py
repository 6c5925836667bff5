"""Figures of the gallery look: light and large, their size saying their rank.

In: a figure and the width there is. Out: a :class:`~reportpdf.layout.figure_box.FigureBox` no wider than
that. Order: smaller by whole steps; a compound's parts one above the other; a number as much smaller as it
must be; words on several lines.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.ink import BLACK
from reportpdf.layout.display import ARTIFACT, Item
from reportpdf.layout.figure_box import FigureBox
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.head_search import wrapped
from reportpdf.layout.lines import ink_height, ink_left, set_words
from reportpdf.model.report import Text
from reportpdf.text.setter import Setter
from reportpdf.theme.gallery import GalleryFigures
from reportpdf.theme.gallery_styles import GalleryStyles
from reportpdf.theme.newspaper import Figures

FEW_LINES = 3
"""Words stand at the first of the sizes at which they take no more lines than this; else at the last."""

FINE_STEP = 1.0
"""Steps in which a number is made smaller that stands on one line by itself, points."""


class GalleryFigureSetter:
    """Builds the figures of one look."""

    def __init__(self, setter: Setter, styles: GalleryStyles, numbers: GalleryFigures, u: float) -> None:
        self._setter = setter
        self._styles = styles
        self._numbers = numbers
        self._plain = FigureSetter(setter, styles, _AS_SIZES, u)
        self._high = self._plain.digit_height
        self._made = FigureSetter(
            setter,
            styles,
            _in_heights(numbers, self._high),
            u,
            sign=styles.figure_sign,
            words=numbers.words,
        )
        self._fitted: dict[tuple[int, float, float], tuple[Text, FigureBox]] = {}

    def fit(self, figure: Text, width: float, size: float) -> FigureBox:
        """The figure with digits of that size, or as much smaller as the width asks."""
        key = (id(figure), width, size)
        known = self._fitted.get(key)
        if known is None:
            known = self._fitted[key] = (figure, self._fit(figure, width, size))
        return known[1]

    def _fit(self, figure: Text, width: float, size: float) -> FigureBox:
        numbers = self._numbers
        tried = size
        while tried >= min(size, numbers.size_least) - 1e-6:
            box = self._at(figure, tried)
            if box.width <= width + 1e-6:
                return box
            tried -= numbers.size_step
        words = self._setter.normalised(figure)
        if "、" in words.strip("、"):
            for each in numbers.stacked:
                box = self._made.column(figure, each * self._high, each * numbers.stack_gap)
                if box.width <= width:
                    return box
        if any(c.isascii() and c.isdigit() for c in words):
            smaller = self.on_one_line(figure, width, min(size, numbers.size_least))
            if smaller is not None:
                return smaller
        return self._on_lines(figure, words, width)

    def on_one_line(self, figure: Text, width: float, size: float) -> FigureBox | None:
        """The figure as large as one line allows, up to a size; None where that is too small for colour."""
        tried = size
        while tried >= self._numbers.wrapped[-1] - 1e-6:
            box = self._at(figure, tried)
            if box.width <= width + 1e-6:
                return box
            tried -= FINE_STEP
        return None

    def _at(self, figure: Text, size: float) -> FigureBox:
        return self._made.at(figure, size * self._high)

    def _on_lines(self, figure: Text, words: str, width: float) -> FigureBox:
        """Words on several lines, broken where the sense allows."""
        style = self._styles.figure_words
        for size in self._numbers.wrapped:
            lines = wrapped(self._setter, words, style, size, width)
            if len(lines) <= FEW_LINES:
                break
        return self._put_lines(figure, lines, size)

    def _put_lines(self, figure: Text, lines: list[str], size: float) -> FigureBox:
        pitch = size * (1 + self._numbers.stack_gap)
        items: list[Item] = []
        width = top = 0.0
        for i, line in enumerate(lines):
            run = set_words(self._setter, line, self._styles.figure_words, size, figure)
            if not run.line.clusters:
                continue
            lead = ink_left(self._setter, run.line.clusters[0]) * size
            y = (i + 1 - len(lines)) * pitch
            items.append(run.put(-lead, y, BLACK, ARTIFACT))
            width = max(width, run.width)
            top = max(top, ink_height(self._setter, run.line.clusters)[1] * size - y)
        return FigureBox(tuple(items), width, top)


_AS_SIZES = Figures(
    unit=1.0,
    unit_min=0.0,
    unit_gap=0.0,
    sign=1.0,
    sign_gap=0.0,
    compound_gap=0.0,
    compound_rule=0.0,
    stacked=0.0,
    least_u=0.0,
    step_u=1.0,
    list_unit=0.0,
    list_sign=0.0,
    list_gap=0.0,
)
"""Enough to learn how high the digits stand; the gallery's proportions replace some of it."""


def _in_heights(numbers: GalleryFigures, high: float) -> Figures:
    """The look's proportions, of the digits' size, as shares of their height."""
    return replace(
        _AS_SIZES,
        unit=numbers.unit / high,
        unit_min=numbers.unit_min,
        unit_gap=numbers.unit_gap / high,
        sign=numbers.sign,
        sign_gap=numbers.sign_gap / high,
        compound_gap=numbers.part_gap / high,
    )
