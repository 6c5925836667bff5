"""Planes 2 and 3, variation sequences, and the face of a chain that draws them."""

from __future__ import annotations

import pytest

from reportpdf.text.cluster import Kind
from tests.text.typesetting import AS_DELIVERED, BODY, FONTS, HEI, KAI, SONG, cluster, lines_of, setter, style
from tests.text.typesetting import text as as_text

IVS = "\U000e0100"
"""VS17: the first of an ideograph's registered forms. No face that comes with reportpdf has any."""

FACES = [
    ("\U00020164", SONG, "plane 2, in the first face"),
    ("\U0002000b", KAI, "plane 2, in the third face only"),
    ("\U00030edd", HEI, "plane 3, in the second face only"),
    ("\U00030001", KAI, "plane 3, in the third face only"),
    ("葛" + IVS, SONG, "a form no face has: the character, and nothing for the selector"),
    ("\U0002000b" + IVS, KAI, "the same outside the basic plane"),
    ("，\ufe01", SONG, "a standardised form"),
]


@pytest.mark.parametrize(("token", "face", "why"), FACES, ids=[why for _, _, why in FACES])
def test_the_first_face_of_the_chain_that_has_it_draws_it(token: str, face: str, why: str) -> None:
    made = cluster(token)
    assert made.face == face, why
    assert [glyph.text for glyph in made.glyphs] == [token]
    assert made.advance == 1.0


def test_a_character_no_face_has_is_told_with_its_place() -> None:
    own = setter()
    own.block(as_text("国\U0002fffe国"), BODY, 10.0)
    assert [(f.offset, f.character) for f in own.findings.missing.values()] == [(1, "\U0002fffe")]


def test_an_unknown_selector_prints_nothing_and_stays_in_the_text() -> None:
    plain, chosen = cluster("葛"), cluster("葛" + IVS)
    assert [g.gid for g in plain.glyphs] == [g.gid for g in chosen.glyphs]
    assert chosen.text == "葛" + IVS


def test_a_known_selector_chooses_its_glyph() -> None:
    plain, corner, centred = (cluster(f"，{selector}") for selector in ("", "\ufe00", "\ufe01"))
    assert plain.glyphs[0].gid == corner.glyphs[0].gid != centred.glyphs[0].gid


def test_a_mark_in_a_form_of_its_own_has_the_white_of_that_form() -> None:
    """A selector after a comma kept all of its em: it was neither compressed nor cut at a line's end."""
    corner, centred = cluster("，\ufe00"), cluster("，\ufe01")
    assert (corner.left, corner.right) == pytest.approx((0.0, 0.5))
    assert (centred.left, centred.right) == pytest.approx((0.25, 0.25))
    assert corner.kind is centred.kind is Kind.PAUSE


def test_one_exclamation_mark_with_a_selector_is_not_two_marks() -> None:
    assert cluster("！\ufe00").advance == 1.0
    assert cluster("！！").advance == 1.0
    assert cluster("！\ufe00").right == pytest.approx(0.5)


def test_a_face_that_has_the_form_goes_before_one_that_has_the_character() -> None:
    """LXGW WenKai has the comma and no forms of it; Noto Serif SC has both. Source: CSS Fonts 4, 5.3."""
    chain = (KAI, SONG)
    assert cluster("，", *chain).face == KAI
    assert cluster("，\ufe01", *chain).face == SONG
    assert cluster("葛" + IVS, *chain).face == KAI


def test_what_a_fallback_drew_is_told() -> None:
    own = setter()
    own.block(as_text("国\U00030edd"), style(SONG, HEI), 10.0)
    assert [(b.wanted, b.used, b.characters) for b in own.found().borrowed] == [(SONG, HEI, "\U00030edd")]


@pytest.mark.parametrize("pair", ["葛" + IVS, "\U00030edd\ufe00", "e\u0301", "か\u3099"])
def test_a_character_and_what_belongs_to_it_are_never_split(pair: str) -> None:
    for measure in (1.0, 2.0, 3.0, 5.0):
        for line in lines_of(f"国{pair}国{pair}{pair}国", measure):
            assert line.replace(pair, "").strip("国") == ""


def test_a_word_is_set_in_the_one_face_that_has_all_of_it() -> None:
    made = setter(AS_DELIVERED).paragraph("国Ωmega国", style(SONG, HEI), 0.25)
    assert {c.face for c in made.clusters if c.kind is Kind.WESTERN} == {
        next(f for f in (SONG, HEI) if all(FONTS[f].has(c) for c in "Ωmega"))
    }
