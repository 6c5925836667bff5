"""A font file is opened, or refused by name.

Comes in: the path of a file and which face of it is meant. Goes out: a :class:`~reportpdf.text.face.Face`
mapped from disk, so that opening costs nothing like reading. HarfBuzz makes an empty face of garbage
without a word; so the file's directory is read here first, and every length in it is held against the
file. Source: OpenType 1.9 (font file structure, required tables, OS/2 fsType).
"""

from __future__ import annotations

import os
import stat
import struct
from dataclasses import dataclass
from typing import BinaryIO

import uharfbuzz as hb

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.paint.font_tables import DamagedFontError, Embedding, read_tables
from reportpdf.text.face import Face

MAX_BYTES = 64 * 1024 * 1024
"""Four times the largest face of plain Chinese type in common use; more is no text font, or a mistake."""

_MAX_FACES = 256
_MAX_TABLES = 256
"""Both far above what exists (a collection of 60 faces, a font of 40 tables)."""

_SINGLE = frozenset({b"\0\1\0\0", b"true", b"OTTO"})
_COLLECTION = b"ttcf"
_WEB = {b"wOFF": "WOFF", b"wOF2": "WOFF2"}
_POSTSCRIPT = (b"%!", b"\x80\x01", b"typ1")

_REQUIRED = ("head", "maxp", "hhea", "hmtx", "cmap")
_BITMAPS = frozenset({"EBDT", "CBDT", "sbix", "bdat", "SVG "})
_HEAD_MAGIC = 0x5F0F3CF5
_UPEM = range(16, 16385)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Directory:
    """The tables of one face: tag to length in bytes; all lie within the file."""

    lengths: dict[str, int]


def open_font_file(path: str, key: str, index: int = 0) -> Face:
    """The face ``index`` of the font file at ``path``, to be known as ``key``.

    Raises:
        InputError: the file is not there, is no font, is damaged, is of a kind that cannot be set, or its
            maker does not allow it to be embedded.
    """
    directory = _read(path, index)
    _check_kind(path, directory)
    try:
        hb_face = hb.Face(hb.Blob.from_file_path(path), index)
        face = Face(key, path, index, hb_face.upem, hb_face, hb.Font(hb_face))
        _check_sizes(face, directory)
        tables = read_tables(face)
    except (DamagedFontError, hb.HarfBuzzError) as error:
        part = error.part if isinstance(error, DamagedFontError) else "sfnt"
        raise _refusal("font-damaged", path, part=part) from error
    if tables.embedding is Embedding.RESTRICTED:
        raise _refusal("font-no-embedding", path)
    if tables.bitmap_only:
        raise _refusal("font-bitmap-embedding", path)
    return face


def _read(path: str, index: int) -> _Directory:
    try:
        status = os.stat(path)  # before opening: opening a pipe would wait for a writer
        if not stat.S_ISREG(status.st_mode):
            raise _refusal("font-not-a-file", path)
        if status.st_size > MAX_BYTES:
            raise _refusal("font-too-large", path, size=_mb(status.st_size), limit=_mb(MAX_BYTES))
        with open(path, "rb") as file:
            return _directory(file, path, status.st_size, index)
    except FileNotFoundError as error:
        raise _refusal("font-missing", path) from error
    except OSError as error:
        raise _refusal("font-unreadable", path, reason=error.strerror or type(error).__name__) from error


def _directory(file: BinaryIO, path: str, size: int, index: int) -> _Directory:
    magic = file.read(4)
    if magic in _WEB:
        raise _refusal("font-web", path, kind=_WEB[magic])
    if magic.startswith(_POSTSCRIPT):
        raise _refusal("font-postscript", path)
    if magic == _COLLECTION:
        (count,) = struct.unpack(">4xI", _exactly(file, 8, path, "ttcf"))
        if count > _MAX_FACES:
            raise _refusal("font-damaged", path, part="ttcf")
        offsets = struct.unpack(f">{count}I", _exactly(file, 4 * count, path, "ttcf"))
    elif magic in _SINGLE:
        offsets = (0,)
    else:
        raise _refusal("font-not-a-font", path)
    if not 0 <= index < len(offsets):
        raise _refusal("font-face-index", path, index=index, count=len(offsets))
    file.seek(offsets[index] + 4)
    (tables,) = struct.unpack(">H6x", _exactly(file, 8, path, "sfnt"))
    if tables > _MAX_TABLES:
        raise _refusal("font-damaged", path, part="sfnt")
    rows = struct.iter_unpack(">4s4xII", _exactly(file, 16 * tables, path, "sfnt"))
    lengths = {}
    for raw, offset, length in rows:
        if not all(0x20 <= byte <= 0x7E for byte in raw):  # what a tag may be; uharfbuzz fails on others
            raise _refusal("font-damaged", path, part="sfnt")
        tag = raw.decode("ascii")
        if offset + length > size:
            raise _refusal("font-truncated", path, part=tag.strip())
        lengths[tag] = length
    return _Directory(lengths)


def _exactly(file: BinaryIO, length: int, path: str, part: str) -> bytes:
    data = file.read(length)
    if len(data) < length:
        raise _refusal("font-truncated", path, part=part)
    return data


def _check_kind(path: str, directory: _Directory) -> None:
    """Refuses fonts that can be shaped but not set here, each by its name."""
    tags = directory.lengths
    if "fvar" in tags:
        raise _refusal("font-variable", path)
    if "CFF2" in tags:
        raise _refusal("font-cff2", path)
    if not ("CFF " in tags or ("glyf" in tags and "loca" in tags)):
        raise _refusal("font-bitmap-only" if _BITMAPS & tags.keys() else "font-no-outlines", path)
    for tag in _REQUIRED:
        if not tags.get(tag):
            raise _refusal("font-damaged", path, part=tag)


def _check_sizes(face: Face, directory: _Directory) -> None:
    """Holds what head, maxp and hhea say against the lengths of the tables that they describe."""
    lengths, tables = directory.lengths, face.hb_face
    head, maxp, hhea = (bytes(tables.reference_table(tag).data) for tag in ("head", "maxp", "hhea"))
    if len(head) < 54 or struct.unpack_from(">I", head, 12)[0] != _HEAD_MAGIC:
        raise DamagedFontError("head")
    if len(maxp) < 6 or len(hhea) < 36:
        raise DamagedFontError("maxp" if len(maxp) < 6 else "hhea")
    (upem,), (wide_loca,) = struct.unpack_from(">H", head, 18), struct.unpack_from(">h", head, 50)
    (glyphs,), (metrics,) = struct.unpack_from(">H", maxp, 4), struct.unpack_from(">H", hhea, 34)
    if upem not in _UPEM or upem != face.upem:
        raise DamagedFontError("head")
    if not glyphs or glyphs != tables.glyph_count:
        raise DamagedFontError("maxp")
    if not metrics or lengths["hmtx"] < 4 * metrics + 2 * max(glyphs - metrics, 0):
        raise DamagedFontError("hmtx")
    if "CFF " not in lengths and lengths["loca"] < (glyphs + 1) * (4 if wide_loca else 2):
        raise DamagedFontError("loca")


def _refusal(code: str, path: str, **args: object) -> InputError:
    return InputError(problem(code, Place(path), **args))


def _mb(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"
