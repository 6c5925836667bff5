"""Rows as people name them on the command line: ``3,5-8``, a department's name, a copy ``5#2``, a code.

Comes in: the words, the departments there are. Goes out: which rows and copies they mean; words that mean
none are problems. A number is that of the row as problems and the dry run show it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.codes import is_code, plain
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.recipients import Recipient, department_key
from reportpdf.source.excerpt import brief

_ROWS = re.compile(r"(\d{1,7})(?:\s*[-–~]\s*(\d{1,7}))?")
_COPY = re.compile(r"(.+)#([1-9]\d{0,5})")


@dataclass(frozen=True, slots=True)
class Selection:
    """Departments by key; of those under ``copies`` only these numbers (none: all of them)."""

    keys: frozenset[str]
    copies: tuple[tuple[str, int], ...] = ()

    def takes(self, key: str) -> bool:
        """Whether anything of a department is meant."""
        return key in self.keys

    def numbers(self, key: str) -> frozenset[int] | None:
        """The numbers that are meant of a department's copies; None: all."""
        found = frozenset(number for named, number in self.copies if named == key)
        return found or None


def select(
    words: str, option: str, recipients: Iterable[Recipient], rows: Iterable[LedgerRow] = ()
) -> tuple[Selection, tuple[Problem, ...]]:
    """What the words of ``option`` mean, and those that mean nothing."""
    return _select(words, option, {one.row: (one.key, one.copies) for one in recipients}, rows)


def _select(
    words: str, option: str, by_row: dict[int, tuple[str, int]], rows: Iterable[LedgerRow]
) -> tuple[Selection, tuple[Problem, ...]]:
    by_code = {row.code: row for row in rows}
    whole: set[str] = set()
    copies: list[tuple[str, int]] = []
    unknown: list[Problem] = []
    for given in filter(None, (part.strip() for part in re.split("[,，、;；\n]", words))):
        word, number = _number(given)
        found = {key for key, total in _meant(word, by_row) if number <= total}
        row = None if found else by_code.get(plain(word)) if is_code(plain(word)) else None
        if row is not None:
            copies.append((row.key, row.number))
        elif not found:
            unknown.append(problem("rows-unknown", option=option, given=brief(given)))
        elif number:
            copies += [(key, number) for key in sorted(found)]
        else:
            whole |= found
    single = tuple((key, number) for key, number in copies if key not in whole)
    return Selection(frozenset(whole | {key for key, _ in copies}), single), tuple(unknown)


def select_rows(
    words: str, option: str, rows: tuple[LedgerRow, ...]
) -> tuple[tuple[LedgerRow, ...], tuple[Problem, ...]]:
    """The copies in the ledger that the words of ``option`` mean, and words that mean nothing."""
    meant, unknown = _select(words, option, {row.row: (row.key, row.total) for row in rows}, rows)
    chosen = (row for row in rows if meant.takes(row.key))
    return tuple(row for row in chosen if row.number in (meant.numbers(row.key) or {row.number})), unknown


def _number(word: str) -> tuple[str, int]:
    """A row and the number of its copy; 0 for all of them."""
    found = _COPY.fullmatch(word)
    return (found[1].strip(), int(found[2])) if found else (word, 0)


def _meant(word: str, by_row: dict[int, tuple[str, int]]) -> list[tuple[str, int]]:
    """The departments that a number, a range or a name means, each with its number of copies."""
    if found := _ROWS.fullmatch(unicodedata.normalize("NFKC", word)):
        first, last = int(found[1]), int(found[2] or found[1])
        return [one for row, one in by_row.items() if first <= row <= last]
    key = department_key(word)
    return [one for one in by_row.values() if one[0] == key]
