"""A page filled to its foot: slack spent, or tightness found, by the look's rules in their order.

In: a :class:`~reportpdf.layout.paginate.PagePlan`. Out: its pieces at their heights. Order of spending:
photo heights, height of callout figures, lead lines, row gaps, section gaps; then, rather than white at
the foot, photos and gaps beyond the look's most. Order of tightening: lead lines, figures (photos stand at
their least already). Positions are quarter steps from the type area's head.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor

from reportpdf.layout.grid import Q
from reportpdf.layout.paginate import WIDER_GAP, PagePlan
from reportpdf.layout.pieces import Piece, PieceKind
from reportpdf.layout.setting import Setting

_ROWS = frozenset({PieceKind.ROW, PieceKind.STACK})
_OPENED = _ROWS | {PieceKind.SMALL_LEAD, PieceKind.PHOTOS, PieceKind.BESIDE, PieceKind.LONG, PieceKind.QUOTE}
_WHOLE = frozenset(
    {PieceKind.HEAD, PieceKind.ROW, PieceKind.SMALL_LEAD, PieceKind.STACK, PieceKind.LONG, PieceKind.QUOTE}
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stand:
    """A piece at its place: top (its gap and hairline lie above) and height, quarter steps."""

    piece: Piece
    top: int
    height: int
    gap: int
    photo: int
    """Height of the photos in it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choices:
    """What a page may vary: figure height and lead lines in steps, growth of each piece, extra gaps."""

    figure: int
    lead: int
    growth: tuple[int, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FilledPage:
    """A page's pieces in place, with the figure height and lead lines it settled on, in steps."""

    stands: tuple[Stand, ...]
    figure: int
    lead: int
    end: int


def fill(setting: Setting, plan: PagePlan, top: int) -> FilledPage:
    """The page filled from ``top`` down over ``plan.room`` quarter steps."""
    look = setting.look.callouts
    pieces = plan.pieces
    zeros = (0,) * len(pieces)
    choices = Choices(look.height_u, look.lead_lines, zeros, zeros)
    if _end(setting, pieces, choices) > plan.room:
        choices = _tighten(setting, plan, choices)
    goal = _goal(plan, _end(setting, pieces, choices))
    if _end(setting, pieces, choices) < goal:
        choices = _spend(setting, replace(plan, room=goal), choices)
    stands = _stands(setting, pieces, choices, top)
    last = stands[-1]
    return FilledPage(stands, choices.figure, choices.lead, last.top + last.height)


LAST_FULL = 14
"""A last page short of full by less than so many steps is filled; else it ends where its rows do."""


def _goal(plan: PagePlan, end: int) -> int:
    """How far down the page is to be filled: to its foot, or, for a short last page, to its half."""
    if not plan.last or plan.full or end >= plan.room - LAST_FULL * Q:
        return plan.room
    return max(end, plan.room // 2 + Q)


def _stands(setting: Setting, pieces: tuple[Piece, ...], choices: Choices, top: int) -> tuple[Stand, ...]:
    stands: list[Stand] = []
    at = 0
    for i, piece in enumerate(pieces):
        gap = 0
        if i and pieces[i - 1].kind is not PieceKind.CONTINUED:
            if piece.kind in _WHOLE:
                at = -(-at // Q) * Q
            gap = piece.gap + choices.gaps[i]
        at += gap
        height = _height(setting, piece, choices, choices.growth[i])
        photo = 0
        if piece.photos is not None:
            photo = height - piece.photos.caption
        stands.append(Stand(piece, top + at, height, gap, photo))
        at += height
    return tuple(stands)


def _end(setting: Setting, pieces: tuple[Piece, ...], choices: Choices) -> int:
    last = _stands(setting, pieces, choices, 0)[-1]
    return last.top + last.height


def _height(setting: Setting, piece: Piece, choices: Choices, growth: int) -> int:
    """The piece's height under the page's choices, quarter steps."""
    look = setting.look.callouts
    if piece.kind is PieceKind.ROW:
        return (choices.figure + 1 + piece.lines) * Q
    if piece.kind is PieceKind.STACK:
        return piece.natural + (piece.last - piece.first) * (choices.figure - look.height_u) * Q
    if piece.kind is PieceKind.LEAD:
        return max(lead_lines(setting, piece, choices.lead) * Q + piece.depth, piece.lines * Q)
    return piece.natural + growth


def lead_lines(setting: Setting, piece: Piece, lead: int) -> int:
    """Figure lines of a lead: the page's, but eight columns take the most and a smaller figure its own."""
    look = setting.look.callouts
    if piece.figure_lines < look.lead_lines:
        return piece.figure_lines
    return max(lead, look.lead_lines_most) if piece.columns > 6 and lead >= look.lead_lines else lead


def _tighten(setting: Setting, plan: PagePlan, choices: Choices) -> Choices:
    """Lead lines down by one, then figures to their least, until the page holds."""
    look = setting.look.callouts
    for lead, figure in (
        (look.lead_lines - 1, look.height_u),
        (look.lead_lines, look.height_least_u),
        (look.lead_lines - 1, look.height_least_u),
    ):
        tried = replace(choices, lead=lead, figure=figure)
        if _end(setting, plan.pieces, tried) <= plan.room:
            return tried
    return replace(choices, lead=look.lead_lines - 1, figure=look.height_least_u)


def _spend(setting: Setting, plan: PagePlan, choices: Choices) -> Choices:
    """The slack of a page spent in the look's order; each step is taken only if it holds."""
    choices = _grow_photos(setting, plan, choices, beyond=False)
    choices = _grow_figures(setting, plan, choices)
    choices = _open_gaps(setting, plan, choices, _OPENED, 0)
    choices = _open_gaps(setting, plan, choices, frozenset({PieceKind.HEAD}), 0)
    if plan.bounded:
        return choices
    choices = _grow_photos(setting, plan, choices, beyond=True)
    return _open_gaps(setting, plan, choices, _OPENED | {PieceKind.HEAD}, WIDER_GAP)


def _holds(setting: Setting, plan: PagePlan, choices: Choices) -> bool:
    return _end(setting, plan.pieces, choices) <= plan.room


def _grow_photos(setting: Setting, plan: PagePlan, choices: Choices, *, beyond: bool) -> Choices:
    """Photo rows a quarter step at a time, each in its turn, toward their most, or beyond it."""
    grown = True
    while grown:
        grown = False
        for i, piece in enumerate(plan.pieces):
            most = piece.most + (piece.beyond if beyond else 0)
            if piece.photos is None or piece.natural + choices.growth[i] >= most:
                continue
            growth = (*choices.growth[:i], choices.growth[i] + 1, *choices.growth[i + 1 :])
            tried = replace(choices, growth=growth)
            if _holds(setting, plan, tried):
                choices, grown = tried, True
    return choices


def _grow_figures(setting: Setting, plan: PagePlan, choices: Choices) -> Choices:
    """Figures and leads a step higher. A row's figure stays within its share of the lead's."""
    look = setting.look.callouts
    leads = [p for p in plan.pieces if p.kind is PieceKind.LEAD]
    rows = [p for p in plan.pieces if p.kind in _ROWS]
    tall = [p for p in plan.pieces if p.kind is PieceKind.STACK and p.most == p.natural]
    tries: list[tuple[int, int]] = []
    for figure in (look.height_most_u, choices.figure):
        for lead in (choices.lead, look.lead_lines_most) if leads else (choices.lead,):
            least_lead = min((lead_lines(setting, p, lead) for p in leads), default=0)
            within = not leads or figure <= floor(look.share_of_lead * (least_lead - look.lead_trim_u) + 1e-6)
            grows = figure > look.height_u
            if within and not (grows and (tall or not rows or not _figures_fit(setting, rows, figure))):
                tries.append((figure, lead))
    for figure, lead in tries:
        tried = replace(choices, figure=figure, lead=lead)
        if (figure, lead) != (choices.figure, choices.lead) and _holds(setting, plan, tried):
            return tried
    return choices


def _figures_fit(setting: Setting, rows: list[Piece], figure: int) -> bool:
    """Whether every figure of the rows fits its column at so many steps: two sizes only by need."""
    height = figure * setting.u
    return all(
        setting.figures.at(piece.plan.callouts[i].figure, height).width <= setting.grid.span(piece.columns)
        for piece in rows
        for i in range(piece.first, piece.last)
    )


def _open_gaps(
    setting: Setting, plan: PagePlan, choices: Choices, kinds: frozenset[PieceKind], beyond: int
) -> Choices:
    """Gaps above pieces of these kinds a whole step wider, the lowest first, while the page holds."""
    grown = True
    while grown:
        grown = False
        for i in range(len(plan.pieces) - 1, 0, -1):
            piece = plan.pieces[i]
            if piece.kind not in kinds or piece.gap + choices.gaps[i] + Q > piece.gap_most + beyond:
                continue
            if plan.pieces[i - 1].kind is PieceKind.CONTINUED:
                continue
            tried = replace(choices, gaps=(*choices.gaps[:i], choices.gaps[i] + Q, *choices.gaps[i + 1 :]))
            if _holds(setting, plan, tried):
                choices, grown = tried, True
    return choices
