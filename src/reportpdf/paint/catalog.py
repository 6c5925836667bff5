"""What a reader's program shows about the document: properties, language, bookmarks, page labels.

Comes in: the display list's document and its pages as objects. Goes out: entries of the catalog and the
Info dictionary. XMP and Info say the same, and neither asks the clock.
Source: ISO 32000-2 7.7.2 (catalog), 12.3.3 (outlines), 12.4.2 (page labels), 14.3 (metadata).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from reportpdf.layout.display import Document
from reportpdf.model.claims import Claims
from reportpdf.paint.numbers import number
from reportpdf.paint.pdf_file import PdfFile, Stream
from reportpdf.paint.xmp import PRODUCER, packet


def describe(
    file: PdfFile,
    document: Document,
    claims: Claims,
    pages: Sequence[str],
    top: float,
    created: datetime | None,
    identity: str,
    headings: Sequence[str] = (),
) -> PDFDictionary | None:
    """Fills the catalog and returns the Info dictionary; None where the standard has none (PDF/A-4).

    ``top`` is the height of the trim's upper edge above the page's origin; ``created`` (with its zone) is
    the date that the document is given, if any; ``headings`` are the elements that bookmarks point to where
    a standard asks for it.
    """
    catalog = file.Catalog
    catalog.Lang = PDFString(document.language)
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    if document.pages:
        first = document.pages[0].number
        catalog.PageLabels = PDFDictionary({"Nums": f"[0 <</S /D /St {max(first, 1)}>>]"})
    if document.outline:
        catalog.Outlines = _outline(file, document, pages, top, headings)
    xmp = packet(document, claims, created, identity).encode("utf-8")
    # Stored uncompressed, so that any program can find the packet in the file (ISO 16684-1 7.3)
    catalog.Metadata = Stream(xmp, 0, Type="/Metadata", Subtype="/XML")
    if claims.version.startswith("2."):
        return None  # ISO 19005-4 6.1.3: without PieceInfo no Info
    entries: dict[str, object] = {"Producer": PDFString(PRODUCER)}
    for key, text in (("Title", document.title), ("Author", document.author), ("Subject", document.subject)):
        if text:
            entries[key] = PDFString(text)
    if created:
        entries["CreationDate"] = entries["ModDate"] = PDFString(_pdf_date(created))
    entries.update((key, PDFString(value)) for key, value in claims.info)
    if claims.press:
        entries["Trapped"] = "/False"
    return PDFDictionary(entries)


def _outline(
    file: PdfFile, document: Document, pages: Sequence[str], top: float, headings: Sequence[str]
) -> PDFDictionary:
    """A flat list of bookmarks; each opens its page with its heading at the window's upper edge."""
    root = PDFDictionary()
    root_reference = file.register(root)
    items = [PDFDictionary() for _ in document.outline]
    references = [file.register(item) for item in items]
    for i, (entry, item) in enumerate(zip(document.outline, items, strict=True)):
        item.dict.update(
            Title=PDFString(entry.title),
            Parent=root_reference,
            Dest=f"[{pages[entry.page_index]} /XYZ null {number(top - entry.y)} null]",
        )
        if headings:
            item["SD"] = f"[{headings[i]} /XYZ null {number(top - entry.y)} null]"
        if i:
            item["Prev"] = references[i - 1]
        if i + 1 < len(items):
            item["Next"] = references[i + 1]
    root.dict.update(Type="/Outlines", First=references[0], Last=references[-1], Count=len(items))
    return root


def _pdf_date(moment: datetime) -> str:
    """A PDF date, e.g. ``D:20250110083000+08'00``. Source: ISO 32000-2 7.9.4."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}" if zone else "")
