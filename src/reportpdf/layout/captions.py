"""Captions: ▲, the caption, the credit and the stand-in mark after it, ragged right.

In: a photo and a width. Out: the caption's height and its items. The mark ▲ is furniture, not text.
Credit and stand-in mark follow in the same paragraph, in a softer ink.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.ink import Ink
from reportpdf.layout.display import ARTIFACT, Item, PolygonItem, Role, Tag, TextItem
from reportpdf.layout.lines import Inks
from reportpdf.layout.setting import PlacedPhoto, Setting
from reportpdf.model.report import Text
from reportpdf.text.breaks import first_fit, natural_width
from reportpdf.text.justify import set_line
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.setter import first_baseline, text_height
from reportpdf.theme.style import TextStyle

STAND_IN = "示意图"


@dataclass(frozen=True, slots=True, eq=False)
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
    caption = setting.setter.normalised(source.caption).replace("\n", "") if source.caption else ""
    tail = [setting.setter.normalised(source.credit).replace("\n", "")] if source.credit else []
    if source.stand_in:
        tail.append(STAND_IN)
    if not caption and not tail:
        return None
    if caption and source.caption is not None:
        _check(setting, caption, style, source.caption)
    if source.credit:
        _check(setting, tail[0], style, source.credit)
    words = "\u3000".join([caption, *tail] if caption else tail)
    autospace = setting.setter.choices.autospace
    paragraph = setting.setter.paragraph(words, style, autospace)
    look = setting.look.photos
    inset = (look.marker + look.marker_gap) / style.size
    em = width / style.size
    lines = first_fit(paragraph, em, inset)
    if lines.forced:
        paragraph = setting.setter.paragraph(words, style, autospace, widest=em - inset)
        lines = first_fit(paragraph, em, inset)
    credit_from, at = len(paragraph.clusters), 0
    for i, cluster in enumerate(paragraph.clusters):
        if at >= len(caption):
            credit_from = i
            break
        at += len(cluster.text)
    return Caption(paragraph, lines.ranges, credit_from, style, inset)


def _check(setting: Setting, words: str, style: TextStyle, source: Text) -> None:
    """Have every glyph of the words looked up against their source, so that a missing one has a place."""
    setting.setter.paragraph(words, style, setting.setter.choices.autospace, source)


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
            items.append(
                _run(caption, start, middle, left, y, size, inks["text"], tag, _room(caption, row, width))
            )
        if end > middle:
            shift = _advance(caption.paragraph, start, middle) if middle > start else 0.0
            items.append(_run(caption, middle, end, left + shift * size, y, size, inks["soft"], soft, None))
    return items


def _room(caption: Caption, row: int, width: float) -> float:
    """The measure of a row, em."""
    return width / caption.style.size - (caption.inset if row == 0 else 0.0)


def _advance(paragraph: Paragraph, start: int, middle: int) -> float:
    """Where the softer part begins, em from the line's start."""
    return paragraph.starts[middle] - paragraph.clusters[middle].left - paragraph.starts[start]


def _run(
    caption: Caption,
    start: int,
    end: int,
    x: float,
    y: float,
    size: float,
    ink: Ink,
    tag: Tag,
    room: float | None,
) -> TextItem:
    """Part of a caption line, ragged: squeezed only if it is wider than its room."""
    over = room is not None and natural_width(caption.paragraph, start, end) > room
    line = set_line(caption.paragraph, start, end, room if over else None)
    return TextItem(x, y, size, ink, line.clusters, line.moves, line.tracking, tag)


def _marker(x: float, baseline: float, width: float, size: float, inks: Inks) -> PolygonItem:
    """▲ standing on the caption's baseline."""
    height = width * 0.87
    foot = baseline - 0.02 * size
    return PolygonItem(((x, foot), (x + width, foot), (x + width / 2, foot - height)), inks.section, ARTIFACT)
