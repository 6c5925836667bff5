"""Finished copies packed: a ZIP for each department, or one for all.

Comes in: rows of the ledger, the dispatch's folder. Goes out: ZIP files, equal for equal copies. PDFs are
packed already, so they are only put together; names are UTF-8. Source: PKWARE APPNOTE 4.4.4 (bit 11), 4.5.3
(ZIP64)."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportpdf.base.problem import InputError
from reportpdf.dispatch.file_names import clash_key, safe_part
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.plan import COPIES_FOLDER
from reportpdf.output import replaced_whole
from reportpdf.writable import os_problem

ZIPS_FOLDER, ZIP_ALL = "zips", "copies.zip"
_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every entry: the least that the format knows. The ledger says when a copy was made."""


def pack_all(folder: Path, rows: Sequence[LedgerRow]) -> Iterator[Path]:
    """One ZIP of all finished copies, in their folders.

    Raises: InputError: it cannot be written.
    """
    target = folder / ZIP_ALL
    _pack(folder, target, ((row, row.path.removeprefix(f"{COPIES_FOLDER}/")) for row in rows if row.made))
    yield target


def pack_each(folder: Path, rows: Sequence[LedgerRow]) -> Iterator[Path]:
    """A ZIP for each department whose copies are all finished.

    Raises: InputError: one cannot be written.
    """
    departments: dict[str, list[LedgerRow]] = {}
    for row in rows:
        departments.setdefault(row.key, []).append(row)
    taken: set[str] = set()
    for own in departments.values():
        name = safe_part(own[0].department)
        if clash_key(name) in taken:
            name = f"{name}-{own[0].row}"
        taken.add(clash_key(name))
        if all(row.made for row in own):
            target = folder / ZIPS_FOLDER / f"{name}.zip"
            _pack(folder, target, ((row, row.path.rpartition("/")[2]) for row in own))
            yield target


def _pack(folder: Path, target: Path, entries: Iterable[tuple[LedgerRow, str]]) -> None:
    """Write a ZIP beside its place and rename it, whole or not at all."""
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(os_problem(error, target)) from error
    with (
        replaced_whole(target, target.with_name(f".{target.name}.part")) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed,
    ):
        for row, name in entries:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.file_size = row.size
            entry.external_attr = 0o644 << 16
            with open(folder / row.path, "rb") as copy, packed.open(entry, "w") as into:
                shutil.copyfileobj(copy, into, 1 << 20)
