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

MOST_SECTIONS = 2
"""No more section names than this stand at the foot of one page."""


def draw_furniture(
    setting: Setting, title: str, number: int, sections: tuple[SectionPlan, ...]
) -> list[Item]:
    """Foot rule, folio, running title and section of one page; odd pages have their outer side on the right.

    What is too long for the line is set smaller; a second section that does not fit is left to its page.
    """
    grid, look, style = setting.grid, setting.look.furniture, setting.styles.running_foot
    foot, gap = grid.trim_height, GAP * style.size
    y = foot - look.text_from_foot
    folio = set_words(setting.setter, str(number), setting.styles.folio)
    room = grid.width - folio.width - gap
    inner = _fitted(set_words(setting.setter, title, style), room) if title else None
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
            return _fitted(words, room) if room > 0 else None
        names.pop()
    return None


def _fitted(words: Words, room: float) -> Words:
    """The words no wider than the room, in smaller type if they must."""
    return words if words.width <= room else replace(words, size=words.size * room / words.width)
