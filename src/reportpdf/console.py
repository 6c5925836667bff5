"""What a person reads on the terminal: problems with their source line, and progress.

Comes in: problems, wording, streams. Goes out: text on those streams. Widths are terminal cells: wide
and full-width characters take two, combining marks none (UAX #11, East Asian Width).
"""

from __future__ import annotations

import io
import os
import time
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from reportpdf.base.problem import InputError, Problem, Severity
from reportpdf.source.excerpt import excerpt_start
from reportpdf.wording import Worded, Wording
from reportpdf.writable import os_problem

_WIDE = frozenset("WF")
_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_UNSAFE = frozenset(("Cc", "Cf", "Zl", "Zp", "Cs"))

_EXCERPT_CELLS = 76
"""Cells of a source line that are shown: fits a terminal of 80 with the indent."""

_LIKE = 3
"""Of warnings and notes of one kind, so many are shown; the rest is counted."""

_PATIENCE = 0.5
"""Seconds of work before progress is shown: less is over before it can be read."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
TAGS = {Severity.WARNING: "warning: ", Severity.NOTE: "note: "}
"""What stands before a problem that is not an error."""

STAGES = {
    "read": "reading",
    "fonts": "opening fonts",
    "photos": "converting photos",
    "layout": "setting",
    "paint": "painting pages",
    "pages": "drawing page images",
    "compare": "comparing pages",
    "write": "writing",
    "trace": "looking for codes",
}
"""What is said of each stage of the pipeline while it runs."""


def cell_width(text: str) -> int:
    """Cells that ``text`` takes on a terminal."""
    return sum(_cells(character) for character in text)


def visible(text: str) -> str:
    """``text`` with control and format characters spelled out, so that data cannot drive the terminal."""
    if text.isprintable():
        return text
    return "".join(
        c if unicodedata.category(c) not in _UNSAFE else f"\\u{ord(c):04x}" for c in text.replace("\t", " ")
    )


def visible_lines(text: str) -> str:
    """``text`` with each of its lines made :func:`visible`."""
    return "\n".join(visible(line) for line in text.split("\n"))


def excerpt(line: str, column: int) -> tuple[str, str]:
    """The part of a source line around ``column`` (from 1, in characters), and the caret line for it."""
    shown = [visible(character) for character in line.rstrip("\r\n")]
    at = min(max(column - 1, 0), len(shown))
    start = at
    room = _EXCERPT_CELLS * 2 // 3
    while start > 0 and room >= cell_width(shown[start - 1]):
        start -= 1
        room -= cell_width(shown[start])
    end, room = at, room + _EXCERPT_CELLS - _EXCERPT_CELLS * 2 // 3
    while end < len(shown) and room >= cell_width(shown[end]):
        room -= cell_width(shown[end])
        end += 1
    lead = "…" if start else ""
    text = lead + "".join(shown[start:end]) + ("…" if end < len(shown) else "")
    return text, " " * cell_width(lead + "".join(shown[start:at])) + "^"


class Console:
    """The terminal of one run: a stream for what was asked and one for what is told besides."""

    def __init__(self, wording: Wording, out: TextIO, err: TextIO) -> None:
        self.wording = wording
        self.err = err
        self._out = out
        self._coloured = _is_terminal(err) and not os.environ.get("NO_COLOR")

    def answer(self, text: str) -> None:
        """Print a line of what was asked for, in the terminal's own encoding."""
        encoding = self._out.encoding or "utf-8"
        self._write(visible_lines(text).encode(encoding, "backslashreplace").decode(encoding) + "\n")

    def answer_text(self, text: str) -> None:
        """Print a file's content as it is, in UTF-8 whatever the locale: programs read it."""
        if isinstance(self._out, io.TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", errors="backslashreplace")
        self._write(text)

    def tell(self, text: str) -> None:
        """Print what should be known besides; nowhere if stderr is closed."""
        if self.err is not None:
            encoding = self.err.encoding or "utf-8"
            self.err.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
            self.err.flush()

    def _write(self, text: str) -> None:
        """Write to stdout, at once.

        Raises: InputError when stdout is a file on a full disk or the like; BrokenPipeError.
        """
        try:
            self._out.write(text)
            self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise InputError(os_problem(error, Path("stdout"))) from error

    def problems(self, problems: Sequence[Problem]) -> None:
        """Tell all problems: by file, errors before the rest, then down the page."""
        worded = [(problem, self.wording.word(problem)) for problem in problems]
        worded.sort(key=lambda pair: _order(*pair))
        seen: dict[str, int] = {}
        for problem, words in worded:
            seen[problem.code] = seen.get(problem.code, 0) + 1
            if words.severity is Severity.ERROR or seen[problem.code] <= _LIKE:
                self.tell("\n".join(self._lines(problem, words)))
        more = sum(
            seen[code] - _LIKE
            for code in {p.code for p, w in worded if w.severity is not Severity.ERROR}
            if seen[code] > _LIKE
        )
        if more:
            self.tell(
                self.wording.count(
                    "and {n} more of the same kind; --json lists all",
                    "and {n} more of the same kinds; --json lists all",
                    more,
                )
            )

    def _lines(self, problem: Problem, words: Worded) -> Iterable[str]:
        """A problem's sentence, then the source line it points into with a caret under it."""
        tag = TAGS.get(words.severity)
        tag = self._paint(self.wording.phrase(tag), _COLOURS[words.severity]) if tag else ""
        sentence = visible(self.wording.sentence(words))
        place = problem.place
        if place is None:
            yield f"reportpdf: {tag}{sentence}"
            return
        where = place.file + (f":{place.line}:{place.column}" if place.line else "")
        path = f"{place.path}: " if place.path else ""
        yield f"{self._paint(visible(where), '1')}: {tag}{visible(path)}{sentence}"
        if problem.excerpt and place.line:
            line, caret = excerpt(problem.excerpt, place.column - excerpt_start(place.column))
            yield f"  {line}"
            yield f"  {self._paint(caret, _COLOURS[words.severity])}"

    def _paint(self, text: str, colour: str) -> str:
        """``text`` in an SGR colour (ECMA-48 8.3.117), where there is a terminal to show it."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self._coloured else text


class StatusLine:
    """A line on a terminal that is drawn over the one before; nothing where there is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._width = 0
        self.is_seen = _is_terminal(stream)

    def draw(self, line: str) -> None:
        """Show ``line`` in place of the one before."""
        width = cell_width(line)
        self._stream.write("\r" + line + " " * max(0, self._width - width))
        self._stream.flush()
        self._width = width

    def clear(self) -> None:
        """Wipe the line."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0


class Progress:
    """Shows on a terminal how far long work is; leaves no trace when it is over."""

    def __init__(self, wording: Wording, stream: TextIO) -> None:
        self._wording = wording
        self._line = StatusLine(stream)
        self._began = time.monotonic()
        self.clear = self._line.clear

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` pieces of ``stage`` are ready."""
        if not self._line.is_seen or time.monotonic() - self._began < _PATIENCE:
            return
        name = self._wording.phrase(STAGES.get(stage, stage))
        self._line.draw(self._wording.phrase("{stage} {done}/{total}", stage=name, done=done, total=total))


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _order(problem: Problem, words: Worded) -> tuple[str, int, int, int]:
    place = problem.place
    rank = list(Severity).index(words.severity)
    return (place.file, rank, place.line, place.column) if place else ("", rank, 0, 0)


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()
