"""The type specimen of a theme: all of it there, inside the page, true to the theme, or told otherwise."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from reportpdf.layout import specimen_words as words
from reportpdf.layout.display import BoxItem, Laid, PolygonItem, TextItem
from reportpdf.layout.specimen_page_one import measures_of
from reportpdf.layout.type_specimen import lay_out_type_specimen
from reportpdf.source.fonts import bundled_fonts_dir, open_fonts
from reportpdf.source.format_file import load_format
from reportpdf.source.theme_file import builtin_theme_names, load_theme
from reportpdf.theme.looks import look_for
from reportpdf.theme.records import Theme
from tests.layout.ink import ink_of
from tests.layout.reports import FONTS, LOOK, THEME

A4 = load_format("a4")
WITH_PAGES = [name for name in builtin_theme_names() if look_for(load_theme(name), A4) is not None]


def specimen(theme: Theme = THEME) -> Laid:
    look = look_for(theme, A4)
    assert look is not None
    return lay_out_type_specimen(theme, look, A4, open_fonts(theme, fonts_dir=bundled_fonts_dir()))


def scaled(theme: Theme, share: float) -> Theme:
    """The theme with every role so much larger."""
    styles = {
        field.name: replace(style, size=style.size * share, pitch=style.pitch * share)
        for field in fields(LOOK.styles)
        if (style := getattr(LOOK.styles, field.name))
    }
    return replace(theme, look=replace(LOOK, styles=replace(LOOK.styles, **styles)))


def text_of(laid: Laid, page: int) -> str:
    items = laid.document.pages[page].items
    return "".join(c.text for item in items if isinstance(item, TextItem) for c in item.clusters)


@pytest.mark.parametrize("name", WITH_PAGES)
def test_every_built_in_theme_with_pages_has_a_specimen_without_a_problem(name: str) -> None:
    laid = specimen(load_theme(name))
    assert laid.problems == ()
    assert not laid.findings.missing
    assert len(laid.document.pages) == 2


@pytest.mark.parametrize("name", WITH_PAGES)
def test_every_role_is_named_with_its_size(name: str) -> None:
    theme = load_theme(name)
    look = look_for(theme, A4)
    assert look is not None
    told = text_of(specimen(theme), 1)
    for field in fields(look.styles):
        assert words.ROLES[field.name] in told
        assert getattr(look.styles, field.name).fonts[0] in told


def test_palettes_are_told_in_percent_of_ink() -> None:
    told = text_of(specimen(), 0)
    assert "C0 M98 Y92 K10" in told
    assert all(words.PALETTES[palette.name] in told for palette in THEME.palettes)


def test_all_words_of_the_specimen_are_on_its_pages() -> None:
    laid = specimen()
    one, two = (text_of(laid, page).replace(" ", "") for page in (0, 1))
    for whole in (words.LEDE, *(example for _, example in words.RULES), *words.FIGURE_LABELS):
        assert whole.replace(" ", "") in one
    assert one.count(words.BODY.replace(" ", "")) == len(words.MEASURES)
    for whole in (words.VERTICAL, words.CAPTION):
        assert whole.replace(" ", "") in two


def test_all_ink_is_inside_the_margins() -> None:
    laid = specimen()
    left, right = 45.64 - 4, 45.64 + 504 + 4
    for page in laid.document.pages:
        for item in page.items:
            if isinstance(item, BoxItem):
                assert left <= item.rect.x <= item.rect.right <= right
                assert 0 < item.rect.y <= item.rect.bottom < laid.document.trim.height
            elif isinstance(item, PolygonItem):
                assert all(left <= x <= right for x, _ in item.points)
            elif isinstance(item, TextItem) and not item.vertical:
                ink = ink_of(item, FONTS)
                assert ink is None or (left <= ink.left and ink.right <= right), text_of(laid, 0)


def test_the_three_columns_share_their_baselines() -> None:
    body = LOOK.styles.body
    lines = [
        item
        for item in specimen().document.pages[0].items
        if isinstance(item, TextItem) and item.size == body.size and len(item.clusters) > 6
    ]
    columns: dict[float, list[float]] = {}
    for item in lines:
        columns.setdefault(round(item.x, 1), []).append(item.y)
    tops = sorted(min(ys) for ys in columns.values() if len(ys) >= 7)
    assert len(tops) >= 3
    assert all((y - tops[0]) % body.pitch == pytest.approx(0, abs=0.02) for y in tops[:3])


@pytest.mark.parametrize("share", [0.8, 1.0])
def test_smaller_type_makes_no_problem(share: float) -> None:
    assert specimen(scaled(THEME, share)).problems == ()


@pytest.mark.parametrize("share", [1.4, 2.0, 8.0])
def test_type_too_large_for_two_pages_is_told_and_nothing_is_dropped(share: float) -> None:
    laid = specimen(scaled(THEME, share))
    assert {p.code for p in laid.problems} <= {"specimen-too-high", "specimen-too-wide"}
    assert laid.problems
    assert words.LEDE in text_of(laid, 0)


@pytest.mark.parametrize(("size", "ems"), [(10.5, (22, 14, 10)), (9.0, (22, 14, 10)), (15.75, (14, 9, 6))])
def test_measures_are_whole_ems_that_the_page_holds(size: float, ems: tuple[int, ...]) -> None:
    class Wide:
        class grid:  # noqa: N801
            width = 504.0

    found = measures_of(Wide, size)  # type: ignore[arg-type]
    assert found == ems
    assert sum(found) * size <= 504


def test_the_same_theme_gives_the_same_pages() -> None:
    first, second = specimen(), specimen()
    assert [text_of(first, i) for i in (0, 1)] == [text_of(second, i) for i in (0, 1)]
