"""A page's content stream is walked, with its forms, and everything it paints is listed.

Comes in: a page of pikepdf. Goes out: :class:`~reportpdf.check.pdf.marks.PageMarks`. What is not painted
(clipped away, invisible text, a layer that is off, fully transparent) is not listed. Source: ISO 32000-2
annex A (operators).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportpdf.check.pdf.colour_walk import ColourWalk
from reportpdf.check.pdf.colours import BLACK, family_of, spot_names
from reportpdf.check.pdf.images import image_mark, inline_mark
from reportpdf.check.pdf.marks import Family, Kind, Mark, PageMarks, Paint, meet
from reportpdf.check.pdf.path_walk import PathWalk
from reportpdf.check.pdf.state import State, box_of, times
from reportpdf.check.pdf.text import TextWalk
from reportpdf.check.pdf.text_metrics import ShownFont

DEEPEST = 24
"""Forms within forms; a file that goes deeper goes in a circle."""


class Walk:
    """One page being walked."""

    def __init__(self, off: frozenset[tuple[int, int]]) -> None:
        self.page = PageMarks()
        self.state = State()
        self._stack: list[State] = []
        self._off = off
        self._hidden = 0
        self._marked: list[bool] = []
        self.resources: Any = None
        self.paths = PathWalk(self)
        self._text = TextWalk(self)
        self._operators = {
            "q": self._save,
            "Q": self._restore,
            "cm": self._concat,
            "gs": self._graphics,
            "sh": self._shading,
            "Do": self._object,
            "BDC": self._begin_marked,
            "BMC": self._begin_marked,
            "EMC": self._end_marked,
            **ColourWalk(self).operators,
            **self.paths.operators,
            **self._text.operators,
        }
        self._fonts: dict[tuple[int, int], ShownFont] = {}
        self._depth = 0

    def stream(self, content: Any, resources: Any) -> None:
        """Everything that a stream paints with these resources."""
        import pikepdf

        self.resources = resources
        for step in pikepdf.parse_content_stream(content):
            operator = str(step.operator)
            try:
                if isinstance(step, pikepdf.ContentStreamInlineImage):
                    self.add(inline_mark(step.iimage, self.state))
                elif operator in self._operators:
                    self._operators[operator](step.operands)
            except (IndexError, TypeError, ValueError, KeyError, AttributeError):
                self.page.malformed += 1

    def add(self, mark: Mark | None) -> None:
        """List a mark, as far as the clip lets it be seen."""
        if mark is None or self._hidden or mark.alpha <= 0.0005:
            return
        box = meet(mark.box, self.state.clip)
        if box is None:
            return
        parts = tuple(part for one in mark.parts if (part := meet(one, self.state.clip)))
        if mark.alpha < 0.999 or mark.blend not in ("Normal", "Compatible") or self.state.masked:
            self.page.transparent = True
        if mark.image is not None and mark.image.masked:
            self.page.transparent = True
        self.page.marks.append(replace(mark, box=box, parts=parts))

    # State

    def _save(self, _: Any) -> None:
        self._stack.append(replace(self.state))

    def _restore(self, _: Any) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def _concat(self, operands: Any) -> None:
        a, b, c, d, e, f = (float(one) for one in operands)
        self.state.matrix = times((a, b, c, d, e, f), self.state.matrix)

    def _graphics(self, operands: Any) -> None:
        """A state's dictionary. Where only ``OP`` is given it is for fills too (ISO 32000-2 8.6.7)."""
        found = self.resource("/ExtGState", operands[0])
        if found is None:
            return
        state = self.state
        if "/OP" in found:
            state.stroke_over = bool(found.OP)
            state.fill_over = bool(found.get("/op", found.OP))
        if "/op" in found:
            state.fill_over = bool(found.op)
        state.opm = int(found.get("/OPM", state.opm))
        state.fill_alpha = float(found.get("/ca", state.fill_alpha))
        state.stroke_alpha = float(found.get("/CA", state.stroke_alpha))
        state.width = float(found.get("/LW", state.width))
        if "/BM" in found:
            state.blend = _blend(found.BM)
        if "/SMask" in found:
            state.masked = str(found.SMask) != "/None"
        if "/Font" in found:
            self.set_font(found.Font[0], float(found.Font[1]))

    def set_font(self, font: Any, size: float) -> None:
        """Text is shown in a font from now on."""
        key = font.objgen
        if key == (0, 0) or key not in self._fonts:
            self._fonts[key] = ShownFont(font)
        self.state.font, self.state.font_size = self._fonts[key], size

    def named_font(self, name: Any, size: float) -> None:
        """Text is shown in a font of the resources."""
        font = self.resource("/Font", name)
        if font is not None:
            self.set_font(font, size)

    def shown(self) -> None:
        """Text was shown: its font is one that is used."""
        if self.state.font is not None:
            font = self.state.font.dictionary
            self.page.fonts.setdefault(f"{self.state.font.name} {font.objgen}", font)

    def resource(self, kind: str, name: Any) -> Any:
        """What the resources have by that name; None if nothing."""
        return self.resources.get(kind, {}).get(str(name), None) if self.resources is not None else None

    def note_spots(self, space: Any) -> None:
        """Remember the spot colours of a space, with what stands for them."""
        for name in spot_names(space):
            self.page.spots.setdefault(name, []).append(space)

    # Objects within

    def _shading(self, operands: Any) -> None:
        found = self.resource("/Shading", operands[0])
        space = found.get("/ColorSpace", "/DeviceGray") if found is not None else "/DeviceGray"
        family = family_of(space)
        self.note_spots(space)
        paint = BLACK if family is Family.GRAY else Paint(family, (("Cyan", 0.5), ("Magenta", 0.5)))
        state = self.state
        self.add(Mark(Kind.SHADING, state.clip, paint, False, 0, state.fill_alpha, state.blend))

    def _object(self, operands: Any) -> None:
        found = self.resource("/XObject", operands[0])
        if found is None or self._is_off(found.get("/OC", None)):
            return
        if str(found.get("/Subtype", "")) == "/Image":
            self.note_spots(found.get("/ColorSpace", ""))
            self.add(image_mark(str(operands[0])[1:], found, self.state))
        elif str(found.get("/Subtype", "")) == "/Form" and self._depth < DEEPEST:
            self._form(found)

    def _form(self, form: Any) -> None:
        """A form's own stream in its own space."""
        kept, stack, resources = self.state, self._stack, self.resources
        path = self.paths.begin_anew()
        self.state, self._stack = replace(kept), []
        self._depth += 1
        if "/Group" in form and form.Group.get("/CS", None) is not None:
            self.page.groups.append(form.Group.CS)
        a, b, c, d, e, f = (float(one) for one in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
        self.state.matrix = times((a, b, c, d, e, f), kept.matrix)
        inside = box_of(self.state.matrix, *(float(one) for one in form.get("/BBox", (0, 0, 0, 0))))
        clip = meet(kept.clip, inside)
        if clip is not None:
            self.state.clip = clip
            self.stream(form, form.get("/Resources", resources))
        self.state, self._stack, self.resources = kept, stack, resources
        self.paths.begin_anew(path)
        self._depth -= 1

    # Layers

    def _begin_marked(self, operands: Any) -> None:
        off = False
        if len(operands) == 2 and str(operands[0]) == "/OC":
            off = self._is_off(self.resource("/Properties", operands[1]))
        self._marked.append(off)
        self._hidden += off

    def _end_marked(self, _: Any) -> None:
        if self._marked:
            self._hidden -= self._marked.pop()

    def _is_off(self, layer: Any) -> bool:
        """Whether a layer, or all of a membership's, are off in the default configuration."""
        if layer is None:
            return False
        if str(layer.get("/Type", "")) == "/OCMD":
            groups = layer.get("/OCGs", [])
            groups = [groups] if hasattr(groups, "keys") else list(groups)
            return bool(groups) and all(group.objgen in self._off for group in groups)
        return layer.objgen in self._off


def _blend(mode: Any) -> str:
    import pikepdf

    first = mode[0] if isinstance(mode, pikepdf.Array) and len(mode) else mode
    return str(first)[1:]
