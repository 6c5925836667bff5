"""The structure tree becomes objects of the file.

Comes in: a :class:`~reportpdf.press.structure.Structure` and the pages' references. Goes out: StructTreeRoot
with its elements and parent tree, and the operators that open and close marked content on a page.
Source: ISO 32000-2 14.6 (marked content), 14.7 (logical structure); ISO 14289-1 7.1; ISO 14289-2 8.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFString

from reportpdf.paint.numbers import number
from reportpdf.paint.pdf_file import PdfFile
from reportpdf.press.structure import Content, Element, Linked, Marked, Structure

PDF2_STRUCTURE = "http://iso.org/pdf2/ssn"
"""The namespace of PDF 2.0's standard structure types. Source: ISO 32000-2 14.8.6."""

CLOSE = "EMC"


def opening(marked: Marked) -> str:
    """The operator that opens a piece of marked content."""
    if marked.mcid is None:
        return "/Artifact BMC"
    return f"/{marked.kind} <</MCID {marked.mcid}>> BDC"


class Raw(PDFObject):
    """An object whose bytes are known: elements are many, and reportlab's dictionaries are slow."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: PdfFile) -> bytes:  # noqa: ARG002  reportlab calls it with one
        return self.text.encode("latin-1")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Around:
    """What elements refer to: pages and links by reference, the trim's corner, the entry of the namespace."""

    pages: Sequence[str]
    links: Sequence[str]
    place: tuple[float, float]
    space: str

    def kid(self, child: Content | Linked, home: int) -> str:
        """A piece of content, or a link's annotation, as an element names it."""
        if isinstance(child, Linked):
            return f"<</Type /OBJR /Pg {self.pages[child.page]} /Obj {self.links[child.number]}>>"
        if child.page == home:
            return str(child.mcid)
        return f"<</Type /MCR /Pg {self.pages[child.page]} /MCID {child.mcid}>>"


class TagTree:
    """Registers the elements of a structure; ``heading_references`` are those of the section headings."""

    def __init__(self, pdf: PdfFile, structure: Structure, *, version: str) -> None:
        self._pdf = pdf
        self._structure = structure
        self._made: dict[int, Raw] = {}
        self._references: dict[int, str] = {}
        self._modern = version.startswith("2.")

    @property
    def heading_references(self) -> tuple[str, ...]:
        return tuple(self._reference(element) for element in self._structure.headings)

    def write(self, pages: Sequence[str], links: Sequence[str], place: tuple[float, float]) -> None:
        """Fills the catalog. ``pages`` and ``links`` are references, ``place`` is where the trim's upper
        left corner lies on each page, from the lower left, y upward."""
        pdf = self._pdf
        tree = PDFDictionary({"Type": "/StructTreeRoot"})
        root = pdf.register(tree)
        space = ""
        if self._modern:
            namespace = pdf.add({"Type": "/Namespace", "NS": PDFString(PDF2_STRUCTURE)})
            tree["Namespaces"] = f"[{namespace}]"
            space = f" /NS {namespace}"
        self._write_element(self._structure.root, root, _Around(pages, links, place, space))
        tree["K"] = f"[{self._reference(self._structure.root)}]"
        rows = [
            f"{page} [{' '.join(self._reference(element) for element in owners)}]"
            for page, owners in enumerate(self._structure.owners)
        ]
        rows += [
            f"{len(pages) + number} {self._reference(link)}"
            for number, link in enumerate(self._structure.links)
            if links
        ]
        tree["ParentTree"] = pdf.register(Raw(f"<</Nums [{' '.join(rows)}]>>"))
        tree["ParentTreeNextKey"] = len(rows)
        pdf.Catalog.StructTreeRoot = tree
        pdf.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _reference(self, element: Element) -> str:
        known = self._references.get(id(element))
        if known is None:
            made = self._made[id(element)] = Raw("")
            known = self._references[id(element)] = self._pdf.register(made)
        return known

    def _write_element(self, element: Element, parent: str, around: _Around) -> None:
        """The element and all below it; without recursion deeper than the tree, which is five deep."""
        reference = self._reference(element)
        home = element.first_page()
        kids: list[str] = []
        for child in element.children:
            if isinstance(child, Element):
                if child.kind != "Link" or around.links:
                    kids.append(self._reference(child))
                    self._write_element(child, reference, around)
            else:
                kids.append(around.kid(child, home))
        parts = [f"<</Type /StructElem /S /{element.kind} /P {parent}"]
        if home >= 0:
            parts.append(f"/Pg {around.pages[home]}")
        parts.append(f"/K [{' '.join(kids)}]{around.space}")
        if element.alt:
            parts.append(f"/Alt {self._string(element.alt)}")
        if element.box is not None and home >= 0:
            x, y = around.place
            box = element.box
            corners = (x + box.x, y - box.bottom, x + box.right, y - box.y)
            parts.append(f"/A <</O /Layout /Placement /Block /BBox [{' '.join(map(number, corners))}]>>")
        if element.scope:
            parts.append(f"/A <</O /Table /Scope /{element.scope}>>")
        self._made[id(element)].text = " ".join(parts) + ">>"

    def _string(self, words: str) -> str:
        """Words as a hexadecimal string in UTF-16 with its mark. Source: ISO 32000-2 7.9.2.2."""
        return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"
