"""Marks in running text: words as delivered become plain words and the spans that are marked.

In: a text of the report as its file has it. Out: :class:`Marked`, or None where nothing in it is a mark.
The forms, and nothing else (docs/inline.md):

    **重点**  strong            [文字](https://…)  a link          {滨州|bīn zhōu}  ruby
    {.重点}   emphasis dots     {_滨州}            proper-noun line {~书名}         wavy title line

A backslash before ``*`` ``[`` ``]`` ``{`` ``}`` ``|`` or a backslash makes it a plain character. What is not
exactly one of the forms is text as it stands. Source for what the marks mean: GB/T 15834-2011 4.12, 4.15,
4.16; clreq #id53, #id262.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from reportpdf.model.links import link_target
from reportpdf.model.marks import MAY_BE_MARKED, Fault, FaultKind, Mark, Marked, Span

_ESCAPED = r"\\[\\*\[\]{}|]"
_INSIDE = rf"(?:{_ESCAPED}|\\(?![\\*\[\]{{}}|])|[^{{}}|\n\\])"
"""A character of a ruby. No two alternatives begin alike, so that nothing is tried twice."""

_TOKEN = re.compile(
    rf"(?P<escape>{_ESCAPED})"
    r"|(?P<stars>\*+)"
    r"|(?P<open>\{[._~])"
    rf"|\{{(?P<base>{_INSIDE}+)\|(?P<reading>{_INSIDE}+)\}}"
    rf"|(?P<begun>\{{)(?={_INSIDE}+\|{_INSIDE}*(?:\n|\Z))"
    r"|(?P<close>\})"
    r"|(?P<bracket>\[)"
    r"|\](?:\((?P<address>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)|(?P<loose>\((?=https?://|mailto:)))?"
    r"|(?P<paragraph>\n)"
)
_ENDINGS = "，、。；：！？”’）》〉」』】〕,.;:!?)]}"
"""What ** does not begin before, so that masked names (张**、李**) stay as they are."""

_OPENINGS = "“‘（《〈「『【〔(["
_LINES = frozenset({Mark.NAME, Mark.TITLE})


def read_marks(delivered: str) -> Marked | None:
    """The words with their marks; None where the text holds neither marks nor escapes."""
    if not MAY_BE_MARKED.search(delivered):
        return None
    found = _Reader(delivered).read()
    return found if found.words != delivered or found.faults else None


def escape(words: str) -> str:
    """The words written so that no character of theirs is taken for a mark."""
    return re.sub(r"[\\*\[\]{}|]", r"\\\g<0>", words)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Open:
    """A form that has begun: its mark, where, and what it begins with."""

    mark: Mark
    offset: int
    given: str


class _Reader:
    """Reads one text from left to right. All positions are of the delivered text until the words are made."""

    def __init__(self, delivered: str) -> None:
        self._text = delivered
        self._open: list[_Open] = []
        self._counts: Counter[Mark] = Counter()
        self._drops: list[tuple[int, int]] = []
        self._spans: list[Span] = []
        self._faults: list[Fault] = []

    def read(self) -> Marked:
        """The text's words, spans and faults."""
        for match in _TOKEN.finditer(self._text):
            self._take(match)
        self._abandon(0)
        self._spans.sort(key=lambda s: (s.start, -s.end))
        self._check_nesting()
        return self._marked()

    def _take(self, match: re.Match[str]) -> None:
        at, given = match.start(), match.group()
        if match["escape"]:
            self._drops.append((at, at + 1))
        elif match["stars"]:
            if len(given) == 2:
                self._stars(at)
        elif match["open"]:
            self._begin(Mark(given), at, given)
        elif match["base"]:
            self._ruby(match)
        elif match["begun"]:
            self._fault(FaultKind.UNENDED, at, given)
        elif match["close"]:
            depth = self._depth(Mark.DOTS, Mark.NAME, Mark.TITLE)
            if depth is not None:
                self._end(depth, at, at + 1)
        elif match["bracket"]:
            self._begin(Mark.LINK, at, given)
        elif match["paragraph"]:
            self._abandon(0)
        else:
            self._close_bracket(match)

    def _begin(self, mark: Mark, at: int, given: str) -> None:
        self._open.append(_Open(mark, at, given))
        self._counts[mark] += 1

    def _fault(self, kind: FaultKind, at: int, given: str) -> None:
        self._faults.append(Fault(kind, at, given))

    def _stars(self, at: int) -> None:
        """Two asterisks end strong text that is open, else they may begin it."""
        after, before = self._text[at + 2 : at + 3], self._text[at - 1 : at] if at else ""
        depth = self._depth(Mark.STRONG)
        if depth is not None and not (before.isspace() or before in _OPENINGS):
            self._end(depth, at, at + 2)
        elif depth is None and after and not (after.isspace() or after in _ENDINGS):
            self._begin(Mark.STRONG, at, "**")

    def _close_bracket(self, match: re.Match[str]) -> None:
        """A bracket that an address follows ends a link; any other ends a plain bracket."""
        depth = self._depth(Mark.LINK)
        if depth is None:
            return
        address = match["address"]
        if address is None:
            opened = self._open.pop(depth)
            self._counts[Mark.LINK] -= 1
            if match["loose"]:
                self._fault(FaultKind.UNENDED, opened.offset, opened.given)
            return
        target = link_target(address)
        if not target:
            self._fault(FaultKind.ADDRESS, match.start("address"), address)
        self._end(depth, match.start(), match.end(), target)

    def _ruby(self, match: re.Match[str]) -> None:
        """A ruby's base stays, its reading becomes the span's value."""
        start, end = match.span("base")
        reading = re.sub(_ESCAPED, lambda m: m.group()[1:], match["reading"]).strip()
        if not reading or not match["base"].strip():
            return
        if "**" in match["base"]:
            self._fault(FaultKind.INSIDE, start, "**")
        escapes = (start + m.start() for m in re.finditer(_ESCAPED, match["base"]))
        self._drops += [(match.start(), start), *((at, at + 1) for at in escapes), (end, match.end())]
        self._spans.append(Span(start, end, Mark.RUBY, reading))

    def _depth(self, *marks: Mark) -> int | None:
        """Where the innermost open form of one of the marks is."""
        if not any(self._counts[mark] for mark in marks):
            return None
        return next(i for i in range(len(self._open) - 1, -1, -1) if self._open[i].mark in marks)

    def _end(self, depth: int, start: int, end: int, value: str = "") -> None:
        """The form at ``depth`` ends; those begun inside it and not ended are text."""
        self._abandon(depth + 1)
        opened = self._open.pop()
        self._counts[opened.mark] -= 1
        begin = opened.offset + len(opened.given)
        if begin < start:  # else nothing is marked: {.} is text
            self._drops += [(opened.offset, begin), (start, end)]
            self._spans.append(Span(begin, start, opened.mark, value))

    def _abandon(self, depth: int) -> None:
        """Everything open from ``depth`` on is text; a bracket is that without a word."""
        for one in self._open[depth:]:
            self._counts[one.mark] -= 1
            if one.mark is not Mark.LINK:
                self._fault(FaultKind.UNENDED, one.offset, one.given)
        del self._open[depth:]

    def _check_nesting(self) -> None:
        """A mark inside another of its kind, or a line under a line, would be drawn upon itself."""
        around: list[Span] = []
        for span in self._spans:
            while around and around[-1].end <= span.start:
                around.pop()
            kinds = _LINES if span.mark in _LINES else {span.mark}
            if any(one.mark in kinds for one in around):
                given = "**" if span.mark is Mark.STRONG else span.mark.value[:2].rstrip("|")
                self._fault(FaultKind.INSIDE, span.start - len(given), given)
            around.append(span)

    def _marked(self) -> Marked:
        """The words without what was dropped, and the spans counted in them."""
        text = self._text
        starts, offsets, parts, at, length = [], [], [], 0, 0
        for start, end in (*sorted(self._drops), (len(text), len(text))):
            if start > at:
                starts.append(length)
                offsets.append(at)
                parts.append(text[at:start])
                length += start - at
            at = end

        def counted(offset: int) -> int:
            """How many characters of the words stand before a place of the delivered text."""
            piece = bisect_right(offsets, offset) - 1
            if piece < 0:
                return 0
            return min(starts[piece] + offset - offsets[piece], (*starts[1:], length)[piece])

        spans = tuple(Span(counted(s.start), counted(s.end), s.mark, s.value) for s in self._spans)
        faults = tuple(sorted(self._faults, key=lambda fault: fault.offset))
        return Marked(text, "".join(parts), spans, faults, tuple(starts), tuple(offsets))
