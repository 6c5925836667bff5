"""The roles and numbers of a newspaper sheet: a whole report on one large page, or two.

Heights called ``_u`` are in steps of the baseline grid; other lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.theme.style import TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetStyles:
    """Every role of type in the look."""

    body: TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetLook:
    """The look's type and its measures."""

    styles: SheetStyles
