"""Lines of clusters become text operators.

Comes in: text items in page order. Goes out: operators, one text object an item, that repeat no state the
page already has. A run of clusters is joined from strings made once; Python loops over glyphs only when a
cluster is first met. Source: ISO 32000-2 9.3 (text state), 9.4.3 (text-showing operators).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reportpdf.base.ink import Ink
from reportpdf.layout.display import TextItem
from reportpdf.paint.encode import FaceEncoder
from reportpdf.paint.numbers import number
from reportpdf.text.cluster import Cluster

_SIZE_PLACES = 4
_SPACING_PLACES = 5
"""Character spacing is added at every glyph: 5e-6 pt over 100 glyphs is 5e-5 em at 10 pt."""

DOWNWARD = "v"
"""Ends the resource name of a font with vertical writing mode."""

_face_of: Callable[[Cluster], str] = attrgetter("face")
_advance_of: Callable[[Cluster], float] = attrgetter("advance")


@dataclass(slots=True)
class TextState:
    """What the content stream so far has set, as written; empty where nothing has been."""

    fill: str = ""
    font: str = ""
    spacing: str = "0"
    mode: str = "0"


class WrittenState(NamedTuple):
    """Tracking in points and type size, as written."""

    spacing: str
    size: str


def written_state(item: TextItem) -> WrittenState:
    """What an item's text operators are written with."""
    return WrittenState(number(item.tracking * item.size, _SPACING_PLACES), number(item.size, _SIZE_PLACES))


class TextWriter:
    """Writes the text items of a document. ``encoder`` opens the encoder of a face by its key."""

    def __init__(self, encoder: Callable[[str], FaceEncoder], fills: Mapping[Ink, str]) -> None:
        self.encoder = encoder
        self._fills = fills
        self._names: dict[str, str] = {}

    def write(self, item: TextItem, state: TextState, x: float, y: float) -> str:
        """The operators of ``item`` with its origin at (``x``, ``y``) of the page, y upward."""
        if not item.clusters:
            return ""
        spacing, size = written_state(item)
        parts, line, at = [self.set_state(item, state, spacing), "BT"], RunStrings(item, size, spacing), 0.0
        for face, start, end in _runs(item.clusters):
            encoder = self.encoder(face)
            name = self.name(face)
            # Each run is placed anew and no TJ begins with a number: at either edge of a TJ readers differ
            # on whether Tc acts
            pen = line.pen(start)
            lead, shown = line.show(encoder, name, start, end)
            step = number(x + (pen + lead) * item.size - at)
            at += float(step)
            parts.append(f"{step} {number(y) if not start else 0} Td")
            font = f"{name} {size} Tf"
            if font != state.font:
                parts.append(font)
                state.font = font
            parts.append(shown)
        parts.append("ET")
        return "\n".join(filter(None, parts))

    def set_state(self, item: TextItem, state: TextState, spacing: str) -> str:
        """The operators that bring the page's state to what the item wants."""
        parts = []
        fill, mode = self._fills[item.ink], "0" if item.visible else "3"
        if fill != state.fill:
            parts.append(fill)
        if spacing != state.spacing:
            parts.append(f"{spacing} Tc")
        if mode != state.mode:
            parts.append(f"{mode} Tr")
        state.fill, state.spacing, state.mode = fill, spacing, mode
        return " ".join(parts)

    def name(self, face: str) -> str:
        """The resource name of a face's first font."""
        return self._names.setdefault(face, f"/{font_name(len(self._names) + 1, 0)}")

    @property
    def order(self) -> dict[str, str]:
        """Face keys in order of first use, with the names their fonts have in the resources."""
        return {face: name[1:] for face, name in self._names.items()}


def font_name(face_number: int, plane: int) -> str:
    """The resource name of a plane of a face, e.g. ``F2`` or, for its plane 1, ``F2p1``."""
    return f"F{face_number}p{plane}" if plane else f"F{face_number}"


def _runs(clusters: tuple[Cluster, ...]) -> list[tuple[str, int, int]]:
    """Spans of clusters in one face: (face key, start, end)."""
    if len(set(map(_face_of, clusters))) == 1:
        return [(clusters[0].face, 0, len(clusters))]
    runs, start = [], 0
    for face, group in groupby(clusters, _face_of):
        end = start + sum(1 for _ in group)
        runs.append((face, start, end))
        start = end
    return runs


_MARK = re.compile(r"!([^!]*)!|\^([^^]*)\^|@(\d+)@|~([^~]*)~|\{([^}]*)\}")
# ISO 32000-2 14.9.4: what a reader takes for the hyphen that a word was broken with. The move by nothing
# is for readers that space a string's first glyph from what was before it only after a number.
_HYPHEN = ">]TJ /Span <</ActualText <FEFF00AD>>> BDC [0<{}>]TJ EMC [<"


class RunStrings:
    """The TJ operators of one item, run by run; rounding of moves is carried on so that it never adds up."""

    def __init__(self, item: TextItem, size: str, spacing: str) -> None:
        self._item = item
        self._size = size
        # Tracking belongs after a cluster; inside one it is taken back, as Tc acts at every glyph
        self._gap = "" if spacing == "0" else f">{number(float(spacing) * 1000 / item.size)}<"
        self._next = 0
        self._owed = 0.0

    def pen(self, start: int) -> float:
        """Where cluster ``start`` stands, in em from the item's origin; its moves count as made."""
        item = self._item
        moves = item.moves
        if not start and not moves:
            return 0.0
        while self._next < len(moves) and moves[self._next][0] <= start:
            self._next += 1
        self._owed = 0.0
        moved = sum(em for _, em in moves[: self._next])
        return sum(map(_advance_of, item.clusters[:start])) + start * item.tracking + moved

    def show(self, encoder: FaceEncoder, name: str, start: int, end: int) -> tuple[float, str]:
        """Shows clusters ``start`` to ``end``, all in one face: em ahead of the pen, and the operators."""
        string_of, clusters, moves = encoder.strings.__getitem__, self._item.clusters, self._item.moves
        pieces: list[str] = []
        while self._next < len(moves) and moves[self._next][0] < end:
            index, em = moves[self._next]
            pieces.extend(map(string_of, clusters[start:index]))
            pieces.append(self._move(em))
            self._next, start = self._next + 1, index
        pieces.extend(map(string_of, clusters[start:end]))
        text = "".join(pieces)
        if "|" in text:
            text = text.replace("|", self._gap)
        if "^" in text or "@" in text or "~" in text or "!" in text:
            text = self._expand(text, name)
        lead = 0.0
        if text.startswith(">") and not text.startswith(">]"):  # the first glyph has an offset
            thousandths, text = text[1:].split("<", 1)
            lead = float(thousandths) / -1000
        return lead, f"[<{text}>]TJ".replace("<>", " ").replace("[ ]TJ ", "")

    def _move(self, em: float) -> str:
        """A move in thousandths of an em; a TJ number is subtracted from the pen's place."""
        exact = -em * 1000 + self._owed
        written = round(exact, 1)
        self._owed = exact - written
        return f">{number(written, 1)}<" if written else ""

    def _expand(self, text: str, name: str) -> str:
        """Marks of height, plane and size become operators between TJ arrays."""
        item = self._item
        now = {"plane": "0", "size": "1"}

        def operator(mark: re.Match[str]) -> str:
            hyphen, rise, plane, size, gap = mark.groups()
            if hyphen is not None:
                return _HYPHEN.format(_MARK.sub(operator, hyphen))
            if rise is not None:
                return f">]TJ {number(float(rise) * item.size, _SIZE_PLACES)} Ts [<"
            if gap is not None:
                return f">{number(item.tracking * 1000 / float(gap))}<" if self._gap else ""
            now["plane"], now["size"] = plane or now["plane"], size or now["size"]
            points = number(item.size * float(now["size"]), _SIZE_PLACES)
            return f">]TJ {plane_name(name, now['plane'])} {points} Tf [<"

        return _MARK.sub(operator, text)


def plane_name(name: str, plane: str) -> str:
    """The resource name of a plane of the face whose first font has ``name``."""
    return name if plane == "0" else f"{name}p{plane}"
