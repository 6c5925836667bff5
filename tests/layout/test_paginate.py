"""The search for pages, over pieces made by hand: least white, no lonely head, a full last page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportpdf.layout.grid import Q
from reportpdf.layout.options import Option
from reportpdf.layout.paginate import PagePlan, paginate
from reportpdf.layout.pieces import Piece, PieceKind, State
from reportpdf.layout.setting import SectionPlan, plan_section
from tests.layout.reports import callout, new_setting, section

FULL = 48 * Q
SETTING = new_setting()


def plan(index: int, callouts: int) -> SectionPlan:
    made = section("守护", tuple(callout("7人", "文") for _ in range(callouts)))
    return plan_section(SETTING, index, made, ())


def piece(kind: PieceKind, own: SectionPlan, at: int, steps: float, **kw: int) -> Piece:
    height = round(steps * Q)
    made = Piece(kind, own, at, at + 1, height, height, height, 0 if kind is PieceKind.LEAD else Q, Q)
    return replace(made, **{name: value * Q for name, value in kw.items()})


class Chain:
    """Sections whose pieces stand in one order: a head, a lead, then rows. Stands in for ``Pieces``."""

    def __init__(self, *sections: Sequence[float], **kw: int) -> None:
        """The heights of each section's pieces, the head's first, in steps; ``kw`` are of the rows."""
        self.plans = tuple(plan(i, len(heights) - 1) for i, heights in enumerate(sections))
        self._sections = [
            [self._piece(i, at, steps, kw) for at, steps in enumerate(heights)]
            for i, heights in enumerate(sections)
        ]

    def _piece(self, index: int, at: int, steps: float, kw: dict[str, int]) -> Piece:
        kind = PieceKind.HEAD if at == 0 else PieceKind.LEAD if at == 1 else PieceKind.ROW
        return piece(kind, self.plans[index], max(0, at - 1), steps, **(kw if at > 1 else {}))

    def done(self, state: State) -> bool:
        return state.section >= len(self.plans)

    def options(self, state: State) -> tuple[Option, ...]:
        pieces = self._sections[state.section]
        at = state.callouts + 1 if state.headed else 0
        last = at + 1 == len(pieces)
        return ((pieces[at], State(state.section + 1) if last else State(state.section, True, at)),)

    def continued(self, state: State) -> Piece | None:
        if self.done(state) or not state.headed:
            return None
        return piece(PieceKind.CONTINUED, self.plans[state.section], 0, 2)


def kinds(pages: tuple[PagePlan, ...]) -> list[list[str]]:
    return [[p.kind.name for p in page.pieces] for page in pages]


def pages_of(chain: Chain, before: int = 1) -> tuple[PagePlan, ...]:
    return paginate(chain, FULL, FULL, before)[1]


def test_what_fits_a_page_stands_on_it_and_it_is_the_last() -> None:
    pages = pages_of(Chain([6, 6, 10, 10]))
    assert kinds(pages) == [["HEAD", "LEAD", "ROW", "ROW"]]
    assert pages[0].last


def test_a_section_goes_on_under_a_line_that_says_so() -> None:
    pages = pages_of(Chain([6, 6, 16, 16, 16, 16]))
    assert kinds(pages) == [["HEAD", "LEAD", "ROW", "ROW"], ["CONTINUED", "ROW", "ROW"]]
    assert [page.last for page in pages] == [False, True]


@pytest.mark.parametrize("left", range(7, 30))
def test_a_head_never_ends_a_page(left: int) -> None:
    """Whatever a page has left when a section ends: its next head goes with its lead."""
    pages = pages_of(Chain([6, 6, 48 - 6 - 6 - 1 - left], [6, 6, 20, 10]))
    for page in pages[:-1]:
        assert page.pieces[-1].kind is not PieceKind.HEAD


@pytest.mark.parametrize("left", range(15, 18))
def test_a_lead_does_not_end_a_page_for_the_sake_of_a_little_white(left: int) -> None:
    pages = pages_of(Chain([6, 6, 48 - 6 - 6 - 1 - left], [6, 6, 20, 10]))
    assert kinds(pages)[0] == ["HEAD", "LEAD", "ROW"]
    assert kinds(pages)[1][:2] == ["HEAD", "LEAD"]


def test_the_fullest_pages_are_chosen() -> None:
    """Rows of 20 and 11 steps: the way that leaves least white at the feet wins over taking what fits."""
    pages = pages_of(Chain([6, 6, 15, 17, 21, 22, 22, 22], most=0))
    ends = [sum(p.natural + p.gap for p in page.pieces) for page in pages[:-1]]
    assert all(end <= FULL + Q for end in ends)
    assert min(ends) >= 44 * Q


def test_the_last_page_can_be_half_filled_when_rows_can_be_moved_to_it() -> None:
    pages = pages_of(Chain([6, 6, 8, 8, 8, 8, 8, 8], most=12))
    assert len(pages) == 2
    assert sum(p.most + p.gap_most for p in pages[-1].pieces) >= FULL // 2


def test_a_piece_higher_than_a_page_has_one_of_its_own() -> None:
    pages = pages_of(Chain([6, 6, 60, 10]))
    tall = next(page for page in pages if any(p.natural > FULL for p in page.pieces))
    assert [p.kind for p in tall.pieces] == [PieceKind.CONTINUED, PieceKind.ROW]


def test_every_piece_is_set_once_and_in_order() -> None:
    chain = Chain([6, 6, 9, 14, 11], [9, 10, 21], [6, 30, 12, 12, 12], [6, 6])
    set_ = [(p.plan.index, p.kind, p.first) for page in pages_of(chain) for p in page.pieces]
    wanted = [(p.plan.index, p.kind, p.first) for pieces in chain._sections for p in pieces]
    assert [found for found in set_ if found[1] is not PieceKind.CONTINUED] == wanted


def test_a_smaller_first_page_holds_less() -> None:
    _, pages = paginate(Chain([6, 6, 10, 10]), FULL, 25 * Q, 0)
    assert kinds(pages) == [["HEAD", "LEAD", "ROW"], ["CONTINUED", "ROW"]]
    assert [page.room for page in pages] == [25 * Q, FULL]
