"""One photo file becomes one JPEG of the size it is printed at.

Comes in: an open photo and a :class:`PhotoJob`. Goes out: :class:`Converted`, an sRGB or grey JPEG
without metadata, cropped, upright, at the target resolution and never above the photo's own.

The stages: read the header again (the file may have changed since the layout), decode (a JPEG at the
smallest scale that still has the pixels), flatten, crop and resample in one step while the picture is
still as stored, turn the small result upright, convert its colour, encode once. A JPEG that is already
what is wanted is passed through without its metadata: one generation of loss less.
"""

from __future__ import annotations

import contextlib
import io
import threading
from typing import TYPE_CHECKING, BinaryIO, Literal

from reportpdf.base.problem import ResourceError
from reportpdf.paint.photo_bytes import BytesWindow, FileWindow
from reportpdf.paint.photo_colour import flatten, level_ranges, screen_transform, to_screen
from reportpdf.paint.photo_crop import Crop, plan_crop
from reportpdf.paint.photo_encode import encode, encode_ink
from reportpdf.paint.photo_header import MOST_PIXELS, check_pixels, read_header
from reportpdf.paint.photo_jpeg import pad_last_scan, read_frame, strip_metadata
from reportpdf.paint.photo_press import press_passes, to_press
from reportpdf.paint.photo_records import (
    Converted,
    Fault,
    ImageBytes,
    PhotoError,
    PhotoJob,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

_NEAR = 1.1
"""A JPEG with up to this many times the wanted pixels a side is passed through."""

_GAP = 3.0
"""Reduce by whole steps first, down to this many times the target: no visible loss, several times faster."""

_LARGE_PX = 40_000_000
_one_large = threading.Lock()
"""Photos above this size are decoded one at a time: each needs 4 bytes a pixel, and again when flattened."""

_TURNED_BY_DECODER = frozenset({"TIFF", "HEIF"})
"""Formats whose Pillow decoder applies the orientation itself."""


def convert_photo(file: BinaryIO, job: PhotoJob) -> Converted:
    """The photo in ``file`` as ``job`` wants it.

    Raises:
        PhotoError: broken header, too many pixels, cut off, damaged, or a mode that cannot be printed.
        ResourceError: reportpdf's own colour profiles are not there.
    """
    header = read_header(file)
    if header.cut:
        raise PhotoError("photo-truncated")
    orientation = 1 if header.kind in _TURNED_BY_DECODER else header.orientation
    crop = plan_crop(header.width_px, header.height_px, orientation, job)
    large = header.width_px * header.height_px > _LARGE_PX
    with _one_large if large else contextlib.nullcontext(), _damage_told():
        decoded = _decode(file, header.kind, crop.decode_px)
        icc = decoded.info.get("icc_profile")
        flat = flatten(decoded)
        if header.kind == "JPEG" and header.orientation == 1 and crop.whole:
            passed = _pass_through(file, flat.mode, icc, crop, job)
            if passed:
                return passed
        small = _resample(flat, crop)
        del decoded, flat
    upright = _turn_upright(small, orientation)
    if job.press is not None:
        ink, ignored = to_press(upright, icc, job.press)
        return Converted(encode_ink(ink, job.quality, job.press), _notes(ignored))
    screen, ignored = to_screen(upright, icc)
    return Converted(encode(screen, job.quality), _notes(ignored))


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    """Word what a decoder raises for bytes it cannot make sense of; Pillow documents no common class.

    Raises:
        PhotoError: cut off, or damaged with the decoder's own reason.
    """
    try:
        yield
    except (PhotoError, ResourceError):
        raise
    except Exception as error:
        reason = str(error) or type(error).__name__
        if "truncated" in reason:
            raise PhotoError("photo-truncated") from error
        raise PhotoError("photo-corrupt-data", reason=reason) from error


def _decode(file: BinaryIO, kind: str, least: tuple[int, int]) -> Image.Image:
    """The whole stored picture; a JPEG reduced by 2, 4 or 8 where that leaves ``least`` pixels.

    Raises:
        PhotoError: a JPEG whose scan is cut off although it ends as it should.
    """
    from PIL import Image, ImageChops

    if kind == "HEIF":
        from reportpdf.paint.photo_heif import enable_heif

        enable_heif()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # the limit is ours, checked before Pillow sees the file
    image = _open_and_load(file, kind, least)
    if kind == "JPEG":
        if _ends_flat(image) and _is_made_up(file, image, least):
            raise PhotoError("photo-truncated")
        if image.mode == "CMYK" and read_frame(FileWindow(file)).adobe is None:
            # Only Adobe stores ink the wrong way round (TN 5116); Pillow takes every CMYK JPEG for Adobe's.
            return ImageChops.invert(image)
    return image


def _open_and_load(file: BinaryIO, kind: str, least: tuple[int, int]) -> Image.Image:
    """Decode with the one decoder that belongs to ``kind``: no other is ever tried."""
    from PIL import Image

    file.seek(0)
    image = Image.open(file, formats=(kind,))
    check_pixels(*image.size)
    if kind == "JPEG":
        image.draft(None, least)
    image.load()
    return image


def _ends_flat(image: Image.Image) -> bool:
    """Whether the right half of the last row is of one colour, as it is where a decoder made it up."""
    width, height = image.size
    tail = image.crop((width // 2, height - 1, width, height))
    return all(low == high for low, high in level_ranges(tail))


def _is_made_up(file: BinaryIO, image: Image.Image, least: tuple[int, int]) -> bool:
    """Whether the decoder ran out of data before the end of the picture although an end marker is there.

    libjpeg then fills the rest with one colour and only warns, and Pillow drops the warning.
    """
    from PIL import ImageChops

    file.seek(0)
    padded = _open_and_load(io.BytesIO(pad_last_scan(strip_metadata(file.read()))), "JPEG", least)
    return padded.mode == image.mode and any(
        band.getbbox() is not None for band in map(ImageChops.difference, padded.split(), image.split())
    )


def _pass_through(
    file: BinaryIO, mode: str, icc: bytes | None, crop: Crop, job: PhotoJob
) -> Converted | None:
    """The JPEG as it is, but for its metadata; None when it is not what is wanted already.

    A PDF reader takes three components for YCbCr (ISO 32000-2 table 13, ColorTransform); files that
    say otherwise, by Adobe's marker or by components named R, G, B, are not passed.
    """
    file.seek(0)
    block = file.read()
    frame = read_frame(BytesWindow(block))
    wanted_width, wanted_height = crop.size_px
    near = frame.width_px <= _NEAR * wanted_width and frame.height_px <= _NEAR * wanted_height
    grey = len(frame.components) == 1
    ycbcr = len(frame.components) == 3 and frame.adobe in (None, 1) and frame.components != tuple(b"RGB")
    if not near or frame.process > 2 or frame.precision != 8:
        return None
    if job.press is not None:
        # Ink of this very condition passes. Adobe's marker: it is the wrong way round, as we declare it.
        if len(frame.components) == 4 and frame.adobe in (0, 2) and press_passes(mode, icc, job.press):
            return Converted(ImageBytes(strip_metadata(block), frame.width_px, frame.height_px, "cmyk"))
        return None
    if not (grey or ycbcr):
        return None
    transform, ignored = screen_transform(mode, icc)
    if transform is not None:
        return None
    colour: Literal["rgb", "grey"] = "grey" if grey else "rgb"
    return Converted(
        ImageBytes(strip_metadata(block), frame.width_px, frame.height_px, colour), _notes(ignored)
    )


def _resample(image: Image.Image, crop: Crop) -> Image.Image:
    """The part of the stored picture that is placed, at its final number of pixels."""
    from PIL import Image

    left, top, right, bottom = (
        edge * side for edge, side in zip(crop.box, (*image.size, *image.size), strict=True)
    )
    width, height = crop.size_px
    if (width, height) == (round(right - left), round(bottom - top)):
        x, y = (min(round(left), image.width - width), min(round(top), image.height - height))
        return image.crop((x, y, x + width, y + height))
    # Pillow rates Hamming as good as bicubic for making smaller; Lanczos takes twice as long
    # and shows no difference at the size of print.
    return image.resize(
        (width, height), Image.Resampling.HAMMING, box=(left, top, right, bottom), reducing_gap=_GAP
    )


def _turn_upright(image: Image.Image, orientation: int) -> Image.Image:
    """``image`` as EXIF tag 274 says it is to be seen."""
    from PIL import Image

    turn = Image.Transpose
    methods = (
        turn.FLIP_LEFT_RIGHT,
        turn.ROTATE_180,
        turn.FLIP_TOP_BOTTOM,
        turn.TRANSPOSE,
        turn.ROTATE_270,
        turn.TRANSVERSE,
        turn.ROTATE_90,
    )
    return image if orientation == 1 else image.transpose(methods[orientation - 2])


def _notes(profile_ignored: bool) -> tuple[Fault, ...]:
    return (Fault("photo-profile-ignored"),) if profile_ignored else ()
