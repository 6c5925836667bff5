"""Figures: 23项, 13.5%、10.2%, 第一档 built from their height H, fitted to a column by rule.

In: a figure's words, the height wanted, the width there is. Out: a :class:`FigureBox` whose ink starts
at x = 0 and whose baseline is y = 0, y downward. Parts at 、 stand side by side with a rule between;
the 、 is not inked and stays in the text. Proportions are the theme's (``figures``).
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK
from reportpdf.layout.asks import FigureNumbers, FigureStyles
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, TextItem
from reportpdf.layout.figure_box import FigureBox, moved
from reportpdf.layout.figure_pieces import pieces
from reportpdf.layout.lines import Inks, Words, ink_height, ink_left, ink_right, set_words
from reportpdf.model.report import Text
from reportpdf.text.cluster import Kind
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

_FLAT = frozenset("一二三—")
"""Characters whose ink is too low to tell how high a word of figures stands."""

_LEAST_INK = 0.5
"""Words whose ink is lower than this, em (a dash, a mark), are set by their size instead of their ink."""

BROKEN_ROW = 0.45
"""Height of each of two lines of a broken figure, of the figure's height."""

_TALLEST = 1.1
"""How high the ink of a word may reach, of the figure's height, when a flat character is its highest."""

_FLAT_SIZE = 1.1
"""Size of such words, of the figure's height: what a word of full height comes to."""


class FigureSetter:
    """Builds the figures of one look.

    ``sign`` is the role of % ‰ ℃ where they are not in that of the digits; ``words`` the size of words, of
    the digits' size, where they are not as high in ink as digits are.
    """

    def __init__(
        self,
        setter: Setter,
        styles: FigureStyles,
        numbers: FigureNumbers,
        u: float,
        *,
        sign: TextStyle | None = None,
        words: float | None = None,
    ) -> None:
        self._setter = setter
        self._styles = styles
        self._numbers = numbers
        self._u = u
        self._sign = sign or styles.figure_digits
        self._words_size = words
        digits = setter.clusters("0123456789", styles.figure_digits)
        self.digit_height = max(ink_height(setter, [c])[1] for c in digits) or 0.7
        """How high the digits stand, of their size."""
        self._fitted: dict[tuple[int, float, float], tuple[Text, FigureBox]] = {}
        self._built: dict[tuple[int, float], tuple[Text, FigureBox]] = {}

    def fit(self, figure: Text, height: float, width: float) -> FigureBox:
        """The figure at ``height`` points, or as much lower as its column asks.

        Order: the height goes down by quarter steps to the least, then a compound is stacked, then words
        are broken into two lines and more, unless one line is larger. Nothing is ever wider than the column.
        """
        key = (id(figure), height, width)
        found = self._fitted.get(key)
        if found is None:
            box = self._fit(self._setter.normalised(figure), figure, height, width)
            found = self._fitted[key] = (figure, box)
        return found[1]

    def at(self, figure: Text, height: float) -> FigureBox:
        """The figure at exactly that height, whatever its width."""
        key = (id(figure), height)
        known = self._built.get(key)
        if known is None:
            known = self._built[key] = (
                figure,
                self._row(self._parts(self._setter.normalised(figure)), figure, height),
            )
        return known[1]

    def column(self, figure: Text, each: float, gap: float) -> FigureBox:
        """A figure's parts one above the other, each so high, ``gap`` points apart."""
        parts = self._parts(self._setter.normalised(figure))
        return self._piled(parts, figure, each, len(parts) * each + (len(parts) - 1) * gap)

    def stacked(self, figure: Text, height: float, each: float = 0.0) -> FigureBox | None:
        """The parts of a compound one above the other, ``height`` points in all; None if it has but one."""
        parts = self._parts(self._setter.normalised(figure))
        each = each or height * min(self._numbers.stacked, 0.9 / len(parts))
        return self._piled(parts, figure, each, height) if len(parts) > 1 else None

    def _piled(self, parts: list[str], figure: Text, each: float, height: float) -> FigureBox:
        return self._stack([self._row([p], figure, each) for p in parts], height, parts, figure)

    def _fit(self, words: str, source: Text, height: float, width: float) -> FigureBox:
        numbers, u = self._numbers, self._u
        least = min(height, numbers.least_u * u)
        tried = height
        while tried >= least - 1e-6:
            box = self.at(source, tried)
            if box.width <= width + 1e-6:
                return box
            tried -= numbers.step_u * u
        stack = self.stacked(source, height)
        if stack is not None and stack.width <= width:
            return stack
        if stack is None:  # one line that is lower than the least may still be larger than two would be
            low = least * width / self.at(source, least).width
            while low >= height * BROKEN_ROW:
                box = self.at(source, low)
                if box.width <= width:
                    return box
                low -= 0.25
        return self._broken(words, source, height, width)

    def _parts(self, words: str) -> list[str]:
        return [part.strip() for part in words.split("、") if part.strip()] or [words]

    def _broken(self, words: str, source: Text, height: float, width: float) -> FigureBox:
        """The words in as few equal lines as fit the column; the last resort, for a very long figure."""
        count = 2
        while True:
            size = -(-len(words) // count)
            rows = [words[i : i + size] for i in range(0, len(words), size)]
            for share in (2 * BROKEN_ROW, 0.7):
                boxes = [self._row([row], source, height / len(rows) * share) for row in rows]
                if max(box.width for box in boxes) <= width or (size == 1 and share == 0.7):
                    return self._stack(boxes, height, rows, source, comma=False)
            count += 1

    def _stack(
        self, rows: list[FigureBox], height: float, parts: list[str], source: Text, *, comma: bool = True
    ) -> FigureBox:
        """Rows one above the other between the top of ``height`` and the baseline."""
        items: list[Item] = []
        gap = (height - sum(row.height for row in rows)) / max(1, len(rows) - 1)
        y = -height
        for i, row in enumerate(rows):
            y += row.height
            items += [_shifted(item, 0.0, y) for item in row.items]
            if comma and i + 1 < len(parts):
                items.append(self._comma(source, row.width, y, row.height))
            y += gap
        return FigureBox(tuple(items), max(row.width for row in rows), height)

    def _row(self, parts: list[str], source: Text, height: float) -> FigureBox:
        """Parts side by side with a rule in the middle of each gap."""
        numbers = self._numbers
        items: list[Item] = []
        x = 0.0
        for i, part in enumerate(parts):
            if i:
                gap = numbers.compound_gap * height
                middle = x + gap / 2
                items.append(self._comma(source, x, 0.0, height))
                if numbers.compound_rule:
                    items.append(
                        _box(middle - numbers.compound_rule / 2, -height, numbers.compound_rule, height)
                    )
                x += gap
            built, width = self._part(part, source, height)
            items += [_shifted(item, x, 0.0) for item in built]
            x += width
        return FigureBox(tuple(items), x, height, _depth(self._setter, items))

    def _comma(self, source: Text, x: float, y: float, height: float) -> TextItem:
        """The 、 between parts: text, but not inked."""
        words = set_words(self._setter, "、", self._styles.figure_unit, height * 0.25, source)
        return words.put(x, y, BLACK, ARTIFACT, visible=False)

    def _part(self, part: str, source: Text, height: float) -> tuple[list[Item], float]:
        """One figure and the width of its ink: digits with their unit, or words."""
        if not any(c.isdigit() and c.isascii() for c in part):
            return self._words(part, source, height)
        numbers, styles = self._numbers, self._styles
        size = height / self.digit_height
        items: list[Item] = []
        x, after_digits = 0.0, False
        for kind, text in pieces(part):
            if kind in ("digits", "dash"):
                run = set_words(self._setter, text, styles.figure_digits, size, source)
                gap, drop = (numbers.unit_gap * height if items else 0.0), 0.0
            elif kind == "sign":
                run = set_words(self._setter, text, self._sign, size * numbers.sign, source)
                gap, drop = (numbers.sign_gap * height if after_digits else 0.0), 0.0
            else:
                unit = max(numbers.unit_min, numbers.unit * height)
                run = set_words(self._setter, text.strip() or text, styles.figure_unit, unit, source)
                gap = numbers.unit_gap * height if items else 0.0
                drop = ink_height(self._setter, run.line.clusters)[0] * unit
            after_digits = kind == "digits"
            x = self._append(items, run, x + gap, drop, flush=not items or kind == "dash")
        return items, x

    def _words(self, part: str, source: Text, height: float) -> tuple[list[Item], float]:
        """Words as high in ink as the digits are; flat characters such as 一 do not count."""
        style = self._styles.figure_words
        line = set_words(self._setter, part, style, 1.0, source).line
        han = [c for c in line.clusters if c.kind is Kind.HAN]
        tall = [c for c in han if c.text not in _FLAT] or han or list(line.clusters)
        bottom, top = ink_height(self._setter, tall)
        full = top - bottom >= _LEAST_INK and tall[0].text not in _FLAT
        size = height / (top - bottom) if full else height * _FLAT_SIZE
        if full:  # a mark is lower than a flat character: 二 beside it may not tower over the digits
            size = min(size, _TALLEST * height / (ink_height(self._setter, line.clusters)[1] - bottom))
        if self._words_size is not None:
            size = height / self.digit_height * self._words_size
        items: list[Item] = []
        drop = bottom * size if full else -0.08 * size
        width = self._append(items, Words(line, style, size), 0.0, drop, flush=True)
        return items, width

    def _append(self, items: list[Item], run: Words, x: float, drop: float, *, flush: bool) -> float:
        """Put a run with its pen at x, or its ink if ``flush``; returns where its ink ends."""
        clusters = run.line.clusters
        if not clusters:
            return x
        lead = ink_left(self._setter, clusters[0]) * run.size if flush else 0.0
        if flush and run.line.moves and run.line.moves[0][0] == 0:
            lead += run.line.moves[0][1] * run.size
        items.append(run.put(x - lead, drop, BLACK, ARTIFACT))
        return x - lead + run.width - (ink_right(self._setter, clusters[-1]) - clusters[-1].right) * run.size


_PLAIN = Inks((), BLACK)


def _shifted(item: Item, dx: float, dy: float) -> Item:
    """The item moved inside its figure; colour and tag come when the figure is put."""
    return moved(item, dx, dy, _PLAIN, ARTIFACT) if dx or dy else item


def _depth(setter: Setter, items: list[Item]) -> float:
    """How far the ink of a row of parts hangs under its baseline, points."""
    runs = [item for item in items if isinstance(item, TextItem) and item.visible]
    return max((run.y - ink_height(setter, run.clusters)[0] * run.size for run in runs), default=0.0)


def _box(x: float, y: float, width: float, height: float) -> BoxItem:
    return BoxItem(Rect(x, y, width, height), BLACK)
