"""What a reader's program shows about the document: properties, language, bookmarks, page labels.

Comes in: the display list's document and its pages as objects. Goes out: entries of the catalog and the
Info dictionary. XMP and Info say the same, and neither asks the clock.
Source: ISO 32000-2 7.7.2 (catalog), 12.3.3 (outlines), 12.4.2 (page labels), 14.3 (metadata);
ISO 16684-1 (XMP).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from reportpdf import __version__
from reportpdf.layout.display import Document
from reportpdf.paint.numbers import number
from reportpdf.paint.pdf_file import PdfFile, Stream

PRODUCER = f"reportpdf {__version__}"


def describe(
    file: PdfFile, document: Document, pages: Sequence[str], top: float, created: datetime | None
) -> PDFDictionary:
    """Fills the catalog and returns the Info dictionary.

    ``top`` is the height of the trim's upper edge above the page's origin; ``created`` (with its zone) is
    the date that the document is given, if any.
    """
    catalog = file.Catalog
    catalog.Lang = PDFString(document.language)
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    if document.pages:
        first = document.pages[0].number
        catalog.PageLabels = PDFDictionary({"Nums": f"[0 <</S /D /St {max(first, 1)}>>]"})
    if document.outline:
        catalog.Outlines = _outline(file, document, pages, top)
    packet = _xmp(document, created).encode("utf-8")
    # Stored uncompressed, so that any program can find the packet in the file (ISO 16684-1 7.3)
    catalog.Metadata = Stream(packet, 0, Type="/Metadata", Subtype="/XML")
    entries: dict[str, object] = {"Producer": PDFString(PRODUCER)}
    for key, text in (("Title", document.title), ("Author", document.author), ("Subject", document.subject)):
        if text:
            entries[key] = PDFString(text)
    if created:
        entries["CreationDate"] = entries["ModDate"] = PDFString(_pdf_date(created))
    return PDFDictionary(entries)


def _outline(file: PdfFile, document: Document, pages: Sequence[str], top: float) -> PDFDictionary:
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
        if i:
            item["Prev"] = references[i - 1]
        if i + 1 < len(items):
            item["Next"] = references[i + 1]
    root.dict.update(Type="/Outlines", First=references[0], Last=references[-1], Count=len(items))
    return root


def _xmp(document: Document, created: datetime | None) -> str:
    """The XMP packet."""
    rows = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:language><rdf:Bag><rdf:li>{_xml(document.language)}</rdf:li></rdf:Bag></dc:language>",
    ]
    if document.title:
        rows.append(f"<dc:title>{_alternatives(document.title, document.language)}</dc:title>")
    if document.author:
        rows.append(f"<dc:creator><rdf:Seq><rdf:li>{_xml(document.author)}</rdf:li></rdf:Seq></dc:creator>")
    if document.subject:
        rows.append(f"<dc:description>{_alternatives(document.subject, document.language)}</dc:description>")
    rows.append(f"<pdf:Producer>{PRODUCER}</pdf:Producer>")
    if created:
        date = created.isoformat(timespec="seconds")
        rows.extend(
            f"<xmp:{name}>{date}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")
        )
    body = "\n".join(rows)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\n'
        f'{body}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    )


def _alternatives(text: str, language: str) -> str:
    """The text as a language alternative: the default, and the same under its language."""
    words = _xml(text)
    return (
        f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li>'
        f'<rdf:li xml:lang="{_xml(language)}">{words}</rdf:li></rdf:Alt>'
    )


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _pdf_date(moment: datetime) -> str:
    """A PDF date, e.g. ``D:20250110083000+08'00``. Source: ISO 32000-2 7.9.4."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}" if zone else "")
