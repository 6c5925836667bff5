"""What each face is, may be used for, and has: counted, not claimed.

Comes in: a font set and the characters of a report. Goes out: :class:`FontFacts`, one a face.

The levels are those of GB 18030-2022 clause 9, counted in Han characters of Unicode, as follows.

    1  CJK Unified Ideographs U+4E00-9FEF (20,976) and Extension A U+3400-4DB5 (6,582), with the twelve
       unified ideographs among the compatibility ideographs at U+FA0E-FA29: 27,570. The number usually
       given for the level is 27,584; which 14 signs it counts more could not be found itemised, so they
       are not asked for here.
    2  level 1 and all of the Table of General Standard Chinese Characters (通用规范汉字表, 2013): 196 more.
    3  level 2 and all other Han characters of the standard, Extensions B to F as of Unicode 11: 87,887.

Source: GB 18030-2022 clause 9 and Unicode 11.0 Blocks, the version its repertoire follows; the counts by
block are those of Unihan. A level says nothing about the shape of the glyphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.paint.font_tables import Embedding, read_tables
from reportpdf.text.face import Face

_UNIFIED_COMPATIBILITY = tuple(map(ord, "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"))

_LEVEL_1 = ((0x4E00, 0x9FEF), (0x3400, 0x4DB5))
_LEVEL_3 = (
    (0x20000, 0x2A6D6),  # Extension B
    (0x2A700, 0x2B734),  # C
    (0x2B740, 0x2B81D),  # D
    (0x2B820, 0x2CEA1),  # E
    (0x2CEB0, 0x2EBE0),  # F
)
_TABLE = Path(__file__).with_name("tgh.txt")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LevelCoverage:
    """How many Han characters of a level of GB 18030-2022 a face has, and how many the level asks for."""

    level: int
    has: int
    needs: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FontFacts:
    """One face as ``reportpdf fonts`` lists it. Names are the font's own words, empty where it has none."""

    key: str
    family: str
    style: str
    file: str
    face_index: int
    version: str
    licence: str
    licence_url: str
    embedding: Embedding
    fs_type: int
    glyphs: int
    characters: int
    report_characters: int
    """Distinct characters of the report."""

    missing: tuple[str, ...]
    """Those of them that the face does not have, by code point. A face need not have them all: a style
    falls back along its chain."""

    levels: tuple[LevelCoverage, ...]
    notes: tuple[Problem, ...]
    """What its embedding permission means for the PDF."""


def font_report(fonts: Mapping[str, Face], report_characters: Iterable[str]) -> tuple[FontFacts, ...]:
    """Facts of every face of ``fonts``, in their order.

    Raises:
        InputError: a font file cannot be used.
    """
    wanted = {character for character in report_characters if not character.isspace()}
    return tuple(_facts(face, wanted) for face in fonts.values())


def missing_everywhere(facts: Iterable[FontFacts]) -> tuple[str, ...]:
    """The report's characters that no face has, by code point."""
    sets = [set(one.missing) for one in facts]
    return tuple(sorted(set.intersection(*sets))) if sets else ()


@cache
def level_characters(level: int) -> frozenset[int]:
    """The code points that ``level`` (1, 2 or 3) asks for, as the module defines it."""
    if level == 1:
        return frozenset((*_all(_LEVEL_1), *_UNIFIED_COMPATIBILITY))
    if level == 2:
        return level_characters(1) | {ord(c) for c in _TABLE.read_text(encoding="utf-8") if not c.isspace()}
    if level == 3:
        return level_characters(2) | frozenset(_all(_LEVEL_3))
    raise ValueError(f"GB 18030-2022 has levels 1 to 3, not {level}")


def _facts(face: Face, wanted: set[str]) -> FontFacts:
    tables, names, has = read_tables(face), hb.OTNameIdPredefined, frozenset(face.hb_face.unicodes)
    return FontFacts(
        key=face.key,
        family=_name(face, names.TYPOGRAPHIC_FAMILY) or _name(face, names.FONT_FAMILY),
        style=_name(face, names.TYPOGRAPHIC_SUBFAMILY) or _name(face, names.FONT_SUBFAMILY),
        file=face.path,
        face_index=face.index,
        version=_name(face, names.VERSION_STRING),
        licence=_name(face, names.LICENSE),
        licence_url=_name(face, names.LICENSE_URL),
        embedding=tables.embedding,
        fs_type=tables.fs_type,
        glyphs=face.hb_face.glyph_count,
        characters=len(has),
        report_characters=len(wanted),
        missing=tuple(sorted(character for character in wanted if ord(character) not in has)),
        levels=tuple(
            LevelCoverage(level, len(level_characters(level) & has), len(level_characters(level)))
            for level in (1, 2, 3)
        ),
        notes=_notes(face, tables.embedding, whole=tables.no_subsetting),
    )


def _notes(face: Face, embedding: Embedding, *, whole: bool) -> tuple[Problem, ...]:
    notes = []
    if embedding is Embedding.PREVIEW_PRINT:
        notes.append(problem("font-preview-print", Place(face.path), font=face.key))
    if whole:
        notes.append(problem("font-whole", Place(face.path), font=face.key))
    return tuple(notes)


def _name(face: Face, name_id: hb.OTNameIdPredefined) -> str:
    """The name in English, which every font has; one line."""
    return " ".join((face.hb_face.get_name(name_id, "en") or "").split())


def _all(ranges: Iterable[tuple[int, int]]) -> Iterable[int]:
    return (code for first, last in ranges for code in range(first, last + 1))
