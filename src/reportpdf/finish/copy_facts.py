"""What a copy says of itself beside the page: its XMP packet and its properties.

Comes in: those of the base, and a code. Goes out: the bodies of the two objects. All copies share one
DocumentID, since they are one document; each has an InstanceID of its own, made of its code. Nothing names
the recipient.
Source: ISO 16684-1 (XMP basic, media management, Dublin Core); ISO 19005-2 6.6.3 (Info and XMP agree).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from reportpdf.model.standards import Mark

_END = "</rdf:Description>"


def digest_uuid(*parts: bytes) -> str:
    """A name made of a digest, as XMP has it."""
    digits = sha256(b"\0".join(parts)).hexdigest()
    return f"uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:32]}"


def instance_id(code: str) -> str:
    """The InstanceID of the copy with that code."""
    return digest_uuid(b"reportpdf copy", code.encode("ascii"))


def trailer_id(code: str) -> str:
    """The second part of the file's ID, hexadecimal."""
    return sha256(b"reportpdf file\0" + code.encode("ascii")).hexdigest()[:32].upper()


def document_id(xmp: str) -> str:
    """The DocumentID that the packet states; empty: none."""
    found = re.search(r"<xmpMM:DocumentID>([^<]*)</xmpMM:DocumentID>", xmp)
    return found[1] if found else ""


def base_packet(xmp: str, identity: str, dropped: Iterable[Mark] = ()) -> tuple[str, str]:
    """The packet of all copies, before and after what is a copy's own. ``identity`` is the DocumentID of a
    packet that states none; ``dropped`` are claims that it may not make."""
    for mark in dropped:
        name = f"{mark.prefix}:{mark.name}"
        xmp = xmp.replace(f"<{name}>{mark.value}</{name}>\n", "")
    own = "" if document_id(xmp) else f"<xmpMM:DocumentID>{identity}</xmpMM:DocumentID>\n"
    before, _, after = xmp.rpartition(_END)
    return before + own, _END + after


def packet_object(packet: tuple[str, str], code: str, shown: str) -> bytes:
    """The XMP packet of a copy; ``shown`` is its code as people read it."""
    before, after = packet
    rows = (
        f"<xmpMM:InstanceID>{instance_id(code)}</xmpMM:InstanceID>\n"
        f"<pdf:Keywords>{shown}</pdf:Keywords>\n"
        f"<dc:identifier>{shown}</dc:identifier>\n"
    )
    data = f"{before}{rows}{after}".encode()
    return b"<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%b\nendstream" % (len(data), data)


def info_object(entries: bytes, shown: str) -> bytes:
    """The properties of a copy."""
    return b"<<%b /Keywords (%b)>>" % (entries, shown.encode("ascii"))
