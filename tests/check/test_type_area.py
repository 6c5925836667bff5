"""How many characters pages would hold, on pages whose sums can be done in the head."""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK
from reportpdf.base.problem import Place
from reportpdf.check.page.type_area import Held, held
from reportpdf.layout.display import Document, Item, Page, PictureItem, Role, Tag, TextItem
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo, Text
from reportpdf.text.cluster import Cluster, Glyph, Kind

HAN = Cluster("字", Kind.HAN, "Song", (Glyph(1, 1.0, 0, 0, "字"),), 1.0)
PICTURE = Picture(Photo(Text("a.jpg", Place("report.yaml"))), 9, 9)
BODY = Tag(Role.PARAGRAPH, "lede")


def line(y: float, count: int = 20, size: float = 10, tag: Tag = BODY) -> TextItem:
    return TextItem(100, y, size, BLACK, (HAN,) * count, (), 0.0, tag)


def holds(*items: Item) -> Held:
    return held(Document(Size(400, 600), 9, (Page(1, items),), (), "", "", "", "zh"))


# 200 pt wide; first line's top at 100, last baseline at 260: 160 pt of 16 pt leading, ten lines of twenty
TEXT = (*(line(110 + 16 * n) for n in range(10)), line(260, tag=Tag(Role.CAPTION, "c")))


def test_a_page_holds_its_lines_times_their_length() -> None:
    assert holds(*TEXT) == Held(200, 0)


def test_a_photo_is_told_apart() -> None:
    photo = PictureItem(Rect(100, 260, 200, 160), PICTURE, (0, 0, 1, 1), Tag(Role.PHOTO, "p"))
    assert holds(*TEXT, photo) == Held(200, 200)


def test_what_bleeds_counts_up_to_the_trim() -> None:
    photo = PictureItem(Rect(300, 440, 109, 169), PICTURE, (0, 0, 1, 1), Tag(Role.PHOTO, "p"))
    assert holds(*TEXT, photo).photos == 100 * 160 // 160


def test_furniture_does_not_count() -> None:
    assert holds(*TEXT, line(590, tag=Tag(Role.ARTIFACT))) == Held(200, 0)


def test_the_usual_size_is_that_of_most_characters() -> None:
    large = [replace(item, size=40.0, clusters=(HAN,) * 5) for item in TEXT[:1]]
    assert holds(*large, *TEXT[1:]).beside > 0
    assert holds(line(110, tag=Tag(Role.HEADING, "sections[0].title"))) == Held(0, 0)
