"""Whole photos in many forms, for the tests to cut and to damage."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

DATA = Path(__file__).parent / "data"


def noise(size: tuple[int, int] = (96, 64)) -> Image.Image:
    return Image.effect_noise(size, 90).convert("RGB")


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


WHOLE = {
    "jpeg": encoded(noise(), "JPEG"),
    "progressive jpeg": encoded(noise(), "JPEG", progressive=True),
    "grey jpeg": encoded(noise().convert("L"), "JPEG"),
    "png": encoded(noise(), "PNG"),
    "webp": encoded(noise(), "WEBP"),
    "tiff": encoded(noise(), "TIFF"),
    "tiff with lzw": encoded(noise(), "TIFF", compression="tiff_lzw"),
    "palette png": encoded(noise().convert("P"), "PNG", transparency=3),
    "16 bit png": encoded(noise().convert("L").convert("I;16"), "PNG"),
    "ink jpeg": encoded(noise().convert("CMYK"), "JPEG"),
    "gif": encoded(noise().convert("P"), "GIF", transparency=3),
    "bmp": encoded(noise(), "BMP"),
    "heic": (DATA / "patches.heic").read_bytes(),
}
