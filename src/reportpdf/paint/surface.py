"""A display list becomes a PDF.

Comes in: a :class:`~reportpdf.layout.display.Document`, the faces its clusters name, and the photos as
JPEG. Goes out: the bytes of a PDF 1.7, the same for the same input. Page streams are compressed as they are
made; fonts are subset when every glyph is known, and photos are asked for last of all.
Source: ISO 32000-2 7.7 (document structure).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout.display import Document, LinkItem, PictureItem
from reportpdf.model.claims import Claims
from reportpdf.model.standards import Want
from reportpdf.paint.attachments import Attachment, attach
from reportpdf.paint.catalog import describe
from reportpdf.paint.colour import STATES, fill_operators, ink_operator, spot_name, spot_space
from reportpdf.paint.faces import OpenFaces
from reportpdf.paint.images import ImageShelf
from reportpdf.paint.intents import declare
from reportpdf.paint.numbers import number
from reportpdf.paint.page_stream import Origin, PageWriter
from reportpdf.paint.pdf_file import PAGE_LEVEL, PdfFile, Stream
from reportpdf.paint.photo_records import ImageBytes
from reportpdf.paint.tags import TagTree
from reportpdf.paint.text_stream import TextWriter
from reportpdf.press.colour import ColourSpace
from reportpdf.press.edition import SCREEN, Edition
from reportpdf.press.sheet import SheetBoxes, screen_boxes
from reportpdf.press.structure import Structure, plan_structure
from reportpdf.text.face import FontSet

_FPO_TINT = Ink(0.0, 0.0, 0.0, 0.12, screen=(228, 228, 228))
"""What stands for a photo that turned out to have no picture after the page was laid out."""

ImageSource = Callable[[PictureItem], ImageBytes | None]
"""Gives the JPEG of a placed picture, cropped and sized for its frame; None: an FPO tint is painted."""


def paint_document(
    document: Document,
    fonts: FontSet,
    images: ImageSource,
    *,
    edition: Edition = SCREEN,
    boxes: SheetBoxes | None = None,
    attachment: Attachment | None = None,
) -> bytes:
    """The PDF of ``document``; see :func:`write_document`."""
    file = BytesIO()
    write_document(file, document, fonts, images, edition=edition, boxes=boxes, attachment=attachment)
    return file.getvalue()


def write_document(
    file: BinaryIO,
    document: Document,
    fonts: FontSet,
    images: ImageSource,
    *,
    edition: Edition = SCREEN,
    boxes: SheetBoxes | None = None,
    attachment: Attachment | None = None,
) -> None:
    """Writes the PDF of ``document`` to ``file``, as its edition wants it. Every PDF is tagged, whether or
    not its edition claims a standard that asks for it.

    ``boxes`` default to the screen edition's, where the reader sees the trim. Without a date in the edition
    none is stated, so that equal input gives equal bytes.

    Raises:
        InputError: a font file turns out to be damaged.
        ResourceError: the profile of the output intent is not there.
    """
    boxes = boxes or screen_boxes(document.trim)
    claims = edition.claims
    pdf = PdfFile(claims.version)
    origin = Origin(-boxes.media.x, boxes.media.bottom)
    fills = fill_operators(_inks(document), edition.space)
    faces = OpenFaces(fonts)
    text = TextWriter(faces.encoder, fills)
    press = edition.space is ColourSpace.CMYK
    shelf = ImageShelf(images, ink_operator(_FPO_TINT) if press else fills[_FPO_TINT])
    pages = PageWriter(text, fills, origin, press=press)
    structure = plan_structure(document)
    shared = _press_resources(pdf, document) if press else {}
    written = _write_pages(pdf, document, pages, structure, boxes, shelf, shared, edition)
    pdf.delayedFonts += [*faces.all_planes(text.order), shelf]
    headings = _write_tree(pdf, structure, claims, written, origin)
    if attachment is not None:
        attach(pdf, attachment)
    declare(pdf, claims.intents, edition.space, edition.condition)
    info = describe(pdf, document, claims, written.pages, origin.y, edition.date, written.identity, headings)
    pdf.write(file, info)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Written:
    """The pages' references, those of their links in order, and a digest of what is on the pages."""

    pages: list[str]
    links: list[str]
    identity: str


def _write_pages(
    pdf: PdfFile,
    document: Document,
    pages: PageWriter,
    structure: Structure,
    boxes: SheetBoxes,
    shelf: ImageShelf,
    shared: dict[str, object],
    edition: Edition,
) -> _Written:
    """All pages, their links among them where the edition has any."""
    linked = edition.links and edition.claims.allows(Want.LINKS)
    digest = sha256()
    written, links = [], list[str]()
    for index, page in enumerate(document.pages):
        content, pictures = pages.write(page, structure.pages[index])
        digest.update(content)
        marked: dict[str, object] = {"StructParents": index, "Tabs": "/S"}
        items = [item for item in page.items if isinstance(item, LinkItem)] if linked else []
        if items:
            from reportpdf.paint.links import link_annotation  # few pages have any

            first = len(document.pages) + len(links)
            own = [
                pdf.register(link_annotation(item, _box(item.rect, boxes), first + i))
                for i, item in enumerate(items)
            ]
            links += own
            marked["Annots"] = f"[{' '.join(own)}]"
        written.append(_add_page(pdf, content, pictures, boxes, shelf, shared, marked))
    return _Written(written, links, digest.hexdigest()[:32])


def _write_tree(
    pdf: PdfFile, structure: Structure, claims: Claims, written: _Written, origin: Origin
) -> tuple[str, ...]:
    """The structure tree, and its headings where bookmarks have to point to them."""
    tree = TagTree(pdf, structure, version=claims.version)
    tree.write(written.pages, written.links, (origin.x, origin.y))
    return tree.heading_references if claims.linked_structure else ()


def _press_resources(pdf: PdfFile, document: Document) -> dict[str, object]:
    """Graphics states of a press page, and the spaces of its spot colours."""
    resources: dict[str, object] = {"ExtGState": pdf.add(dict(STATES))}
    spots = sorted({ink.spot: ink for ink in _inks(document) if ink.spot}.items())
    if spots:
        resources["ColorSpace"] = pdf.add({spot_name(ink): spot_space(name, ink) for name, ink in spots})
    return resources


def _inks(document: Document) -> set[Ink]:
    inks = {_FPO_TINT}
    for page in document.pages:
        inks.update(item.ink for item in page.items if not isinstance(item, PictureItem | LinkItem))
    return inks


def _add_page(
    pdf: PdfFile,
    content: bytes,
    pictures: tuple[tuple[str, PictureItem], ...],
    boxes: SheetBoxes,
    shelf: ImageShelf,
    shared: dict[str, object],
    marked: dict[str, object],
) -> str:
    """Adds a page with its content; all pages share one dictionary of fonts, states and colour spaces.

    ``marked`` are the entries by which the structure tree finds the page, and its links.
    """
    resources: dict[str, object] = {"Font": pdf.register(pdf.fonts), **shared}
    if pictures:
        resources["XObject"] = shelf.place(pictures)
    return pdf.add_page(
        {
            "MediaBox": _box(boxes.media, boxes),
            "BleedBox": _box(boxes.bleed, boxes),
            "TrimBox": _box(boxes.trim, boxes),
            "Resources": PDFDictionary(resources),
            "Contents": pdf.register(Stream(content, PAGE_LEVEL)),
            **marked,
        }
    )


def _box(rect: Rect, boxes: SheetBoxes) -> str:
    """A page box, from the media box's lower left corner: left, bottom, right, top."""
    left, top = rect.x - boxes.media.x, boxes.media.bottom - rect.y
    return f"[{number(left)} {number(top - rect.height)} {number(left + rect.width)} {number(top)}]"
