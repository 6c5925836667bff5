"""What a newspaper layout is measured by in copy-fitting, and which of its pages are not full.

In: the pages as they are filled. Out: measures, and strays at the section where they are best mended.
"""

from __future__ import annotations

from reportpdf.base.units import to_mm
from reportpdf.layout.copyfit import Measure, Stray
from reportpdf.layout.exact import FULL_U, Limits
from reportpdf.layout.fit import FilledPage
from reportpdf.layout.grid import Q
from reportpdf.layout.opening import Opening
from reportpdf.layout.photo_rows import stack_limits
from reportpdf.layout.pieces import PieceKind
from reportpdf.layout.setting import SectionPlan, Setting


def measures(
    setting: Setting, opening: Opening, filled: tuple[FilledPage, ...], moved: int
) -> tuple[Measure, ...]:
    """Photos, white, figures, leading, size, lines, photos moved: as they are on these pages."""
    u = setting.u
    stands = [stand for page in filled for stand in page.stands]
    gaps = [stand.gap * u / Q for stand in stands if stand.gap]
    figures = [page.figure * u for page in filled if any(s.piece.columns for s in page.stands)]
    return (
        Measure("photos", round(_photo_area(setting, opening, filled)), "cm²"),
        Measure("space", round(sum(gaps) / max(1, len(gaps)), 1), "pt"),
        Measure("figures", round(sum(figures) / max(1, len(figures)), 1), "pt"),
        Measure("leading", round(u, 2), "pt"),
        Measure("size", round(setting.styles.body.size, 2), "pt"),
        Measure("lines", sum(stand.piece.lines for stand in stands), "lines"),
        Measure("moved", moved, "photos"),
    )


def _photo_area(setting: Setting, opening: Opening, filled: tuple[FilledPage, ...]) -> float:
    """The area of all photos, page one's among them, cm²."""
    u, grid, opener = setting.u, setting.grid, opening.opener
    area = opener.frame.width * opener.frame.height if opener is not None and opener.frame else 0.0
    for stand in (stand for page in filled for stand in page.stands):
        if stand.piece.photos is not None:
            area += sum(grid.span(n) for n in stand.piece.photos.columns) * stand.photo * u / Q
        elif stand.piece.kind is PieceKind.STACK:
            rest = stack_limits(setting, stand.piece.plan.photos[0])[2]
            area += grid.span(8) * (stand.height - rest) * u / Q
    return area * to_mm(1) ** 2 / 100


def strays_of(
    setting: Setting, opening: Opening, filled: tuple[FilledPage, ...], limits: Limits
) -> tuple[Stray, ...]:
    """The pages that are over or short as they really stand; a last one may be short if the limits let it."""
    foot = setting.grid.format.lines * Q
    found: list[Stray] = []
    for i, (plan, page) in enumerate(zip(opening.pages, filled, strict=True)):
        over, short = page.end - foot, foot - FULL_U * Q - page.end
        lines = -(-over // Q) if over > 0 else -short // Q if short > 0 else 0
        if short > 0 and plan.last and limits.last < 1:
            continue
        if lines:
            number = i + 1 + (opening.opener is not None)
            found.append(Stray(_mended_in(page).index, number, lines))
    return tuple(found)


def _mended_in(page: FilledPage) -> SectionPlan:
    """The section whose text on the page is best cut or added to: the last one with callouts there."""
    texts = [stand.piece.plan for stand in page.stands if stand.piece.lines]
    return (texts or [page.stands[-1].piece.plan])[-1]
