"""Pictures of changed pages: the old and the new one beside each other, and one over the other.

Comes in: two PDFs, and the pairs of pages that are to be shown. Goes out: PNGs by their file names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.painting import Progress
from reportpdf.proof.round_colours import screen_colour


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page and the one it is compared with (from 1; one of them may not be there), what each is called,
    and the boxes framed on them, points; the old one first."""

    pages: tuple[int, int]
    names: tuple[str, str]
    boxes: tuple[tuple[Rect, ...], tuple[Rect, ...]]


def pair_pictures(
    old: bytes, new: bytes, pairs: Sequence[PagePair], digits: int, ink: Ink, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """For each pair ``side-by-side-NN.png`` and, where both pages are there, ``overlay-NN.png``; NN is the
    new page, of at least ``digits`` digits."""
    from reportpdf.paint.page_pairs import PAIR_PPI, overlay, side_by_side
    from reportpdf.paint.page_rasters import rasters
    from reportpdf.source.fonts import bundled_fonts_dir

    if not pairs:
        return
    face = bundled_fonts_dir() / "NotoSansSC-Regular.ttf"
    with rasters(old) as before, rasters(new) as after:
        for done, pair in enumerate(pairs, 1):
            progress("pages", done, len(pairs))
            was, now = (
                side.page(page - 1, PAIR_PPI) if 1 <= page <= len(side) else None
                for side, page in zip((before, after), pair.pages, strict=True)
            )
            number = f"{pair.pages[1]:0{digits}d}"
            beside = side_by_side(was, now, pair.boxes, pair.names, screen_colour(ink), face)
            yield f"side-by-side-{number}.png", beside
            if was is not None and now is not None:
                yield f"overlay-{number}.png", overlay(was, now, pair.names, face)


def page_digits(*counts: int) -> int:
    """How many digits page numbers have in names of files, so that they sort: two at least."""
    return max(2, len(str(max(counts))))
