"""Rules about pages as they are laid out: what an art director would circle.

Comes in: a laid-out document, its report, theme, format and the resolution photos should have. Goes out:
what is wrong, each with its words or its spot. Source: GB/T 15834 says nothing of pages; the figures are
house rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import problem
from reportpdf.base.units import mm, to_mm
from reportpdf.check.finding import Noted
from reportpdf.check.spots import item_box, spot_of
from reportpdf.layout.display import BoxItem, Document, Page, PictureItem, Role, TextItem
from reportpdf.model.report import Report, Text

SAFE_MM = 3.0
"""What may be cut away with the trim."""

WHITE_MM = 20.0
"""White at a page's foot, beyond the page that reaches lowest, which shows. [choice: 3.5 steps of A4]"""

_WORD = re.compile(r"\w")
_SET = (Role.PARAGRAPH, Role.CAPTION)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LaidPages:
    """What the rules look at. ``texts`` are the report's, by path."""

    document: Document
    report: Report
    texts: dict[str, Text]


def page_problems(pages: LaidPages) -> Iterator[Noted]:
    """All that is wrong with the pages' words and white."""
    yield from last_lines(pages)
    yield from overset(pages)
    yield from heads_at_foot(pages)
    yield from near_trim(pages)
    yield from white(pages)


Line = tuple[int, list[TextItem]]


def lines_of(document: Document) -> dict[tuple[str, int], list[Line]]:
    """The lines of every paragraph, by path and part: page and pieces, in their order."""
    found: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.visible and item.tag.role in _SET and item.tag.path:
                lines = found[item.tag.path, item.tag.part]
                along = item.x if item.vertical else item.y
                if lines and lines[-1][0] == page.number and abs(_along(lines[-1][1][0]) - along) < 0.5:
                    lines[-1][1].append(item)
                else:
                    lines.append((page.number, [item]))
    return found


def _along(item: TextItem) -> float:
    return item.x if item.vertical else item.y


def last_lines(pages: LaidPages) -> Iterator[Noted]:
    """A paragraph's last line of one character, with or without its mark (孤字)."""
    for (path, _), lines in lines_of(pages.document).items():
        words = "".join(c.text for item in lines[-1][1] for c in item.clusters)
        if len(lines) > 1 and len(_WORD.findall(words)) == 1 and path in pages.texts:
            number, items = lines[-1]
            text = pages.texts[path]
            spot = spot_of(number, item_box(items[0]))
            yield Noted(problem("page-last-line", text.place, words=words), text, spot=spot)


def overset(pages: LaidPages) -> Iterator[Noted]:
    """Texts of which less stands on the pages than was delivered, and lines that stand off the page."""
    laid: dict[str, int] = defaultdict(int)
    rows: dict[str, set[tuple[int, float]]] = defaultdict(set)
    off: dict[str, set[tuple[int, float]]] = defaultdict(set)
    trim = pages.document.trim
    for page in pages.document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag.path and item.tag.role in _SET:
                row = page.number, round(_along(item), 1)
                laid[item.tag.path] += sum(len(_WORD.findall(c.text)) for c in item.clusters)
                rows[item.tag.path].add(row)
                box = item_box(item)
                if box.y > trim.height or box.x > trim.width or box.bottom < 0 or box.right < 0:
                    off[item.tag.path].add(row)
    for path, count in laid.items():
        text = pages.texts.get(path)
        if text is None:
            continue
        wanted = len(_WORD.findall(text.value))
        each = max(1, count // len(rows[path]))
        lines = len(off[path]) + max(0, -(-(wanted - count) // each) if wanted - count > 1 else 0)
        if lines:
            yield Noted(problem("page-overset", text.place, lines=lines), text)


def heads_at_foot(pages: LaidPages) -> Iterator[Noted]:
    """A section's head with nothing of its section on the same page after it."""
    for page in pages.document.pages:
        items = [item for item in page.items if item.tag.path]
        for i, item in enumerate(items):
            if item.tag.role is not Role.HEADING or not isinstance(item, TextItem):
                continue
            section = item.tag.path.rpartition(".")[0]
            rest = [other for other in items if other.tag.role is not Role.HEADING]
            under = any(other.tag.path.startswith(section + ".") for other in rest)
            last = not any(o.tag.role is Role.HEADING and o.tag.path == item.tag.path for o in items[i + 1 :])
            text = pages.texts.get(item.tag.path)
            if section and not under and last and text is not None:
                spot = spot_of(page.number, item_box(item))
                yield Noted(problem("page-head-at-foot", text.place, page=page.number), text, spot=spot)


def near_trim(pages: LaidPages) -> Iterator[Noted]:
    """Words that a cut a little out of place would take."""
    trim = pages.document.trim
    for page in pages.document.pages:
        for item in page.items:
            if not isinstance(item, TextItem) or not item.visible or not item.clusters:
                continue
            box = item_box(item)
            edges = box.x, box.y, trim.width - box.right, trim.height - box.bottom
            if -mm(SAFE_MM) < min(edges) < mm(SAFE_MM) - 0.05:
                text = pages.texts.get(item.tag.path)
                words = "".join(c.text for c in item.clusters)[:16]
                args = {"has": f"{max(0.0, to_mm(min(edges))):.1f}", "least": f"{SAFE_MM:g}"}
                place = text.place if text else pages.report.place
                found = problem("page-near-trim", place, page=page.number, words=words, **args)
                yield Noted(found, text, spot=spot_of(page.number, box))


def white(pages: LaidPages) -> Iterator[Noted]:
    """White at a page's foot, but for the last, which may end early."""
    document = pages.document
    foot = max((end for page in document.pages for end in _ends(page, furniture=False)), default=0.0)
    for page in document.pages[:-1]:
        end = max((end for end in _ends(page, furniture=True) if end <= foot + 0.5), default=0.0)
        if to_mm(foot - end) > WHITE_MM:
            rect = Rect(mm(10), end, document.trim.width - mm(20), foot - end)
            args = {"page": page.number, "white": f"{to_mm(foot - end):.0f}"}
            yield Noted(problem("page-white", pages.report.place, **args), spot=spot_of(page.number, rect))


def _ends(page: Page, *, furniture: bool) -> Iterator[float]:
    """How far down each thing on the page reaches: its own content, or with what repeats and adorns."""
    for item in page.items:
        if item.tag.role is Role.ARTIFACT and not furniture:
            continue
        if isinstance(item, TextItem):
            yield item_box(item).bottom
        elif isinstance(item, PictureItem | BoxItem):
            yield item.rect.bottom
