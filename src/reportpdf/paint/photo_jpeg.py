"""The segments of a JPEG file: its frame header, and the file cut down to what a decoder needs.

Comes in: a window on a JPEG, or its bytes. Goes out: the :class:`Frame`, whether the end of the
picture is there, or the same picture without metadata. Source: ITU-T T.81 annex B; JFIF 1.02;
Adobe TN 5116 (APP14); EXIF 2.32 4.5.4 (APP1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportpdf.paint.photo_bytes import BytesWindow, Window
from reportpdf.paint.photo_tiff import exif_orientation

_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
_RESTARTS = range(0xD0, 0xD8)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APP1, _APP14 = 0xE1, 0xEE
_NEEDED = frozenset(range(0xC0, 0xD0)) | {_SOS, 0xDB, 0xDC, 0xDD}
"""Segments without which nothing decodes: frames, tables (DHT, DAC, DQT), DNL, DRI and scans."""

_SCAN_END = rb"\xff[^\x00\xd0-\xd7\xff]"
"""In entropy-coded data 0xFF is followed by 0, by a restart or by fill; anything else ends the scan."""

_BLOCK = 1 << 20
_MOST_SEGMENTS = 100_000  # before a scan; a film strip of previews has a few hundred


class JpegError(Exception):
    """The bytes do not begin as a JPEG picture does."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Frame:
    """What stands before the picture data. Sizes are as stored; ``process`` is 0 for baseline, 1 for
    extended and 2 for progressive; ``adobe`` is the colour transform of APP14, None without one."""

    width_px: int
    height_px: int
    process: int
    precision: int
    components: tuple[int, ...]
    orientation: int
    adobe: int | None
    scan: int
    """Offset of the first scan's header; 0 when the file ends before it."""


def read_frame(window: Window) -> Frame:
    """The frame header, with the EXIF orientation before it.

    Raises:
        JpegError: there is no frame header, or the picture has no size.
    """
    header, orientation, adobe, scan = b"", 0, None, 0
    process = 0
    for marker, start, length in _segments(window):
        if marker == _SOS:
            scan = start
            break
        if marker in _FRAMES and not header:
            process, header = marker - 0xC0, window.at(start + 4, length - 4)
        elif marker == _APP1 and not orientation and window.at(start + 4, 6) == b"Exif\0\0":
            orientation = exif_orientation(window.at(start + 4, length - 4))
        elif marker == _APP14 and window.at(start + 4, 5) == b"Adobe" and length >= 16:
            adobe = window.at(start + 15, 1)[0]
    components = header[6::3]
    if len(header) < 9 or len(components) != header[5]:
        raise JpegError
    height, width = int.from_bytes(header[1:3], "big"), int.from_bytes(header[3:5], "big")
    if not width or not height:
        raise JpegError
    return Frame(width, height, process, header[0], tuple(components), orientation or 1, adobe, scan)


def is_cut_off(window: Window, scan: int) -> bool:
    """Whether no end-of-image marker follows the scan that begins at ``scan`` (0: there is no scan).

    Bytes after the end are common (a phone's film or second picture), so the marker is looked for in
    all that follows, but only when it is not where it should be: at the end of the file.
    """
    if not scan:
        return True
    if window.at(window.size - 2, 2) == b"\xff\xd9":
        return False
    return not any(
        b"\xff\xd9" in window.at(offset, _BLOCK + 1) for offset in range(scan, window.size, _BLOCK)
    )


def strip_metadata(block: bytes) -> bytes:
    """The same picture with its tables and scans only, and APP14 where Adobe's colour transform is told.

    Application segments, comments and whatever follows the end of the image are gone; no coefficient
    is touched.

    Raises:
        JpegError: the image does not end.
    """
    scan_end = re.compile(_SCAN_END)
    parts, offset = [b"\xff\xd8"], 2
    while True:
        for marker, start, length in _segments(BytesWindow(block), offset):
            if marker in _NEEDED or (marker == _APP14 and block[start + 4 : start + 9] == b"Adobe"):
                parts.append(block[start : start + length])
            if marker == _SOS:
                offset = start + length
                break
        else:
            raise JpegError("the image does not end")
        end = scan_end.search(block, offset)
        if end is None:
            raise JpegError("a scan does not end")
        parts.append(block[offset : end.start()])
        offset = end.start()
        if block[offset + 1] == _EOI:
            return b"".join((*parts, b"\xff\xd9"))


def pad_last_scan(block: bytes) -> bytes:
    """``block``, as :func:`strip_metadata` returns it, with code bits of no meaning before its end.

    A decoder that has its whole picture passes over them; one that had to make up the end of the
    picture decodes them instead, and shows another picture.
    """
    filler = bytes((i * 73 + (i >> 3) * 29 + 11) % 251 for i in range(1 << 14))
    return block[:-2] + filler + block[-2:]


def _segments(window: Window, offset: int = 2) -> Iterator[tuple[int, int, int]]:
    """Marker, offset and length (marker included) of each segment from ``offset`` on, in file order.

    Stops at the end of the image, at the end of the file, and where no marker stands.
    """
    for _ in range(_MOST_SEGMENTS):
        lead = window.at(offset, 4)
        if len(lead) < 4 or lead[0] != 0xFF:
            return
        marker = lead[1]
        if marker == 0xFF:  # fill byte: T.81 B.1.1.2
            offset += 1
        elif marker in (_TEM, _SOI) or marker in _RESTARTS:
            offset += 2
        elif marker == _EOI:
            return
        else:
            length = 2 + int.from_bytes(lead[2:4], "big")
            if length < 4:
                return
            yield marker, offset, length
            offset += length
