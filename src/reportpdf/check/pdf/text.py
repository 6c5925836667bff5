"""Text operators of a content stream: each string shown becomes a mark with its box, size and words.

Source: ISO 32000-2 9.4. A box reaches from 0.2 em below the baseline to 0.85 em above it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import hypot
from typing import TYPE_CHECKING, Any

from reportpdf.check.pdf.marks import Kind, Mark
from reportpdf.check.pdf.state import IDENTITY, Matrix, box_of, times

if TYPE_CHECKING:
    from reportpdf.check.pdf.walk import Walk

_ASCENT, _DESCENT = 0.85, -0.2
_STROKED = frozenset((1, 2, 5, 6))
_FILLED = frozenset((0, 2, 4, 6))
"""Rendering modes. 3 and 7 paint nothing. Source: ISO 32000-2 table 104."""


class TextWalk:
    """The text state of a walk: its matrices, and what each operator does."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._matrix: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self.operators: dict[str, Callable[[Any], None]] = {
            "BT": lambda _: self._place(IDENTITY),
            "Tf": lambda o: walk.named_font(o[0], float(o[1])),
            "Tc": lambda o: self._set("char_space", o),
            "Tw": lambda o: self._set("word_space", o),
            "TL": lambda o: self._set("leading", o),
            "Ts": lambda o: self._set("rise", o),
            "Tz": lambda o: setattr(walk.state, "stretch", float(o[0]) / 100),
            "Tr": lambda o: setattr(walk.state, "render", int(o[0])),
            "Td": lambda o: self._next(float(o[0]), float(o[1])),
            "TD": self._next_leading,
            "T*": lambda _: self._next(0.0, -walk.state.leading),
            "Tm": lambda o: self._place(tuple(float(one) for one in o)),  # type: ignore[arg-type]
            "Tj": lambda o: self._show([o[0]]),
            "TJ": lambda o: self._show(list(o[0])),
            "'": lambda o: self._show_next(o[0]),
            '"': self._show_spaced,
        }

    def _set(self, name: str, operands: Any) -> None:
        setattr(self._walk.state, name, float(operands[0]))

    def _place(self, matrix: Matrix) -> None:
        self._matrix = self._line = matrix

    def _next(self, x: float, y: float) -> None:
        self._place(times((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def _next_leading(self, operands: Any) -> None:
        self._walk.state.leading = -float(operands[1])
        self._next(float(operands[0]), float(operands[1]))

    def _show_next(self, shown: Any) -> None:
        self._next(0.0, -self._walk.state.leading)
        self._show([shown])

    def _show_spaced(self, operands: Any) -> None:
        self._walk.state.word_space, self._walk.state.char_space = float(operands[0]), float(operands[1])
        self._show_next(operands[2])

    def _show(self, parts: list[Any]) -> None:
        """Show strings, moved apart by the numbers between them."""
        import pikepdf

        state, words, moved, spaces = self._walk.state, "", 0.0, True
        font = state.font
        if font is None:
            return
        for part in parts:
            if not isinstance(part, pikepdf.String):
                moved -= float(part) / 1000 * state.font_size * state.stretch
                continue
            codes = font.codes(bytes(part))
            word = state.word_space * (codes.count(32) if not font.composite else 0)
            em = sum(map(font.width, codes)) / 1000 * state.font_size
            moved += (em + state.char_space * len(codes) + word) * state.stretch
            text = font.text(codes)
            spaces = spaces and not text.strip()
            words += text
        if words and not spaces:
            self._walk.shown()
            self._add(words, moved)
        self._matrix = times((1.0, 0.0, 0.0, 1.0, moved, 0.0), self._matrix)

    def _add(self, words: str, moved: float) -> None:
        state = self._walk.state
        matrix = times(self._matrix, state.matrix)
        size = abs(state.font_size) * hypot(matrix[2], matrix[3])
        low, high = (state.rise + e * state.font_size for e in (_DESCENT, _ASCENT))
        box = box_of(matrix, min(0.0, moved), min(low, high), max(0.0, moved), max(low, high))
        name = state.font.name if state.font else ""
        if state.render in _FILLED:
            self._walk.add(
                Mark(Kind.TEXT, box, state.fill, state.fill_over, state.opm, state.fill_alpha, state.blend,
                     size=size, words=words, font=name)
            )  # fmt: skip
        elif state.render in _STROKED:
            self._walk.add(
                Mark(Kind.TEXT, box, state.stroke, state.stroke_over, state.opm, state.stroke_alpha,
                     state.blend, size=size, words=words, font=name)
            )  # fmt: skip
