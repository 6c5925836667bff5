"""The head of a section's block as display items: bars, seal and title, in reading order.

In: a setting, a section, the block's form of head, its place. Out: items. Bars and rules are furniture.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.lines import column_rule, ink_left, rule
from reportpdf.layout.numerals import numeral_size, put_numeral
from reportpdf.layout.sheet.heads import HeadForm
from reportpdf.layout.sheet.setting import SheetSection, SheetSetting
from reportpdf.layout.titles import couplet
from reportpdf.layout.vertical import put_vertical_block, set_vertical_words
from reportpdf.text.block import HAN_TOP

CONTINUED = "（续）"


def draw_bars(
    setting: SheetSetting, section: SheetSection, unit: int, units: int, head: int, top: float
) -> list[Item]:
    """The bar over the head and the bar over the columns, with the gutter between them."""
    grid, weight = setting.grid, setting.look.head.bar
    return [
        rule(grid.x(unit), top, grid.span(head), weight, section.ink),
        rule(grid.x(unit + head), top, grid.span(units - head), weight, section.ink),
    ]


def draw_vertical(
    setting: SheetSetting, section: SheetSection, form: HeadForm, unit: int, head: int, top: float, lines: int
) -> list[Item]:
    """Seal and vertical title, the quote under them, and the hairline between head and text."""
    grid, look = setting.grid, setting.look.head
    right = grid.x(unit) + grid.span(head)
    seal = Rect(right - form.seal, top + look.bar + look.bar_gap, form.seal, form.seal)
    items = draw_seal(setting, section, seal)
    if form.vertical is not None:
        tag = Tag(Role.HEADING, f"{section.path}.title")
        items += form.vertical.put(right, top, setting.inks["text"], tag)
    if form.quote is not None:
        start = top + form.quote_top * setting.u
        tag = Tag(Role.PARAGRAPH, f"{section.path}.quote")
        edge = right + (form.quote.style.pitch - form.quote.style.size) / 2
        items.append(rule(grid.x(unit), start - setting.u, grid.span(head), look.hairline, section.ink))
        items += put_vertical_block(form.quote, edge, start, setting.inks["text"], tag)
    items.append(head_rule(setting, unit + head, top, lines))
    return items


def head_rule(setting: SheetSetting, unit: int, top: float, lines: int) -> Item:
    """The hairline in the gutter between a head and its text."""
    bottom = top + lines * setting.u
    ink = setting.inks["text"]
    return column_rule(setting.grid.gutter_middle(unit), top, bottom, setting.look.head.hairline, ink)


def draw_across(
    setting: SheetSetting, section: SheetSection, form: HeadForm, unit: int, head: int, top: float
) -> list[Item]:
    """The seal over the empty head, the title beside it over the columns."""
    grid, look = setting.grid, setting.look.head
    start = top + look.bar + look.bar_gap
    right = grid.x(unit) + grid.span(head)
    items = draw_seal(setting, section, Rect(right - form.seal, start, form.seal, form.seal))
    title = form.across
    assert title is not None  # a form is vertical or across
    tag = Tag(Role.HEADING, f"{section.path}.title")
    high = (len(title.lines) - 1) * title.pitch + title.size
    baseline = start + max(0.0, (form.seal - high) / 2) + HAN_TOP * title.size
    for row, line in enumerate(title.lines):
        x = grid.x(unit + head) - ink_left(setting.setter, line.words.line.clusters[0]) * title.size
        items += line.put(x, baseline + row * title.pitch, setting.inks["text"], tag)
    return items


def draw_continued(
    setting: SheetSetting, section: SheetSection, unit: int, head: int, top: float, lines: int
) -> list[Item]:
    """The head of a section that goes on from another page: its seal and name, which is furniture here."""
    grid, look, style = setting.grid, setting.look.head, setting.styles.continued
    right = grid.x(unit) + grid.span(head)
    seal = Rect(right - look.seal, top + look.bar + look.bar_gap, look.seal, look.seal)
    items = draw_seal(setting, section, seal, ARTIFACT)
    start = seal.bottom + look.seal_gap
    title = setting.setter.normalised(section.section.title).strip()
    name = f"{couplet(title)[0].rstrip('，,')}{CONTINUED}"
    words = set_vertical_words(setting.setter, name, style)
    if words.length <= top + lines * setting.u - start:
        items.append(words.put(seal.x + seal.width / 2, start, setting.inks["text"], ARTIFACT))
    items.append(head_rule(setting, unit + head, top, lines))
    return items


def draw_seal(setting: SheetSetting, section: SheetSection, seal: Rect, tag: Tag | None = None) -> list[Item]:
    """The section's numeral in the middle of a square of its colour."""
    tag = tag or Tag(Role.HEADING, f"{section.path}.numeral")
    words, paper = section.numeral, setting.inks["paper"]
    size = numeral_size(len(words), seal.height, setting.look.head.numeral_scale)
    numeral = put_numeral(setting.setter, words, setting.styles.numeral, size, seal, paper, tag)
    return [BoxItem(seal, section.ink), *numeral]
