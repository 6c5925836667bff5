"""Page two of a type specimen: every role at its size, vertical text, a section's head, a callout, a picture.

In: a :class:`~reportpdf.layout.specimen_kit.Kit`. Out: a part that ends where the page's last line does.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout import specimen_words as words
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, PolygonItem, Role, Tag
from reportpdf.layout.lines import ink_height, ink_left, ink_right, rule, set_words
from reportpdf.layout.specimen_figures import figure, figures_of
from reportpdf.layout.specimen_kit import GUIDE, PARAGRAPH, Kit, Part, copy, label, paragraph
from reportpdf.layout.specimen_picture import river
from reportpdf.layout.specimen_roles import roles_table
from reportpdf.layout.titles import set_title
from reportpdf.layout.vertical import put_vertical_block
from reportpdf.layout.vertical_heads import set_vertical_head
from reportpdf.text.block import Block, first_baseline
from reportpdf.theme.style import TextStyle

ROLE_COLUMNS = 9
"""Columns of the grid that the table of roles takes; vertical text has the rest."""

SEAL_U = 4.7
RULE = 3.0
SHORTEST = 8
"""Vertical lines have so many characters at the least."""

SEAL_COLUMNS = 2
PICTURE_COLUMNS = 5
FIGURE_COLUMNS = 2
FIGURE_U = 2.4
PICTURE_U = 6.5
MARKER = 6.0
"""Side of the caption's ▲, points."""


def page_two(kit: Kit) -> Part:
    """The whole page; the section stands on its foot if there is room to spare."""
    grid = kit.grid
    roles = roles_table(kit, grid.y(0), grid.span(ROLE_COLUMNS))
    down = _vertical(kit, grid.y(0), roles.bottom)
    top = max(roles.bottom, down.bottom) + 0.8 * grid.u
    section = _section(kit, kit.snapped(top))
    spare = int((grid.y(grid.format.lines) - section.bottom) / grid.u)
    if spare > 0:
        section = _section(kit, kit.snapped(top) + spare * grid.u)
    return Part((*roles.items, *down.items, *section.items), max(down.bottom, section.bottom), down.fits)


def _section(kit: Kit, top: float) -> Part:
    """The beginning of a section: its head, a callout, a picture."""
    ink = kit.theme.palettes[min(1, len(kit.theme.palettes) - 1)].ink
    head = _head(kit, top, ink)
    left = _lead(kit, head.bottom + kit.grid.u, ink)
    right = _picture(kit, head.bottom + kit.grid.u, ink)
    return Part((*head.items, *left.items, *right.items), max(left.bottom, right.bottom))


def _vertical(kit: Kit, top: float, bottom: float) -> Part:
    """A couplet as a vertical head, and under it vertical text with 纵中横 and turned words."""
    grid, body = kit.grid, kit.role("lead_text", "quote", "body")
    x, width = grid.x(ROLE_COLUMNS), grid.span(grid.format.columns - ROLE_COLUMNS)
    made = label(kit, "vertical", x, top, width)
    top = made.bottom + 0.5 * grid.u
    title = set_vertical_head(
        kit.setter, copy(words.VERTICAL_HEAD), kit.role("section_title"), starts=(0.0, 2 * grid.u)
    )
    assert title is not None  # a couplet of so few characters stands at any size
    items: list[Item] = [*made.items, *title.put(x + width, top, kit.inks["text"], Tag(Role.HEADING, ""))]
    top += title.height + 1.5 * grid.u
    block = _vertical_block(kit, body, int(width / body.pitch), bottom - top)
    items += put_vertical_block(block, x + width, top, kit.inks["text"], PARAGRAPH)
    for i in range(block.count + 1):
        items.append(
            BoxItem(Rect(x + width - i * body.pitch, top, GUIDE, block.measure), kit.guide, ARTIFACT)
        )
    over = block.count * body.pitch > width + 0.01 or title.width > width + 0.01
    return Part(tuple(items), top + block.measure, fits=not over)


def _vertical_block(kit: Kit, style: TextStyle, columns: int, room: float) -> Block:
    """The vertical text in so many lines, as short as they may be; longer than the room if they must."""
    text = copy(words.VERTICAL)
    em = SHORTEST
    while True:
        block = kit.setter.vertical.block(text, style, em * style.size)
        if block.count <= max(1, columns) or em * style.size > max(room, style.size * 2 * SHORTEST):
            return block
        em += 1


def _head(kit: Kit, top: float, colour: Ink) -> Part:
    """A section's head: rule, seal with its numeral, and the couplet beside it, its foot on the seal's."""
    grid = kit.grid
    seal = Rect(grid.x(0), top, grid.span(SEAL_COLUMNS), SEAL_U * grid.u)
    style = kit.role("section_title_wide", "section_title")
    room = grid.span(grid.format.columns - SEAL_COLUMNS)
    size = style.size
    while True:
        title = set_title(kit.setter, copy(words.SECTION), style, (size,), room)
        height = (len(title.lines) - 1) * title.pitch + title.size
        if height <= seal.height - RULE - 4:
            break
        size -= 1
    y = seal.bottom - (len(title.lines) - 1) * title.pitch - 0.1 * title.size
    items: list[Item] = [
        rule(grid.x(0), top, grid.width, RULE, colour),
        BoxItem(seal, colour),
        *_numeral(kit, seal),
    ]
    for line in title.lines:
        items += line.put(grid.x(SEAL_COLUMNS), y, kit.inks["text"], Tag(Role.HEADING, ""))
        y += title.pitch
    return Part(tuple(items), seal.bottom)


def _numeral(kit: Kit, seal: Rect) -> list[Item]:
    """The first numeral in the middle of the seal, by its ink."""
    style = kit.role("numeral", "number")
    size = 0.62 * seal.height
    made = set_words(kit.setter, kit.theme.numerals[0], style, size)
    if made.width > 0.8 * seal.width:
        size *= 0.8 * seal.width / made.width
        made = set_words(kit.setter, kit.theme.numerals[0], style, size)
    clusters = made.line.clusters
    low, high = ink_height(kit.setter, clusters)
    left, right = ink_left(kit.setter, clusters[0]) * size, ink_right(kit.setter, clusters[-1]) * size
    x = seal.x + (seal.width - made.width + left + right) / 2 - left
    y = seal.y + (seal.height + (high + low) * size) / 2
    return [made.put(x, y, kit.inks["paper"], Tag(Role.HEADING, ""))]


def _lead(kit: Kit, top: float, ink: Ink) -> Part:
    """A callout: its figure, and what it says beside it."""
    grid, sheet = kit.grid, kit.grid.format
    digits, unit = figures_of(kit)[1]
    foot = top + FIGURE_U * grid.u
    items = figure(kit, digits, unit, grid.x(0), foot, FIGURE_U * grid.u, grid.span(FIGURE_COLUMNS), ink)
    said = words.LEAD.format(columns=sheet.columns, lines=sheet.lines, step=f"{sheet.step:g}")
    columns = sheet.columns - FIGURE_COLUMNS - PICTURE_COLUMNS
    role = kit.role("lead_text", "body")
    text = paragraph(kit, said, role, grid.x(FIGURE_COLUMNS), top, grid.span(columns))
    return Part((*items, *text.items), max(text.bottom, foot))


def _picture(kit: Kit, top: float, ink: Ink) -> Part:
    """A drawn picture in a photo's place, with its caption."""
    grid, style = kit.grid, kit.role("caption")
    column = grid.format.columns - PICTURE_COLUMNS
    frame = Rect(grid.x(column), top, grid.span(PICTURE_COLUMNS), PICTURE_U * grid.u)
    y = frame.bottom + 4
    inset = MARKER + 3.5
    said = paragraph(kit, words.CAPTION, style, frame.x + inset, y, frame.width - inset, justified=False)
    mark = _marker(frame.x, y + first_baseline(style), ink)
    return Part((*river(kit, frame), mark, *said.items), said.bottom)


def _marker(x: float, baseline: float, ink: Ink) -> PolygonItem:
    """▲ on the caption's baseline."""
    corners = ((x, baseline), (x + MARKER, baseline), (x + MARKER / 2, baseline - 0.87 * MARKER))
    return PolygonItem(corners, ink, ARTIFACT)
