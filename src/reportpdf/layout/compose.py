"""A report becomes pages, by the layout that its theme and format ask for.

In: report, pictures, theme, format, fonts. Out: a :class:`~reportpdf.layout.display.Laid`. Each look has
its own way to lay out; which one is told by the type of its record and nothing else.
"""

from __future__ import annotations

from reportpdf.layout.display import Laid
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.records import Format, Theme, look_for
from reportpdf.theme.sheet import SheetLook


def lay_out(
    report: Report, pictures: tuple[Picture, ...], theme: Theme, sheet: Format, fonts: FontSet
) -> Laid:
    """The report as pages. ``pictures`` holds every photo of the report, section by section, in order.

    The source room has seen to it that the theme has a look for the format.
    """
    look = look_for(theme, sheet)
    if isinstance(look, NewspaperLook):
        from reportpdf.layout.newspaper import lay_out as newspaper

        return newspaper(report, pictures, theme, look, sheet, fonts)
    if isinstance(look, SheetLook):
        from reportpdf.layout.sheet.compose import lay_out as newspaper_sheet

        return newspaper_sheet(report, pictures, theme, look, sheet, fonts)
    raise TypeError(look)
