"""Captions: ▲, the caption, the credit and the stand-in mark after it, ragged right.

In: a photo and a width. Out: the caption's height and its items. The mark, ▲ or the look's own, is
furniture, not text. Credit and stand-in mark follow in the same paragraph, in a softer ink.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportpdf.layout.asks import PhotoSetting
from reportpdf.layout.display import ARTIFACT, Item, PolygonItem, Role, Tag
from reportpdf.layout.lines import Inks, line_item, with_marks
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.report import Text
from reportpdf.text.block import first_baseline, text_height
from reportpdf.text.breaks import first_fit, natural_width
from reportpdf.text.justify import Line, set_line
from reportpdf.text.paragraph import Paragraph
from reportpdf.theme.style import TextStyle

if TYPE_CHECKING:
    from reportpdf.layout.lines import MarkedItem
    from reportpdf.text.marked_words import Spans

STAND_IN = "示意图"

NEAR_FULL = 1.0
"""A line of a justified caption that is shorter by more than this, em, ends where it ends."""

SEPARATOR = "\u3000"
"""Between caption, credit and stand-in mark."""


Marker = Callable[[float, float, float, float, Inks], Item]
"""Left edge, baseline, the mark's width, the caption's size, inks: to the mark that begins a caption."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Caption:
    """A caption's lines at a width; ``credit_from`` is the cluster at which the softer ink begins."""

    paragraph: Paragraph
    ranges: tuple[tuple[int, int], ...]
    credit_from: int
    style: TextStyle
    inset: float


def set_caption(
    setting: PhotoSetting, photo: PlacedPhoto, width: float, style: TextStyle | None = None
) -> Caption | None:
    """The caption of a photo at a width in points; None when there is nothing to say."""
    style = style or setting.styles.caption
    source = photo.picture.photo
    (caption, spans), (credit, _) = (_words(setting, t, style) for t in (source.caption, source.credit))
    parts = [part for part in (caption, credit, STAND_IN if source.stand_in else "") if part]
    if not parts:
        return None
    look, autospace = setting.look.photos, setting.setter.choices.autospace
    inset = (look.marker + look.marker_gap) / style.size
    em = width / style.size
    paragraph = _whole_mark(
        setting.setter.paragraph(SEPARATOR.join(parts), style, autospace, spans=spans), source.stand_in
    )
    lines = first_fit(paragraph, em, inset)
    if lines.forced:
        cut = setting.setter.paragraph(
            SEPARATOR.join(parts), style, autospace, widest=em - inset, spans=spans
        )
        paragraph = _whole_mark(cut, source.stand_in)
        lines = first_fit(paragraph, em, inset)
    own = len(setting.setter.paragraph(caption, style, autospace, spans=spans).clusters) if caption else 0
    return Caption(paragraph, lines.ranges, own, style, inset)


def _words(setting: PhotoSetting, text: Text | None, style: TextStyle) -> tuple[str, Spans]:
    """The text on one line and its marks, its glyphs looked up so that a missing one is told with its
    place."""
    if text is None or not text:
        return "", ()
    words, spans = setting.setter.one_line(text)
    setting.setter.paragraph(words, style, setting.setter.choices.autospace, text, spans=spans)
    return words, spans


def _whole_mark(paragraph: Paragraph, stand_in: bool) -> Paragraph:
    """The paragraph with its stand-in mark in one piece."""
    if not stand_in:
        return paragraph
    mark = len(paragraph.clusters) - len(STAND_IN)
    breaks = (*paragraph.breaks[: mark + 1], *(None for _ in STAND_IN[1:]), paragraph.breaks[-1])
    return replace(paragraph, breaks=breaks)


def caption_height(setting: PhotoSetting, photo: PlacedPhoto, width: float) -> float:
    """From the photo's foot to the foot of its caption, points; 0 without one."""
    caption = set_caption(setting, photo, width)
    if caption is None:
        return 0.0
    return setting.look.photos.caption_gap + text_height(caption.style, len(caption.ranges))


def put_caption(
    setting: PhotoSetting,
    photo: PlacedPhoto,
    x: float,
    top: float,
    width: float,
    inks: Inks,
    style: TextStyle | None = None,
    marker: Marker | None = None,
    *,
    justified: bool = False,
) -> list[Item]:
    """The caption with the top of its first line box at ``top``; ``justified``: all lines but the last."""
    caption = set_caption(setting, photo, width, style)
    if caption is None:
        return []
    look, size = setting.look.photos, caption.style.size
    baseline = top + first_baseline(caption.style)
    rows: list[MarkedItem] = []
    tag = Tag(Role.CAPTION, f"{photo.path}.caption")
    soft = Tag(Role.CAPTION, f"{photo.path}.credit")
    for row, (start, end) in enumerate(caption.ranges):
        inset = caption.inset if row == 0 else 0.0
        y = baseline + row * caption.style.pitch
        whole = justified and row + 1 < len(caption.ranges)
        line = _line(caption.paragraph, start, end, width / size - inset, whole=whole)
        own = min(max(0, caption.credit_from - start), len(line.clusters))
        for part, shift, ink, its_tag in zip(
            _parted(line, own), (0.0, _pen_at(line, own)), (caption.style.ink, SOFT), (tag, soft), strict=True
        ):
            if part.clusters:
                at = x + (inset + shift) * size
                rows.append((line_item(part, at, y, caption.style, inks[ink], its_tag), part.marks))
    return [(marker or _triangle)(x, baseline, look.marker, size, inks), *with_marks(rows)]


SOFT = "soft"
"""The ink of what follows a caption."""


def _line(paragraph: Paragraph, start: int, end: int, room: float, *, whole: bool) -> Line:
    """A line that ends where it ends; squeezed only where that let it take in its last character.

    A ``whole`` line ends at its measure, if it ends near it: the stand-in mark keeps in one piece.
    """
    short = room - natural_width(paragraph, start, end)
    over = short < 0 or (whole and short <= NEAR_FULL)
    return set_line(paragraph, start, end, room if over else None)


def _parted(line: Line, at: int) -> tuple[Line, Line]:
    """The line before and from a cluster on; the move of the pen to that cluster belongs to neither."""
    before = tuple(move for move in line.moves if move[0] < at)
    after = tuple((i - at, move) for i, move in line.moves if i > at or at == 0)
    head, tail = line.clusters[:at], line.clusters[at:]
    return Line(head, before, line.tracking, 0.0, line.marks), Line(tail, after, line.tracking, 0.0)


def _pen_at(line: Line, at: int) -> float:
    """Where the pen stands at a cluster, em from the line's start."""
    moved = sum(move for i, move in line.moves if i <= at) if at else 0.0
    return sum(c.advance for c in line.clusters[:at]) + line.tracking * at + moved


def _triangle(x: float, baseline: float, width: float, size: float, inks: Inks) -> PolygonItem:
    """▲ standing on the caption's baseline."""
    height = width * 0.87
    foot = baseline - 0.02 * size
    return PolygonItem(((x, foot), (x + width, foot), (x + width / 2, foot - height)), inks.section, ARTIFACT)
