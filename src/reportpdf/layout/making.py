"""Pieces made: the height of a head, a lead, a row, a stack, a row of photos, a part of a long text.

In: the setting and a section's plan. Out: :class:`~reportpdf.layout.pieces.Piece`, in quarter steps.
"""

from __future__ import annotations

from math import ceil

from reportpdf.layout.grid import Q
from reportpdf.layout.lead_form import HALF, figure_depth, head_height, lead_form
from reportpdf.layout.photo_rows import PhotoRow, is_beside, stack_limits
from reportpdf.layout.pieces import Piece, PieceKind, State
from reportpdf.layout.quotes import vertical_quote
from reportpdf.layout.setting import SectionPlan, Setting, callout_block
from reportpdf.text.block import Block

LONG_TEXT = 40
"""A text of more body lines than this at half width is longer than a page leaves room for."""

LONG_PARTS = (14, 24, 34)
LONG_REST = 45
LEAST_REST = 3
"""Lines a column of a long text may take on its first page, beside those that fill it; on pages after it; and
at the least on its last [choice]."""

_FEWEST_TO_A_LINE = 18
"""Characters that any line of body text at half width holds, so that a short text is known unset."""


def make_continued(setting: Setting, plan: SectionPlan) -> Piece:
    """The rule and line that head a page on which a section goes on."""
    height = round(setting.look.section.continued_u * Q)
    return Piece(PieceKind.CONTINUED, plan, 0, 0, height, height, height, 0, 0)


def make_head(setting: Setting, plan: SectionPlan) -> Piece:
    """The section's rule, seal and title."""
    section = setting.look.section
    height = head_height(setting, plan)
    gap, most = round(section.gap_u * Q), round(section.gap_most_u * Q)
    return Piece(PieceKind.HEAD, plan, 0, 0, height, height, height, gap, most)


def make_lead(setting: Setting, plan: SectionPlan) -> Piece | None:
    """The lead callout; None when its text is longer than a page leaves room for."""
    callouts = setting.look.callouts
    lines, columns, text_lines = lead_form(setting, plan)
    under_head = setting.grid.format.lines - head_height(setting, plan) // Q
    if text_lines > min(LONG_TEXT, under_head):
        return None
    free = lines >= callouts.lead_lines
    depth = figure_depth(setting, plan, lines, columns)
    natural = max(lines * Q + depth, text_lines * Q)
    least = max((callouts.lead_lines - 1) * Q + depth, text_lines * Q) if free else natural
    most = max(callouts.lead_lines_most * Q + depth, text_lines * Q) if free else natural
    return Piece(
        PieceKind.LEAD,
        plan,
        0,
        1,
        min(least, natural),
        natural,
        most,
        0,
        0,
        lines=text_lines,
        columns=columns,
        figure_lines=lines,
        depth=depth,
    )


def is_long(setting: Setting, plan: SectionPlan, at: int) -> bool:
    """Whether a callout's text is too long for a page; a short one is known by its length alone."""
    if len(plan.callouts[at].text.value) < LONG_TEXT * _FEWEST_TO_A_LINE:
        return False
    return callout_block(setting, plan.callouts[at], setting.styles.body, HALF).count > LONG_TEXT


def _text_lines(setting: Setting, plan: SectionPlan, at: int, size: int, columns: int) -> list[int]:
    """Body lines of so many callouts from ``at`` on, in so many columns each."""
    body = setting.styles.body
    counts = (callout_block(setting, plan.callouts[i], body, columns).count for i in range(at, at + size))
    return [max(1, count + plan.change) for count in counts]


def make_row(
    setting: Setting, plan: SectionPlan, at: int, size: int, *, with_quote: bool = False
) -> Piece | None:
    """Callouts side by side; ``with_quote`` leaves the last columns to the section's vertical quote.

    None if the quote is too long for its column.
    """
    look, full = setting.look.callouts, setting.grid.format.columns
    columns = (full - setting.look.quotes.columns if with_quote else full) // size
    counts = _text_lines(setting, plan, at, size, columns)
    lines, quote = max(counts), None
    if with_quote:
        found = vertical_quote(setting, plan, look.height_least_u + 1 + lines)
        if found is None:
            return None
        quote, steps = found
        lines = steps - look.height_least_u - 1
    return Piece(
        PieceKind.ROW,
        plan,
        at,
        at + size,
        (look.height_least_u + 1 + lines) * Q,
        (look.height_u + 1 + lines) * Q,
        (look.height_most_u + 1 + lines) * Q,
        look.gap_u * Q,
        look.gap_most_u * Q,
        lines=lines,
        columns=columns,
        uneven=lines - min(counts),
        quote=quote,
    )


def make_small_lead(setting: Setting, plan: SectionPlan, at: int) -> Piece:
    """A single callout left over, set across the page."""
    look = setting.look.callouts
    (lines,) = _text_lines(setting, plan, at, 1, HALF)
    height = (1 + max(look.small_lead_lines, lines)) * Q
    gap, most = look.gap_u * Q, look.gap_most_u * Q
    return Piece(
        PieceKind.SMALL_LEAD, plan, at, at + 1, height, height, height, gap, most, lines=lines, columns=HALF
    )


def make_stack(setting: Setting, plan: SectionPlan, at: int, size: int) -> Piece | None:
    """The section's only photo in eight columns with its last callouts stacked beside it.

    None when the stack would ask the photo to be higher or lower than the look allows.
    """
    look, columns = setting.look.callouts, setting.grid.format.columns - 8
    lines = sum(_text_lines(setting, plan, at, size, columns)) + (size - 1)
    least, most, rest = stack_limits(setting, plan.photos[0])
    natural, taller = ((h + 1) * size * Q + lines * Q for h in (look.height_u, look.height_most_u))
    if not least <= natural - rest <= most:
        return None
    return Piece(
        PieceKind.STACK,
        plan,
        at,
        at + size,
        natural,
        natural,
        taller if taller - rest <= most else natural,
        look.gap_u * Q,
        look.gap_most_u * Q,
        lines=lines,
        columns=columns,
    )


def make_photos(setting: Setting, plan: SectionPlan, at: int, row: PhotoRow, *, under_head: bool) -> Piece:
    """A row of photos in one of its forms; ``at`` counts the section's photos before it."""
    look = setting.look
    gap = ceil(look.photos.gap_u * Q) if at else look.callouts.gap_u * Q
    if under_head:
        gap = 0
    return Piece(
        PieceKind.BESIDE if is_beside(setting, row) else PieceKind.PHOTOS,
        plan,
        at,
        at + len(row.photos),
        row.least + row.caption,
        row.least + row.caption,
        row.most + row.caption,
        gap,
        gap + Q,
        beyond=row.limit - row.most,
        photos=row,
    )


def make_long(setting: Setting, plan: SectionPlan, state: State) -> tuple[tuple[Piece, int], ...]:
    """The parts that a text longer than a page may go on with, each with the lines set once it stands.

    A part stands in two even columns. The first carries the figure, and may be of any of some heights; the
    lines are 0 when the text is at its end.
    """
    block = callout_block(setting, plan.callouts[state.callouts], setting.styles.body, HALF)
    left = -(-(block.count - state.long_lines) // 2)
    whole = _whole_lines(setting, plan, under_head=state.callouts == 0)
    if state.long_lines:
        heights = [min(left, LONG_REST)]
    elif left <= whole:
        heights = [left]
    else:
        heights = [rows for rows in (*LONG_PARTS, whole) if left - rows >= LEAST_REST] or [left - LEAST_REST]
    return tuple(_long_part(setting, plan, state, block, rows) for rows in heights)


def _whole_lines(setting: Setting, plan: SectionPlan, *, under_head: bool) -> int:
    """Lines a column has on a page under the figure, and the section's head or the line that it goes on."""
    look, lines = setting.look, setting.grid.format.lines
    above = head_height(setting, plan) / Q + look.callouts.gap_u if under_head else look.section.continued_u
    return int(lines - above - look.callouts.height_u - 1)


def _long_part(
    setting: Setting, plan: SectionPlan, state: State, block: Block, rows: int
) -> tuple[Piece, int]:
    look, done = setting.look.callouts, state.long_lines
    height = (rows + (look.height_u + 1 if done == 0 else 0)) * Q
    at, gap = state.callouts, look.gap_u * Q
    piece = Piece(
        PieceKind.LONG,
        plan,
        at,
        at + 1,
        height,
        height,
        height,
        gap,
        gap,
        lines=rows,
        columns=done,
        block=block,
    )
    end = done + 2 * rows
    return piece, end if end < block.count else 0
