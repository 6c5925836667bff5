"""A finished PDF made small and quick to open over a network.

Comes in: the bytes of a whole PDF. Goes out: the same document with object streams, linearised. Equal bytes
in, equal bytes out. Source: ISO 32000-2 7.5.7 (object streams), annex F (linearised PDF).
"""

from __future__ import annotations

from io import BytesIO


def compact(data: bytes) -> bytes:
    """The PDF saved for the web."""
    import pikepdf

    packed = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            packed,
            linearize=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return packed.getvalue()
