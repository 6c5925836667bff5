"""Which size a figure takes on a sheet: the largest of its place's that fits, then one over the other.

In: a figure, the sizes of its place and the width there is. Out: a
:class:`~reportpdf.layout.figure_box.FigureBox` no wider than that.
"""

from __future__ import annotations

from math import ceil

from reportpdf.layout.figure_box import FigureBox
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.sheet.setting import SheetSetting
from reportpdf.model.report import Text

BETWEEN = 12.0
"""White between two figures that stand one over the other, points [choice]."""

LONG = 2.2
"""Words too long for a line at the smallest size are broken within so many times its height [choice]."""

NEARLY = 0.1
"""A zone may be so much of a line lower than what stands in it asks for."""


def hero_figure(setting: SheetSetting, figure: Text, width: float) -> FigureBox:
    """The figure of a section's first callout across ``width`` points."""
    sizes = setting.hero_sizes
    box = one_line(setting.hero_figures, figure, sizes, width)
    return (
        box or _stack(setting.hero_figures, figure, sizes[-1], width) or flow_figure(setting, figure, width)
    )


def flow_figure(setting: SheetSetting, figure: Text, width: float) -> FigureBox:
    """The figure of any other callout over its text."""
    figures, small = setting.figures, setting.sizes[-1]
    box = one_line(figures, figure, setting.sizes, width) or _stack(figures, figure, small, width)
    return box or figures.fit(figure, LONG * small * figures.digit_height, width)


def row_figure(setting: SheetSetting, figure: Text, width: float, height: float) -> FigureBox:
    """The figure beside the columns of its text, which are ``height`` points high."""
    figures, numbers = setting.hero_figures, setting.look.figures
    each = numbers.stacked_row * figures.digit_height
    least = 2 * each + BETWEEN
    stack = figures.stacked(figure, min(max(height, least), least + BETWEEN), each)
    if stack is not None and stack.width <= width and len(figure.value.split("、")) == 2:
        return stack
    return one_line(figures, figure, (numbers.row,), width) or flow_figure(setting, figure, width)


def one_line(figures: FigureSetter, figure: Text, sizes: tuple[float, ...], width: float) -> FigureBox | None:
    """The figure on one line at the first size at which it fits."""
    for size in sizes:
        box = figures.at(figure, size * figures.digit_height)
        if box.width <= width + 1e-6:
            return box
    return None


def _stack(figures: FigureSetter, figure: Text, size: float, width: float) -> FigureBox | None:
    """The parts of a compound one over the other at that size, if they fit."""
    parts = [part for part in figure.value.split("、") if part.strip()]
    each = size * figures.digit_height
    box = figures.stacked(figure, len(parts) * each + (len(parts) - 1) * BETWEEN, each)
    return box if box is not None and box.width <= width + 1e-6 else None


def zone_lines(setting: SheetSetting, box: FigureBox) -> int:
    """Lines of the zone over a text that the figure stands in."""
    numbers = setting.look.callouts
    return ceil((numbers.figure_head + box.height + box.depth + numbers.figure_foot) / setting.u - NEARLY * 2)
