"""The paragraphs of a text with marks, each with the spans that lie in it.

In: a text's marks and its normalised words. Out: words and spans, in characters of those words. Normalisation
reads the words without their marks, so a mark's border never keeps a comma from being a Chinese one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpdf.model.marks import Marked, Span
from reportpdf.text.normalise import LINE_END, Change, Normalised

Spans = tuple[Span, ...]


def marked_paragraphs(marked: Marked, normal: Normalised) -> list[tuple[str, Spans]]:
    """The paragraphs of words with marks that hold anything."""
    spans = set_spans(marked.spans, normal.changes)
    edges = [0, *(at for m in LINE_END.finditer(normal.text) for at in m.span()), len(normal.text)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = normal.text[start:end]
        if part.strip():
            words = part.strip(" \u3000")
            first = start + part.index(words)
            found.append((words, _within(spans, first, first + len(words))))
    return found


def marked_line(marked: Marked, normal: Normalised) -> tuple[str, Spans]:
    """A text on one line: its paragraphs joined."""
    words: str = ""
    spans: list[Span] = []
    for part, own in marked_paragraphs(marked, normal):
        spans += [replace(s, start=s.start + len(words), end=s.end + len(words)) for s in own]
        words += part
    return words, tuple(spans)


def set_spans(spans: Spans, changes: Sequence[Change]) -> Spans:
    """The spans in the words as they are set."""
    return tuple(
        replace(s, start=set_offset(changes, s.start), end=set_offset(changes, s.end)) for s in spans
    )


def set_offset(changes: Sequence[Change], offset: int) -> int:
    """Where a border between characters of the words lies after the changes; inside one, at its end."""
    shift = 0
    for change in changes:
        if change.offset >= offset:
            break
        if offset < change.offset + len(change.before):
            return change.offset + shift + len(change.after)
        shift += len(change.after) - len(change.before)
    return offset + shift


def _within(spans: Spans, start: int, end: int) -> Spans:
    cut = (replace(s, start=max(s.start, start) - start, end=min(s.end, end) - start) for s in spans)
    return tuple(span for span in cut if span.start < span.end)
