"""Faults planted in laid-out pages, and their clean twins; spots, acceptance, and what is known already."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK
from reportpdf.base.messages import MESSAGES
from reportpdf.base.problem import Place, problem
from reportpdf.check.accepting import accepted
from reportpdf.check.finding import Finding, Noted, Spot
from reportpdf.check.page.photos import PhotoBounds, photo_problems, same_photos, small_figures
from reportpdf.check.page.rules import LaidPages, page_problems
from reportpdf.check.page.theme_bounds import texts_by_path
from reportpdf.check.spots import Spots
from reportpdf.commands.check_answer import key_of, known_of
from reportpdf.layout.display import Document, Item, Page, PictureItem, Role, Tag, TextItem
from reportpdf.model.picture import Picture
from reportpdf.model.report import Accept, Photo, Report, Section, Text
from reportpdf.text.cluster import Cluster, Glyph, Kind
from tests.press.editions import sample

BODY, TITLE = "sections[0].callouts[0].text", "sections[0].title"


def words(value: str, path: str = BODY, line: int = 3) -> Text:
    return Text(value, Place("report.yaml", line, 9, path), value)


@cache
def cluster(character: str) -> Cluster:
    return Cluster(character, Kind.HAN, "Song", (Glyph(1, 1.0, 0, 0, character),), 1.0)


def line(
    value: str, y: float, path: str = BODY, role: Role = Role.PARAGRAPH, x: float = 60, size: float = 10
) -> TextItem:
    return TextItem(x, y, size, BLACK, tuple(map(cluster, value)), (), 0.0, Tag(role, path))


def pages(*each: tuple[Item, ...], texts: tuple[Text, ...] = ()) -> LaidPages:
    document = Document(
        Size(400, 600), 9, tuple(Page(n, items) for n, items in enumerate(each, 1)), (), "", "", "", "zh"
    )
    report = Report(None, (), None, (), place=Place("report.yaml"))
    return LaidPages(document, report, {text.place.path: text for text in texts})


FULL = line("满页", 560, "lede")
HEAD = line("章题", 500, TITLE, Role.HEADING)
LONG = words("一二三四五六七八九十。")

CASES = [
    # code, pages with the fault, clean twin
    ("page-last-line", pages((line("一二三四五六七八九", 80), line("十。", 95)), texts=(LONG,)),
     pages((line("一二三四五六七八", 80), line("九十。", 95)), texts=(LONG,))),
    ("page-last-line", pages((line("一二三四五六七八九", 80),), (line("十。", 40),), texts=(LONG,)),
     pages((line("一二三四五六七八九十。", 80),), texts=(LONG,))),
    ("page-last-line", pages((line("前文说", 80, role=Role.CAPTION), line("完", 90, role=Role.CAPTION)),
                             texts=(words("前文说完"),)),
     pages((line("完", 80),), texts=(words("完"),))),
    ("page-overset", pages((line("一二三四五", 80),), texts=(LONG,)),
     pages((line("一二三四五", 80), line("六七八九十。", 95)), texts=(LONG,))),
    ("page-overset", pages((line("一二三四五六七八九", 80), line("十一", 640)), texts=(words("一二三四五六七八九十一"),)),
     pages((line("一二三四五六七八九", 80), line("十一", 95)), texts=(words("一二三四五六七八九十一"),))),
    ("page-head-at-foot", pages((HEAD,), (line("正文", 80),), texts=(words("章题", TITLE),)),
     pages((HEAD, line("正文", 520)), texts=(words("章题", TITLE),))),
    ("page-near-trim", pages((line("边上", 300, x=2),)), pages((line("边上", 300, x=9),))),
    ("page-near-trim", pages((line("边上", 598),)), pages((line("边上", 580),))),
    ("page-near-trim", pages((line("一二三", 300, x=368),)), pages((line("一二三", 300, x=350),))),
    ("page-near-trim", pages((line("顶上", 12),)), pages((line("顶上", 30),))),
    ("page-white", pages((line("半页", 300, "lede"),), (FULL,), (FULL,)), pages((FULL,), (FULL,), (line("末", 90, "lede"),))),
    ("page-white", pages((FULL,), (line("短", 500, "lede"),), (FULL,)), pages((FULL,), (line("短", 530, "lede"),), (FULL,))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "fault", "clean"), CASES, ids=[f"{i}-{c[0]}" for i, c in enumerate(CASES)])
def test_a_fault_of_the_page_is_found_and_its_twin_is_clean(
    code: str, fault: LaidPages, clean: LaidPages
) -> None:
    found = [noted for noted in page_problems(fault) if noted.problem.code == code]
    assert len(found) == 1
    assert code not in {noted.problem.code for noted in page_problems(clean)}


def test_overset_says_by_how_many_lines() -> None:
    whole = words("一二三四五" * 6)
    laid = pages(tuple(line("一二三四五", 80 + 15 * i) for i in range(4)), texts=(whole,))
    (noted,) = page_problems(laid)
    assert dict(noted.problem.args)["lines"] == "2"


def photo(crop: tuple[float, float, float, float] = (0, 0, 1, 1), px: int = 3000, *, focus: tuple[float, float] | None = None,
          width: float = 300) -> Document:  # fmt: skip
    picture = Picture(Photo(words("a.jpg", "sections[0].photos[0].file"), focus=focus), px, px)
    item = PictureItem(Rect(50, 50, width, width), picture, crop, Tag(Role.PHOTO, "sections[0].photos[0]"))
    return pages((item,)).document


BOUNDS = PhotoBounds(149.0, 225.0, 0.65)
PHOTOS = [
    ("page-focus-cut", photo((0, 0, 0.8, 1), focus=(0.9, 0.5)), photo((0.2, 0, 1, 1), focus=(0.9, 0.5))),
    ("page-focus-cut", photo((0, 0.3, 1, 1), focus=(0.5, 0.1)), photo((0, 0.05, 1, 0.95), focus=(0.5, 0.1))),
    ("page-crop-deep", photo((0, 0, 0.5, 1)), photo((0, 0, 0.63, 1))),
    ("page-crop-deep", photo((0.1, 0.1, 0.85, 0.85)), photo((0.05, 0.05, 0.95, 0.95))),
    ("page-photo-upscaled", photo(px=500), photo(px=700)),
    ("page-photo-coarse", photo(px=800), photo(px=1000)),
    ("page-photo-coarse", photo((0, 0, 0.7, 1), px=1200), photo((0, 0, 0.8, 1), px=1200)),
]


@pytest.mark.parametrize(
    ("code", "fault", "clean"), PHOTOS, ids=[f"{i}-{c[0]}" for i, c in enumerate(PHOTOS)]
)
def test_a_fault_of_a_photo_is_found_and_its_twin_is_clean(
    code: str, fault: Document, clean: Document
) -> None:
    assert [noted.problem.code for noted in photo_problems(fault, BOUNDS)] == [code]
    assert code not in {noted.problem.code for noted in photo_problems(clean, BOUNDS)}


def test_a_coarse_photo_says_how_wide_it_may_be() -> None:
    (noted,) = photo_problems(photo(px=500), BOUNDS)
    assert dict(noted.problem.args)["safe"] == str(int(500 / 225 * 25.4))


@pytest.mark.parametrize(("size", "found"), [(20, True), (40, False)])
def test_a_figure_is_told_when_it_is_lower_than_the_least(size: float, found: bool) -> None:
    path = "sections[0].callouts[0].figure"
    document = pages((line("23", 100, path, Role.FIGURE_TEXT, size=size),)).document
    assert bool(list(small_figures(document, {path: words("23项", path)}, 20.0))) is found


def _saved(path: Path, seed: int, size: int = 200, quality: int = 90) -> Picture:
    picture = Image.linear_gradient("L").rotate(seed * 37).resize((size, size)).convert("RGB")
    picture.paste((seed * 40 % 255, 20, 200), (seed * 10, 20, seed * 10 + 60, 90 + seed * 5))
    picture.resize((size, size)).save(path, quality=quality)
    return Picture(Photo(words(path.name, f"sections[0].photos[{seed}].file"), path=str(path)), size, size)


def test_the_same_photo_under_another_name_is_told(tmp_path: Path) -> None:
    first, again = _saved(tmp_path / "a.jpg", 1), _saved(tmp_path / "b.jpg", 1, quality=40)
    assert [n.problem.code for n in same_photos((first, again))] == ["photo-alike"]
    assert not list(same_photos((first, _saved(tmp_path / "c.jpg", 4))))


def test_every_photo_of_the_sample_is_its_own() -> None:
    sources, _ = sample()
    assert not list(same_photos(sources.pictures))


def test_the_sample_has_no_fault_on_its_pages() -> None:
    sources, document = sample()
    assert not list(page_problems(LaidPages(document, sources.report, texts_by_path(sources.report))))


def test_words_are_found_on_the_page_through_what_setting_changed() -> None:
    text = words("甲,乙 丙丁")
    laid = pages((line("甲，乙", 80), line("丙丁", 95)), texts=(text,))
    (spot,) = Spots(laid.document).of(Noted(problem("copy-variant"), text, 5, 1))
    assert (spot.page, spot.x_mm) == (1, round((60 + 10) / 72 * 25.4, 1))
    assert spot.y_mm == pytest.approx((95 - 8.8) / 72 * 25.4, abs=0.1)


def test_words_over_two_lines_have_two_spots() -> None:
    text = words("一二三四")
    laid = pages((line("一二", 80), line("三四", 95)), texts=(text,))
    assert len(Spots(laid.document).of(Noted(problem("copy-variant"), text, 1, 2))) == 2


def _finding(offset: int = 2) -> Finding:
    text = words("在国庆节期间")
    return Finding(
        Noted(problem("caption-time", text.place, found="国庆节"), text, offset, 3), (Spot(4, 0, 0, 1, 1),)
    )


@pytest.mark.parametrize("at", [None, "sections[0]", BODY, "page 4", "国庆"])
def test_an_accepted_finding_says_so(at: str | None) -> None:
    entry = Accept(words("caption-time"), words("照片没有日期"), None if at is None else words(at))
    (found,) = accepted([_finding(1)], [entry], MESSAGES)
    assert found.accepted == "照片没有日期"


@pytest.mark.parametrize("at", ["sections[1]", "sections[0].callouts[0].te", "page 3", "春节"])
def test_an_entry_that_matches_nothing_is_told(at: str) -> None:
    entry = Accept(words("caption-time"), words("照片没有日期"), words(at))
    found, told = accepted([_finding(1)], [entry], MESSAGES)
    assert not found.accepted
    assert told.noted.problem.code == "accept-nothing"


def test_an_entry_for_no_check_is_an_error() -> None:
    (told,) = accepted([], [Accept(words("captoin"), words("x"))], MESSAGES)
    assert told.noted.problem.code == "accept-unknown"


def test_what_an_earlier_list_has_is_known_wherever_it_moved() -> None:
    one = _finding(1)
    moved = replace(
        one, noted=replace(one.noted, problem=replace(one.noted.problem, place=Place("r", 99, 1, BODY)))
    )
    earlier = Counter([key_of(one)])
    assert known_of([moved], earlier) == {id(moved)}
    twice = _finding(1)
    assert len(known_of([moved, twice], earlier)) == 1
    assert known_of([one], None) == frozenset()


def test_sections_are_not_needed_for_texts() -> None:
    report = Report(words("题", "title"), (), None, (Section(words("章", TITLE), None, (), (), Place("r")),))
    assert set(texts_by_path(report)) == {"title", TITLE}
