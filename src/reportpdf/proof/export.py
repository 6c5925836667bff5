"""The register as a plain file for the archive: JSON Lines, an event a line, UTF-8.

Comes in: events. Goes out: bytes. Each line holds all that its hash is made of, the hash before it too, so
that the chain can be reckoned again without this program (:mod:`reportpdf.proof.event` says how).
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from reportpdf.proof.event import START, Event


def export_lines(events: Iterable[Event]) -> bytes:
    """Every event with its hash and the one before."""
    lines, previous = [], START
    for one in events:
        held = {
            "id": one.id,
            "at": one.at,
            "by": one.by,
            "kind": one.kind,
            "round": one.round,
            "payload": one.payload,
            "previous": previous,
            "hash": one.hash,
        }
        lines.append(json.dumps(held, ensure_ascii=False, sort_keys=False))
        previous = one.hash
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
