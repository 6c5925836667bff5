"""Words of a manuscript as a report's texts take them: marks kept that are meant, the rest escaped.

In: words as they were typed or styled. Out: words for ``report.yaml`` (docs/inline.md).
"""

from __future__ import annotations

from reportpdf.model.inline import escape, read_marks
from reportpdf.model.marks import Mark

_MEANT = frozenset((Mark.STRONG, Mark.LINK))
"""What Markdown has too; the other forms in a manuscript are chance."""


def typed(words: str) -> str:
    """Typed words: Markdown's strong text and links stay, whatever else looks like a mark is escaped."""
    marked = read_marks(words)
    if marked is None:
        return words
    good = not marked.faults and all(span.mark in _MEANT for span in marked.spans)
    return words if good else plain(words)


def plain(words: str) -> str:
    """Words of which none is a mark."""
    return words if read_marks(words) is None else escape(words)


def unmarked(text: str) -> str:
    """A text for a field that takes no marks: its words alone."""
    marked = read_marks(text)
    return text if marked is None else plain(marked.words)


def words_of(text: str) -> str:
    """The plain words of a text, to look for something in them."""
    marked = read_marks(text)
    return text if marked is None else marked.words


def strong_runs(runs: list[tuple[str, bool]]) -> str:
    """Pieces of a paragraph and whether each is bold, as one text; white beside bold is put outside it."""
    words = "".join(piece for piece, _ in runs)
    if not any(bold for _, bold in runs):
        return plain(words)
    text = ""
    for piece, bold in _joined(runs):
        inner = piece.strip()
        if not bold or not inner:
            text += plain(piece)
            continue
        before, after = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        text += f"{before}**{escape(inner)}**{after}"
    return text if words_of(text) == words else plain(words)


def _joined(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbours of one kind as one piece."""
    joined: list[tuple[str, bool]] = []
    for piece, bold in runs:
        if joined and (joined[-1][1] == bold or not piece.strip()):
            joined[-1] = (joined[-1][0] + piece, joined[-1][1])
        elif piece:
            joined.append((piece, bold))
    return joined
