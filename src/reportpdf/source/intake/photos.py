"""Photos of a folder find their captions: by name, by number, or not at all, and then they are listed.

In: the draft and the files. Out: the draft with each photo at a caption, or in the list of those without
one; captions without a photo get a stand-in. Every binding that is not by name is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportpdf.base.problem import Place, problem
from reportpdf.source.intake.marks import words_of
from reportpdf.source.intake.records import Draft, DraftPhoto, Image

ENDINGS = (".jpg", ".jpeg", ".jpe", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".gif", ".bmp")
_NUMBER = re.compile(r"^\D{0,6}?0*(\d{1,3})(?:\D|$)")
_TRIMMED = re.compile(r"^[\s\d_.\-—、（()）图片照]+|[\s\d_.\-—（()）]+$")
_HAN = re.compile("[\u4e00-\u9fff]")
_LEAST_WORDS = 2


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts 2.jpg before 10.jpg."""
    parts = re.split(r"(\d+)", name.lower())
    return tuple((0, int(p), "") if p.isdigit() and p.isascii() else (1, 0, p) for p in parts)


def match_photos(draft: Draft, images: Sequence[Image]) -> Draft:
    """The draft with the photos of a folder at its captions."""
    slots = [photo for section in draft.sections for photo in section.photos if photo.image is None]
    found: dict[int, tuple[Image, bool]] = {}
    rest = list(images)
    for image, slot in _by_name(rest, slots):
        found[id(slot)] = image, True
        rest.remove(image)
    open_slots = [slot for slot in slots if id(slot) not in found]
    for image, slot in _by_number(rest, slots, open_slots):
        found[id(slot)] = image, False
        rest.remove(image)
    draft = _filled(draft, found)
    asks = [problem("ask-photo-loose", image.place, file=image.name) for image in rest]
    return replace(draft, asks=(*draft.asks, *asks))


def loose_photos(draft: Draft, images: Sequence[Image]) -> tuple[Image, ...]:
    """The photos that no caption has taken."""
    taken = {id(photo.image) for section in draft.sections for photo in section.photos}
    return tuple(image for image in images if id(image) not in taken)


def _filled(draft: Draft, found: dict[int, tuple[Image, bool]]) -> Draft:
    def fill(photo: DraftPhoto) -> DraftPhoto:
        if id(photo) not in found:
            return photo
        image, certain = found[id(photo)]
        asks = () if certain else (problem("ask-photo-order", photo.place, file=image.name),)
        return replace(photo, image=image, asks=(*photo.asks, *asks))

    sections = tuple(replace(s, photos=tuple(map(fill, s.photos))) for s in draft.sections)
    return replace(draft, sections=sections)


def _by_name(images: Sequence[Image], slots: Sequence[DraftPhoto]) -> Iterator[tuple[Image, DraftPhoto]]:
    """Pairs whose names agree with the caption's words, best first; each photo and each caption once."""
    scored = [
        (likeness(image.name, words_of(slot.caption)), -at, -number, image, slot)
        for number, image in enumerate(images)
        for at, slot in enumerate(slots)
    ]
    scored = sorted((row for row in scored if row[0] >= _ALIKE), key=lambda row: row[:3], reverse=True)
    used: set[int] = set()
    for _, _, _, image, slot in scored:
        if id(image) not in used and id(slot) not in used:
            used |= {id(image), id(slot)}
            yield image, slot


_ALIKE = 0.6
"""Of the pairs of characters of a name, so many must be in the caption. Chosen by this project."""


def likeness(name: str, caption: str) -> float:
    """How much of a file's name is in a caption, 0 to 1; a name without words tells nothing."""
    stem = _TRIMMED.sub("", name.rpartition(".")[0])
    if len(_HAN.findall(stem)) < _LEAST_WORDS:
        return 0.0
    if stem in caption or caption.rstrip("。.") in stem:
        return 1.0 + min(len(stem), 50) / 100
    pairs = [stem[i : i + 2] for i in range(len(stem) - 1)]
    return sum(pair in caption for pair in pairs) / len(pairs)


def _by_number(
    rest: Sequence[Image], slots: Sequence[DraftPhoto], open_slots: Sequence[DraftPhoto]
) -> Iterator[tuple[Image, DraftPhoto]]:
    """Photos numbered as the captions are counted; else, if there are as many as captions, one by one.

    Captions count in the order of the manuscript, whatever section they were put in.
    """
    order = sorted(slots, key=lambda slot: _position(slot.place))
    waiting = {id(slot) for slot in open_slots}
    numbers = [int(found[1]) if (found := _NUMBER.match(image.name)) else 0 for image in rest]
    if rest and all(1 <= n <= len(order) for n in numbers) and len(set(numbers)) == len(numbers):
        pairs = [(image, order[n - 1]) for image, n in zip(rest, numbers, strict=True)]
        yield from [(image, slot) for image, slot in pairs if id(slot) in waiting]
    elif len(rest) == len(open_slots):
        ordered = [slot for slot in order if id(slot) in waiting]
        yield from list(zip(sorted(rest, key=lambda image: natural(image.name)), ordered, strict=True))


def _position(place: Place) -> tuple[str, int, int]:
    count = place.path.removeprefix("¶")
    return place.file, place.line, int(count) if count.isdigit() else 0
