"""Page one of a type specimen: headline, byline and lede; three measures; rules; figures; colours.

In: a :class:`~reportpdf.layout.specimen_kit.Kit`. Out: a part that ends where the page's last line does.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout import specimen_words as words
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.even_names import set_names
from reportpdf.layout.headline import set_headline
from reportpdf.layout.lines import rule, set_words
from reportpdf.layout.specimen_figures import figure_row
from reportpdf.layout.specimen_kit import GUIDE, PARAGRAPH, Kit, Part, copy, label, paragraph, ruler
from reportpdf.text.block import HAN_TOP, first_baseline

BAR = 6.0
NAME_COLUMNS = 3
"""Columns of the byline beside the lede."""

LEAST_HEADLINE = 0.5
"""How small the headline may become, of its size."""

SWATCH_U = 1.2
LEAST_EM = 3
"""No column is narrower, em; if that is too wide for the page, it is told."""

MOST_SPARE_U = 2
"""White that may be added over a part, steps."""

LABEL_U = 1.7
"""From a label's rule to the text under it, steps."""

RULE_LABEL = 5.2
"""From the left edge to a rule's line, em of the label."""


def page_one(kit: Kit) -> Part:
    """The whole page; what it has to spare goes between its parts, in whole steps of the grid."""
    close = _stacked(kit, 0.0)
    spare = kit.grid.y(kit.grid.format.lines) - close.bottom
    steps = min(MOST_SPARE_U, int(spare / kit.grid.u / len(_SPACED)))
    return _stacked(kit, steps * kit.grid.u) if steps > 0 else close


def _stacked(kit: Kit, more: float) -> Part:
    """The parts one under another, ``more`` points of white over some of them."""
    grid = kit.grid
    items: list[Item] = [rule(grid.x(0), grid.y(0), grid.width, BAR, kit.inks["text"])]
    top, fits = grid.y(0) + BAR, True
    for part in (_imprint, _headline, _opening, _measures, figure_row, _palettes):
        made = part(kit, top + (more if part in _SPACED else 0.0))
        items += made.items
        top, fits = made.bottom, fits and made.fits
    return Part(tuple(items), top, fits)


def _imprint(kit: Kit, top: float) -> Part:
    """What theme and sheet this is, on one line."""
    style, sheet, grid = kit.note, kit.grid.format, kit.grid
    baseline = top + 1.5 * style.size
    left = set_words(kit.setter, f"字样：{kit.theme.title}", style)
    size = f"{sheet.width_mm:g}×{sheet.height_mm:g}毫米"
    right = set_words(kit.setter, f"{size}，{sheet.columns}栏，{sheet.lines}格，一格{sheet.step:g}点", style)
    return Part(
        (
            left.put(grid.x(0), baseline, kit.colour, PARAGRAPH),
            right.put(grid.x(0) + grid.width - right.width, baseline, kit.inks["soft"], PARAGRAPH),
        ),
        baseline + 0.6 * style.size,
    )


def _headline(kit: Kit, top: float) -> Part:
    """The couplet at the headline's full size, or as large as the page holds it."""
    style = kit.role("headline", "title")
    title = set_headline(kit.setter, copy(words.HEADLINE), style, LEAST_HEADLINE * style.size, kit.grid.width)
    y = top + 0.4 * kit.grid.u + HAN_TOP * title.size
    items: list[Item] = []
    for line in title.lines:
        items += line.put(kit.grid.x(0) - 0.04 * title.size, y, kit.inks[style.ink], Tag(Role.TITLE, ""))
        y += title.pitch
    return Part(tuple(items), y - title.pitch + 0.12 * title.size + 0.5 * kit.grid.u)


def _opening(kit: Kit, top: float) -> Part:
    """Byline, its names and roles set to one width, and the lede beside it."""
    grid, name, office = kit.grid, kit.role("byline_name"), kit.role("byline_role")
    top = kit.snapped(top)
    items: list[Item] = [rule(grid.x(0), top, grid.width, 0.5, kit.inks["text"])]
    top += 0.6 * grid.u
    offices = set_names(kit.setter, tuple(copy(role) for role, _ in words.BYLINE), office, even=True)
    names = [copy(person) for _, people in words.BYLINE for person in people]
    people = iter(set_names(kit.setter, tuple(names), name, even=True))
    x = grid.x(0) + max(w.width for w in offices) + 1.2 * name.size
    y = top + first_baseline(name)
    for (_, listed), role in zip(words.BYLINE, offices, strict=True):
        items.append(role.put(grid.x(0), y, kit.inks["soft"], PARAGRAPH))
        for _ in listed:
            items.append(next(people).put(x, y, kit.inks["text"], PARAGRAPH))
            y += name.pitch
    left = grid.x(NAME_COLUMNS)
    lede = paragraph(
        kit, words.LEDE, kit.role("lede"), left, top, grid.span(grid.format.columns - NAME_COLUMNS)
    )
    return Part((*items, *lede.items), max(lede.bottom, y) + 0.6 * grid.u)


def measures_of(kit: Kit, size: float) -> tuple[int, ...]:
    """The columns' widths, em: as the specimen wants them, or in that proportion what the page holds."""
    wanted = words.MEASURES
    room = kit.grid.width / size - (len(wanted) - 1)
    if sum(wanted) <= room:
        return wanted
    return tuple(max(LEAST_EM, int(em * room / sum(wanted))) for em in wanted)


def _measures(kit: Kit, top: float) -> Part:
    """The same text in three columns on their grids, and the rules under the widest."""
    style, grid = kit.role("body"), kit.grid
    ems = measures_of(kit, style.size)
    gap = (grid.width - sum(ems) * style.size) / (len(ems) - 1)
    top = kit.snapped(top + LABEL_U * grid.u)
    listed = "、".join(str(em) for em in ems)
    head = label(kit, "measures", grid.x(0), top - LABEL_U * grid.u, grid.width, ems=listed)
    items: list[Item] = list(head.items)
    x, bottoms = grid.x(0), []
    for em in ems:
        width = em * style.size
        text = paragraph(kit, words.BODY, style, x, top, width)
        items += _baselines(kit, x, top, width, text.bottom)
        items += ruler(kit, x, top - 4, style.size, em)
        items += text.items
        bottoms.append(text.bottom)
        x += width + gap
    rules = _rules(kit, grid.x(0), bottoms[0] + 0.8 * grid.u, ems[0] * style.size)
    return Part((*items, *rules.items), max(*bottoms, rules.bottom) + 0.9 * grid.u, gap >= 0)


def _baselines(kit: Kit, x: float, top: float, width: float, bottom: float) -> list[Item]:
    """A hairline at every baseline of the text, and one down either side."""
    style = kit.role("body")
    count = round((bottom - top - (style.pitch + style.size) / 2) / style.pitch) + 1
    y = top + first_baseline(style)
    lines: list[Item] = [
        BoxItem(Rect(x, y + i * style.pitch + 1.2, width, GUIDE), kit.guide, ARTIFACT) for i in range(count)
    ]
    sides = [BoxItem(Rect(at, top, GUIDE, bottom - top), kit.guide, ARTIFACT) for at in (x, x + width)]
    return [*lines, *sides]


def _rules(kit: Kit, x: float, top: float, width: float) -> Part:
    """The rules by name, a line to each, on paper ruled by the em."""
    style, note = kit.role("body"), kit.note
    head = label(kit, "rules", x, top, width)
    left = RULE_LABEL * note.size
    first = y = head.bottom + 0.2 * kit.grid.u
    items: list[Item] = []
    for name, example in words.RULES:
        items.append(
            set_words(kit.setter, name, note).put(x, y + first_baseline(style), kit.inks["soft"], PARAGRAPH)
        )
        made = paragraph(kit, example, style, x + left, y, width - left, justified=False)
        items += made.items
        y += style.pitch * max(1, round((made.bottom - y) / style.pitch))
    ems = int((width - left) / style.size + 1e-6)
    paper = [
        BoxItem(Rect(x + left + i * style.size - GUIDE / 2, first, GUIDE, y - first), kit.guide, ARTIFACT)
        for i in range(ems + 1)
    ]
    return Part((*head.items, *paper, *items), y)


def _palettes(kit: Kit, top: float) -> Part:
    """Every palette as a bar with its name and its inks; rows of six."""
    grid, note = kit.grid, kit.note
    head = label(kit, "palettes", grid.x(0), top, grid.width)
    items: list[Item] = list(head.items)
    top = head.bottom + 0.2 * grid.u
    across = min(6, max(4, len(kit.theme.palettes)))
    gap = grid.format.gutter
    width = (grid.width - (across - 1) * gap) / across
    for i, palette in enumerate(kit.theme.palettes):
        row, column = divmod(i, across)
        x, y = grid.x(0) + column * (width + gap), top + row * (SWATCH_U * grid.u + 2.6 * note.pitch)
        items.append(BoxItem(Rect(x, y, width, SWATCH_U * grid.u), palette.ink))
        name = words.PALETTES.get(palette.name, palette.name)
        y += SWATCH_U * grid.u + 0.2 * note.pitch
        for text, ink in ((name, kit.inks["text"]), (_inks(palette.ink), kit.inks["soft"])):
            items.append(set_words(kit.setter, text, note).put(x, y + first_baseline(note), ink, PARAGRAPH))
            y += note.pitch
    rows = -(-len(kit.theme.palettes) // across)
    return Part(tuple(items), top + rows * (SWATCH_U * grid.u + 2.6 * note.pitch) - 0.4 * note.pitch)


def _inks(ink: Ink) -> str:
    """C, M, Y and K in percent, as a printer reads them."""
    values = zip("CMYK", (ink.c, ink.m, ink.y, ink.k), strict=True)
    return " ".join(f"{letter}{round(100 * value)}" for letter, value in values)


_SPACED = (_measures, figure_row, _palettes)
