"""Which look of a theme sets which format, and what is asked of a theme whatever its looks are."""

from __future__ import annotations

from dataclasses import replace

from reportpdf.theme.gallery import GalleryLook
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.records import Format, FormatLayout, LineFit, Theme
from reportpdf.theme.sheet import SheetLook
from reportpdf.theme.style import TextStyle


def as_draft(theme: Theme) -> Theme:
    """The theme with its lines broken one by one."""
    return replace(theme, composition=replace(theme.composition, lines=LineFit.FIRST))


def text_style(theme: Theme) -> TextStyle:
    """The style of running text, of the first look the theme has."""
    look = theme.look or theme.gallery or theme.sheet
    assert look is not None  # a theme without a look is refused when it is read
    return look.styles.body


def look_for(theme: Theme, sheet: Format) -> Look | None:
    """What the theme says of setting that format; None if it says nothing."""
    if sheet.layout is FormatLayout.SHEET:
        return theme.sheet
    return theme.look or theme.gallery


Look = NewspaperLook | GalleryLook | SheetLook

LOOKS = ("look", "gallery", "sheet")
"""The keys of a theme that hold a look; every theme has one of them."""
