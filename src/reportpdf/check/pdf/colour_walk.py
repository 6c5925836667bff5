"""Colour operators of a content stream. Source: ISO 32000-2 8.6.8."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from reportpdf.check.pdf.colours import cmyk, gray, paint_of, space_name
from reportpdf.check.pdf.marks import Family, Paint

if TYPE_CHECKING:
    from reportpdf.check.pdf.walk import Walk


class ColourWalk:
    """What each operator of colour does to the state of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self.operators: dict[str, Callable[[Any], None]] = {
            **{name: partial(self._device, name) for name in ("g", "G", "k", "K", "rg", "RG")},
            "cs": partial(self._space, stroke=False),
            "CS": partial(self._space, stroke=True),
            **dict.fromkeys(("sc", "scn"), partial(self._colour, stroke=False)),
            **dict.fromkeys(("SC", "SCN"), partial(self._colour, stroke=True)),
        }

    def _device(self, operator: str, operands: Any) -> None:
        parts = [float(one) for one in operands]
        paint = {
            "g": lambda: gray(parts[0]),
            "k": lambda: cmyk(parts),
            "rg": lambda: Paint(Family.RGB, tuple(zip("RGB", parts, strict=False))),
        }[operator.lower()]()
        if operator.islower():
            self._walk.state.fill = paint
        else:
            self._walk.state.stroke = paint

    def _space(self, operands: Any, stroke: bool) -> None:
        name = str(operands[0])
        space = self._walk.resource("/ColorSpace", name)
        space = name if space is None else space
        self._walk.note_spots(space)
        paint = paint_of(space, ()) if space_name(space) != "/Pattern" else Paint(Family.OTHER)
        if stroke:
            self._walk.state.stroke_space, self._walk.state.stroke = space, paint
        else:
            self._walk.state.fill_space, self._walk.state.fill = space, paint

    def _colour(self, operands: Any, stroke: bool) -> None:
        space = self._walk.state.stroke_space if stroke else self._walk.state.fill_space
        if space_name(space) == "/Pattern":
            paint = Paint(Family.OTHER)
        else:
            paint = paint_of(space, [float(one) for one in operands])
        if stroke:
            self._walk.state.stroke = paint
        else:
            self._walk.state.fill = paint
