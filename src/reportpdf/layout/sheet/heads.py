"""The head of a section's block: two vertical lines under a seal, or a horizontal title where they cannot be.

In: a section's title and the width of its head in units. Out: the forms it may take, the usual one first,
each with the lines it needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from reportpdf.layout.sheet.costs import ACROSS_HEAD, SMALL_HEAD
from reportpdf.layout.sheet.setting import SheetSection, SheetSetting
from reportpdf.layout.titles import Title, set_title
from reportpdf.layout.vertical_heads import VerticalHead, set_vertical_head
from reportpdf.text.block import Block
from reportpdf.theme.sheet import QuotePlace

MOST_CHARACTERS = 11.4
"""A vertical line is no longer than so many characters of the usual size [choice]."""

THREE = 3
LEAST_PITCH = 1.05
SEAL_AIR = 2.0
"""Between the seal and the line of the title beside it, points."""

FOOT_AIR = 4.0
"""White under a horizontal title, points."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HeadForm:
    """One form of a head: ``vertical`` or ``across``, the lines it takes, what it costs, the seal's side."""

    vertical: VerticalHead | None
    across: Title | None
    lines: int
    cost: float
    seal: float
    quote: Block | None = None
    """The section's quote in vertical lines under the head."""

    quote_top: int = 0
    """Where it begins, lines under the block's top."""


def head_forms(
    setting: SheetSetting, section: SheetSection, units: int, columns: int
) -> tuple[HeadForm, ...]:
    """The forms of a head ``units`` wide beside so many columns: vertical ones by size, then the other."""
    if section.continued:
        return ()
    forms = _vertical_forms(setting, section, units)
    quoted: tuple[HeadForm, ...] = ()
    if section.section.quote is not None and setting.look.callouts.quote is QuotePlace.UNDER_HEAD:
        quoted = tuple(with_quote(setting, section, form, units) for form in forms)
    return (*quoted, *forms, _across(setting, section, columns))


def with_quote(setting: SheetSetting, section: SheetSection, form: HeadForm, units: int) -> HeadForm:
    """The form with the section's quote under it, in as few lines of the grid as the head's width allows."""
    assert section.section.quote is not None  # the caller asked
    style = setting.styles.quote_vertical
    most = max(1, floor((setting.grid.span(units) + style.pitch - style.size) / style.pitch))
    length = 4
    while True:
        block = setting.setter.vertical.block(section.section.quote, style, length * setting.u, indent=False)
        if block.count <= most:
            top = form.lines + 2
            return replace(form, lines=top + length, quote=block, quote_top=top)
        length += 1


def _vertical_forms(setting: SheetSetting, section: SheetSection, units: int) -> tuple[HeadForm, ...]:
    look = setting.look.head
    width = setting.grid.span(units)
    forms: list[HeadForm] = []
    for wide in range(units, 0, -1):
        for size in look.sizes:
            forms += _form(setting, section, size * wide, look.sizes[0] * wide, width, 2, len(forms))
    if len(section.section.title.value) > 2 * MOST_CHARACTERS:
        forms += _form(setting, section, look.narrow_size, look.sizes[0], width, THREE, len(forms))
    return tuple(forms)


def _form(
    setting: SheetSetting,
    section: SheetSection,
    size: float,
    usual: float,
    width: float,
    most: int,
    step: int,
) -> list[HeadForm]:
    """The vertical head at that size, if its lines are not too long; [] else."""
    look, style = setting.look.head, setting.styles.section_title
    pitch = min(size * look.pitch_em, (width - size) / (most - 1))
    # A second line begins beside the seal, so the seal is no wider than the distance of the lines.
    seal = min(look.seal * max(1.0, size / look.sizes[0]), pitch - SEAL_AIR)
    top = look.bar + look.bar_gap
    under_seal = top + seal + look.seal_gap
    head = set_vertical_head(
        setting.setter,
        section.section.title,
        replace(style, size=size, pitch=pitch),
        room=under_seal + MOST_CHARACTERS * usual,
        starts=(under_seal, top),
        most_lines=most,
    )
    if head is None or len(head.lines) > most or pitch < size * LEAST_PITCH:
        return []
    return [HeadForm(head, None, ceil(head.height / setting.u - 0.1), SMALL_HEAD * step, seal)]


def _across(setting: SheetSetting, section: SheetSection, columns: int) -> HeadForm:
    """The title lying beside the seal, as wide as the columns of text."""
    look, style = setting.look.head, setting.styles.section_title_across
    width = setting.grid.span(2 * columns)
    title = set_title(setting.setter, section.section.title, style, look.across_sizes, width, most=4)
    high = look.bar + look.bar_gap + max(look.seal, len(title.lines) * title.pitch) + FOOT_AIR
    return HeadForm(None, title, ceil(high / setting.u - 0.05), ACROSS_HEAD, look.seal)
