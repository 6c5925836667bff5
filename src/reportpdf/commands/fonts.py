"""``reportpdf fonts``: which fonts there are, what their licences allow, what they cover.

Comes in: the order. Goes out: the facts of every face of the theme's font set, for people or as one
JSON object; exit code 1 when no face has some character of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem
from reportpdf.commands.answer import Json, encode, problem_list
from reportpdf.commands.choices import chosen_theme, report_file
from reportpdf.commands.grammar import Order
from reportpdf.console import Console, cell_width
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.source.font_coverage import FontFacts

_OFL = "SIL Open Font License"
_LICENCE_CELLS = 60
"""Of a licence that is not known by name, so much is shown."""

EMBEDDING = {
    "installable": "free to embed",
    "editable": "may be embedded, also for editing",
    "preview and print": "may be embedded for reading and printing",
    "restricted": "may not be embedded",
}
"""What the font's maker allows, in words. The English text is the msgid of its translation."""


def run(order: Order, console: Console) -> int:
    """List the fonts.

    Raises: ReportpdfError when the theme, the report or a font file cannot be used.
    """
    from reportpdf.source.font_coverage import font_report, missing_everywhere
    from reportpdf.source.fonts import bundled_fonts_dir, open_fonts
    from reportpdf.source.report_file import read_report
    from reportpdf.source.theme_file import load_theme

    problems: list[Problem] = []
    theme = chosen_theme(order.values.get("theme"), problems)
    if problems:
        raise InputError(*problems)
    characters = "".join(_texts(read_report(report_file(order.arguments[0])))) if order.arguments else ""
    facts = font_report(open_fonts(load_theme(theme), fonts_dir=bundled_fonts_dir()), characters)
    missing = missing_everywhere(facts)
    notes = [note for one in facts for note in one.notes]
    if "json" in order.switches:
        answer: Json = {
            "fonts": [_json(one) for one in facts],
            "missing": [{"character": c, "code": f"U+{ord(c):04X}"} for c in missing],
            "problems": problem_list(notes, console.wording),
        }
        console.answer_text(encode(answer))
    else:
        for one in facts:
            console.answer("\n".join(_lines(one, console.wording)) + "\n")
        if missing:
            listed = ", ".join(f"{c} U+{ord(c):04X}" for c in missing)
            console.answer(console.wording.phrase("No font has: {characters}", characters=listed))
        console.problems(notes)
    return int(bool(missing))


def _texts(record: object) -> Iterator[str]:
    """Every text that the report sets, found in its records."""
    from reportpdf.model.report import Text

    if isinstance(record, Text):
        yield record.value
    elif is_dataclass(record):
        for field in fields(record):
            yield from _texts(getattr(record, field.name))
    elif isinstance(record, tuple):
        for member in record:
            yield from _texts(member)


def _lines(facts: FontFacts, wording: Wording) -> Iterator[str]:
    """One face: its name, then a line for each fact, aligned."""
    yield f"{facts.key}  {facts.family} {facts.style}, {facts.version}"
    rows = [
        (wording.phrase("file"), facts.file + (f" #{facts.face_index}" if facts.face_index else "")),
        (wording.phrase("licence"), _licence(facts)),
        (
            wording.phrase("embedding"),
            f"{wording.phrase(EMBEDDING[facts.embedding.value])} (fsType {facts.fs_type})",
        ),
        (wording.phrase("glyphs"), f"{facts.glyphs:,}"),
        ("GB 18030", "  ".join(_level(level.has, level.needs, level.level) for level in facts.levels)),
    ]
    if facts.report_characters:
        has = facts.report_characters - len(facts.missing)
        rows.append((wording.phrase("report"), f"{has:,}/{facts.report_characters:,}"))
    width = max(cell_width(name) for name, _ in rows)
    for name, fact in rows:
        yield f"  {name}{' ' * (width - cell_width(name))}  {fact}"


def _level(has: int, needs: int, level: int) -> str:
    """Coverage of one implementation level, in characters and rounded down, so that 100% is all."""
    return f"{level}: {has:,}/{needs:,} ({has * 100 // needs}%)"


def _licence(facts: FontFacts) -> str:
    """The licence by its short name where it has one."""
    if _OFL in facts.licence:
        return f"{_OFL} 1.1" if "1.1" in facts.licence else _OFL
    known = facts.licence or facts.licence_url or "?"
    return known if len(known) <= _LICENCE_CELLS else known[: _LICENCE_CELLS - 1] + "…"


def _json(facts: FontFacts) -> Json:
    """All facts of one face, for programs."""
    return {
        "face": facts.key,
        "family": facts.family,
        "style": facts.style,
        "version": facts.version,
        "file": facts.file,
        "face_index": facts.face_index,
        "licence": facts.licence,
        "licence_url": facts.licence_url,
        "embedding": facts.embedding.value,
        "fs_type": facts.fs_type,
        "glyphs": facts.glyphs,
        "characters": facts.characters,
        "report": _coverage(facts.report_characters, facts.missing),
        "gb18030": [{"level": c.level, "has": c.has, "needs": c.needs} for c in facts.levels],
    }


def _coverage(characters: int, missing: Sequence[str]) -> Json | None:
    """How many distinct characters of the report the face has; None where no report was named."""
    if not characters:
        return None
    return {"has": characters - len(missing), "needs": characters, "missing": "".join(missing)}
