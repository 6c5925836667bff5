#!/usr/bin/env python3
"""Make this folder's faces from their packages: some copied whole, the rest cut to a repertoire.

A development tool, run by hand when a face is added or its package moves on; the program
itself never needs it. In: a folder with the packages unpacked (README.md says how).
Out: the faces and `sha256sums` beside this file. Same packages and same uharfbuzz, same bytes.

    python fonts/cut.py SOURCE [--into FOLDER]

Faces that set running text stay whole, so that no name of a person or place is missing from
them; a display face is cut, because a rare character in a headline may be borrowed from the
whole face next to it, while twenty thousand more heavy glyphs would only weigh on the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

HERE = Path(__file__).parent
STANDARD_TABLE = HERE.parent / "src" / "reportpdf" / "source" / "tgh.txt"
STANDARD_COUNT = 8105  # characters in the Table of General Standard Chinese Characters (2013)
GB2312_COUNT = 6763  # hanzi in GB/T 2312-1980, rows 16-87

SERIF = "expo-google-fonts-noto-serif-sc/package"
SANS = "expo-google-fonts-noto-sans-sc/package"
LEAGUE = "expo-google-fonts-league-gothic/package"
BARLOW = "expo-google-fonts-barlow-condensed/package"
MANROPE = "expo-google-fonts-manrope/package"
WENKAI = "wenkai/usr/share/fonts/truetype/lxgw-wenkai"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of this folder: its name here, its path in the packages, whole or cut."""

    name: str
    origin: str
    cut: bool


FACES = (
    Face("BarlowCondensed-Bold.ttf", f"{BARLOW}/700Bold/BarlowCondensed_700Bold.ttf", cut=False),
    Face("LXGWWenKai-Regular.ttf", f"{WENKAI}/LXGWWenKai-Regular.ttf", cut=False),
    Face("LeagueGothic-Regular.ttf", f"{LEAGUE}/400Regular/LeagueGothic_400Regular.ttf", cut=False),
    Face("Manrope-Light.ttf", f"{MANROPE}/300Light/Manrope_300Light.ttf", cut=False),
    Face("Manrope-Medium.ttf", f"{MANROPE}/500Medium/Manrope_500Medium.ttf", cut=False),
    Face("Manrope-Regular.ttf", f"{MANROPE}/400Regular/Manrope_400Regular.ttf", cut=False),
    Face("NotoSansSC-Black.ttf", f"{SANS}/900Black/NotoSansSC_900Black.ttf", cut=True),
    Face("NotoSansSC-Bold.ttf", f"{SANS}/700Bold/NotoSansSC_700Bold.ttf", cut=True),
    Face("NotoSansSC-Light.ttf", f"{SANS}/300Light/NotoSansSC_300Light.ttf", cut=True),
    Face("NotoSansSC-Medium.ttf", f"{SANS}/500Medium/NotoSansSC_500Medium.ttf", cut=True),
    Face("NotoSansSC-Regular.ttf", f"{SANS}/400Regular/NotoSansSC_400Regular.ttf", cut=False),
    Face("NotoSerifSC-Black.ttf", f"{SERIF}/900Black/NotoSerifSC_900Black.ttf", cut=True),
    Face("NotoSerifSC-Bold.ttf", f"{SERIF}/700Bold/NotoSerifSC_700Bold.ttf", cut=True),
    Face("NotoSerifSC-Medium.ttf", f"{SERIF}/500Medium/NotoSerifSC_500Medium.ttf", cut=True),
    Face("NotoSerifSC-Regular.ttf", f"{SERIF}/400Regular/NotoSerifSC_400Regular.ttf", cut=False),
    Face("NotoSerifSC-SemiBold.ttf", f"{SERIF}/600SemiBold/NotoSerifSC_600SemiBold.ttf", cut=True),
)

# Blocks from which a cut face keeps the characters of the repertoire only (Unicode, Blocks.txt).
# Everything outside them is kept: Latin, Greek, Cyrillic, punctuation, radicals, kana, bopomofo,
# units, enclosed and full-width forms, arrows, box drawing, variation selectors.
RATIONED_BLOCKS = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x3130, 0x318F),  # Hangul Compatibility Jamo
    (0x3400, 0x4DBF),  # CJK Unified Ideographs Extension A
    (0x4E00, 0x9FFF),  # CJK Unified Ideographs
    (0xA960, 0xA97F),  # Hangul Jamo Extended-A
    (0xAC00, 0xD7FF),  # Hangul Syllables, Hangul Jamo Extended-B
    (0xF900, 0xFAFF),  # CJK Compatibility Ideographs
    (0xFFA0, 0xFFDC),  # half-width Hangul
    (0x20000, 0x3FFFF),  # CJK Unified Ideographs Extensions B and later
)


def main() -> int:
    """Make every face and the list of sums; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("source", type=Path, help="folder with the unpacked packages")
    parser.add_argument("--into", type=Path, default=HERE, help="where to write (here)")
    arguments = parser.parse_args()
    source: Path = arguments.source
    folder: Path = arguments.into
    missing = [face.origin for face in FACES if not (source / face.origin).is_file()]
    if missing:
        print("\n".join(f"{source / origin}: not there; unpack it" for origin in missing))
        return 3
    folder.mkdir(parents=True, exist_ok=True)
    repertoire = standard_characters() | gb2312_characters()
    for face in FACES:
        if face.cut:
            cut = cut_font((source / face.origin).read_bytes(), repertoire)
            (folder / face.name).write_bytes(cut)
        else:
            shutil.copyfile(source / face.origin, folder / face.name)
    (folder / "sha256sums").write_text(sums(folder), encoding="ascii")
    return 0


def standard_characters() -> frozenset[int]:
    """Return the code points of the Table of General Standard Chinese Characters.

    Source: 通用规范汉字表 (State Council, 2013), as Unihan's kTGH numbers it.
    """
    characters = frozenset(map(ord, STANDARD_TABLE.read_text(encoding="utf-8").strip()))
    if len(characters) != STANDARD_COUNT:
        raise ValueError(f"{STANDARD_TABLE}: {len(characters)} characters, not {STANDARD_COUNT}")
    return characters


def gb2312_characters() -> frozenset[int]:
    """Return the code points of GB 2312's hanzi, from Python's own codec."""
    characters = frozenset(_decode_gb2312_rows(first=16, last=87))
    if len(characters) != GB2312_COUNT:
        raise ValueError(f"gb2312 codec: {len(characters)} hanzi, not {GB2312_COUNT}")
    return characters


def _decode_gb2312_rows(*, first: int, last: int) -> Iterator[int]:
    for row in range(first, last + 1):
        for cell in range(1, 95):
            try:
                yield ord(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue  # row 55 ends five characters early


def cut_font(font: bytes, repertoire: frozenset[int]) -> bytes:
    """Return the font with, of the rationed blocks, the repertoire's characters only.

    All layout features, scripts and languages stay, and with them the glyphs they reach from
    a kept one (vertical, half-width and traditional forms); so do hinting, metrics and names.
    """
    face = hb.Face(font)
    wanted = hb.SubsetInput()
    wanted.flags = (
        hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NAME_LEGACY
        # Keep OS/2's claim to the Chinese code pages even where a block is now thinner.
        | hb.SubsetFlags.NO_PRUNE_UNICODE_RANGES
    )
    everything = (
        hb.SubsetInputSets.LAYOUT_FEATURE_TAG,
        hb.SubsetInputSets.LAYOUT_SCRIPT_TAG,
        hb.SubsetInputSets.NAME_ID,
        hb.SubsetInputSets.NAME_LANG_ID,
    )
    for kind in everything:
        kept = wanted.sets(kind)
        kept.clear()
        kept.invert()
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).clear()
    selectors = set(face.variation_selectors)
    wanted.unicode_set.update(
        point for point in set(face.unicodes) | selectors if point in repertoire or not _is_rationed(point)
    )
    return bytes(hb.subset(face, wanted).blob.data)


def _is_rationed(point: int) -> bool:
    return any(first <= point <= last for first, last in RATIONED_BLOCKS)


def sums(folder: Path) -> str:
    """Return the sha256 of every face in the folder, in the form `sha256sum --check` reads."""
    return "".join(
        f"{hashlib.sha256((folder / face.name).read_bytes()).hexdigest()}  {face.name}\n" for face in FACES
    )


if __name__ == "__main__":
    sys.exit(main())
