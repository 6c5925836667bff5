"""Problems that were found after reading get the source line they point into.

In: problems, and the file they are about. Out: the same, each with its excerpt, so that all of them are
told with the line and a caret. The file is read once more, and only when something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reportpdf.base.problem import InputError, Problem
from reportpdf.source.excerpt import excerpt
from reportpdf.source.text_file import Source, read_source


def quote_lines(problems: Sequence[Problem], file: Path) -> tuple[Problem, ...]:
    """The problems, those of ``file`` that have a line and no excerpt with theirs."""
    if not any(_wants_line(found, str(file)) for found in problems):
        return tuple(problems)
    try:
        source = read_source(file, shown=str(file))
    except InputError:  # it was there a moment ago; its problems are told as they are
        return tuple(problems)
    return tuple(_quoted(found, source) if _wants_line(found, str(file)) else found for found in problems)


def placed_at_word(problems: Sequence[Problem], file: Path) -> tuple[Problem, ...]:
    """The problems, those without a place at the first mention of their name in ``file``."""
    source = read_source(file, shown=str(file))
    return tuple(found if found.place else _at_word(found, source) for found in problems)


def _at_word(found: Problem, source: Source) -> Problem:
    word = dict(found.args).get("name", "")
    met = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", source.text) if word else None
    if met is None:
        return found
    place = source.place(met.start())
    return replace(found, place=place, excerpt=source.excerpt(met.start()))


def _wants_line(found: Problem, file: str) -> bool:
    return found.place is not None and found.place.file == file and found.place.line > 0 and not found.excerpt


def _quoted(found: Problem, source: Source) -> Problem:
    place = found.place
    if place is None or place.line > len(source.starts):  # the file has changed since
        return found
    return replace(found, excerpt=excerpt(source.line(place.line), place.column))
