"""Markdown and plain text become blocks, each with its line.

In: the text of a manuscript. Out: its blocks. Of Markdown only what departments write is taken: heads,
strong text, lists, tables, pictures, quotes, rules; whatever else there is stays words. In plain text a
line is a paragraph, and heads are told by their ordinals (一、, 第一部分).
Source: CommonMark 0.31.2, 4.2, 4.3, 5.2; GitHub tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.source.intake.decoding import decode_manuscript
from reportpdf.source.intake.marks import plain, typed
from reportpdf.source.intake.records import Block, Grid, Image, Kind, Manuscript, Words
from reportpdf.source.limits import MAX_LINES
from reportpdf.source.scalars import joins

_HEAD = re.compile(r"(#{1,6})\s+(.+?)(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r"(=+|-{2,})\s*$")
_RULE = re.compile(r"([-*_—－])(?:\s*\1){2,}\s*$")
_NUMBER = r"\d{1,2}[.．、)）](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）]"
_ITEM = re.compile(rf"(?:[-*+•·●]\s+|(?P<number>{_NUMBER})\s*)(?P<text>.+)$")
_PICTURE = re.compile(r"!\[(?P<caption>[^\]]*)\]\(\s*<?(?P<path>[^)>]+?)>?(?:\s+\"[^\"]*\")?\s*\)\s*$")
_TABLE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_STRONG_LEAD = re.compile(r"\*\*[^*]+\*\*(?=\s*(?:[:：—]|--|–|──|－－))")
_ORDINAL_2 = re.compile(r"(?:第[一二三四五六七八九十百]+[章节部分篇]+|[一二三四五六七八九十]+、)\s*\S")
_ORDINAL_3 = re.compile(r"[(（][一二三四五六七八九十]+[)）]\s*\S")
_ENDS = "。！？；：，、.!?;:,”）)…"
LONGEST_HEAD = 40
"""Characters of a line that can be a head without being marked as one."""


def read_plain(content: bytes, shown: str, *, markdown: bool) -> Manuscript:
    """The blocks of a text file.

    Raises:
        InputError: its encoding is not known, or it has too many lines.
    """
    text, notes = decode_manuscript(content, shown)
    if text.count("\n") > MAX_LINES:
        raise InputError(problem("source-lines", Place(shown), lines=text.count("\n"), limit=MAX_LINES))
    reader = _Reader(text.split("\n"), shown, markdown or bool(re.search(r"(?m)^#{1,6} \S", text)))
    return Manuscript(shown, tuple(reader.blocks()), notes)


def split_ordinal(text: str) -> tuple[str, str]:
    """The number that is typed before a paragraph (``1.``, ``（一）``), and the rest; empty if none."""
    item = _ITEM.match(text)
    return (item["number"], item["text"]) if item and item["number"] else ("", text)


def head_level(words: str) -> int:
    """The level that a line's ordinal gives it as a head: 2, 3, or 0 where it is none."""
    if len(words) > LONGEST_HEAD or words[-1:] in "。；，：.;,:":
        return 0
    return 2 if _ORDINAL_2.match(words) else 3 if _ORDINAL_3.match(words) else 0


class _Reader:
    """Walks down the lines once."""

    def __init__(self, lines: list[str], shown: str, markdown: bool) -> None:
        self._lines = lines
        self._shown = shown
        self._markdown = markdown

    def blocks(self) -> Iterator[Block]:
        """Each block in turn."""
        at = 0
        while at < len(self._lines):
            if not self._lines[at].strip():
                at += 1
                continue
            at, block = self._block(at)
            if block is not None:
                yield block

    def _block(self, at: int) -> tuple[int, Block | None]:
        """The block that begins on a line, and the line after it."""
        raw = self._lines[at]
        line = raw.strip()
        place = Place(self._shown, at + 1, len(raw) - len(raw.lstrip()) + 1)
        if head := _HEAD.match(line):
            return at + 1, Words(Kind.HEAD, typed(head[2]), place, len(head[1]))
        if _RULE.match(line):
            return at + 1, None
        if picture := _PICTURE.match(line):
            path = picture["path"].strip()
            name = Path(path).name
            return at + 1, Image(name, place, path=path, caption=typed(picture["caption"].strip()))
        if line.startswith("|") or (self._next(at) and _TABLE.match(self._next(at)) and "|" in line):
            return self._table(at, place)
        if line.startswith(("> ", "＞")) and self._markdown:
            return at + 1, Words(Kind.QUOTE, typed(line[1:].strip()), place)
        if not self._markdown and (level := head_level(line)):
            return at + 1, Words(Kind.HEAD, plain(line), place, level)
        if item := _ITEM.match(line):
            end, words = self._paragraph(at, item["text"])
            return end, Words(Kind.ITEM, words, place, number=item["number"] or "")
        if self._markdown and (under := _UNDERLINE.match(self._next(at))) and len(under[1]) > 1:
            return at + 2, Words(Kind.HEAD, typed(line), place, 1 if under[1][0] == "=" else 2)
        end, words = self._paragraph(at, line)
        return end, Words(Kind.TEXT, words, place)

    def _next(self, at: int) -> str:
        return self._lines[at + 1].strip() if at + 1 < len(self._lines) else ""

    def _paragraph(self, at: int, words: str) -> tuple[int, str]:
        """The paragraph's words; in Markdown a line that does not end a sentence goes on in the next."""
        at += 1
        while self._markdown and at < len(self._lines) and self._goes_on(words, self._lines[at].strip()):
            following = self._lines[at].strip()
            words += following if joins(words, following) else " " + following
            at += 1
        # the figure's own marks are read apart, so that a brace in the text does not undo them
        lead = _STRONG_LEAD.match(words)
        return at, lead[0] + typed(words[lead.end() :]) if lead else typed(words)

    def _goes_on(self, words: str, line: str) -> bool:
        begins = _HEAD, _RULE, _ITEM, _PICTURE, _UNDERLINE
        if not line or words[-1] in _ENDS or line.startswith(("**", "|", ">")):
            return False
        return len(words) >= LONGEST_HEAD // 2 and not any(pattern.match(line) for pattern in begins)

    def _table(self, at: int, place: Place) -> tuple[int, Grid]:
        rows = []
        while at < len(self._lines) and "|" in self._lines[at]:
            line = self._lines[at].strip()
            if not _TABLE.match(line):
                cells = re.split(r"(?<!\\)\|", line.removeprefix("|").removesuffix("|"))
                rows.append(tuple(cell.strip().replace("\\|", "|") for cell in cells))
            at += 1
        return at, Grid(tuple(rows), place)
