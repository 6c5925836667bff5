"""A canvas for flat, lit illustrations: shapes filled with gradients, soft edges, glows.

Coordinates are pixels of the finished picture, y downward. Everything is drawn at twice that
size and reduced once at the end, which is what smooths the edges.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]
Shape = Sequence[Point]
Colour = str  # as "#rrggbb"
Stops = Sequence[tuple[float, Colour]]  # place 0-1 from the top, colour

OVERSAMPLING = 2
OPAQUE = (1.0, 1.0)
RADIAL_EDGE = 181  # Pillow's radial gradient at the middle of its square's side


class Canvas:
    """A picture being painted, back to front."""

    def __init__(self, width: int, height: int, stops: Stops) -> None:
        """Start with a vertical gradient over the whole picture."""
        self.width = width
        self.height = height
        size = (width * OVERSAMPLING, height * OVERSAMPLING)
        self._image = _gradient(size, stops)

    def paint(
        self,
        shape: Shape,
        top: Colour,
        bottom: Colour | None = None,
        *,
        fade: tuple[float, float] = OPAQUE,
        blur: float = 0.0,
    ) -> None:
        """Fill a closed shape with one colour, or with two from its top to its bottom.

        `fade` is the opacity at the shape's top and bottom, `blur` the softness of its edge.
        """
        scale = OVERSAMPLING
        high = min(y for _, y in shape) * scale
        low = max(y for _, y in shape) * scale
        pad = blur * 3 * scale + 1
        left = max(0, math.floor(min(x for x, _ in shape) * scale - pad))
        right = min(self._image.width, math.ceil(max(x for x, _ in shape) * scale + pad))
        upper = max(0, math.floor(high - pad))
        lower = min(self._image.height, math.ceil(low + pad))
        if left >= right or upper >= lower:
            return
        size = (right - left, lower - upper)
        moved = [(x * scale - left, y * scale - upper) for x, y in shape]
        mask = _mask(size, moved, blur * scale)
        span = (high - upper, max(low - upper, high - upper + 1))
        if fade != OPAQUE:
            mask = ImageChops.multiply(mask, _fade(size, span, fade))
        fill = _gradient(size, ((0.0, top), (1.0, bottom or top)), span)
        self._image.paste(fill, (left, upper), mask)

    def paint_all(self, shapes: Iterable[Shape], top: Colour, bottom: Colour | None = None) -> None:
        """Fill several shapes alike, each with its own gradient."""
        for shape in shapes:
            self.paint(shape, top, bottom)

    def glow(self, centre: Point, radii: Point, colour: Colour, strength: float) -> None:
        """Blend towards a colour around a point, fading to nothing at the radii."""
        scale = OVERSAMPLING
        size = (round(radii[0] * 2 * scale), round(radii[1] * 2 * scale))
        mask = Image.radial_gradient("L").point(_falloff(strength)).resize(size)
        corner = (round((centre[0] - radii[0]) * scale), round((centre[1] - radii[1]) * scale))
        self._image.paste(Image.new("RGB", size, colour), corner, mask)

    def vignette(self, colour: Colour, strength: float) -> None:
        """Blend the corners towards a colour and leave the middle as it is."""
        far = (max(0.0, distance / 255 - 0.35) for distance in range(256))
        table = [round(255 * strength * share**1.6) for share in far]
        mask = Image.radial_gradient("L").point(table).resize(self._image.size)
        self._image.paste(Image.new("RGB", self._image.size, colour), (0, 0), mask)

    def mirror(self, line: float, depth: float, strength: float, blur: float) -> None:
        """Reflect what is above a horizontal line into `depth` pixels below it, fading out."""
        scale = OVERSAMPLING
        y, rows, width = round(line * scale), round(depth * scale), self._image.width
        strip = self._image.crop((0, y - rows, width, y))
        strip = strip.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        strip = strip.filter(ImageFilter.BoxBlur((blur, blur * 3)))
        mask = _fade((width, rows), (0, rows), (strength, 0.0))
        self._image.paste(strip, (0, y), mask)

    def finished(self) -> Image.Image:
        """Return the picture at its real size."""
        return self._image.reduce(OVERSAMPLING)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour `share` (0-1) of the way from the first to the second."""
    pairs = zip(ImageColor.getrgb(first)[:3], ImageColor.getrgb(second)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * min(1.0, max(0.0, share))):02x}" for a, b in pairs)


def _mask(size: tuple[int, int], shape: Shape, blur: float) -> Image.Image:
    # A soft edge holds no detail: draw it small, where blurring is cheap, and enlarge it.
    shrink = max(1, int(blur / 3))
    small = (max(1, math.ceil(size[0] / shrink)), max(1, math.ceil(size[1] / shrink)))
    mask = Image.new("L", small)
    ImageDraw.Draw(mask).polygon([(x / shrink, y / shrink) for x, y in shape], fill=255)
    if blur:
        mask = mask.filter(ImageFilter.GaussianBlur(blur / shrink)).resize(size)
    return mask


def _gradient(size: tuple[int, int], stops: Stops, span: tuple[float, float] | None = None) -> Image.Image:
    """Return a vertical gradient whose stops 0 and 1 lie at the rows of `span`."""
    if len({colour for _, colour in stops}) == 1:
        return Image.new("RGB", size, stops[0][1])
    first, last = span or (0, size[1])
    colours = [(place, ImageColor.getrgb(colour)[:3]) for place, colour in stops]
    rows = bytearray()
    for row in range(size[1]):
        place = min(1.0, max(0.0, (row - first) / (last - first)))
        above = max((stop for stop in colours if stop[0] <= place), key=lambda stop: stop[0])
        below = min((stop for stop in colours if stop[0] >= place), key=lambda stop: stop[0])
        share = (place - above[0]) / (below[0] - above[0] or 1.0)
        pairs = zip(above[1], below[1], strict=True)
        rows += bytes(round(a + (b - a) * share) for a, b in pairs)
    column = Image.frombytes("RGB", (1, size[1]), bytes(rows))
    return column.resize(size, Image.Resampling.NEAREST)


def _fade(size: tuple[int, int], span: tuple[float, float], ends: tuple[float, float]) -> Image.Image:
    first, last = span
    shares = (min(1.0, max(0.0, (row - first) / (last - first))) for row in range(size[1]))
    column = bytes(round(255 * (ends[0] + (ends[1] - ends[0]) * share)) for share in shares)
    return Image.frombytes("L", (1, size[1]), column).resize(size, Image.Resampling.NEAREST)


def _falloff(strength: float) -> list[int]:
    near = (max(0.0, 1 - distance / RADIAL_EDGE) for distance in range(256))
    return [round(255 * strength * share * share * (3 - 2 * share)) for share in near]
