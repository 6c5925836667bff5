"""Links of a page as annotations.

Comes in: a link item and its rectangle as written. Goes out: the annotation's dictionary. It is not printed
and has no border: how a link looks has been decided. Source: ISO 32000-2 12.5.6.5 (link annotations),
12.6.4.8 (URI actions); ISO 14289-1 7.18.5 (Contents tells where it leads).
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from reportpdf.layout.display import LinkItem


def link_annotation(item: LinkItem, rect: str) -> PDFDictionary:
    """The annotation that opens the item's address."""
    action = PDFDictionary({"S": "/URI", "URI": PDFString(item.address)})
    return PDFDictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": rect,
            "Border": "[0 0 0]",
            "Contents": PDFString(item.words),
            "A": action,
        }
    )
