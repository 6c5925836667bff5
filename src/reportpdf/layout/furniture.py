"""What every page carries: foot rule, folio on the outer side, running foot on the inner.

In: the setting, the running title, the page number. Out: items, all furniture.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.layout.display import ARTIFACT, Item
from reportpdf.layout.lines import rule, set_words
from reportpdf.layout.setting import Setting


def draw_furniture(setting: Setting, title: str, number: int) -> list[Item]:
    """Foot rule, folio and running foot of one page; odd pages have their outer side on the right.

    A running title too long for the line is set smaller.
    """
    grid, look, styles = setting.grid, setting.look.furniture, setting.styles
    foot = grid.trim_height
    items: list[Item] = [
        rule(grid.x(0), foot - look.rule_from_foot, grid.width, look.rule, setting.inks["text"])
    ]
    y = foot - look.text_from_foot
    folio = set_words(setting.setter, str(number), styles.folio)
    outer_right = number % 2 == 1
    items.append(
        folio.put(
            grid.x(0) + grid.width - folio.width if outer_right else grid.x(0),
            y,
            setting.inks["text"],
            ARTIFACT,
        )
    )
    if title:
        words = set_words(setting.setter, title, styles.running_foot)
        room = grid.width - folio.width - 2 * styles.running_foot.size
        if words.width > room:
            words = replace(words, size=words.size * room / words.width)
        x = grid.x(0) if outer_right else grid.x(0) + grid.width - words.width
        items.append(words.put(x, y, setting.inks["text"], ARTIFACT))
    return items
