"""The stamp of each recipient, made once and kept while copies for the same one are made.

Comes in: cut faces, the plan of places, the number of the base's next object. Goes out: for each copy the
bodies of its forms and fonts. Equal marks give equal bytes, in whatever order copies are made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Size
from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.dispatch.codes import grouped
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.layout.stamp import WORDS, Piece, StampSetter, put, width
from reportpdf.paint.stamp_forms import GlyphOutlines, SignFont, StampForms, watermark_form
from reportpdf.paint.symbol import matrix_operators, qr_operators
from reportpdf.press.stamp_measures import ACROSS, QUIET, SIDE, SMALL_ACROSS, UNDER, StampPlan
from reportpdf.text.face import FontSet

if TYPE_CHECKING:
    from reportpdf.finish.copy_base import BaseFacts

_KEPT, _SET = 16, 256
"""Recipients whose stamps are kept, and after how many the setter, which keeps all its words, is a new
one."""

_BOX = f"0 {-(ACROSS + UNDER)} {ACROSS} 0"


@dataclass(frozen=True, slots=True)
class FormNumbers:
    """Objects of the base that a copy redefines, and the number of the next new one."""

    line: int
    symbol: int
    small: int
    watermark: int
    first: int

    @classmethod
    def of(cls, facts: BaseFacts) -> FormNumbers:
        """Those of a base."""
        return cls(facts.line, facts.symbol, facts.small, facts.watermark, facts.file.size)


@dataclass(slots=True, eq=False)
class _Stamp:
    """What all copies of one recipient share."""

    forms: StampForms
    name: Piece
    around: tuple[Piece, Piece]
    watermark: bytes | None


@dataclass(slots=True, eq=False)
class Stamps:
    """Stamps by recipient."""

    fonts: FontSet
    plan: StampPlan
    trim: Size
    numbers: FormNumbers
    press: bool
    _setter: StampSetter = field(init=False)
    _signs: SignFont = field(init=False)
    _outlines: GlyphOutlines = field(init=False)
    _kept: dict[tuple[str, str, str], _Stamp] = field(default_factory=dict)
    _made_so_far: int = 0

    def __post_init__(self) -> None:
        self._setter = StampSetter(self.fonts)
        self._outlines = GlyphOutlines(self.fonts)
        self._signs = SignFont(self.fonts, self._setter.sign_clusters, self.numbers.first)

    def objects(self, mark: CopyMark) -> dict[int, bytes]:
        """The bodies of the copy's objects by number.

        Raises: InputError: a character of the name or the watermark is none of those that faces were cut to.
        """
        stamp = self._stamp(mark)
        setter, forms, numbers = self._setter, stamp.forms, self.numbers
        shown = grouped(mark.code)
        line = setter.line(stamp.name, mark.number, mark.total, shown, stamp.around)
        long = width(line)
        size = min(self.plan.size, self.plan.room / long)
        micro = setter.signs(shown)
        small = SIDE / width(micro)
        found = dict(forms.objects)
        if size > 0:
            found[numbers.line] = forms.line(
                put(line, -long * size * self.plan.align, 0.0, size), self.plan.room
            )
        if mark.qr:
            words = put(micro, QUIET, ACROSS + 1.6, small)
            found[numbers.symbol] = forms.symbol(qr_operators(mark.code), words, ACROSS, _BOX)
        found[numbers.small] = forms.squares(matrix_operators(mark.code), SMALL_ACROSS)
        if stamp.watermark is not None:
            found[numbers.watermark] = stamp.watermark
        return found

    def _stamp(self, mark: CopyMark) -> _Stamp:
        key = mark.department, mark.language, mark.watermark
        stamp = self._kept.get(key)
        if stamp is None:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._made_so_far += 1
            if self._made_so_far % _SET == 0:
                self._setter = StampSetter(self.fonts)
            stamp = self._kept[key] = self._made(mark)
        return stamp

    def _made(self, mark: CopyMark) -> _Stamp:
        setter = self._setter
        name = setter.words(mark.department)
        before, after = (setter.words(words) for words in WORDS[mark.language])
        clusters = (*name.clusters, *before.clusters, *after.clusters)
        forms = StampForms(self.fonts, self._signs, clusters, press=self.press)
        watermark = None
        if mark.watermark and not self.press:
            half = f"{self.trim.width / 2:.2f} {self.trim.height / 2:.2f}"
            box = f"{-self.trim.width / 2:.2f} {-self.trim.height / 2:.2f} {half}"
            watermark = watermark_form(*setter.watermark(mark.watermark, self.trim), self._outlines, box)
        if missing := setter.missing:
            self._setter = StampSetter(self.fonts)  # the next recipient's names are not this one's
            raise InputError(*missing_problems(missing))
        return _Stamp(forms, name, (before, after), watermark)


def missing_problems(missing: tuple[str, ...]) -> list[Problem]:
    """What is told of characters that no face has."""
    return [problem("copy-glyph", None, character=c, code=f"U+{ord(c[0]):04X}") for c in missing]


def longest_line(setter: StampSetter, departments: set[str]) -> float:
    """The width in em of the longest line that the names make, in any language."""
    around = [tuple(map(setter.words, words)) for words in WORDS.values()]
    code = grouped("W" * 16)
    return max(
        width(setter.line(setter.words(name), 999, 999, code, (words[0], words[1])))
        for name in sorted(departments | {""})
        for words in around
    )


def stamp_characters(words: set[str]) -> set[str]:
    """All characters that stamps with these words show."""
    return {c for word in (*words, *(w for ws in WORDS.values() for w in ws)) for c in word}
