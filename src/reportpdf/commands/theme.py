"""``reportpdf theme``: list the built-in themes, or give one away to be changed.

Comes in: the order. Goes out: names, or the theme's YAML with its comments, on stdout or in a file.
"""

from __future__ import annotations

import os

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.commands.choices import DEFAULT_THEME
from reportpdf.commands.grammar import Order, wrong_choice
from reportpdf.commands.schema import put
from reportpdf.console import Console


def run(order: Order, console: Console) -> int:
    """Print the names of the themes, or export one.

    A file that is there already is never replaced: it may hold a designer's changes.

    Raises: InputError when the theme is unknown or the file cannot be written.
    """
    from reportpdf.source.theme_file import builtin_theme_names, theme_source

    names = builtin_theme_names()
    wanted = order.arguments[0] if order.arguments else DEFAULT_THEME
    exported = order.values.get("export")
    if "list" in order.switches and exported is not None:
        raise InputError(problem("option-conflict", option="--list", other="--export"))
    if wanted not in names:
        raise InputError(wrong_choice("NAME", wanted, names, ()))
    if exported is not None:
        if exported != "-" and os.path.lexists(exported) and not os.path.isdir(exported):
            raise InputError(problem("output-exists", Place(exported)))
        put(theme_source(wanted), exported, console)
    elif order.arguments:
        put(theme_source(wanted), "-", console)
    else:
        console.answer("\n".join(names))
    return 0
