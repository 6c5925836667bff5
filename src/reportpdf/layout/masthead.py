"""The head of page one: bar, headline, hairline, byline and lede. What is absent leaves no hole.

In: the report and the setting. Out: items and the height at which the rest of the page may begin.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from math import ceil

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.layout.display import Item, Role, Tag
from reportpdf.layout.even_names import set_names
from reportpdf.layout.headline import set_headline
from reportpdf.layout.lines import Words, put_block, rule
from reportpdf.layout.setting import Setting
from reportpdf.model.report import Report, Text
from reportpdf.text.block import HAN_TOP, first_baseline

HAN_DESCENT = 0.12

TALL_BYLINE_U = 3.0
"""A byline higher than the lede beside it by more steps than this stands over the lede, in rows [choice]."""

BYLINE_COLUMNS = 3
"""Columns of one role in such a row."""

DENSE = (0.95, 0.9, 0.86)
"""The type of a lede that is too long even as body text, of the body's: down to 9 pt in `a4` [choice]."""

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
    if report.lede and byline_bottom > lede_bottom + TALL_BYLINE_U * setting.u:
        byline, byline_bottom = _byline_rows(setting, report, top)
        below = grid.y(ceil((byline_bottom - grid.y(0)) / setting.u + DENSE_GAP_U - 1e-6))
        lede, lede_bottom = _lede(setting, report, below, across=True)
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
    grid = setting.grid
    items: list[Item] = []
    y = top
    room = grid.span(setting.look.masthead.lede_column) if report.lede else grid.width
    for i, (role, names) in enumerate(_set_byline(setting, report)):
        made, y = _role(setting, role, names, f"byline[{i}]", grid.x(0), y, room)
        items += made
    return items, y


def _set_byline(setting: Setting, report: Report) -> list[tuple[Words, tuple[Words, ...]]]:
    """Every role with its names; where several stand under one another they are as wide as each other."""
    styles, stacked = setting.styles, len(report.byline) > 1
    roles = set_names(
        setting.setter, tuple(line.role for line in report.byline), styles.byline_role, even=stacked
    )
    every = tuple(name for line in report.byline for name in line.names)
    names = iter(set_names(setting.setter, every, styles.byline_name, even=stacked))
    return [
        (role, tuple(islice(names, len(line.names)))) for role, line in zip(roles, report.byline, strict=True)
    ]


def _byline_rows(setting: Setting, report: Report, top: float) -> tuple[list[Item], float]:
    """Roles side by side, row under row, for a byline of many names."""
    grid = setting.grid
    each = grid.format.columns // BYLINE_COLUMNS
    room = grid.span(BYLINE_COLUMNS)
    items: list[Item] = []
    y = foot = top
    for i, (role, names) in enumerate(_set_byline(setting, report)):
        if i and i % each == 0:
            y = foot
        left = grid.x(i % each * BYLINE_COLUMNS)
        made, bottom = _role(setting, role, names, f"byline[{i}]", left, y, room)
        items += made
        foot = max(foot, bottom)
    return items, foot


def _role(
    setting: Setting, role: Words, names: tuple[Words, ...], path: str, left: float, y: float, room: float
) -> tuple[list[Item], float]:
    """One role and its names in ``room`` from ``left``, and the foot of its last line."""
    styles = setting.styles
    baseline = y + first_baseline(styles.byline_name)
    tag = Tag(Role.PARAGRAPH, f"{path}.role")
    items: list[Item] = [role.put(left, baseline, setting.inks["soft"], tag)]
    start = max(setting.look.masthead.name_indent, role.width + styles.byline_role.size)
    x = start
    for j, words in enumerate(names):
        if x > start and x + words.width > room:
            x, y = start, y + styles.byline_name.pitch
            baseline = y + first_baseline(styles.byline_name)
        tag = Tag(Role.PARAGRAPH, f"{path}.names[{j}]")
        items.append(words.put(left + x, baseline, setting.inks["text"], tag))
        x += words.width + styles.byline_name.size
    return items, y + styles.byline_name.pitch


def _lede(setting: Setting, report: Report, top: float, *, across: bool = False) -> tuple[list[Item], float]:
    """The lede from its column to the right edge; across the page when no byline stands beside it."""
    grid, look, style = setting.grid, setting.look.masthead, setting.styles.lede
    if not report.lede:
        return [], top
    column = look.lede_column if report.byline and not across else 0
    block = setting.setter.block(report.lede, style, grid.span(grid.format.columns - column))
    items = put_block(block, grid.x(column), top, setting.inks["text"], Tag(Role.PARAGRAPH, "lede"))
    return items, top + block.count * style.pitch - (style.pitch - style.size) / 2


def _long_lede(setting: Setting, lede: Text, top: float) -> tuple[list[Item], float]:
    """A lede too long for its own type: body text in two even columns, on the grid; smaller if it must be."""
    grid, style = setting.grid, setting.styles.body
    half = grid.format.columns // 2
    top = grid.y(ceil((top - grid.y(0)) / setting.u - 1e-6))
    block = setting.setter.block(lede, style, grid.span(half))
    rows = -(-block.count // 2)
    for share in DENSE:
        if top + rows * style.pitch <= grid.y(grid.format.lines) + 0.01:
            break
        body = setting.styles.body
        style = replace(body, size=body.size * share, pitch=body.pitch * share)
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
