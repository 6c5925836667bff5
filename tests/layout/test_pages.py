"""What holds of every page of any report in every look: its audit over reports of all sizes and shapes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings

from reportpdf.layout.display import Laid
from reportpdf.theme.records import Theme
from tests.layout import audit, galleries, gallery_audit
from tests.layout.audit import Proof
from tests.layout.generated import Recipe, recipes
from tests.layout.reports import (
    THEME,
    callout,
    lay,
    photo,
    pictures,
    prose,
    report,
    sample,
    section,
)
from tests.layout.trace import trace

EXTREMES = {
    "one callout": Recipe(1, 1, callouts=1, photos=0),
    "forty callouts in one section": Recipe(2, 1, callouts=40, photos=0, lede=170, byline=True),
    "forty callouts and thirty photos": Recipe(3, 2, callouts=40, photos=30),
    "photos only": Recipe(4, 1, callouts=0, photos=30),
    "one photo only": Recipe(5, 1, callouts=0, photos=1),
    "twelve sections": Recipe(6, 12, callouts=3, photos=1, lede=170),
    "thirteen sections": Recipe(7, 13, callouts=2, photos=0),
    "forty sections": Recipe(8, 40, callouts=3, photos=2),
    "no title": Recipe(9, 4, headline=0, callouts=5, photos=2),
    "the longest title": Recipe(10, 3, headline=5, lede=420, byline=True),
    "long texts": Recipe(11, 6, long=True, callouts=5),
    "long texts by fours": Recipe(12, 8, long=True, callouts=4, photos=0),
    "a lead before a row as high as a page": Recipe(4112, 2, long=True, headline=0),
    "a photo beside a stack that takes a part of a quarter step": Recipe(1608, 4),
    "a tall head over texts that leave it no page": Recipe(49712, 1, long=True, lede=60, byline=True),
    "a lead before a section that fills its pages": Recipe(3634, 3, long=True, headline=0),
}


@dataclass(frozen=True)
class Look:
    """A look with what lays it out and what audits it."""

    theme: Theme
    lay: Callable[..., Laid]
    faults: Callable[[Proof], list[str]]

    def proof(self, recipe: Recipe) -> Proof:
        made = galleries.quoted(recipe.report(), recipe.seed) if self.theme.gallery else recipe.report()
        shown = recipe.pictures(made)
        return Proof(made, shown, self.lay(made, shown).document)


LOOKS = {
    "newspaper": Look(THEME, lay, audit.faults),
    "gallery": Look(galleries.THEME, galleries.lay, gallery_audit.faults),
}


@pytest.fixture(params=LOOKS, scope="module")
def look(request: pytest.FixtureRequest) -> Look:
    return LOOKS[request.param]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipe=recipes(sections=9))
def test_no_page_of_any_report_has_a_fault(look: Look, recipe: Recipe) -> None:
    assert look.faults(look.proof(recipe)) == []


@pytest.mark.parametrize("name", EXTREMES)
def test_no_page_of_an_extreme_report_has_a_fault(look: Look, name: str) -> None:
    assert look.faults(look.proof(EXTREMES[name])) == []


def test_the_sample_has_no_fault(look: Look) -> None:
    read = galleries.sample() if look.theme.gallery else sample()
    document = look.lay(read.report, read.pictures).document
    assert look.faults(Proof(read.report, read.pictures, document)) == []


@settings(max_examples=8, deadline=None)
@given(recipe=recipes(sections=5))
def test_two_runs_lay_out_the_same_pages(look: Look, recipe: Recipe) -> None:
    one, other = look.proof(recipe), look.proof(recipe)
    assert trace(one.document, look.theme) == trace(other.document, look.theme)


@pytest.mark.parametrize("length", [300, 800, 1500, 3000])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_long_text_stands_whole_wherever_it_comes(look: Look, length: int, at: int) -> None:
    texts = [prose(60, i) for i in range(4)]
    texts[at] = prose(length)
    made = report(section("平安,建设", tuple(callout("23项", words) for words in texts)))
    assert look.faults(Proof(made, (), look.lay(made).document)) == []


@pytest.mark.parametrize("count", range(1, 14))
@pytest.mark.parametrize("photos", range(4))
def test_any_number_of_callouts_is_set(look: Look, count: int, photos: int) -> None:
    callouts = tuple(callout("7人", prose(80 + i, i)) for i in range(count))
    made = report(section("守护", callouts, tuple(photo() for _ in range(photos))))
    assert look.faults(Proof(made, pictures(made), look.lay(made).document)) == []


@pytest.mark.parametrize("count", range(1, 31))
@pytest.mark.parametrize("shape", [(3000, 2000), (2000, 3000), (1000, 4000), (4000, 1000)])
def test_any_number_of_photos_of_any_shape_is_set(look: Look, count: int, shape: tuple[int, int]) -> None:
    made = report(section("守护", (), tuple(photo(focus=(0.9, 0.1)) for _ in range(count))))
    shown = pictures(made, shape)
    assert look.faults(Proof(made, shown, look.lay(made, shown).document)) == []


@pytest.mark.parametrize("length", [1, 10, 60, 200, 400, 700])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_caption_of_any_length_is_set_clear_of_all_else(look: Look, count: int, length: int) -> None:
    photos = tuple(photo(prose(length, i), credit="新华社记者摄", stand_in=True) for i in range(count))
    made = report(section("守护", (callout("7人", prose(80)), callout("8人", prose(80))), photos))
    assert look.faults(Proof(made, pictures(made), look.lay(made).document)) == []


def test_a_very_long_word_stays_in_its_column(look: Look) -> None:
    made = report(section("守护", tuple(callout("7人", "网址" + "a1b2" * 30 + "即可") for _ in range(4))))
    assert look.faults(Proof(made, (), look.lay(made).document)) == []


def test_no_fault_is_overlooked(look: Look) -> None:
    """The audit itself: a document of another report is full of faults."""
    made = report(section("守护", (callout("7人", prose(80)),)))
    other = report(section("平安", (callout("8人", prose(90, 4)), callout("9人", prose(90)))))
    found = look.faults(Proof(made, (), look.lay(other).document))
    assert any("reads" in fault for fault in found)
    assert any("is not in the report" in fault for fault in found)
