"""Page one: masthead, lead photo and overview for any number of sections; what is absent leaves no hole."""

from __future__ import annotations

import pytest

from reportpdf.layout.display import ARTIFACT, BoxItem, Laid, PictureItem, TextItem
from reportpdf.layout.masthead import Masthead, set_masthead
from reportpdf.layout.opener import Opener, plan_opener
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.report import Report
from tests.layout.reports import (
    FOOT,
    GRID,
    HEAD,
    LOOK,
    RIGHT,
    U,
    callout,
    lay,
    new_setting,
    photo,
    picture,
    pictures,
    prose,
    report,
    section,
)

SETTING = new_setting()
TITLE = "数“说”影“述”滨州公安的“2024”"
BYLINE = (("本报记者", ("罗军",)), ("通讯员", ("郭飞", "徐瑶")))
LEDE = prose(140)


def masthead(title: str | None = TITLE, lede: str | None = LEDE, *, byline: bool = True) -> Masthead:
    made = report(section("一"), title=title, lede=lede, byline=BYLINE if byline else ())
    return set_masthead(SETTING, made)


def opener(sections: int, *, photo_aspect: float | None = None) -> Opener | None:
    placed = None
    if photo_aspect is not None:
        placed = PlacedPhoto(picture(photo(), round(3000 * photo_aspect), 3000), "sections[0].photos[0]")
    return plan_opener(SETTING, masthead(), sections, placed)


def of_sections(count: int, photos: int = 0, *, callouts: int = 6, length: int = 150) -> Report:
    return report(
        *(
            section(
                "冲在最前险,勇当平安建设主力军",
                tuple(callout(f"{j}{i}项", prose(length, i + j)) for j in range(callouts)),
                tuple(photo() for _ in range(photos)),
            )
            for i in range(count)
        ),
        lede=LEDE,
        byline=BYLINE,
    )


WITH_PHOTO = {1: (1, 1), 2: (2, 1), 3: (3, 1), 4: (4, 1), 5: (4, 2), 8: (4, 2)}


@pytest.mark.parametrize("sections", [2, 4, 8])
def test_cells_of_titles_alone_are_as_low_as_these_and_the_photo_takes_the_rest(sections: int) -> None:
    placed = PlacedPhoto(picture(photo(), 3000, 3000), "sections[0].photos[0]")
    low = plan_opener(SETTING, masthead(), sections, placed, figures=False)
    usual = plan_opener(SETTING, masthead(), sections, placed)
    assert low is not None
    assert usual is not None
    assert low.form is not None
    assert low.frame is not None
    assert usual.frame is not None
    assert low.form.height_u < LOOK.overview.compact_height_u
    assert low.frame.height > usual.frame.height
    assert low.tops[-1] + low.form.height_u * U == pytest.approx(FOOT)


@pytest.mark.parametrize(("sections", "cells"), WITH_PHOTO.items())
def test_under_a_photo_the_overview_stands_in_one_or_two_rows(sections: int, cells: tuple[int, int]) -> None:
    made = opener(sections, photo_aspect=1.5)
    assert made is not None
    assert made.frame is not None
    assert (made.columns, len(made.tops)) == cells
    assert made.frame.y + made.frame.height < made.tops[0]
    assert made.frame.width == GRID.width


@pytest.mark.parametrize("sections", [9, 10, 11, 12])
def test_with_more_sections_the_overview_takes_the_place_of_the_photo(sections: int) -> None:
    made = opener(sections, photo_aspect=1.5)
    assert made is not None
    assert made.photo is None
    assert made.columns == 4


@pytest.mark.parametrize("sections", range(2, 13))
def test_without_a_photo_the_overview_fills_what_the_masthead_leaves(sections: int) -> None:
    made = opener(sections)
    assert made is not None
    assert made.form is not None
    assert made.tops[0] > masthead().bottom
    # A cell outgrows the look's height by so much and no more: a little white may stay.
    assert FOOT - U <= made.tops[-1] + made.form.height_u * U <= FOOT + 0.01
    assert made.columns * len(made.tops) >= sections


def test_one_section_and_thirteen_have_no_overview() -> None:
    assert opener(1) is None
    assert opener(13) is None


@pytest.mark.parametrize("aspect", [0.25, 0.67, 1.0, 1.5, 2.0, 4.0])
def test_a_lead_photo_of_any_shape_stays_between_masthead_and_overview(aspect: float) -> None:
    made = opener(4, photo_aspect=aspect)
    assert made is not None
    assert made.frame is not None
    assert masthead().bottom < made.frame.y
    assert made.frame.y + made.frame.height < made.tops[0]


def texts(laid: Laid, page: int = 0) -> list[str]:
    return [
        "".join(c.text for c in item.clusters)
        for item in laid.document.pages[page].items
        if isinstance(item, TextItem)
    ]


@pytest.mark.parametrize("count", range(2, 13))
def test_every_section_is_told_of_on_page_one(count: int) -> None:
    told = [words for words in texts(lay(of_sections(count))) if words.startswith("见第")]
    assert len(told) == count


def first_photos(made: Report) -> list[str]:
    laid = lay(made, pictures(made))
    return [item.tag.path for item in laid.document.pages[0].items if isinstance(item, PictureItem)]


def test_the_first_photo_leads_if_its_section_keeps_another() -> None:
    assert first_photos(of_sections(3, photos=2)) == ["sections[0].photos[0]"]


def test_the_photo_marked_lead_leads() -> None:
    marked = section("二", (callout("2项", LEDE),), (photo(), photo(lead=True)))
    made = of_sections(2, photos=2)
    assert first_photos(report(*made.sections, marked, lede=LEDE)) == ["sections[2].photos[1]"]


def test_a_pinned_photo_stays_in_its_section() -> None:
    callouts = tuple(callout(f"{i}项", prose(150)) for i in range(6))
    made = report(
        section("一", callouts, (photo(lead=True, pin=True), photo())),
        section("二", callouts, (photo(), photo())),
        section("三", callouts),
        lede=LEDE,
    )
    assert "sections[0].photos[0]" not in first_photos(made)


LABELS = [(None, "共破案23起"), ("全年战果", "全年战果")]


@pytest.mark.parametrize(("label", "told"), LABELS)
def test_a_label_is_the_callouts_own_clause_or_the_one_given(label: str | None, told: str) -> None:
    made = of_sections(3)
    lead = section(
        "二", (callout("23起", "全年共破案23起，群众满意。".replace("全年共", "共"), label=label),)
    )
    assert told in texts(lay(report(*made.sections, lead, lede=LEDE)))


def test_an_overview_repeats_and_is_no_text_of_the_report() -> None:
    laid = lay(of_sections(4))
    page = laid.document.pages[0]
    paths = {item.tag.path for item in page.items if item.tag != ARTIFACT}
    assert not any(path.startswith("sections") for path in paths)


ABSENT = [
    (None, None, False, HEAD + LOOK.masthead.bar),
    (None, LEDE, False, None),
    (TITLE, None, False, None),
    (TITLE, None, True, None),
]


@pytest.mark.parametrize(("title", "lede", "byline", "bottom"), ABSENT)
def test_what_is_absent_moves_the_rest_up(
    title: str | None, lede: str | None, byline: bool, bottom: float | None
) -> None:
    made = masthead(title, lede, byline=byline)
    assert made.bottom < masthead().bottom
    if bottom is not None:
        assert made.bottom == pytest.approx(bottom)


def test_the_masthead_stands_as_the_look_says() -> None:
    made = masthead()
    bar, *rest = made.items
    assert isinstance(bar, BoxItem)
    assert (bar.rect.y, bar.rect.height, bar.rect.width) == (HEAD, LOOK.masthead.bar, GRID.width)
    lede = [item for item in rest if item.tag.path == "lede"]
    byline = [item for item in rest if item.tag.path == "byline[0].role"]
    assert {item.x for item in lede if isinstance(item, TextItem)} == {GRID.x(LOOK.masthead.lede_column)}
    assert isinstance(byline[0], TextItem)
    assert byline[0].x == GRID.x(0)


def test_a_lede_without_a_byline_goes_across_the_page() -> None:
    lede = [item for item in masthead(byline=False).items if item.tag.path == "lede"]
    assert {item.x for item in lede if isinstance(item, TextItem)} == {GRID.x(0)}


def test_many_names_take_more_lines_and_stay_left_of_the_lede() -> None:
    names = tuple(f"张{c}{c}" for c in "甲乙丙丁戊己庚辛")
    made = set_masthead(SETTING, report(section("一"), lede=LEDE, byline=(("通讯员", names),)))
    put = [item for item in made.items if item.tag.path.startswith("byline[0].names")]
    assert len({item.y for item in put if isinstance(item, TextItem)}) > 1
    assert all(
        item.x < GRID.x(LOOK.masthead.lede_column) < RIGHT for item in put if isinstance(item, TextItem)
    )
