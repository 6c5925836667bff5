"""A report becomes pages, by the layout that its theme and format ask for.

In: report, pictures, theme, format, fonts, and the number of pages to fill, if one is asked for. Out: a
:class:`~reportpdf.layout.display.Laid`. Each look has its own way to lay out; which one is told by the type
of its record and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, problem
from reportpdf.layout.display import Laid
from reportpdf.model.job import PageGoal
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.theme.gallery import GalleryLook
from reportpdf.theme.looks import Look, look_for
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.records import Format, Theme
from reportpdf.theme.sheet import SheetLook

if TYPE_CHECKING:
    from reportpdf.layout.copyfit import Copy


def lay_out(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    sheet: Format,
    fonts: FontSet,
    goal: PageGoal | None = None,
) -> Laid:
    """The report as pages. ``pictures`` holds every photo of the report, section by section, in order.

    The source room has seen to it that the theme has a look for the format.

    Raises: InputError if the report does not fill the pages of ``goal``.
    """
    look = look_for(theme, sheet)
    if goal is None:
        return _laid(report, pictures, theme, look, sheet, fonts)
    copy = _copy(report, pictures, theme, look, sheet, fonts)
    if copy is not None:
        return _fitted(copy, goal, report, theme)
    laid = _laid(report, pictures, theme, look, sheet, fonts)
    count = len(laid.document.pages)
    if not goal.met_by(count):
        raise InputError(problem("fit-own-pages", goal.place, count=count, pages=goal.words))
    return laid


def _laid(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    look: Look | None,
    sheet: Format,
    fonts: FontSet,
) -> Laid:
    """The report on the pages it takes."""
    if isinstance(look, NewspaperLook):
        from reportpdf.layout.newspaper import lay_out as newspaper

        return newspaper(report, pictures, theme, look, sheet, fonts)
    if isinstance(look, GalleryLook):
        from reportpdf.layout.gallery import lay_out as gallery

        return gallery(report, pictures, theme, look, sheet, fonts)
    if isinstance(look, SheetLook):
        from reportpdf.layout.sheet.compose import lay_out as newspaper_sheet

        return newspaper_sheet(report, pictures, theme, look, sheet, fonts)
    raise TypeError(look)


def _copy(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    look: Look | None,
    sheet: Format,
    fonts: FontSet,
) -> Copy | None:
    """The look's side of copy-fitting; None for a look that fills its own number of pages."""
    if isinstance(look, NewspaperLook):
        from reportpdf.layout.newspaper_copy import NewspaperCopy

        return NewspaperCopy(report, pictures, theme, look, sheet, fonts)
    if isinstance(look, GalleryLook):
        from reportpdf.layout.gallery_copy import GalleryCopy

        return GalleryCopy(report, pictures, theme, look, sheet, fonts)
    return None


def _fitted(copy: Copy, goal: PageGoal, report: Report, theme: Theme) -> Laid:
    """The report on exactly the pages asked for.

    Raises: InputError with what it misses them by, and what would bring it home.
    """
    from reportpdf.layout.copyfit import fit
    from reportpdf.layout.setting import numeral
    from reportpdf.layout.unfitted import why_not

    laid = fit(copy, goal, theme.fitting)
    if laid is None:
        raise InputError(
            *why_not(copy, goal, theme.fitting, report, lambda index: numeral(theme.numerals, index))
        )
    return laid
