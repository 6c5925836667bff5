"""A theme, built in or a designer's own, becomes a :class:`~reportpdf.theme.records.Theme`.

In: the name of a built-in theme or the path of a YAML file. Out: the theme, its font files located in
the folder of the file. Which keys there are is what the records say, so a look may grow without this.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.source.builtin import builtin_names, builtin_source, named_source
from reportpdf.source.decode import decode
from reportpdf.source.excerpt import brief
from reportpdf.source.locate import locate
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Mapping, Node, under
from reportpdf.theme.faces import with_faces
from reportpdf.theme.looks import LOOKS, look_for
from reportpdf.theme.records import FontFile, Format, FormatLayout, Theme

_KIND = "theme"


def builtin_theme_names() -> tuple[str, ...]:
    """The themes that come with reportpdf, in the order of their names."""
    return builtin_names(_KIND)


def theme_source(name: str) -> str:
    """The YAML of a built-in theme, to be copied and changed.

    Raises:
        InputError: there is no such theme.
    """
    return builtin_source(_KIND, name).text


def load_theme(name_or_path: str, *, base: Path | None = None) -> Theme:
    """The theme of that name, or in that file; a relative path is taken from ``base`` (else from here).

    Raises:
        InputError: there is no such theme; or every problem of its file.
    """
    source, folder, stem = named_source(_KIND, name_or_path, base)
    return decode_theme(source, folder, stem)


def check_look(theme: Theme, sheet: Format) -> list[Problem]:
    """A problem if the theme does not say how the format is set."""
    if look_for(theme, sheet) is not None:
        return []
    key = "sheet" if sheet.layout is FormatLayout.SHEET else "look"
    return [problem("theme-unfit", None, theme=theme.name, format=sheet.name, key=key)]


def decode_theme(source: Source, folder: Path, stem: str) -> Theme:
    """The theme in a text; ``stem`` is its name unless it says another.

    Raises:
        InputError: with every problem found.
    """
    tree = read_nodes(source)
    reading = Reading(source, tree)
    theme: Theme | None = decode(reading, record_shape(Theme), tree.root)
    _check_references(reading, tree.root)
    if theme is not None:
        _check_spots(reading, theme, tree.root)
        fonts = tuple(_located(reading, font, tree.root, folder) for font in theme.fonts)
        looks = {key: with_faces(getattr(theme, key), theme.faces) for key in LOOKS}
        theme = replace(theme, name=theme.name or stem, fonts=fonts, **looks)
        if not any(under(tree.root, key) for key in LOOKS):
            reading.refuse("theme-bare", tree.root.start, "")
    reading.finish()
    assert theme is not None, "a reading without problems has its record"
    return theme


def _check_references(reading: Reading, root: Node) -> None:
    """Every text that has to be a name of another table is one; an absent table was reported."""
    for fact, node, path in reading.references:
        table = under(root, fact.refers)
        if not isinstance(table, Mapping):
            continue
        names = (*(key.value for key, _ in table.items), *fact.besides)
        if node.value not in names:
            choices = ", ".join(names)
            given = brief(node.value)
            reading.refuse("name-unknown", node.start, path, given=given, table=fact.refers, choices=choices)


def _check_spots(reading: Reading, theme: Theme, root: Node) -> None:
    """A spot colour has one alternate in the whole theme. Source: ISO 15930-7 6.4; ISO 19005-2 6.2.4.4."""
    known: dict[str, tuple[tuple[float, ...], str]] = {}
    for table, rows in (("inks", theme.inks), ("palettes", theme.palettes)):
        for row in rows:
            ink, path = row.ink, f"{table}.{row.name}"
            if not ink.spot:
                continue
            parts = (ink.c, ink.m, ink.y, ink.k)
            other, first = known.setdefault(ink.spot, (parts, path))
            if other != parts:
                node = under(under(root, table), row.name) or root
                reading.refuse("ink-spot-twice", node.start, path, name=brief(ink.spot), first=first)


def _located(reading: Reading, font: FontFile, root: Node, folder: Path) -> FontFile:
    """The font with the path of its file; a path that may not be taken is reported."""
    if not font.file:
        return font
    located = locate(font.file, folder)
    if located.fault:
        node = under(under(under(root, "fonts"), font.name), "file") or root
        owner = Path(reading.source.shown).name
        path = f"fonts.{font.name}.file"
        args = {"given": brief(font.file), "owner": owner, "reason": located.reason}
        reading.refuse(f"font-file-{located.fault}", node.start, path, **args)
    return replace(font, path=located.path)
