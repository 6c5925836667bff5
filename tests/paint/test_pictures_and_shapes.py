"""Photos, boxes and polygons land where the display list puts them."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK, Ink
from reportpdf.base.problem import Place
from reportpdf.layout.display import ARTIFACT, BoxItem, PictureItem, PolygonItem
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo, Text
from reportpdf.paint import font_objects
from reportpdf.paint.photo_records import ImageBytes
from tests.paint.setting import clusters, line, operations, painted

RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 160, 60), (30, 60, 200), (120, 120, 120)
QUARTERS = {"upper left": RED, "upper right": GREEN, "lower left": BLUE, "lower right": GREY}


@cache
def four_quarters(mode: str = "RGB") -> ImageBytes:
    """A JPEG whose quarters have their own colours, so that it cannot be upside down unnoticed."""
    image = Image.new("RGB", (64, 48))
    for i, colour in enumerate(QUARTERS.values()):
        image.paste(colour, (32 * (i % 2), 24 * (i // 2), 32 * (i % 2) + 32, 24 * (i // 2) + 24))
    file = BytesIO()
    image.convert(mode).save(file, "JPEG", quality=95, subsampling=0)
    return ImageBytes(file.getvalue(), 64, 48, "rgb" if mode == "RGB" else "grey")


def picture(rect: Rect, name: str = "a.jpg") -> PictureItem:
    photo = Photo(Text(name, Place("report.yaml", 1, 1)))
    return PictureItem(rect, Picture(photo, 64, 48), (0.0, 0.0, 1.0, 1.0), ARTIFACT)


def pixel(pdf: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at a point of the page, y downward."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return opened[0].render(scale=2).to_pil().convert("RGB").getpixel((round(2 * x), round(2 * y)))
    finally:
        opened.close()


PLACES = {
    "upper left": (110, 60),
    "upper right": (150, 60),
    "lower left": (110, 95),
    "lower right": (150, 95),
}


@pytest.mark.parametrize("quarter", QUARTERS)
def test_a_picture_stands_upright_in_its_frame(quarter: str) -> None:
    pdf = painted(picture(Rect(100, 50, 64, 48)), images=lambda _: four_quarters())
    assert pixel(pdf, *PLACES[quarter]) == pytest.approx(QUARTERS[quarter], abs=6)
    assert pixel(pdf, 98, 60) == pixel(pdf, 110, 47) == pixel(pdf, 166, 60) == (255, 255, 255)


def test_a_jpeg_goes_in_as_it_is_and_once() -> None:
    image = four_quarters()
    pdf = painted(
        *(picture(Rect(10 + 70 * i, 50, 64, 48), f"{i}.jpg") for i in range(3)), images=lambda _: image
    )
    assert pdf.count(image.data) == 1
    assert [args for op, args in operations(pdf) if op == "Do"] == [["/Im1"], ["/Im2"], ["/Im3"]]


def test_no_photo_is_waited_for_while_there_is_text_to_paint(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    subset = font_objects.subset_face

    def noting(*args: object) -> object:
        done.append("font")
        return subset(*args)

    monkeypatch.setattr(font_objects, "subset_face", noting)
    painted(picture(Rect(0, 0, 64, 48)), line(clusters("字")), images=lambda _: done.append("photo"))
    assert done == ["font", "photo"]


@pytest.mark.parametrize(("mode", "space"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray")])
def test_an_image_says_its_size_and_space(mode: str, space: str) -> None:
    pdf = painted(picture(Rect(0, 0, 64, 48)), images=lambda _: four_quarters(mode))
    with pikepdf.open(BytesIO(pdf)) as opened:
        [image] = opened.pages[0].Resources.XObject.values()
        assert (str(image.ColorSpace), str(image.Filter)) == (space, "/DCTDecode")
        assert (int(image.Width), int(image.Height), int(image.BitsPerComponent)) == (64, 48, 8)


def test_a_picture_without_an_image_is_a_tint_not_a_hole() -> None:
    pdf = painted(picture(Rect(100, 50, 64, 48)), images=lambda _: None)
    assert pixel(pdf, 130, 70) == (228, 228, 228)


def test_boxes_and_polygons_are_filled_in_their_ink() -> None:
    red = Ink(0.0, 0.98, 0.92, 0.1)
    pdf = painted(
        BoxItem(Rect(20, 30, 100, 3), red),
        PolygonItem(((200, 100), (240, 100), (220, 60)), Ink(1, 0.72, 0, 0.2)),
    )
    assert pixel(pdf, 70, 31.5) == pytest.approx((0xD3, 0x26, 0x2B), abs=2)
    assert pixel(pdf, 70, 28) == pixel(pdf, 70, 35) == (255, 255, 255)
    assert pixel(pdf, 220, 90) == pytest.approx((0x10, 0x48, 0x89), abs=2)
    assert pixel(pdf, 203, 65) == (255, 255, 255)


def test_items_are_painted_in_their_order() -> None:
    under, over = BoxItem(Rect(0, 0, 50, 50), BLACK), BoxItem(Rect(10, 10, 10, 10), Ink(0, 0, 0, 0))
    assert pixel(painted(under, over), 15, 15) == (255, 255, 255)
    assert pixel(painted(over, under), 15, 15) == pytest.approx((0x2B, 0x2B, 0x2A), abs=2)


def test_type_keeps_its_ink_after_a_box_of_another() -> None:
    items = (line(clusters("甲")), BoxItem(Rect(0, 0, 5, 5), Ink(0, 0.98, 0.92, 0.1)), line(clusters("乙")))
    fills = [args for op, args in operations(painted(*items)) if op == "rg"]
    assert len(fills) == 3
    assert fills[0] == fills[2] != fills[1]
