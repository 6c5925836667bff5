"""What holds of every page of any gallery: its audit over reports of all sizes and shapes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.layout.audit import Proof
from tests.layout.galleries import THEME, lay, quoted, sample
from tests.layout.gallery_audit import faults
from tests.layout.generated import Recipe, recipes
from tests.layout.reports import callout, photo, pictures, prose, report, section, text
from tests.layout.test_pages import EXTREMES
from tests.layout.trace import trace


def proof_of(recipe: Recipe, *, quotes: bool = True) -> Proof:
    made = recipe.report()
    if quotes:
        made = quoted(made, recipe.seed)
    shown = recipe.pictures(made)
    return Proof(made, shown, lay(made, shown).document)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=9))
def test_no_page_of_any_gallery_has_a_fault(recipe: Recipe) -> None:
    assert faults(proof_of(recipe)) == []


@pytest.mark.parametrize("name", EXTREMES)
def test_no_page_of_an_extreme_gallery_has_a_fault(name: str) -> None:
    assert faults(proof_of(EXTREMES[name])) == []


def test_the_sample_has_no_fault() -> None:
    read = sample()
    assert faults(Proof(read.report, read.pictures, lay(read.report, read.pictures).document)) == []


@settings(max_examples=8, deadline=None)
@given(recipes(sections=5))
def test_two_runs_lay_out_the_same_gallery(recipe: Recipe) -> None:
    assert trace(proof_of(recipe).document, THEME) == trace(proof_of(recipe).document, THEME)


@pytest.mark.parametrize("length", [300, 800, 1500, 3000])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_long_text_stands_whole_wherever_it_comes(length: int, at: int) -> None:
    texts = [prose(60, i) for i in range(4)]
    texts[at] = prose(length)
    made = report(section("平安,建设", tuple(callout("23项", words) for words in texts)))
    assert faults(Proof(made, (), lay(made).document)) == []


@pytest.mark.parametrize("count", range(1, 14))
@pytest.mark.parametrize("photos", [0, 1, 2, 3])
def test_any_number_of_callouts_and_photos_is_set(count: int, photos: int) -> None:
    callouts = tuple(callout("7人", prose(80 + i, i)) for i in range(count))
    made = report(section("守护", callouts, tuple(photo() for _ in range(photos))))
    assert faults(Proof(made, pictures(made), lay(made).document)) == []


@pytest.mark.parametrize("count", range(1, 31))
@pytest.mark.parametrize("shape", [(3000, 2000), (2000, 3000), (1000, 4000), (4000, 1000)])
def test_any_number_of_photos_of_any_shape_is_set(count: int, shape: tuple[int, int]) -> None:
    made = report(section("守护", (), tuple(photo(focus=(0.9, 0.1)) for _ in range(count))))
    shown = pictures(made, shape)
    assert faults(Proof(made, shown, lay(made, shown).document)) == []


@pytest.mark.parametrize("length", [1, 10, 60, 200, 400, 700])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_caption_of_any_length_is_set_clear_of_all_else(count: int, length: int) -> None:
    photos = tuple(photo(prose(length, i), credit="新华社记者摄", stand_in=True) for i in range(count))
    made = report(section("守护", (callout("7人", prose(80)), callout("8人", prose(80))), photos))
    assert faults(Proof(made, pictures(made), lay(made).document)) == []


@pytest.mark.parametrize("words", ["短", "把服务送到门口", prose(59), "第一行\n第二行", "a" * 60])
@pytest.mark.parametrize("title", ["平安", "冲在最前险,勇当平安建设主力军", prose(120), "2024年总结"])
def test_a_quote_of_any_length_is_set_under_any_title(words: str, title: str) -> None:
    made = report(section(title, (callout("7人", prose(80)),), (photo(),)))
    made = replace(made, sections=(replace(made.sections[0], quote=text(words)),))
    assert faults(Proof(made, pictures(made), lay(made).document)) == []


def test_a_very_long_word_stays_in_its_column() -> None:
    made = report(section("守护", tuple(callout("7人", "网址" + "a1b2" * 30 + "即可") for _ in range(4))))
    assert faults(Proof(made, (), lay(made).document)) == []


def test_no_fault_is_overlooked() -> None:
    """The audit itself: a document of another report is full of faults."""
    made = report(section("守护", (callout("7人", prose(80)),)))
    other = report(section("平安", (callout("8人", prose(90, 4)), callout("9人", prose(90)))))
    found = faults(Proof(made, (), lay(other).document))
    assert any("reads" in fault for fault in found)
    assert any("is not in the report" in fault for fault in found)
