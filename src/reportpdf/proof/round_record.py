"""``round.json``: what a round is, all that it was made of and all that lies in its folder, each with its
hash.

Comes in: a record, or the bytes of the file. Goes out: the other. The file is the round's manifest: a
signature signs its SHA-256, and through it every file of the round.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

MANIFEST_NAME = "round.json"
PROOF_NAME = "proof.pdf"
SNAPSHOT_NAME = "snapshot.json"
"""What the files of a round are called that later rounds read."""

SCHEMA = 1
MOST_BYTES = 64_000_000
"""A manifest is no longer; a larger file is none of ours."""

_DIGEST_LENGTH = 64


@dataclass(frozen=True, slots=True)
class InputFile:
    """What the pages were made of: its kind (report, theme, photo, font...), the name it goes by, its hash;
    ``copy``: where in the round a copy lies, empty for photos and fonts."""

    kind: str
    name: str
    sha256: str
    copy: str = ""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the round: its path from the round's folder, with ``/``, its size and its hash."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round. ``token`` tells this making of it from one that was begun and not finished."""

    number: int
    name: str
    final: bool
    token: str
    at: str
    by: str
    note: str
    report: str
    title: str
    version: str
    digest: str
    """Of all inputs: equal digests are the same report."""

    previous: str
    """The SHA-256 of the manifest before; empty for the first round."""

    pages: int
    errors: int
    warnings: int
    notes: int
    changes: int | None
    """How many there are since the round before; None where there was none, or it could not be read."""

    open_marks: int
    roles: tuple[str, ...]
    sheet: Mapping[str, Any]
    """What the sign-off sheet says of the product."""

    inputs: tuple[InputFile, ...]
    outputs: tuple[OutputFile, ...]
    schema: int = SCHEMA


def record_bytes(record: RoundRecord) -> bytes:
    """The manifest's bytes: equal records give equal bytes."""
    return json_bytes(asdict(record))


def json_bytes(value: object) -> bytes:
    """A file of a round that people may look into as well as programs, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def record_of(data: bytes) -> RoundRecord | None:
    """The record that ``data`` holds; None if it is no manifest of a version that is known."""
    try:
        value = json.loads(data)
        if not isinstance(value, dict) or value.get("schema") != SCHEMA:
            return None
        held = {field.name: value[field.name] for field in fields(RoundRecord)}
        inputs = tuple(InputFile(**one) for one in held["inputs"])
        outputs = tuple(OutputFile(**one) for one in held["outputs"])
        roles = tuple(str(role) for role in held["roles"])
        record = RoundRecord(**{**held, "inputs": inputs, "outputs": outputs, "roles": roles})
        return record if _sound(record) else None
    except (ValueError, KeyError, TypeError, RecursionError):  # a file from elsewhere may hold anything
        return None


def _sound(record: RoundRecord) -> bool:
    """Whether every value is of its kind, and every path stays inside the round."""
    texts = (record.name, record.token, record.at, record.by, record.note, record.report, record.title)
    counts = (record.number, record.pages, record.errors, record.warnings, record.notes, record.open_marks)
    return (
        all(isinstance(text, str) for text in (*texts, record.version, record.digest, record.previous))
        and all(isinstance(count, int) for count in counts)
        and isinstance(record.changes, int | None)
        and isinstance(record.sheet, dict)
        and all(_inside(one.path) and _is_hash(one.sha256) for one in record.outputs)
        and all(isinstance(one.name, str) and isinstance(one.kind, str) for one in record.inputs)
    )


def _inside(path: object) -> bool:
    parts = path.split("/") if isinstance(path, str) else [""]
    return all(part not in ("", ".", "..") and "\0" not in part and "\\" not in part for part in parts)


def _is_hash(text: object) -> bool:
    return isinstance(text, str) and len(text) == _DIGEST_LENGTH and not set(text) - set("0123456789abcdef")
