"""An Office file (.docx, .xlsx) is looked through before anything in it is decoded.

In: a path and the parts it must have. Out: its bytes, once they are known to be a sound ZIP of bounded
size without macros, passwords or document types. Nothing is unpacked to disk and no link is followed.
Source: ISO/IEC 29500-2 (packages: no encryption, no DTD), MS-CFB 2.2 (what a password makes of them).
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.source.text_file import read_bytes

MOST_BYTES = 256 * 2**20
MOST_PARTS = 5_000
MOST_UNPACKED = 512 * 2**20
MOST_XML = 48 * 2**20
"""Of one XML part: a book of five million characters, a sheet of half a million cells."""

MOST_XML_IN_ALL = 96 * 2**20
MOST_RATIO = 150
"""XML of text packs to a tenth, a sheet of zeros to a fiftieth; beyond this it is made to fill a memory."""

RATIO_FROM = 2**20
MOST_DEPTH = 200
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", "office-password"),
    ("WordDocument", "office-old"),
    ("Workbook", "office-old"),
    ("Book", "office-old"),
    ("PowerPoint Document", "office-old"),
)
_MACROS = ("vbaproject.bin", "macrosheets/")
_ENCRYPTED = 0x1
_CHUNK = 2**16
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What unpacking raises for damage: each method of packing its own."""


def read_package(path: Path, shown: str, main: str) -> bytes:
    """The bytes of a package whose main part is ``main`` (``word/document.xml``).

    Raises:
        InputError: it cannot be read, is no such package, or is past a bound.
    """
    content = read_bytes(path, shown, MOST_BYTES)
    place = Place(shown)
    if content.startswith(_COMPOUND):
        raise InputError(problem(_compound_fault(content), place))
    if not content:
        raise InputError(problem("office-empty", place))
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _check_parts(package.infolist(), place, main)
            for part in package.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    _check_xml(package, part, place)
                elif part.file_size:
                    _check_whole(package, part)
    except _BROKEN as error:
        raise InputError(
            problem("office-broken", place, reason=str(error) or type(error).__name__)
        ) from error
    return content


def _compound_fault(content: bytes) -> str:
    """What an OLE compound file is, by the name of a stream in its directory (UTF-16LE)."""
    found = (code for name, code in _STREAMS if name.encode("utf-16-le") in content)
    return next(found, "office-unknown")


def _check_parts(parts: Iterable[zipfile.ZipInfo], place: Place, main: str) -> None:
    """Refuse a package by what its directory says.

    Raises:
        InputError
    """
    parts = list(parts)
    names = [part.filename.lower() for part in parts]
    if len(parts) > MOST_PARTS:
        raise InputError(problem("office-parts", place, parts=len(parts), limit=MOST_PARTS))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise InputError(problem("office-password", place))
    if any(name.endswith(_MACROS[0]) or _MACROS[1] in name for name in names):
        raise InputError(problem("office-macro", place))
    if main not in names:
        raise InputError(problem("office-other", place, part=main))
    if len(set(names)) < len(names):
        raise InputError(problem("office-broken", place, reason="two parts of one name"))
    unpacked = sum(part.file_size for part in parts)
    markup = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    most = max((part.file_size for part in markup), default=0)
    bomb = any(
        part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    sizes = {"size": unpacked // 2**20, "packed": sum(part.compress_size for part in parts) // 2**10}
    if bomb or unpacked > MOST_UNPACKED:
        raise InputError(problem("office-bomb", place, **sizes))
    if most > MOST_XML or sum(part.file_size for part in markup) > MOST_XML_IN_ALL:
        raise InputError(problem("office-long", place, size=most // 2**20, limit=MOST_XML // 2**20))


class _RefusedError(Exception):
    """Raised inside the XML parser's callbacks, which would go on otherwise."""


def _check_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo, place: Place) -> None:
    """Refuse XML that is not well-formed, nests too deep or brings a document type, with its entities.

    Raises:
        InputError
    """
    parser = expat.ParserCreate()
    depth = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise _RefusedError("office-depth")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise _RefusedError("office-doctype")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    try:
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except _RefusedError as refused:
        args = {"part": part.filename, "limit": MOST_DEPTH}
        raise InputError(problem(str(refused), place, **args)) from refused
    except expat.ExpatError as error:
        reason = f"{part.filename}: {error}"
        raise InputError(problem("office-broken", place, reason=reason)) from error


def _check_whole(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part once, a piece at a time, so that a damaged one is known by its checksum."""
    with package.open(part) as stream:
        while stream.read(_CHUNK):
            continue
