"""Ghostscript, the program that makes plates of a PDF: is it there, which version, run it, a typed result.

Comes in: a PDF and a resolution. Goes out: for each page its plates by name, as files in a folder. Nothing
else in the house runs it. Why Ghostscript: it interprets overprint and spot colours as a RIP does (device
``tiffsep``); PDFium and pypdfium2 paint to RGB only, and MuPDF's Python wheel is AGPL as a library in our
process, where Ghostscript is a program beside it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, ResourceError, problem

_NAMES = ("gs", "gsc")
_SECONDS_A_PAGE = 60
_PLATE = re.compile(r"page(\d+)\((.+)\)\.tif")
_OLDEST = (9, 50)


@dataclass(frozen=True, slots=True)
class Plates:
    """The plates of one page by colorant, and its composite in CMYK; all as TIFF files, white where no ink
    is."""

    page: int
    plates: tuple[tuple[str, Path], ...]
    composite: Path


def find() -> str:
    """The path of a Ghostscript that is new enough.

    Raises:
        ResourceError: there is none.
    """
    for name in _NAMES:
        path = shutil.which(name)
        if path is None:
            continue
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=False)
        found = re.match(r"(\d+)\.(\d+)", said.stdout)
        if found and (int(found[1]), int(found[2])) >= _OLDEST:
            return path
        version = said.stdout.strip() or "?"
        raise ResourceError(problem("plates-old", None, version=version, least=".".join(map(str, _OLDEST))))
    raise ResourceError(problem("plates-no-ghostscript"))


def separate_pages(pdf: Path, folder: Path, pages: int, *, ppi: int) -> tuple[Plates, ...]:
    """The plates of all pages, written into ``folder``.

    Raises:
        ResourceError: Ghostscript is not there.
        InputError: it cannot make plates of that file.
    """
    program = find()
    command = [
        program,
        "-dSAFER",
        "-dBATCH",
        "-dNOPAUSE",
        "-q",
        "-sDEVICE=tiffsep",
        f"-r{ppi}",
        "-dUseCropBox=false",
        f"-sOutputFile={folder / 'page%d.tif'}",
        str(pdf),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS_A_PAGE * (pages + 1), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(problem("plates-slow", Place(str(pdf)))) from error
    if done.returncode:
        reason = (done.stdout + done.stderr).strip().splitlines()[-1:] or ["?"]
        raise InputError(problem("plates-failed", Place(str(pdf)), reason=reason[0][:200]))
    found: dict[int, list[tuple[str, Path]]] = {}
    for path in sorted(folder.glob("page*(*).tif")):
        match = _PLATE.fullmatch(path.name)
        if match:
            found.setdefault(int(match[1]), []).append((match[2], path))
    return tuple(
        Plates(number, tuple(_ordered(rows)), folder / f"page{number}.tif")
        for number, rows in sorted(found.items())
    )


_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


def _ordered(rows: list[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """Process plates in the order of printing, then spots by name."""
    return sorted(rows, key=lambda row: (_PROCESS.index(row[0]) if row[0] in _PROCESS else 9, row[0]))
