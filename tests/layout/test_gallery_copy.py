"""Copy-fitting of the gallery look: pages shared out among sections that each begin a page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from reportpdf.base.problem import InputError
from reportpdf.layout.compose import lay_out
from reportpdf.layout.copyfit import climb
from reportpdf.layout.display import Laid
from reportpdf.layout.gallery_copy import GalleryCopy, varied
from reportpdf.layout.gallery_exact import share_out
from reportpdf.layout.rungs import Variant
from reportpdf.model.job import page_goal
from reportpdf.source.fonts import bundled_fonts_dir, open_fonts
from reportpdf.source.theme_file import load_theme
from tests.layout.generated import Recipe, recipes
from tests.layout.reports import SHEET, sample

THEME = load_theme("gallery")
FONTS = open_fonts(THEME, fonts_dir=bundled_fonts_dir())
assert THEME.gallery is not None
LOOK = THEME.gallery


def fitted(words: str) -> Laid:
    read = sample()
    return lay_out(read.report, read.pictures, THEME, SHEET, FONTS, page_goal(words))


@pytest.mark.parametrize(("words", "pages"), [("5", 5), ("6", 6), ("7", 7)])
def test_the_sample_fills_the_pages_asked_for(words: str, pages: int) -> None:
    laid = fitted(words)
    assert len(laid.document.pages) == pages
    assert bool(laid.adjustments) == (pages != 5)


@pytest.mark.parametrize("words", ["1", "4", "8", "30", "4n"])
def test_pages_out_of_reach_are_refused_with_those_in_reach(words: str) -> None:
    with pytest.raises(InputError) as caught:
        fitted(words)
    (told,) = [dict(p.args) for p in caught.value.problems if p.code.startswith("fit-far")]
    assert len(fitted(told["other"]).document.pages) == int(told["other"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=4))
def test_any_report_has_exactly_the_pages_or_none(recipe: Recipe) -> None:
    made = recipe.report()
    copy = GalleryCopy(made, recipe.pictures(made), THEME, LOOK, SHEET, FONTS)
    for count in (copy.pages - 1, copy.pages, copy.pages + 1):
        found = climb(copy, THEME.fitting, count)
        if found is None:
            assert count != copy.pages
            continue
        pages = found.laid().document.pages
        assert len(pages) == count
        texts = [i.tag.path for page in pages for i in page.items if i.tag.path.endswith("].text")]
        order = [path for path, after in pairwise([*texts, ""]) if path != after]
        assert len(order) == len(set(order)) == sum(len(s.callouts) for s in made.sections)


def test_pages_are_shared_out_at_the_least_cost() -> None:
    choices = ({1: (10.0, ()), 2: (12.0, ())}, {1: (10.0, ()), 2: (30.0, ()), 3: (31.0, ())})
    assert share_out(choices, 2) == (1, 1)
    assert share_out(choices, 3) == (2, 1)
    assert share_out(choices, 4) == (1, 3)
    assert share_out(choices, 6) is None


@pytest.mark.parametrize("lines", [-2, 3])
def test_leading_changes_the_step_and_running_text_with_it(lines: int) -> None:
    look = varied(LOOK, 51, Variant(lines=lines))
    ratio = look.page.step / LOOK.page.step
    assert ratio == pytest.approx(51 / (51 + lines))
    assert look.styles.body.pitch == pytest.approx(LOOK.styles.body.pitch * ratio)
    assert look.styles.title.pitch == LOOK.styles.title.pitch
