"""The contact sheet: pages as large as they can be, all of them, each with its number and its findings."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from reportpdf.base.geometry import Rect, Size
from reportpdf.proof.contact import ContactLabels, PageLabel, contact_pictures, contact_sheet
from reportpdf.proof.contact_grid import A3, A4, CLEAR, HEAD, LABEL, LEAST, MARGIN, choose_grid

LABELS = ContactLabels("某书", "二校", "2025-01-10 08:30", "ab" * 32, "李")
BROADSHEET = Size(1105.5, 1544.9)


def pages(count: int, size: Size = A4) -> bytes:
    made = pikepdf.new()
    for _ in range(count):
        made.add_blank_page(page_size=(size.width, size.height))
    file = BytesIO()
    made.save(file, deterministic_id=True)
    return file.getvalue()


def said(data: bytes, sheet: int = 0) -> str:
    with PdfDocument(data) as document:
        return "".join(document[sheet].get_textpage().get_text_bounded().split())


SIZES = st.builds(Size, st.floats(50, 1200), st.floats(50, 1600))


@given(st.lists(SIZES, min_size=1, max_size=60))
def test_every_page_has_a_place_of_its_own_on_the_paper(sizes: list[Size]) -> None:
    grid = choose_grid(sizes)
    places = [grid.place(i, size) for i, size in enumerate(sizes)]
    assert [sheet for sheet, _ in places] == sorted(sheet for sheet, _ in places)
    assert {sheet for sheet, _ in places} == set(range(grid.sheets))
    for _, rect in places:
        assert rect.x >= MARGIN - 0.01
        assert rect.right <= grid.paper.width - MARGIN + 0.01
        assert rect.y >= MARGIN + HEAD - 0.01
        assert rect.bottom + LABEL <= grid.paper.height - MARGIN
    for (one, a), (other, b) in combinations(places, 2):
        assert one != other or apart(a, b)


def apart(a: Rect, b: Rect) -> bool:
    return a.right < b.x or b.right < a.x or a.bottom + LABEL <= b.y or b.bottom + LABEL <= a.y


@pytest.mark.parametrize(
    ("count", "size", "paper", "sheets"),
    [
        (1, A4, A4, 1),
        (6, A4, A4, 1),
        (40, A4, A3, 1),
        (200, A4, A3, 4),
        (2, BROADSHEET, A4, 1),
        (16, Size(A4.height, A4.width), A3, 1),
    ],
)
def test_the_paper_is_the_smaller_that_shows_pages_well(
    count: int, size: Size, paper: Size, sheets: int
) -> None:
    grid = choose_grid([size] * count)
    assert {grid.paper.width, grid.paper.height} == {paper.width, paper.height}
    assert grid.sheets == sheets
    short = grid.scale * min(size.width, size.height)
    assert short >= (CLEAR if paper == A4 else LEAST) - 0.01


def test_pages_are_as_large_as_any_other_grid_makes_them() -> None:
    two, across = choose_grid([A4] * 2), choose_grid([Size(A4.height, A4.width)] * 2)
    assert two.paper.width > two.paper.height  # two upright pages: the paper is turned
    assert (two.columns, across.columns) == (2, 1)
    assert choose_grid([A4] * 40, A4).scale < choose_grid([A4] * 40).scale
    assert choose_grid([Size(90, 90)]).scale == 1.0  # never larger than it is


def test_the_sheet_says_what_it_shows() -> None:
    labels = ContactLabels(
        "某书",
        "二校",
        "2025-01-10 08:30",
        "ab" * 32,
        "李",
        (PageLabel("封面", 2, 3, 4), PageLabel("7", 0, 0, 1)),
    )
    data = contact_sheet(pages(3), labels)
    words = said(data)
    for wanted in (
        "某书",
        "二校",
        "共3页",
        "2025-01-1008:30",
        "李",
        "ab" * 32,
        "封面",
        "错误2",
        "警告3",
        "提示4",
        "提示1",
    ):
        assert wanted in words
    assert words.count("错误") == 1
    assert "第1张" not in words


def test_further_sheets_are_numbered() -> None:
    data = contact_sheet(pages(200), LABELS)
    with pikepdf.open(BytesIO(data)) as found:
        assert len(found.pages) == 4
        assert sum(len(page.Resources.XObject) for page in found.pages) == 200
    assert "第2张共4张" in said(data, 1)


def test_long_counts_under_small_pages_do_not_touch_the_number() -> None:
    labels = ContactLabels(
        "某书", "二校", "", "", "", tuple(PageLabel("100", 120, 60, 870) for _ in range(60))
    )
    words = said(contact_sheet(pages(60), labels))
    assert words.count("错120") == words.count("警60") == words.count("提870") == 60


def test_equal_input_gives_equal_bytes_and_a_picture_of_each_sheet() -> None:
    data = contact_sheet(pages(3), LABELS)
    assert data == contact_sheet(pages(3), LABELS)
    ((name, png),) = contact_pictures(data)
    assert name == "1.png"
    assert png.startswith(b"\x89PNG")
