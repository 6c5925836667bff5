"""What an editor did is named exactly, and nothing beside it, whatever the layout made of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from reportpdf.layout.display import Laid
from reportpdf.proof.change_files import RoundState, compare_rounds
from reportpdf.proof.changes import Change, Changes
from reportpdf.proof.comparing import compare
from reportpdf.proof.edits import edits
from reportpdf.proof.page_marks import page_marks
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.standing import number_changes
from reportpdf.sources import Sources
from tests.proof import editing
from tests.proof.editing import EDITS, said, with_callout
from tests.proof.snapshots import edited, generated, laid_out, sample, state, taken

BASES = ("sample", 3, 20)
SEEDS = range(2)


def _base(name: str | int) -> Sources:
    return sample() if isinstance(name, str) else generated(name)


@cache
def _laid(name: str | int) -> Laid:
    return laid_out(_base(name))


@cache
def _taken(name: str | int) -> Snapshot:
    return taken(_base(name), _laid(name))


def _named(changes: Changes) -> set[tuple[str, str]]:
    return {(one.code, one.path) for one in changes.changes}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_is_named_and_nothing_beside_it(edit: editing.Editing) -> None:
    tried = 0
    for name in BASES:
        for seed in SEEDS:
            made = edit(Random(f"{edit.__name__}{seed}"), _base(name).report)
            if made is None:
                continue
            tried += 1
            sources = edited(_base(name), made.report)
            # the pages are those of the base: what is told of the words does not hang on them
            found = compare(_taken(name), taken(sources, _laid(name), made.files)).changes
            assert _named(found) == made.named, (name, seed)
    assert tried


def test_a_report_compared_with_itself_has_no_changes() -> None:
    found = compare(_taken("sample"), _taken("sample")).changes
    assert (found.changes, found.moved, found.pages) == ((), (), ())


def _changed(words: str, new: str, at: tuple[int, int] = (1, 0)) -> Change:
    """The change of the sample's callout whose text had ``words`` become ``new``."""
    report = sample().report
    callout = report.sections[at[0]].callouts[at[1]]
    assert words in callout.text.value
    made = replace(callout, text=said(callout.text.value.replace(words, new), callout.text))
    sources = edited(sample(), with_callout(report, at, made))
    (change,) = compare(_taken("sample"), taken(sources, laid_out(sources))).changes.changes
    return change


def test_a_figure_that_changed_says_where_the_old_one_still_stands() -> None:
    change = _changed("9761", "9768")
    (number,) = change.numbers
    assert (number.old, number.new) == ("9761", "9768")
    assert [(s.path, s.written) for s in number.old_stands] == [("sections[1].callouts[0].figure", "9761")]
    assert number.old_stands[0].spots[0].page == 3
    assert number.new_stands == ()
    assert [s.page for s in change.new_spots] == [3]


def test_a_long_number_in_han_still_stands_whatever_it_counts() -> None:
    report = replace(sample().report, lede=said("查改九千七百六十一处，分八类。", sample().report.lede))
    before = taken(edited(sample(), report), _laid("sample"))
    callout = report.sections[1].callouts[0]
    after = with_callout(report, (1, 0), replace(callout, figure=said("9768个", callout.figure)))
    (change,) = compare(before, taken(edited(sample(), after), _laid("sample"))).changes.changes
    (number,) = change.numbers
    assert ("lede", "九千七百六十一", False) in [(s.path, s.written, s.same_unit) for s in number.old_stands]


def test_a_figure_of_a_text_written_anew_is_known_among_those_that_stayed() -> None:
    old = "坚持改革，推进重点项目建设30个，实现全覆盖，助力本地企业9761家进入体系，化解风险。"
    new = "围绕改革，服务项目30个，推动企业9768家进入全国体系，做到零风险，新增岗位30个。"
    made = edits(old, new)
    assert len(made) == 1
    found = number_changes(Change("text", "text", "text", old, new, made), _taken("sample"))
    assert [(one.old, one.new) for one in found] == [("9761", "9768")]
    assert "sections[1].callouts[0].figure" in [s.path for s in found[0].old_stands]


def test_an_overview_that_repeats_a_change_is_marked_once() -> None:
    report = sample().report
    callout = report.sections[1].callouts[0]
    text = callout.text.value.replace("9761", "9768")
    made = replace(callout, figure=said("9768个", callout.figure), text=said(text, callout.text))
    sources = edited(sample(), with_callout(report, (1, 0), made))
    found = compare(_taken("sample"), taken(sources, laid_out(sources)))
    spots = [spot for change in found.changes.changes for spot in change.repeats]
    assert [s.page for s in spots] == [1, 1]  # the figure, and the clause under it
    assert len(set(spots)) == 2
    assert found.changes.pages == (1, 3)
    assert sorted(m.page for m in page_marks(found.changes, found.new)) == [1, 1, 3, 3]


def test_a_running_line_that_follows_a_title_is_marked_once() -> None:
    report = sample().report
    assert report.title is not None
    made = replace(report, title=said(report.title.value.replace("2024", "2025"), report.title))
    sources = edited(sample(), made)
    found = compare(_taken("sample"), taken(sources, laid_out(sources))).changes
    assert len(found.changes[0].repeats) == 1
    assert found.pages == (1,)


def test_white_that_prints_nothing_is_said_to() -> None:
    change = _changed("查改隐患", "查改隐患 ")
    assert (change.code, change.white) == ("text", True)


def test_an_edit_in_one_callout_is_no_change_of_those_that_flowed(tmp_path: Path) -> None:
    report = sample().report
    callout = report.sections[0].callouts[0]
    longer = said(callout.text.value + "进一步压实各级各部门责任,健全完善工作机制。" * 12, callout.text)
    sources = edited(sample(), with_callout(report, (0, 0), replace(callout, text=longer)))
    old = state(sample(), tmp_path, "一校", 1)
    new = state(sources, tmp_path, "二校", 2)
    changes, _ = compare_rounds(old, new, lambda *_: None)
    assert _named(changes) == {("text", "sections[0].callouts[0].text")}
    assert changes.moved
    assert changes.pixels
    assert changes.unexplained == ()


PAINTED = (
    editing.figure,
    editing.swap,
    editing.delete,
    editing.section_swap,
    editing.photo_delete,
    editing.focus,
    editing.palette,
    editing.title,
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> RoundState:
    return state(sample(), tmp_path_factory.mktemp("first"), "一校", 1)


@pytest.mark.parametrize("edit", PAINTED, ids=lambda edit: edit.__name__)
def test_every_pixel_that_differs_has_its_reason(
    edit: editing.Editing, first: RoundState, tmp_path: Path
) -> None:
    made = edit(Random(5), sample().report)
    assert made is not None
    new = state(edited(sample(), made.report), tmp_path, "二校", 2)
    changes, _ = compare_rounds(first, new, lambda *_: None)
    assert _named(changes) == made.named
    assert changes.pixels
    assert changes.unexplained == ()


def test_pixels_without_a_reason_are_told(first: RoundState) -> None:
    from reportpdf.base.geometry import Rect
    from reportpdf.base.ink import BLACK
    from reportpdf.layout.display import BoxItem
    from reportpdf.painting import Making, paint
    from reportpdf.press.edition import SCREEN

    laid = laid_out(sample())
    page = laid.document.pages[1]
    spoiled = replace(page, items=(*page.items, BoxItem(Rect(300.0, 60.0, 20.0, 8.0), BLACK)))
    document = replace(laid.document, pages=(laid.document.pages[0], spoiled, *laid.document.pages[2:]))
    data = paint(SCREEN, sample(), document, Making(Path("/nowhere/at/all")), lambda *_: None).data
    changes, _ = compare_rounds(first, replace(first, pdf=data), lambda *_: None)
    (page_found,) = changes.unexplained
    assert page_found.page == 2
    (spot,) = page_found.unexplained
    assert abs(spot.x_mm - 300 / 72 * 25.4) < 2
    assert abs(spot.y_mm - 60 / 72 * 25.4) < 2
    assert changes.changes == ()


def test_a_value_of_the_theme_is_named_by_its_path() -> None:
    theme = sample().theme
    palettes = tuple(
        replace(one, ink=replace(one.ink, c=0.5, screen=(1, 2, 3))) if one.name == "pine" else one
        for one in theme.palettes
    )
    sources = edited(sample(), sample().report, replace(theme, palettes=palettes))
    found = compare(_taken("sample"), taken(sources, laid_out(sources))).changes
    assert [(c.code, c.path) for c in found.changes] == [("theme-value", "theme.palettes[pine].ink")]


def test_another_theme_is_one_change() -> None:
    sources = sample("gallery")
    found = compare(_taken("sample"), taken(sources, laid_out(sources))).changes
    assert [(c.code, c.old, c.new) for c in found.changes] == [("theme-replaced", "newspaper", "gallery")]


def test_white_that_an_overview_repeats_is_seen(first: RoundState, tmp_path: Path) -> None:
    callout = sample().report.sections[1].callouts[0]
    made = replace(callout, text=said(callout.text.value.replace("9761个", " 9761 个"), callout.text))
    new = state(edited(sample(), with_callout(sample().report, (1, 0), made)), tmp_path, "二校", 2)
    changes, _ = compare_rounds(first, new, lambda *_: None)
    (change,) = changes.changes
    assert change.white
    assert change.prints == bool(changes.pixels)
    assert changes.unexplained == ()
