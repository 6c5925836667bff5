"""What a content stream puts on a page, as records: each text, path, image with its paint.

Records only. Boxes are left, bottom, right, top in points of the page's default user space (ISO 32000-2
8.3.2.3). The order of marks is the order of painting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

Box = tuple[float, float, float, float]


class Kind(Enum):
    """How a mark is made."""

    TEXT = "text"
    FILL = "fill"
    STROKE = "stroke"
    IMAGE = "image"
    SHADING = "shading"


class Family(Enum):
    """What sort of colour a paint is in. Source: ISO 32000-2 8.6."""

    GRAY = "gray"
    CMYK = "cmyk"
    RGB = "rgb"
    """DeviceRGB, CalRGB, Lab, an ICC profile of three components: whatever a press must convert."""

    SPOT = "spot"
    OTHER = "other"
    """Patterns and what is not understood: its inks are not known."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as its plates: names of inks with amounts 0-1; empty for a colour without ink."""

    family: Family
    inks: tuple[tuple[str, float], ...] = ()

    @property
    def used(self) -> tuple[str, ...]:
        """Inks of which there is any."""
        return tuple(name for name, amount in self.inks if amount > 0.0005)

    @property
    def known(self) -> bool:
        return self.family in (Family.GRAY, Family.CMYK, Family.SPOT)

    @property
    def white(self) -> bool:
        return self.known and not self.used

    @property
    def black(self) -> bool:
        """Solid black and nothing else."""
        return self.known and self.used == ("Black",) and dict(self.inks)["Black"] > 0.995


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """An image: its pixels, resolution at its size, bits, and what it is made of."""

    name: str
    width: int
    height: int
    ppi: float
    one_bit: bool
    masked: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing painted. ``size`` is the effective size of text or width of a line, points."""

    kind: Kind
    box: Box
    paint: Paint
    overprint: bool = False
    opm: int = 0
    alpha: float = 1.0
    blend: str = "Normal"
    size: float = 0.0
    words: str = ""
    font: str = ""
    image: ImageFacts | None = None
    parts: tuple[Box, ...] = ()
    """Boxes of a path's subpaths, where there are several."""

    upright: bool = False
    """A rectangle or image that fills its box wholly."""

    @property
    def opaque(self) -> bool:
        """Whether nothing of what lies under it shows."""
        masked = self.image is not None and self.image.masked
        return self.alpha > 0.999 and self.blend in ("Normal", "Compatible") and not masked

    def meets(self, box: Box) -> bool:
        """Whether it lies over some of ``box``."""
        return any(overlap(part, box) for part in (self.parts or (self.box,)))

    def covers(self, box: Box) -> bool:
        """Whether all of ``box`` lies under it."""
        return self.upright and self.opaque and not self.overprint and contains(self.box, box)


@dataclass(slots=True)
class PageMarks:
    """All that a page paints, and whether any of it is transparent."""

    marks: list[Mark] = field(default_factory=list)
    transparent: bool = False
    fonts: dict[str, object] = field(default_factory=dict)
    """Font dictionaries that text is shown in, by name."""

    spots: dict[str, list[object]] = field(default_factory=dict)
    """Spot colours that are used, with their alternate spaces and tint transforms."""

    malformed: int = 0
    """Operators whose operands are not what they must be; viewers pass over them."""

    groups: list[object] = field(default_factory=list)
    """Colour spaces of transparency groups."""


def overlap(one: Box, other: Box, least: float = 0.05) -> bool:
    """Whether two boxes share more than a sliver."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > least and high > least


def contains(outer: Box, inner: Box, by: float = 0.05) -> bool:
    """Whether ``inner`` lies in ``outer``."""
    return (
        outer[0] <= inner[0] + by
        and outer[1] <= inner[1] + by
        and outer[2] >= inner[2] - by
        and outer[3] >= inner[3] - by
    )


def meet(one: Box, other: Box) -> Box | None:
    """What two boxes share; None if they are apart. A box without width or height may lie in another."""
    box = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return box if box[0] <= box[2] and box[1] <= box[3] else None
