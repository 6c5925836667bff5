"""Clusters of vertical lines (竖排): their glyphs, where they stand, and the white above and below them.

In: text and the faces of a style. Out: clusters whose ``advance`` runs down the line, so that paragraphs,
breaks and justification are the same as for horizontal text; ``left`` and ``right`` are the white above and
below. The pen is on the line's centre at the top of a cluster. An upright glyph's offset leads from it to
the glyph's horizontal origin, y upward; a turned cluster is as in horizontal text, its baseline
``vertical_glyphs.BASELINE`` to the left of the centre. Sources: UAX #50; GB/T 15834-2011 5.2; clreq #id65 to
#id69, #id110 to #id112.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportpdf.text.classes import FULL_WIDTH_MARKS, IDEOGRAPHIC_SPACE, kind_of
from reportpdf.text.cluster import Cluster, Glyph, Kind
from reportpdf.text.face import Face
from reportpdf.text.junctions import Junction, JunctionRules
from reportpdf.text.orientation import is_upright
from reportpdf.text.shape import ClusterTable
from reportpdf.text.vertical_glyphs import (
    STANDING,
    across,
    in_square,
    interpunct,
    standing,
    stops,
    unbroken,
    white,
)
from reportpdf.text.vertical_tokens import Form, split_vertical
from reportpdf.theme.records import Language

QUOTES = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""Drawn for the quotes of horizontal text. Source: GB/T 15834-2011 5.2.3 (﹃﹄ outside, ﹁﹂ inside)."""

FIXED = frozenset("：；！？‼⁇⁈⁉")
"""Always 1 em in vertical lines. Source: clreq #h-punctuation_adjustment_space."""

_FULL = 0xFEE0  # from an ASCII character to its full-width form
_TRIMMED = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP})
_LAID = frozenset({Kind.SEPARATOR, Kind.SPACE, Kind.ASCII_OPENING, Kind.ASCII_CLOSING})
_HELD = Junction(0.0, 0.0, 0.0, True, None)


class VerticalTable(ClusterTable):
    """Clusters of one style for vertical lines, made when first asked for.

    ``across``: two or three digits are set side by side. ``quotes``: “” and ‘’ are drawn as ﹃﹄ and ﹁﹂.
    """

    def __init__(
        self,
        faces: Sequence[Face],
        *,
        trims: bool = True,
        across: bool = True,
        quotes: bool = True,
        language: Language = Language.HANS,
    ) -> None:
        super().__init__(faces, trims=trims, language=language)
        self._across = across
        self._quotes = quotes
        self._formed: dict[tuple[str, Form], Cluster] = {}

    def clusters_of(self, text: str) -> list[Cluster]:
        """The clusters of one line of text, in order."""
        formed = split_vertical(text, across=self._across)
        made = [self[token] if form is Form.PLAIN else self.formed(token, form) for token, form in formed]
        for i, (digits, sign) in enumerate(pairwise(formed)):
            if digits[1] is Form.ACROSS and made[i].turned and sign[1] is Form.UPRIGHT:
                made[i + 1] = self.formed(sign[0], Form.TURNED)  # 100 did not fit, so its % lies down too
        return made

    def formed(self, token: str, form: Form) -> Cluster:
        """The token in a form that is not the one of its class."""
        known = self._formed.get((token, form))
        if known is None:
            known = self._formed[token, form] = self._in_form(token, form)
        return known

    def _in_form(self, token: str, form: Form) -> Cluster:
        base = super()._make(token)
        if token in self.missing or form is Form.TURNED:
            return replace(base, turned=form is Form.TURNED)
        if form is Form.UPRIGHT:
            return self._square(token, base)
        return across(base, self._face(base)) or self[token]

    def _make(self, token: str) -> Cluster:
        base = super()._make(token)
        if token in self.missing:
            return base
        kind = base.kind
        if kind is Kind.WESTERN and is_upright(token[0]):  # a sign such as × that stands alone
            return replace(standing(base, self._face(base), token, Kind.OTHER), group=token)
        if kind in _LAID and token != IDEOGRAPHIC_SPACE:
            return replace(base, turned=True)
        if kind is Kind.WESTERN or token[1:] == "\ufe00":
            return replace(base, turned=True)
        if kind is Kind.STOP and token[1:2] in FIXED and token[0] in FIXED:
            return replace(base, glyphs=stops(base, self._face(base)), advance=len(token) - 1.0, right=0.0)
        if kind is Kind.INTERPUNCT:
            return interpunct(base, self._face(base))
        if token[0] in QUOTES:
            return self._quote(base)
        return self._mark_or_han(base)

    def _mark_or_han(self, base: Cluster) -> Cluster:
        """A Han character, mark or sign: in its vertical glyph, upright, or turned for want of a glyph."""
        face = self._face(base)
        made = standing(base, face, base.text, base.kind)
        own_glyph = [g.gid for g in made.glyphs] != [g.gid for g in base.glyphs]
        if base.kind is Kind.DASH and not (own_glyph and unbroken(face, made)):
            return replace(base, turned=True)
        if not own_glyph and not is_upright(base.text[0]):
            return replace(base, turned=True)
        return self._with_white(made, face, base.text)

    def _quote(self, base: Cluster) -> Cluster:
        """A quotation mark as the corner bracket of vertical text, else turned as it is."""
        drawn = QUOTES[base.text[0]]
        face = next((face for face in self.faces if face.has(drawn)), None)
        if not self._quotes or face is None:
            return replace(base, turned=True)
        made = standing(replace(base, face=face.key), face, drawn, base.kind)
        first = made.glyphs[0]
        glyph = Glyph(first.gid, first.advance, first.dx, first.dy, base.text)
        return self._with_white(replace(made, glyphs=(glyph,)), face, drawn)

    def _with_white(self, made: Cluster, face: Face, drawn: str) -> Cluster:
        trimmed = made.kind in _TRIMMED and drawn[0] in FULL_WIDTH_MARKS and drawn[0] not in FIXED
        above, below = white(made, face, drawn) if trimmed and self._trims else (0.0, 0.0)
        return replace(made, left=above, right=below)

    def _square(self, token: str, base: Cluster) -> Cluster:
        """A letter, digit or unit sign in its full-width form; its own glyph where the face has none."""
        face = self._face(base)
        full = chr(ord(token) + _FULL) if len(token) == 1 and "!" <= token <= "~" else token
        drawn = full if face.has(full[0]) else token
        unit = kind_of(full) is Kind.SUFFIX or not token[0].isalnum()
        made = standing(base, face, drawn, Kind.SUFFIX if unit else Kind.HAN)
        glyphs = tuple(replace(g, text=token if i == 0 else "") for i, g in enumerate(made.glyphs))
        if drawn == token:
            glyphs = in_square(glyphs)
        group = f"{STANDING} {'unit' if unit else 'digit' if token.isdigit() else 'letter'}"
        return replace(made, glyphs=glyphs, advance=sum(g.advance for g in glyphs), group=group)

    def _face(self, cluster: Cluster) -> Face:
        return next(face for face in self.faces if face.key == cluster.face)


class VerticalRules(JunctionRules):
    """Junctions of vertical lines: as in horizontal ones, and no break inside a word set upright."""

    down = True

    def between(self, a: Cluster, b: Cluster) -> Junction:
        """The junction of two clusters, kept for all pairs of their groups."""
        if a.group.startswith(STANDING) and b.group.startswith(STANDING):
            return _HELD
        return super().between(a, b)
