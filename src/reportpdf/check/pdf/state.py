"""The graphics state of a content stream, and the matrices it is reckoned with.

Source: ISO 32000-2 8.3.4 (matrices), 8.4 (graphics state), 9.3 (text state).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportpdf.check.pdf.colours import BLACK
from reportpdf.check.pdf.marks import Box, Paint
from reportpdf.check.pdf.text_metrics import ShownFont

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """``one`` applied before ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def box_of(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The upright box round a rectangle that is transformed."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def scale_of(matrix: Matrix) -> float:
    """By how much lengths grow, on average."""
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)


def upright(matrix: Matrix) -> bool:
    """Whether rectangles stay upright rectangles."""
    a, b, c, d = (abs(part) for part in matrix[:4])
    most = max(a, b, c, d) * 1e-4
    return (b <= most and c <= most) or (a <= most and d <= most)


@dataclass(slots=True)
class State:
    """All that ``q`` keeps and ``Q`` brings back."""

    matrix: Matrix = IDENTITY
    clip: Box = (-1e9, -1e9, 1e9, 1e9)
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_space: Any = "/DeviceGray"
    stroke_space: Any = "/DeviceGray"
    width: float = 1.0
    fill_over: bool = False
    stroke_over: bool = False
    opm: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    font: ShownFont | None = None
    font_size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0


@dataclass(slots=True)
class Path:
    """The path under construction: the box of each subpath, and whether all are upright rectangles."""

    boxes: list[list[float]] = field(default_factory=list)
    rectangles: bool = True

    def begin(self, x: float, y: float) -> None:
        """A new subpath."""
        self.boxes.append([x, y, x, y])

    def reach(self, x: float, y: float) -> None:
        """The subpath goes on to a point."""
        if not self.boxes:
            self.begin(x, y)
        box = self.boxes[-1]
        box[0], box[1] = min(box[0], x), min(box[1], y)
        box[2], box[3] = max(box[2], x), max(box[3], y)

    def drawn(self) -> list[Box]:
        """Subpaths that have some length."""
        return [(b[0], b[1], b[2], b[3]) for b in self.boxes if b[2] > b[0] or b[3] > b[1]]
