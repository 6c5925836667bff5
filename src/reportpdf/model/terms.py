"""A bureau's own word list: what to write, what never to write, and names that are spelt so.

Read from ``terms.yaml`` by the source room; the rules of the check room go by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.model.report import Text


@dataclass(frozen=True, slots=True)
class Preferred:
    """``name`` is written, and none of ``instead_of``."""

    name: str
    instead_of: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """``name`` is not written; ``why`` says for what reason, or what to do."""

    name: str
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a person or an office, spelt as ``name``; ``wrong`` are ways in which it gets misspelt."""

    name: str
    wrong: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """The whole list."""

    preferred: tuple[Preferred, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    names: tuple[Named, ...] = ()


NO_TERMS = Terms()
