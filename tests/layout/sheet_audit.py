"""What must be true of every newspaper sheet, whatever the report: faults found in it, as sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from reportpdf.layout.display import BoxItem, Laid, PictureItem, Role, TextItem
from reportpdf.layout.grid import Grid
from reportpdf.layout.sheet.climb import choose
from reportpdf.layout.sheet.compose import draw, sort_out
from reportpdf.layout.sheet.measure import baseline_of
from reportpdf.layout.sheet.pages import Try
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report, Text
from reportpdf.text.normalise import normalise
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Format, Theme
from tests.layout.audit import Proof, nothing_overlaps, photos_keep_their_shape_and_focus, texts_of
from tests.layout.ink import ink_of, joined
from tests.layout.reports import FONTS, THEME

OUT = 0.8
"""Ink may reach this far out of the type area: serifs and round strokes."""

FOOT = 0.03
"""A figure's comma or slash may hang under the last line, of the figure's size."""

DRIFT = 0.02
"""Body lines of a page are on one grid to so much of their size."""

EDGE = 0.1


@dataclass(frozen=True)
class SheetProof:
    """A sheet beside what it was made from, and the plan it was drawn from."""

    report: Report
    pictures: tuple[Picture, ...]
    laid: Laid
    sheet: Format
    chosen: Try


def prove(report: Report, pictures: tuple[Picture, ...], sheet: Format, theme: Theme = THEME) -> SheetProof:
    """The report laid out on a sheet, with its plan."""
    assert theme.sheet is not None
    matter = sort_out(report, pictures, theme, theme.sheet, sheet, Setter(FONTS, theme.composition))
    choice = choose(matter)
    return SheetProof(report, pictures, draw(matter, choice), sheet, choice.chosen)


def sheet_faults(proof: SheetProof) -> list[str]:
    """Every fault of every check."""
    found: list[str] = []
    for check in CHECKS:
        found += check(proof)
    whole = Proof(proof.report, proof.pictures, proof.laid.document)
    return [*found, *nothing_overlaps(whole), *photos_keep_their_shape_and_focus(whole)]


def _dropped(proof: SheetProof) -> set[str]:
    return {photo.path for photo in proof.chosen.dropped}


def _wanted(proof: SheetProof) -> dict[str, str]:
    """Every text that must be on the sheet, its quotes among them, in the order of reading."""
    wanted: dict[str, str] = {}
    texts = texts_of(proof.report)
    for path, words in texts.items():
        if ".photos[" in path and path.rsplit(".", 1)[0] in _dropped(proof):
            continue
        wanted[path] = words
    for i, section in enumerate(proof.report.sections):
        if section.quote:
            wanted[f"sections[{i}].quote"] = _bare(section.quote)
    return wanted


def _bare(text: Text) -> str:
    return "".join(normalise(text.value).text.split())


def every_text_once_whole_and_in_order(proof: SheetProof) -> Iterator[str]:
    items = [
        item
        for page in proof.laid.document.pages
        for item in page.items
        if isinstance(item, TextItem) and item.tag.path and not item.tag.path.endswith(".numeral")
    ]
    runs = [path for path, _ in groupby(item.tag.path for item in items)]
    for path in {path for path in runs if runs.count(path) > 1}:
        yield f"{path} is torn apart by other text"
    got: dict[str, str] = defaultdict(str)
    for item in items:
        got[item.tag.path] += "".join("".join(cluster.text for cluster in item.clusters).split())
    wanted = _wanted(proof)
    for path in wanted.keys() | got.keys():
        if got.get(path) != wanted.get(path):
            yield f"{path} reads {str(got.get(path))[:60]!r}, not {str(wanted.get(path))[:60]!r}"
    # Photos stand where there is room for them, quotes beside the text they are held up from.
    order = [path for path in wanted if ".photos[" not in path and not path.endswith(".quote")]
    found = [path for path in runs if ".photos[" not in path and not path.endswith(".quote")]
    if order != found:
        at = next((i for i, (a, b) in enumerate(zip(order, found, strict=False)) if a != b), len(found))
        yield f"{found[at : at + 1]} stands where {order[at : at + 1]} should"


def every_photo_once_or_told(proof: SheetProof) -> Iterator[str]:
    shown = [i.tag.path for p in proof.laid.document.pages for i in p.items if isinstance(i, PictureItem)]
    paths = [
        f"sections[{i}].photos[{j}]"
        for i, s in enumerate(proof.report.sections)
        for j in range(len(s.photos))
    ]
    there = [path for path, p in zip(paths, proof.pictures, strict=True) if p.problem is None]
    wanted = [path for path in there if path not in _dropped(proof)]
    if sorted(shown) != sorted(wanted):
        yield f"photos shown: {sorted(shown)}, wanted: {sorted(wanted)}"
    told = [p for p in proof.laid.problems if p.code == "sheet-photo-dropped"]
    if len(told) != len(_dropped(proof)):
        yield f"{len(_dropped(proof))} photos are left out, {len(told)} told"


def nothing_leaves_the_type_area(proof: SheetProof) -> Iterator[str]:
    grid = Grid(proof.sheet)
    left, right = grid.x(0), grid.x(0) + grid.width
    head, foot = grid.y(0), grid.y(proof.sheet.lines)
    for page in proof.laid.document.pages:
        for item in page.items:
            ink = ink_of(item, FONTS)
            if ink is None or (isinstance(item, BoxItem) and ink.top > foot and ink.bottom < foot + 20):
                continue
            below = FOOT * item.size if isinstance(item, TextItem) else 0.0
            if (
                ink.left < left - OUT
                or ink.right > right + OUT
                or ink.top < head - OUT
                or ink.bottom > foot + OUT + below
            ):
                yield f"page {page.number}: {item.tag.path or type(item).__name__} leaves the area: {ink}"


def body_stands_on_the_grid(proof: SheetProof) -> Iterator[str]:
    setting = proof.chosen.setting
    base, u = setting.grid.y(0) + baseline_of(setting), setting.u
    for page in proof.laid.document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag.path.endswith("].text"):
                steps = (item.y - base) / u
                if abs(steps - round(steps)) * u > DRIFT * item.size:
                    yield f"page {page.number}: {item.tag.path} is {steps % 1:.3f} of a line off the grid"


def bands_end_exactly(proof: SheetProof) -> Iterator[str]:
    lines = proof.chosen.setting.grid.format.lines
    for number, page in enumerate(proof.chosen.pages, 1):
        for above, below in pairwise(page.plan.bands):
            if above.top + above.band.lines + 1 != below.top:
                end = above.top + above.band.lines
                yield f"page {number}: a band ends at {end}, the next begins at {below.top}"
        last = page.plan.bands[-1]
        if last.top + last.band.lines + page.plan.left != lines:
            yield f"page {number}: the last band ends at {last.top + last.band.lines} of {lines}"
        for placed in page.plan.bands:
            for filled in placed.band.cells:
                block = filled.block.lines if filled.block else 0
                rows = filled.photos.rows if filled.photos else ()
                photos = sum(row.height + row.caption for row in rows) + len(rows) - 1
                beside = filled.block is not None and not page.job.sections[filled.section].callouts
                high = filled.top + (block + (1 + photos if rows else 0) if not beside else block)
                if filled.block is None:
                    high = photos
                if high != placed.band.lines:
                    yield f"page {number}: a cell of {high} lines in a band of {placed.band.lines}"


def figures_begin_at_their_columns(proof: SheetProof) -> Iterator[str]:
    grid = proof.chosen.setting.grid
    edges = [grid.x(unit) for unit in range(grid.format.columns)]
    for page in proof.laid.document.pages:
        parts: dict[str, list[TextItem]] = defaultdict(list)
        for item in page.items:
            if isinstance(item, TextItem) and item.visible and item.tag.role is Role.FIGURE_TEXT:
                parts[item.tag.path].append(item)
        for path, items in parts.items():
            ink = joined(ink for item in items if (ink := ink_of(item, FONTS)) is not None)
            if min(abs(ink.left - edge) for edge in edges) > EDGE:
                yield f"page {page.number}: {path} begins beside its column"


def bookmarks_name_the_sections(proof: SheetProof) -> Iterator[str]:
    titles = [_bare(section.title) for section in proof.report.sections]
    marks = ["".join(entry.title.split()) for entry in proof.laid.document.outline]
    if titles != marks:
        yield f"bookmarks {marks}, sections {titles}"


CHECKS = (
    every_text_once_whole_and_in_order,
    every_photo_once_or_told,
    nothing_leaves_the_type_area,
    body_stands_on_the_grid,
    bands_end_exactly,
    figures_begin_at_their_columns,
    bookmarks_name_the_sections,
)
