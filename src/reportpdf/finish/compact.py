"""A finished PDF made small and quick to open over a network.

Comes in: the bytes of a whole PDF. Goes out: the same document with object streams, linearised. Equal bytes
in, equal bytes out. Source: ISO 32000-2 7.5.7 (object streams), annex F (linearised PDF).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any


def compact(data: bytes) -> bytes:
    """The PDF saved for the web."""
    import pikepdf

    streamed, packed = BytesIO(), BytesIO()
    mode = pikepdf.ObjectStreamMode
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(streamed, object_stream_mode=mode.generate, fix_metadata_version=False)
    with pikepdf.open(streamed) as pdf:
        if "/Outlines" in pdf.Root:
            _renew_outlines(pdf, pikepdf.Dictionary)
        pdf.save(
            packed,
            linearize=True,
            object_stream_mode=mode.preserve,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return packed.getvalue()


def _renew_outlines(pdf: Any, dictionary: Any) -> None:
    """Bookmarks as new objects outside the object streams.

    qpdf 12 counts bookmarks inside object streams wrong in its hint tables; its own check then warns.
    """
    items = []
    item = pdf.Root.Outlines.get("/First")
    while item is not None:
        items.append(item)
        item = item.get("/Next")
    root = pdf.make_indirect(dictionary(pdf.Root.Outlines))
    made = [pdf.make_indirect(dictionary(item)) for item in items]
    for i, new in enumerate(made):
        new.Parent = root
        if i:
            new.Prev = made[i - 1]
        if i + 1 < len(made):
            new.Next = made[i + 1]
    root.First, root.Last = made[0], made[-1]
    pdf.Root.Outlines = root
