"""The side of a :class:`~reportpdf.text.setter.Setter` that sets vertical lines.

The same words, styles and choices; clusters and junctions are those of :mod:`reportpdf.text.vertical`, and
measures are lengths of lines. What it finds goes into the findings of the setter it belongs to.
"""

from __future__ import annotations

from reportpdf.text.junctions import JunctionRules
from reportpdf.text.setter import Setter
from reportpdf.text.shape import ClusterTable
from reportpdf.text.vertical import VerticalRules, VerticalTable
from reportpdf.theme.style import TextStyle


class VerticalSetter(Setter):
    """Sets lines that run down; made by :attr:`Setter.vertical`."""

    down = True

    def __init__(self, other: Setter) -> None:
        super().__init__(other.fonts, other.choices, other.breaker)
        self.findings = other.findings

    def new_table(self, style: TextStyle) -> ClusterTable:
        """An empty table of clusters in the style's faces."""
        choices = self.choices
        return VerticalTable(
            [self.fonts[name] for name in style.fonts],
            trims=choices.trims,
            language=choices.language,
            across=choices.tcy,
            quotes=choices.vertical_quotes,
        )

    def new_rules(self, autospace: float, *, half_quotes: bool) -> JunctionRules:
        """Junction rules that know no pair yet."""
        return VerticalRules(self.choices, autospace, half_quotes=half_quotes)
