"""Rules about photos in their frames, and figures in their callouts.

Comes in: a laid-out document and what is asked of photos. Goes out: what is wrong, each at its spot. The
hash is a difference hash: 64 bits, each whether a pixel is lighter than its neighbour in the photo drawn
9 by 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportpdf.base.problem import problem
from reportpdf.base.units import to_mm
from reportpdf.check.copy.captions import photos_alike
from reportpdf.check.finding import Noted
from reportpdf.check.press_gate import placed_ppi
from reportpdf.check.spots import item_box, spot_of
from reportpdf.layout.display import Document, PictureItem, Role, TextItem
from reportpdf.model.picture import Picture
from reportpdf.model.report import Text


@dataclass(frozen=True, slots=True)
class PhotoBounds:
    """What is asked of photos: resolutions, and the share of its area that a photo keeps at the least."""

    ppi_error: float
    ppi_warning: float
    keeps: float


_STEP = 0.03
"""Of a photo's area, what a frame on the grid may take beyond its bound: a quarter step of its height."""

SCREEN_PPI = (72.0, 110.0)
"""Resolutions under which a photo looks soft on a screen: at the page's own size, and enlarged. [choice]"""


def photo_problems(document: Document, bounds: PhotoBounds) -> Iterator[Noted]:
    """What is wrong with photos in their frames."""
    for page in document.pages:
        for item in page.items:
            if isinstance(item, PictureItem) and item.picture.problem is None:
                for code, args in _judged(item, bounds):
                    file = item.picture.photo.file
                    found = problem(code, file.place, page=page.number, file=file.value, **args)
                    yield Noted(found, file, 0, len(file.value), spot_of(page.number, item.rect))


def _judged(item: PictureItem, bounds: PhotoBounds) -> Iterator[tuple[str, dict[str, object]]]:
    left, top, right, bottom = item.crop
    focus = item.picture.photo.focus
    if focus is not None and not (left <= focus[0] <= right and top <= focus[1] <= bottom):
        yield "page-focus-cut", {}
    keeps = (right - left) * (bottom - top)
    if keeps < bounds.keeps - _STEP:
        yield "page-crop-deep", {"keeps": round(100 * keeps), "least": round(100 * bounds.keeps)}
    ppi, width = placed_ppi(item), to_mm(item.rect.width)
    if ppi < bounds.ppi_warning:
        code = "page-photo-upscaled" if ppi < bounds.ppi_error else "page-photo-coarse"
        least = bounds.ppi_error if ppi < bounds.ppi_error else bounds.ppi_warning
        safe = int(width * ppi / bounds.ppi_warning)
        yield code, {"ppi": int(ppi), "width": f"{width:.0f}", "least": f"{least:g}", "safe": safe}


def same_photos(pictures: Iterable[Picture]) -> Iterator[Noted]:
    """Photos that look alike though their files have other names."""
    hashed: list[tuple[Text, int]] = []
    for picture in pictures:
        if picture.problem is None and picture.photo.path:
            bits = _hash(picture.photo.path)
            if bits is not None:
                hashed.append((picture.photo.file, bits))
    yield from photos_alike(hashed)


def _hash(path: str) -> int | None:
    """The photo's difference hash; None if it cannot be decoded (its frame says so), or has no picture."""
    from PIL import Image

    try:
        with Image.open(path) as photo:
            photo.draft("L", (72, 72))  # a JPEG is decoded at an eighth: enough for 72 pixels
            small = photo.convert("L").resize((9, 8))
    except (OSError, ValueError, SyntaxError):
        return None
    pixels: list[int] = list(small.tobytes())
    if max(pixels) - min(pixels) < 16:
        return None  # a plain area is like any other
    rows = (pixels[i * 9 : i * 9 + 9] for i in range(8))
    return sum(bit << i for i, bit in enumerate(row[j] < row[j + 1] for row in rows for j in range(8)))


def small_figures(document: Document, texts: dict[str, Text], least: float) -> Iterator[Noted]:
    """Callouts' figures whose digits are lower than the theme's least, points of height."""
    largest: dict[str, tuple[float, int, TextItem]] = {}
    for page in document.pages:
        for item in page.items:
            path = item.tag.path
            if not isinstance(item, TextItem) or item.tag.role is not Role.FIGURE_TEXT or path not in texts:
                continue
            if path not in largest or item.size > largest[path][0]:
                largest[path] = item.size, page.number, item
    for path, (size, number, item) in largest.items():
        words = "".join(cluster.text for cluster in item.clusters)
        height = size * (_DIGITS if any(c.isdigit() for c in words) else _HAN)
        if height < least - 0.5:
            text = texts[path]
            args = {"has": f"{height:.0f}", "least": f"{least:.0f}"}
            spot = spot_of(number, item_box(item))
            yield Noted(problem("page-figure-small", text.place, **args), text, 0, len(text.value), spot)


_DIGITS = 0.72
"""Height of digits, of the type size: League Gothic's and the Song faces' are near it."""

_HAN = 0.9
"""Height of Han, of the type size."""
