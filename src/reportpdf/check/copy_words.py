"""What a PDF says of itself where a copy has its code: properties, XMP packet, file ID.

Comes in: the path of any PDF, and a password. Goes out: :class:`SaidOfItself`, words and names as they
stand there; whether they hold a code is for others to say. Source: ISO 32000-2 7.5.5 (ID), 14.3 (metadata).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportpdf.base.problem import InputError, Place, problem

MOST_PACKET = 4_000_000
_INSTANCE = re.compile(r"InstanceID(?:>|=[\"'])\s*([^<\"']{1,200})")
_DOCUMENT = re.compile(r"DocumentID(?:>|=[\"'])\s*([^<\"']{1,200})")


@dataclass(frozen=True, slots=True)
class SaidOfItself:
    """Words of the properties and of the packet, and what the file calls itself."""

    info: str
    packet: str
    instances: tuple[str, ...]
    documents: tuple[str, ...]
    file_ids: tuple[str, ...]
    """Hexadecimal, in capitals."""

    pages: int
    locked: bool


def said_of_itself(path: Path, password: str) -> SaidOfItself:
    """What the PDF says of itself.

    Raises: InputError: it is locked and the password does not open it; or it is broken.
    """
    import pikepdf

    place = Place(str(path))
    try:
        with pikepdf.open(path, password=password) as pdf:
            packets = "\n".join(_packets(pdf))
            info: Any = pdf.trailer.get("/Info", {})
            return SaidOfItself(
                "\n".join(_words(info)),
                packets,
                tuple(dict.fromkeys(_INSTANCE.findall(packets))),
                tuple(dict.fromkeys(_DOCUMENT.findall(packets))),
                tuple(bytes(part).hex().upper() for part in pdf.trailer.get("/ID", [])),
                len(pdf.pages),
                pdf.is_encrypted,
            )
    except pikepdf.PasswordError as error:
        raise InputError(problem("trace-password" if password else "trace-locked", place)) from error
    except (pikepdf.PdfError, TypeError, ValueError, RuntimeError) as error:
        raise InputError(problem("trace-broken", place, reason=error)) from error


def _words(info: Any) -> Iterator[str]:
    """The values of the properties that are words."""
    for key in info:
        value = info[key]
        if len(bytes(value) if not isinstance(value, str) else value) < MOST_PACKET:
            yield str(value)


def _packets(pdf: Any) -> Iterator[str]:
    """The document's packet, and those of its pages: programs that take pages out of a file keep these."""
    for holder in (pdf.Root, *pdf.pages):
        metadata = holder.get("/Metadata", None)
        if metadata is not None:
            data = metadata.read_bytes()
            if len(data) <= MOST_PACKET:
                yield data.decode("utf-8", "replace")
