"""A text longer than a page: it fills the page it begins on, and no page holds two parts of it."""

from __future__ import annotations

import pytest

from reportpdf.layout.pieces import PieceKind
from tests.layout.audit import Proof, faults
from tests.layout.reports import callout, lay, prose, report, section


def proof(characters: int, *, before: int) -> Proof:
    short = tuple(callout("7人", prose(40, i)) for i in range(before))
    made = report(section("上句,下句", (*short, callout("1篇", prose(characters)))), title="长文")
    return Proof(made, (), lay(made).document)


@pytest.mark.parametrize("characters", [1500, 1900, 2400, 5200])
@pytest.mark.parametrize("before", [0, 1, 4])
def test_no_page_holds_two_parts_of_a_long_text(characters: int, before: int) -> None:
    made = proof(characters, before=before)
    assert faults(made) == []
    for page in made.opening.pages:
        assert sum(piece.kind is PieceKind.LONG for piece in page.pieces) <= 1


def test_a_long_text_begins_under_the_masthead() -> None:
    made = proof(5200, before=0)
    assert made.opening.opener is None
    assert [piece.kind for piece in made.opening.pages[0].pieces] == [PieceKind.HEAD, PieceKind.LONG]
