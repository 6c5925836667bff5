"""The row of a message table: how much a problem matters, the fact, and the fix.

Comes in: nothing. Goes out: the record that every room's ``ROWS`` is made of. The English templates
are also the msgids of the translation catalogue, so each is a whole clause a translator can turn.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.problem import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """``fact`` and ``fix`` are clauses without a final period; ``{name}`` is filled from Problem.args."""

    severity: Severity
    fact: str
    fix: str
