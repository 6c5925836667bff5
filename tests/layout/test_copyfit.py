"""Copy-fitting: exactly the pages asked for, by the smallest change; else figures that add up."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import InputError, Problem, Severity
from reportpdf.layout.copyfit import climb, placements
from reportpdf.layout.display import Laid
from reportpdf.layout.exact import FULL_U, STRICT
from reportpdf.layout.grid import Q
from reportpdf.layout.newspaper_copy import NewspaperAttempt, NewspaperCopy
from reportpdf.layout.newspaper_rungs import varied
from reportpdf.layout.rungs import Variant, ladder, with_lines
from reportpdf.model.job import PageCount, PageGoal, page_goal
from reportpdf.text.line_count import COMFORT
from reportpdf.theme.fitting import Fitting
from reportpdf.theme.records import Theme
from reportpdf.wording import Wording, severity_of
from tests.layout.audit import (
    CHECKS,
    Proof,
    body_stands_on_the_grid,
    figures_fit_their_columns,
    no_lead_ends_a_page_that_could_end_before_it,
    photos_are_cropped_by_need_only,
)
from tests.layout.generated import Recipe, recipes
from tests.layout.reports import FONTS, LOOK, SHEET, THEME, lay, new_setting, sample

TIED_TO_THE_USUAL_GRID = {
    body_stands_on_the_grid,
    figures_fit_their_columns,
    no_lead_ends_a_page_that_could_end_before_it,
    photos_are_cropped_by_need_only,
}
"""Checks that know the look and format as they are without copy-fitting."""


def goal(words: str) -> PageGoal:
    found = page_goal(words)
    assert found is not None
    return found


def fitted(words: str, theme: Theme = THEME) -> Laid:
    read = sample()
    return lay(read.report, read.pictures, theme, goal(words))


def adjusted(laid: Laid) -> dict[str, tuple[float, float]]:
    return {a.name: (a.before, a.after) for a in laid.adjustments}


def refused(words: str, theme: Theme = THEME) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        fitted(words, theme)
    return caught.value.problems


def copy_of(recipe: Recipe) -> NewspaperCopy:
    made = recipe.report()
    return NewspaperCopy(made, recipe.pictures(made), THEME, LOOK, SHEET, FONTS)


def within(**bounds: tuple[float, float] | int | bool) -> Theme:
    return replace(THEME, fitting=replace(THEME.fitting, **bounds))


NOTHING = Fitting((1, 1), (1, 1), (1, 1), (1, 1), 0, move=False)


# The ladder


@pytest.mark.parametrize("direction", [-1, 1])
def test_the_ladder_goes_photos_space_leading_size_lines(direction: int) -> None:
    rungs = list(ladder(Fitting(), 48, direction))
    first = [
        next(i for i, rung in enumerate(rungs) if changed(rung))
        for changed in (
            lambda r: r.photos != 1,
            lambda r: r.space != 1,
            lambda r: r.lines != 0,
            lambda r: r.size != 1,
            lambda r: r.wish is not None,
        )
    ]
    assert first == sorted(first)
    assert first[0] == 1
    assert rungs[0] == Variant()


@pytest.mark.parametrize("direction", [-1, 1])
def test_every_rung_keeps_what_those_before_it_changed(direction: int) -> None:
    def far(rung: Variant) -> tuple[float, ...]:
        wish = rung.wish.cost if rung.wish else 0
        sizes = abs(rung.photos - 1), abs(rung.space - 1), abs(rung.lines), abs(rung.size - 1)
        return (*sizes, wish)

    for before, after in pairwise(ladder(Fitting(), 48, direction)):
        assert all(a <= b for a, b in zip(far(before), far(after), strict=True))
        assert far(before) != far(after)


BOUNDS = st.tuples(st.floats(0.5, 1.0), st.floats(1.0, 1.8))


@given(BOUNDS, BOUNDS, BOUNDS, BOUNDS, st.integers(0, 1), st.sampled_from([-1, 1]))
def test_no_rung_passes_the_theme_s_bounds(
    photos: tuple[float, float],
    space: tuple[float, float],
    leading: tuple[float, float],
    size: tuple[float, float],
    lines: int,
    direction: int,
) -> None:
    for rung in ladder(Fitting(photos, space, leading, size, lines), 48, direction):
        assert photos[0] - 1e-9 <= rung.photos <= photos[1] + 1e-9
        assert space[0] - 1e-9 <= rung.space <= space[1] + 1e-9
        step = with_lines(SHEET, rung.lines).step / SHEET.step
        assert leading[0] - 1e-6 <= step <= leading[1] + 1e-6
        assert size[0] - 1e-6 <= rung.size <= size[1] + 1e-6
        assert rung.wish is None or (lines and rung.wish.by == direction and rung.wish.cost in COMFORT)


def test_a_theme_that_allows_nothing_has_one_rung() -> None:
    assert list(ladder(NOTHING, 48, -1)) == [Variant()]


@pytest.mark.parametrize("lines", [-3, 1, 3])
def test_leading_changes_the_grid_and_all_that_stands_on_it(lines: int) -> None:
    look, sheet = varied(LOOK, SHEET, Variant(lines=lines))
    assert sheet.lines * sheet.step == pytest.approx(SHEET.lines * SHEET.step)
    for role in ("body", "lead_text", "lead_text_narrow", "caption", "lede"):
        was, now = getattr(LOOK.styles, role), getattr(look.styles, role)
        assert now.pitch / sheet.step == pytest.approx(was.pitch / SHEET.step)
        assert now.size == was.size
    assert look.styles.headline.pitch == LOOK.styles.headline.pitch


def test_size_changes_running_text_alone() -> None:
    look, _ = varied(LOOK, SHEET, Variant(size=0.96))
    assert look.styles.body.size == pytest.approx(10.08)
    assert look.styles.body.pitch == LOOK.styles.body.pitch
    assert look.styles.headline.size == LOOK.styles.headline.size


def test_photos_move_to_later_sections_only_the_fewest_first() -> None:
    ways = list(placements((("a", 0), ("b", 1), ("c", 2)), 3))
    assert [len(way) for way in ways] == sorted(len(way) for way in ways)
    assert ways[0] == (("a", 1),)
    assert all(target > {"a": 0, "b": 1, "c": 2}[path] for way in ways for path, target in way)
    assert len(set(ways)) == len(ways) == 5


# The sample


def test_a_report_that_fills_the_pages_by_itself_is_left_alone() -> None:
    read = sample()
    laid = fitted("5")
    assert laid.adjustments == ()
    usual = lay(read.report, read.pictures)
    assert [len(p.items) for p in laid.document.pages] == [len(p.items) for p in usual.document.pages]


def test_the_sample_on_four_pages_has_photos_in_later_sections_and_nothing_tightened() -> None:
    laid = fitted("4")
    assert len(laid.document.pages) == 4
    told = adjusted(laid)
    assert told["moved"] == (0, 3)
    assert not {"leading", "size"} & told.keys()
    assert fitted("4n").adjustments == laid.adjustments


def test_the_sample_on_six_pages_has_larger_photos() -> None:
    laid = fitted("6")
    assert len(laid.document.pages) == 6
    before, after = adjusted(laid)["photos"]
    assert after > before * 1.3
    assert "moved" not in adjusted(laid)


def test_a_pinned_photo_never_moves() -> None:
    read = sample()
    pinned = replace(
        read.report,
        sections=tuple(
            replace(s, photos=tuple(replace(p, pin=True) for p in s.photos)) for s in read.report.sections
        ),
    )
    shown = tuple(
        replace(picture, photo=photo)
        for picture, photo in zip(read.pictures, (p for s in pinned.sections for p in s.photos), strict=True)
    )
    copy = NewspaperCopy(pinned, shown, THEME, LOOK, SHEET, FONTS)
    assert copy.movable == ()
    assert climb(copy, THEME.fitting, 4) is None


def test_without_bounds_nothing_but_the_usual_pages_is_reached() -> None:
    theme = replace(THEME, fitting=NOTHING)
    assert {p.code for p in refused("4", theme)} >= {"fit-missed"}
    assert len(fitted("5", theme).document.pages) == 5


@pytest.mark.parametrize("words", ["1", "2", "3", "8", "9", "12", "40", "999"])
def test_pages_out_of_reach_are_refused_with_what_would_help(words: str) -> None:
    problems = refused(words)
    first = dict(problems[0].args)
    assert problems[0].code in ("fit-missed", "fit-far-over", "fit-far-short")
    assert first["pages"] == words
    other = fitted(first["other"])
    assert len(other.document.pages) == int(first["other"])
    for language in ("zh", "en"):
        assert all("{" not in Wording(language).word(problem).fact for problem in problems)


def add_up(problems: tuple[Problem, ...]) -> None:
    """Lines over and short are the sums of the pages', and each section's share is its pages'."""
    whole = dict(problems[0].args)
    if problems[0].code != "fit-missed":
        lines = [int(n) for n in re.findall(r"\S+ (\d+)", whole["sections"])]
        assert sum(lines) == int(whole["lines"])
        return
    pages = [(p.code, dict(p.args)) for p in problems if p.code in ("fit-over", "fit-short")]
    assert pages
    sums = {
        code: sum(int(args["lines"]) for own, args in pages if own == code)
        for code in ("fit-over", "fit-short")
    }
    assert (sums["fit-over"], sums["fit-short"]) == (int(whole["over"]), int(whole["short"]))
    shares = {name: int(n) for name, n in re.findall(r"(\S+) ([+-]\d+)", whole["sections"])}
    for numeral, share in shares.items():
        own = [(code, int(a["lines"])) for code, a in pages if a["numeral"] == numeral]
        assert share == sum(lines if code == "fit-over" else -lines for code, lines in own)


@pytest.mark.parametrize("words", ["2", "3", "7", "8", "9", "40"])
def test_the_figures_of_a_refusal_add_up(words: str) -> None:
    add_up(refused(words))


def test_what_would_help_helps() -> None:
    """A note of longer or shorter texts, or of a photo, is of a layout that was tried: it holds."""
    tight = within(photos=(1, 1), move=False)
    problems = refused("6", tight)
    assert {p.code for p in problems if severity_of(p) is Severity.NOTE} <= {
        "fit-texts",
        "fit-photo-in",
        "fit-photo-out",
    }
    notes = [dict(p.args)["sections"] for p in problems if p.code == "fit-texts"]
    read = sample()
    copy = NewspaperCopy(read.report, read.pictures, tight, LOOK, SHEET, FONTS)
    for note in notes:
        names = {"壹": 0, "贰": 1, "叁": 2, "肆": 3}
        texts = tuple((names[n], int(k)) for n, k in re.findall(r"(\S) ([+-]\d+)", note))
        tried = (rung.tried(Variant(texts=texts)) for rung in ladder(tight.fitting, 48, 1))
        assert any(copy.attempt(variant, 6, STRICT) for variant in tried)


# Any report


def is_filled(copy: NewspaperCopy, found: NewspaperAttempt, count: int) -> None:
    """Exactly so many pages, each full; one that is not is told, and no emptier than the report's usual."""
    laid = found.laid()
    assert len(laid.document.pages) == count
    lines = found.setting.grid.format.lines
    usual = [-s.lines for s in copy.natural.strays if s.page < copy.pages]
    told = {dict(p.args)["page"] for p in laid.problems}
    for i, (plan, page) in enumerate(zip(found.opening.pages, found.filled, strict=True)):
        assert page.end <= lines * Q or found is copy.natural
        if page.end >= (lines - FULL_U) * Q:
            continue
        assert str(i + 1 + (found.opening.opener is not None)) in told
        if found is not copy.natural:
            short = max(usual, default=0)
            assert page.end >= (lines // 2 if plan.last else lines - short) * Q - FULL_U * Q - Q


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=6), st.integers(-1, 2))
def test_any_report_fills_the_pages_or_is_told_why_not(recipe: Recipe, more: int) -> None:
    made = recipe.report()
    shown = recipe.pictures(made)
    copy = copy_of(recipe)
    count = max(1, copy.pages + more)
    found = climb(copy, THEME.fitting, count)
    if found is None:
        with pytest.raises(InputError) as caught:
            lay(made, shown, THEME, PageGoal(PageCount.EXACT, count))
        add_up(caught.value.problems)
        return
    assert isinstance(found, NewspaperAttempt)
    is_filled(copy, found, count)
    moved = tuple(path for path, _ in found.variant.moved)
    proof = Proof(made, shown, found.laid().document, new_setting(), moved)
    checks = [check for check in CHECKS if check not in TIED_TO_THE_USUAL_GRID]
    assert [fault for check in checks for fault in check(proof)] == []


@pytest.mark.parametrize("recipe", [Recipe(11402, 1, lede=420), Recipe(496, 3, long=True, headline=0)])
def test_white_of_usual_pages_is_none_for_a_last_page_under_half(recipe: Recipe) -> None:
    copy = copy_of(recipe)
    found = climb(copy, THEME.fitting, copy.pages)
    assert isinstance(found, NewspaperAttempt)
    is_filled(copy, found, copy.pages)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=5))
def test_the_same_answer_every_time(recipe: Recipe) -> None:
    first, again = (climb(copy_of(recipe), THEME.fitting, copy_of(recipe).pages + 1) for _ in range(2))
    assert (first and first.variant) == (again and again.variant)
    if first is not None and again is not None:
        assert first.measures() == again.measures()


def test_wider_bounds_reach_all_pages_that_narrower_ones_do() -> None:
    read = sample()

    def reached(fitting: Fitting) -> set[int]:
        copy = NewspaperCopy(read.report, read.pictures, THEME, LOOK, SHEET, FONTS)
        return {n for n in range(3, 9) if climb(copy, fitting, n) is not None}

    bounds = [NOTHING, replace(NOTHING, photos=(0.55, 1.6)), Fitting(move=False), Fitting()]
    sets = [reached(fitting) for fitting in bounds]
    assert all(a <= b for a, b in pairwise(sets))
    assert sets[0] == {5}
    assert sets[-1] == {4, 5, 6}


# The number of pages as people write it


@pytest.mark.parametrize(
    "words", ["0", "-1", "5000", "abc", "", "4.0", "4 n", "n", "１２", "1e2", "00000004", "³"]
)
def test_what_is_no_number_of_pages(words: str) -> None:
    assert page_goal(words) is None


@pytest.mark.parametrize(
    ("words", "natural", "wanted"),
    [("4n", 5, (4, 8)), ("4n", 6, (4, 8)), ("4n", 2, (4,)), ("4N", 8, (8, 4)), (" 7 ", 5, (7,))],
)
def test_counts_are_tried_from_the_nearest_on(words: str, natural: int, wanted: tuple[int, ...]) -> None:
    found = page_goal(words)
    assert found is not None
    assert found.candidates(natural)[: len(wanted)] == wanted
    assert found.met_by(wanted[0])
