"""HEIC photos through libheif (the wheel pi-heif, which only decodes); imported when one turns up.

Comes in: an open HEIC file. Goes out: its upright size, or Pillow made able to open it. libheif turns
and mirrors the picture itself (ISO/IEC 23008-12 6.5.10 ``irot``, 6.5.12 ``imir``), and its EXIF
orientation is not to be applied again.
"""

from __future__ import annotations

from typing import BinaryIO

from reportpdf.paint.photo_records import PhotoError


def heif_size(file: BinaryIO) -> tuple[int, int]:
    """Width and height of the primary picture, upright.

    Raises:
        PhotoError: the library is not installed, or the header is broken.
    """
    try:
        import pi_heif
    except ImportError as error:
        raise PhotoError("photo-corrupt-heif") from error
    file.seek(0)
    try:
        width, height = pi_heif.open_heif(file).size
    except (ValueError, EOFError, SyntaxError, RuntimeError, OSError) as error:
        raise PhotoError("photo-corrupt-header", format="HEIF") from error
    return int(width), int(height)


def enable_heif() -> None:
    """Let Pillow open HEIC files; harmless when done twice."""
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)
