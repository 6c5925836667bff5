"""An incremental update: objects that are appended to a PDF and take the place of those they are named after.

Comes in: what is known of the file that lies there, and bodies of objects by number. Goes out: the bytes to
append.
Source: ISO 32000-2 7.5.6 (incremental updates), 7.5.4 (cross-reference table), 7.5.8 (streams).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UpdatedFile:
    """The end of a PDF, as an update has to name it."""

    length: int
    """Of the file, bytes; it ends with a line end."""

    startxref: int
    size: int
    """One more than the highest object number."""

    root: str
    info: str
    """References, e.g. ``12 0 R``; an empty one: there is none."""

    identity: str
    """The first part of the file's ID, hexadecimal."""

    table: bool
    """Whether its cross-references are a table; an update's are of the same kind."""


def update(file: UpdatedFile, objects: Mapping[int, bytes], identity: str) -> bytes:
    """The bytes to append. ``identity`` is the second part of the new ID, hexadecimal."""
    parts: list[bytes] = []
    places: dict[int, int] = {}
    at = file.length
    for number in sorted(objects):
        places[number] = at
        part = b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
        parts.append(part)
        at += len(part)
    size = max(file.size, max(objects, default=0) + 1)
    parts.append((_table if file.table else _stream)(file, places, size, identity, at))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)


def _entries(file: UpdatedFile, size: int, identity: str) -> str:
    info = f" /Info {file.info}" if file.info else ""
    ids = f"/ID [<{file.identity}> <{identity}>]"
    return f"/Size {size} /Root {file.root}{info} {ids} /Prev {file.startxref}"


def _table(file: UpdatedFile, places: dict[int, int], size: int, identity: str, _: int) -> bytes:
    rows = "".join(
        f"{run[0]} {len(run)}\n" + "".join(f"{places[number]:010d} 00000 n \n" for number in run)
        for run in _runs(places)
    )
    return f"xref\n{rows}trailer\n<<{_entries(file, size, identity)}>>\n".encode("ascii")


def _stream(file: UpdatedFile, places: dict[int, int], size: int, identity: str, at: int) -> bytes:
    """The cross-references as a stream; it is an object of its own, the highest."""
    places = {**places, size: at}
    runs = _runs(places)
    index = " ".join(f"{run[0]} {len(run)}" for run in runs)
    rows = b"".join(b"\1%b\0\0" % places[number].to_bytes(5, "big") for run in runs for number in run)
    head = (
        f"{size} 0 obj\n<</Type /XRef {_entries(file, size + 1, identity)}"
        f" /W [1 5 2] /Index [{index}] /Length {len(rows)}>>\nstream\n"
    )
    return b"".join((head.encode("ascii"), rows, b"\nendstream\nendobj\n"))


def _runs(places: Mapping[int, int]) -> list[list[int]]:
    """Numbers in runs without a gap."""
    runs: list[list[int]] = []
    for number in sorted(places):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
