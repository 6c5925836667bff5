"""Seven photos as cameras make them: 12 megapixels, sRGB JPEG, about 3 MB each.

    python -m bench.photos FOLDER [WIDTH]

Comes in: a folder, and a width in pixels if smaller photos are wanted. Goes out: 1.jpg to 7.jpg. Drawn
from seeded chance with Pillow alone, so the same Pillow draws the same bytes. It is a program of its own
because the kernel counts a parent's memory at the fork as the child's.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageOps

COUNT = 7
WIDTH, HEIGHT = 4000, 3000
AT_SIZE = 969
"""Pixels of a photo 82 mm wide at 300 ppi."""

_QUALITY = 88
_GRAIN = 0.085
"""How much of the picture is film grain; it makes the JPEG as large as a camera's."""

_SKIES = ("#35608f", "#6f8fb4", "#8ea9bd", "#b98d6a", "#4d6f8a", "#7c9a6a", "#586a9c")
_LANDS = ("#d9d2c0", "#c8bda6", "#e2dccf", "#5e4a3c", "#b7c2a2", "#ead7b4", "#a98f86")


def photo(index: int) -> Image.Image:
    """One photo: light from above, clouds and ground at several scales, hard edges, grain."""
    chance = random.Random(index)
    light = ImageOps.colorize(Image.linear_gradient("L"), _SKIES[index], _LANDS[index])
    picture = light.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
    for cells in (7, 40, 250):
        cloud = _noise(chance, cells, cells * 3 // 4).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        picture = Image.blend(picture, ImageChops.overlay(picture, cloud.convert("RGB")), 0.35)
    _edges(picture, chance)
    return Image.blend(picture, _noise(chance, WIDTH, HEIGHT).convert("RGB"), _GRAIN)


def _noise(chance: random.Random, width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), chance.randbytes(width * height))


def _edges(picture: Image.Image, chance: random.Random) -> None:
    """Buildings with windows: what a resampling filter has to keep sharp."""
    draw = ImageDraw.Draw(picture)
    for _ in range(9):
        left, width = chance.randrange(WIDTH - 500), chance.randrange(180, 480)
        top = chance.randrange(HEIGHT // 3, HEIGHT // 2)
        shade = chance.randrange(50, 190)
        draw.rectangle((left, top, left + width, HEIGHT * 3 // 4), fill=(shade, shade, shade + 10))
        for x in range(left + 20, left + width - 40, 60):
            for y in range(top + 30, HEIGHT * 3 // 4 - 60, 80):
                draw.rectangle((x, y, x + 30, y + 42), fill="#f4e6b8" if chance.random() < 0.4 else "#3a4452")


def main(words: list[str]) -> None:
    """Write the photos."""
    folder, width = Path(words[0]), int(words[1]) if len(words) > 1 else WIDTH
    folder.mkdir(parents=True, exist_ok=True)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for index in range(COUNT):
        picture = photo(index)
        if width != WIDTH:
            picture = picture.resize((width, round(width * HEIGHT / WIDTH)), Image.Resampling.LANCZOS)
        picture.save(folder / f"{index + 1}.jpg", quality=_QUALITY, icc_profile=profile, dpi=(300, 300))


if __name__ == "__main__":
    main(sys.argv[1:])
