"""How a section's head and lead stand: lines of the figure, columns of figure and text.

In: a section's plan. Out: whole numbers of lines and columns; heights in quarter steps or points.
"""

from __future__ import annotations

from math import ceil

from reportpdf.layout.grid import Q
from reportpdf.layout.setting import SectionPlan, Setting, callout_block
from reportpdf.text.block import Block, first_baseline, text_height

HALF = 6
"""Columns of half a page."""


def head_height(setting: Setting, plan: SectionPlan) -> int:
    """Height of a section's head in quarter steps, its gap included."""
    section = setting.look.section
    extra = max(0, len(plan.title.lines) - 2) * section.extra_line_u
    return ceil(section.height_u + extra - 1e-6) * Q


def lead_form(setting: Setting, plan: SectionPlan) -> tuple[int, int, int]:
    """(figure lines n, columns of the figure, grid lines of the text) of a section's lead.

    Six and six columns, unless the figure is wider than six at its full height and fits eight, and the
    text is not too long for the four that are left.
    """
    look, styles, figures = setting.look.callouts, setting.styles, setting.figures
    callout = plan.callouts[0]
    wide = figures.at(callout.figure, lead_height(setting, look.lead_lines)).width
    text = grid_lines(setting, callout_block(setting, callout, styles.lead_text, HALF))
    if wide > setting.grid.span(HALF):
        narrow = callout_block(setting, callout, styles.lead_text_narrow, 4).count
        at_most = figures.at(callout.figure, lead_height(setting, look.lead_lines_most)).width
        if narrow <= 2 * look.lead_lines_most and at_most <= setting.grid.span(8):
            return look.lead_lines_most, 8, narrow
        fitted = figures.fit(
            callout.figure, lead_height(setting, look.lead_lines), setting.grid.span(HALF)
        ).height
        lines = int(fitted / setting.u + look.lead_trim_u + 0.5)
        return min(look.lead_lines, max(look.lead_lines_least, lines)), HALF, text
    return look.lead_lines, HALF, text


def lead_height(setting: Setting, lines: int) -> float:
    """Height of a lead figure of so many lines, points."""
    return (lines - setting.look.callouts.lead_trim_u) * setting.u


def grid_lines(setting: Setting, block: Block) -> int:
    """Grid steps a block takes, its last half-leading left out."""
    return ceil(text_height(block.style, block.count) / setting.u - 0.1)


def figure_depth(setting: Setting, plan: SectionPlan, lines: int, columns: int) -> int:
    """What a lead's figure needs under the last of its lines, whole steps in quarters; 0 for most."""
    width = setting.grid.span(columns)
    figure = setting.figures.fit(plan.callouts[0].figure, lead_height(setting, lines), width)
    under = setting.u - first_baseline(setting.styles.body)
    return ceil((figure.depth - under) / setting.u - 0.1) * Q if figure.depth > under else 0
