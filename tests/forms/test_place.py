"""Pages placed on sheets: where they land, what is cut off, and that nothing else changes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops
from pypdfium2 import PdfDocument

from reportpdf.base.geometry import Rect, Size
from reportpdf.finish.place import MEDIA, Placed, fitting, page_sizes, place_pages

RED = "1 0 0 rg -999 -999 5000 5000 re f"
"""The page red all over, and far beyond its boxes."""


def pdf(*pages: dict[str, object], content: str = "") -> bytes:
    """A PDF of pages with those entries."""
    made = pikepdf.new()
    for entries in pages:
        made.add_blank_page(page_size=(200, 100))
        page = made.pages[-1]
        for name, value in entries.items():
            page.obj[f"/{name}"] = pikepdf.Array(value) if isinstance(value, list) else value
        page.Contents = made.make_stream(content.encode())
    file = BytesIO()
    made.save(file, deterministic_id=True)
    return file.getvalue()


def picture(data: bytes, page: int = 0) -> Image.Image:
    """The page at one pixel a point, RGB."""
    with PdfDocument(data) as document:
        return document[page].render(scale=1, rev_byteorder=True).to_pil().convert("RGB")


def reddened(data: bytes, page: int = 0) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of what is red, pixels."""
    red, green, _ = picture(data, page).split()
    full = red.point(lambda value: 255 if value > 200 else 0)
    bare = green.point(lambda value: 255 if value < 60 else 0)
    return ImageChops.multiply(full, bare).getbbox()


SHEET = {"MediaBox": [0, 0, 400, 300]}


@pytest.mark.parametrize(
    ("entries", "size", "red"),
    [
        ({}, (200, 100), (50, 50, 250, 150)),
        ({"TrimBox": [20, 10, 120, 60]}, (100, 50), (50, 50, 250, 150)),
        ({"CropBox": [20, 10, 120, 60]}, (100, 50), (50, 50, 250, 150)),
        ({"MediaBox": [-30, -40, 170, 60]}, (200, 100), (50, 50, 250, 150)),
        ({"Rotate": 90}, (100, 200), (125, 50, 175, 150)),
        ({"Rotate": 270}, (100, 200), (125, 50, 175, 150)),
        ({"Rotate": 180}, (200, 100), (50, 50, 250, 150)),
    ],
)
def test_a_page_fills_its_place_as_it_is_seen(
    entries: dict[str, object], size: tuple[float, float], red: tuple[int, int, int, int]
) -> None:
    source = pdf(entries, content=RED)
    assert page_sizes(source) == (Size(*size),)
    made = place_pages(pdf(SHEET), source, [Placed(0, 0, Rect(50, 50, 200, 100))])
    found = reddened(made)
    assert found is not None
    assert max(abs(a - b) for a, b in zip(found, red, strict=True)) <= 1


def test_the_media_box_can_be_placed_instead_of_the_trim() -> None:
    source = pdf({"TrimBox": [20, 10, 120, 60]}, content=RED)
    assert page_sizes(source, box=MEDIA) == (Size(200, 100),)
    made = place_pages(pdf(SHEET), source, [Placed(0, 0, Rect(0, 0, 400, 300))], box=MEDIA)
    assert reddened(made) == (0, 50, 400, 250)


def test_pages_lie_under_what_the_sheet_shows_and_on_their_own_sheets() -> None:
    sheets = pdf(SHEET, SHEET, SHEET, content="0 0 1 rg 0 0 200 300 re f")
    source = pdf({}, {}, content=RED)
    placed = [Placed(0, 0, Rect(0, 0, 400, 300)), Placed(1, 2, Rect(300, 0, 100, 50))]
    made = place_pages(sheets, source, placed)
    assert reddened(made, 0) == (200, 50, 400, 250)
    assert reddened(made, 1) is None
    assert reddened(made, 2) == (300, 0, 400, 50)


def test_a_page_placed_twice_is_in_the_file_once() -> None:
    made = place_pages(
        pdf(SHEET), pdf({}, content=RED), [Placed(0, 0, Rect(x, 0, 100, 50)) for x in (0, 200)]
    )
    with pikepdf.open(BytesIO(made)) as found:
        forms = [o for o in found.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        assert len(forms) == 1
        assert len(found.pages[0].Resources.XObject) == 2
    assert reddened(made) == (0, 0, 300, 50)


def test_equal_input_gives_equal_bytes() -> None:
    sheets, source, place = pdf(SHEET), pdf({}, content=RED), [Placed(0, 0, Rect(0, 0, 10, 10))]
    assert place_pages(sheets, source, place) == place_pages(sheets, source, place)


@pytest.mark.parametrize("placed", [Placed(1, 0, Rect(0, 0, 9, 9)), Placed(0, 1, Rect(0, 0, 9, 9))])
def test_a_page_or_a_sheet_that_is_not_there_is_an_error(placed: Placed) -> None:
    with pytest.raises(IndexError):
        place_pages(pdf(SHEET), pdf({}, content=RED), [placed])


def test_a_page_without_area_does_no_harm() -> None:
    made = place_pages(pdf(SHEET), pdf({"MediaBox": [0, 0, 0, 0]}), [Placed(0, 0, Rect(0, 0, 10, 10))])
    assert len(page_sizes(made)) == 1


def test_fitting_keeps_the_proportions_and_stands_in_the_middle() -> None:
    scale, _, _, same, x, y = fitting((10, 20, 110, 70), Rect(0, 0, 200, 200), 0, 300)
    assert scale == same == 2
    assert (x + 10 * scale, y + 20 * scale) == (0, 150)
