"""Path operators of a content stream: each path painted becomes marks, each clip narrows what is seen.

A curve is taken to reach to its control points. Source: ISO 32000-2 8.5.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from reportpdf.check.pdf.marks import Box, Kind, Mark, meet
from reportpdf.check.pdf.state import Path, box_of, scale_of, upright

if TYPE_CHECKING:
    from reportpdf.check.pdf.walk import Walk

_PAINTING = {
    "f": (True, False), "F": (True, False), "f*": (True, False), "S": (False, True), "s": (False, True),
    "B": (True, True), "B*": (True, True), "b": (True, True), "b*": (True, True), "n": (False, False),
}  # fmt: skip
"""Path-painting operators: whether they fill, whether they stroke."""


class PathWalk:
    """The path under construction in a walk, and what each operator does with it."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._path = Path()
        self._clipping = False
        self.operators: dict[str, Callable[[Any], None]] = {
            "w": self._line_width,
            "m": self._move,
            **dict.fromkeys(("l", "c", "v", "y"), self._line),
            "h": lambda _: None,
            "re": self._rectangle,
            **dict.fromkeys(("W", "W*"), self._clip),
            **{name: partial(self._painted, *how) for name, how in _PAINTING.items()},
        }

    def begin_anew(self, path: Path | None = None) -> Path:
        """Put another path in place of this one, which is handed back."""
        kept, self._path = self._path, path or Path()
        return kept

    def _painted(self, fill: bool, stroke: bool, _: Any) -> None:
        self._paint_path(fill, stroke)

    def _line_width(self, operands: Any) -> None:
        self._walk.state.width = float(operands[0])

    def _point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._walk.state.matrix
        return a * x + c * y + e, b * x + d * y + f

    def _move(self, operands: Any) -> None:
        self._path.begin(*self._point(float(operands[0]), float(operands[1])))
        self._path.rectangles = False

    def _line(self, operands: Any) -> None:
        for i in range(0, len(operands) - 1, 2):
            self._path.reach(*self._point(float(operands[i]), float(operands[i + 1])))
        self._path.rectangles = False

    def _rectangle(self, operands: Any) -> None:
        x, y, width, height = (float(one) for one in operands)
        box = box_of(self._walk.state.matrix, x, y, x + width, y + height)
        self._path.boxes.append(list(box))
        self._path.rectangles = self._path.rectangles and upright(self._walk.state.matrix)

    def _clip(self, _: Any) -> None:
        self._clipping = True

    def _paint_path(self, fill: bool, stroke: bool) -> None:
        """Fill and stroke the path, make it the clip if that was asked for, and begin anew."""
        path, self._path = self._path, Path()
        boxes = path.drawn()
        if boxes and fill:
            self._walk.add(self._filled(boxes, path.rectangles))
        if boxes and stroke:
            self._walk.add(self._stroked(boxes))
        if self._clipping:
            self._clipping = False
            whole = _hull([tuple(b) for b in path.boxes]) if path.boxes else None  # type: ignore[misc]
            self._walk.state.clip = (whole and meet(self._walk.state.clip, whole)) or (1e9, 1e9, 1e9, 1e9)

    def _filled(self, boxes: list[Box], rectangles: bool) -> Mark:
        state, box = self._walk.state, _hull(boxes)
        alone = len(boxes) == 1
        thin = min(box[2] - box[0], box[3] - box[1]) if alone and rectangles else 0.0
        return Mark(
            Kind.FILL, box, state.fill, state.fill_over, state.opm, state.fill_alpha, state.blend,
            size=thin, parts=() if alone else tuple(boxes), upright=alone and rectangles and not state.masked,
        )  # fmt: skip

    def _stroked(self, boxes: list[Box]) -> Mark:
        state = self._walk.state
        width = state.width * scale_of(state.matrix)
        half = max(width, 0.1) / 2
        grown = [(b[0] - half, b[1] - half, b[2] + half, b[3] + half) for b in boxes]
        return Mark(
            Kind.STROKE, _hull(grown), state.stroke, state.stroke_over, state.opm, state.stroke_alpha,
            state.blend, size=width, parts=() if len(grown) == 1 else tuple(grown),
        )  # fmt: skip


def _hull(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
