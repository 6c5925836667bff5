"""The reading proof: every line of a page can be named by its number, and pages are enlarged on A3."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK
from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import ARTIFACT, Document, Item, Page, PolygonItem, Role, Tag, TextItem
from reportpdf.proof.reading import A3, ReadingSlug, page_rect, reading_proof
from reportpdf.proof.reading_lines import NumberedLine, Side, numbered_lines
from reportpdf.proof.sheet_words import SheetSetter
from reportpdf.sources import read_sources
from reportpdf.theme.style import TextStyle

SLUG = ReadingSlug("某书", "二校", "2025-01-10 08:30", "ab" * 32, "李")
WIDTH = 600.0
STYLE = TextStyle(("NotoSerifSC-Regular",), 10.0, 15.0)


@cache
def setter() -> SheetSetter:
    return SheetSetter()


def block(path: str, x: float, y: float, count: int, words: str = "滨州市公安局") -> list[Item]:
    """Lines of one text, from its first baseline."""
    tag = Tag(Role.PARAGRAPH, path)
    return [setter().put(words, STYLE, x, y + 15 * i, tag) for i in range(count)]


def lines(*blocks: list[Item]) -> tuple[NumberedLine, ...]:
    return numbered_lines(Page(1, tuple(item for block in blocks for item in block)), WIDTH)


def sides(*blocks: list[Item]) -> list[str]:
    return [line.side.value for line in lines(*blocks) if line.first]


def test_lines_are_numbered_in_reading_order_and_texts_have_a_first() -> None:
    found = lines(block("a", 50, 100, 3), block("b", 50, 200, 2))
    assert [line.number for line in found] == [1, 2, 3, 4, 5]
    assert [line.first for line in found] == [True, False, False, True, False]
    assert [line.baseline for line in found] == [100, 115, 130, 200, 215]


def test_neighbours_are_numbered_outside_and_those_between_in_the_gutter() -> None:
    left, middle, right = (block(name, x, 100, 3) for name, x in (("a", 50), ("b", 250), ("c", 450)))
    assert sides(left) == ["left"]
    assert sides(right) == ["right"]
    assert sides(left, right) == ["left", "right"]
    assert sides(left, middle, right) == ["left", "gutter", "right"]
    assert sides(left, block("d", 150, 300, 2)) == ["left", "left"]
    assert sides(left, block("d", 250, 300, 2)) == ["left", "gutter"]  # the margin is too far


def test_the_gutter_knows_how_much_white_it_has() -> None:
    found = lines(block("a", 50, 100, 1), block("b", 120, 100, 1), block("c", 450, 100, 1))
    (between,) = (line for line in found if line.side is Side.GUTTER)
    assert between.free == pytest.approx(120 - 50 - 60)


def test_pieces_of_one_line_are_one_and_what_is_no_line_is_not_numbered() -> None:
    role, name = Tag(Role.PARAGRAPH, "byline[0].role"), Tag(Role.PARAGRAPH, "byline[0].names[0]")
    pieces = [setter().put("记者", STYLE, 50, 100, role), setter().put("罗军", STYLE, 85, 100, name)]
    figure = [setter().put("9761", STYLE, 50, 140, Tag(Role.FIGURE_TEXT, "sections[0].callouts[0].figure"))]
    folio = [setter().put("12", STYLE, 50, 180, ARTIFACT)]
    seal = [setter().put("壹", STYLE, 50, 200, Tag(Role.HEADING, "sections[0].numeral"))]
    (line,) = lines(pieces, figure, folio, seal)
    assert (line.box.x, round(line.box.right)) == (50, 105)


def test_a_text_that_goes_on_in_another_column_is_numbered_there_anew() -> None:
    found = lines([*block("a", 50, 100, 3), *block("a", 450, 100, 2)])
    assert [line.number for line in found if line.first] == [1, 4]
    assert [line.side.value for line in found if line.first] == ["left", "right"]


def test_neighbours_in_a_narrow_gutter_are_two_lines() -> None:
    found = lines(
        block("sections[0].photos[0].caption", 50, 100, 1),
        block("sections[0].photos[1].caption", 118, 100, 1),
    )
    assert len(found) == 2


def test_a_small_mark_before_a_line_belongs_to_it() -> None:
    mark = PolygonItem(((40.0, 100.0), (46.0, 100.0), (43.0, 95.0)), BLACK)
    (line,) = lines([mark], block("sections[0].photos[0].caption", 49, 100, 1))
    assert line.box.x == 40


def test_a_credit_is_part_of_its_caption() -> None:
    photo = "sections[0].photos[0]"
    found = lines(block(f"{photo}.caption", 50, 100, 1), block(f"{photo}.credit", 50, 115, 1))
    assert [line.first for line in found] == [True, False]


def test_vertical_lines_are_numbered_at_their_foot() -> None:
    (item,) = block("a", 300, 100, 1)
    assert isinstance(item, TextItem)
    (line,) = lines([replace(item, vertical=True)])
    assert line.side is Side.FOOT
    assert line.box.bottom == pytest.approx(100 + 60)


@pytest.mark.parametrize("size", [Size(595, 842), Size(842, 595), Size(1105, 1545), Size(300, 300)])
def test_a_page_is_in_the_middle_of_its_sheet_and_as_large_as_it_fits(size: Size) -> None:
    paper = A3 if size.height >= size.width else Size(A3.height, A3.width)
    rect = page_rect(size, paper)
    assert rect.width / rect.height == pytest.approx(size.width / size.height)
    assert rect.x == pytest.approx(paper.width - rect.right)
    assert rect.x > 40
    assert rect.y > 40
    assert rect.bottom < paper.height - 40
    assert (rect.width > size.width) == (size.width < 1000)


def document(count: int = 2) -> Document:
    made = tuple(Page(n, (*block("a", 50, 100, 7), *block("b", 350, 100, 7))) for n in range(1, count + 1))
    return Document(Size(595, 842), 0.0, made, (), "某书", "", "", "zh-Hans")


def test_the_proof_has_a_sheet_for_each_page_with_numbers_and_slug() -> None:
    own = document()
    data = reading_proof(setter().paint(own), own, SLUG)
    assert data == reading_proof(setter().paint(own), own, SLUG)
    with PdfDocument(data) as found:
        assert len(found) == 2
        assert tuple(round(side) for side in found[0].get_size()) == (842, 1191)
        words = found[1].get_textpage().get_text_bounded().split()
    joined = "".join(words)
    for wanted in ("某书", "二校", "第2页共2页", "2025-01-1008:30", "李", "ab" * 8, "滨州市公安局"):
        assert wanted in joined
    assert {"1", "5", "8", "10"} <= set(words)
    assert not {"3", "4", "6", "7", "9"} & set(words)


def test_another_documents_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="other pages"):
        reading_proof(setter().paint(document(3)), document(2), SLUG)


@pytest.mark.parametrize(
    ("theme", "format_name"), [("newspaper", "a4"), ("newspaper", "broadsheet"), ("gallery", "a4")]
)
def test_no_two_lines_of_the_sample_are_numbered_at_one_place(
    theme: str, format_name: str, sample_report: Path
) -> None:
    sources = read_sources(sample_report, theme, format_name)
    laid = lay_out(sources.report, sources.pictures, sources.theme, sources.format, sources.fonts)
    for page in laid.document.pages:
        found = numbered_lines(page, laid.document.trim.width)
        assert found
        for side in (Side.LEFT, Side.RIGHT):
            heights = sorted(line.baseline for line in found if line.side is side)
            assert all(b - a > 5 for a, b in pairwise(heights))
        boxes = [line.box for line in found]
        assert not any(meet(a, b) for a, b in combinations(boxes, 2))


def meet(a: Rect, b: Rect) -> bool:
    """Whether two lines lie over each other by more than their line boxes do."""
    return min(a.right, b.right) - max(a.x, b.x) > 3 and min(a.bottom, b.bottom) - max(a.y, b.y) > 3
