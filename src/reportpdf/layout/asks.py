"""What the parts that all looks share ask of a look: figures, captions and frames of photos.

Protocols only. A look's records have more than this; these are the names that must be the same in all.
"""

from __future__ import annotations

from typing import Protocol

from reportpdf.layout.lines import Inks
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle


class FigureStyles(Protocol):
    """The faces a figure is built of."""

    @property
    def figure_digits(self) -> TextStyle: ...
    @property
    def figure_words(self) -> TextStyle: ...
    @property
    def figure_unit(self) -> TextStyle: ...


class FigureNumbers(Protocol):
    """A figure's proportions, as :class:`reportpdf.theme.newspaper.Figures` explains them."""

    @property
    def unit(self) -> float: ...
    @property
    def unit_min(self) -> float: ...
    @property
    def unit_gap(self) -> float: ...
    @property
    def sign(self) -> float: ...
    @property
    def sign_gap(self) -> float: ...
    @property
    def compound_gap(self) -> float: ...
    @property
    def compound_rule(self) -> float: ...
    @property
    def stacked(self) -> float: ...
    @property
    def least_u(self) -> float: ...
    @property
    def step_u(self) -> float: ...


class PhotoNumbers(Protocol):
    """Points of a caption: the white over it, its mark, the white after the mark."""

    @property
    def caption_gap(self) -> float: ...
    @property
    def marker(self) -> float: ...
    @property
    def marker_gap(self) -> float: ...


class PhotoStyles(Protocol):
    """The roles of a caption and of the note in an empty frame."""

    @property
    def caption(self) -> TextStyle: ...
    @property
    def frame_note(self) -> TextStyle: ...


class PhotoLook(Protocol):
    """Where a look keeps its numbers of photos."""

    @property
    def photos(self) -> PhotoNumbers: ...


class PhotoSetting(Protocol):
    """The tools that captions and frames are set with."""

    @property
    def setter(self) -> Setter: ...
    @property
    def inks(self) -> Inks: ...
    @property
    def styles(self) -> PhotoStyles: ...
    @property
    def look(self) -> PhotoLook: ...
