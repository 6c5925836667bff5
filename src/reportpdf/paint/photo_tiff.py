"""Tags of the first directory of a TIFF: the header of TIFF photos and of every EXIF block.

Comes in: a window on a TIFF, classic or BigTIFF. Goes out: the integer tags asked for.
Source: TIFF 6.0 section 2; BigTIFF (Adobe TIFF technical note); EXIF 2.32 (CIPA DC-008) 4.5.
"""

from __future__ import annotations

import struct
from collections.abc import Collection

from reportpdf.paint.photo_bytes import BytesWindow, Window

WIDTH, HEIGHT, ORIENTATION = 256, 257, 274
STRIPS, TILES = (273, 279), (324, 325)
"""Pairs of tags: where the pieces of the picture stand, and how many bytes each has."""

_INTEGERS = {1: "B", 3: "H", 4: "I", 16: "Q"}
"""Field types that are unsigned integers: BYTE, SHORT, LONG, and LONG8 of BigTIFF."""

_MOST_VALUES = 1 << 20  # a 300-megapixel picture in strips of one row has 30,000


class TiffError(Exception):
    """The bytes are no TIFF directory."""


def read_tags(window: Window, wanted: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The values of the wanted integer tags that the first directory has.

    Raises:
        TiffError: no TIFF header, or the directory or a wanted value lies outside the window.
    """
    order, big, first = _read_start(window)
    count_format, count_bytes, entry_bytes = ("Q", 8, 20) if big else ("H", 2, 12)
    (count,) = _unpack(order + count_format, window.at(first, count_bytes))
    if not 0 < count <= 0xFFFF:
        raise TiffError
    directory = window.at(first + count_bytes, count * entry_bytes)
    tags: dict[int, tuple[int, ...]] = {}
    for start in range(0, count * entry_bytes, entry_bytes):
        entry = directory[start : start + entry_bytes]
        split = entry_bytes - (8 if big else 4)
        tag, kind, number = _unpack(order + ("HHQ" if big else "HHI"), entry[:split])
        if tag in wanted and tag not in tags and kind in _INTEGERS and 0 < number <= _MOST_VALUES:
            tags[tag] = _read_values(window, order, entry[split:], _INTEGERS[kind], number)
    return tags


def exif_orientation(block: bytes) -> int:
    """The orientation 1-8 that an EXIF block states; 1 where it states none that makes sense.

    A broken EXIF block is no fault of the picture: every viewer then shows it as it is stored.
    """
    try:
        return checked_orientation(read_tags(BytesWindow(block.removeprefix(b"Exif\0\0")), (ORIENTATION,)))
    except TiffError:
        return 1


def checked_orientation(tags: dict[int, tuple[int, ...]]) -> int:
    """The orientation among ``tags``, 1 where there is none or none of the eight."""
    value = tags.get(ORIENTATION, (1,))[0]
    return value if 1 <= value <= 8 else 1


def _read_start(window: Window) -> tuple[str, bool, int]:
    """Byte order as struct writes it, whether it is a BigTIFF, and the offset of the first directory."""
    start = window.at(0, 16)
    order = {b"II": "<", b"MM": ">"}.get(start[:2])
    if order is None:
        raise TiffError
    (version,) = _unpack(order + "H", start[2:4])
    if version == 42:
        return order, False, _unpack(order + "I", start[4:8])[0]
    if version == 43:
        return order, True, _unpack(order + "Q", start[8:16])[0]
    raise TiffError


def _read_values(window: Window, order: str, field: bytes, letter: str, number: int) -> tuple[int, ...]:
    """The values of one entry: in the entry itself when they fit, otherwise where it points."""
    length = struct.calcsize(order + letter) * number
    if length > len(field):
        (offset,) = _unpack(order + ("Q" if len(field) == 8 else "I"), field)
        field = window.at(offset, length)
    return _unpack(f"{order}{number}{letter}", field[:length])


def _unpack(layout: str, block: bytes) -> tuple[int, ...]:
    try:
        return struct.unpack(layout, block)
    except struct.error as error:
        raise TiffError from error
