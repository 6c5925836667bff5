"""A report that was imported before is imported again: the manuscript's changes join the editor's.

In: three texts of ``report.yaml``: as the last import wrote it, as it is now, and as the new import would
write it. Out: the merged text, and every difference with its place. What an editor changed stays; where
the manuscript changed the same lines, its own stand there as ``# check:`` comments.
Source: Khanna, Kunal, Pierce, A Formal Investigation of Diff3 (2007), 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reportpdf.source.intake.write_yaml import CHECK


@dataclass(frozen=True, slots=True)
class Difference:
    """What the manuscript changed: at a line of the report as it is now (from 1), from what to what.

    ``conflict``: an editor changed the same lines, and theirs stay.
    """

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """The text with both sides' changes; without its new comments (``bare``), and those (``comments``)."""

    text: str
    bare: str
    comments: tuple[str, ...]
    differences: tuple[Difference, ...]


def merge(base: str, now: str, new: str) -> Merged:
    """The three texts made one. Questions (``# check:``) go with the line below them and are not compared."""
    merging = _Merging(_lines(base), _lines(now), _lines(new))
    merging.run()
    with_comments = [text for line in merging.lines for text in (*line.checks, *line.conflicts, line.text)]
    bare = [text for line in merging.lines for text in (*line.checks, line.text)]
    comments = tuple(text for line in merging.lines for text in line.conflicts)
    differences = tuple(merging.differences)
    return Merged(_joined(with_comments), _joined(bare), comments, differences)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, the questions above it, and what the manuscript has instead of it."""

    text: str
    number: int
    """In its own file, from 1."""

    checks: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    checks: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(CHECK):
            checks.append(line)
        else:
            lines.append(_Line(line, number, tuple(checks)))
            checks = []
    if checks:  # at the very end nothing follows them
        lines.append(_Line("", len(lines) + 1, tuple(checks)))
    return lines


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


class _Merging:
    """Goes down the three texts at once, from one line that all have to the next."""

    def __init__(self, base: Sequence[_Line], now: Sequence[_Line], new: Sequence[_Line]) -> None:
        self._base, self._now, self._new = base, now, new
        self.lines: list[_Line] = []
        self.differences: list[Difference] = []

    def run(self) -> None:
        """Fill :attr:`lines`."""
        b = n = w = 0
        for at, in_now, in_new in self._anchors():
            self._stretch(self._base[b:at], self._now[n:in_now], self._new[w:in_new])
            if at < len(self._base):
                self.lines.append(self._now[in_now])
            b, n, w = at + 1, in_now + 1, in_new + 1

    def _anchors(self) -> Iterator[tuple[int, int, int]]:
        """Lines of the base that both others have, in order, and the end."""
        in_now, in_new = _matches(self._base, self._now), _matches(self._base, self._new)
        for at in range(len(self._base)):
            if at in in_now and at in in_new:
                yield at, in_now[at], in_new[at]
        yield len(self._base), len(self._now), len(self._new)

    def _stretch(self, base: Sequence[_Line], now: Sequence[_Line], new: Sequence[_Line]) -> None:
        """Lines between two anchors; where all three have as many, each for itself."""
        if len(base) == len(now) == len(new) and len(base) > 1:
            for one in range(len(base)):
                self._stretch(base[one : one + 1], now[one : one + 1], new[one : one + 1])
            return
        were, are, come = ([line.text for line in lines] for lines in (base, now, new))
        if come in (were, are):
            self.lines += now
            return
        number = now[0].number if now else self.lines[-1].number + 1 if self.lines else 1
        conflict = are != were
        self.differences.append(Difference(number, tuple(were), tuple(come), conflict))
        if not conflict:
            self.lines += new
            return
        told = tuple(_told(line) for line in come if line not in are and line.strip())
        kept = list(now) or [_Line(_told(""), number)]
        self.lines += [replace(kept[0], conflicts=told), *kept[1:]]


def _told(line: str) -> str:
    """A line of the manuscript as a question."""
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}{CHECK}{line.strip()}".rstrip()


def _matches(one: Sequence[_Line], other: Sequence[_Line]) -> dict[int, int]:
    """The line of ``other`` that each line of ``one`` is, where it is there still."""
    texts = [line.text for line in one], [line.text for line in other]
    blocks = SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}
