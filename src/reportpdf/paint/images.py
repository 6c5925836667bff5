"""Photos become image objects, each picture once however often it is placed.

Comes in: pictures placed on pages, and where their JPEGs come from. Goes out: image XObjects in the file.
Nobody waits for a photo while there is text to paint: pages only name their pictures, and the images are
asked for when the file is about to be written.
Source: ISO 32000-2 8.9.5 (image dictionaries), 8.10 (form XObjects), 7.4.8 (DCTDecode); Adobe
Technical Note 5116 (ink in JPEGs).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from reportlab.pdfbase.pdfdoc import PDFDictionary

from reportpdf.layout.display import PictureItem
from reportpdf.paint.pdf_file import PdfFile, Stream
from reportpdf.paint.photo_records import ImageBytes

_SPACES = {"rgb": "/DeviceRGB", "grey": "/DeviceGray", "cmyk": "/DeviceCMYK"}
_FILTERS = {"jpeg": "/DCTDecode", "flate": "/FlateDecode"}
_INVERTED = "[1 0 1 0 1 0 1 0]"


class ImageShelf:
    """The images of a file. ``image_of`` gives a picture's bytes; None when it has none to show: then
    ``tint``, a fill operator, stands in its frame."""

    def __init__(self, image_of: Callable[[PictureItem], ImageBytes | None], tint: str) -> None:
        self._image_of = image_of
        self._tint = tint
        self._placed: list[tuple[PDFDictionary, str, PictureItem]] = []
        self._known: dict[bytes, str] = {}

    def place(self, pictures: Iterable[tuple[str, PictureItem]]) -> PDFDictionary:
        """The XObject resources of a page that names ``pictures``, filled in when the file is written."""
        resources = PDFDictionary()
        self._placed.extend((resources, name, item) for name, item in pictures)
        return resources

    def addObjects(self, document: PdfFile) -> None:  # noqa: N802  reportlab's name
        """Adds the images and names them in the resources of their pages."""
        for resources, name, item in self._placed:
            resources[name] = self._reference(document, self._image_of(item))

    def _reference(self, document: PdfFile, image: ImageBytes | None) -> str:
        key = hashlib.sha256(image.data).digest() if image else b""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = document.register(_image(image) if image else _frame(self._tint))
        return known


def _image(image: ImageBytes) -> Stream:
    """The picture as it is, without a second encoding."""
    turned = {"Decode": _INVERTED} if (image.colour, image.kind) == ("cmyk", "jpeg") else {}
    return Stream(
        image.data,
        0,
        Type="/XObject",
        Subtype="/Image",
        Width=image.width_px,
        Height=image.height_px,
        ColorSpace=_SPACES[image.colour],
        BitsPerComponent=8,
        Filter=_FILTERS[image.kind],
        **turned,
    )


def _frame(tint: str) -> Stream:
    """A tint over the unit square, which a picture's matrix spreads over its frame."""
    content = f"{tint} 0 0 1 1 re f".encode("ascii")
    return Stream(content, 0, Type="/XObject", Subtype="/Form", BBox="[0 0 1 1]", Resources="<<>>")
