"""The body of a Word document, walked down once: paragraphs with their looks, tables, pictures.

In: the document's XML through python-docx. Out: :class:`Paragraph`, :class:`Table` and
:class:`~reportpdf.source.intake.records.Image` records
in reading order, and what was met that has no place in a report.
Insertions of tracked changes are taken, deletions not, as if all were accepted; of alternatives the first.
Source: ISO/IEC 29500-1 17.3 (paragraphs), 17.4 (tables), 17.13.5 (revisions); 29500-3 10 (alternatives).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportpdf.base.problem import Place
from reportpdf.source.intake.numbering import Numbering
from reportpdf.source.intake.records import Image
from reportpdf.source.intake.word_styles import Look, Styles, on

_SKIPPED = frozenset(
    [
        "w:del",
        "w:moveFrom",
        "w:instrText",
        "w:delText",
        "w:rPr",
        "w:pPr",
        "w:tblPr",
        "w:tblGrid",
        "w:trPr",
        "w:tcPr",
        "w:sectPr",
        "w:rt",
        "mc:Fallback",
    ]
)
_LEFT_OUT = {
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "footnote",
    "w:commentReference": "comment",
    "w:object": "object",
    "w:rt": "reading",
    "w:sym": "symbol",
}
"""What is met and has no place in a report, by the word that tells of it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's pieces, each bold or not, and how it looks."""

    runs: tuple[tuple[str, bool], ...]
    look: Look
    number: str
    listed: bool
    place: Place

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(piece for piece, _ in self.runs).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows, each with what stands in it."""

    rows: tuple[tuple[tuple[Item, ...], ...], ...]
    place: Place


Item = Paragraph | Table | Image


class Body:
    """Walks a document; ``met`` and ``linked`` tell what was left out."""

    def __init__(self, document: Any, shown: str) -> None:
        from docx.oxml.ns import nsmap, qn

        self._names: dict[str, str] = {
            qn(f"{prefix}:x")[:-1]: prefix for prefix in ("w", "a", "r", "m", "wp") if prefix in nsmap
        }
        self._names["{http://schemas.openxmlformats.org/markup-compatibility/2006}"] = "mc"
        self._names["{urn:schemas-microsoft-com:vml}"] = "v"
        self._names["{http://schemas.openxmlformats.org/officeDocument/2006/math}"] = "m"
        self._qn = qn
        self._part = document.part
        self._root = document.element.body
        self._shown = shown
        self._styles = Styles(document, qn)
        self._numbering = Numbering(_numbering_root(document), qn)
        self._count = 0
        self.met: dict[str, int] = {}
        self.linked = 0

    def items(self) -> tuple[Item, ...]:
        """Everything in the body."""
        return tuple(self._container(self._root))

    def _tag(self, element: Any) -> str:
        """The element's name with the usual prefix; empty for a comment or a foreign one."""
        if not isinstance(element.tag, str):
            return ""
        space, _, name = element.tag.partition("}")
        prefix = self._names.get(space + "}")
        return f"{prefix}:{name}" if prefix else name

    def _container(self, element: Any) -> Iterator[Item]:
        """Paragraphs and tables, whatever they are wrapped in."""
        for child in element:
            tag = self._tag(child)
            if tag == "w:p":
                yield from self._paragraph(child)
            elif tag == "w:tbl":
                yield self._table(child)
            elif tag and tag not in _SKIPPED:
                yield from self._container(child)

    def _table(self, element: Any) -> Table:
        self._count += 1
        place = self._place()
        qn = self._qn
        rows = (
            tuple(tuple(self._container(cell)) for cell in row.iterfind(qn("w:tc")))
            for row in element.iterfind(qn("w:tr"))
        )
        return Table(tuple(rows), place)

    def _place(self) -> Place:
        """Word counts no lines: the paragraph's number in the body."""
        return Place(self._shown, path=f"¶{self._count}")

    def _paragraph(self, element: Any) -> Iterator[Item]:
        """The paragraph, then the pictures and text boxes that hang on it."""
        self._count += 1
        place = self._place()
        look = self._styles.of(element)
        runs: list[tuple[str, bool]] = []
        hung: list[Item] = []
        for piece in self._pieces(element, look):
            if isinstance(piece, tuple):
                runs.append(piece)
            else:
                hung.append(piece)
        number, listed = self._numbered(element, look)
        paragraph = Paragraph(tuple(runs), look, number, listed, place)
        if paragraph.words:
            yield paragraph
        yield from hung

    def _numbered(self, element: Any, look: Look) -> tuple[str, bool]:
        """The number before the paragraph, and whether it is an item of a list."""
        number_id, level = self._styles.list_of(element, look)
        if number_id in ("", "0"):
            return "", False
        return self._numbering.next(number_id, level), True

    def _pieces(self, element: Any, look: Look) -> Iterator[tuple[str, bool] | Item]:
        """Words with their weight, and what else stands in a paragraph."""
        for child in element:
            tag = self._tag(child)
            if tag == "w:r":
                yield from self._run(child, look)
            elif tag in ("m:t",):
                yield (child.text or "", False)
            elif tag and tag not in _SKIPPED:
                yield from self._pieces(child, look)

    def _run(self, run: Any, look: Look) -> Iterator[tuple[str, bool] | Item]:
        properties = run.find(self._qn("w:rPr"))
        if properties is not None and on(properties, "w:vanish", self._qn):
            return
        bold = self._styles.bold(properties, look)
        for child in run:
            yield from self._in_run(child, bold)

    def _in_run(self, child: Any, bold: bool) -> Iterator[tuple[str, bool] | Item]:
        tag = self._tag(child)
        if tag == "w:t":
            yield (child.text or "", bold)
        elif tag in ("w:tab", "w:ptab"):
            yield (" ", bold)
        elif tag in ("w:br", "w:cr"):
            if child.get(self._qn("w:type"), "textWrapping") == "textWrapping":
                yield ("\n", bold)
        elif tag == "w:noBreakHyphen":
            yield ("-", bold)
        elif tag in ("a:blip", "v:imagedata"):
            yield from self._image(child)
        elif tag == "w:txbxContent":
            yield from self._container(child)
        elif tag in _LEFT_OUT:
            self._meet(_LEFT_OUT[tag])
            if tag == "w:object":
                yield from self._below(child, bold)
        elif tag and tag not in _SKIPPED:
            yield from self._below(child, bold)

    def _below(self, element: Any, bold: bool) -> Iterator[tuple[str, bool] | Item]:
        for child in element:
            if self._tag(child) == "w:r":
                yield from self._run(child, Look())
            else:
                yield from self._in_run(child, bold)

    def _image(self, element: Any) -> Iterator[Image]:
        """The bytes that a picture refers to; one that lies elsewhere is counted, never fetched."""
        key = element.get(self._qn("r:embed")) or element.get(self._qn("r:id"))
        relation = self._part.rels.get(key) if key else None
        if relation is None or relation.is_external:
            self.linked += 1
            return
        part = relation.target_part
        name = str(part.partname).rpartition("/")[2]
        yield Image(name, self._place(), content=part.blob)

    def _meet(self, what: str) -> None:
        self.met[what] = self.met.get(what, 0) + 1


def _numbering_root(document: Any) -> Any:
    """The numbering part's element, without making one where there is none."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None
