"""The head of page one: bar, headline, hairline, byline and lede. What is absent leaves no hole.

In: the report and the setting. Out: items and the height at which the rest of the page may begin.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import ceil

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.layout.display import Item, Role, Tag
from reportpdf.layout.even_names import set_names
from reportpdf.layout.lines import put_block, rule
from reportpdf.layout.setting import Setting
from reportpdf.layout.titles import set_headline
from reportpdf.model.report import Report, Text
from reportpdf.text.block import HAN_TOP, first_baseline

HAN_DESCENT = 0.12

DENSE_GAP_U = 0.5
"""White between the byline and a lede set in columns under it, steps."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Masthead:
    """Items of the head; ``bottom`` is the foot of its last line, points from the trim's head."""

    items: tuple[Item, ...]
    bottom: float


def set_masthead(setting: Setting, report: Report) -> Masthead:
    """The opener's head as high as its words ask.

    Raises: InputError if they do not fit page one, even with the lede as body text in two columns.
    """
    grid, look = setting.grid, setting.look.masthead
    items: list[Item] = [rule(grid.x(0), grid.y(0), grid.width, look.bar, setting.inks["text"])]
    bottom = grid.y(0) + look.bar
    if report.title:
        headline, bottom = _headline(setting, report)
        items += headline
    if not report.byline and not report.lede:
        return Masthead(tuple(items), bottom)
    gap = look.lede_gap_u * setting.u
    top = bottom + (look.rule_gap_u * setting.u if report.title else 0.6 * setting.u) + gap
    # The byline stands on the grid of the page's body text; the hairline goes with it.
    top = grid.y(round((top - grid.y(0)) / setting.u))
    hairline = top - gap
    items.append(rule(grid.x(0), hairline, grid.width, setting.look.callouts.hairline, setting.inks["text"]))
    byline, byline_bottom = _byline(setting, report, top)
    lede, lede_bottom = _lede(setting, report, top)
    foot = grid.y(grid.format.lines)
    if lede_bottom > foot and report.lede:
        lede, lede_bottom = _long_lede(setting, report.lede, byline_bottom + DENSE_GAP_U * setting.u)
    bottom = max(byline_bottom, lede_bottom)
    if bottom > foot + 0.01:
        raise InputError(_too_high(setting, report, bottom - foot))
    return Masthead((*items, *byline, *lede), bottom)


def _headline(setting: Setting, report: Report) -> tuple[list[Item], float]:
    """The headline's lines and the foot of its Han box."""
    grid, look, style = setting.grid, setting.look.masthead, setting.styles.headline
    assert report.title is not None  # the caller asked
    title = set_headline(setting.setter, report.title, style, look.headline_min, grid.width)
    x = grid.x(0) - look.headline_hang_em * title.size
    y = grid.y(look.headline_top_u) + HAN_TOP * title.size
    items: list[Item] = []
    for line in title.lines:
        items += line.put(x, y, setting.inks["text"], Tag(Role.TITLE, "title"))
        y += title.pitch
    return items, y - title.pitch + HAN_DESCENT * title.size


def _byline(setting: Setting, report: Report, top: float) -> tuple[list[Item], float]:
    """Roles at the left edge, names beside them, a line to each role and more where names ask."""
    grid, look, styles = setting.grid, setting.look.masthead, setting.styles
    items: list[Item] = []
    y = top
    room = grid.span(look.lede_column) if report.lede else grid.width
    stacked = len(report.byline) > 1
    roles = set_names(
        setting.setter, tuple(line.role for line in report.byline), styles.byline_role, even=stacked
    )
    names = iter(
        set_names(
            setting.setter,
            tuple(name for line in report.byline for name in line.names),
            styles.byline_name,
            even=stacked,
        )
    )
    for i, (line, role) in enumerate(zip(report.byline, roles, strict=True)):
        path = f"byline[{i}]"
        baseline = y + first_baseline(styles.byline_name)
        items.append(role.put(grid.x(0), baseline, setting.inks["soft"], Tag(Role.PARAGRAPH, f"{path}.role")))
        start = max(look.name_indent, role.width + styles.byline_role.size)
        x = start
        for j, words in enumerate(islice(names, len(line.names))):
            if x > start and x + words.width > room:
                x, y = start, y + styles.byline_name.pitch
                baseline = y + first_baseline(styles.byline_name)
            tag = Tag(Role.PARAGRAPH, f"{path}.names[{j}]")
            items.append(words.put(grid.x(0) + x, baseline, setting.inks["text"], tag))
            x += words.width + styles.byline_name.size
        y += styles.byline_name.pitch
    return items, y if report.byline else top


def _lede(setting: Setting, report: Report, top: float) -> tuple[list[Item], float]:
    """The lede from its column to the right edge; across the page when there is no byline."""
    grid, look, style = setting.grid, setting.look.masthead, setting.styles.lede
    if not report.lede:
        return [], top
    column = look.lede_column if report.byline else 0
    block = setting.setter.block(report.lede, style, grid.span(grid.format.columns - column))
    items = put_block(block, grid.x(column), top, setting.inks["text"], Tag(Role.PARAGRAPH, "lede"))
    return items, top + block.count * style.pitch - (style.pitch - style.size) / 2


def _long_lede(setting: Setting, lede: Text, top: float) -> tuple[list[Item], float]:
    """A lede too long for its own type: body text in two even columns, on the grid."""
    grid, style = setting.grid, setting.styles.body
    half = grid.format.columns // 2
    top = grid.y(ceil((top - grid.y(0)) / setting.u - 1e-6))
    block = setting.setter.block(lede, style, grid.span(half))
    rows = -(-block.count // 2)
    items: list[Item] = []
    for side in (0, 1):
        lines = range(side * rows, min((side + 1) * rows, block.count))
        tag = Tag(Role.PARAGRAPH, "lede")
        items += put_block(block, grid.x(side * half), top, setting.inks["text"], tag, lines=lines)
    return items, top + rows * style.pitch


def _too_high(setting: Setting, report: Report, over: float) -> Problem:
    """The problem of a head that leaves page one at its foot; told where its longest part stands."""
    text = report.lede or report.byline[0].role
    return problem("masthead-too-high", text.place, lines=ceil(over / setting.u))
