"""A page filled: slack is spent, and tightness found, in the look's order."""

from __future__ import annotations

import pytest

from reportpdf.layout.fit import FilledPage, fill
from reportpdf.layout.grid import Q
from reportpdf.layout.making import make_head, make_lead, make_photos, make_row
from reportpdf.layout.paginate import PagePlan
from reportpdf.layout.photo_rows import pair_rows
from reportpdf.layout.pieces import Piece, PieceKind
from reportpdf.layout.setting import PlacedPhoto, SectionPlan, plan_section
from tests.layout.reports import LOOK, callout, new_setting, photo, picture, prose, section

SETTING = new_setting()
LOOKS = LOOK.callouts


def a_section(callouts: int = 5, photos: int = 0, length: int = 60, index: int = 0) -> SectionPlan:
    sources = tuple(photo(None) for _ in range(photos))
    made = section("守护", tuple(callout("7人", prose(length, i)) for i in range(callouts)), sources)
    placed = tuple(PlacedPhoto(picture(source), f"p{i}") for i, source in enumerate(sources))
    return plan_section(SETTING, index, made, placed)


def pieces_of(plan: SectionPlan) -> tuple[Piece, ...]:
    """Head, lead, two rows of two, and the photos in one row."""
    lead = make_lead(SETTING, plan)
    assert lead is not None
    made = [make_head(SETTING, plan), lead, make_row(SETTING, plan, 1, 2), make_row(SETTING, plan, 3, 2)]
    for forms in pair_rows(SETTING, plan.photos):
        made.append(make_photos(SETTING, plan, 0, forms[0], under_head=False))
    return tuple(made)


def natural(pieces: tuple[Piece, ...]) -> int:
    page = PagePlan(pieces, 10_000, last=True)
    return fill(SETTING, PagePlan(pieces, _height(page)), 0).end


def _height(page: PagePlan) -> int:
    """Height of pieces at their natural size with the gaps before them, whole steps for rows."""
    at = 0
    for i, piece in enumerate(page.pieces):
        if i and piece.kind is not PieceKind.PHOTOS:
            at = -(-at // Q) * Q
        at += (piece.gap if i else 0) + piece.natural
    return at


def filled(pieces: tuple[Piece, ...], more: float) -> FilledPage:
    """The page with so many steps more than its pieces ask."""
    return fill(SETTING, PagePlan(pieces, natural(pieces) + round(more * Q)), 0)


def test_a_page_that_is_full_is_left_alone() -> None:
    page = filled(pieces_of(a_section()), 0)
    assert (page.figure, page.lead) == (LOOKS.height_u, LOOKS.lead_lines)
    assert [stand.gap for stand in page.stands] == [0, 0, LOOKS.gap_u * Q, LOOKS.gap_u * Q]


def test_photos_grow_first() -> None:
    pieces = pieces_of(a_section(photos=2))
    page = filled(pieces, 1)
    assert page.stands[-1].height == pieces[-1].natural + Q
    assert (page.figure, page.lead) == (LOOKS.height_u, LOOKS.lead_lines)


def test_then_figures_or_the_lead_grow() -> None:
    page = filled(pieces_of(a_section()), 1)
    assert (page.figure, page.lead) == (LOOKS.height_u, LOOKS.lead_lines + 1)
    assert {stand.gap for stand in page.stands} <= {0, LOOKS.gap_u * Q}


def test_figures_never_pass_their_share_of_the_lead() -> None:
    for more in range(12):
        page = filled(pieces_of(a_section()), more)
        lead = page.lead - LOOKS.lead_trim_u
        assert page.figure <= max(LOOKS.height_u, LOOKS.share_of_lead * lead)


def test_then_gaps_above_rows_open_the_lowest_first() -> None:
    gaps = [stand.gap // Q for stand in filled(pieces_of(a_section()), 2).stands]
    assert gaps[2:] == [1, 2]
    gaps = [stand.gap // Q for stand in filled(pieces_of(a_section()), 5).stands]
    assert gaps[2:] == [2, 2]


def test_figures_take_what_is_enough_for_all_of_them_before_the_gaps_do() -> None:
    page = filled(pieces_of(a_section()), 3)
    assert (page.figure, page.lead) == (LOOKS.height_most_u, LOOKS.lead_lines_most)
    assert [stand.gap // Q for stand in page.stands][2:] == [1, 1]


def test_then_the_gap_above_the_next_section() -> None:
    first, second = a_section(), a_section(callouts=5, index=1)
    pieces = (*pieces_of(first)[:3], *pieces_of(second)[:3])
    asked = [filled(pieces, more).stands[3].gap // Q for more in range(8)]
    assert asked[0] == LOOK.section.gap_u
    assert asked == sorted(asked)
    assert asked[-1] > asked[0]
    rows = [filled(pieces, more).stands[5].gap // Q for more in range(8)]
    assert rows[asked.index(2)] == LOOKS.gap_most_u


@pytest.mark.parametrize("more", range(6))
def test_slack_is_spent_to_the_foot_and_never_past_it(more: int) -> None:
    pieces = pieces_of(a_section(photos=3))
    page = filled(pieces, more)
    room = natural(pieces) + more * Q
    assert page.end <= room
    assert room - page.end < Q


def test_a_tight_page_takes_from_the_lead_then_from_figures() -> None:
    pieces = pieces_of(a_section())
    assert (filled(pieces, -1).figure, filled(pieces, -1).lead) == (LOOKS.height_u, LOOKS.lead_lines - 1)
    assert filled(pieces, -2).figure == LOOKS.height_least_u
    assert filled(pieces, -2).lead == LOOKS.lead_lines
    assert filled(pieces, -3).figure == LOOKS.height_least_u
    assert filled(pieces, -3).lead == LOOKS.lead_lines - 1


def test_a_short_last_page_is_opened_to_its_half_and_no_further() -> None:
    pieces = pieces_of(a_section(callouts=5))[:3]
    page = fill(SETTING, PagePlan(pieces, 48 * Q, last=True), 0)
    assert page.end <= 25 * Q


def test_rows_begin_on_whole_steps() -> None:
    for more in range(8):
        for stand in filled(pieces_of(a_section(photos=3)), more).stands:
            if stand.piece.kind in (PieceKind.HEAD, PieceKind.LEAD, PieceKind.ROW):
                assert stand.top % Q == 0
