"""What an XMP packet says, read with a parser that knows nothing of who wrote it.

Comes in: the packet's bytes. Goes out: its simple properties by namespace and name, and the title, authors
and description. Source: ISO 16684-1 7 (serialisation in RDF/XML).
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class XmpFacts:
    """Simple properties by (namespace, name), and what the document is called; empty where nothing is
    said."""

    simple: tuple[tuple[tuple[str, str], str], ...]
    title: str
    author: str
    subject: str

    def get(self, namespace: str, name: str) -> str:
        """The value of a simple property."""
        return dict(self.simple).get((namespace, name), "")


def read_xmp(packet: bytes) -> XmpFacts:
    """The facts of a packet.

    Raises:
        ValueError: it is no XML.
    """
    try:
        tree = ElementTree.fromstring(packet)
    except ElementTree.ParseError as error:
        raise ValueError(f"the XMP packet is no XML: {error}") from error
    simple: list[tuple[tuple[str, str], str]] = []
    lists: dict[str, str] = {}
    for described in tree.iter(f"{_RDF}Description"):
        for item in described:
            if len(item) == 0 and item.tag[0] == "{":
                namespace, _, name = item.tag[1:].partition("}")
                simple.append(((namespace, name), item.text or ""))
            elif item.tag.startswith(_DC):
                entries = [entry.text or "" for entry in item.iter(f"{_RDF}li")]
                lists[item.tag[len(_DC) :]] = entries[0] if entries else ""
    return XmpFacts(
        tuple(simple), lists.get("title", ""), lists.get("creator", ""), lists.get("description", "")
    )
