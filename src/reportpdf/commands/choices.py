"""Themes, formats and reports as they are named on the command line.

Comes in: the word typed. Goes out: what the rooms below take: a built-in name, or a file that is
there. A near miss of a built-in name is answered with that name.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.commands.grammar import wrong_choice

DEFAULT_THEME = "newspaper"
DEFAULT_FORMAT = "a4"

FORMATS_LATER: tuple[str, ...] = ()
"""What a later version brings; a name that is built in by then no longer counts as late."""

MOST_WORKERS = 256

_FILE_ENDINGS = (".yaml", ".yml")


def report_file(word: str) -> Path:
    """The report that ``word`` names: the file, or ``report.yaml`` in the folder."""
    inside = os.path.join(word, "report.yaml")
    # os.path asks without raising: what may not be looked into is its reader's to tell
    return Path(inside) if os.path.isdir(word) and os.path.exists(inside) else Path(word)


def chosen_workers(word: str | None, problems: list[Problem]) -> int:
    """How many processes, 0 for one for each core; what is no such number joins ``problems``."""
    if word is None:
        return 0
    if word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= MOST_WORKERS:
        return int(word)
    problems.append(problem("workers-form", given=word, most=MOST_WORKERS))
    return 0


def chosen_theme(word: str | None, problems: list[Problem]) -> str:
    """A built-in theme's name, or a theme file's path; what is wrong with it joins ``problems``."""

    def names() -> tuple[str, ...]:
        from reportpdf.source.theme_file import builtin_theme_names

        return builtin_theme_names()

    if word is None:
        return DEFAULT_THEME
    return _chosen("--theme", word, names, (), problems)


def chosen_format(word: str | None, problems: list[Problem]) -> str:
    """A built-in format's name, or a format file's path; what is wrong with it joins ``problems``."""

    def names() -> tuple[str, ...]:
        from reportpdf.source.format_file import builtin_format_names

        return builtin_format_names()

    if word is None:
        return DEFAULT_FORMAT
    return _chosen("--format", word, names, FORMATS_LATER, problems)


def _chosen(
    option: str,
    word: str,
    names: Callable[[], tuple[str, ...]],
    later: tuple[str, ...],
    problems: list[Problem],
) -> str:
    """``word`` as it is when it names a file, for its reader says what is wrong with a file."""
    if os.sep in word or word.lower().endswith(_FILE_ENDINGS) or os.path.isfile(word):
        return word
    known = names()
    if word not in known:
        problems.append(wrong_choice(option, word, known, tuple(n for n in later if n not in known)))
    return word
