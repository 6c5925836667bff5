"""Standards as data: what goes together, what contradicts, and what choices of people become."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reportpdf.base.problem import Place
from reportpdf.model.claims import Claims, combine
from reportpdf.model.job import Marks
from reportpdf.model.standards import STANDARDS, Want
from reportpdf.press.choose import FELLOWS, Choice, Wanted, choose_editions
from reportpdf.press.colour import ColourSpace
from reportpdf.press.conditions import CONDITIONS
from reportpdf.press.edition import SCREEN, Purpose
from reportpdf.press.imposition import Imposition


def claims(*keys: str) -> Claims:
    made = combine(keys)
    assert isinstance(made, Claims), made
    return made


TOGETHER = [
    (("x4", "a2a", "ua1"), "1.6", ("GTS_PDFX", "GTS_PDFA1")),
    (("x4", "a2u"), "1.6", ("GTS_PDFX", "GTS_PDFA1")),
    (("x4",), "1.6", ("GTS_PDFX",)),
    (("x1a",), "1.4", ("GTS_PDFX",)),
    (("a2a", "ua1"), "1.7", ("GTS_PDFA1",)),
    (("a3a", "ua1"), "1.7", ("GTS_PDFA1",)),
    (("a4", "ua2"), "2.0", ("GTS_PDFA1",)),
    (("ua1",), "1.7", ()),
]


@pytest.mark.parametrize(("keys", "version", "intents"), TOGETHER)
def test_what_goes_together_has_one_version_and_its_intents(
    keys: tuple[str, ...], version: str, intents: tuple[str, ...]
) -> None:
    made = claims(*keys)
    assert (made.version, made.intents) == (version, intents)


APART = [
    (("x4", "a4"), frozenset(), [("PDF/X-4", "PDF/A-4")]),
    (("x4", "ua2"), frozenset(), [("PDF/X-4", "PDF/UA-2")]),
    (("x1a", "x4"), frozenset(), [("PDF/X-1a:2003", "PDF/X-4")]),
    (("a2a", "a3a"), frozenset(), [("PDF/A-2a", "PDF/A-3a")]),
    (("x4",), frozenset({Want.LINKS}), [("PDF/X-4", "links")]),
    (("x4",), frozenset({Want.PASSWORD}), [("PDF/X-4", "password")]),
    (("a2a",), frozenset({Want.ATTACHMENT}), [("PDF/A-2a", "attachment")]),
    (("a4",), frozenset({Want.ATTACHMENT}), [("PDF/A-4", "attachment")]),
    (
        ("x1a",),
        frozenset({Want.TRANSPARENCY, Want.RGB}),
        [("PDF/X-1a:2003", "rgb"), ("PDF/X-1a:2003", "transparency")],
    ),
]


@pytest.mark.parametrize(("keys", "wants", "said"), APART)
def test_what_contradicts_is_told_with_its_clause(
    keys: tuple[str, ...], wants: frozenset[Want], said: list[tuple[str, str]]
) -> None:
    found = combine(keys, wants)
    assert not isinstance(found, Claims)
    assert [(c.standard, c.other) for c in found] == said
    assert all(c.clause for c in found)


def test_an_attachment_goes_where_the_standard_has_a_place_for_it() -> None:
    for key in ("a3a", "a4f"):
        assert isinstance(combine(FELLOWS[key], frozenset({Want.ATTACHMENT})), Claims)


def test_every_standard_says_how_it_is_recognised() -> None:
    for standard in STANDARDS.values():
        assert standard.marks or standard.info
        assert standard.versions
        assert all(clause.startswith("ISO ") for _, clause in standard.refuses)


def test_x4_is_not_named_in_info() -> None:
    assert claims("x4").info == ()
    assert claims("x1a").info == (("GTS_PDFXVersion", "PDF/X-1a:2003"),)


def test_the_screen_edition_without_options_is_what_screen_chooses() -> None:
    (edition,), problems = choose_editions(Wanted())
    assert (edition, problems) == (SCREEN, ())


def test_three_purposes_are_three_editions_of_one_layout() -> None:
    wanted = Wanted((Purpose.SCREEN, Purpose.PRESS, Purpose.ARCHIVE), date=datetime(2025, 1, 10, tzinfo=UTC))
    editions, problems = choose_editions(wanted)
    assert not problems
    assert [e.space for e in editions] == [ColourSpace.SRGB, ColourSpace.CMYK, ColourSpace.SRGB]
    assert [[s.key for s in e.claims.standards] for e in editions] == [["a2a", "ua1"], ["x4"], ["a2a", "ua1"]]
    assert editions[1].condition == CONDITIONS["coated"]
    assert (editions[1].marks, editions[1].links) == (Marks.FULL, False)


def test_a_tagged_press_file_keeps_three_standards() -> None:
    (edition,), problems = choose_editions(Wanted((Purpose.PRESS,), tagged=True))
    assert not problems
    assert [s.name for s in edition.claims.standards] == ["PDF/X-4", "PDF/A-2a", "PDF/UA-1"]


def test_photos_have_the_resolution_of_the_paper() -> None:
    for condition in CONDITIONS.values():
        (edition,), _ = choose_editions(Wanted((Purpose.PRESS,), condition=condition))
        assert edition.photos.ppi == condition.photo_ppi


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted((Purpose.PRESS,), standard=Choice("x1a"), tagged=True), ["standard-conflict"] * 2),
        (Wanted((Purpose.SCREEN,), standard=Choice("x4")), ["standard-purpose"]),
        (Wanted((Purpose.PRESS,), standard=Choice("a4")), ["standard-purpose"]),
        (Wanted((Purpose.ARCHIVE,), attach=True), ["standard-conflict"]),
        (Wanted((Purpose.PRESS,), tagged=True, imposition=Imposition.BOOKLET), ["impose-tagged"]),
        (Wanted((Purpose.PRESS,), password=True), ["standard-conflict"]),
    ],
)
def test_choices_that_contradict_are_refused(wanted: Wanted, codes: list[str]) -> None:
    _, problems = choose_editions(wanted)
    assert [p.code for p in problems] == codes


def test_a_contradiction_stands_at_the_line_that_made_it() -> None:
    place = Place("job.yaml", 3, 13, "press.standard")
    _, problems = choose_editions(Wanted((Purpose.PRESS,), standard=Choice("x1a", place), tagged=True))
    assert {p.place for p in problems} == {place}
