"""What each PDF standard asks of a file, as records.

Comes in: nothing. Goes out: ``STANDARDS``, by the key that command line and job files use. Which of them one
file can keep together is for :mod:`reportpdf.model.claims` to say. Sources: ISO 15930-4, ISO 15930-7 (PDF/X),
ISO 19005-2, -3, -4 (PDF/A), ISO 14289-1, -2 (PDF/UA).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

PDFX_ID = "http://www.npes.org/pdfx/ns/id/"
PDFA_ID = "http://www.aiim.org/pdfa/ns/id/"
PDFUA_ID = "http://www.aiim.org/pdfua/ns/id/"


class Want(Enum):
    """What an edition may ask for that a standard may forbid; the values name it to people."""

    LINKS = "links"
    ATTACHMENT = "attachment"
    PASSWORD = "password"
    TRANSPARENCY = "transparency"
    RGB = "rgb"


@dataclass(frozen=True, slots=True)
class Mark:
    """A property of the XMP packet by which a file says that it keeps a standard."""

    prefix: str
    namespace: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard. ``clauses`` names the clause of each refusal, in the order of ``refuses``."""

    key: str
    """What the command line and job files call it."""

    name: str
    source: str
    versions: tuple[str, ...]
    """PDF versions that the header may state; the first is the one we write."""

    marks: tuple[Mark, ...]
    intent: str = ""
    """The subtype of the output intent it asks for; empty: none."""

    refuses: tuple[tuple[Want, str], ...] = ()
    """What it does not allow, each with its clause."""

    info: tuple[tuple[str, str], ...] = ()
    """Entries of the Info dictionary that identify it."""

    tagged: bool = False
    """Everything is in the structure tree or an artifact."""

    press: bool = False
    """It is for the printer: dates, trapping and an intent of class prtr have to be stated."""

    classic: bool = False
    """Cross-references only as a table, no object streams."""

    described: bool = False
    """XMP properties beyond XMP 2005 need an extension schema."""

    linked_structure: bool = False
    """Bookmarks and internal links point into the structure (ISO 14289-2 8.8)."""


def _x(version: str) -> tuple[Mark, ...]:
    return (Mark("pdfxid", PDFX_ID, "GTS_PDFXVersion", version),)


def _a(part: int, level: str = "") -> tuple[Mark, ...]:
    rows = [Mark("pdfaid", PDFA_ID, "part", str(part))]
    if level:
        rows.append(Mark("pdfaid", PDFA_ID, "conformance", level))
    if part == 4:
        rows.append(Mark("pdfaid", PDFA_ID, "rev", "2020"))
    return tuple(rows)


_NO_ATTACHMENT = (Want.ATTACHMENT, "ISO 19005-2 6.8")

STANDARDS: dict[str, Standard] = {
    row.key: row
    for row in (
        Standard(
            "x4",
            "PDF/X-4",
            "ISO 15930-7:2010",
            ("1.6",),
            _x("PDF/X-4"),
            "GTS_PDFX",
            (
                (Want.LINKS, "ISO 15930-7 6.17"),
                (Want.ATTACHMENT, "ISO 15930-7 6.18"),
                (Want.PASSWORD, "ISO 15930-7 6.1"),
                (Want.RGB, "ISO 15930-7 6.4"),
            ),
            press=True,
        ),
        Standard(
            "x1a",
            "PDF/X-1a:2003",
            "ISO 15930-4:2003",
            ("1.4",),
            (),
            "GTS_PDFX",
            (
                (Want.LINKS, "ISO 15930-4 6.12"),
                (Want.ATTACHMENT, "ISO 15930-4 6.10"),
                (Want.PASSWORD, "ISO 15930-4 6.2"),
                (Want.RGB, "ISO 15930-4 6.2"),
                (Want.TRANSPARENCY, "ISO 15930-4 6.11"),
            ),
            info=(("GTS_PDFXVersion", "PDF/X-1a:2003"),),
            press=True,
            classic=True,
        ),
        Standard(
            "a2u",
            "PDF/A-2u",
            "ISO 19005-2:2011",
            ("1.7", "1.6"),
            _a(2, "U"),
            "GTS_PDFA1",
            (_NO_ATTACHMENT, (Want.PASSWORD, "ISO 19005-2 6.1.3")),
            described=True,
        ),
        Standard(
            "a2a",
            "PDF/A-2a",
            "ISO 19005-2:2011",
            ("1.7", "1.6"),
            _a(2, "A"),
            "GTS_PDFA1",
            (_NO_ATTACHMENT, (Want.PASSWORD, "ISO 19005-2 6.1.3")),
            tagged=True,
            described=True,
        ),
        Standard(
            "a3a",
            "PDF/A-3a",
            "ISO 19005-3:2012",
            ("1.7", "1.6"),
            _a(3, "A"),
            "GTS_PDFA1",
            ((Want.PASSWORD, "ISO 19005-3 6.1.3"),),
            tagged=True,
            described=True,
        ),
        Standard(
            "a4",
            "PDF/A-4",
            "ISO 19005-4:2020",
            ("2.0",),
            _a(4),
            "GTS_PDFA1",
            ((Want.ATTACHMENT, "ISO 19005-4 6.9"), (Want.PASSWORD, "ISO 19005-4 6.1.3")),
        ),
        Standard(
            "a4f",
            "PDF/A-4f",
            "ISO 19005-4:2020",
            ("2.0",),
            _a(4, "F"),
            "GTS_PDFA1",
            ((Want.PASSWORD, "ISO 19005-4 6.1.3"),),
        ),
        Standard(
            "ua1",
            "PDF/UA-1",
            "ISO 14289-1:2014",
            ("1.7", "1.6"),
            (Mark("pdfuaid", PDFUA_ID, "part", "1"),),
            tagged=True,
        ),
        Standard(
            "ua2",
            "PDF/UA-2",
            "ISO 14289-2:2024",
            ("2.0",),
            (Mark("pdfuaid", PDFUA_ID, "part", "2"), Mark("pdfuaid", PDFUA_ID, "rev", "2024")),
            tagged=True,
            linked_structure=True,
        ),
    )
}
"""Every standard that a file of ours can claim, by key."""
