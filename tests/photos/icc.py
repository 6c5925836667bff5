"""Small ICC profiles made on the spot, of a kind whose effect is plain to see. Source: ICC.1:2001-04."""

from __future__ import annotations

import struct

SRGB_COLORANTS = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
_WHITE = (0.9642, 1.0, 0.8249)


def rgb_profile(red: int = 0, green: int = 1, blue: int = 2, gamma: float = 2.2) -> bytes:
    """A display profile whose channels have the sRGB primaries in the order given."""
    tags = {name: _xyz(SRGB_COLORANTS[i]) for name, i in ((b"rXYZ", red), (b"gXYZ", green), (b"bXYZ", blue))}
    curve = _curve(gamma)
    return _profile(b"mntr", b"RGB ", {**tags, b"rTRC": curve, b"gTRC": curve, b"bTRC": curve})


def grey_profile(gamma: float) -> bytes:
    """A grey display profile of that gamma."""
    return _profile(b"mntr", b"GRAY", {b"kTRC": _curve(gamma)})


def _profile(kind: bytes, space: bytes, tags: dict[bytes, bytes]) -> bytes:
    text = b"test\0"
    description = b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(8 + 3 + 67)
    blocks = {b"desc": description, b"cprt": b"text" + bytes(4) + text, b"wtpt": _xyz(_WHITE), **tags}
    offset = 128 + 4 + 12 * len(blocks)
    table, body = struct.pack(">I", len(blocks)), b""
    for name, block in blocks.items():
        table += name + struct.pack(">II", offset + len(body), len(block))
        body += block + bytes(-len(block) % 4)
    header = struct.pack(">I4sI4s4s4s", 0, b"", 0x02400000, kind, space, b"XYZ ")
    header += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + _xyz(_WHITE)[8:]
    header = header.ljust(128, b"\0")
    return struct.pack(">I", offset + len(body)) + header[4:] + table + body


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(v * 65536)) for v in values)


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
