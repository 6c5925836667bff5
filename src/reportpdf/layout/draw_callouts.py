"""Section heads, leads and rows of callouts as display items, in reading order.

In: a piece at its place (:class:`~reportpdf.layout.fit.Stand`) and the page's figure height. Out: items.
A row opens with a hairline; figures share one baseline and one edge of ink; texts stand on the grid.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import BoxItem, Item, Role, Tag
from reportpdf.layout.fit import FilledPage, Stand, lead_lines
from reportpdf.layout.grid import Q
from reportpdf.layout.lead_form import HALF, lead_height
from reportpdf.layout.lines import (
    Inks,
    column_rule,
    ink_height,
    ink_left,
    put_block,
    rule,
    set_words,
)
from reportpdf.layout.numerals import numeral_size, put_numeral
from reportpdf.layout.quotes import draw_vertical_quote
from reportpdf.layout.setting import SectionPlan, Setting, callout_block, section_name
from reportpdf.model.report import Callout
from reportpdf.text.block import HAN_TOP
from reportpdf.text.cluster import Kind
from reportpdf.theme.style import TextStyle

FIGURE = Role.FIGURE_TEXT
BODY = Role.PARAGRAPH

USUAL_DESCENT = -0.06
"""Ink under the baseline of a common Han character, em: a title of flat ones (一) stands as others do."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageHand:
    """What drawing a page's pieces needs: the setting, the page's choices."""

    setting: Setting
    filled: FilledPage

    def y(self, quarters: float) -> float:
        return self.setting.grid.y(quarters / Q)

    def inks(self, plan: SectionPlan) -> Inks:
        return self.setting.inks.within(plan.ink)


def draw_head(hand: PageHand, stand: Stand) -> list[Item]:
    """The section's rule, its seal hanging from the rule's left end, and the title beside the seal."""
    setting, plan, section = hand.setting, stand.piece.plan, hand.setting.look.section
    grid, u = setting.grid, setting.u
    top = hand.y(stand.top)
    seal_height = (section.seal_height_u + max(0, len(plan.title.lines) - 2) * section.extra_line_u) * u
    seal = Rect(grid.x(0), top, grid.span(section.seal_columns), seal_height)
    inks = hand.inks(plan)
    items: list[Item] = [
        rule(grid.x(0), top, grid.width, section.rule, plan.ink),
        BoxItem(seal, plan.ink),
        *_numeral(setting, plan, seal),
    ]
    lines = plan.title.lines
    # Commas and the tails of y and g hang under the seal: the title would else rise into the rule.
    han = [cluster for cluster in lines[-1].words.line.clusters if cluster.kind is Kind.HAN]
    lowest = min(ink_height(setting.setter, han)[0], USUAL_DESCENT) * plan.title.size
    baseline = seal.bottom + lowest - (len(lines) - 1) * plan.title.pitch
    x = (
        grid.x(section.title_column)
        - ink_left(setting.setter, lines[0].words.line.clusters[0]) * plan.title.size * 0.5
    )
    tag = Tag(Role.HEADING, f"{plan.path}.title")
    for i, line in enumerate(lines):
        items += line.put(x, baseline + i * plan.title.pitch, inks["text"], tag)
    return items


def _numeral(setting: Setting, plan: SectionPlan, seal: Rect) -> list[Item]:
    """The numeral in the seal, no larger in one that a third line of the title lets grow."""
    section = setting.look.section
    size = numeral_size(len(plan.numeral), section.seal_height_u * setting.u, section.numeral_scale)
    tag = Tag(Role.HEADING, f"{plan.path}.numeral")
    paper = setting.inks["paper"]
    return put_numeral(setting.setter, plan.numeral, setting.styles.numeral, size, seal, paper, tag)


def draw_continued(hand: PageHand, stand: Stand) -> list[Item]:
    """The rule and one line at the head of a page on which a section goes on."""
    setting, plan = hand.setting, stand.piece.plan
    section, style = setting.look.section, setting.styles.continued
    grid, top = setting.grid, hand.y(stand.top)
    words = set_words(setting.setter, f"{section_name(setting, plan)}（续）", style)
    lead = ink_left(setting.setter, words.line.clusters[0]) * style.size
    return [
        rule(grid.x(0), top, grid.width, section.rule, plan.ink),
        words.put(
            grid.x(0) - lead, top + section.rule + 0.95 * setting.u, setting.inks["text"], Tag(Role.ARTIFACT)
        ),
    ]


def draw_lead(hand: PageHand, stand: Stand) -> list[Item]:
    """The lead's figure on the left, its text on the right from the figure's top."""
    setting, piece = hand.setting, stand.piece
    lines = lead_lines(setting, piece, hand.filled.lead)
    style = setting.styles.lead_text if piece.columns == HALF else setting.styles.lead_text_narrow
    return _beside(hand, stand, hand.y(stand.top), lines, piece.columns, style=style)


def draw_small_lead(hand: PageHand, stand: Stand) -> list[Item]:
    """A single callout left over, set as a small lead under a hairline."""
    setting = hand.setting
    top = hand.y(stand.top)
    items: list[Item] = [hairline(hand, top)]
    items += _beside(
        hand, stand, top + setting.u, setting.look.callouts.small_lead_lines, HALF, style=setting.styles.body
    )
    return items


def _beside(
    hand: PageHand, stand: Stand, top: float, lines: int, columns: int, *, style: TextStyle
) -> list[Item]:
    """A figure of so many lines in the left columns, its text in the rest."""
    setting, plan = hand.setting, stand.piece.plan
    grid, u, at = setting.grid, setting.u, stand.piece.first
    callout, path = plan.callouts[at], plan.paths[at]
    baseline = top + (lines - 1) * u + (u - setting.styles.body.size) / 2 + HAN_TOP * setting.styles.body.size
    figure = setting.figures.fit(callout.figure, lead_height(setting, lines), grid.span(columns))
    items = figure.put(grid.x(0), baseline, hand.inks(plan), Tag(FIGURE, f"{path}.figure"))
    block = callout_block(setting, callout, style, grid.format.columns - columns)
    items += put_block(block, grid.x(columns), top, setting.inks["text"], Tag(BODY, f"{path}.text"))
    return items


def draw_row(hand: PageHand, stand: Stand) -> list[Item]:
    """Two or three callouts under one hairline, rules between their columns."""
    setting, piece = hand.setting, stand.piece
    top, columns = hand.y(stand.top), piece.columns
    bottom = top + stand.height * setting.u / Q
    items: list[Item] = [hairline(hand, top - rise(setting))]
    for i, at in enumerate(range(piece.first, piece.last)):
        if i:
            items.append(_rule_between(setting, i * columns, top, bottom))
        items += _callout(hand, piece.plan, at, i * columns, columns, top)
    if piece.quote is not None:
        column = (piece.last - piece.first) * columns
        items.append(_rule_between(setting, column, top, bottom))
        items += draw_vertical_quote(hand, stand, column, top - rise(setting))
    return items


def _rule_between(setting: Setting, column: int, top: float, bottom: float) -> BoxItem:
    look = setting.look.callouts
    x = setting.grid.gutter_middle(column)
    return column_rule(
        x, top - rise(setting) + look.column_rule_drop, bottom, look.column_rule, setting.inks["rule"]
    )


def rise(setting: Setting) -> float:
    """How far a row's hairline and figures stand above the grid, points."""
    return setting.look.callouts.rise_u * setting.u


def hairline(hand: PageHand, top: float) -> BoxItem:
    """The hairline across the page that opens a row."""
    setting = hand.setting
    return rule(
        setting.grid.x(0), top, setting.grid.width, setting.look.callouts.hairline, setting.inks["text"]
    )


def _callout(hand: PageHand, plan: SectionPlan, at: int, column: int, columns: int, top: float) -> list[Item]:
    """One callout of a row: figure, then text under it."""
    setting, look = hand.setting, hand.setting.look.callouts
    callout: Callout = plan.callouts[at]
    grid, u, path = setting.grid, setting.u, plan.paths[at]
    height = hand.filled.figure * u
    figure = setting.figures.fit(callout.figure, height, grid.span(columns))
    baseline = top + (look.figure_drop_u - look.rise_u) * u + height
    items = figure.put(grid.x(column), baseline, hand.inks(plan), Tag(FIGURE, f"{path}.figure"))
    block = callout_block(setting, callout, setting.styles.body, columns)
    items += put_block(
        block, grid.x(column), top + height + u, setting.inks["text"], Tag(BODY, f"{path}.text")
    )
    return items


def draw_stacked(hand: PageHand, stand: Stand, column: int) -> list[Item]:
    """The callouts of a stack, one under the other in the columns beside a photo."""
    setting, piece = hand.setting, stand.piece
    grid, u = setting.grid, setting.u
    top = hand.y(stand.top)
    items: list[Item] = []
    for at in range(piece.first, piece.last):
        if at > piece.first:
            top += u
            items.append(
                rule(
                    grid.x(column),
                    top - rise(setting),
                    grid.span(piece.columns),
                    setting.look.callouts.hairline,
                    setting.inks["text"],
                )
            )
        items += _callout(hand, piece.plan, at, column, piece.columns, top)
        block = callout_block(setting, piece.plan.callouts[at], setting.styles.body, piece.columns)
        top += (hand.filled.figure + 1 + block.count) * u
    return items


def draw_stack_rules(hand: PageHand, stand: Stand, column: int) -> list[Item]:
    """The hairline over a stack and the rule between it and its photo."""
    top = hand.y(stand.top)
    bottom = top + stand.height * hand.setting.u / Q
    return [hairline(hand, top - rise(hand.setting)), _rule_between(hand.setting, column, top, bottom)]
