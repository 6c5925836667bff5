"""The XMP packet: what the file says of itself, and which standards it claims.

Comes in: a document, the claims of its edition, a date and an identity. Goes out: the packet's text. Whatever
Info says, it says too. Source: ISO 16684-1 (XMP); ISO 19005-2 6.6 (extension schemas); ISO 15930-7 6.10.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportpdf import __version__
from reportpdf.layout.display import Document
from reportpdf.model.claims import Claims
from reportpdf.model.standards import PDFUA_ID, PDFX_ID

PRODUCER = f"reportpdf {__version__}"

_PDF = "http://ns.adobe.com/pdf/1.3/"
_NAMESPACES = (
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", _PDF),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
)

_SCHEMAS = (
    (
        "pdfxid",
        PDFX_ID,
        "PDF/X identification",
        (("GTS_PDFXVersion", "Text", "the standard kept"),),
    ),
    (
        "pdfuaid",
        PDFUA_ID,
        "PDF/UA identification",
        (("part", "Integer", "the part it conforms to"), ("rev", "Integer", "the year of that part")),
    ),
    ("pdf", _PDF, "Adobe PDF", (("Trapped", "Text", "whether it has been trapped"),)),
)
"""Properties beyond XMP 2005 that PDF/A-2 and -3 want described: prefix, namespace, name, properties."""


def packet(document: Document, claims: Claims, created: datetime | None, identity: str) -> str:
    """The whole packet. ``identity`` is 32 hexadecimal digits that stand for the file's contents."""
    marks = claims.marks
    rows = [*_described(document), f"<pdf:Producer>{PRODUCER}</pdf:Producer>", *_dates(created)]
    if claims.press:
        rows += [
            "<pdf:Trapped>False</pdf:Trapped>",
            f"<xmpMM:DocumentID>{_uuid(identity)}</xmpMM:DocumentID>",
            "<xmpMM:VersionID>1</xmpMM:VersionID>",
            "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        ]
    rows += [f"<{mark.prefix}:{mark.name}>{mark.value}</{mark.prefix}:{mark.name}>" for mark in marks]
    if claims.described:
        rows += _extensions(claims)
    spaces = dict((*_NAMESPACES, *((mark.prefix, mark.namespace) for mark in marks)))
    names = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    body = "\n".join(rows)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {names}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    )


def _described(document: Document) -> Iterator[str]:
    yield "<dc:format>application/pdf</dc:format>"
    yield f"<dc:language><rdf:Bag><rdf:li>{_xml(document.language)}</rdf:li></rdf:Bag></dc:language>"
    if document.title:
        yield f"<dc:title>{_alternatives(document.title, document.language)}</dc:title>"
    if document.author:
        yield f"<dc:creator><rdf:Seq><rdf:li>{_xml(document.author)}</rdf:li></rdf:Seq></dc:creator>"
    if document.subject:
        yield f"<dc:description>{_alternatives(document.subject, document.language)}</dc:description>"


def _dates(created: datetime | None) -> Iterator[str]:
    if created:
        date = created.isoformat(timespec="seconds")
        for name in ("CreateDate", "ModifyDate", "MetadataDate"):
            yield f"<xmp:{name}>{date}</xmp:{name}>"


def _extensions(claims: Claims) -> Iterator[str]:
    """The description of each schema beyond XMP 2005 that the packet uses (ISO 19005-2 6.6.2.3)."""
    used = {mark.prefix for mark in claims.marks} | ({"pdf"} if claims.press else set())
    schemas = [row for row in _SCHEMAS if row[0] in used]
    if not schemas:
        return
    yield (
        '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>'
    )
    for prefix, space, title, properties in schemas:
        yield (
            f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>'
            f"<pdfaSchema:namespaceURI>{space}</pdfaSchema:namespaceURI>"
            f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        )
        for name, kind, meaning in properties:
            yield (
                f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
                f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
                "<pdfaProperty:category>internal</pdfaProperty:category>"
                f"<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"
            )
        yield "</rdf:Seq></pdfaSchema:property></rdf:li>"
    yield "</rdf:Bag></pdfaExtension:schemas>"


def _uuid(identity: str) -> str:
    parts = identity[:8], identity[8:12], identity[12:16], identity[16:20], identity[20:32]
    return "uuid:" + "-".join(parts).lower()


def _alternatives(text: str, language: str) -> str:
    """The text as a language alternative: the default, and the same under its language."""
    words = _xml(text)
    return (
        f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li>'
        f'<rdf:li xml:lang="{_xml(language)}">{words}</rdf:li></rdf:Alt>'
    )


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
