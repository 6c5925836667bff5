"""The structure tree of a document: what each piece of a page is, in the order it is read.

Comes in: a document's display lists, whose items say their role and the path of their source. Goes out: a
:class:`Structure`: elements with their content, and for each page which of its items are one piece of
marked content or furniture. Source: ISO 32000-2 14.7, 14.8; ISO 14289-1 7.1 to 7.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import Document, Item, LinkItem, PictureItem, Role, Tag, TextItem

_PATH = re.compile(r"sections\[(\d+)\](?:\.(callouts|photos)\[(\d+)\])?(?:\.(\w+))?")
_CELL = re.compile(r"table\[(\d+)\]\.(head|row)\[(\d+)\]\.cell\[(\d+)/(\d+)\]")
"""A cell of a form's table: which table, head or row, its number, the cell and how many there are."""

_BYLINE = re.compile(r"byline\[\d+\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """Items ``start`` to ``end`` of a page, drawn as one piece: content ``mcid``, or furniture (None)."""

    start: int
    end: int
    mcid: int | None
    kind: str
    """The structure type of the element it belongs to, or ``Artifact``."""


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content of an element: page index and number on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Linked:
    """The annotation of a link: its page, and its number among all links of the document."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """An element: a standard structure type, and what is in it in reading order.

    ``alt`` stands for a picture; ``box`` is where it lies, in the page's points, y downward.
    """

    kind: str
    children: list[Element | Content | Linked] = field(default_factory=list)
    alt: str = ""
    box: Rect | None = None
    scope: str = ""
    """What a head of a table is the head of: ``Column``."""

    def first_page(self) -> int:
        """The page its first content is on; -1 if it has none."""
        for child in self.children:
            page = child.first_page() if isinstance(child, Element) else child.page
            if page >= 0:
                return page
        return -1


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """The tree, the marked content of every page, and by page the element each piece belongs to."""

    root: Element
    pages: tuple[tuple[Marked, ...], ...]
    owners: tuple[tuple[Element, ...], ...]
    links: tuple[Element, ...]
    """The element of each link, in the order of their numbers."""

    headings: tuple[Element, ...]
    """Headings of sections, in order: what bookmarks point to where a standard asks for it."""


class _Tree:
    """Grows while the pages are gone through; elements are found again by their source's path."""

    def __init__(self, document: Document, captions: dict[str, str]) -> None:
        self._captions = captions
        self.root = Element("Document")
        self.headings: list[Element] = []
        self._titled = any(
            isinstance(item, TextItem) and item.tag.role is Role.TITLE
            for page in document.pages
            for item in page.items
        )
        self._known: dict[tuple[str, ...], Element] = {}
        self._section: Element = self.root

    def owner(self, tag: Tag, box: Rect | None) -> Element:
        """The element that a piece with that tag belongs to, made if it is new."""
        part = f"#{tag.part}" if tag.part else ""
        found = _PATH.fullmatch(tag.path)
        if found is None:
            if cell := _CELL.fullmatch(tag.path):
                return self._cell(cell)
            byline = _BYLINE.match(tag.path)
            return self._under(self.root, self._kind(tag.role), byline[0] if byline else tag.path + part)
        section, group, index, name = found.groups()
        if tag.role is Role.HEADING:
            return self._heading(f"sections[{section}]")
        if group == "photos":
            path = f"sections[{section}].photos[{index}]"
            figure = self._under(self._section, "Figure", path)
            figure.alt = self._captions.get(path, NAMELESS)
            if tag.role is Role.CAPTION:
                return self._under(figure, "Caption", f"{path}.caption")
            figure.box = figure.box or box
            return figure
        if group == "callouts":
            callout = self._under(self._section, "Sect", f"sections[{section}].callouts[{index}]")
            return self._under(callout, "P", tag.path + part)
        if name == "quote":
            quote = self._under(self._section, "BlockQuote", tag.path)
            return self._under(quote, "P", tag.path + part + " words")
        return self._under(self._section, self._kind(tag.role), tag.path + part)

    def _cell(self, found: re.Match[str]) -> Element:
        """A cell in its row in its table. A row has all its cells, for empty ones are cells too."""
        number, kind, index, cell, count = found.groups()
        table = self._under(self.root, "Table", f"table[{number}]")
        path = f"table[{number}].{kind}[{index}]"
        new = (path,) not in self._known
        row = self._under(table, "TR", path)
        if new:
            for i in range(int(count)):
                made = self._under(row, "TD" if kind == "row" else "TH", f"{path}.cell[{i}]")
                made.scope = "" if kind == "row" else "Column"
        return self._known[f"{path}.cell[{cell}]",]

    def _heading(self, path: str) -> Element:
        """The heading of a section, which opens it."""
        known = self._known.get((path, "heading"))
        if known is None:
            self._section = Element("Sect")
            self.root.children.append(self._section)
            known = Element("H2" if self._titled else "H1")
            self._section.children.append(known)
            self._known[path, "heading"] = known
            self.headings.append(known)
        return known

    def _kind(self, role: Role) -> str:
        """A role as a structure type. Heading levels must not skip (ISO 14289-1 7.4.2)."""
        return {Role.TITLE: "H1", Role.HEADING: "H2", Role.CAPTION: "Caption"}.get(role, "P")

    def _under(self, parent: Element, kind: str, path: str) -> Element:
        known = self._known.get((path,))
        if known is None:
            known = self._known[path,] = Element(kind)
            parent.children.append(known)
        return known


NAMELESS = "照片"
"""What stands for a photo without a caption."""


def plan_structure(document: Document) -> Structure:
    """The structure of a document. What stands for a photo is its caption."""
    tree = _Tree(document, _captions(document))
    pages: list[tuple[Marked, ...]] = []
    owners: list[tuple[Element, ...]] = []
    links: list[Element] = []
    for number, page in enumerate(document.pages):
        marked: list[Marked] = []
        its_owners: list[Element] = []
        for start, end, tag in _runs(page.items):
            if tag.role is Role.ARTIFACT:
                marked.append(Marked(start, end, None, "Artifact"))
                continue
            first = page.items[start]
            box = first.rect if isinstance(first, PictureItem) else None
            element = tree.owner(tag, box)
            drawn = any(not isinstance(item, LinkItem) for item in page.items[start:end])
            for item in page.items[start:end]:
                if isinstance(item, LinkItem):
                    link = Element("Link", [Linked(number, len(links))], alt=item.words)
                    element.children.append(link)
                    links.append(link)
            if not drawn:
                continue
            element.children.append(Content(number, len(its_owners)))
            marked.append(Marked(start, end, len(its_owners), element.kind))
            its_owners.append(element)
        pages.append(tuple(marked))
        owners.append(tuple(its_owners))
    return Structure(tree.root, tuple(pages), tuple(owners), tuple(links), tuple(tree.headings))


def _runs(items: tuple[Item, ...]) -> Iterator[tuple[int, int, Tag]]:
    """Runs of items that belong together: the same role and source, or furniture. What draws nothing is
    left out, for an element must not have content that is not there."""
    at = 0
    for _, group in groupby(items, lambda item: (item.tag.role, item.tag.path, item.tag.part)):
        members = list(group)
        if any(not isinstance(item, TextItem) or item.clusters for item in members):
            yield at, at + len(members), members[0].tag
        at += len(members)


def _captions(document: Document) -> dict[str, str]:
    """The words of each caption, by the path of its photo."""
    words: dict[str, str] = {}
    for page in document.pages:
        for item in page.items:
            path = item.tag.path
            if isinstance(item, TextItem) and item.tag.role is Role.CAPTION and path.endswith(".caption"):
                photo = path.removesuffix(".caption")
                words[photo] = words.get(photo, "") + "".join(cluster.text for cluster in item.clusters)
    return words
