"""An image of a content stream becomes a mark, with its resolution at the size it has on the page.

Source: ISO 32000-2 8.9.
"""

from __future__ import annotations

from math import hypot
from typing import Any

from reportpdf.base.units import PT_PER_INCH
from reportpdf.check.pdf.colours import ALL_INKS, family_of, spot_names
from reportpdf.check.pdf.marks import Family, ImageFacts, Kind, Mark, Paint
from reportpdf.check.pdf.state import State, box_of, upright


def image_mark(name: str, image: Any, state: State) -> Mark:
    """The mark of an image XObject."""
    mask = bool(image.get("/ImageMask", False))
    space = image.get("/ColorSpace", None)
    bits = 1 if mask else int(image.get("/BitsPerComponent", 8))
    masked = mask or "/SMask" in image or "/Mask" in image
    paint = state.fill if mask else image_paint(space)
    return _mark(name, int(image.Width), int(image.Height), bits, masked, paint, state)


def inline_mark(image: Any, state: State) -> Mark:
    """The mark of an image in the stream itself."""
    mask = bool(image.image_mask)
    bits = 1 if mask else int(image.bits_per_component)
    family = {"/DeviceRGB": Family.RGB, "/DeviceGray": Family.GRAY}.get(str(image.colorspace), Family.CMYK)
    inks = (("Black", 0.5),) if family is Family.GRAY else ALL_INKS.inks
    paint = state.fill if mask else Paint(family, inks)
    return _mark("inline", int(image.width), int(image.height), bits, mask, paint, state)


def image_paint(space: Any) -> Paint:
    """What stands for the colours of an image: any of its inks may be anywhere."""
    family = family_of(space) if space is not None else Family.CMYK
    if family is Family.GRAY:
        return Paint(family, (("Black", 0.5),))
    if family is Family.SPOT:
        return Paint(family, tuple((name, 0.5) for name in spot_names(space)))
    return Paint(family, ALL_INKS.inks)


def _mark(name: str, width: int, height: int, bits: int, masked: bool, paint: Paint, state: State) -> Mark:
    a, b, c, d, *_ = state.matrix
    wide, high = hypot(a, b) / PT_PER_INCH, hypot(c, d) / PT_PER_INCH
    ppi = min(width / wide if wide else 1e6, height / high if high else 1e6)
    facts = ImageFacts(name, width, height, ppi, bits == 1, masked or state.masked)
    return Mark(
        Kind.IMAGE, box_of(state.matrix, 0, 0, 1, 1), paint, state.fill_over, state.opm, state.fill_alpha,
        state.blend, image=facts, upright=upright(state.matrix) and not masked,
    )  # fmt: skip
