"""The piece of a source line that is shown with a problem, and where its caret stands.

In: a line and a column. Out: at most 120 characters around it, every one of them printable.
"""

from __future__ import annotations

from reportpdf.source.limits import EXCERPT, EXCERPT_LEAD

_WHOLE = EXCERPT - EXCERPT_LEAD // 2
"""Up to this column an excerpt begins where the line begins."""


def excerpt_start(column: int) -> int:
    """How many characters of its line an excerpt leaves out, for a problem at ``column`` (from 1).

    The caret stands under character ``column - excerpt_start(column)`` (from 1) of the excerpt.
    """
    return 0 if column <= _WHOLE else column - EXCERPT_LEAD


def excerpt(line: str, column: int) -> str:
    """At most 120 characters of ``line`` from :func:`excerpt_start`; tabs and the like become spaces."""
    start = excerpt_start(column)
    clipped = line[start : start + EXCERPT].rstrip()
    return "".join(c if c.isprintable() else " " for c in clipped)


def brief(value: str, most: int = 40) -> str:
    """A value as it is quoted in a problem: printable, on one line, at most ``most`` characters."""
    clipped = value if len(value) <= most else value[: most - 1] + "…"
    return "".join(c if c.isprintable() else " " for c in clipped)
