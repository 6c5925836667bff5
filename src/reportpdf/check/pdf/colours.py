"""A colour of a content stream becomes the inks on its plates.

Comes in: a colour space as pikepdf reads it, and components. Goes out: a ``Paint``.
Source: ISO 32000-2 8.6.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportpdf.check.pdf.marks import Family, Paint

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_GRAY = {"/DeviceGray", "/CalGray", "/G"}
_RGB = {"/DeviceRGB", "/CalRGB", "/Lab", "/RGB"}
_CMYK = {"/DeviceCMYK", "/CMYK"}
BLACK = Paint(Family.GRAY, (("Black", 1.0),))
"""What a page begins with. Source: ISO 32000-2 table 51."""

ALL_INKS = Paint(Family.CMYK, tuple((name, 0.5) for name in PROCESS))
"""What stands for an image in process colours: any of its inks may be anywhere."""


def gray(level: float) -> Paint:
    """DeviceGray as the black plate has it."""
    return Paint(Family.GRAY, (("Black", 1.0 - level),))


def cmyk(parts: Sequence[float]) -> Paint:
    """Four process inks."""
    return Paint(Family.CMYK, tuple(zip(PROCESS, parts, strict=False)))


def family_of(space: Any) -> Family:
    """What sort of colours a space holds."""
    name = space_name(space)
    if name in _GRAY:
        return Family.GRAY
    if name in _CMYK:
        return Family.CMYK
    if name in _RGB:
        return Family.RGB
    if name == "/ICCBased":
        parts = int(space[1].get("/N", 3))
        return {1: Family.GRAY, 4: Family.CMYK}.get(parts, Family.RGB)
    if name in ("/Separation", "/DeviceN"):
        return Family.SPOT
    if name in ("/Indexed", "/I"):
        return family_of(space[1])
    return Family.OTHER


def space_name(space: Any) -> str:
    """The name of a space, be it a name or an array that begins with one."""
    import pikepdf

    if isinstance(space, pikepdf.Array):
        return str(space[0]) if len(space) else ""
    return str(space)


def spot_names(space: Any) -> tuple[str, ...]:
    """The colorants of a Separation or DeviceN space."""
    import pikepdf

    name = space_name(space)
    if name == "/Separation":
        return (str(space[1])[1:],)
    if name == "/DeviceN" and isinstance(space[1], pikepdf.Array):
        return tuple(str(one)[1:] for one in space[1])
    if name in ("/Indexed", "/I"):
        return spot_names(space[1])
    return ()


def paint_of(space: Any, parts: Sequence[float]) -> Paint:
    """The paint of components in a space."""
    family = family_of(space)
    if space_name(space) in ("/Indexed", "/I"):
        return Paint(Family.OTHER)
    if family is Family.GRAY:
        return gray(parts[0] if parts else 0.0)
    if family is Family.CMYK:
        return cmyk(parts or (0.0, 0.0, 0.0, 1.0))
    if family is Family.SPOT:
        return _spot(spot_names(space), parts)
    return Paint(family, tuple(zip("RGB", parts, strict=False)) if family is Family.RGB else ())


def _spot(names: Sequence[str], parts: Sequence[float]) -> Paint:
    """Tints of colorants; ``All`` is on every plate, ``None`` on none."""
    amounts = parts or (1.0,) * len(names)
    inks: list[tuple[str, float]] = []
    for name, amount in zip(names, amounts, strict=False):
        if name == "All":
            inks += [(one, amount) for one in PROCESS] + [("All", amount)]
        elif name != "None":
            inks.append((name, amount))
    return Paint(Family.SPOT, tuple(inks))
