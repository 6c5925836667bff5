"""Figures on a type specimen: digits, unit and words from the theme's figure roles, one baseline for all.

In: a kit. Out: parts. The proportions are those of the theme's look where it states them.
"""

from __future__ import annotations

from reportpdf.base.ink import Ink
from reportpdf.layout import specimen_words as words
from reportpdf.layout.display import Item, Role, Tag
from reportpdf.layout.lines import ink_height, set_words
from reportpdf.layout.specimen_kit import PARAGRAPH, Kit, Part, label
from reportpdf.text.block import first_baseline

HEIGHT_U = 2.6
"""Height of the digits, steps."""

UNIT = 0.4
"""Size of the unit, of the digits' height."""

GAP = 0.08
"""Between digits and unit, of the digits' height."""


def figures_of(kit: Kit) -> tuple[tuple[str, str], ...]:
    """Digits and unit of what the specimen counts: numbers of this theme, and words set as a figure is."""
    return (
        (f"{kit.role('body').size:g}", "点"),
        (f"{kit.grid.format.lines}", "格"),
        (f"{kit.theme.composition.autospace:g}", "字"),
        (words.FIGURE_WORDS, ""),
    )


def figure(
    kit: Kit, digits: str, unit: str, x: float, baseline: float, height: float, width: float, ink: Ink
) -> list[Item]:
    """A figure whose ink is so high, or as much lower as its width asks; words stand as high as digits do."""
    numeric = digits[0].isdigit()
    role = kit.role("figure_digits") if numeric else kit.role("figure_words")
    low, high = ink_height(kit.setter, kit.setter.clusters("0123456789" if numeric else digits, role))
    low = 0.0 if numeric else low
    size = height / max(high - low, 0.5)
    main = set_words(kit.setter, digits, role, size)
    small = set_words(kit.setter, unit, kit.role("figure_unit"), UNIT * height) if unit else None
    total = main.width + (GAP * height + small.width if small else 0.0)
    if total > width + 1e-6:
        return figure(kit, digits, unit, x, baseline, height * width / total, width, ink)
    tag = Tag(Role.FIGURE_TEXT, "")
    items: list[Item] = [main.put(x, baseline + low * size, ink, tag)]
    if small is not None:
        items.append(small.put(x + main.width + GAP * height, baseline, ink, tag))
    return items


def figure_row(kit: Kit, top: float) -> Part:
    """Four figures side by side with their labels."""
    grid, note = kit.grid, kit.note
    top = kit.snapped(top)
    head = label(kit, "figures", grid.x(0), top, grid.width)
    across = len(words.FIGURE_LABELS)
    columns = grid.format.columns // across
    baseline = head.bottom + (HEIGHT_U + 0.3) * grid.u
    items: list[Item] = list(head.items)
    for i, ((digits, unit), text) in enumerate(zip(figures_of(kit), words.FIGURE_LABELS, strict=True)):
        x, width = grid.x(i * columns), grid.span(columns)
        items += figure(kit, digits, unit, x, baseline, HEIGHT_U * grid.u, width, kit.colour)
        line = set_words(kit.setter, text, note)
        items.append(line.put(x, baseline + 0.3 * grid.u + first_baseline(note), kit.inks["text"], PARAGRAPH))
    return Part(tuple(items), kit.snapped(baseline + 0.3 * grid.u + 1.3 * note.pitch))
