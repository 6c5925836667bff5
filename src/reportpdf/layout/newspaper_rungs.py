"""What a rung of copy-fitting does to the numbers of the newspaper look.

In: the look, the format, a :class:`~reportpdf.layout.rungs.Variant`. Out: both as the variant has them. All
lines stay on one grid: leading changes the grid's step, and every pitch with it.
"""

from __future__ import annotations

from dataclasses import fields, replace

from reportpdf.layout.rungs import Variant, with_lines
from reportpdf.theme.newspaper import Callouts, NewspaperLook, NewspaperStyles, PhotoRows, SectionHead
from reportpdf.theme.records import Format
from reportpdf.theme.style import TextStyle

_DISPLAY = frozenset(
    {"headline", "section_title", "numeral", "figure_digits", "figure_words", "figure_unit", "folio"}
)
"""Roles whose lines do not stand on the grid."""

_RUNNING = frozenset({"lead_text", "lead_text_narrow", "body", "caption", "caption_beside", "credit"})
"""Roles whose size may change: text that is read, not looked at."""

ALONE_FROM = 1.2
"""With photos allowed to be so much higher, each may have a row of its own."""


def varied(look: NewspaperLook, sheet: Format, variant: Variant) -> tuple[NewspaperLook, Format]:
    """Look and format as the variant has them."""
    made = with_lines(sheet, variant.lines)
    leading = made.step / sheet.step
    return replace(
        look,
        styles=_styles(look.styles, leading, variant.size),
        photos=_photos(look.photos, variant),
        callouts=_callouts(look.callouts, variant.space),
        section=_section(look.section, leading, variant.space),
    ), made


def _styles(styles: NewspaperStyles, leading: float, size: float) -> NewspaperStyles:
    if leading == 1 and size == 1:
        return styles
    changed: dict[str, TextStyle] = {}
    for field in fields(styles):
        style: TextStyle = getattr(styles, field.name)
        own = size if field.name in _RUNNING else 1.0
        pitch = style.pitch * (1.0 if field.name in _DISPLAY else leading)
        changed[field.name] = replace(style, size=style.size * own, pitch=pitch)
    return replace(styles, **changed)


def _photos(photos: PhotoRows, variant: Variant) -> PhotoRows:
    """Heights with their least lowered, or their most raised; and the white between rows."""

    def bounds(span: tuple[float, float]) -> tuple[float, float]:
        return (span[0] * min(1.0, variant.photos), span[1] * max(1.0, variant.photos))

    return replace(
        photos,
        pair_u=bounds(photos.pair_u),
        pair_mixed_u=bounds(photos.pair_mixed_u),
        triple_u=bounds(photos.triple_u),
        wide_u=bounds(photos.wide_u),
        full_u=bounds(photos.full_u),
        gap_u=max(0.5, photos.gap_u * min(1.0, variant.space)),
        alone=photos.alone or variant.photos >= ALONE_FROM,
    )


def _callouts(look: Callouts, space: float) -> Callouts:
    """Rows wider apart; or leads a line lower, which gives their white to the text."""
    if space < 1:
        return replace(look, lead_lines=max(look.lead_lines_least, look.lead_lines - 1))
    return replace(look, gap_most_u=round(look.gap_most_u * space))


def _section(look: SectionHead, leading: float, space: float) -> SectionHead:
    """Sections wider apart. A title stands beside a seal of so many steps: with them it becomes lower."""
    sizes = tuple(size * min(1.0, leading) for size in look.title_sizes)
    return replace(look, gap_most_u=look.gap_most_u * max(1.0, space), title_sizes=sizes)
