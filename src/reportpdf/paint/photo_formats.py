"""The headers of the picture formats that are taken, each by the standard's own offsets.

Comes in: a window on a file whose first bytes announced the format. Goes out: a :class:`Header`.
Sources: T.81 annex B; PNG (W3C, third edition) 5, 11.2.1, 11.3.4.6; TIFF 6.0; WebP container (RFC 9649)
2.3-2.7; GIF89a 18; BITMAPINFOHEADER; ISO/IEC 14496-12 and 23008-12 (HEIF).

All readers raise JpegError, TiffError, struct.error or IndexError for a header that is broken, and the
caller words them; a header is read whole or refused, never guessed.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import BinaryIO

from reportpdf.paint.photo_bytes import Window
from reportpdf.paint.photo_jpeg import is_cut_off, read_frame
from reportpdf.paint.photo_records import Header
from reportpdf.paint.photo_tiff import (
    HEIGHT,
    ORIENTATION,
    STRIPS,
    TILES,
    WIDTH,
    TiffError,
    checked_orientation,
    exif_orientation,
    read_tags,
)

_MOST_CHUNKS = 100_000
"""Chunks looked through for an orientation and the end; a picture in more is left to its decoder."""

_MOST_EXIF = 1 << 16


def _upright(kind: str, stored: tuple[int, int], orientation: int, cut: bool) -> Header:
    """The header with its sides exchanged where the orientation lays the picture on its side."""
    width, height = stored if orientation < 5 else stored[::-1]
    return Header(kind, width, height, orientation, cut)


def _read_jpeg(window: Window) -> Header:
    frame = read_frame(window)
    stored = (frame.width_px, frame.height_px)
    return _upright("JPEG", stored, frame.orientation, is_cut_off(window, frame.scan))


def _read_png(window: Window) -> Header:
    start = window.at(8, 16)
    if start[4:8] != b"IHDR":
        raise struct.error
    stored = struct.unpack(">II", start[8:16])
    orientation, offset, cut = 1, 8, False
    for _ in range(_MOST_CHUNKS):
        lead = window.at(offset, 8)
        name, length = lead[4:], int.from_bytes(lead[:4], "big")
        offset += 12 + length
        cut = len(lead) < 8 or (name.isalpha() and offset > window.size)
        if cut or name == b"IEND" or not name.isalpha():  # no letters: damage, which the decoder will tell
            break
        if name == b"eXIf":
            orientation = exif_orientation(window.at(offset - 4 - length, min(length, _MOST_EXIF)))
    return _upright("PNG", (stored[0], stored[1]), orientation, cut)


def _read_tiff(window: Window) -> Header:
    tags = read_tags(window, {WIDTH, HEIGHT, ORIENTATION, *STRIPS, *TILES})
    if WIDTH not in tags or HEIGHT not in tags:
        raise TiffError
    pieces = [
        offset + length
        for offsets, lengths in (STRIPS, TILES)
        for offset, length in zip(tags.get(offsets, ()), tags.get(lengths, ()), strict=False)
    ]
    cut = max(pieces, default=0) > window.size
    return _upright("TIFF", (tags[WIDTH][0], tags[HEIGHT][0]), checked_orientation(tags), cut)


def _read_webp(window: Window) -> Header:
    start = window.at(0, 30)
    # Some writers count the last chunk's pad byte but do not write it.
    cut = 8 + int.from_bytes(start[4:8], "little") > window.size + 1
    name = start[12:16]
    if name == b"VP8X":
        stored = (1 + int.from_bytes(start[24:27], "little"), 1 + int.from_bytes(start[27:30], "little"))
        return _upright("WEBP", stored, _webp_orientation(window), cut)
    if name == b"VP8L" and start[20] == 0x2F:
        bits = int.from_bytes(start[21:25], "little")
        return Header("WEBP", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF), cut=cut)
    if name == b"VP8 " and start[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", start[26:30])
        return Header("WEBP", width & 0x3FFF, height & 0x3FFF, cut=cut)
    raise struct.error


def _webp_orientation(window: Window) -> int:
    offset = 12
    for _ in range(_MOST_CHUNKS):
        lead = window.at(offset, 8)
        length = int.from_bytes(lead[4:], "little")
        if lead[:4] == b"EXIF":
            return exif_orientation(window.at(offset + 8, min(length, _MOST_EXIF)))
        if len(lead) < 8:
            break
        offset += 8 + length + length % 2
    return 1


def _read_gif(window: Window) -> Header:
    width, height = struct.unpack("<HH", window.at(6, 4))
    return Header("GIF", width, height)


def _read_bmp(window: Window) -> Header:
    start = window.at(14, 12)
    (length,) = struct.unpack("<I", start[:4])
    if length == 12:  # BITMAPCOREHEADER
        width, height = struct.unpack("<HH", start[4:8])
    else:
        width, height = struct.unpack("<ii", start[4:12])
    return Header("BMP", width, abs(height))  # a negative height is a picture stored from the top


def read_heif(window: Window, file: BinaryIO) -> Header:
    """Sizes as libheif gives them: it turns the picture itself (ISO/IEC 23008-12 6.5.10, 6.5.12)."""
    from reportpdf.paint.photo_heif import heif_size

    offset = 0
    for _ in range(_MOST_CHUNKS):  # top-level boxes: ISO/IEC 14496-12 4.2
        lead = window.at(offset, 16)
        length = int.from_bytes(lead[:4], "big")
        if length == 1:  # the length follows in 64 bits
            length = int.from_bytes(lead[8:], "big")
        if len(lead) < 8 or length < 8:  # the end of the file, or a box that reaches to it (0)
            break
        offset += length
    return Header("HEIF", *heif_size(file), cut=offset > window.size)


READERS: dict[str, Callable[[Window], Header]] = {
    "JPEG": _read_jpeg,
    "PNG": _read_png,
    "TIFF": _read_tiff,
    "WEBP": _read_webp,
    "GIF": _read_gif,
    "BMP": _read_bmp,
}
