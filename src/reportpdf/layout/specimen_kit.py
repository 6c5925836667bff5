"""What every part of a type specimen is drawn with: the theme's roles, found by what they are for.

In: a theme with pages, a sheet, fonts. Out: a :class:`Kit`. A part is drawn from its top down and says where
it ends, so that parts follow one another whatever the sizes of the theme.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.base.problem import Place
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import Inks, put_block, rule, set_words
from reportpdf.layout.specimen_words import LABELS
from reportpdf.model.report import Text
from reportpdf.text.block import text_height
from reportpdf.text.setter import Setter
from reportpdf.theme.looks import Look
from reportpdf.theme.records import Theme
from reportpdf.theme.style import TextStyle

HAIRLINE = 0.35
GUIDE = 0.2
"""Rules of the specimen, and the lines that show a grid; points."""

GUIDE_SHARE = 0.32
"""Ink of the guides, of the first palette's."""

PARAGRAPH = Tag(Role.PARAGRAPH, "")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part:
    """Items of one part, and where it ends, points from the trim's head.

    ``fits`` is false where it is wider than its place.
    """

    items: tuple[Item, ...]
    bottom: float
    fits: bool = True


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Kit:
    """Tools of one specimen."""

    setter: Setter
    theme: Theme
    look: Look
    grid: Grid
    inks: Inks

    @property
    def roles(self) -> tuple[tuple[str, TextStyle], ...]:
        """Every role of the look by its key, in the order of its record."""
        styles = self.look.styles
        return tuple((field.name, getattr(styles, field.name)) for field in fields(styles))

    def role(self, *names: str) -> TextStyle:
        """The first of those roles that the look has; running text if it has none of them."""
        known = dict(self.roles)
        return next((known[name] for name in names if name in known), self.look.styles.body)

    @property
    def note(self) -> TextStyle:
        """The type of the specimen's own labels."""
        return self.role("caption", "credit")

    @property
    def colour(self) -> Ink:
        """The first palette: the specimen's own colour."""
        return self.theme.palettes[0].ink

    @property
    def guide(self) -> Ink:
        """The light ink of lines that show a grid."""
        ink, share = self.colour, GUIDE_SHARE
        return Ink(ink.c * share, ink.m * share, ink.y * share, ink.k * share)

    def snapped(self, y: float) -> float:
        """The next grid line at or under a height."""
        steps = (y - self.grid.y(0)) / self.grid.u
        return self.grid.y(-int(-(steps - 1e-6) // 1))


def copy(words: str) -> Text:
    """Words of the specimen as a text; their place is the specimen itself."""
    return Text(words, Place("specimen"))


def label(kit: Kit, key: str, x: float, top: float, width: float, **args: object) -> Part:
    """A part's small heading: a hairline over the width and the words under it."""
    style, text = kit.note, LABELS[key].format(**args)
    words = set_words(kit.setter, text, style)
    baseline = top + 0.4 * kit.grid.u + 0.88 * style.size
    items: tuple[Item, ...] = (
        rule(x, top, width, HAIRLINE, kit.inks["text"]),
        words.put(x, baseline, kit.colour, Tag(Role.HEADING, "")),
    )
    return Part(items, top + 0.4 * kit.grid.u + 1.4 * style.size)


def paragraph(
    kit: Kit, words: str, style: TextStyle, x: float, top: float, width: float, *, justified: bool = True
) -> Part:
    """A paragraph in a role, from the top of its first line box; ragged lines are squeezed if they must."""
    block = kit.setter.block(copy(words), style, width)
    items: list[Item] = []
    for i in range(block.count):
        over = block.line(i, justified=False)[0].width > block.measure_em
        lines = range(i, i + 1)
        y = top + i * style.pitch
        items += put_block(
            block, x, y, kit.inks[style.ink], PARAGRAPH, justified=justified or over, lines=lines
        )
    return Part(tuple(items), top + text_height(style, block.count))


def ruler(kit: Kit, x: float, y: float, em: float, count: int) -> list[Item]:
    """A short line at every em, every fifth one longer: what characters are measured by."""
    return [
        BoxItem(Rect(x + i * em - GUIDE / 2, y, GUIDE, 4.0 if i % 5 == 0 else 2.2), kit.guide, ARTIFACT)
        for i in range(count + 1)
    ]
