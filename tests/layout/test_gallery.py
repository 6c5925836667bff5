"""The gallery's rules one by one: rows, figures, frames, heads, quotes, page one, lent photos."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from reportpdf.base.problem import InputError
from reportpdf.base.units import mm
from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import BoxItem, PictureItem, PolygonItem, Role, TextItem
from reportpdf.layout.gallery import Gallery, plan_gallery
from reportpdf.layout.gallery_contents import ContentsForm
from reportpdf.layout.gallery_frames import bands, kept, limits
from reportpdf.layout.gallery_rows import Row, set_rows
from reportpdf.layout.gallery_setting import gallery_section
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.report import Report
from reportpdf.paint.colour import screen_colours
from reportpdf.paint.surface import paint_document
from reportpdf.press.sheet import bleed_boxes, screen_boxes
from reportpdf.theme.gallery import QuoteWriting
from reportpdf.theme.records import Format
from tests.layout.audit import Proof
from tests.layout.galleries import GRID, LOOK, THEME, lay, new_setting
from tests.layout.gallery_audit import faults
from tests.layout.reports import (
    FONTS,
    SHEET,
    callout,
    missing,
    photo,
    picture,
    pictures,
    prose,
    report,
    section,
    text,
)
from tests.layout.test_marks import marked

SETTING = new_setting()


def rows_of(count: int, length: int = 80, figure: str = "7人") -> tuple[Row, ...]:
    made = section("平安", tuple(callout(figure, prose(length, i)) for i in range(count)))
    return set_rows(SETTING, gallery_section(THEME, 0, made, ()))


def plan(made: Report, *shapes: tuple[int, int]) -> Gallery:
    return plan_gallery(SETTING, made, pictures(made, *shapes))


def of_section(*callouts: str, photos: int = 0, title: str = "冲在最前险,勇当平安建设主力军") -> Report:
    """A report with another section before, one of whose photos leads it."""
    lead = section("守护", (callout("7人", prose(80)),), (photo(lead=True), photo(pin=True)))
    own = section(
        title, tuple(callout("7人", words) for words in callouts), tuple(photo() for _ in range(photos))
    )
    return report(lead, own)


def test_the_grid_is_the_looks_own() -> None:
    assert GRID.column == pytest.approx(126.0)
    assert GRID.width == pytest.approx(414.0)
    assert GRID.lines == 48
    assert GRID.left == pytest.approx(mm(48))
    assert GRID.left + GRID.width == pytest.approx(mm(194), abs=0.2)


@pytest.mark.parametrize(
    ("count", "spans"),
    [
        (1, [[3]]),
        (2, [[2, 1]]),
        (3, [[1, 1, 1]]),
        (4, [[3], [1, 1, 1]]),
        (5, [[2, 1], [1, 1, 1]]),
        (6, [[1, 1, 1], [1, 1, 1]]),
        (8, [[2, 1], [1, 1, 1], [1, 1, 1]]),
    ],
)
def test_the_number_of_callouts_tells_the_mosaic(count: int, spans: list[list[int]]) -> None:
    assert [[cell.span for cell in row.cells] for row in rows_of(count)] == spans


def test_a_text_over_the_most_lines_takes_one_more_column() -> None:
    rows = rows_of(3, length=LOOK.rows.text_most_u * 14 + 60)
    assert [[cell.span for cell in row.cells] for row in rows] == [[2], [2], [2]] or [
        sum(cell.span for cell in row.cells) for row in rows
    ] == [3] * len(rows)
    assert all(cell.high <= LOOK.rows.text_most_u for row in rows for cell in row.cells)


@pytest.mark.parametrize("count", range(1, 12))
@pytest.mark.parametrize("length", [20, 300, 500, 900, 1600, 4000])
def test_rows_are_full_and_no_higher_than_a_page(count: int, length: int) -> None:
    for row in rows_of(count, length):
        assert sum(cell.span for cell in row.cells) == 3
        assert row.high <= GRID.room


def test_a_lead_callout_comes_first_and_wide() -> None:
    made = section("平安", (callout("1人", "甲"), callout("2人", "乙", lead=True)))
    (row,) = set_rows(SETTING, gallery_section(THEME, 0, made, ()))
    assert [(cell.index, cell.span) for cell in row.cells] == [(0, 2), (1, 1)]
    assert gallery_section(THEME, 0, made, ()).paths[0] == "sections[0].callouts[1]"


FIGURE_SIZES = [
    ("23项", 56.0),
    ("123项", 56.0),
    ("1234项", 48.0),
    ("12345项", 40.0),
    ("13.5%、10.2%", 40.0),  # one above the other
    ("1234567.89亿元", 21.0),  # on one line by itself
]


@pytest.mark.parametrize(("figure", "size"), FIGURE_SIZES)
def test_a_figure_goes_down_by_steps_then_is_stacked(figure: str, size: float) -> None:
    box = SETTING.figures.fit(text(figure), 126.0, 56.0)
    digits = [i for i in box.items if isinstance(i, TextItem) and i.clusters[0].text[0].isdigit()]
    assert box.width <= 126.0
    assert max(item.size for item in digits) == pytest.approx(size, abs=1.01)
    assert len({round(item.y, 2) for item in digits}) == (2 if "、" in figure else 1)


def test_words_are_three_quarters_of_the_digits_and_on_several_lines_if_long() -> None:
    (word,) = SETTING.figures.fit(text("第一档"), 126.0, 56.0).items
    assert isinstance(word, TextItem)
    assert word.size == pytest.approx(42.0)
    lines = SETTING.figures.fit(text("2024年度全国公安系统先进集体"), 126.0, 56.0).items
    assert len(lines) == 3
    words = "".join("".join(c.text for c in i.clusters) for i in lines if isinstance(i, TextItem))
    assert words == "2024年度全国公安系统先进集体"


SHAPES = [(3, 2), (4, 3), (16, 9), (1, 1), (2, 3), (9, 16), (4, 1), (1, 4)]


@pytest.mark.parametrize("shape", SHAPES)
def test_frames_keep_enough_of_a_photo_of_any_shape(shape: tuple[int, int]) -> None:
    width, height = shape
    placed = PlacedPhoto(picture(photo(), width * 800, height * 800), "p")
    least, most = limits(SETTING, placed, LOOK.photos.aspect)
    assert least <= most
    for frame in (least, (least + most) / 2, most):
        assert kept(width / height, frame) >= LOOK.photos.keep - 1e-9
    if 0.9 <= width / height <= 2:
        assert (least, most) >= (0.9, 1.0)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_bands_bleed_on_the_right_and_begin_on_columns(count: int) -> None:
    for band in bands(SETTING, count):
        assert band[-1].right == pytest.approx(GRID.trim_width + mm(3))
        for one, other in pairwise(band):
            assert other.left - one.right == pytest.approx(LOOK.photos.between)


def test_a_photo_at_the_head_takes_what_the_mosaic_leaves() -> None:
    made = of_section(*(prose(100, i) for i in range(3)), photos=1)
    (page,) = plan(made).planned[1].pages
    (frame,), rows = page.frames, page.rows
    assert frame.rect.y == pytest.approx(-mm(3))
    assert frame.rect.x == pytest.approx(GRID.left)
    assert frame.rect.bottom % GRID.u == pytest.approx(0.0, abs=1e-6)
    assert rows[-1].top + rows[-1].high == GRID.lines
    assert rows[0].top * GRID.u - frame.rect.bottom >= LOOK.photos.gap_u * GRID.u - 1e-6
    # Over so many lines, and clear of the title, its caption stands in the strip.
    assert frame.caption.x == pytest.approx(GRID.strip)


def test_a_free_cell_of_two_columns_takes_a_photo() -> None:
    made = of_section(prose(50), prose(260, 2), photos=2)
    (page,) = plan(made, (1600, 900)).planned[1].pages
    (cell,) = (row.frame for row in page.rows if row.frame is not None)
    assert cell.rect.width == pytest.approx(GRID.span(2))
    assert 1.3 <= cell.rect.width / cell.rect.height <= 2.5
    assert len(page.frames) == 1


def test_two_photos_stand_side_by_side() -> None:
    made = of_section(*(prose(250, i) for i in range(3)), photos=2)
    (page,) = plan(made).planned[1].pages
    one, other = page.frames
    assert other.rect.x - one.rect.right == pytest.approx(LOOK.photos.between)
    assert one.rect.height == pytest.approx(other.rect.height)


def test_rows_begin_on_their_line_without_a_photo_and_at_the_foot_where_there_are_few() -> None:
    whole = plan(of_section(*(prose(200, i) for i in range(6)))).planned[1].pages[0]
    few = plan(of_section(*(prose(90, i) for i in range(3)))).planned[1].pages[0]
    assert whole.rows[0].top == LOOK.page.first_line
    assert few.rows[-1].top + few.rows[-1].high == GRID.lines


@pytest.mark.parametrize("length", [20, 150, 250, 330])
def test_one_row_alone_on_a_page_stands_at_its_foot(length: int) -> None:
    (page,) = plan(of_section(*[prose(length)] * 3)).planned[0].pages
    (row,) = page.rows
    assert row.high < GRID.lines / 2
    assert row.top + row.high == GRID.lines


def test_rows_are_never_split_and_go_on_over_pages() -> None:
    pages = plan(of_section(*(prose(150, i) for i in range(20)))).planned[1].pages
    assert len(pages) > 1
    assert [page.first for page in pages] == [True] + [False] * (len(pages) - 1)
    found = [cell.index for page in pages for row in page.rows for cell in row.row.cells]
    assert found == list(range(20))


def test_a_section_without_a_photo_borrows_from_one_that_has_more() -> None:
    rich = section("守护", (callout("7人", prose(80)),), (photo(), photo(), photo(), photo()))
    poor = section("平安", tuple(callout("7人", prose(80)) for _ in range(3)))
    counts = [len(planned.section.photos) for planned in plan(report(rich, poor)).planned]
    assert counts == [2, 1]
    pinned = replace(rich, photos=(photo(), *(photo(pin=True) for _ in range(3))))
    counts = [len(planned.section.photos) for planned in plan(report(pinned, poor)).planned]
    assert counts == [3, 0]


def test_the_marked_photo_leads_and_a_pinned_one_stays() -> None:
    own = section("守护", (callout("7人", prose(80)),), (photo(), photo(lead=True)))
    gallery = plan(report(own))
    assert gallery.opening is not None
    assert gallery.opening.frame is not None
    assert gallery.opening.frame.photo.path == "sections[0].photos[1]"
    pinned = replace(own, photos=(photo(pin=True), photo(pin=True)))
    gallery = plan(report(pinned))
    assert gallery.opening is not None
    assert gallery.opening.frame is None


def quoted(words: str, title: str = "冲在最前险,勇当平安建设主力军") -> Report:
    made = of_section(prose(80), title=title)
    return replace(made, sections=(made.sections[0], replace(made.sections[1], quote=text(words))))


def quote_items(made: Report, writing: QuoteWriting = QuoteWriting.VERTICAL) -> list[TextItem]:
    theme = replace(THEME, gallery=replace(LOOK, head=replace(LOOK.head, quote=writing)))
    document = lay_out(made, pictures(made), theme, SHEET, FONTS).document
    items = (item for page in document.pages for item in page.items)
    return [i for i in items if isinstance(i, TextItem) and i.tag.path.endswith(".quote")]


def test_a_quote_stands_in_the_strip_in_lines_of_sense() -> None:
    items = quote_items(quoted("把警力摆上街面、把服务送到门口，群众看得见、摸得着。"))
    assert all(item.vertical for item in items)
    assert all(item.tag.role is Role.PARAGRAPH for item in items)
    assert [item.x for item in items] == sorted((item.x for item in items), reverse=True)
    lines = ["".join(c.text for c in item.clusters) for item in items]
    assert lines == ["把警力摆上街面、把服务送到门口，", "群众看得见、摸得着。"]


def test_a_quote_lies_across_the_columns_where_the_theme_says_so_or_the_strip_is_full() -> None:
    words = "把警力摆上街面、把服务送到门口，群众看得见、摸得着。"
    assert not any(item.vertical for item in quote_items(quoted(words), QuoteWriting.HORIZONTAL))
    forced = quoted("a" * 60)
    assert not any(item.vertical for item in quote_items(forced))
    assert "".join(c.text for item in quote_items(forced) for c in item.clusters) == "a" * 60


def test_marks_in_a_quote_are_drawn_and_break_no_sense() -> None:
    made = of_section(prose(80))
    words = marked("{滨州|bīn zhōu}的{.全部}警情**必接必处**，{_惠民}见《规定》。")
    made = replace(made, sections=(made.sections[0], replace(made.sections[1], quote=words)))
    items = quote_items(made)
    assert "".join(c.text for i in items for c in i.clusters) == "滨州的全部警情必接必处，惠民见《规定》。"
    assert {c.face for i in items for c in i.clusters} >= {"NotoSansSC-Light", "NotoSansSC-Medium"}


@pytest.mark.parametrize("title", ["2024年总结", prose(150), "一\n二\n三\n四"])
def test_a_title_that_cannot_stand_lies_over_the_rows(title: str) -> None:
    made = of_section(prose(80), photos=1, title=title)
    document = lay(made).document
    items = [i for p in document.pages for i in p.items if i.tag.path == "sections[1].title"]
    assert items
    assert not any(isinstance(item, TextItem) and item.vertical for item in items)


FORMS = {1: "cells", 4: "cells", 8: "cells", 12: "cells", 13: "list"}


@pytest.mark.parametrize("count", FORMS)
def test_the_contents_take_every_number_of_sections(count: int) -> None:
    sections = tuple(section("守护,平安", (callout("7人", prose(60)),), (photo(),)) for _ in range(count))
    gallery = plan(report(*sections, lede=prose(120)))
    assert gallery.opening is not None
    assert gallery.opening.contents.form is ContentsForm(FORMS[count])
    assert gallery.opening.frame is not None


def test_an_opening_without_a_photo_shows_figures_and_larger_type() -> None:
    gallery = plan(report(section("守护", (callout("7人", prose(60)),))))
    assert gallery.opening is not None
    assert gallery.opening.contents.form is ContentsForm.FIGURES
    title = gallery.opening.words.title
    assert title is not None
    assert title.size > LOOK.styles.title.size


@pytest.mark.parametrize(("label", "shown"), [(None, "走访群众7人次"), ("走访群众", "走访群众")])
def test_a_figure_of_the_contents_says_what_it_counts(label: str | None, shown: str) -> None:
    made = callout("7人", "一年来,走访群众7人次,件件有着落。", label=label)
    page = lay(report(section("守护", (made,)))).document.pages[0]
    words = ["".join(c.text for c in i.clusters) for i in page.items if isinstance(i, TextItem)]
    assert shown in words


def test_a_report_that_has_nothing_to_say_on_page_one_begins_with_its_section() -> None:
    gallery = plan(report(section("守护", (callout("7人", prose(60)),)), title=None))
    assert gallery.opening is None
    assert (
        lay(report(section("守护", (callout("7人", prose(60)),)), title=None)).document.outline[0].page_index
        == 0
    )


def test_a_lede_that_page_one_cannot_hold_is_told() -> None:
    with pytest.raises(InputError) as raised:
        lay(report(section("守护", (callout("7人", "文"),)), lede=prose(6000)))
    assert [found.code for found in raised.value.problems] == ["masthead-too-high"]


def test_a_caption_that_no_page_holds_is_told() -> None:
    with pytest.raises(InputError) as raised:
        lay(report(section("守护", (), (photo(prose(9000)),))))
    assert [found.code for found in raised.value.problems] == ["caption-too-high"]


def test_a_photo_that_loses_much_is_told() -> None:
    made = of_section(*(prose(100, i) for i in range(3)), photos=1)
    laid = lay(made, pictures(made, (3000, 2000)))
    assert {found.code for found in laid.problems} == {"photo-cut-deep"}
    (first, *_) = laid.problems
    assert dict(first.args)["file"] == "a.jpg"
    square = lay(made, pictures(made, (1000, 1000)))
    assert square.problems == ()


def test_photos_reach_into_the_bleed_and_no_further() -> None:
    made = of_section(prose(80), photos=1)
    document = lay(made).document
    bleed = bleed_boxes(document.trim, document.bleed).bleed
    photos = [i.rect for page in document.pages for i in page.items if isinstance(i, PictureItem)]
    tabs = [i.rect for page in document.pages for i in page.items if isinstance(i, BoxItem) and i.rect.x < 0]
    assert len(photos) == 3
    assert all(
        rect.y == pytest.approx(bleed.y) and rect.right == pytest.approx(bleed.right) for rect in photos
    )
    assert tabs
    assert all(rect.x == pytest.approx(bleed.x) for rect in tabs)


def test_a_photo_that_is_missing_leaves_its_frame_within_the_trim() -> None:
    made = of_section(prose(80), photos=1)
    shown = tuple(missing(p) for s in made.sections for p in s.photos)
    document = lay(made, shown).document
    crosses = [i for page in document.pages for i in page.items if isinstance(i, PolygonItem)]
    assert len(crosses) == 6
    edges = [x for cross in crosses for x, _ in cross.points]
    assert max(edges) == pytest.approx(document.trim.width, abs=0.3)


def test_a_tab_for_each_section_wraps_after_the_seventh() -> None:
    sections = tuple(section("守护", (callout("7人", "文"),)) for _ in range(8))
    document = lay(report(*sections)).document
    tops = [i.rect.y for p in document.pages for i in p.items if isinstance(i, BoxItem) and i.rect.x < 0]
    assert tops == [pytest.approx(mm(18 + 34 * (i % 7))) for i in range(8)]


def test_the_look_suits_another_trim() -> None:
    """Source: 16开, 185 x 260 mm."""
    sheet: Format = replace(SHEET, width_mm=185, height_mm=260)
    made = of_section(*(prose(100, i) for i in range(5)), photos=2)
    document = lay_out(made, pictures(made), THEME, sheet, FONTS).document
    assert document.trim.width == pytest.approx(mm(185))
    rights = [
        i.rect.right
        for page in document.pages
        for i in page.items
        if isinstance(i, PictureItem) and i.rect.y < 0
    ]
    assert max(rights) == pytest.approx(mm(188))


def test_painted_photos_run_over_the_trim_in_both_editions() -> None:
    """Source: ISO 32000-2 14.11.2: the screen's media ends at the trim and cuts the bleed off."""
    made = of_section(prose(80), photos=1)
    document = lay(made).document
    frame = next(i.rect for i in document.pages[0].items if isinstance(i, PictureItem))
    for boxes, bleed in (
        (screen_boxes(document.trim), 0.0),
        (bleed_boxes(document.trim, document.bleed), mm(3)),
    ):
        # Without a picture a tint is painted in the frame.
        with pikepdf.open(BytesIO(paint_document(document, FONTS, lambda _: None, boxes=boxes))) as pdf:
            page = pdf.pages[0]
            media, trim = [float(v) for v in page.MediaBox], [float(v) for v in page.TrimBox]
            drawn = page.Contents.read_bytes().decode("ascii")
        width, height, x, y = (
            float(v) for v in re.findall(r"q (\S+) 0 0 (\S+) (\S+) (\S+) cm /Im1 Do", drawn)[0]
        )
        assert (width, height) == (
            pytest.approx(frame.width, abs=0.01),
            pytest.approx(frame.height, abs=0.01),
        )
        assert x + width == pytest.approx(trim[2] + mm(3), abs=0.01)
        assert y + height == pytest.approx(trim[3] + mm(3), abs=0.01)
        assert media[2] == pytest.approx(trim[2] + bleed, abs=0.01)


@pytest.mark.parametrize("words", ["短", "把服务送到门口", prose(59), "第一行\n第二行", "a" * 60])
@pytest.mark.parametrize("title", ["平安", "冲在最前险,勇当平安建设主力军", prose(120), "2024年总结"])
def test_a_quote_of_any_length_is_set_under_any_title(words: str, title: str) -> None:
    made = report(section(title, (callout("7人", prose(80)),), (photo(),)))
    made = replace(made, sections=(replace(made.sections[0], quote=text(words)),))
    assert faults(Proof(made, pictures(made), lay(made).document)) == []


def test_the_palettes_are_light_on_ink_and_strong_on_white() -> None:
    """At most 180 per cent of ink; contrast by WCAG 2.2, 1.4.11: figures are large and rules are not text."""
    for palette in THEME.palettes:
        assert palette.ink.total <= 1.80 + 1e-9
        parts = [value / 255 for value in screen_colours([palette.ink])[palette.ink]]
        red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3.0
