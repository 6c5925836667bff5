"""Which round's proof a PDF is that came back.

Comes in: what is known of the PDF and of each round's proof. Goes out: :class:`Recognised`, surest first. A
program that only adds annotations keeps the file's ID (ISO 32000-2 14.4); one that writes the file anew keeps
at least the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reportpdf.check.pdf.annotation_records import Page

_SAME_SIZE = 1.5
"""Points by which programs round a page's size."""

_LIKE = 0.97
"""Of the pairs of characters so many are the same: programs read a few marks differently, a round that
changed nothing but a figure is liker still, so that the likest of all rounds is taken."""


class Sure(Enum):
    """How sure it is."""

    CERTAIN = "certain"
    """The file's ID and all words are the same."""

    SURE = "sure"
    """The file's ID or all words are the same."""

    LIKELY = "likely"
    """Pages and sizes are the same, words nearly."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownPdf:
    """A PDF as far as it can be told from others: its pages, the words of each, the names that it bears."""

    pages: tuple[Page, ...]
    words: tuple[str, ...]
    file_id: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A round that a PDF may be the proof of."""

    round: int
    sure: Sure
    alike: float


def known_pdf(path: Path) -> KnownPdf:
    """What is known of a round's own proof.

    Raises: InputError if it cannot be read.
    """
    from reportpdf.check.pdf.annotations import read_annotations
    from reportpdf.proof.set_words_pdf import page_words

    read = read_annotations(path)
    return KnownPdf(read.pages, page_words(path), read.file_id, read.document_id)


def recognised(came: KnownPdf, rounds: Iterable[tuple[int, KnownPdf]]) -> tuple[Recognised, ...]:
    """The rounds that it may be the proof of, the surest first; of equals the latest."""
    order = list(Sure)
    found = [one for number, known in rounds if (one := _likeness(came, number, known)) is not None]
    return tuple(sorted(found, key=lambda one: (order.index(one.sure), -one.alike, -one.round)))


def _likeness(came: KnownPdf, number: int, known: KnownPdf) -> Recognised | None:
    if not _same_pages(came.pages, known.pages):
        return None
    named = bool(came.file_id and came.file_id == known.file_id) or bool(
        came.document_id and came.document_id == known.document_id
    )
    if came.words == known.words and any(came.words):
        return Recognised(number, Sure.CERTAIN if named else Sure.SURE, 1.0)
    alike = _alike(came.words, known.words)
    if named:
        return Recognised(number, Sure.SURE, alike)
    return Recognised(number, Sure.LIKELY, alike) if alike >= _LIKE else None


def _same_pages(one: Sequence[Page], other: Sequence[Page]) -> bool:
    """As many pages of the same sizes; an upright page may have been laid down."""
    return len(one) == len(other) and all(
        abs(a - b) < _SAME_SIZE
        for x, y in zip(one, other, strict=True)
        for a, b in zip(_size(x), _size(y), strict=True)
    )


def _size(page: Page) -> tuple[float, float]:
    left, low, right, high = page.media
    return right - left, high - low


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Dice's coefficient of the pairs of characters, page by page: 0 to 1."""
    shared = total = 0
    for a, b in zip(one, other, strict=True):
        left, right = (Counter(w[i : i + 2] for i in range(len(w) - 1)) for w in (a, b))
        shared += 2 * sum((left & right).values())
        total += sum(left.values()) + sum(right.values())
    return shared / total if total else 0.0
