"""Bytes become text with places: a file is bounded, decoded and cleared of control characters.

In: a path and the name the user gave it. Out: a :class:`Source`, whose lines and columns are those an
editor shows (a line ends at LF, CR or CRLF; columns count characters from 1).
Source: YAML 1.2.2 5.1 (character set) and 5.4 (line breaks).
"""

from __future__ import annotations

import functools
import os
import re
import stat
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.encodings import decode_text
from reportpdf.source.excerpt import excerpt
from reportpdf.source.limits import MAX_BYTES, MAX_CONTROLS, MAX_LINES

NAMED = {
    0x00: "NUL",
    0x07: "BEL",
    0x08: "backspace",
    0x0B: "vertical tab",
    0x0C: "form feed",
    0x1B: "escape",
    0x7F: "delete",
    0x85: "next line",
    0x2028: "line separator",
    0x2029: "paragraph separator",
    0xFEFF: "byte order mark",
}
NAMELESS = "a control code"
"""What the others are called."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source:
    """A file's text under the name its user knows; ``starts`` are the offsets at which lines begin."""

    shown: str
    text: str
    starts: tuple[int, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, offset: int, path: str = "") -> Place:
        """The place of the character at ``offset``, under ``path`` in the data."""
        line, column = self.position(offset)
        return Place(self.shown, line, column, path)

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def excerpt(self, offset: int) -> str:
        """The line around ``offset``, clipped."""
        line, column = self.position(offset)
        return excerpt(self.line(line), column)

    def problem(self, code: str, offset: int, path: str = "", /, **args: object) -> Problem:
        """A problem at ``offset``, with its place and its line."""
        return problem(code, self.place(offset, path), self.excerpt(offset), **args)


def read_source(path: Path, *, shown: str, any_character: bool = False) -> Source:
    """The text of a file, as UTF-8, bounded; with ``any_character`` even what no editor shows may be in it.

    Raises:
        InputError: the file is missing, unreadable, no plain file, over 16 MB, in another encoding, or
            holds control characters (all of those, up to a sensible count).
    """
    text = decode_text(read_bytes(path, shown), shown)
    return make_source(text, shown=shown, any_character=any_character)


def make_source(text: str, *, shown: str, any_character: bool = False) -> Source:
    """Text that is already decoded, with its lines.

    Raises:
        InputError: it has too many lines, or holds control characters or line ends that only some
            editors know.
    """
    lines = text.count("\n") + text.count("\r")
    if lines > MAX_LINES:
        raise InputError(problem("source-lines", Place(shown), lines=lines, limit=MAX_LINES))
    source = Source(shown, text, _line_starts(text))
    if any_character:
        return source
    found = [m.start() for _, m in zip(range(MAX_CONTROLS), controls().finditer(text), strict=False)]
    if found:
        raise InputError(*(control_problem(source, offset, text[offset]) for offset in found))
    return source


@functools.cache
def controls() -> re.Pattern[str]:
    """What no text holds: control characters but tab and line ends, separators, non-characters.

    Lone surrogates stand here for text that did not come from bytes. Source: YAML 1.2.2 5.1, which
    allows U+0085, U+2028 and U+2029; they are line ends to some programs and nothing to others.
    """
    return re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def control_problem(source: Source, offset: int, character: str) -> Problem:
    """A control character that stands, or is written as an escape, at ``offset``."""
    code = ord(character)
    return source.problem("source-control", offset, character=f"U+{code:04X}", called=control_name(code))


def control_name(code: int) -> str:
    """A control character's name as people know it; a template of the wording."""
    return NAMED.get(code, NAMELESS)


def _line_starts(text: str) -> tuple[int, ...]:
    """The offset of each line's first character."""
    if "\r" in text:
        return (0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text)))
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def read_bytes(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a plain file, never more than the limit.

    The size is asked before the file is opened, so that a huge one, a FIFO or a device costs nothing,
    and again of what was read, for a file may grow.
    """
    place = Place(shown)
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise InputError(problem("source-folder", place))
        if not stat.S_ISREG(status.st_mode):
            raise InputError(problem("source-not-file", place))
        if status.st_size > limit:
            raise InputError(_too_large(place, status.st_size, limit))
        with open(path, "rb") as file:
            content = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(problem("source-missing", place)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(problem("source-unreadable", place, reason=reason)) from error
    if len(content) > limit:
        raise InputError(_too_large(place, len(content), limit))
    return content


def _too_large(place: Place, size: int, limit: int) -> Problem:
    return problem("source-too-large", place, size=f"{size / 2**20:.1f}", limit=limit // 2**20)
