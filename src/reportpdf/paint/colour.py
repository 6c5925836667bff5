"""Inks become colour operators: CMYK as ordered, or sRGB as a screen shows the print.

Comes in: :class:`~reportpdf.base.ink.Ink`. Goes out: the operator that makes it the fill colour. Screen
colours come from the coated press profile by relative colorimetric intent without black point compensation:
the screen shows print black as the dark grey it is beside white paper.
Source: ISO 32000-2 8.6.8 (colour operators); ICC.1:2022 6.2 (rendering intents).
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from reportpdf.base.ink import Ink
from reportpdf.press.colour import ColourSpace
from reportpdf.press.screen_colours import COATED_ON_SCREEN
from reportpdf.press.separate import is_black

RGB = tuple[int, int, int]

_PROFILES = Path(__file__).parent.parent / "press" / "icc"
_PRESS = "coated-fogra39-tac300.icc"
_SCREEN = "srgb-v2.icc"

_GRID = 13
"""Grid points an ink axis of the transform: over the 9 of the profile's own table, far under littleCMS's
default of 23, which takes 25 ms to build instead of 8 and differs by at most 1 in 255."""


def fill_operators(inks: Iterable[Ink], space: ColourSpace) -> dict[Ink, str]:
    """For each ink the operators that fill with it in ``space``.

    On the press black overprints, so that no white edge shows where it stands on colour, and everything else
    knocks out: white that overprints vanishes (ISO 32000-2 8.6.7).
    """
    distinct = tuple(dict.fromkeys(inks))
    if space is ColourSpace.CMYK:
        return {
            ink: f"/{OVERPRINT if is_black(ink) else KNOCKOUT} gs {ink_operator(ink)}" for ink in distinct
        }
    colours = screen_colours(distinct)
    return {ink: " ".join(_part(v / 255) for v in colours[ink]) + " rg" for ink in distinct}


def screen_colours(inks: Iterable[Ink]) -> dict[Ink, RGB]:
    """For each ink its sRGB colour, 0-255: the theme's own, the table's, or one computed by ICC."""
    colours: dict[Ink, RGB] = {}
    derived: list[Ink] = []
    for ink in inks:
        known = ink.screen or COATED_ON_SCREEN.get(_per_cent(ink))
        if known is None or (ink.screen is None and not _is_whole(ink)):
            derived.append(ink)
        else:
            colours[ink] = known
    if derived:
        colours.update(zip(derived, through_profiles(derived), strict=True))
    return colours


def through_profiles(inks: Iterable[Ink]) -> list[RGB]:
    """The sRGB colours of inks, converted by littleCMS from the coated press profile."""
    from PIL import Image, ImageCms

    pixels = bytes(round(part * 255) for ink in inks for part in (ink.c, ink.m, ink.y, ink.k))
    transform = ImageCms.buildTransform(
        str(_PROFILES / _PRESS),
        str(_PROFILES / _SCREEN),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags(_GRID << 16),
    )
    patches = ImageCms.applyTransform(Image.frombytes("CMYK", (len(pixels) // 4, 1), pixels), transform)
    if patches is None:
        raise ValueError("littleCMS returned no picture for a transform that was not asked to work in place")
    rgb = patches.tobytes()
    return [(rgb[i], rgb[i + 1], rgb[i + 2]) for i in range(0, len(rgb), 3)]


OVERPRINT, KNOCKOUT = "Over", "Knock"
"""Names of the two graphics states of a press page."""

STATES = {
    OVERPRINT: "<</Type /ExtGState /OP true /op true /OPM 1>>",
    KNOCKOUT: "<</Type /ExtGState /OP false /op false /OPM 0>>",
}


def spot_name(ink: Ink) -> str:
    """The resource name of a spot colour's space."""
    return f"Spot{sha256(ink.spot.encode()).hexdigest()[:8]}"


def spot_space(name: str, alternate: Ink) -> str:
    """A Separation space with its alternate in process inks. Source: ISO 32000-2 8.6.6.4."""
    solid = " ".join(map(_part, (alternate.c, alternate.m, alternate.y, alternate.k)))
    written = "".join(
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"#{byte:02X}" for byte in name.encode("utf-8")
    )
    transform = f"<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [{solid}]>>"
    return f"[/Separation /{written} /DeviceCMYK {transform}]"


def ink_operator(ink: Ink) -> str:
    """The operator that fills with an ink on the press, whatever the graphics state."""
    if ink.spot:
        return f"/{spot_name(ink)} cs 1 scn"
    return f"{_part(ink.c)} {_part(ink.m)} {_part(ink.y)} {_part(ink.k)} k"


def _part(value: float) -> str:
    """A colour component with four decimals at most, e.g. ``1``, ``.8275``."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.removeprefix("0") if text.startswith("0.") else text


def _per_cent(ink: Ink) -> tuple[int, int, int, int]:
    return round(ink.c * 100), round(ink.m * 100), round(ink.y * 100), round(ink.k * 100)


def _is_whole(ink: Ink) -> bool:
    """Whether every part is a whole per cent, as the rows of the table are."""
    return all(abs(part * 100 - round(part * 100)) < 1e-9 for part in (ink.c, ink.m, ink.y, ink.k))
