"""Finished pixels become the bytes that stand in the PDF: encoded once, without any metadata.

Comes in: a picture at its final size in grey, sRGB or ink. Goes out: :class:`ImageBytes`. Source: ITU-T T.81;
ISO 32000-2 7.4.4, 7.4.8.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Literal

from reportpdf.paint.photo_records import ImageBytes, PressTarget

if TYPE_CHECKING:
    from PIL import Image

_CHROMA = 0
"""Chroma at full resolution (4:4:4). Red banners with white writing hang in half of a bureau's photos,
and halved chroma frays them; it costs a fifth of the bytes."""


def encode(image: Image.Image, quality: int) -> ImageBytes:
    """``image`` (L or RGB) as a baseline JPEG that holds nothing but the picture.

    Huffman tables are the standard's own: optimal ones save 5 per cent and double the time.
    """
    image.info = {}  # Pillow would write the comment of the photo it came from
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, subsampling=_CHROMA)
    colour: Literal["rgb", "grey"] = "grey" if image.mode == "L" else "rgb"
    return ImageBytes(stream.getvalue(), image.width, image.height, colour)


def encode_ink(image: Image.Image, quality: int, press: PressTarget) -> ImageBytes:
    """``image`` (CMYK) as a JPEG, or as it is where nothing may be lost."""
    if press.lossless:
        packed = zlib.compress(image.tobytes(), 6)
        return ImageBytes(packed, image.width, image.height, "cmyk", "flate")
    image.info = {}
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, subsampling=_CHROMA)
    return ImageBytes(stream.getvalue(), image.width, image.height, "cmyk")
