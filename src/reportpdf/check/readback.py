"""A finished PDF read back by another library than wrote it, and its claims held against what is there.

Comes in: the bytes, the edition, and what the document says of itself. Goes out: every claim that is not
kept; an empty answer lets the file replace the old one. Each check is a row with its clause. Sources: ISO
32000-2; ISO 15930-4, -7; ISO 19005-2, -4; ISO 14289-1, -2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportpdf.check.xmp_facts import XmpFacts, read_xmp
from reportpdf.model.claims import Claims
from reportpdf.press.colour import ColourSpace
from reportpdf.press.edition import Edition


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file must say: how many pages, their trim, title and author; points."""

    pages: int
    trim: tuple[float, float]
    bleed: float
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """A claim that is not kept: the clause, and the fact."""

    clause: str
    fact: str


def unmet_claims(data: bytes, edition: Edition, expected: Expected) -> tuple[Unmet, ...]:
    """Everything that the file claims and does not keep."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            case = _Case(pdf, data, edition, expected, read_xmp(pdf.Root.Metadata.read_bytes()))
            return tuple(found for check in CHECKS for found in check(case))
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError) as error:
        return (Unmet("ISO 32000-2 7.5", f"the file cannot be read back: {error}"),)


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    pdf: Any
    data: bytes
    edition: Edition
    expected: Expected
    xmp: XmpFacts

    @property
    def claims(self) -> Claims:
        return self.edition.claims


def _version(case: _Case) -> Iterator[Unmet]:
    said = case.data[:8].decode("latin-1")
    if said != f"%PDF-{case.claims.version}":
        yield Unmet("ISO 32000-2 7.5.2", f"the header says {said}, not {case.claims.version}")
    if case.pdf.is_encrypted:
        yield Unmet("ISO 15930-7 6.1", "the file is encrypted")


def _boxes(case: _Case) -> Iterator[Unmet]:
    """Trim in bleed in media, the trim as large as the format says. Source: ISO 32000-2 14.11.2."""
    if len(case.pdf.pages) != case.expected.pages:
        yield Unmet("ISO 32000-2 7.7.3", f"{len(case.pdf.pages)} pages, not {case.expected.pages}")
    for number, page in enumerate(case.pdf.pages, 1):
        media, bleed, trim = (
            [float(v) for v in page[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        size = trim[2] - trim[0], trim[3] - trim[1]
        if any(abs(a - b) > 0.01 for a, b in zip(size, case.expected.trim, strict=True)):
            yield Unmet(
                "ISO 32000-2 14.11.2.5", f"page {number}: the trim box is {size[0]:.2f} x {size[1]:.2f}"
            )
        for inner, outer, name in ((trim, bleed, "trim"), (bleed, media, "bleed")):
            inside = all(a >= b - 0.01 for a, b in zip(inner[:2], outer[:2], strict=True))
            if not inside or any(a > b + 0.01 for a, b in zip(inner[2:], outer[2:], strict=True)):
                yield Unmet("ISO 15930-7 6.5", f"page {number}: the {name} box reaches outside")
        if case.claims.press and trim[0] - bleed[0] < case.expected.bleed - 0.01:
            yield Unmet("ISO 32000-2 14.11.2.4", f"page {number}: the bleed is narrower than the format's")


def _fonts(case: _Case) -> Iterator[Unmet]:
    """Every font has its program and its text. Source: ISO 15930-7 6.5; ISO 19005-2 6.2.11.4, 6.2.11.7."""
    seen: set[tuple[int, int]] = set()
    for page in case.pdf.pages:
        for name, font in page.get("/Resources", {}).get("/Font", {}).items():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            own = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = own.get("/FontDescriptor", {})
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield Unmet("ISO 19005-2 6.2.11.4", f"font {name} is not embedded")
            if "/ToUnicode" not in font:
                yield Unmet("ISO 19005-2 6.2.11.7", f"font {name} has no text")


_RGB = re.compile(rb"(?<![^\s>\])])(?:rg|RG)(?=\s)")
_INK = re.compile(rb"(?<![^\s>\])])(?:k|K)(?=\s)")


def _colours(case: _Case) -> Iterator[Unmet]:
    """Only the colour spaces of the edition. Source: ISO 15930-7 6.4; ISO 19005-2 6.2.4.3."""
    press = case.edition.space is ColourSpace.CMYK
    wrong, other = (_RGB, {"/DeviceRGB"}) if press else (_INK, {"/DeviceCMYK"})
    for number, page in enumerate(case.pdf.pages, 1):
        if wrong.search(page.Contents.read_bytes()):
            yield Unmet("ISO 15930-7 6.4", f"page {number}: a colour of the other colour space")
        for name, image in page.get("/Resources", {}).get("/XObject", {}).items():
            if str(image.get("/ColorSpace", "")) in other:
                yield Unmet("ISO 15930-7 6.4", f"page {number}: image {name} is in {image.ColorSpace}")


def _intents(case: _Case) -> Iterator[Unmet]:
    """One output intent a subtype, all with one profile of the right class. Source: ISO 32000-2 14.11.5."""
    intents = list(case.pdf.Root.get("/OutputIntents", []))
    subtypes = tuple(str(intent.S)[1:] for intent in intents)
    if subtypes != case.claims.intents:
        yield Unmet("ISO 32000-2 14.11.5", f"output intents {subtypes}, not {case.claims.intents}")
    profiles = {intent.DestOutputProfile.objgen for intent in intents}
    if len(profiles) > 1:
        yield Unmet("ISO 19005-2 6.2.3", "the output intents have different profiles")
    for intent in intents[:1]:
        header = intent.DestOutputProfile.read_bytes()[:40]
        components = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}.get(header[16:20])
        if components != int(intent.DestOutputProfile.N):
            yield Unmet("ISO 32000-2 table 400", "the profile's /N is wrong")
        if case.claims.press and header[12:16] != b"prtr":
            yield Unmet("ISO 15930-7 6.4", "the profile is not of class prtr")


def _identity(case: _Case) -> Iterator[Unmet]:
    """The XMP packet names the standards, and says what Info says. Source: ISO 19005-2 6.6; ISO 15930-7
    6.10."""
    for mark in case.claims.marks:
        said = case.xmp.get(mark.namespace, mark.name)
        if said != mark.value:
            yield Unmet(
                "ISO 19005-2 6.6.4", f"XMP says {mark.prefix}:{mark.name} {said!r}, not {mark.value!r}"
            )
    if case.xmp.title != case.expected.title:
        yield Unmet("ISO 14289-1 7.1", f"XMP's title is {case.xmp.title!r}")
    info = case.pdf.trailer.get("/Info", None)
    if info is None:
        return
    for key, said in (
        ("/Title", case.xmp.title),
        ("/Author", case.xmp.author),
        ("/Subject", case.xmp.subject),
    ):
        if str(info.get(key, "")) != said:
            yield Unmet("ISO 19005-2 6.6.3", f"Info and XMP differ in {key}")
    for name, value in case.claims.info:
        if str(info.get(f"/{name}", "")) != value:
            yield Unmet("ISO 15930-4 6.5", f"Info does not say {name} {value}")


def _tags(case: _Case) -> Iterator[Unmet]:
    """All content is in the tree or an artifact. Source: ISO 14289-1 7.1; ISO 19005-2 6.7."""
    root = case.pdf.Root
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked", False):
        yield Unmet("ISO 14289-1 7.1", "there is no structure tree")
        return
    rows = root.StructTreeRoot.ParentTree.Nums
    owned = {int(rows[i]): len(rows[i + 1]) for i in range(0, len(rows), 2)}
    for number, page in enumerate(case.pdf.pages, 1):
        content = page.Contents.read_bytes()
        opened, closed = len(_OPENS.findall(content)), len(_CLOSES.findall(content))
        marked = len(_NUMBERED.findall(content))
        if opened != closed or marked != owned.get(int(page.get("/StructParents", -1)), -1):
            yield Unmet("ISO 14289-1 7.1", f"page {number}: marked content and structure tree differ")
    if "/Lang" not in root:
        yield Unmet("ISO 14289-1 7.2", "the document has no language")


_OPENS = re.compile(rb"(?<=\s)B[MD]C\b|^/\w+ B[MD]C", re.MULTILINE)
_CLOSES = re.compile(rb"^EMC$", re.MULTILINE)
_NUMBERED = re.compile(rb"/MCID \d+>> BDC")


def _annotations(case: _Case) -> Iterator[Unmet]:
    """A print file has nothing to click. Source: ISO 15930-7 6.17, 6.18."""
    if not case.claims.press:
        return
    for number, page in enumerate(case.pdf.pages, 1):
        if "/Annots" in page:
            yield Unmet("ISO 15930-7 6.17", f"page {number} has annotations")
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in case.pdf.Root:
            yield Unmet("ISO 15930-7 6.18", f"the catalog has {key}")


CHECKS: tuple[Callable[[_Case], Iterator[Unmet]], ...] = (
    _version,
    _boxes,
    _fonts,
    _colours,
    _intents,
    _identity,
    _tags,
    _annotations,
)
"""All checks, in the order in which they are told."""
