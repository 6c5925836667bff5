"""The header of a photo: format, upright size, orientation, and whether its end is missing.

Comes in: a path. Goes out: a :class:`Header`, read from a few hundred bytes without any picture
library (importing one costs 30-40 ms, more than all headers of a report), or a PhotoError. The limits
stand here, before anything is decoded.
"""

from __future__ import annotations

import io
import os
import stat
import struct
from collections.abc import Callable
from typing import BinaryIO

from reportpdf.paint.photo_bytes import FileWindow
from reportpdf.paint.photo_formats import READERS, read_heif
from reportpdf.paint.photo_jpeg import JpegError
from reportpdf.paint.photo_records import Header, PhotoError
from reportpdf.paint.photo_tiff import TiffError

MOST_BYTES = 200_000_000
MOST_SIDE_PX = 30_000
MOST_PIXELS = 300_000_000

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_MAGIC = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
)


def inspect_photo(path: str) -> Header:
    """The header of the photo at ``path``, within the limits.

    Raises:
        PhotoError: missing, unreadable, not a picture, or too large.
    """
    with open_photo(path) as file:
        return read_header(file)


def open_photo(path: str, opener: Callable[[str], io.FileIO] = io.FileIO) -> io.FileIO:
    """The photo's file, opened for reading after its size is known to be within the limit.

    Raises:
        PhotoError: not there, not readable, not a file, empty, or over the limit.
    """
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise PhotoError("photo-corrupt-folder")
        if not status.st_size:
            raise PhotoError("photo-corrupt-empty")
        if status.st_size > MOST_BYTES:
            raise PhotoError(
                "photo-file-too-large", megabytes=status.st_size // 1_000_000, limit=MOST_BYTES // 1_000_000
            )
        return opener(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PhotoError("photo-missing") from error
    except OSError as error:
        raise PhotoError("photo-corrupt-unreadable", reason=error.strerror or error) from error


def read_header(file: BinaryIO) -> Header:
    """The header of an open photo.

    Raises:
        PhotoError: unknown format, broken header, or too many pixels.
    """
    window = FileWindow(file)
    kind = _sniff(window.at(0, 16))
    try:
        header = read_heif(window, file) if kind == "HEIF" else READERS[kind](window)
    except (JpegError, TiffError, struct.error, IndexError) as error:
        raise PhotoError("photo-corrupt-header", format=kind) from error
    except OSError as error:
        raise PhotoError("photo-corrupt-unreadable", reason=error.strerror or error) from error
    if header.width_px < 1 or header.height_px < 1:
        raise PhotoError("photo-corrupt-header", format=kind)
    check_pixels(header.width_px, header.height_px)
    return header


def check_pixels(width_px: int, height_px: int) -> None:
    """Refuse a picture whose pixels would fill the memory.

    Raises:
        PhotoError: a side or the area is over its limit.
    """
    if max(width_px, height_px) > MOST_SIDE_PX or width_px * height_px > MOST_PIXELS:
        raise PhotoError(
            "photo-too-large",
            width=width_px,
            height=height_px,
            side=MOST_SIDE_PX,
            megapixels=MOST_PIXELS // 1_000_000,
        )


def _sniff(start: bytes) -> str:
    """Which format the first bytes announce."""
    if start[4:8] == b"ftyp" and start[8:12] in _HEIF_BRANDS:
        return "HEIF"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WEBP"
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    raise PhotoError("photo-corrupt-format")
