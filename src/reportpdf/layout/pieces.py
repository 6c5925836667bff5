"""The pieces a page is filled with, and which may follow which.

A piece knows how high it is at its least, natural and most, in quarters of a grid step, and how much
white it asks above. Pieces hold no position. :func:`options` walks a section: head and lead, rows of
two or three callouts, photo rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

from reportpdf.layout.photo_rows import PhotoRow, is_beside, pair_rows, stack_limits
from reportpdf.layout.setting import SectionPlan, Setting, callout_block
from reportpdf.text.setter import Block, text_height

Q = 4
"""Quarters in a grid step."""


class PieceKind(Enum):
    """What a piece is; the painter and the fitter look at nothing else."""

    HEAD = "head"
    LEAD = "lead"
    ROW = "row"
    SMALL_LEAD = "small lead"
    STACK = "stack"
    PHOTOS = "photos"
    BESIDE = "photo beside caption"
    LONG = "long text"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One piece of a page. Heights and gaps in quarter steps.

    Natural to ``most`` is the look's own slack; ``beyond`` is the last resort.
    ``lines`` is what the figure's height is added to: the longest text of the row in grid lines.
    ``last`` is the index after the last callout, or photo row, of the piece.
    """

    kind: PieceKind
    plan: SectionPlan
    first: int
    last: int
    least: int
    natural: int
    most: int
    gap: int
    gap_most: int
    beyond: int = 0
    """What the piece can still give when a page would end in white: taller photos, wider gaps."""

    lines: int = 0
    columns: int = 0
    figure_lines: int = 0
    """Lines of a lead's figure; fewer than the look's when the figure had to be made smaller."""

    uneven: int = 0
    photos: PhotoRow | None = None
    block: Block | None = None


@dataclass(frozen=True, slots=True, order=True)
class State:
    """How far the report has been set: a section, whether its head stands, and what of it does.

    ``long_lines`` counts the lines already set of the callout that is next, if it is a very long one.
    """

    section: int
    headed: bool = False
    callouts: int = 0
    long_lines: int = 0
    photos: int = 0


class Pieces:
    """Makes and keeps the pieces of a report."""

    def __init__(self, setting: Setting, plans: tuple[SectionPlan, ...]) -> None:
        self.setting = setting
        self.plans = plans
        self._made: dict[State, tuple[tuple[Piece, State], ...]] = {}
        self._photo_rows: dict[int, tuple[tuple[PhotoRow, ...], ...]] = {}

    def done(self, state: State) -> bool:
        """Whether everything has been set."""
        return state.section >= len(self.plans)

    def options(self, state: State) -> tuple[tuple[Piece, State], ...]:
        """The pieces that may come next, each with the state after it."""
        found = self._made.get(state)
        if found is None:
            found = self._made[state] = tuple(self._options(state))
        return found

    def continued(self, state: State) -> Piece | None:
        """The rule and line that head a page on which a section goes on; None at a section's start."""
        if self.done(state) or not state.headed:
            return None
        height = round(self.setting.look.section.continued_u * Q)
        plan = self.plans[state.section]
        return Piece(PieceKind.CONTINUED, plan, 0, 0, height, height, height, 0, 0)

    def rows_of_photos(self, index: int) -> tuple[tuple[PhotoRow, ...], ...]:
        """The section's photo rows with the forms each may take, when none stands beside callouts."""
        found = self._photo_rows.get(index)
        if found is None:
            found = self._photo_rows[index] = pair_rows(self.setting, self.plans[index].photos)
        return found

    def _options(self, state: State) -> list[tuple[Piece, State]]:
        plan = self.plans[state.section]
        if not state.headed:
            return [self._head(plan)]
        count = len(plan.callouts)
        if state.long_lines:
            return [self._long(plan, state)]
        if state.callouts == 0 and count:
            return [self._lead(plan)]
        if state.callouts < count:
            return self._rows(plan, state)
        return self._photo_row(plan, state)

    def _after(self, plan: SectionPlan, callouts: int, photos: int) -> State:
        """The state once so much of a section stands; the next section when nothing is left."""
        if callouts >= len(plan.callouts) and photos >= len(self.rows_of_photos(plan.index)):
            return State(plan.index + 1)
        return State(plan.index, True, callouts, 0, photos)

    def _head(self, plan: SectionPlan) -> tuple[Piece, State]:
        section = self.setting.look.section
        height = head_height(self.setting, plan)
        piece = Piece(
            PieceKind.HEAD, plan, 0, 0, height, height, height, round(section.gap_u * Q), round(section.gap_most_u * Q)
        )
        return piece, State(plan.index, True)

    def _lead(self, plan: SectionPlan) -> tuple[Piece, State]:
        callouts = self.setting.look.callouts
        lines, columns, text_lines = lead_form(self.setting, plan)
        if text_lines > LONG_TEXT:
            return self._long(plan, State(plan.index, True))
        free = lines >= callouts.lead_lines
        natural = max(lines, text_lines) * Q
        least = max(callouts.lead_lines - 1, text_lines) * Q if free else natural
        most = max(callouts.lead_lines_most, text_lines) * Q if free else natural
        piece = Piece(
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
        )
        return piece, self._after(plan, 1, 0)

    def _rows(self, plan: SectionPlan, state: State) -> list[tuple[Piece, State]]:
        """Rows of two or three; a single one left over stands alone or beside the only photo."""
        at, left = state.callouts, len(plan.callouts) - state.callouts
        single_photo = len(plan.photos) == 1
        found: list[tuple[Piece, State]] = []
        if self._is_long(plan, at):
            return [self._long(plan, state)]
        for size in (2, 3):
            rest = left - size
            if rest < 0 or any(self._is_long(plan, i) for i in range(at, at + size)):
                continue
            if rest != 1 or single_photo or self._is_long(plan, at + size):
                found.append((self._row(plan, at, size), self._after(plan, at + size, 0)))
        if single_photo and left in (1, 2):
            found += self._stacks(plan, at, left)
        if not found or left == 1:
            found.append((self._small_lead(plan, at), self._after(plan, at + 1, 0)))
        return found

    def _is_long(self, plan: SectionPlan, at: int) -> bool:
        """Whether the text is too long for a page; a short one is known by its length alone."""
        if len(plan.callouts[at].text.value) < LONG_TEXT * 18:
            return False
        block = callout_block(self.setting, plan.callouts[at], self.setting.styles.body, HALF)
        return block.count > LONG_TEXT

    def _row(self, plan: SectionPlan, at: int, size: int) -> Piece:
        look, columns = self.setting.look.callouts, 12 // size
        counts = [
            callout_block(self.setting, plan.callouts[i], self.setting.styles.body, columns).count
            for i in range(at, at + size)
        ]
        lines = max(counts)
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
        )

    def _small_lead(self, plan: SectionPlan, at: int) -> Piece:
        look = self.setting.look.callouts
        text = callout_block(self.setting, plan.callouts[at], self.setting.styles.body, HALF)
        height = (1 + max(look.small_lead_lines, text.count)) * Q
        return Piece(
            PieceKind.SMALL_LEAD,
            plan,
            at,
            at + 1,
            height,
            height,
            height,
            look.gap_u * Q,
            look.gap_most_u * Q,
            lines=text.count,
            columns=HALF,
        )

    def _stacks(self, plan: SectionPlan, at: int, left: int) -> list[tuple[Piece, State]]:
        """The only photo in eight columns with the last callouts stacked beside it."""
        look, setting = self.setting.look.callouts, self.setting
        counts = [
            callout_block(setting, plan.callouts[i], setting.styles.body, 4).count for i in range(at, at + left)
        ]
        lines = sum(counts) + (left - 1)
        limits = stack_limits(setting, plan.photos[0])
        heights = [(h + 1) * left + lines for h in (look.height_u, look.height_most_u)]
        if not limits[0] <= heights[0] * Q - limits[2] <= limits[1]:
            return []
        most = heights[1] if heights[1] * Q - limits[2] <= limits[1] else heights[0]
        piece = Piece(
            PieceKind.STACK,
            plan,
            at,
            at + left,
            heights[0] * Q,
            heights[0] * Q,
            most * Q,
            look.gap_u * Q,
            look.gap_most_u * Q,
            lines=lines,
            columns=4,
        )
        return [(piece, State(plan.index + 1))]

    def _photo_row(self, plan: SectionPlan, state: State) -> list[tuple[Piece, State]]:
        """The next row of photos in each of its forms."""
        look = self.setting.look
        gap = ceil(look.photos.gap_u * Q) if state.photos else look.callouts.gap_u * Q
        if state == State(plan.index, True):
            gap = 0
        after = self._after(plan, state.callouts, state.photos + 1)
        return [
            (
                Piece(
                    PieceKind.BESIDE if is_beside(row) else PieceKind.PHOTOS,
                    plan,
                    state.photos,
                    state.photos + 1,
                    row.least + row.caption,
                    row.least + row.caption,
                    row.most + row.caption,
                    gap,
                    gap + Q,
                    beyond=row.limit - row.most,
                    photos=row,
                ),
                after,
            )
            for row in self.rows_of_photos(plan.index)[state.photos]
        ]

    def _long(self, plan: SectionPlan, state: State) -> tuple[Piece, State]:
        """A part of a text longer than a page: its figure, then the text in two even columns."""
        look = self.setting.look.callouts
        block = callout_block(self.setting, plan.callouts[state.callouts], self.setting.styles.body, HALF)
        done = state.long_lines
        rows = min(-(-(block.count - done) // 2), LONG_PART)
        end = min(block.count, done + 2 * rows)
        height = (rows + (look.height_u + 1 if done == 0 else 0)) * Q
        piece = Piece(
            PieceKind.LONG,
            plan,
            state.callouts,
            state.callouts + 1,
            height,
            height,
            height,
            look.gap_u * Q,
            look.gap_u * Q,
            lines=rows,
            columns=done,
            block=block,
        )
        if end < block.count:
            return piece, State(plan.index, True, state.callouts, end)
        return piece, self._after(plan, state.callouts + 1, 0)


HALF = 6
"""Columns of half a page."""

LONG_TEXT = 40
"""A text of more body lines than this at half width is longer than a page leaves room for."""

LONG_PART = 34
"""Lines a column of a long text takes on one page, so that its figure and the page's head fit above."""


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
        fitted = figures.fit(callout.figure, lead_height(setting, look.lead_lines), setting.grid.span(HALF)).height
        lines = int(fitted / setting.u + look.lead_trim_u + 0.5)
        return min(look.lead_lines, max(look.lead_lines_least, lines)), HALF, text
    return look.lead_lines, HALF, text


def lead_height(setting: Setting, lines: int) -> float:
    """Height of a lead figure of so many lines, points."""
    return (lines - setting.look.callouts.lead_trim_u) * setting.u


def grid_lines(setting: Setting, block: Block) -> int:
    """Grid steps a block takes, its last half-leading left out."""
    return ceil(text_height(block.style, block.count) / setting.u - 0.1)
