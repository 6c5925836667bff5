"""Photos and what is said of them: captions, credits, the time they name, and photos that stand twice.

Comes in: the copy; for photos that look alike, their hashes as the caller measured them. Goes out: problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportpdf.base.problem import problem
from reportpdf.check.copy.words import Copy, Role, note
from reportpdf.check.finding import Noted, Words
from reportpdf.model.report import Photo, Text

SYSTEMATIC = 4
"""So many photos, all without a credit, are told once."""

_CREDITED = re.compile(
    r"摄(?:影)?(?:[）)。\s]|$)|摄影[:：]|供图|图片来源|资料图|资料图片|图[/／|｜][\u4e00-\u9fff]|[（(][^）)]*(?:摄|图|供)[）)]|制图|绘图|图为资料|视频截图|航拍[）)]"
)


def missing(copy: Copy) -> Iterator[Noted]:
    """A photo without a caption, or a caption without a credit."""
    photos = [photo for section in copy.report.sections for photo in section.photos]
    for photo in photos:
        if not photo.caption:
            yield note("caption-missing", photo.file, 0, len(photo.file.value))
    bare = [p for p in photos if p.caption and not p.credit and not _CREDITED.search(p.caption.value)]
    if len(bare) >= SYSTEMATIC and len(bare) == len([p for p in photos if p.caption]):
        yield _all_bare([p.caption for p in bare if p.caption])
        return
    for photo in bare:
        if photo.caption:
            yield note("caption-no-credit", photo.caption, 0, len(photo.caption.value))


def _all_bare(captions: Sequence[Text]) -> Noted:
    more = tuple(Words(text, 0, len(text.value)) for text in captions[1:])
    first = captions[0]
    told = problem("caption-none-credited", first.place, "", count=len(captions))
    return Noted(told, first, 0, len(first.value), more=more)


_VAGUE = re.compile(
    r"^[“‘]?(?:近日|日前|近期|不久前|前不久|前段时间|今日|今天|昨日|昨天|当天|当日|节日|假期|暑期|寒假|暑假|今年|去年|国庆|春节|元旦|元宵|中秋|端午|清明"
    r"|五一|六一|七一|八一|十一|劳动节|儿童节|妇女节|重阳|春季|夏季|秋季|冬季|高考|中考|年初|年底|岁末|汛期|三夏|麦收"
    r"|[\u4e00-\u9fff]{2,6}(?:行动|活动|整治|大会|会议))(?:[\u4e00-\u9fff0-9]{0,4})?[”’]?[\u4e00-\u9fff]{0,6}(?=[，,])"
)
_DATED = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|[0-9]{4}[-./][0-9]{1,2}"
)


def vague_times(copy: Copy) -> Iterator[Noted]:
    """A caption that begins with a time and names no day."""
    for passage in copy.of(Role.CAPTION):
        match = _VAGUE.match(passage.words)
        if match and not _DATED.search(passage.words):
            yield note("caption-time", passage.text, match.start(), match.end())


_PLAIN = re.compile(r"[\s，。；、：！？,.;:!?“”‘’（）()]+")


def twice(copy: Copy) -> Iterator[Noted]:
    """A caption that another photo has, and a photo that is named twice."""
    captions: dict[str, Text] = {}
    files: dict[str, Text] = {}
    for section in copy.report.sections:
        for photo in section.photos:
            yield from _again(photo, captions, files)


def _again(photo: Photo, captions: dict[str, Text], files: dict[str, Text]) -> Iterator[Noted]:
    if photo.caption:
        words = _PLAIN.sub("", photo.caption.value)
        first = captions.setdefault(words, photo.caption)
        if first is not photo.caption:
            yield note("caption-twice", photo.caption, 0, len(photo.caption.value), first=_at(first))
    name = photo.path or photo.file.value
    first = files.setdefault(name, photo.file)
    if first is not photo.file:
        yield note("photo-used-twice", photo.file, 0, len(photo.file.value), first=_at(first))


def _at(text: Text) -> str:
    return f"{text.place.line}:{text.place.column}" if text.place.line else text.place.path


NEAR_BITS = 6
"""Of the 64 bits of a difference hash: fewer differ in the same photo, cropped or saved anew. [choice]"""


def photos_alike(photos: Sequence[tuple[Text, int]]) -> Iterator[Noted]:
    """Photos whose hashes nearly agree, though their files have different names; told at the later one.

    The hash is 64 bits, each whether a pixel is lighter than its neighbour in the photo drawn 9 by 8.
    """
    for i, (file, bits) in enumerate(photos):
        for first, other in photos[:i]:
            if file.value != first.value and (bits ^ other).bit_count() <= NEAR_BITS:
                yield note("photo-alike", file, 0, len(file.value), first=first.value)
                break
