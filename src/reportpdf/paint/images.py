"""Photos become image objects, each picture once however often it is placed.

Comes in: converted JPEGs. Goes out: image XObjects in the file and their resource names.
Source: ISO 32000-2 8.9.5 (image dictionaries), 7.4.8 (DCTDecode).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from reportpdf.layout.display import PictureItem
from reportpdf.paint.pdf_file import PdfFile, Stream
from reportpdf.paint.photo_records import ImageBytes

_SPACES = {"rgb": "/DeviceRGB", "grey": "/DeviceGray"}


class ImageShelf:
    """The images of a file. ``image_of`` gives a picture's bytes, None when it has none to show."""

    def __init__(self, file: PdfFile, image_of: Callable[[PictureItem], ImageBytes | None]) -> None:
        self._file = file
        self._image_of = image_of
        self._names: dict[bytes, str] = {}
        self.references: dict[str, str] = {}

    def name(self, item: PictureItem) -> str | None:
        """The resource name of the picture's image; the image is added when first asked for."""
        image = self._image_of(item)
        if image is None:
            return None
        digest = hashlib.sha256(image.data).digest()
        name = self._names.get(digest)
        if name is None:
            name = self._names[digest] = f"Im{len(self._names) + 1}"
            self.references[name] = self._file.register(_image_object(image))
        return name


def _image_object(image: ImageBytes) -> Stream:
    """The JPEG as it is, without a second encoding."""
    return Stream(
        image.data,
        0,
        Type="/XObject",
        Subtype="/Image",
        Width=image.width_px,
        Height=image.height_px,
        ColorSpace=_SPACES[image.colour],
        BitsPerComponent=8,
        Filter="/DCTDecode",
    )
