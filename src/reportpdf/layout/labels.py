"""The overview's label: the clause of a callout's own text that holds its figure.

In: a callout's text and figure as set. Out: the clause, or nothing; nothing is invented. Clauses stand
between ， 。 ； ：. A compound's label runs from the clause of its first part to that of its last.
"""

from __future__ import annotations

import re

from reportpdf.model.report import Callout
from reportpdf.text.setter import Setter

_CLAUSE = re.compile("[^，。；：！？,;:\n]+")


def label_of(text: str, figure: str) -> str:
    """The clause with the figure in it; empty when the text does not hold it."""
    parts = [part.strip() for part in figure.split("、") if part.strip()]
    clauses = [(m.start(), m.end()) for m in _CLAUSE.finditer(text)]
    found: list[tuple[int, int]] = []
    for part in parts:
        match = re.search(_exact(part), text)
        if match is None:
            return ""
        holding = [c for c in clauses if c[0] <= match.start() and match.end() <= c[1]]
        if not holding:
            return ""
        found.append(holding[0])
    if not found:
        return ""
    start, end = min(c[0] for c in found), max(c[1] for c in found)
    return (
        text[start:end].strip().strip("“”‘’")
        if text[start:end].count("“") != text[start:end].count("”")
        else text[start:end].strip()
    )


def callout_label(setter: Setter, callout: Callout) -> str:
    """The callout's own label, else the clause of its text that holds its figure; empty if there is none."""
    if callout.label is not None:
        return setter.normalised(callout.label)
    return label_of(setter.normalised(callout.text), setter.normalised(callout.figure))


def _exact(part: str) -> str:
    """The part as a pattern that does not match inside a longer number (23 in 123, 3 in 3.5)."""
    before = r"(?<![0-9.])" if part[0].isdigit() else ""
    after = r"(?![0-9]|\.[0-9])" if part[-1].isdigit() else ""
    return before + re.escape(part) + after
