"""What a theme asks of its photos and figures, whatever its look; and the texts of a report by their path.

Comes in: theme, format, condition, report. Goes out: bounds for the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reportpdf.check.page.photos import SCREEN_PPI, PhotoBounds
from reportpdf.check.pdf.limits import BY_CONDITION, SHEET
from reportpdf.model.report import Report, Text
from reportpdf.press.conditions import Condition
from reportpdf.theme.looks import look_for
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.records import Format, Theme


def photo_bounds(theme: Theme, sheet: Format, condition: Condition | None) -> PhotoBounds:
    """Resolutions of the purpose, and the share of a photo that the look keeps at the least."""
    look = look_for(theme, sheet)
    if isinstance(look, NewspaperLook):
        keeps = 1 - max(look.photos.crop, look.photos.crop_lead)
    elif look is not None:
        keeps = look.photos.keep
    else:
        keeps = 0.0
    if condition is None:
        return PhotoBounds(*SCREEN_PPI, keeps)
    limits = BY_CONDITION.get(condition.name, SHEET)
    return PhotoBounds(
        max(limits.ppi_error, condition.floor_ppi), max(limits.ppi_warning, condition.floor_ppi), keeps
    )


def figure_least(theme: Theme, sheet: Format) -> float:
    """The least height of a figure in two rows, which is the lowest, points; 0: the look has its own way."""
    look = look_for(theme, sheet)
    if isinstance(look, NewspaperLook):
        return look.figures.least_u * sheet.step * min(1.0, 2 * look.figures.stacked) * 0.9
    return 0.0


def texts_by_path(report: Report) -> dict[str, Text]:
    """Every text of the report by its path, as the display list's tags name it."""
    return {text.place.path: text for text in _texts(report) if text.place.path}


def _texts(record: object) -> Iterator[Text]:
    if isinstance(record, Text):
        yield record
    elif isinstance(record, tuple):
        for member in record:
            yield from _texts(member)
    elif is_dataclass(record):
        for one in fields(record):
            yield from _texts(getattr(record, one.name))
