"""The source of a report inside its archive PDF.

Comes in: a file's name and bytes. Goes out: an embedded file, named in the catalog as the document's source.
Source: ISO 32000-2 7.11.4 (embedded files), 14.13 (associated files); ISO 19005-3 6.8; ISO 19005-4 annex B
(A-4f).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from reportpdf.paint.pdf_file import FONT_LEVEL, PdfFile, Stream

_YAML = "/application#2Fyaml"
"""The media type of YAML. Source: RFC 9512."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be embedded."""

    name: str
    data: bytes = field(repr=False)


def attach(pdf: PdfFile, attachment: Attachment) -> None:
    """Puts the file into the catalog as the source of the document."""
    params = f"<</Size {len(attachment.data)}>>"
    stream = pdf.register(
        Stream(attachment.data, FONT_LEVEL, Type="/EmbeddedFile", Subtype=_YAML, Params=params)
    )
    name = PDFString(attachment.name)
    specification = PDFDictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "Desc": PDFString("report"),
            "AFRelationship": "/Source",
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )
    reference = pdf.register(specification)
    names = PDFDictionary({"Names": f"[{str(name.format(pdf), 'latin-1')} {reference}]"})
    pdf.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    pdf.Catalog.AF = f"[{reference}]"
