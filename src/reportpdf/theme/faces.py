"""Faces that go together: the strong one, the one for text reversed out of colour, the Latin of a Han face.

In: a look as it is written. Out: the same with every style's faces filled in, so that whoever sets type asks
the style alone. What a style says itself goes before. Source: clreq #mixed_text_composition (sizes of Latin
beside Han); Latin is scaled and raised on one baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from reportpdf.theme.style import TextStyle

REVERSED_INKS = frozenset({"paper"})
"""Inks of text that stands in a coloured ground: its strokes fill in, so a heavier face may be wanted."""

_Look = TypeVar("_Look")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FaceUse:
    """What goes with the face ``name`` where it is the first of a style's fonts; empty: nothing."""

    name: str
    strong: str = field(
        default="",
        metadata={
            "doc": "The face of strong text in it: a real heavier or other face",
            "doc_zh": "加重时换用的字体：真正的粗体或另一种字体",
            "length": 100,
        },
    )
    reversed: str = field(
        default="",
        metadata={
            "doc": "The face of text in the paper's colour on a coloured ground",
            "doc_zh": "反白字换用的字体",
            "length": 100,
        },
    )
    latin: str = field(
        default="",
        metadata={
            "doc": "The face of Western words and numbers beside it",
            "doc_zh": "与它相配的西文字体",
            "length": 100,
        },
    )
    latin_scale: float = field(
        default=1.0,
        metadata={"doc": "Size of that Latin, of the role's", "doc_zh": "西文缩放", "min": 0.5, "max": 2},
    )
    latin_shift: float = field(
        default=0.0,
        metadata={"doc": "How far that Latin is raised, in em", "doc_zh": "西文升高", "min": -1, "max": 1},
    )


def with_faces(look: _Look, uses: Sequence[FaceUse]) -> _Look:
    """The look with the faces of all its styles filled in."""
    found: _Look = _filled(look, {use.name: use for use in uses}) if uses else look
    return found


def _filled(record: Any, uses: dict[str, FaceUse]) -> Any:
    """A style filled in; a record or tuple with all its styles so."""
    if isinstance(record, TextStyle):
        return _styled(record, uses)
    if isinstance(record, tuple):
        return tuple(_filled(member, uses) for member in record)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    changes = {
        f.name: made
        for f in fields(record)
        if (made := _filled(old := getattr(record, f.name), uses)) is not old
    }
    return replace(record, **changes) if changes else record


def _styled(style: TextStyle, uses: dict[str, FaceUse]) -> TextStyle:
    fonts = style.fonts
    use = uses.get(fonts[0]) if fonts else None
    if use is not None and use.reversed and style.ink in REVERSED_INKS:
        fonts = (use.reversed, *fonts)
        use = uses.get(use.reversed) or use
    if use is None:
        return style
    made = replace(style, fonts=fonts, strong=style.strong or use.strong)
    if use.latin and style.latin in ("", use.latin):
        own = (style.latin_scale, style.latin_shift) != (1.0, 0.0)
        scale, shift = (style.latin_scale, style.latin_shift) if own else (use.latin_scale, use.latin_shift)
        made = replace(made, latin=use.latin, latin_scale=scale, latin_shift=shift)
    return made
