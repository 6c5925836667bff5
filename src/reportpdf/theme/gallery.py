"""The roles and numbers of the ``gallery`` look: A4 pages led by photos.

Heights called ``_u`` are in steps of the baseline grid; other lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.theme.style import TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryStyles:
    """Every role of type in the look."""

    body: TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryLook:
    """The look's type and its measures."""

    styles: GalleryStyles
