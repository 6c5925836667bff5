"""Pixels of any photo become ink of a press condition.

Comes in: a flattened picture (L, RGB, CMYK or LAB) with the profile it came with, and the press profile. Goes
out: the same picture in CMYK. Colour goes through ICC, relative colorimetric with black point compensation or
perceptual; ink that is already of the condition stays as it is; a grey photo is printed with black alone, its
tones where the paper and the black ink have them. Source: ICC.1:2022 6.2; ISO 18619; ISO 15930-7 6.4.
"""

from __future__ import annotations

import functools
import io
import threading
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import ResourceError, problem
from reportpdf.paint.photo_colour import ICC_SPACE, made, own_profile
from reportpdf.paint.photo_records import PressTarget

if TYPE_CHECKING:
    from PIL import Image, ImageCms

_COATED = "coated-fogra39-tac300.icc"
"""What ink without a profile is taken to be of."""

_building = threading.Lock()


def to_press(image: Image.Image, icc: bytes | None, target: PressTarget) -> tuple[Image.Image, bool]:
    """The picture in ink, and whether ``icc`` had to be ignored (broken, or for other pixels).

    Raises:
        ResourceError: a profile is not there.
    """
    from PIL import ImageCms

    if image.mode == "L":
        return _with_black(image, target), False
    fits = bool(icc) and image.mode in ICC_SPACE and (icc or b"")[16:20] == ICC_SPACE[image.mode]
    ignored = bool(icc) and not fits
    with _building:
        try:
            transform = _transform(image.mode, icc if fits else None, target)
        except (OSError, ImageCms.PyCMSError):
            transform, ignored = _transform(image.mode, None, target), True
    return (image if transform is None else made(ImageCms.applyTransform(image, transform))), ignored


def press_passes(mode: str, icc: bytes | None, target: PressTarget) -> bool:
    """Whether a picture is ink of the condition by its own profile, so that it may pass untouched."""
    return mode == "CMYK" and not target.lossless and icc == press_profile(target.profile)


@functools.lru_cache(maxsize=16)
def _transform(mode: str, icc: bytes | None, target: PressTarget) -> ImageCms.ImageCmsTransform | None:
    """The transform to the press; None: the picture is of that condition already."""
    from PIL import ImageCms

    press = press_profile(target.profile)
    if mode == "CMYK":
        if (icc or own_profile_bytes(_COATED)) == press:
            return None
        source = ImageCms.ImageCmsProfile(io.BytesIO(icc)) if icc else own_profile(_COATED)
    elif icc:
        source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    elif mode == "LAB":
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    else:
        source = own_profile("srgb-v2.icc")
    intent = ImageCms.Intent.PERCEPTUAL if target.perceptual else ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.NONE if target.perceptual else ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(
        source, ImageCms.ImageCmsProfile(io.BytesIO(press)), mode, "CMYK", intent, flags
    )


@functools.lru_cache(maxsize=4)
def press_profile(path: str) -> bytes:
    """The bytes of a press profile: one of ours by its name, or a printer's by its path.

    Raises:
        ResourceError: it is not there.
    """
    return own_profile_bytes(path) if Path(path).name == path else _read(Path(path))


def own_profile_bytes(name: str) -> bytes:
    """The bytes of a profile that comes with reportpdf."""
    from reportpdf.paint.intents import PROFILES

    return _read(PROFILES / name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(problem("photo-profile-absent", profile=path.name)) from error


def _with_black(image: Image.Image, target: PressTarget) -> Image.Image:
    """A grey picture printed with black alone."""
    from PIL import Image

    black = image.point(_black_curve(target.profile), "L")
    nothing = Image.new("L", image.size, 0)
    return Image.merge("CMYK", (nothing, nothing, nothing, black))


@functools.lru_cache(maxsize=4)
def _black_curve(profile: str) -> list[int]:
    """For each grey level the black ink that looks as light between paper and full black.

    Both scales are stretched to their own white and black, as black point compensation does for colour.
    """
    from PIL import Image, ImageCms

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    press = ImageCms.ImageCmsProfile(io.BytesIO(press_profile(profile)))
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    ramp = bytes(level for k in range(256) for level in (0, 0, 0, k))
    ink = Image.frombytes("CMYK", (256, 1), ramp)
    seen = made(
        ImageCms.applyTransform(ink, ImageCms.buildTransform(press, lab, "CMYK", "LAB", intent))
    ).getchannel(0)
    greys = bytes(level for g in range(256) for level in (g, g, g))
    wanted = made(
        ImageCms.applyTransform(
            Image.frombytes("RGB", (256, 1), greys),
            ImageCms.buildTransform(own_profile("srgb-v2.icc"), lab, "RGB", "LAB", intent),
        )
    ).getchannel(0)
    light = list(seen.tobytes())
    scale = [(light[0] - value) / ((light[0] - light[-1]) or 1) for value in light]  # 0 paper, 1 black
    falling = [max(scale[: i + 1]) for i in range(256)]
    greys_l = list(wanted.tobytes())
    span = (greys_l[-1] - greys_l[0]) or 1
    return [min(255, bisect_left(falling, (greys_l[-1] - value) / span - 1e-9)) for value in greys_l]
