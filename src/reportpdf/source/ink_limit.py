"""A theme's own colours held against what a printing condition bears.

Comes in: the theme's name or file, the condition. Goes out: a problem for each colour that takes more ink,
at its line. Source: total area coverage of the condition (ISO 12647-2, -3; the profile's README).
"""

from __future__ import annotations

from pathlib import Path

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.press.conditions import Condition
from reportpdf.source.builtin import named_source
from reportpdf.source.excerpt import excerpt
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import under
from reportpdf.theme.records import Theme


def ink_limit_problems(
    theme: Theme, name_or_path: str, condition: Condition, *, base: Path | None = None
) -> tuple[Problem, ...]:
    """Every ink and palette of the theme over the condition's limit."""
    rows = [("inks", row.name, row.ink) for row in theme.inks]
    rows += [("palettes", row.name, row.ink) for row in theme.palettes]
    over = [
        (table, name, ink) for table, name, ink in rows if ink.total > condition.tac + 1e-9 and not ink.spot
    ]
    if not over:
        return ()
    source, _, _ = named_source("theme", name_or_path, base)
    root = read_nodes(source).root
    found: list[Problem] = []
    for table, name, ink in over:
        node = under(under(root, table), name) or root
        line, column = source.position(node.start)
        found.append(
            problem(
                "ink-limit",
                Place(source.shown, line, column, f"{table}.{name}"),
                excerpt(source.line(line), column),
                total=f"{100 * ink.total:g}",
                condition=condition.name,
                limit=f"{100 * condition.tac:g}",
            )
        )
    return tuple(found)
