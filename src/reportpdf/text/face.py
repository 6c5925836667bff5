"""An opened face: glyph ids, advances and ink boxes in em, through HarfBuzz.

The source room opens the file and hands over a :class:`Face`; nothing here touches the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import uharfbuzz as hb

from reportpdf.text.cluster import Glyph


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InkBox:
    """Where a glyph's ink lies, in em from its origin on the baseline, y upward."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Face:
    """One face ready to shape. ``key`` is the name that styles use for it."""

    key: str
    path: str
    index: int
    upem: int
    hb_face: hb.Face
    hb_font: hb.Font
    _boxes: dict[int, InkBox | None] = field(default_factory=dict)
    """Ink boxes already asked for."""

    def has(self, character: str) -> bool:
        """Whether the face's own character map has the character."""
        return bool(self.hb_font.get_nominal_glyph(ord(character)))

    def has_form(self, character: str, selector: str) -> bool:
        """Whether the face has the form of a character that a variation selector asks for (cmap 14)."""
        return bool(self.hb_font.get_variation_glyph(ord(character), ord(selector)))

    def shape(
        self, text: str, features: Mapping[str, bool], *, script: str, language: str
    ) -> tuple[Glyph, ...]:
        """The glyphs of ``text``; each carries the characters of its HarfBuzz cluster.

        Only the first glyph of a cluster carries text, so that the texts joined are ``text``. An empty
        ``script`` is told from the text itself.
        """
        buffer = self._shaped(text, features, "ltr", script, language)
        positions, upem = buffer.glyph_positions, self.upem
        return tuple(
            Glyph(gid, position.x_advance / upem, position.x_offset / upem, position.y_offset / upem, own)
            for (gid, own), position in zip(_glyph_texts(buffer, text), positions, strict=True)
        )

    def shape_down(
        self, text: str, features: Mapping[str, bool], *, script: str, language: str
    ) -> tuple[Glyph, ...]:
        """The same for a vertical line: its vertical glyphs, advancing downward.

        The pen stands on the line's centre at the top of the glyph; the offset leads from there to the
        glyph's horizontal origin (OpenType ``vert``, ``vmtx``, ``VORG``).
        """
        buffer = self._shaped(text, features, "ttb", script, language)
        positions, upem = buffer.glyph_positions, self.upem
        return tuple(
            Glyph(gid, -position.y_advance / upem, position.x_offset / upem, position.y_offset / upem, own)
            for (gid, own), position in zip(_glyph_texts(buffer, text), positions, strict=True)
        )

    def _shaped(
        self, text: str, features: Mapping[str, bool], direction: str, script: str, language: str
    ) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        if script:
            buffer.script = script
        else:
            buffer.guess_segment_properties()
        buffer.direction = direction
        buffer.language = language
        # A selector or joiner that the face does not know prints nothing, not a space of no width.
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.hb_font, buffer, dict(features))
        return buffer

    def outline(self, gid: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """The glyph's outline in em, y upward: ``m``, ``l``, ``c`` and ``h`` as PDF has them."""
        steps: list[tuple[str, tuple[float, ...]]] = []

        def add(operator: str, *numbers: float) -> None:
            steps.append((operator, tuple(number / self.upem for number in numbers)))

        funcs = hb.DrawFuncs()
        funcs.set_move_to_func(lambda x, y, _: add("m", x, y))
        funcs.set_line_to_func(lambda x, y, _: add("l", x, y))
        funcs.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, _: add("c", x1, y1, x2, y2, x, y))
        funcs.set_close_path_func(lambda _: add("h"))
        self.hb_font.draw_glyph(gid, funcs)
        return tuple(steps)

    def ink_box(self, gid: int) -> InkBox | None:
        """The glyph's ink, None when it has none (a space)."""
        if gid not in self._boxes:
            self._boxes[gid] = self._measured(gid)
        return self._boxes[gid]

    def _measured(self, gid: int) -> InkBox | None:
        extents = self.hb_font.get_glyph_extents(gid)
        if extents is None or extents.width == 0 or extents.height == 0:
            return None
        upem = self.upem
        left, top = extents.x_bearing / upem, extents.y_bearing / upem
        return InkBox(left, top + extents.height / upem, left + extents.width / upem, top)


def _glyph_texts(buffer: hb.Buffer, text: str) -> list[tuple[int, str]]:
    """Each glyph's id and the characters it carries; only the first of a cluster carries any."""
    starts = [info.cluster for info in buffer.glyph_infos]
    ends = _cluster_ends(starts, len(text))
    return [
        (info.codepoint, text[info.cluster : ends[i]] if i == 0 or starts[i - 1] != info.cluster else "")
        for i, info in enumerate(buffer.glyph_infos)
    ]


def _cluster_ends(starts: list[int], length: int) -> list[int]:
    """For each glyph of text shaped onward, the offset at which the next cluster begins."""
    ends, nxt = [length] * len(starts), length
    for i in range(len(starts) - 1, -1, -1):
        ends[i] = nxt
        if i and starts[i - 1] != starts[i]:
            nxt = starts[i]
    return ends


FontSet = Mapping[str, Face]
"""The faces a theme names, by key; opened when first asked for."""
