"""Pixels of any photo become 8-bit sRGB or grey.

Comes in: a decoded Pillow image in whatever mode its file keeps, and the ICC profile that came with
it. Goes out: the same picture in mode L (DeviceGray) or RGB (sRGB), opaque. Relative colorimetric with
black point compensation: paper white stays white and no shadow is cut off (ICC.1:2010 6.2.2; ISO 18619).
"""

from __future__ import annotations

import contextlib
import functools
import io
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reportpdf.base.problem import ResourceError, problem
from reportpdf.paint.photo_records import PhotoError

if TYPE_CHECKING:
    from PIL import Image, ImageCms

_PROFILES = Path(__file__).parent.parent / "press" / "icc"

_PLAIN_MODES = {
    **{mode: mode for mode in ("L", "RGB", "CMYK", "LAB")},
    "1": "L",
    "LA": "LA",
    "La": "LA",
    "P": "RGB",
    "PA": "RGBA",
    "RGBA": "RGBA",
    "RGBa": "RGBA",
    "RGBX": "RGB",
    "YCbCr": "RGB",
    "HSV": "RGB",
    "I;16": "L",
    "I;16L": "L",
    "I;16B": "L",
    "I;16N": "L",
}
"""Pillow's mode of a photo, and the 8-bit mode it is taken to before its alpha is laid on white.

What is not here (F, 32-bit I) holds measurements without a black and a white, not a picture.
"""

ICC_SPACE = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK"}
"""Colour space signature in the profile's header for each mode. Source: ICC.1:2010 7.2.6."""

_SAME = 2
"""Profiles that move no colour by more than this many of 255 levels count as sRGB: the several sRGB
profiles in use differ by one, and the conversion would only round once more."""

_GRID = 17
"""Grid points an axis of the table that littleCMS makes of a CMYK or table profile: twice the profile's own
9; its default of 23 takes three times as long to build."""

_building = threading.Lock()


class _ProfileError(Exception):
    """An embedded profile that littleCMS cannot use."""


def flatten(image: Image.Image) -> Image.Image:
    """The picture in mode L, RGB, CMYK or LAB: 16 bits scaled to 8, palette resolved, alpha on white.

    Raises:
        PhotoError: the mode holds no printable picture.
    """
    mode = _PLAIN_MODES.get(image.mode)
    if mode is None:
        raise PhotoError("photo-corrupt-mode", mode=_MODE_NAMES.get(image.mode, image.mode))
    if image.mode.startswith("I;16"):
        return _to_8_bits(image)
    if "transparency" in image.info:  # a palette entry or one colour that is see-through (PNG tRNS, GIF)
        mode = "LA" if mode == "L" else "RGBA"
    if mode != image.mode:
        image = image.convert(mode)
    return _on_white(image) if mode in ("LA", "RGBA") else image


def to_screen(image: Image.Image, icc: bytes | None) -> tuple[Image.Image, bool]:
    """A flattened picture in L or RGB, and whether ``icc`` had to be ignored (broken, or for other pixels).

    Raises:
        ResourceError: reportpdf's own profiles are not there.
    """
    transform, ignored = screen_transform(image.mode, icc)
    if transform is None:
        return image, ignored
    from PIL import ImageCms

    converted = made(ImageCms.applyTransform(image, transform))
    # sRGB of a grey is three times the same level: any one channel is the grey on the screen.
    return (converted.getchannel("G") if image.mode == "L" else converted), ignored


def level_ranges(image: Image.Image) -> list[tuple[float, float]]:
    """The lowest and the highest level of each channel."""
    return [cast("tuple[float, float]", band.getextrema()) for band in image.split()]


def screen_transform(mode: str, icc: bytes | None) -> tuple[ImageCms.ImageCmsTransform | None, bool]:
    """The transform of ``mode`` with ``icc`` to sRGB, None where nothing changes; and whether icc is ignored.

    Raises:
        ResourceError: reportpdf's own profiles are not there.
    """
    with _building:  # littleCMS reads a profile's tags lazily, so one profile must not serve two threads
        if icc and mode in ICC_SPACE:
            if icc[16:20] == ICC_SPACE[mode] and icc[36:40] == b"acsp":
                with contextlib.suppress(_ProfileError):  # told by the caller: the profile is ignored
                    return _embedded(mode, icc), False
            return _assumed(mode), True
        return _assumed(mode), False


@functools.lru_cache(maxsize=16)
def _embedded(mode: str, icc: bytes) -> ImageCms.ImageCmsTransform | None:
    """The transform from an embedded profile; None: it is sRGB already.

    Raises:
        _ProfileError: littleCMS cannot read the profile.
    """
    from PIL import ImageChops, ImageCms

    try:
        transform = _build(ImageCms.ImageCmsProfile(io.BytesIO(icc)), mode)
        if mode == "CMYK":
            return transform
        lattice = _lattice(mode)
        seen = ImageCms.applyTransform(lattice, transform)
    except (OSError, ImageCms.PyCMSError) as error:
        raise _ProfileError from error
    moved = ImageChops.difference(lattice.convert("RGB"), made(seen))
    return transform if any(high > _SAME for _, high in level_ranges(moved)) else None


@functools.lru_cache(maxsize=4)
def _assumed(mode: str) -> ImageCms.ImageCmsTransform | None:
    """The transform for a photo without a profile: RGB is sRGB, CMYK is ink on coated paper."""
    from PIL import ImageCms

    if mode == "CMYK":
        return _build(own_profile("coated-fogra39-tac300.icc"), mode)
    if mode == "LAB":
        return _build(ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")), mode)
    return None


def made(image: Image.Image | None) -> Image.Image:
    """What applyTransform returns when it is not asked to work in place."""
    if image is None:
        raise TypeError("applyTransform returned no image")
    return image


def _build(source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
    from PIL import ImageCms

    return ImageCms.buildTransform(
        source,
        own_profile("srgb-v2.icc"),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags(ImageCms.Flags.BLACKPOINTCOMPENSATION | _GRID << 16),
    )


def own_profile(name: str) -> ImageCms.ImageCmsProfile:
    """A profile that comes with reportpdf.

    Raises:
        ResourceError: it is not there.
    """
    from PIL import ImageCms

    path = _PROFILES / name
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(path.read_bytes()))
    except FileNotFoundError as error:
        raise ResourceError(problem("photo-profile-absent", profile=name)) from error


def _lattice(mode: str) -> Image.Image:
    """Colours spread evenly over the whole of ``mode``: 9 steps a channel, or all 256 greys."""
    from PIL import Image

    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256)))
    steps = [round(i * 255 / 8) for i in range(9)]
    colours = bytes(level for r in steps for g in steps for b in steps for level in (r, g, b))
    return Image.frombytes("RGB", (81, 9), colours)


def _to_8_bits(image: Image.Image) -> Image.Image:
    """A grey picture of up to 16 bits in mode L, its whole range scaled.

    Pillow neither scales the 12 bits of a TIFF up nor turns one round in which 0 is white (TIFF 6.0, tags
    258 BitsPerSample and 262 PhotometricInterpretation); both are done here.
    """
    tags = getattr(image, "tag_v2", {})
    white = (1 << tags.get(258, (16,))[0]) - 1
    levels = [min(255, (level * 255 + white // 2) // white) for level in range(1 << 16)]
    if tags.get(262) == 0:
        levels = [255 - level for level in levels]
    return image.convert("I").point(levels, "L")


def _on_white(image: Image.Image) -> Image.Image:
    """``image`` (LA or RGBA) laid on white paper."""
    from PIL import Image

    opaque = "L" if image.mode == "LA" else "RGB"
    paper = Image.new(opaque, image.size, "white")
    paper.paste(image.convert(opaque), mask=image.getchannel("A"))
    return paper


_MODE_NAMES = {"F": "32-bit floating point", "I": "32-bit integers"}
