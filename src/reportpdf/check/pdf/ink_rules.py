"""Rules about single marks: overprint, black and small text, thin lines, foreign colours, resolution.

Comes in: a page as it is seen, and the limits. Goes out: what is wrong, each at its spot. Overprint is asked
about only where marks lie over each other. Source: GWG 2022; ISO 32000-2 8.6.7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportpdf.base.problem import Place, problem
from reportpdf.check.finding import Noted
from reportpdf.check.pdf.limits import Limits
from reportpdf.check.pdf.marks import Box, Family, Kind, Mark
from reportpdf.check.pdf.opened import Seen

_WORDS = 16
"""Characters of a text that are quoted."""

_RICH = 0.85
"""From so much black on, a text is meant to be black."""


def ink_problems(page: Seen, place: Place, limits: Limits) -> Iterator[Noted]:
    """What is wrong with the marks of a page, a text that is shown in pieces told once."""
    told: set[tuple[str, str]] = set()
    for i, mark in enumerate(page.marks):
        for code, args in _judged(mark, Beneath(page.marks, i), limits):
            key = (code, mark.words or str(mark.box))
            if key in told:
                continue
            told.add(key)
            spot = page.spot(mark.box)
            where = {"page": page.number, "words": mark.words[:_WORDS], "size": f"{mark.size:.3g}"}
            yield Noted(problem(code, place, **{**where, **args}), spot=spot)


@dataclass(frozen=True, slots=True)
class Beneath:
    """The marks of a page that were painted before one of them; looked through only where it matters."""

    marks: tuple[Mark, ...]
    count: int

    def under(self, box: Box) -> Iterator[Mark]:
        """Marks with ink that lie directly under a box: nothing under one that covers it wholly."""
        for i in range(self.count - 1, -1, -1):
            mark = self.marks[i]
            if mark.kind is Kind.TEXT or not mark.meets(box):
                continue
            if not mark.paint.white:
                yield mark
            if mark.covers(box):
                return

    def inked(self, box: Box) -> bool:
        """Whether there is any ink under a box."""
        return next(self.under(box), None) is not None


Fault = tuple[str, dict[str, object]]


def _judged(mark: Mark, before: Beneath, limits: Limits) -> Iterator[Fault]:
    """The codes and arguments of all that is wrong with one mark, those before it being under it."""
    if mark.paint.family is Family.RGB:
        yield "press-pdf-rgb", {}
    if mark.kind is Kind.TEXT:
        yield from _text(mark, before, limits)
    elif mark.kind is Kind.IMAGE:
        yield from _image(mark, limits)
    else:
        yield from _line(mark, limits)
    yield from _white_over(mark, before)


def _white_over(mark: Mark, before: Beneath) -> Iterator[Fault]:
    """White that overprints is not there: what lies under it shows."""
    if mark.kind is Kind.IMAGE or not mark.overprint or not mark.paint.white:
        return
    if before.inked(mark.box):
        code = "press-white-text-overprint" if mark.kind is Kind.TEXT else "press-white-overprint"
        yield code, {}


def _text(mark: Mark, before: Beneath, limits: Limits) -> Iterator[Fault]:
    paint, size = mark.paint, mark.size
    inks = dict(paint.inks)
    if paint.black and size < limits.black_text and not mark.overprint and _coloured(before.under(mark.box)):
        yield "press-black-knocks-out", {"least": f"{limits.black_text:g}"}
    if not paint.known:
        return
    rich = inks.get("Black", 0.0) >= _RICH and len(paint.used) > 1
    if rich and size < limits.rich_black:
        yield "press-rich-black-text", {"inks": _per_cent(mark), "least": f"{limits.rich_black:g}"}
    elif len(paint.used) > 1 and size < limits.colour_min:
        yield "press-inks-small-text", {"inks": _per_cent(mark), "least": f"{limits.colour_min:g}"}
    if paint.white and size < limits.reversed_min and not mark.overprint and before.inked(mark.box):
        yield "press-small-reversed", {"least": f"{limits.reversed_min:g}"}


def _line(mark: Mark, limits: Limits) -> Iterator[Fault]:
    """Strokes, and rectangles that are filled to look like one."""
    if mark.kind is Kind.SHADING or (mark.kind is Kind.FILL and not mark.upright) or not mark.paint.known:
        return
    if mark.kind is Kind.FILL and mark.size <= 0:
        return
    if mark.size < limits.line:
        yield "press-line-thin", {"least": f"{limits.line:g}"}
    elif mark.size < limits.line_inks - 0.005 and len(mark.paint.used) > 1:
        yield "press-line-inks", {"inks": _per_cent(mark), "least": f"{limits.line_inks:g}"}


def _image(mark: Mark, limits: Limits) -> Iterator[Fault]:
    image = mark.image
    if image is None or min(image.width, image.height) <= 1:
        return  # a single row of pixels is a colour, not a picture
    least, wanted = limits.ppi_error, limits.ppi_warning
    if image.one_bit:
        least, wanted = 0.0, limits.one_bit_ppi
    width = (mark.box[2] - mark.box[0]) / 72 * 25.4
    args: dict[str, object] = {
        "file": image.name,
        "ppi": int(image.ppi),
        "mm": int(width * image.ppi / wanted),
    }
    if image.ppi < least:
        yield "press-image-coarse", {**args, "least": f"{least:g}"}
    elif image.ppi < wanted:
        yield "press-image-soft", {**args, "least": f"{wanted:g}"}


def _coloured(marks: Iterable[Mark]) -> bool:
    """Whether any of them has another ink than black: only then does black text leave a gap."""
    return any(mark.paint.known and set(mark.paint.used) - {"Black"} for mark in marks)


def _per_cent(mark: Mark) -> str:
    return " ".join(f"{name} {amount * 100:.0f}" for name, amount in mark.paint.inks if amount > 0.0005)
