"""Printing conditions by name and by profile; profiles that are none; dates, spots and ink limits of
files."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportpdf.base.messages.press import ROWS
from reportpdf.base.messages.source import ROWS as SOURCE_ROWS
from reportpdf.base.problem import InputError, Place, Problem
from reportpdf.model.job import Marks
from reportpdf.press.conditions import CONDITIONS
from reportpdf.press.edition import Purpose
from reportpdf.source.condition_file import MAX_PROFILE, read_condition
from reportpdf.source.ink_limit import ink_limit_problems
from reportpdf.source.job_file import decode_job
from reportpdf.source.text_file import make_source
from reportpdf.source.theme_file import load_theme, theme_source
from reportpdf.source.wanted import Asked, wanted

PROFILES = Path(__file__).parent.parent.parent / "src" / "reportpdf" / "press" / "icc"
COATED = (PROFILES / "coated-fogra39-tac300.icc").read_bytes()
PLACE = Place("job.yaml", 2, 14, "press.condition")


def worded(found: Problem) -> Problem:
    row = {**ROWS, **SOURCE_ROWS}[found.code]
    assert row.fact.format(**dict(found.args))
    assert row.fix.format(**dict(found.args))
    return found


def refused(word: str, place: Place | None = None) -> Problem:
    with pytest.raises(InputError) as caught:
        read_condition(word, place)
    (found,) = caught.value.problems
    return worded(found)


def test_names_are_the_conditions_there_are() -> None:
    assert all(read_condition(name, None) is condition for name, condition in CONDITIONS.items())


def test_a_printers_profile_is_a_condition(tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(COATED)
    made = read_condition("press.icc", None, base=tmp_path)
    assert (made.name, made.profile, made.identifier) == ("press", str(path), "")


def patched(at: int, data: bytes) -> bytes:
    return COATED[:at] + data + COATED[at + len(data) :]


FAULTS = [
    (b"", "profile-none"),
    (b"x" * 400, "profile-none"),
    (COATED[:1000], "profile-cut"),
    (patched(8, b"\x05"), "profile-version"),
    (patched(12, b"mntr"), "profile-class"),
    (patched(16, b"RGB "), "profile-space"),
    (patched(128, struct.pack(">I", 1)), "profile-tables"),
    ((PROFILES / "srgb-v2.icc").read_bytes(), "profile-class"),
]


@pytest.mark.parametrize(("data", "code"), FAULTS, ids=[f"{i}-{c}" for i, (_, c) in enumerate(FAULTS)])
def test_what_is_no_press_profile_is_refused_with_the_reason(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(data)
    found = refused(str(path), PLACE)
    assert (found.code, found.place) == (code, PLACE)


def test_a_profile_of_a_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    with path.open("wb") as file:
        file.truncate(MAX_PROFILE + 1)
    assert refused(str(path)).code == "profile-large"


def test_a_name_that_is_none_is_answered_with_those_there_are() -> None:
    found = refused("glossy")
    assert found.code == "condition-unknown"
    assert "newsprint" in dict(found.args)["choices"]


def test_a_profile_that_is_not_there_is_told() -> None:
    assert refused("nowhere/press.icc").code == "profile-unreadable"


def job(text: str) -> tuple[object, list[Problem]]:
    made, found = wanted(
        Asked((Purpose.PRESS,)),
        decode_job(make_source(text, shown="job.yaml")),
        Path(),
        datetime(2025, 1, 1, tzinfo=UTC),
    )
    return made, [worded(p) for p in found]


def test_a_job_says_how_the_print_edition_is_made() -> None:
    text = """\
name: 滨州2024
round: 一校
date: 2025-01-10T08:30+08:00
press: {condition: newsprint, standard: x1a, marks: crop, intent: perceptual, lossless: true, allow: [all]}
"""
    made, problems = job(text)
    assert not problems
    assert made.condition is CONDITIONS["newsprint"]
    assert (made.marks, made.perceptual, made.lossless) == (Marks.CROP, True, True)
    assert made.standard.word == "x1a"
    assert made.date.isoformat() == "2025-01-10T08:30:00+08:00"


def test_without_a_date_a_print_file_has_that_of_its_report_and_a_screen_file_none() -> None:
    stated = datetime(2025, 1, 1, tzinfo=UTC)
    assert wanted(Asked((Purpose.PRESS,)), None, Path(), stated)[0].date == stated
    assert wanted(Asked(), None, Path(), stated)[0].date is None


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("date: gestern\n", "date-form", "1:7"),
        ("date: 2025-01-10T08:30\n", "date-zone", "1:7"),
        ("press: {standard: a4}\n", "standard-unknown", "1:19"),
        ("press: {condition: glossy}\n", "condition-unknown", "1:20"),
    ],
)
def test_a_job_that_cannot_be_is_refused_at_its_line(text: str, code: str, where: str) -> None:
    _, (found,) = job(text)
    assert found.place
    assert (found.code, f"{found.place.line}:{found.place.column}") == (code, where)


@pytest.mark.parametrize(
    "text", ["press: {marks: some}\n", "press: {gloss: 1}\n", "round: ''\n", "press: {lossless: maybe}\n"]
)
def test_a_job_with_a_wrong_word_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        decode_job(make_source(text, shown="job.yaml"))


def themed(tmp_path: Path, **palettes: str) -> str:
    text = theme_source("newspaper")
    for name, value in palettes.items():
        line = next(row for row in text.splitlines() if row.startswith(f"  {name}:"))
        text = text.replace(line, f"  {name}: {value}")
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_colour_with_too_much_ink_is_told_by_key_and_line(tmp_path: Path) -> None:
    name = themed(tmp_path, indigo="[100, 90, 60, 60]")
    (found,) = ink_limit_problems(load_theme(name), name, CONDITIONS["coated"])
    assert worded(found).place
    line = Path(name).read_text("utf-8").splitlines().index("  indigo: [100, 90, 60, 60]") + 1
    assert (found.place.line, found.place.path) == (line, "palettes.indigo")
    assert dict(found.args)["total"] == "310"


def test_newsprint_bears_less_than_coated_paper(tmp_path: Path) -> None:
    name = themed(tmp_path, pine="[92, 0, 90, 70]")
    theme = load_theme(name)
    assert not ink_limit_problems(theme, name, CONDITIONS["coated"])
    assert len(ink_limit_problems(theme, name, CONDITIONS["newsprint"])) == 1


def test_the_built_in_theme_is_within_every_condition() -> None:
    theme = load_theme("newspaper")
    for condition in CONDITIONS.values():
        assert not ink_limit_problems(theme, "newspaper", condition)


def test_a_spot_colour_is_an_ink_with_a_name(tmp_path: Path) -> None:
    name = themed(tmp_path, vermilion="{cmyk: [0, 98, 92, 10], spot: PANTONE 185 C}")
    assert load_theme(name).palettes[0].ink.spot == "PANTONE 185 C"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("{cmyk: [0, 98, 92, 10], spot: Cyan}", "ink-spot-name"),
        ("{cmyk: [0, 98, 92, 10], spot: all}", "ink-spot-name"),
        ("{spot: PANTONE 185 C}", "ink-form"),
        ("{cmyk: [0, 98, 92, 10], spot: ''}", "value-empty"),
    ],
)
def test_a_spot_colour_that_is_none_is_refused(value: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_theme(themed(tmp_path, vermilion=value))
    assert [worded(p).code for p in caught.value.problems] == [code]


def test_a_spot_colour_has_one_alternate(tmp_path: Path) -> None:
    one, other = "{cmyk: [0, 98, 92, 10], spot: Red}", "{cmyk: [0, 98, 92, 11], spot: Red}"
    with pytest.raises(InputError) as caught:
        load_theme(themed(tmp_path, vermilion=one, indigo=other))
    assert [worded(p).code for p in caught.value.problems] == ["ink-spot-twice"]
    load_theme(themed(tmp_path, vermilion=one, indigo=one))
