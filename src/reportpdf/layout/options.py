"""Which piece may follow which: a walk through every section, one state at a time.

In: the section plans. Out: for a :class:`~reportpdf.layout.pieces.State`, the pieces that may come next and
the state after each: head and lead; rows of two or three callouts, never a lonely one; photo rows.
"""

from __future__ import annotations

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
from reportpdf.layout.photo_rows import PhotoRow, pair_rows
from reportpdf.layout.pieces import Piece, State
from reportpdf.layout.setting import SectionPlan, Setting

Option = tuple[Piece, State]
"""A piece and the state once it stands."""


class Pieces:
    """The pieces of a report, made when first asked for."""

    def __init__(self, setting: Setting, plans: tuple[SectionPlan, ...]) -> None:
        self.plans = plans
        self._setting = setting
        self._made: dict[State, tuple[Option, ...]] = {}
        self._photo_rows: dict[int, tuple[tuple[PhotoRow, ...], ...]] = {}
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
            return [(make_head(self._setting, plan), State(plan.index, headed=True))]
        if state.long_lines:
            return self._long(plan, state)
        if state.callouts == 0 and plan.callouts:
            lead = make_lead(self._setting, plan)
            return [(lead, self._after(plan, 1, 0))] if lead else self._long(plan, state)
        if state.callouts < len(plan.callouts):
            return self._rows(plan, state)
        return self._photos(plan, state)

    def _after(self, plan: SectionPlan, callouts: int, photos: int) -> State:
        """The state once so much of a section stands; the next section when nothing is left."""
        if callouts >= len(plan.callouts) and photos >= len(self._rows_of_photos(plan.index)):
            return State(plan.index + 1)
        return State(plan.index, True, callouts, 0, photos)

    def _rows_of_photos(self, index: int) -> tuple[tuple[PhotoRow, ...], ...]:
        """The section's photo rows with the forms each may take, when none stands beside callouts."""
        found = self._photo_rows.get(index)
        if found is None:
            found = self._photo_rows[index] = pair_rows(self._setting, self.plans[index].photos)
        return found

    def _rows(self, plan: SectionPlan, state: State) -> list[Option]:
        """Rows of two or three; a single one left over stands alone or beside the only photo."""
        setting, at = self._setting, state.callouts
        left = len(plan.callouts) - at
        single_photo = len(plan.photos) == 1
        if is_long(setting, plan, at):
            return self._long(plan, state)
        found: list[Option] = []
        for size in (2, 3):
            rest = left - size
            if rest < 0 or any(is_long(setting, plan, i) for i in range(at, at + size)):
                continue
            if rest != 1 or single_photo or is_long(setting, plan, at + size):
                row = make_row(setting, plan, at, size)
                if row.least <= self._tallest:
                    found.append((row, self._after(plan, at + size, 0)))
        if single_photo and left in (1, 2):
            stack = make_stack(setting, plan, at, left)
            found += [(stack, State(plan.index + 1))] if stack else []
        if not found or left == 1:
            found.append((make_small_lead(setting, plan, at), self._after(plan, at + 1, 0)))
        return found

    def _photos(self, plan: SectionPlan, state: State) -> list[Option]:
        """The next row of photos in each of its forms."""
        after = self._after(plan, state.callouts, state.photos + 1)
        under_head = not plan.callouts and state.photos == 0
        return [
            (make_photos(self._setting, plan, state.photos, row, under_head=under_head), after)
            for row in self._rows_of_photos(plan.index)[state.photos]
        ]

    def _long(self, plan: SectionPlan, state: State) -> list[Option]:
        """The parts of a text that is longer than a page."""
        ended = self._after(plan, state.callouts + 1, 0)
        return [
            (piece, State(plan.index, True, state.callouts, lines) if lines else ended)
            for piece, lines in make_long(self._setting, plan, state)
        ]
