"""One role of type: which faces, how large, how far apart its lines, in which colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One role of type. ``fonts`` is the declared fallback chain, tried for each cluster in turn."""

    fonts: tuple[str, ...]
    size: float
    pitch: float
    """Baseline to baseline, points."""

    ink: str = "text"
    """A name in the theme's ``inks``, or ``section`` for the section's own colour."""

    tracking: float = 0.0
    """Added between characters, em."""

    half_quotes: bool = False
    """Quotation marks take half an em, as in a headline."""

    latin: str = ""
    """The face of Western words and numbers; empty: the first of ``fonts`` that has them."""

    latin_scale: float = 1.0
    """Size of that face, of the role's, so that Latin and Han look alike in height."""

    latin_shift: float = 0.0
    """How far that face is raised, em; the line keeps one baseline grid."""

    strong: str = ""
    """The face of strong text: a real heavier one, never a smeared one; empty: the theme's for the first of
    ``fonts``."""
