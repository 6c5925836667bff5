"""A printing condition by its name, or a printer's own profile as one.

Comes in: the word after ``--condition`` or in a job: a name of ``CONDITIONS``, or the path of an .icc file.
Goes out: a :class:`~reportpdf.press.conditions.Condition`, the profile's header checked before anything
opens it. Source: ICC.1:2022 7.2 (profile header), 7.3 (tag table); ISO 15930-7 6.4 (output intent: class
prtr, v2 or v4).
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.press.conditions import CONDITIONS, Condition

MAX_PROFILE = 20_000_000
"""Bytes; press profiles have 0.2 to 3 MB."""

_HEADER = 128
_CLASS, _SPACE, _SIGNATURE = slice(12, 16), slice(16, 20), slice(36, 40)
_PCS = slice(20, 24)
_NEEDED = (b"A2B0", b"B2A0")
"""Tables from ink to colour and back; without them no photo can be converted."""

_OWN_TAC = 3.0
_OWN_PPI, _OWN_FLOOR = 300.0, 200.0
_OWN_REVERSED, _OWN_COLOUR = 7.0, 9.0
"""What is taken of a printer's own condition, of which the profile says nothing: those of coated paper
[P]."""


def read_condition(word: str, place: Place | None, *, base: Path | None = None) -> Condition:
    """The condition of that name or file; a relative path is taken from ``base`` (else from here).

    Raises:
        InputError: no such name; the file cannot be read, is too large, or is no CMYK press profile.
    """
    if word in CONDITIONS:
        return CONDITIONS[word]
    path = (base or Path()) / word
    if not (os.sep in word or path.suffix.lower() in (".icc", ".icm") or path.is_file()):
        raise InputError(problem("condition-unknown", place, given=word[:60], choices=", ".join(CONDITIONS)))
    where = place or Place(str(path))
    try:
        size = path.stat().st_size
        if size > MAX_PROFILE:
            raise InputError(problem("profile-large", where, file=word, size=size, limit=MAX_PROFILE))
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(problem("profile-unreadable", where, file=word, reason=reason)) from error
    fault = profile_fault(data, word, where)
    if fault is not None:
        raise InputError(fault)
    return Condition(
        path.stem,
        str(path.absolute()),
        "",
        path.stem,
        _OWN_TAC,
        None,
        _OWN_PPI,
        _OWN_FLOOR,
        _OWN_REVERSED,
        _OWN_COLOUR,
    )


def profile_fault(data: bytes, file: str, place: Place | None) -> Problem | None:
    """What keeps bytes from being the profile of a press, None if nothing does."""
    if len(data) < _HEADER + 4 or data[_SIGNATURE] != b"acsp":
        return problem("profile-none", place, file=file)
    declared, major = struct.unpack(">I", data[:4])[0], data[8]
    if declared != len(data) or major not in (2, 4):
        code = "profile-cut" if declared != len(data) else "profile-version"
        return problem(code, place, file=file, version=major, declared=declared, size=len(data))
    if data[_CLASS] != b"prtr":
        return problem("profile-class", place, file=file, given=data[_CLASS].decode("latin-1").strip())
    if data[_SPACE] != b"CMYK" or data[_PCS] not in (b"Lab ", b"XYZ "):
        return problem("profile-space", place, file=file, given=data[_SPACE].decode("latin-1").strip())
    count = struct.unpack(">I", data[_HEADER : _HEADER + 4])[0]
    table = data[_HEADER + 4 : _HEADER + 4 + 12 * min(count, 100)]
    tags = {table[i : i + 4] for i in range(0, len(table), 12)}
    missing = [tag.decode("ascii") for tag in _NEEDED if tag not in tags]
    return problem("profile-tables", place, file=file, missing=", ".join(missing)) if missing else None
