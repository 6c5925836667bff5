"""Help texts, laid out in columns of the terminal's cells.

Comes in: the table of commands and the reader's wording. Goes out: text, its columns aligned by cell
width, because a Han character takes two cells (UAX #11).
"""

from __future__ import annotations

from collections.abc import Iterable

from reportpdf.commands.grammar import Command, Option
from reportpdf.commands.options import SHARED, VERSION
from reportpdf.commands.table import COMMANDS
from reportpdf.console import cell_width
from reportpdf.wording import Wording


def overview(wording: Wording) -> str:
    """The help of the program as a whole."""
    rows = [(command.name, wording.phrase(command.summary)) for command in COMMANDS.values()]
    return "\n".join(
        (
            wording.phrase("usage: {words}", words="reportpdf COMMAND …"),
            "",
            wording.phrase("Sets a bureau's report as a newspaper-quality Chinese PDF."),
            "",
            wording.phrase("Commands:"),
            *_columns(rows),
            "",
            wording.phrase("Options:"),
            *_columns(_option_rows((*SHARED, VERSION), wording)),
            "",
            wording.phrase("For one command: {words}", words="reportpdf COMMAND --help"),
        )
    )


def of_command(command: Command, wording: Wording) -> str:
    """The help of one command."""
    names = [(a.name if a.required else f"[{a.name}]") + "…" * a.many for a in command.arguments]
    options = [f"[{_spelled(option, short=True)}]" for option in command.options if option not in SHARED]
    return "\n".join(
        (
            wording.phrase("usage: {words}", words=" ".join(("reportpdf", command.name, *names, *options))),
            "",
            wording.phrase(command.summary),
            "",
            *_columns((a.name, wording.phrase(a.help)) for a in command.arguments),
            "",
            wording.phrase("Options:"),
            *_columns(_option_rows(command.options, wording)),
        )
    )


def _option_rows(options: Iterable[Option], wording: Wording) -> list[tuple[str, str]]:
    return [(_spelled(option), _explained(option, wording)) for option in options]


def _explained(option: Option, wording: Wording) -> str:
    """The option's help, with the values it can have where the sentence does not name them."""
    text = wording.phrase(option.help)
    if option.choices and not all(choice in text for choice in option.choices):
        return f"{text} ({' | '.join(option.choices)})"
    return text


def _spelled(option: Option, *, short: bool = False) -> str:
    """``-o, --output PATH``; in a usage line only the first spelling."""
    spellings = option.spellings[:1] if short else option.spellings
    return f"{', '.join(spellings)} {option.value}".rstrip()


def _columns(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Two columns, the second aligned."""
    rows = list(rows)
    width = max((cell_width(left) for left, _ in rows), default=0)
    return [f"  {left}{' ' * (width - cell_width(left))}  {right}" for left, right in rows]
