"""An event of the register, and the hash that chains it to the one before.

Records and pure functions. The hash is SHA-256 of the event's fields as one line of JSON, so that anybody can
reckon it from the exported file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

ROUND_BEGUN = "round-begun"
ROUND_MADE = "round-made"
ROUND_DROPPED = "round-dropped"
"""A round that was begun and not made: the run was killed, and what it left was taken away."""

SIGNED = "signed"

START = "0" * 64
"""What stands for the hash before the first event."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: when (ISO 8601 with a zone), by whom, of which kind, to which round (0: to none)."""

    id: int
    at: str
    by: str
    kind: str
    round: int
    payload: Mapping[str, object]
    hash: str
    """Of this event and, through it, of all before it."""


def payload_text(payload: Mapping[str, object]) -> str:
    """The payload as it is kept and hashed: JSON, keys sorted, no white."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def payload_of(text: object) -> dict[str, object] | None:
    """The payload that ``text`` holds; None if it holds none."""
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):  # a register from elsewhere may hold anything
        return None
    return value if isinstance(value, dict) else None


def event_hash(*fields: object) -> str:
    """The hash of an event: id, at, by, kind, round, payload as text, hash of the event before."""
    line = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), default=str)
    return sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def minute(at: str) -> str:
    """The time of an event as people read it, e.g. ``2025-01-10 08:30``."""
    return at[:16].replace("T", " ")
