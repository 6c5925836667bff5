"""A section on every number of pages it can take, and the numbers that make up a report's.

In: a section's rows, photos and head; or the choices of all sections and a number of pages. Out: the
cheapest pages of each number; how many each section gets. Dynamic programming, as in ``gallery_pages``, with
the pages made so far in the state.
"""

from __future__ import annotations

from reportpdf.layout.gallery_head import SectionHead
from reportpdf.layout.gallery_pages import PAGE, PagePlan, Search, State
from reportpdf.layout.gallery_rows import Row
from reportpdf.layout.gallery_setting import GallerySetting
from reportpdf.layout.setting import PlacedPhoto

Choices = dict[int, tuple[float, tuple[PagePlan, ...]]]
"""Number of pages to their cost and the pages."""


def page_choices(
    setting: GallerySetting,
    rows: tuple[Row, ...],
    photos: tuple[PlacedPhoto, ...],
    head: SectionHead,
    worst: float,
) -> Choices:
    """The cheapest pages of each number; no page costs more than ``worst`` besides being one."""
    search = Search(setting, rows, photos, head)
    layer: dict[State, tuple[float, tuple[PagePlan, ...]]] = {(0, 0, False): (0.0, ())}
    goal, found = (len(rows), len(photos), True), Choices()
    for count in range(1, len(rows) + len(photos) + 2):
        reached: dict[State, tuple[float, tuple[PagePlan, ...]]] = {}
        for state, (spent, pages) in sorted(layer.items(), key=lambda item: item[0]):
            for after, page in search.after(*state):
                if page.cost - PAGE > worst:
                    continue
                if after not in reached or spent + page.cost < reached[after][0] - 1e-9:
                    reached[after] = spent + page.cost, (*pages, page)
        if goal in reached:
            found[count] = reached.pop(goal)
        layer = reached
    return found


def share_out(choices: tuple[Choices, ...], count: int) -> tuple[int, ...] | None:
    """The pages of each section that together are ``count``, at the least cost; None if none are."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for own in choices:
        grown: dict[int, tuple[float, tuple[int, ...]]] = {}
        for used, (spent, shares) in sorted(best.items()):
            for pages, (cost, _) in sorted(own.items()):
                total = used + pages
                if total <= count and (total not in grown or spent + cost < grown[total][0] - 1e-9):
                    grown[total] = spent + cost, (*shares, pages)
        best = grown
    return best[count][1] if count in best else None
