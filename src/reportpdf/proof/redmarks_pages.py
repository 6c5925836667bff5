"""The pages of a round with its marks drawn on them (``marks.pdf``).

Comes in: the round's PDF, its marks. Goes out: a PDF of the pages that have marks, each with its notes in a
column beside it. A page with more notes than its column holds is shown again with the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reportpdf.base.geometry import Rect, Size
from reportpdf.layout.display import Document, Item, Page
from reportpdf.proof.redmarks import Mark
from reportpdf.proof.redmarks_draw import NOTE_WIDTH, mark_items, note_items


def marked_pages(proof: bytes, marks: Sequence[Mark], title: str, name: str) -> bytes:
    """The PDF; without marks all pages as they are, with an empty column. ``name`` is the round's.

    Raises:
        ResourceError: the fonts that come with reportpdf are not there.
    """
    from reportpdf.finish.place import Placed, page_sizes, place_pages
    from reportpdf.layout.form.setter import FormSetter
    from reportpdf.paint.surface import paint_document
    from reportpdf.source.fonts import FontShelf, bundled_fonts_dir

    fonts = FontShelf((), bundled_fonts_dir())
    setter = FormSetter(fonts)
    sizes = page_sizes(proof)
    by_page: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.place.page <= len(sizes):
            by_page[mark.place.page].append(mark)
    sheets: list[tuple[int, Size, tuple[Item, ...]]] = []
    for number in sorted(by_page) or range(1, len(sizes) + 1):
        left: Sequence[Mark] = by_page[number]
        drawn = mark_items(left, sizes[number - 1], setter)
        while True:
            notes, left = note_items(left, sizes[number - 1], setter, f"{name}　第 {number} 页")
            sheets.append((number, sizes[number - 1], (*drawn, *notes)))
            if not left:
                break
    trim = Size(
        max(size.width for _, size, _ in sheets) + NOTE_WIDTH, max(size.height for _, size, _ in sheets)
    )
    pages = tuple(Page(at, items) for at, (_, _, items) in enumerate(sheets, 1))
    painted = paint_document(Document(trim, 0.0, pages, (), title, "", "", "zh-CN"), fonts, lambda _: None)
    placed = [
        Placed(number - 1, at, Rect(0.0, 0.0, size.width, size.height))
        for at, (number, size, _) in enumerate(sheets)
    ]
    return place_pages(painted, proof, placed)
