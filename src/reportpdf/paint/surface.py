"""A display list becomes a PDF.

Comes in: a :class:`~reportpdf.layout.display.Document`, the faces its clusters name, and the photos as
JPEG. Goes out: the bytes of a PDF 1.7, the same for the same input. Page streams are compressed as they are
made; fonts are subset when every glyph is known, and photos are asked for last of all.
Source: ISO 32000-2 7.7 (document structure).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.base.problem import InputError, Place, problem
from reportpdf.layout.display import Document, LinkItem, Page, PictureItem
from reportpdf.paint.catalog import describe
from reportpdf.paint.colour import fill_operators
from reportpdf.paint.encode import FaceEncoder
from reportpdf.paint.font_objects import EmbeddedPlane
from reportpdf.paint.font_tables import DamagedFontError, FontTables, read_tables
from reportpdf.paint.images import ImageShelf
from reportpdf.paint.numbers import number
from reportpdf.paint.page_stream import Origin, PageWriter
from reportpdf.paint.pdf_file import PAGE_LEVEL, PdfFile, Stream
from reportpdf.paint.photo_records import ImageBytes
from reportpdf.paint.text_stream import TextWriter, font_name
from reportpdf.press.colour import ColourSpace
from reportpdf.press.sheet import SheetBoxes, screen_boxes
from reportpdf.text.face import Face, FontSet

_FPO_TINT = Ink(0.0, 0.0, 0.0, 0.12, screen=(228, 228, 228))
"""What stands for a photo that turned out to have no picture after the page was laid out."""

ImageSource = Callable[[PictureItem], ImageBytes | None]
"""Gives the JPEG of a placed picture, cropped and sized for its frame; None: an FPO tint is painted."""


def paint_document(
    document: Document,
    fonts: FontSet,
    images: ImageSource,
    *,
    boxes: SheetBoxes | None = None,
    space: ColourSpace = ColourSpace.SRGB,
    created: datetime | None = None,
) -> bytes:
    """The PDF of ``document``; see :func:`write_document`."""
    file = BytesIO()
    write_document(file, document, fonts, images, boxes=boxes, space=space, created=created)
    return file.getvalue()


def write_document(
    file: BinaryIO,
    document: Document,
    fonts: FontSet,
    images: ImageSource,
    *,
    boxes: SheetBoxes | None = None,
    space: ColourSpace = ColourSpace.SRGB,
    created: datetime | None = None,
) -> None:
    """Writes the PDF of ``document`` to ``file``.

    ``boxes`` default to the screen edition's, where the reader sees the trim. ``created`` is the date the
    document states; without it none is stated, so that equal input gives equal bytes.

    Raises:
        InputError: a font file turns out to be damaged.
    """
    boxes = boxes or screen_boxes(document.trim)
    pdf = PdfFile()
    origin = Origin(-boxes.media.x, boxes.media.bottom)
    fills = fill_operators(_inks(document), space)
    faces = _Faces(fonts)
    text = TextWriter(faces.encoder, fills)
    shelf = ImageShelf(images, fills[_FPO_TINT])
    pages = PageWriter(text, fills, origin)
    references = [_add_page(pdf, page, *pages.write(page), boxes, shelf) for page in document.pages]
    for number_of_face, key in enumerate(text.order, 1):
        pdf.delayedFonts.extend(faces.planes(key, number_of_face))
    pdf.delayedFonts.append(shelf)
    info = describe(pdf, document, references, origin.y, created)
    pdf.write(file, info)


class _Faces:
    """The faces a document uses, opened when first met."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._open: dict[str, tuple[FaceEncoder, FontTables]] = {}

    def encoder(self, key: str) -> FaceEncoder:
        known = self._open.get(key)
        if known is None:
            face = self._fonts[key]
            tables = _tables(face)
            known = self._open[key] = FaceEncoder(face, cff=tables.cff), tables
        return known[0]

    def planes(self, key: str, number_of_face: int) -> list[EmbeddedPlane]:
        encoder, tables = self._open[key]
        return [
            EmbeddedPlane(font_name(number_of_face, i), encoder, plane, tables)
            for i, plane in enumerate(encoder.planes)
        ]


def _tables(face: Face) -> FontTables:
    try:
        return read_tables(face)
    except DamagedFontError as error:
        raise InputError(problem("font-damaged", Place(face.path), part=error.part)) from error


def _inks(document: Document) -> set[Ink]:
    inks = {_FPO_TINT}
    for page in document.pages:
        inks.update(item.ink for item in page.items if not isinstance(item, PictureItem | LinkItem))
    return inks


def _add_page(
    pdf: PdfFile,
    page: Page,
    content: bytes,
    pictures: tuple[tuple[str, PictureItem], ...],
    boxes: SheetBoxes,
    shelf: ImageShelf,
) -> str:
    """Adds a page with its content; all pages share one dictionary of fonts."""
    resources: dict[str, object] = {"Font": pdf.register(pdf.fonts)}
    if pictures:
        resources["XObject"] = shelf.place(pictures)
    entries: dict[str, object] = {
        "MediaBox": _box(boxes.media, boxes),
        "BleedBox": _box(boxes.bleed, boxes),
        "TrimBox": _box(boxes.trim, boxes),
        "Resources": PDFDictionary(resources),
        "Contents": pdf.register(Stream(content, PAGE_LEVEL)),
    }
    links = [item for item in page.items if isinstance(item, LinkItem)]
    if links:
        from reportpdf.paint.links import link_annotation  # few pages have any

        annotations = (pdf.register(link_annotation(item, _box(item.rect, boxes))) for item in links)
        entries["Annots"] = f"[{' '.join(annotations)}]"
    return pdf.add_page(entries)


def _box(rect: Rect, boxes: SheetBoxes) -> str:
    """A page box, from the media box's lower left corner: left, bottom, right, top."""
    left, top = rect.x - boxes.media.x, boxes.media.bottom - rect.y
    return f"[{number(left)} {number(top - rect.height)} {number(left + rect.width)} {number(top)}]"
