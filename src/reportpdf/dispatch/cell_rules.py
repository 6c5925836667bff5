"""What each column may hold: a function for each reads its cell and notes what is wrong.

Comes in: a cell, or None where it is blank. Goes out: its value, or the usual one with the problem noted.
What lists bring along is dangerous in three ways that are refused everywhere: characters that nobody sees
or that turn the line about, line breaks where a letter's header will stand, words that a spreadsheet takes
for a formula.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reportpdf.base.problem import Problem
from reportpdf.dispatch.columns import EDITIONS, LANGUAGES, SWITCHES, word_of
from reportpdf.dispatch.file_names import folder_fault
from reportpdf.dispatch.listed import LOST, Cell
from reportpdf.dispatch.passwords import LEAST_GIVEN, LEAST_MADE, MOST_BYTES, MOST_MADE, rule_length
from reportpdf.model.address import ascii_domain, is_address, needs_utf8
from reportpdf.source.excerpt import brief

MOST_COPIES = 1_000
"""Of one department and edition."""

LOCKABLE = frozenset(("screen",))
"""Editions that a password may protect. PDF/X and PDF/A forbid it. Source: ISO 15930-7 6.26, ISO 19005-2
6.1.3."""

_BREAKS = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff\U000e0000-\U000e007f]"
)
"""Control and format characters, among them those that turn the direction (UAX #9), and what is no
character."""

_FORMULA = re.compile(r"=|@|[+\-].*[!(|=]|[+\-]\d+[+\-*/]")
"""What a spreadsheet reckons when it opens the cell; a telephone number (+86 …) is none."""

_COUNT = re.compile(r"(\d{1,9})(?:\.0+)?\s*(?:份|本|册|套|copies|copy)?", re.IGNORECASE)
_PARTS = re.compile(r"[\s,;/+|&、和及]+")


@dataclass(slots=True)
class Noted:
    """The problems of one row; it lives as long as the row is read."""

    problems: list[Problem]

    def add(self, cell: Cell, code: str, /, **args: object) -> None:
        """Note a problem of a cell."""
        self.problems.append(cell.problem(code, **args))


def read_words(
    cell: Cell | None, noted: Noted, *, most: int, lines: bool = False, spaces: bool = True
) -> str:
    """Words, their outer spaces off; ``lines``: they may have several. Source: Unicode UAX #15 (NFC)."""
    if cell is None or not _sound(cell, noted, lines=lines):
        return ""
    words = unicodedata.normalize("NFC", cell.words).strip()
    words = words if lines else " ".join(words.split())
    if _FORMULA.match(unicodedata.normalize("NFKC", words)):
        noted.add(cell, "list-formula", given=brief(words))
    elif len(words) > most:
        noted.add(cell, "list-long", length=len(words), limit=most)
    elif not spaces and not any(c.isalnum() for c in words):
        noted.add(cell, "list-name-marks", given=brief(words))
    return words


def read_copies(cell: Cell | None, noted: Noted) -> int:
    """How many; one where nothing is said."""
    if cell is None or not _sound(cell, noted):
        return 1
    even = unicodedata.normalize("NFKC", cell.words).strip()
    found = _COUNT.fullmatch(even)
    if found is None:
        noted.add(cell, "list-copies-form", given=brief(cell.words))
    elif int(found[1]) == 0:
        noted.add(cell, "list-copies-none")
    elif int(found[1]) > MOST_COPIES:
        noted.add(cell, "list-copies-many", given=found[1], limit=MOST_COPIES)
    else:
        return int(found[1])
    return 1


def read_editions(cell: Cell | None, noted: Noted) -> tuple[str, ...]:
    """The editions, each once; the screen's where nothing is said."""
    if cell is None or not _sound(cell, noted):
        return ("screen",)
    found: list[str] = []
    for part in filter(None, _PARTS.split(unicodedata.normalize("NFKC", cell.words).strip())):
        edition = word_of(part, EDITIONS)
        if not edition:
            noted.add(cell, "list-edition", given=brief(part))
        elif edition in found:
            noted.add(cell, "list-edition-twice", edition=edition)
        else:
            found.append(edition)
    return tuple(found) or ("screen",)


def read_email(cell: Cell | None, noted: Noted) -> str:
    """One address as letters take it, half-width; its domain may be Chinese, and is one of the network."""
    if cell is None or not _sound(cell, noted):
        return ""
    given = cell.words.strip()
    if re.search(r"[,;，；、]|[^@]@[^@]+@", given):
        noted.add(cell, "list-email-several", given=brief(given))
        return ""
    labels = ascii_domain(given).split(".")
    plain = not needs_utf8(given) and unicodedata.normalize("NFKC", given) == given and "。" not in given
    good = plain and is_address(given) and len(labels) > 1 and not labels[-1].isdigit()
    if not good:
        noted.add(cell, "list-email", given=brief(given))
    return given if good else ""


def read_folder(cell: Cell | None, noted: Noted) -> str:
    """A folder inside the dispatch, with ``/``."""
    if cell is None or not _sound(cell, noted):
        return ""
    folder = unicodedata.normalize("NFC", cell.words).strip().replace("\\", "/")
    if fault := folder_fault(folder):
        noted.add(cell, fault, given=brief(cell.words))
        return ""
    return "/".join(part for part in folder.split("/") if part not in ("", "."))


def read_password(cell: Cell | None, editions: tuple[str, ...], noted: Noted) -> str:
    """A password, or the rule to make one; empty for none."""
    if cell is None or not _sound(cell, noted):
        return ""
    given = unicodedata.normalize("NFKC", cell.words).strip()  # as SASLprep would: RFC 4013 2.2
    length = rule_length(given)
    if length and not LEAST_MADE <= length <= MOST_MADE:
        noted.add(cell, "list-password-length", given=length, least=LEAST_MADE, most=MOST_MADE)
    elif len(given.encode()) > MOST_BYTES:
        noted.add(cell, "list-password-long", bytes=len(given.encode()), limit=MOST_BYTES)
    elif not length and len(given) < LEAST_GIVEN:
        if word_of(given, SWITCHES) or not any(c.isalnum() for c in given):
            noted.add(cell, "list-password-word", given=brief(given))
        else:
            noted.add(cell, "list-password-short", least=LEAST_GIVEN)
    bare = [edition for edition in editions if edition not in LOCKABLE]
    if len(bare) == len(editions):
        noted.add(cell, "list-password-nothing", editions=", ".join(bare))
    elif bare:
        noted.add(cell, "list-password-not-all", editions=", ".join(bare))
    return given


def read_language(cell: Cell | None, noted: Noted) -> str:
    """The language of the overlay and the letter; Chinese where nothing is said."""
    if cell is None or not _sound(cell, noted):
        return "zh"
    language = word_of(cell.words, LANGUAGES)
    if not language:
        noted.add(cell, "list-language", given=brief(cell.words))
    return language or "zh"


def read_switch(cell: Cell | None, noted: Noted) -> bool:
    """Yes or no; no where nothing is said."""
    if cell is None or not _sound(cell, noted):
        return False
    word = word_of(cell.words, SWITCHES)
    if not word:
        noted.add(cell, "list-switch", given=brief(cell.words))
    return word == "yes"


def _sound(cell: Cell, noted: Noted, *, lines: bool = False) -> bool:
    """Whether a cell holds nothing dangerous, and little enough to be read at all."""
    if LOST in cell.words:
        noted.add(cell, "list-lost")
    elif found := _UNSEEN.search(cell.words):
        noted.add(cell, "list-unseen", character=f"U+{ord(found[0]):04X}")
    elif not lines and _BREAKS.search(cell.words.strip()):
        noted.add(cell, "list-break")
    elif len(cell.words) > _CELL_MOST:
        noted.add(cell, "list-long", length=len(cell.words), limit=_CELL_MOST)
    else:
        return True
    return False


_CELL_MOST = 2_000
