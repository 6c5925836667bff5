"""Codes of copies: not guessed, not misread, found among other words."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.dispatch.codes import ALPHABET, LENGTH, codes_in, grouped, is_code, new_code, plain
from reportpdf.dispatch.near_codes import nearness

seeds = st.integers(0, 2**64).map(lambda seed: new_code(Random(seed).randbytes))


@given(seeds)
def test_a_code_is_sound_and_read_back_however_it_is_written(code: str) -> None:
    assert is_code(code)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    for written in (grouped(code), grouped(code).lower(), " ".join(code), grouped(code).replace("-", "—")):
        assert plain(written) == code
    assert plain(code.replace("0", "O").replace("1", "l")) == code
    assert plain("".join(chr(ord(c) + 0xFEE0) for c in code)) == code  # full-width


@given(seeds, st.data())
def test_two_wrong_characters_are_always_noticed(code: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, LENGTH - 1), min_size=1, max_size=2, unique=True))
    wrong = list(code)
    for place in places:
        wrong[place] = data.draw(st.sampled_from([c for c in ALPHABET if c != code[place]]))
    assert not is_code("".join(wrong))
    assert nearness("".join(wrong), code)


@given(seeds, st.integers(0, LENGTH - 2))
def test_neighbours_that_changed_places_are_noticed(code: str, i: int) -> None:
    swapped = code[:i] + code[i + 1] + code[i] + code[i + 2 :]
    assert swapped == code or not is_code(swapped)
    assert nearness(swapped, code)


@given(seeds, st.text(max_size=8), st.text(max_size=8))
def test_a_code_is_found_among_other_words(code: str, before: str, after: str) -> None:
    assert code in list(codes_in(f"{before} {grouped(code)} {after}"))


def test_a_code_has_seventy_random_bits() -> None:
    assert len({new_code(lambda n, i=i: i.to_bytes(n, "big")) for i in range(5000)}) == 5000
    assert new_code(lambda n: b"\xff" * n)[:14] == "Z" * 14


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 0),
        ("0000-0000-0000-0000", 1),
        ("0000-0000-0000-0001", 0),
        ("10000-0000-0000-0000", 0),
        ("0000 0000 0000 0000", 0),
    ],
)
def test_only_sound_codes_are_found(words: str, found: int) -> None:
    assert len(list(codes_in(words))) == found


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("7K3M9QXA04TDBR2W", True),
        ("7K3M9QXA04TDBR2", True),  # one left out
        ("7K3M9QXA04TDBR2WW", True),  # one twice
        ("9QXA0", True),
        ("9QXA", False),  # too little
        ("????9QXA04TD????", True),
        ("????????????????", False),
        ("AAAA9QXA04TDBR2W", False),  # too much wrong
        ("ZZZZZ", False),
        ("", False),
    ],
)
def test_what_is_near_a_code(typed: str, near: bool) -> None:
    assert nearness(typed, "7K3M9QXA04TDBR2W") is near
