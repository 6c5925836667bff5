"""The table of a type specimen's roles: name, size and face of each, and a sample at that size.

In: a kit, a top and a width. Out: a part. Large roles have a row each, the largest first; small ones stand in
two columns, in the order of the theme.
"""

from __future__ import annotations

from reportpdf.layout import specimen_words as words
from reportpdf.layout.display import Item
from reportpdf.layout.lines import Words, rule, set_words
from reportpdf.layout.specimen_kit import GUIDE, PARAGRAPH, Kit, Part, label
from reportpdf.text.block import HAN_TOP
from reportpdf.theme.style import TextStyle

LARGE = 13.0
"""Roles from this size on have a row to themselves, points."""

FIGURE = 24.0
"""Roles that are sized by a figure's height are shown at this size, points."""

NAMES = 9.5
"""Width of the names' column, em of the label."""

TRUNCATED = 2
"""So many characters of the sample are shown at the least."""


def roles_table(kit: Kit, top: float, width: float) -> Part:
    """All roles of the look."""
    grid = kit.grid
    head = label(kit, "roles", grid.x(0), top, width)
    large = [(key, style) for key, style in kit.roles if _shown(key, style) >= LARGE]
    small = [(key, style) for key, style in kit.roles if _shown(key, style) < LARGE]
    items: list[Item] = list(head.items)
    y = head.bottom + 0.3 * grid.u
    for key, style in sorted(large, key=lambda row: -_shown(*row)):
        size = _shown(key, style)
        height = max(1.14 * size, 2.3 * kit.note.size)
        items += _row(kit, key, style, grid.x(0), y, width, height)
        items.append(rule(grid.x(0), y + height, width, GUIDE, kit.guide))
        y += height + 2
    y += 0.4 * grid.u
    gap = grid.format.gutter
    half = (width - gap) / 2
    rows = -(-len(small) // 2)
    height = 2.45 * kit.note.size
    for i, (key, style) in enumerate(small):
        column, row = divmod(i, rows)
        x, at = grid.x(0) + column * (half + gap), y + row * height
        items += _row(kit, key, style, x, at, half, height)
        items.append(rule(x, at + height, half, GUIDE, kit.guide))
    return Part(tuple(items), y + rows * height)


def _shown(key: str, style: TextStyle) -> float:
    """The size a role is shown at."""
    return FIGURE if _by_height(key) else style.size


def _by_height(key: str) -> bool:
    return key.startswith("figure_")


def _row(
    kit: Kit, key: str, style: TextStyle, x: float, top: float, width: float, height: float
) -> list[Item]:
    """Name over size and face at the left, the sample at the right, all within the row."""
    note, size = kit.note, _shown(key, style)
    what = words.BY_HEIGHT if _by_height(key) else f"{_points(style.size)}/{_points(style.pitch)}"
    name = set_words(kit.setter, f"{words.ROLES.get(key, key)}  {what}", note)
    face = set_words(kit.setter, style.fonts[0], note, 0.82 * note.size)
    middle = top + height / 2
    left = NAMES * note.size
    names: list[Item] = [
        _within(name, left).put(x, middle - 0.12 * note.size, kit.inks["text"], PARAGRAPH),
        _within(face, left).put(x, middle + 0.88 * note.size, kit.inks["soft"], PARAGRAPH),
    ]
    sample = _sample(kit, _sample_of(kit, key), style, size, width - left)
    ink = kit.colour if style.ink in ("section", "paper") else kit.inks[style.ink]
    baseline = middle + (HAN_TOP - 0.5) * size
    return [*names, sample.put(x + left, baseline, ink, PARAGRAPH)]


def _within(made: Words, room: float) -> Words:
    """The words, smaller if they are wider than their room."""
    scale = min(1.0, (room - 4) / made.width)
    return Words(made.line, made.style, made.size * scale)


def _points(length: float) -> str:
    """A length to the hundredth of a point."""
    return f"{length:.2f}".rstrip("0").rstrip(".")


def _sample_of(kit: Kit, key: str) -> str:
    """What a role is shown with: what it is made for."""
    if key in words.NUMERALS:
        return "".join(n for n in kit.theme.numerals if len(n) == 1) or " ".join(kit.theme.numerals)
    return words.SAMPLES.get(key, words.SAMPLE)


def _sample(kit: Kit, sample: str, style: TextStyle, size: float, room: float) -> Words:
    """As much of the sample as the room holds, at the role's size; never less than two characters."""
    for count in range(len(sample), TRUNCATED, -1):
        made = set_words(kit.setter, sample[:count].rstrip("，、 "), style, size)
        if made.width <= room:
            return made
    return _within(set_words(kit.setter, sample[:TRUNCATED], style, size), room + 4)
