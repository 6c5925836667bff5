"""Faces cut down to the characters of a whole list of names, in memory.

Comes in: faces and characters. Goes out: the bytes of small fonts, and faces opened from them. Cutting a
face of ten megabytes takes 20 ms, one that was cut already a quarter; and small faces go along to other
processes. A face that forbids subsetting stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from reportpdf.paint.font_tables import read_tables
from reportpdf.text.face import Face, FontSet


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CutFace:
    """A small font, and what it was cut from."""

    key: str
    path: str
    data: bytes


def cut_faces(fonts: FontSet, keys: Iterable[str], characters: Iterable[str]) -> tuple[CutFace, ...]:
    """Each face with no more than the characters; all that shapes them is kept."""
    wanted = sorted({ord(character) for character in characters})
    cut = []
    for key in keys:
        face = fonts[key]
        request = hb.SubsetInput()
        if read_tables(face).no_subsetting:
            request.keep_everything()
        else:
            request.unicode_set.update(wanted)
            request.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        cut.append(CutFace(key, face.path, bytes(hb.SubsetPlan(face.hb_face, request).execute().blob.data)))
    return tuple(cut)


def open_cut(faces: Iterable[CutFace]) -> Mapping[str, Face]:
    """The faces, ready to shape."""
    opened = {}
    for cut in faces:
        hb_face = hb.Face(hb.Blob(cut.data))
        opened[cut.key] = Face(cut.key, cut.path, 0, hb_face.upem, hb_face, hb.Font(hb_face))
    return opened
