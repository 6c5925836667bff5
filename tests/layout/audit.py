"""What must be true of every page, whatever the report: faults found in a document, as sentences.

Each check takes a :class:`Proof` and gives the faults it finds. Tolerances are points unless named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from reportpdf.base.ink import PAPER
from reportpdf.layout.display import (
    ARTIFACT,
    BoxItem,
    Document,
    Item,
    Page,
    PictureItem,
    PolygonItem,
    Role,
    TextItem,
)
from reportpdf.layout.opening import Opening, choose_opening
from reportpdf.layout.paginate import PagePlan
from reportpdf.layout.photo_rows import Q
from reportpdf.layout.pieces import Piece, PieceKind
from reportpdf.layout.setting import Setting
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report, Text
from reportpdf.text.normalise import normalise
from tests.layout.ink import Ink, ink_of, joined
from tests.layout.reports import FONTS, FOOT, GRID, HEAD, LEFT, LOOK, RIGHT, U, new_setting

OVER = 0.6
"""Ink may lie over other ink by less than this: strokes of two glyphs that just touch."""

OUT = 0.6
"""Ink may reach this far out of the type area: serifs and round strokes."""

BODY = LOOK.styles.body
BODY_BASELINE = (BODY.pitch - BODY.size) / 2 + 0.88 * BODY.size
TRIM_EDGE = 10.0
BELOW = 0.11 * U
"""A lead's text counts whole steps and may end this far under the last of them."""

SLASH = 0.1
"""Slashes and commas of figures hang this far under the baseline, of their size."""

HANG = 0.045
"""A headline is hung out on the left, of its size, so that its ink meets the edge."""

FEET = 0.1 * U
"""Feet of figures in a row differ by no more than the overshoot of round digits."""

HANGS = frozenset("一,/")
"""Figures with these do not end on their baseline: 一 stands in the middle, the others hang."""

UNSPLIT_LINES = 68
"""A callout of no more lines than this, at half width, stands on one page."""


@dataclass(frozen=True)
class Proof:
    """A document beside what it was made from."""

    report: Report
    pictures: tuple[Picture, ...]
    document: Document
    setting: Setting = field(default_factory=new_setting)
    moved: tuple[str, ...] = ()
    """Paths of photos that stand in another section than their own."""

    @property
    def opening(self) -> Opening:
        """The pages as they were chosen."""
        return choose_opening(self.setting, self.report, self.pictures)


def faults(proof: Proof) -> list[str]:
    """Every fault of every check."""
    found: list[str] = []
    for check in CHECKS:
        found += check(proof)
    return found


def texts_of(report: Report) -> dict[str, str]:
    """Path of each text and the text as it is to be set, white space removed, in the order of the data."""
    found: dict[str, str] = {}

    def add(path: str, text: Text | None, tail: str = "") -> None:
        if text or tail:
            found[path] = "".join((normalise(text.value).text if text else "").split()) + tail

    add("title", report.title)
    for i, line in enumerate(report.byline):
        add(f"byline[{i}].role", line.role)
        for j, name in enumerate(line.names):
            add(f"byline[{i}].names[{j}]", name)
    add("lede", report.lede)
    for i, section in enumerate(report.sections):
        path = f"sections[{i}]"
        add(f"{path}.title", section.title)
        add(f"{path}.quote", section.quote)
        for j in sorted(range(len(section.callouts)), key=lambda j, s=section: not s.callouts[j].lead):
            add(f"{path}.callouts[{j}].figure", section.callouts[j].figure)
            add(f"{path}.callouts[{j}].text", section.callouts[j].text)
        for j, photo in enumerate(section.photos):
            add(f"{path}.photos[{j}].caption", photo.caption)
            add(f"{path}.photos[{j}].credit", photo.credit, "示意图" if photo.stand_in else "")
    return found


def every_text_once_whole_and_in_order(proof: Proof) -> Iterator[str]:
    wanted = texts_of(proof.report)
    items = [
        item
        for page in proof.document.pages
        for item in page.items
        if isinstance(item, TextItem) and item.tag.path and not item.tag.path.endswith(".numeral")
    ]
    runs = [path for path, _ in groupby(item.tag.path for item in items)]
    for path in {path for path in runs if runs.count(path) > 1}:
        yield f"{path} is torn apart by other text"
    got: dict[str, str] = defaultdict(str)
    for item in items:
        got[item.tag.path] += "".join("".join(cluster.text for cluster in item.clusters).split())
    for path, words in wanted.items():
        if got[path] != words:
            yield f"{path} reads {got[path][:60]!r}, not {words[:60]!r}"
    for path in got.keys() - wanted.keys():
        yield f"{path} is not in the report"
    # A pull-quote stands where it stands best, anywhere under its section's lead.
    moved = (_led_by(proof), *(f"{path}." for path in proof.moved))
    free = [path for path in wanted if path.startswith(moved) or path.endswith(".quote")]
    order = [path for path in wanted if path not in free]
    found = [path for path in dict.fromkeys(runs) if path not in free]
    if not set(order) ^ set(found) and order != found:
        at = next(i for i, (a, b) in enumerate(zip(order, found, strict=True)) if a != b)
        yield f"{found[at]} stands where {order[at]} should"


def _led_by(proof: Proof) -> str:
    """Path of the photo that opens the report; a path that nothing has when none does."""
    opener = proof.opening.opener
    return f"{opener.photo.path}." if opener is not None and opener.photo is not None else "-"


def every_photo_once(proof: Proof) -> Iterator[str]:
    shown = [i.tag.path for p in proof.document.pages for i in p.items if isinstance(i, PictureItem)]
    wanted = []
    at = 0
    for i, section in enumerate(proof.report.sections):
        for j in range(len(section.photos)):
            if proof.pictures[at].problem is None:
                wanted.append(f"sections[{i}].photos[{j}]")
            at += 1
    if sorted(shown) != sorted(wanted):
        yield f"photos shown: {sorted(shown)}, wanted: {sorted(wanted)}"


def _inks(page: Page) -> list[tuple[Item, Ink]]:
    found = ((item, ink_of(item, FONTS)) for item in page.items)
    return [(item, ink) for item, ink in found if ink is not None]


def nothing_overlaps(proof: Proof) -> Iterator[str]:
    for page in proof.document.pages:
        inks = sorted(
            ((i, k) for i, k in _inks(page) if not isinstance(i, PolygonItem)), key=lambda it: it[1].top
        )
        for n, (one, ink) in enumerate(inks):
            for other, under in inks[n + 1 :]:
                if under.top > ink.bottom:
                    break
                across, down = ink.over(under)
                if across > OVER and down > OVER and not _may_lie_over(one, other):
                    yield (
                        f"page {page.number}: {_name(one)} over {_name(other)} by {across:.1f} x {down:.1f}"
                    )


def _may_lie_over(one: Item, other: Item) -> bool:
    """Boxes meet in seals and frames; paper stands on them; a line's own runs may kern into each other."""
    if isinstance(one, BoxItem) and isinstance(other, BoxItem):
        return True
    if PAPER in (getattr(one, "ink", None), getattr(other, "ink", None)):
        return True
    same = one.tag == other.tag and one.tag != ARTIFACT
    return same and isinstance(one, TextItem) and isinstance(other, TextItem) and abs(one.y - other.y) < 4


def _name(item: Item) -> str:
    if isinstance(item, TextItem):
        words = "".join(cluster.text for cluster in item.clusters)
        return f"{item.tag.path or 'furniture'} {words[:12]!r}"
    ink = ink_of(item, FONTS)
    assert ink is not None
    return item.tag.path or f"{type(item).__name__} at {ink.left:.0f},{ink.top:.0f}"


def nothing_leaves_the_type_area(proof: Proof) -> Iterator[str]:
    size = proof.document.trim
    for page in proof.document.pages:
        for item, ink in _inks(page):
            if item.tag.role is Role.ARTIFACT and ink.top > FOOT:
                if ink.bottom > size.height - TRIM_EDGE or ink.left < LEFT - OUT or ink.right > RIGHT + OUT:
                    yield f"page {page.number}: {_name(item)} at {ink}"
                continue
            hang = HANG * item.size if isinstance(item, TextItem) and item.tag.role is Role.TITLE else OUT
            below = SLASH * item.size if item.tag.role is Role.FIGURE_TEXT else BELOW
            across = LEFT - hang < ink.left and ink.right < RIGHT + OUT
            if not across or ink.top < HEAD - OUT or ink.bottom > FOOT + below:
                yield f"page {page.number}: {_name(item)} leaves the type area: {ink}"


def body_stands_on_the_grid(proof: Proof) -> Iterator[str]:
    for page in proof.document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag.path.endswith("].text") and item.size == BODY.size:
                steps = (item.y - HEAD - BODY_BASELINE) / U
                if abs(steps - round(steps)) * U > 0.02 * BODY.size:
                    yield f"page {page.number}: {_name(item)} is {steps % 1:.2f} of a step off the grid"


def photos_keep_their_shape_and_focus(proof: Proof) -> Iterator[str]:
    for page in proof.document.pages:
        for item in page.items:
            if not isinstance(item, PictureItem):
                continue
            left, top, right, bottom = item.crop
            if not (0 <= left < right <= 1 + 1e-9 and 0 <= top < bottom <= 1 + 1e-9):
                yield f"{item.tag.path}: crop {item.crop}"
                continue
            aspect = item.picture.aspect * (right - left) / (bottom - top)
            frame = item.rect.width / item.rect.height
            if abs(aspect / frame - 1) > 0.005:
                yield f"{item.tag.path}: {aspect:.3f} in a frame of {frame:.3f}"
            x, y = item.picture.photo.focus or (0.5, 0.5)
            if not (left - 1e-9 <= x <= right + 1e-9 and top - 1e-9 <= y <= bottom + 1e-9):
                yield f"{item.tag.path}: focus {x}, {y} is cut off by {item.crop}"


def photos_are_cropped_by_need_only(proof: Proof) -> Iterator[str]:
    """A photo loses more of its side than the look allows only where no frame of the look would cut less."""
    opening = proof.opening
    forced: set[str] = set()
    if opening.opener is not None and opening.opener.photo is not None:
        forced.add(opening.opener.photo.path)
    for page in opening.pages:
        for piece in page.pieces:
            if piece.photos is not None:
                aspects = [photo.picture.aspect for photo in piece.photos.photos]
                forced |= {p.path for p in piece.photos.photos if not _can_be_set(aspects)}
    for page in proof.document.pages:
        for item in page.items:
            if isinstance(item, PictureItem) and item.tag.path not in forced:
                left, top, right, bottom = item.crop
                cut = 1 - (right - left) * (bottom - top)
                if cut > LOOK.photos.crop + 1e-6:
                    yield f"page {page.number}: {item.tag.path} loses {cut:.2f} without need"


def _cut(aspects: list[float], columns: tuple[int, ...], quarters: float) -> float:
    """The greatest share of a side that a row cuts from a photo."""
    frames = [GRID.span(n) / (quarters * U / Q) for n in columns]
    return max(1 - min(f / a, a / f) for f, a in zip(frames, aspects, strict=True))


def _can_be_set(aspects: list[float]) -> bool:
    """Whether a split and height of the look keep every photo of a row within the crop limit."""
    look = LOOK.photos
    forms: list[tuple[tuple[int, ...], tuple[float, float]]]
    if len(aspects) == 1:
        forms = [((12,), look.full_u), ((8,), look.wide_u)]
    elif len(aspects) == 2:
        forms = [((6, 6), look.pair_u), ((8, 4), look.pair_mixed_u), ((4, 8), look.pair_mixed_u)]
    else:
        forms = [(split, look.triple_u) for split in ((4, 4, 4), (3, 3, 6), (6, 3, 3), (3, 6, 3))]
    return any(
        _cut(aspects, split, quarters) <= look.crop
        for split, (least, most) in forms
        for quarters in range(round(least * Q), round(most * Q) + 1)
    )


def every_page_is_furnished_and_filled(proof: Proof) -> Iterator[str]:
    title = "".join(normalise(proof.report.title.value).text.split()) if proof.report.title else ""
    for number, page in enumerate(proof.document.pages, 1):
        foot = [item for item in page.items if isinstance(item, TextItem) and item.y > FOOT]
        words = {"".join("".join(c.text for c in item.clusters).split()): item for item in foot}
        folio = words.get(str(number))
        if page.number != number or folio is None:
            yield f"page {number} has no folio"
        else:
            ink = ink_of(folio, FONTS)
            assert ink is not None
            edge = abs(ink.right - RIGHT) if number % 2 else abs(ink.left - LEFT)
            if edge > 1.5:
                yield f"page {number}: the folio is {edge:.1f} from the outer edge"
        if title and not any(
            title == word or (word[-2:] == "……" and title.startswith(word[:-2])) for word in words
        ):
            yield f"page {number} has no running foot"
        if not any(ink.top < FOOT for item, ink in _inks(page) if not isinstance(item, BoxItem)):
            yield f"page {number} is empty"


def no_heading_ends_a_page(proof: Proof) -> Iterator[str]:
    for page in proof.document.pages:
        pieces = [item.tag for item in page.items if item.tag.role is not Role.ARTIFACT]
        if pieces and pieces[-1].role is Role.HEADING:
            yield f"page {page.number} ends with {pieces[-1].path}"


def no_lead_ends_a_page_that_could_end_before_it(proof: Proof) -> Iterator[str]:
    pages = proof.opening.pages
    for at, page in enumerate(pages[:-1], 1):
        last = page.pieces[-1]
        more = len(last.plan.callouts) > last.last or bool(last.plan.photos)
        if last.kind is PieceKind.LEAD and more:
            opened = sum(piece.gap_most + piece.most for piece in page.pieces[:-2])
            if opened > (GRID.format.lines - 3) * Q and _takes(pages[at:], page.pieces[-2:]):
                yield f"the lead of section {last.plan.index} ends a page that would be full without it"


def _takes(pages: Sequence[PagePlan], moved: Sequence[Piece]) -> bool:
    """Whether the page on which the section ends has room for the pieces that would move towards it."""
    index = moved[0].plan.index
    last = next((page for page in pages if page.last or page.pieces[-1].plan.index != index), pages[-1])
    own = sum(
        piece.least + piece.gap for piece in (*last.pieces, *moved) if piece.kind is not PieceKind.CONTINUED
    )
    return own <= GRID.format.lines * Q


def callouts_stand_on_one_page(proof: Proof) -> Iterator[str]:
    where: dict[str, set[int]] = defaultdict(set)
    for page in proof.document.pages:
        for item in page.items:
            if ".callouts[" in item.tag.path:
                where[item.tag.path.rsplit(".", 1)[0]].add(page.number)
    for i, section in enumerate(proof.report.sections):
        for j, callout in enumerate(section.callouts):
            path = f"sections[{i}].callouts[{j}]"
            if len(where[path]) > 1:
                lines = proof.setting.setter.block(callout.text, BODY, GRID.span(6)).count
                if lines <= UNSPLIT_LINES:
                    yield f"{path} of {lines} lines stands on pages {sorted(where[path])}"


def _figures(page: Page) -> dict[str, list[TextItem]]:
    found: dict[str, list[TextItem]] = defaultdict(list)
    for item in page.items:
        if isinstance(item, TextItem) and item.visible and item.tag.path.endswith(".figure"):
            found[item.tag.path].append(item)
    return found


def figures_fit_their_columns(proof: Proof) -> Iterator[str]:
    """Ink from the column's left edge, never past its right; one baseline in a row."""
    opening = proof.opening
    shift = len(proof.document.pages) - len(opening.pages)
    for n, plan in enumerate(opening.pages):
        inks = {
            path: joined(ink for item in items if (ink := ink_of(item, FONTS)) is not None)
            for path, items in _figures(proof.document.pages[n + shift]).items()
        }
        for piece in plan.pieces:
            yield from _row_faults(piece, inks)


def _row_faults(piece: Piece, inks: dict[str, Ink]) -> Iterator[str]:
    feet: list[float] = []
    for i, at in enumerate(range(piece.first, piece.last)):
        ink = inks.get(f"{piece.plan.paths[at]}.figure") if _has_figures(piece) else None
        if ink is None:
            continue
        column = {PieceKind.ROW: i * piece.columns, PieceKind.STACK: 8}.get(piece.kind, 0)
        span = {PieceKind.LONG: 12}.get(piece.kind, piece.columns)
        left, right = GRID.x(column), GRID.x(column) + GRID.span(span)
        path = piece.plan.paths[at]
        if abs(ink.left - left) > 0.1:
            yield f"{path}: figure begins {ink.left - left:.2f} from its column's edge"
        if ink.right > right + 0.1:
            yield f"{path}: figure is {ink.right - right:.2f} wider than its column"
        if not set(piece.plan.callouts[at].figure.value) & HANGS:
            feet.append(ink.bottom)
    if piece.kind is PieceKind.ROW and max(feet, default=0) - min(feet, default=0) > FEET:
        yield f"{piece.plan.paths[piece.first]}: feet of figures differ: {feet}"


def _has_figures(piece: Piece) -> bool:
    if piece.kind is PieceKind.LONG:
        return piece.columns == 0
    return piece.kind in (PieceKind.LEAD, PieceKind.ROW, PieceKind.SMALL_LEAD, PieceKind.STACK)


def bookmarks_point_at_headings(proof: Proof) -> Iterator[str]:
    heads = []
    for index, page in enumerate(proof.document.pages):
        paths = dict.fromkeys(item.tag.path for item in page.items if item.tag.path.endswith("].title"))
        heads += [(path, index) for path in paths if path.startswith("sections")]
    marks = [(f"sections[{i}].title", e.page_index) for i, e in enumerate(proof.document.outline)]
    if heads != marks:
        yield f"bookmarks {marks}, headings {heads}"


def references_name_the_right_page(proof: Proof) -> Iterator[str]:
    told = [
        words
        for item in proof.document.pages[0].items
        if isinstance(item, TextItem)
        and item.tag == ARTIFACT
        and (words := "".join(c.text for c in item.clusters)).startswith("见第")
    ]
    pages = [f"见第{entry.page_index + 1}版" for entry in proof.document.outline]
    if told and told != pages:
        yield f"the overview says {told}, sections begin on {pages}"


def pages_do_not_run_over(proof: Proof) -> Iterator[str]:
    """Section by section, pages go forward."""
    indices = [entry.page_index for entry in proof.document.outline]
    if any(a > b for a, b in pairwise(indices)) or len(indices) != len(proof.report.sections):
        yield f"sections begin on pages {indices}"


CHECKS = (
    every_text_once_whole_and_in_order,
    every_photo_once,
    nothing_overlaps,
    nothing_leaves_the_type_area,
    body_stands_on_the_grid,
    photos_keep_their_shape_and_focus,
    photos_are_cropped_by_need_only,
    every_page_is_furnished_and_filled,
    no_heading_ends_a_page,
    no_lead_ends_a_page_that_could_end_before_it,
    callouts_stand_on_one_page,
    figures_fit_their_columns,
    bookmarks_point_at_headings,
    references_name_the_right_page,
    pages_do_not_run_over,
)
