"""Reports made in memory for the layout's tests, and the tools to lay them out.

Pictures have a size and no file: the layout asks for nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from reportpdf.base.problem import Place, problem
from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import Laid
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import theme_inks
from reportpdf.layout.setting import Setting
from reportpdf.model.job import PageGoal
from reportpdf.model.picture import Picture
from reportpdf.model.report import Byline, Callout, Photo, Report, Section, Text
from reportpdf.source.fonts import bundled_fonts_dir, open_fonts
from reportpdf.source.format_file import load_format
from reportpdf.source.theme_file import load_theme
from reportpdf.sources import Sources, read_sources
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Theme

SAMPLE = Path(__file__).parents[2] / "data" / "binzhou-2024" / "report.yaml"
THEME = load_theme("newspaper")
SHEET = load_format("a4")
FONTS = open_fonts(THEME, fonts_dir=bundled_fonts_dir())
GRID = Grid(SHEET)
assert THEME.look is not None
LOOK = THEME.look
U = SHEET.step
LEFT = SHEET.margin_left
RIGHT = LEFT + GRID.width
HEAD, FOOT = GRID.y(0), GRID.y(SHEET.lines)

PROSE = (
    "全市共排查各类矛盾纠纷1.2万起,化解率达98.6%。坚持“专业+机制+大数据”,把警力摆上街面、把服务送到门口,"
    "群众看得见、摸得着。建成联勤警务站61个,日均投入巡防力量2300余人次,“三分钟”见警率稳步提高;"
    "开展“千警进万家”活动,走访群众、企业、学校,收集意见建议,件件有回音、事事有着落。"
)


def text(value: str, path: str = "") -> Text:
    return Text(value, Place("report.yaml", 1, 1, path))


def prose(length: int, start: int = 0) -> str:
    """So many characters of running text, the same for the same numbers."""
    begin = start * 17 % len(PROSE)
    return (PROSE[begin:] + PROSE * (length // len(PROSE) + 1))[:length].strip(",。、;”") or "文"


def callout(figure: str, words: str, *, lead: bool = False, label: str | None = None) -> Callout:
    return Callout(text(figure), text(words), lead, text(label) if label else None)


def photo(
    caption: str | None = "民警走访群众。",
    *,
    file: str = "a.jpg",
    credit: str | None = None,
    focus: tuple[float, float] | None = None,
    stand_in: bool = False,
    lead: bool = False,
    pin: bool = False,
) -> Photo:
    return Photo(
        text(file),
        text(caption) if caption else None,
        text(credit) if credit else None,
        focus,
        stand_in,
        lead,
        pin,
    )


def section(
    title: str,
    callouts: tuple[Callout, ...] = (),
    photos: tuple[Photo, ...] = (),
    theme: str | None = None,
    quote: str | None = None,
) -> Section:
    named = text(theme) if theme else None
    return Section(text(title), named, callouts, photos, Place("report.yaml"), text(quote) if quote else None)


def report(
    *sections: Section,
    title: str | None = "数“说”影“述”滨州公安的“2024”",
    lede: str | None = None,
    byline: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Report:
    return Report(
        text(title) if title else None,
        tuple(Byline(text(role), tuple(text(name) for name in names)) for role, names in byline),
        text(lede) if lede else None,
        sections,
    )


def picture(source: Photo, width_px: int = 3000, height_px: int = 2000) -> Picture:
    return Picture(source, width_px, height_px)


def missing(source: Photo) -> Picture:
    """A picture that is not there: the layout leaves a frame for it."""
    return Picture(source, 3000, 2000, problem("photo-missing", source.file.place, file=source.file.value))


def pictures(laid: Report, *shapes: tuple[int, int]) -> tuple[Picture, ...]:
    """A picture for every photo of the report; the shapes are taken in turn, 3:2 without any."""
    photos = [photo for section in laid.sections for photo in section.photos]
    turns = shapes or ((3000, 2000),)
    return tuple(picture(photo, *turns[i % len(turns)]) for i, photo in enumerate(photos))


def lay(
    made: Report,
    shown: tuple[Picture, ...] | None = None,
    theme: Theme = THEME,
    goal: PageGoal | None = None,
) -> Laid:
    return lay_out(made, pictures(made) if shown is None else shown, theme, SHEET, FONTS, goal)


def theme_with(**changes: Any) -> Theme:
    """The newspaper with other numbers: ``callouts={"columns": 1}``."""
    parts = {name: replace(getattr(LOOK, name), **values) for name, values in changes.items()}
    return replace(THEME, look=replace(LOOK, **parts))


def new_setting() -> Setting:
    """The layout's tools, fresh."""
    setter = Setter(FONTS, THEME.composition)
    figures = FigureSetter(setter, LOOK.styles, LOOK.figures, SHEET.step)
    return Setting(GRID, setter, figures, figures, theme_inks(THEME), THEME, LOOK)


@cache
def sample() -> Sources:
    """The sample report with its pictures, as a run reads them."""
    return read_sources(SAMPLE, "newspaper", "a4")
