"""What holds of every newspaper sheet: the audit over reports of all sizes, and the rules one by one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import InputError
from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import BoxItem, PictureItem, Role, TextItem
from reportpdf.layout.sheet.masthead import rules_lines
from reportpdf.layout.sheet.search import GROWTH
from reportpdf.layout.sheet.setting import adapted
from reportpdf.model.report import Report, Section, Text
from reportpdf.source.format_file import load_format
from reportpdf.theme.records import Format, Theme
from reportpdf.theme.sheet import QuotePlace
from tests.layout.generated import Recipe, recipes
from tests.layout.reports import (
    FONTS,
    THEME,
    callout,
    lay,
    missing,
    photo,
    picture,
    pictures,
    prose,
    report,
    sample,
    section,
    text,
)
from tests.layout.sheet_audit import SheetProof, prove, sheet_faults
from tests.layout.trace import trace

FIGURES = ("23项", "13.5%、10.2%", "第一档", "1.08亿元", "零发生", "12项、61个", "6.6万家", "99%")
TITLES = ("冲在最前险,勇当平安建设主力军", "守护最前沿", "站在最前线,争当服务发展排头兵")
SHAPES = ((3000, 2000), (2000, 3000), (4000, 2250), (1600, 1600), (3000, 2100))


@cache
def the_format(name: str) -> Format:
    return load_format(name)


def sized(sections: int, callouts: int, photos: int, *, lede: int = 120) -> Report:
    """A report of so many sections with so many callouts each, and so many photos in all."""
    made: list[Section] = []
    for i in range(sections):
        count = photos // sections + (i < photos % sections)
        shown = tuple(photo(prose(20 + k * 7 % 30, k), focus=(0.5, 0.4)) for k in range(count))
        said = tuple(callout(FIGURES[(i + j) % 8], prose(60 + j * 29 % 90, i + j)) for j in range(callouts))
        made.append(section(TITLES[i % 3], said, shown))
    return report(*made, lede=prose(lede) if lede else None, byline=(("本报记者", ("罗军",)),))


def proven(made: Report, name: str = "broadsheet", theme: Theme = THEME) -> SheetProof:
    proof = prove(made, pictures(made, *SHAPES), the_format(name), theme)
    assert sheet_faults(proof) == []
    return proof


def of_the_sample(name: str) -> SheetProof:
    return prove(sample().report, sample().pictures, the_format(name))


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_the_sample_has_no_fault_and_all_its_photos(name: str) -> None:
    proof = of_the_sample(name)
    assert sheet_faults(proof) == []
    assert proof.laid.problems == ()
    assert proof.laid.adjustments == ()
    assert proof.chosen.left == 0
    assert len(proof.laid.document.pages) == {"broadsheet": 1, "tabloid": 2}[name]


SIZES = [
    (1, 0, 1), (1, 1, 0), (1, 1, 1), (1, 3, 3), (1, 12, 2), (2, 4, 3), (2, 2, 30), (2, 12, 5), (3, 3, 0),
    (4, 4, 0), (4, 4, 12), (6, 2, 12), (6, 4, 9), (8, 3, 6), (12, 1, 6), (12, 2, 8),
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_reports_of_all_sizes_fill_a_broadsheet(size: tuple[int, int, int]) -> None:
    proof = proven(sized(*size))
    sections, _, photos = size
    if photos <= 12:
        assert proof.chosen.dropped == ()
    if sections > 1 or photos:
        assert proof.chosen.left <= 3


def faults_or_refusal(made: Report, recipe: Recipe, sheet: Format) -> list[str]:
    """The sheet's faults; of a report that is refused, the codes of refusals that should not be."""
    try:
        return sheet_faults(prove(made, recipe.pictures(made), sheet))
    except InputError as error:
        return [p.code for p in error.problems if p.code != "sheet-over"]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=4), st.sampled_from(["broadsheet", "tabloid"]))
def test_no_sheet_of_any_report_has_a_fault(recipe: Recipe, name: str) -> None:
    assert faults_or_refusal(recipe.report(), recipe, the_format(name)) == []


def test_two_runs_lay_out_the_same_sheet() -> None:
    made = sized(4, 3, 5)
    first, second = (trace(proven(made).laid.document, THEME) for _ in range(2))
    assert first == second


def test_no_fault_is_overlooked() -> None:
    """The audit itself: a sheet of another report is full of faults."""
    made, other = sized(2, 2, 1), sized(2, 3, 2)
    proof = replace(proven(made), laid=proven(other).laid)
    found = sheet_faults(proof)
    assert any("reads" in fault for fault in found)
    assert any("photos shown" in fault for fault in found)


def test_a_text_that_no_sheet_holds_is_refused_with_its_lines() -> None:
    made = sized(12, 6, 0)
    with pytest.raises(InputError) as caught:
        prove(made, (), the_format("broadsheet"))
    [told] = caught.value.problems
    args = dict(told.args)
    assert told.code == "sheet-over"
    assert int(args["lines"]) > 20
    assert int(args["words"]) > 1000
    assert args["sections"].count("、") == 11
    assert args["formats"] == "tabloid, a4"


def test_photos_without_room_are_told_one_by_one() -> None:
    proof = proven(sized(12, 2, 30))
    dropped = proof.chosen.dropped
    assert dropped
    # The pool is placed in order, so what is left out is its end.
    paths = [p.path for p in proof.chosen.pages[0].job.pool]
    assert [p.path for p in dropped] == paths[-len(dropped) :]
    names = {adjustment.name for adjustment in proof.laid.adjustments}
    assert "photos" in names


def test_a_bare_sheet_grows_and_is_told() -> None:
    proof = proven(sized(1, 1, 0))
    assert [p.code for p in proof.laid.problems] == ["sheet-bare"]
    assert {"headline", "size", "leading", "figures"} >= {a.name for a in proof.laid.adjustments}
    assert proof.chosen.setting.level.headline == 2


@pytest.mark.parametrize(
    "changes", [{"title": None}, {"lede": None}, {"byline": ()}, {"lede": None, "byline": ()}]
)
def test_what_is_absent_leaves_no_hole(changes: dict[str, object]) -> None:
    made = replace(sized(3, 3, 2), **changes)  # type: ignore[arg-type]
    proof = proven(made)
    headline = proof.chosen.headline
    head = rules_lines(proof.chosen.setting, 1) + (headline.lines if headline else 1)
    assert head <= proof.chosen.pages[0].plan.bands[0].top <= head + GROWTH


def with_quote(made: Report, words: str) -> Report:
    first = replace(made.sections[0], quote=text(words))
    return replace(made, sections=(first, *made.sections[1:]))


@pytest.mark.parametrize("place", list(QuotePlace))
@pytest.mark.parametrize("length", [6, 24, 70])
def test_a_quote_is_set_whole_in_either_place(place: QuotePlace, length: int) -> None:
    assert THEME.sheet is not None
    look = replace(THEME.sheet, callouts=replace(THEME.sheet.callouts, quote=place))
    made = with_quote(sized(3, 4, 3), prose(length))
    proof = proven(made, theme=replace(THEME, sheet=look))
    shown = [
        item
        for item in proof.laid.document.pages[0].items
        if isinstance(item, TextItem) and item.tag.path == "sections[0].quote"
    ]
    assert shown


def test_a_section_of_photos_alone_keeps_them_beside_its_head() -> None:
    shown = tuple(photo(prose(20, k)) for k in range(3))
    made = report(section(TITLES[0], (callout("7人", prose(80)),) * 3), section(TITLES[2], (), shown))
    proof = proven(made)
    own = [filled for placed in proof.chosen.pages[0].plan.bands for filled in placed.band.cells]
    [block] = [filled for filled in own if filled.section == 1]
    assert block.photos is not None


def test_pinned_photos_stand_at_the_foot_of_their_section() -> None:
    shown = (photo("一。", lead=True), photo("二。", pin=True))
    made = report(
        *(
            section(TITLES[i], tuple(callout("7人", prose(90, j)) for j in range(3)), shown[i : i + 1])
            for i in range(2)
        )
    )
    proof = proven(made)
    blocks = {f.section: f for p in proof.chosen.pages[0].plan.bands for f in p.band.cells if f.cell.section}
    pinned = blocks[1].photos
    assert pinned is not None
    assert "sections[1].photos[0]" in {p.path for row in pinned.rows for p in row.photos}


def test_the_lead_callout_is_the_hero_and_the_lead_photo_in_the_first_band() -> None:
    made = sized(3, 3, 4)
    said = list(made.sections[0].callouts)
    said[2] = replace(said[2], lead=True)
    marked = replace(made.sections[1], photos=(replace(made.sections[1].photos[0], lead=True),))
    made = replace(made, sections=(replace(made.sections[0], callouts=tuple(said)), marked, made.sections[2]))
    proof = proven(made)
    page = proof.laid.document.pages[0]
    figures = [i.tag.path for i in page.items if i.tag.role is Role.FIGURE_TEXT]
    assert figures[0] == "sections[0].callouts[2].figure"
    first = proof.chosen.pages[0].plan.bands[0]
    shown = {p.path for f in first.band.cells if f.photos for row in f.photos.rows for p in row.photos}
    assert "sections[1].photos[0]" in shown


def test_a_missing_photo_is_a_frame() -> None:
    gone = photo("没有的照片。", file="gone.jpg")
    made = report(section(TITLES[0], (callout("23项", prose(80)),) * 3, (photo(), gone)))
    proof = prove(made, (picture(made.sections[0].photos[0]), missing(gone)), the_format("broadsheet"))
    assert sheet_faults(proof) == []
    items = proof.laid.document.pages[0].items
    assert sum(isinstance(item, PictureItem) for item in items) == 1


def test_neighbours_have_colours_of_their_own() -> None:
    made = sized(8, 2, 0)
    proof = proven(made)
    inks = [section_.ink for section_ in proof.chosen.pages[0].job.sections]
    assert all(a != b for a, b in pairwise(inks))
    named = replace(made.sections[0], theme=Text("bronze", made.place))
    proof = proven(replace(made, sections=(named, *made.sections[1:])))
    assert THEME.sheet is not None
    newsprint = {p.name: p.ink for p in THEME.sheet.palettes}
    assert proof.chosen.pages[0].job.sections[0].ink == newsprint["bronze"]


MINE = the_format("broadsheet")
FORMATS = {
    "berliner": replace(
        MINE, name="berliner", width_mm=315, height_mm=470, columns=10, column=62, gutter=14, lines=90
    ),
    "three units": replace(MINE, name="three", width_mm=120, height_mm=500, columns=3, lines=100),
    "four units": replace(MINE, name="four", width_mm=160, height_mm=500, columns=4, lines=100),
    "five units": replace(MINE, name="five", width_mm=200, height_mm=500, columns=5, lines=100),
    "sixteen units": replace(MINE, name="wide", width_mm=520, columns=16),
    "coarse": replace(MINE, name="coarse", step=16, lines=86),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_of_ones_own_is_laid_out(name: str) -> None:
    made = sized(2, 2, 2, lede=60)
    proof = prove(made, pictures(made, *SHAPES), FORMATS[name])
    assert sheet_faults(proof) == []


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_other_body_text_keeps_whole_characters_in_a_column(name: str) -> None:
    assert THEME.sheet is not None
    styles, sheet = THEME.sheet.styles, the_format(name)
    across = sheet.columns * sheet.column + (sheet.columns - 1) * sheet.gutter
    for body, characters in ((styles.body, 16), (styles.body_small, 17), (styles.body_large, 15)):
        made = adapted(sheet, styles.body, body)
        assert 2 * made.column + made.gutter == pytest.approx(characters * body.size)
        assert made.columns * made.column + (made.columns - 1) * made.gutter == pytest.approx(across)
        assert made.lines * made.step <= sheet.lines * sheet.step + 1e-6


def test_on_two_pages_sections_stand_whole_and_the_title_is_repeated_as_furniture() -> None:
    proof = proven(sized(4, 4, 4), "tabloid")
    pages = proof.laid.document.pages
    assert len(pages) == 2
    where = [{i.tag.path.split(".")[0] for i in page.items if i.tag.path.endswith(".text")} for page in pages]
    assert not where[0] & where[1]
    assert not any(item.tag.role is Role.TITLE for item in pages[1].items)


def test_a_section_too_long_for_a_page_goes_on_over_it() -> None:
    made = report(section(TITLES[0], tuple(callout(FIGURES[j % 8], prose(90, j)) for j in range(22))))
    proof = proven(made, "tabloid")
    assert len(proof.laid.document.pages) == 2
    assert len(proof.laid.document.outline) == 1


@pytest.mark.parametrize("size", [(4, 4, 12), (6, 2, 12), (8, 2, 8), (12, 1, 6)], ids=str)
def test_two_tabloid_pages_hold_what_one_does_not(size: tuple[int, int, int]) -> None:
    proof = proven(sized(*size), "tabloid")
    assert len(proof.laid.document.pages) == 2
    assert proof.chosen.dropped == ()


def test_where_whole_sections_do_not_come_out_one_goes_on_over_the_page() -> None:
    """Two short sections about a long one: no cut between them leaves both pages within their lines."""
    counts = (2, 18, 2)
    made = report(
        *(
            section(TITLES[i], tuple(callout(FIGURES[j % 8], prose(75, j)) for j in range(count)))
            for i, count in enumerate(counts)
        )
    )
    proof = proven(made, "tabloid")
    assert [page.job.sections[0].continued for page in proof.chosen.pages] == [False, True]
    assert len(proof.laid.document.outline) == 3


def test_no_seam_runs_down_a_page_of_three_bands() -> None:
    plan = of_the_sample("broadsheet").chosen.pages[0].plan
    seams = [{cell.at for cell in placed.band.pattern[1:]} for placed in plan.bands]
    assert len(seams) == 3
    assert not seams[0] & seams[1] & seams[2]


def test_a_theme_without_a_sheet_says_so() -> None:
    with pytest.raises(TypeError):
        lay_out(sized(1, 1, 0), (), replace(THEME, sheet=None), the_format("broadsheet"), FONTS)


def test_the_other_look_is_untouched_by_the_sheet() -> None:
    made = sized(1, 1, 0)
    without = lay_out(made, (), replace(THEME, sheet=None), load_format("a4"), FONTS)
    assert trace(without.document, THEME) == trace(lay(made).document, THEME)


def test_hairlines_never_lie_at_a_column_s_top() -> None:
    proof = of_the_sample("broadsheet")
    page = proof.laid.document.pages[0]
    bars = {round(i.rect.y, 2) for i in page.items if isinstance(i, BoxItem) and i.rect.height == 3}
    lines = {round(i.rect.y, 2) for i in page.items if isinstance(i, BoxItem) and i.rect.height == 0.3}
    assert not bars & lines
