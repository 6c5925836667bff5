"""Whole reports laid out, compared with approved traces: any change of a page is a line of difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import Document
from reportpdf.source.format_file import load_format
from tests.layout import galleries
from tests.layout.reports import (
    THEME,
    callout,
    lay,
    missing,
    photo,
    picture,
    prose,
    report,
    sample,
    section,
    text,
)
from tests.layout.trace import trace

FIGURES = ("23项", "13.5%、10.2%", "第一档", "1.08亿元", "零发生", "12项、61个", "6.6万家", "99%")
TITLES = ("冲在最前险,勇当平安建设主力军", "守护最前沿", "站在最前线,争当服务发展排头兵")


def the_sample() -> Document:
    read = sample()
    return lay_out(read.report, read.pictures, read.theme, read.format, read.fonts).document


def the_sample_on_a_broadsheet() -> Document:
    read = sample()
    return lay_out(read.report, read.pictures, read.theme, load_format("broadsheet"), read.fonts).document


def the_sample_on_a_tabloid() -> Document:
    read = sample()
    return lay_out(read.report, read.pictures, read.theme, load_format("tabloid"), read.fonts).document


def one_section_with_one_callout() -> Document:
    only = section("一件实事", (callout("23项", prose(90)),))
    return lay(report(only, lede=prose(120), byline=(("本报记者", ("罗军",)),))).document


def twelve_sections_without_photos() -> Document:
    sections = (
        section(TITLES[i % 3], tuple(callout(FIGURES[(i + j) % 8], prose(60 + 13 * j, i)) for j in range(3)))
        for i in range(12)
    )
    return lay(report(*sections, lede=prose(150))).document


def forty_callouts() -> Document:
    callouts = tuple(callout(FIGURES[j % 8], prose(50 + j * 29 % 90, j)) for j in range(40))
    return lay(report(section(TITLES[0], callouts))).document


def photos_only() -> Document:
    captions = (None, "民警走访群众。", "全市公安机关举行升旗仪式,重温入警誓词,学习英模事迹。")
    shapes = ((3000, 2000), (2000, 3000), (1600, 1600), (4000, 2250), (3000, 1000))
    photos = tuple(photo(captions[j % 3], focus=(0.3, 0.6), stand_in=j == 1) for j in range(7))
    made = report(section(TITLES[1], (), photos))
    return lay(made, tuple(picture(p, *shapes[j % 5]) for j, p in enumerate(photos))).document


def a_missing_photo() -> Document:
    there, gone = photo(credit="新华社"), photo("警营开放日。", file="gone.jpg")
    made = report(section(TITLES[0], (callout("23项", prose(80)),), (there, photo(), gone)))
    return lay(made, (picture(there), picture(there), missing(gone))).document


def without_title_and_lede() -> Document:
    callouts = tuple(callout(figure, prose(100, i)) for i, figure in enumerate(FIGURES[:4]))
    made = report(section(TITLES[0], callouts), section(TITLES[1], callouts, (photo(), photo())), title=None)
    return lay(made).document


def gallery_sample() -> Document:
    read = galleries.sample()
    return galleries.lay(read.report, read.pictures).document


def gallery_of_quotes_without_photos() -> Document:
    callouts = tuple(callout(FIGURES[j], prose(70 + 17 * j, j)) for j in range(7))
    made = report(*(section(title, callouts[i : i + 5]) for i, title in enumerate(TITLES)), lede=prose(120))
    words = ("件件有回音、事事有着落", "2024年，把警力摆上街面、把服务送到门口。", "a" * 60)
    sections = tuple(replace(s, quote=text(w)) for s, w in zip(made.sections, words, strict=True))
    return galleries.lay(replace(made, sections=sections)).document


def gallery_of_photos() -> Document:
    shapes = ((3000, 2000), (2000, 3000), (1600, 1600), (4000, 2250), (3000, 1000))
    photos = tuple(photo(prose(12 + 9 * j, j), credit="新华社", stand_in=j == 1) for j in range(9))
    made = report(
        section(TITLES[0], (callout("23项", prose(80)),), photos[:2]), section("2024年", (), photos[2:])
    )
    shown = tuple(picture(p, *shapes[j % 5]) if j != 4 else missing(p) for j, p in enumerate(photos))
    return galleries.lay(made, shown).document


REPORTS = {
    made.__name__.replace("_", "-"): made
    for made in (
        the_sample,
        the_sample_on_a_broadsheet,
        the_sample_on_a_tabloid,
        one_section_with_one_callout,
        twelve_sections_without_photos,
        forty_callouts,
        photos_only,
        a_missing_photo,
        without_title_and_lede,
        gallery_sample,
        gallery_of_quotes_without_photos,
        gallery_of_photos,
    )
}


@pytest.mark.parametrize("name", REPORTS)
def test_pages_are_as_approved(name: str, approved_trace: Callable[[str, str], None]) -> None:
    approved_trace(name, trace(REPORTS[name](), galleries.THEME if name.startswith("gallery") else THEME))


def test_no_approved_trace_is_left_over(request: pytest.FixtureRequest) -> None:
    found = {path.stem for path in (Path(__file__).parent / "traces").glob("*.txt")}
    assert found <= set(REPORTS)


def test_a_trace_names_what_stands_where() -> None:
    lines = trace(one_section_with_one_callout(), THEME).splitlines()
    assert "page 1" in lines
    assert any(line.startswith("text  sections[0].callouts[0].figure  ") and '"23"' in line for line in lines)
    assert any(line.startswith("box   -  45.64  36.00  504.00 x 6.00  text") for line in lines)
