"""Two PDFs compared by what can be seen: words taken out, put in and moved, pages moved, pixels.

Comes in: the bytes of two PDFs, whoever made them. Goes out: :class:`PdfChanges`. Words are laid beside each
other over the whole text, so that a text that flowed on is no change; pixels tell of pages whose words are
the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.check.finding import Spot
from reportpdf.check.spots import spot_of
from reportpdf.paint.page_words import PagePieces, unreadable
from reportpdf.paint.page_words import words_of as pages_words
from reportpdf.painting import Progress
from reportpdf.proof.pdf_text import Piece, Stream, spots_of, stream_of, words_of
from reportpdf.proof.stream_diff import changed_ranges, moved_runs


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that were taken out (``new`` empty), put in (``old`` empty), changed, or moved (the same)."""

    code: str
    """``removed``, ``added``, ``changed``, ``moved`` or ``repeated`` (a running head or foot)."""

    old: str
    new: str
    old_spots: tuple[Spot, ...] = ()
    new_spots: tuple[Spot, ...] = ()
    before: str = ""
    """What stands before it, to find it by."""


@dataclass(frozen=True, slots=True)
class PageMove:
    """Pages whose words are all the same and that have another number: the first and how many in a row."""

    old: int
    new: int
    count: int


@dataclass(frozen=True, slots=True)
class PageLook:
    """A page whose words are the same as those of ``old`` and that looks otherwise."""

    page: int
    old: int
    share: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class PdfChanges:
    """All of it. ``partners``: for each new page the old one that it is compared with, 0 if none."""

    words: tuple[WordChange, ...]
    moves: tuple[PageMove, ...]
    looks: tuple[PageLook, ...]
    old_pages: int
    new_pages: int
    partners: tuple[int, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """New pages that something changed on."""
        seen = {s.page for w in self.words for s in w.new_spots} | {one.page for one in self.looks}
        back = {old: new for new, old in enumerate(self.partners, 1) if old}
        seen |= {back[s.page] for w in self.words if not w.new for s in w.old_spots if s.page in back}
        return tuple(sorted(seen))


def compare_pdfs(old: bytes, new: bytes, names: tuple[str, str], progress: Progress) -> PdfChanges:
    """What changed.

    Raises: InputError for a PDF that is locked or broken.
    """
    was, now = (_stream(data, name, progress) for data, name in zip((old, new), names, strict=True))
    words, partners, same = _words(was, now)
    moves = tuple(_moves(partners, same))
    if old == new:
        return PdfChanges((), (), (), was.pages, now.pages, partners)
    try:
        looks = tuple(_looks(old, new, partners, same, progress))
    except _pdfium_error() as error:
        raise unreadable(names[1], error) from error
    return PdfChanges((*words, *_repeated(was, now)), moves, looks, was.pages, now.pages, partners)


def _stream(data: bytes, name: str, progress: Progress) -> Stream:
    def told() -> Iterator[PagePieces]:
        for number, page in enumerate(pages_words(data), 1):
            progress("read", number, 0)
            yield page

    try:
        found = stream_of(told())
    except _pdfium_error() as error:
        raise unreadable(name, error) from error
    if not found.pages:
        raise InputError(problem("pdf-empty", Place(name)))
    return found


def _pdfium_error() -> type[Exception]:
    from pypdfium2 import PdfiumError

    error: type[Exception] = PdfiumError
    return error


def _words(old: Stream, new: Stream) -> tuple[tuple[WordChange, ...], tuple[int, ...], frozenset[int]]:
    """Changes of words; for each new page its old partner; new pages whose words are all the same."""
    before, after = old.words, new.words
    ranges = changed_ranges(before, after)
    runs = moved_runs(before, after, ranges)
    gone, came = bytearray(len(before)), bytearray(len(after))
    for i, j, length in runs:
        gone[i : i + length] = came[j : j + length] = b"\1" * length
    found = [c for a, b, c_, d in ranges for c in _change(old, new, (a, b, c_, d), gone, came)]
    found += [
        WordChange("moved", words_of(old.pieces[i : i + n]), words_of(new.pieces[j : j + n]),
                   spots_of(old.pieces[i : i + n]), spots_of(new.pieces[j : j + n]))
        for i, j, n in runs
        if not _whole_pages(old, new, i, j, n)
    ]  # fmt: skip
    partners, same = _partners(old, new, ranges, runs)
    return tuple(sorted(found, key=_where)), partners, same


def _where(change: WordChange) -> tuple[int, float]:
    spots = change.new_spots or change.old_spots
    return (spots[0].page, spots[0].y_mm) if spots else (0, 0.0)


def _change(
    old: Stream, new: Stream, at: tuple[int, int, int, int], gone: bytearray, came: bytearray
) -> Iterator[WordChange]:
    """The change of a range, without what moved."""
    a, b, c, d = at
    was = [old.pieces[i] for i in range(a, b) if not gone[i]]
    now = [new.pieces[j] for j in range(c, d) if not came[j]]
    if not was and not now:
        return
    code = "changed" if was and now else "removed" if was else "added"
    context = words_of(new.pieces[max(0, c - 8) : c])
    yield WordChange(code, words_of(was), words_of(now), spots_of(was), spots_of(now), context)


def _whole_pages(old: Stream, new: Stream, i: int, j: int, count: int) -> bool:
    """Whether the run is whole pages: then pages moved, and not words."""

    def begins(pieces: Sequence[Piece], at: int) -> bool:
        return at == 0 or pieces[at - 1].page != pieces[at].page

    def ends(pieces: Sequence[Piece], at: int) -> bool:
        return at == len(pieces) or pieces[at - 1].page != pieces[at].page

    return all(
        begins(pieces, at) and ends(pieces, at + count) for pieces, at in ((old.pieces, i), (new.pieces, j))
    )


def _partners(
    old: Stream, new: Stream, ranges: Sequence[tuple[int, int, int, int]], runs: list[tuple[int, int, int]]
) -> tuple[tuple[int, ...], frozenset[int]]:
    """For each new page the old one that most of its words stood on, and the pages all of whose did."""
    votes: list[Counter[int]] = [Counter() for _ in range(new.pages + 1)]
    own_old, own_new = (Counter(p.page for p in s.pieces) for s in (old, new))
    i = j = 0
    equal = []
    for a, b, c, d in (*ranges, (len(old.pieces), 0, len(new.pieces), 0)):
        equal.append((i, j, a - i))
        i, j = b, d
        del c
    for i, j, count in (*equal, *runs):
        for k in range(count):
            votes[new.pieces[j + k].page][old.pieces[i + k].page] += 1
    partners = []
    same = set()
    for page in range(1, new.pages + 1):
        if votes[page]:
            best, count = max(sorted(votes[page].items()), key=lambda one: one[1])
            partners.append(best)
            if count == own_new[page] == own_old[best]:
                same.add(page)
        else:
            bare = page <= old.pages and not own_new[page] and not own_old[page]
            partners.append(page if page <= old.pages else 0)
            if bare:
                same.add(page)
    return tuple(partners), frozenset(same)


def _moves(partners: tuple[int, ...], same: frozenset[int]) -> Iterator[PageMove]:
    """Pages with another number, in rows."""
    first: PageMove | None = None
    for new, old in enumerate(partners, 1):
        if new not in same or old == new:
            if first:
                yield first
            first = None
        elif first and old - new == first.old - first.new:
            first = PageMove(first.old, first.new, first.count + 1)
        else:
            if first:
                yield first
            first = PageMove(old, new, 1)
    if first:
        yield first


def _repeated(old: Stream, new: Stream) -> Iterator[WordChange]:
    """Running heads and feet that changed."""
    gone = [one for one in old.repeated if one not in new.repeated]
    came = [one for one in new.repeated if one not in old.repeated]
    if gone or came:
        yield WordChange("repeated", "；".join(gone), "；".join(came))


def _looks(
    old: bytes, new: bytes, partners: tuple[int, ...], same: frozenset[int], progress: Progress
) -> Iterator[PageLook]:
    """Pages with the same words that look otherwise."""
    from reportpdf.paint.page_difference import COMPARE_PPI, difference
    from reportpdf.paint.page_rasters import rasters

    with rasters(old) as before, rasters(new) as after:
        for page, other in enumerate(partners, 1):
            progress("compare", page, len(partners))
            if page not in same or not other:
                continue
            found = difference(
                before.page(other - 1, COMPARE_PPI), after.page(page - 1, COMPARE_PPI), COMPARE_PPI
            )
            if found.boxes:
                yield PageLook(page, other, found.share, tuple(spot_of(page, b) for b in found.boxes))
