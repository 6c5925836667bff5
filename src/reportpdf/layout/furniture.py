"""What every page carries: foot rule, folio and section on the outer side, running title on the inner.

In: the setting, the running title, the page's number and sections. Out: items, all furniture.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.layout.display import ARTIFACT, Item
from reportpdf.layout.lines import Words, rule, set_words
from reportpdf.layout.setting import SectionPlan, Setting, section_name

GAP = 1.5
"""Between folio and section name, and at the least between the two sides, em of the running foot."""

OUTER_SHARE = 0.4
"""Of the line, what the section's name may take before the running title is cut for it [choice]."""

LEAST_SIZE = 0.8
"""Of the running foot's size: smaller than that nobody reads it [choice]."""

MOST_SECTIONS = 2
"""No more section names than this stand at the foot of one page."""


def draw_furniture(
    setting: Setting, title: str, number: int, sections: tuple[SectionPlan, ...]
) -> list[Item]:
    """Foot rule, folio, running title and section of one page; odd pages have their outer side on the right.

    What is too long for the line is set a little smaller, then cut at an ellipsis: it stands whole elsewhere.
    A second section that does not fit is left to its page.
    """
    grid, look, style = setting.grid, setting.look.furniture, setting.styles.running_foot
    foot, gap = grid.trim_height, GAP * style.size
    y = foot - look.text_from_foot
    folio = set_words(setting.setter, str(number), setting.styles.folio)
    room = grid.width - folio.width - gap
    first = _section_words(setting, sections[:1], OUTER_SHARE * room)
    inner = _fitted(setting, title, room - (first.width + gap if first else 0.0)) if title else None
    outer = _section_words(setting, sections, room - (inner.width + gap if inner else 0.0))
    items: list[Item] = [
        rule(grid.x(0), foot - look.rule_from_foot, grid.width, look.rule, setting.inks["text"])
    ]
    edge = 0.0
    for words, from_edge in ((folio, 0.0), (outer, folio.width + gap)):
        if words is not None:
            edge = grid.width - from_edge - words.width if number % 2 else from_edge
            items.append(words.put(grid.x(0) + edge, y, setting.inks["text"], ARTIFACT))
    if inner is not None:
        edge = 0.0 if number % 2 else grid.width - inner.width
        items.append(inner.put(grid.x(0) + edge, y, setting.inks["text"], ARTIFACT))
    return items


def _section_words(setting: Setting, sections: tuple[SectionPlan, ...], room: float) -> Words | None:
    """The names of the page's sections on one line: as many as fit, the first one in any case."""
    names = [section_name(setting, plan) for plan in sections[:MOST_SECTIONS]]
    while names:
        words = set_words(setting.setter, "\u3000\u3000".join(names), setting.styles.running_foot)
        if words.width <= room:
            return words
        if len(names) == 1:
            return _fitted(setting, names[0], room) if room > 0 else None
        names.pop()
    return None


def _fitted(setting: Setting, text: str, room: float) -> Words:
    """The text no wider than the room: in smaller type, but not smaller than can be read, then cut."""
    style = setting.styles.running_foot
    words, kept = set_words(setting.setter, text, style), len(text)
    while words.width * LEAST_SIZE > room and kept > 1:
        kept = min(kept - 1, int(kept * room / (words.width * LEAST_SIZE)) + 1)
        words = set_words(setting.setter, text[:kept].rstrip("，,、：“‘（ ") + "……", style)
    return words if words.width <= room else replace(words, size=words.size * room / words.width)
