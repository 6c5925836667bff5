"""Which piece may follow which: a walk through every section, one state at a time.

In: the section plans. Out: for a :class:`~reportpdf.layout.pieces.State`, the pieces that may come next and
the state after each: head and lead; rows of two or three callouts, never a lonely one; the pull-quote after
the lead or a row; photo rows.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.layout.grid import Q
from reportpdf.layout.making import (
    is_long,
    make_continued,
    make_head,
    make_lead,
    make_long,
    make_photos,
    make_row,
    make_small_lead,
    make_stack,
)
from reportpdf.layout.photo_rows import PhotoRow, next_row
from reportpdf.layout.pieces import Piece, State
from reportpdf.layout.quotes import is_vertical, make_quote
from reportpdf.layout.setting import SectionPlan, Setting

Option = tuple[Piece, State]
"""A piece and the state once it stands."""


KnownRows = dict[tuple[str, ...], tuple[PhotoRow, ...]]
"""Forms of the row that begins with the first of some photos, by their paths."""


class Pieces:
    """The pieces of a report, made when first asked for; ``rows`` are known from a look at it before."""

    def __init__(
        self, setting: Setting, plans: tuple[SectionPlan, ...], rows: KnownRows | None = None
    ) -> None:
        self.plans = plans
        self._setting = setting
        self._made: dict[State, tuple[Option, ...]] = {}
        self._photo_rows: KnownRows = {} if rows is None else rows
        self._tallest = setting.grid.format.lines * Q - round(setting.look.section.continued_u * Q)
        """What a page on which a section goes on leaves for a row, quarter steps."""

    def done(self, state: State) -> bool:
        """Whether everything has been set."""
        return state.section >= len(self.plans)

    def options(self, state: State) -> tuple[Option, ...]:
        """The pieces that may come next, each with the state after it."""
        found = self._made.get(state)
        if found is None:
            found = self._made[state] = tuple(self._options(state))
        return found

    def continued(self, state: State) -> Piece | None:
        """What heads a page on which a section goes on; None at a section's start and at the end."""
        if self.done(state) or not state.headed:
            return None
        return make_continued(self._setting, self.plans[state.section])

    def _options(self, state: State) -> list[Option]:
        plan = self.plans[state.section]
        if not state.headed:
            return [(make_head(self._setting, plan), self._after(plan, state, 0))]
        if state.long_lines:
            return self._long(plan, state)
        if state.callouts == 0 and plan.callouts:
            lead = make_lead(self._setting, plan)
            return [(lead, self._after(plan, state, 1))] if lead else self._long(plan, state)
        left = state.callouts < len(plan.callouts)
        if plan.section.quote and not state.quoted:
            return self._with_quote(plan, state, left=left)
        return self._rows(plan, state) if left else self._photos(plan, state)

    def _with_quote(self, plan: SectionPlan, state: State, *, left: bool) -> list[Option]:
        """The quote beside the next row, if it is vertical; else before any row or after the last."""
        if left and is_vertical(self._setting) and (beside := self._rows_with_quote(plan, state)):
            return beside
        after = self._after(plan, replace(state, quoted=True), state.callouts)
        quote = (make_quote(self._setting, plan, state.callouts), after)
        return [quote, *self._rows(plan, state)] if left else [quote]

    def _rows_with_quote(self, plan: SectionPlan, state: State) -> list[Option]:
        """One callout or two with the vertical quote in a column beside them."""
        setting, at = self._setting, state.callouts
        left = len(plan.callouts) - at
        found: list[Option] = []
        for size in (2, 1):
            if (
                size > left
                or left - size == 1
                or any(is_long(setting, plan, i) for i in range(at, at + size))
            ):
                continue
            row = make_row(setting, plan, at, size, with_quote=True)
            if row is not None and row.least <= self._tallest:
                found.append((row, self._after(plan, replace(state, quoted=True), at + size)))
        return found

    def _after(self, plan: SectionPlan, state: State, callouts: int, photos: int = 0) -> State:
        """The state once so much of a section stands; the next section when nothing is left."""
        quoted = state.quoted or not plan.section.quote
        if callouts >= len(plan.callouts) and photos >= len(plan.photos) and quoted:
            return State(plan.index + 1)
        return State(plan.index, True, callouts, 0, photos, state.quoted)

    def _row_of_photos(self, plan: SectionPlan, at: int) -> tuple[PhotoRow, ...]:
        """The forms of the section's row that begins with its photo ``at``."""
        left = plan.photos[at:]
        key = tuple(photo.path for photo in left)
        found = self._photo_rows.get(key)
        if found is None:
            found = self._photo_rows[key] = next_row(self._setting, left)
        return found

    def _rows(self, plan: SectionPlan, state: State) -> list[Option]:
        """Rows of two or three; a single one left over stands alone or beside the only photo."""
        setting, at = self._setting, state.callouts
        left = len(plan.callouts) - at
        single_photo = len(plan.photos) == 1
        if is_long(setting, plan, at):
            return self._long(plan, state)
        found: list[Option] = []
        most = setting.look.callouts.columns
        for size in range(2, most + 1):
            rest = left - size
            if rest < 0 or any(is_long(setting, plan, i) for i in range(at, at + size)):
                continue
            if rest != 1 or single_photo or most == 2 or is_long(setting, plan, at + size):
                row = make_row(setting, plan, at, size)
                if row is not None and row.least <= self._tallest:
                    found.append((row, self._after(plan, state, at + size)))
        quoted = state.quoted or not plan.section.quote
        if single_photo and left in (1, 2) and most > 1 and quoted:
            stack = make_stack(setting, plan, at, left)
            found += [(stack, State(plan.index + 1))] if stack else []
        if not found or left == 1:
            found.append((make_small_lead(setting, plan, at), self._after(plan, state, at + 1)))
        return found

    def _photos(self, plan: SectionPlan, state: State) -> list[Option]:
        """The next row of photos in each of its forms."""
        at = state.photos
        under_head = not plan.callouts and at == 0
        return [
            (
                make_photos(self._setting, plan, at, row, under_head=under_head),
                self._after(plan, state, state.callouts, at + len(row.photos)),
            )
            for row in self._row_of_photos(plan, at)
        ]

    def _long(self, plan: SectionPlan, state: State) -> list[Option]:
        """The parts of a text that is longer than a page."""
        ended = self._after(plan, state, state.callouts + 1)
        return [
            (
                piece,
                State(plan.index, True, state.callouts, lines, 0, state.quoted) if lines else ended,
            )
            for piece, lines in make_long(self._setting, plan, state)
        ]
