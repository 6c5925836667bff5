"""Captions: ▲, the caption, the credit and the stand-in mark after it, ragged right.

In: a photo and a width. Out: the caption's height and its items. The mark ▲ is furniture, not text.
Credit and stand-in mark follow in the same paragraph, in a softer ink.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpdf.base.ink import Ink
from reportpdf.layout.display import ARTIFACT, Item, PolygonItem, Role, Tag, TextItem
from reportpdf.layout.lines import Inks
from reportpdf.layout.setting import PlacedPhoto, Setting
from reportpdf.model.report import Text
from reportpdf.text.breaks import first_fit
from reportpdf.text.justify import set_line
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.setter import first_baseline, text_height
from reportpdf.theme.style import TextStyle

STAND_IN = "示意图"

SEPARATOR = "\u3000"
"""Between caption, credit and stand-in mark."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Caption:
    """A caption's lines at a width; ``credit_from`` is the cluster at which the softer ink begins."""

    paragraph: Paragraph
    ranges: tuple[tuple[int, int], ...]
    credit_from: int
    style: TextStyle
    inset: float


def set_caption(
    setting: Setting, photo: PlacedPhoto, width: float, style: TextStyle | None = None
) -> Caption | None:
    """The caption of a photo at a width in points; None when there is nothing to say."""
    style = style or setting.styles.caption
    source = photo.picture.photo
    caption, credit = _words(setting, source.caption, style), _words(setting, source.credit, style)
    parts = [part for part in (caption, credit, STAND_IN if source.stand_in else "") if part]
    if not parts:
        return None
    look, autospace = setting.look.photos, setting.setter.choices.autospace
    inset = (look.marker + look.marker_gap) / style.size
    em = width / style.size
    paragraph = _ragged(setting.setter.paragraph(SEPARATOR.join(parts), style, autospace), source.stand_in)
    lines = first_fit(paragraph, em, inset)
    if lines.forced:
        cut = setting.setter.paragraph(SEPARATOR.join(parts), style, autospace, widest=em - inset)
        paragraph = _ragged(cut, source.stand_in)
        lines = first_fit(paragraph, em, inset)
    own = len(setting.setter.paragraph(caption, style, autospace).clusters) if caption else 0
    return Caption(paragraph, lines.ranges, own, style, inset)


def _words(setting: Setting, text: Text | None, style: TextStyle) -> str:
    """The text on one line, its glyphs looked up so that a missing one is told with its place."""
    if text is None or not text:
        return ""
    words = setting.setter.normalised(text).replace("\n", "").strip()
    setting.setter.paragraph(words, style, setting.setter.choices.autospace, text)
    return words


def _ragged(paragraph: Paragraph, stand_in: bool) -> Paragraph:
    """The paragraph for lines that end where they end: nothing squeezed, the stand-in mark not parted."""
    breaks = paragraph.breaks
    if stand_in:
        mark = len(paragraph.clusters) - len(STAND_IN)
        breaks = (*breaks[: mark + 1], *(None for _ in STAND_IN[1:]), breaks[-1])
    return replace(paragraph, shrinks=(0.0,) * len(paragraph.shrinks), breaks=breaks)


def caption_height(setting: Setting, photo: PlacedPhoto, width: float) -> float:
    """From the photo's foot to the foot of its caption, points; 0 without one."""
    caption = set_caption(setting, photo, width)
    if caption is None:
        return 0.0
    return setting.look.photos.caption_gap + text_height(caption.style, len(caption.ranges))


def put_caption(
    setting: Setting,
    photo: PlacedPhoto,
    x: float,
    top: float,
    width: float,
    inks: Inks,
    style: TextStyle | None = None,
) -> list[Item]:
    """The caption with the top of its first line box at ``top``."""
    caption = set_caption(setting, photo, width, style)
    if caption is None:
        return []
    look, size = setting.look.photos, caption.style.size
    baseline = top + first_baseline(caption.style)
    items: list[Item] = [_marker(x, baseline, look.marker, size, inks)]
    tag = Tag(Role.CAPTION, f"{photo.path}.caption")
    soft = Tag(Role.CAPTION, f"{photo.path}.credit")
    for row, (start, end) in enumerate(caption.ranges):
        left = x + (caption.inset * size if row == 0 else 0.0)
        y = baseline + row * caption.style.pitch
        middle = min(max(start, caption.credit_from), end)
        if middle > start:
            items.append(_run(caption, start, middle, left, y, size, inks["text"], tag))
        if end > middle:
            shift = _advance(caption.paragraph, start, middle) if middle > start else 0.0
            items.append(_run(caption, middle, end, left + shift * size, y, size, inks["soft"], soft))
    return items


def _advance(paragraph: Paragraph, start: int, middle: int) -> float:
    """Where the softer part begins, em from the line's start."""
    return paragraph.starts[middle] - paragraph.clusters[middle].left - paragraph.starts[start]


def _run(
    caption: Caption, start: int, end: int, x: float, y: float, size: float, ink: Ink, tag: Tag
) -> TextItem:
    """Part of a caption line at its natural width."""
    line = set_line(caption.paragraph, start, end, None)
    return TextItem(x, y, size, ink, line.clusters, line.moves, line.tracking, tag)


def _marker(x: float, baseline: float, width: float, size: float, inks: Inks) -> PolygonItem:
    """▲ standing on the caption's baseline."""
    height = width * 0.87
    foot = baseline - 0.02 * size
    return PolygonItem(((x, foot), (x + width, foot), (x + width / 2, foot - height)), inks.section, ARTIFACT)
