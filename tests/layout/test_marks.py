"""Marks on the page: what is drawn, where, and what a reader of the PDF finds."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from reportpdf.base.geometry import Size
from reportpdf.base.ink import BLACK
from reportpdf.base.problem import Place
from reportpdf.layout.display import (
    ARTIFACT,
    BoxItem,
    Document,
    Item,
    LinkItem,
    Page,
    PathItem,
    PolygonItem,
    Role,
    Tag,
    TextItem,
)
from reportpdf.layout.lines import put_block
from reportpdf.layout.vertical import put_vertical_block
from reportpdf.model.inline import read_marks
from reportpdf.model.report import Text
from reportpdf.paint.surface import paint_document
from reportpdf.pipeline import RenderOptions, render
from reportpdf.source.wanted import Asked
from reportpdf.text.setter import Setter
from reportpdf.theme.inline import InlineLook
from reportpdf.theme.records import Composition
from reportpdf.theme.style import TextStyle
from tests.layout.audit import Proof, faults
from tests.layout.ink import Ink, ink_of, outline_points
from tests.layout.reports import FONTS, lay, report, section
from tests.layout.reports import callout as plain_callout

SIZE, PITCH, MEASURE = 20.0, 30.0, 200.0
STYLE = TextStyle(("NotoSerifSC-Regular", "NotoSansSC-Regular"), SIZE, PITCH, strong="NotoSerifSC-Bold")
X, TOP = 40.0, 60.0
BASELINE = TOP + (PITCH - SIZE) / 2 + 0.88 * SIZE
TAG = Tag(Role.PARAGRAPH, "text")
URL = "https://example.cn/a"


def marked(delivered: str) -> Text:
    found = read_marks(delivered)
    return Text(found.words if found else delivered, Place("report.yaml", 1, 1), "", found)


def put(
    delivered: str, *, measure: float = MEASURE, look: InlineLook | None = None, down: bool = False
) -> list[Item]:
    choices = Composition(inline=look or InlineLook())
    setter = Setter(FONTS, choices)
    if down:
        block = setter.vertical.block(marked(delivered), STYLE, measure)
        return put_vertical_block(block, 300.0, TOP, BLACK, TAG)
    return put_block(setter.block(marked(delivered), STYLE, measure), X, TOP, BLACK, TAG)


def kind(items: list[Item], what: type[Item]) -> list[Item]:
    return [item for item in items if isinstance(item, what)]


def inks(items: list[Item], what: type[Item]) -> list[Ink]:
    return [ink for item in kind(items, what) if (ink := ink_of(item, FONTS))]


def pdf_of(items: list[Item]) -> bytes:
    document = Document(Size(400.0, 300.0), 0.0, (Page(1, tuple(items)),), (), "", "", "", "zh-Hans")
    return paint_document(document, FONTS, lambda _: None)


def words_of(pdf: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf)[0]
    return re.sub(r"\s", "", page.get_textpage().get_text_range())


# under and over


def test_dots_stand_under_the_middles_of_characters_and_under_no_mark() -> None:
    dots = inks(put("{.重点，工作}。"), PolygonItem)
    assert [(dot.left + dot.right) / 2 for dot in dots] == pytest.approx([50, 70, 110, 130], abs=0.05)
    assert all(BASELINE + 0.12 * SIZE < dot.top < dot.bottom < TOP + PITCH + 0.2 * SIZE for dot in dots)
    assert all(dot.right - dot.left == pytest.approx(0.17 * SIZE, abs=0.05) for dot in dots)


def test_latin_letters_under_dots_have_one_each() -> None:
    assert len(kind(put("{.GDP}增长"), PolygonItem)) == 3
    assert len(kind(put("G{.D}P增长"), PolygonItem)) == 1


def test_a_name_has_a_line_as_long_as_its_words_and_neighbours_stay_apart() -> None:
    first, second = (item.rect for item in kind(put("{_山东}{_滨州}"), BoxItem) if isinstance(item, BoxItem))
    inset = InlineLook().line_inset * SIZE
    assert (first.x, first.right) == pytest.approx((X + inset, X + 2 * SIZE - inset))
    assert second.x - first.right == pytest.approx(2 * inset)
    assert first.y == pytest.approx(BASELINE + (0.12 + 0.08) * SIZE)


def test_a_name_over_two_lines_has_two_lines() -> None:
    boxes = [item.rect for item in put("一二三四五六七八{_九十百千}") if isinstance(item, BoxItem)]
    assert [round(box.y - boxes[0].y, 2) for box in boxes] == [0.0, PITCH]
    assert boxes[1].x == pytest.approx(X + 0.07 * SIZE)


def test_a_title_has_a_wave_under_all_of_it() -> None:
    (wave,) = kind(put("著{~水浒传}一书"), PolygonItem)
    ink = ink_of(wave, FONTS)
    assert ink is not None
    assert (ink.left, ink.right) == pytest.approx((X + 1.07 * SIZE, X + 3.93 * SIZE), abs=0.01)
    assert ink.bottom - ink.top == pytest.approx(0.12 * SIZE, rel=0.1)
    assert isinstance(wave, PolygonItem)
    heights = [round(y, 3) for _, y in wave.points]
    assert max(heights) > min(heights)


def test_dots_under_a_named_word_are_clear_of_its_line() -> None:
    items = put("{.{_滨州}}")
    (line,), dots = inks(items, BoxItem), inks(items, PolygonItem)
    assert all(dot.top > line.bottom for dot in dots)


def test_ruby_stands_over_the_middle_of_its_base_and_above_its_box() -> None:
    items = put("在{一|yī}在")
    (reading,) = inks(items, PathItem)
    (item,) = kind(items, PathItem)
    assert isinstance(item, PathItem)
    assert item.size == pytest.approx(SIZE / 2)
    assert (reading.left + reading.right) / 2 == pytest.approx(X + 1.5 * SIZE, abs=0.04 * SIZE)
    assert reading.bottom <= BASELINE - 0.85 * SIZE
    assert reading.top >= BASELINE - PITCH + 0.12 * SIZE


def test_ruby_does_not_move_lines() -> None:
    text = "滨州市公安局全力保平安促发展惠民生"
    ruby = text.replace("滨州", "{滨州|bīn zhōu}").replace("民生", "{民生|mín shēng}")
    heights = [sorted({i.y for i in put(t) if isinstance(i, TextItem)}) for t in (text, ruby)]
    assert heights[0] == pytest.approx(heights[1])


@pytest.mark.parametrize("under", ["{_中华人民共和}国", "{~中华人民共和}国", "{.中华人民共和}国"])
def test_a_reading_and_marks_of_the_line_before_share_the_gap(under: str) -> None:
    """Ink of the two never meets, though there is half an em between the lines."""
    items = put(f"一二三{under}{{一|yī}}二{{滨州|bīn zhōu}}{{一|gǎng}}五六")
    below = [ink for what in (BoxItem, PolygonItem) for ink in inks(items, what)]
    above = [ink for ink in inks(items, PathItem) if ink.top > BASELINE]
    assert below
    assert above
    for one in below:
        for other in above:
            across, down = one.over(other)
            assert across < 0.01 or down < 0.02 * SIZE


def test_only_lines_that_share_a_gap_give_way() -> None:
    alone = [i.size for i in put("一{滨|bīn}") if isinstance(i, PathItem)]
    apart = put("{.一}二三四五六七八九十{一|yī}二三四五六七八九{滨|bīn}")
    assert {i.size for i in apart if isinstance(i, PathItem)} <= {alone[0], SIZE * 0.4}
    assert [i.size for i in put("{.一}{滨|bīn}") if isinstance(i, PathItem)] == alone


# links


def test_a_link_is_an_annotation_on_its_words() -> None:
    pdf = pdf_of(put(f"见[公报]({URL})。"))
    with pikepdf.open(BytesIO(pdf)) as opened:
        (link,) = opened.pages[0]["/Annots"]
        assert (link["/Subtype"], link["/A"]["/S"], str(link["/A"]["/URI"])) == ("/Link", "/URI", URL)
        assert [float(n) for n in link["/Rect"]] == pytest.approx(
            [X + SIZE, 300 - BASELINE - 0.12 * SIZE, X + 3 * SIZE, 300 - BASELINE + 0.88 * SIZE], abs=0.01
        )
        assert str(link["/Contents"]) == "公报"
        assert [int(n) for n in link["/Border"]] == [0, 0, 0]


def test_a_link_over_two_lines_can_be_clicked_on_both() -> None:
    items = put(f"一二三四五六七[八九十百千万]({URL})")
    assert [(i.words, i.address) for i in items if isinstance(i, LinkItem)] == [
        ("八九十", URL),
        ("百千万", URL),
    ]


def test_links_are_underlined_where_the_theme_says_so() -> None:
    assert not kind(put(f"[公报]({URL})"), BoxItem)
    assert len(kind(put(f"[公报]({URL})", look=InlineLook(link_underline=True)), BoxItem)) == 1


def test_a_page_without_links_has_no_annotations() -> None:
    with pikepdf.open(BytesIO(pdf_of(put("公报")))) as opened:
        assert "/Annots" not in opened.pages[0]


# text


def test_the_text_of_the_page_is_the_plain_words() -> None:
    items = put(f"**全市**{{滨州|bīn zhōu}}的{{.重点}}，{{_山东}}与{{~史记}}，[公报]({URL})。\\**")
    assert words_of(pdf_of(items)) == "全市滨州的重点，山东与史记，公报。**"
    assert all(i.tag is ARTIFACT for i in items if not isinstance(i, TextItem | LinkItem))


def test_readings_are_drawn_and_not_text() -> None:
    (reading,) = [i for i in put("{滨|bīn}") if isinstance(i, PathItem)]
    assert len(outline_points(reading)) > 40
    assert words_of(pdf_of([replace(reading, x=50.0, y=50.0)])) == ""


def test_text_without_marks_makes_the_items_it_made() -> None:
    assert all(isinstance(item, TextItem) for item in put("没有标记的话"))


# vertical


def test_in_vertical_lines_dots_stand_right_and_names_left() -> None:
    items = put("{.重点}的{_滨州}", down=True)
    text = next(i for i in items if isinstance(i, TextItem))
    dots, names = inks(items, PolygonItem), inks(items, BoxItem)
    assert [dot.left > text.x + SIZE / 2 for dot in dots] == [True, True]
    assert [(dot.top + dot.bottom) / 2 for dot in dots] == pytest.approx([TOP + 10, TOP + 30], abs=0.05)
    (name,) = names
    assert name.right < text.x - SIZE / 2
    assert (name.top, name.bottom) == pytest.approx((TOP + 3.07 * SIZE, TOP + 4.93 * SIZE))


def test_in_vertical_lines_ruby_stands_right_beside_its_base() -> None:
    items = put("在{一|yī}在", down=True)
    text = next(i for i in items if isinstance(i, TextItem))
    (reading,) = inks(items, PathItem)
    assert text.x + 0.47 * SIZE < reading.left < reading.right < text.x + PITCH - 0.46 * SIZE
    assert (reading.top + reading.bottom) / 2 == pytest.approx(TOP + 1.5 * SIZE, abs=0.1 * SIZE)
    assert reading.bottom - reading.top > 0.3 * SIZE  # the letters lie along the line


# whole reports


def cluster_inks(item: TextItem) -> list[Ink]:
    """The ink of each cluster of a horizontal line."""
    moves, pen, found = dict(item.moves), item.x, []
    for i, cluster in enumerate(item.clusters):
        pen += moves.get(i, 0.0) * item.size
        ink = ink_of(replace(item, x=pen, clusters=(cluster,), moves=()), FONTS)
        found += [ink] if ink else []
        pen += (cluster.advance + item.tracking) * item.size
    return found


def test_pages_with_marks_pass_the_audit() -> None:
    words = (
        "**全市**公安机关深入推进{.专业}机制，{滨州|bīn zhōu}市{_惠民}、{_阳信}等地落实23项措施，"
        f"见[公报]({URL})；化解率达98.6%，{{~工作简报}}编发12期，群众{{满意|mǎn yì}}。"
    )
    callouts = tuple(
        replace(plain_callout(figure, ""), text=replace(marked(words), place=Place("report.yaml", 1, 1, "t")))
        for figure in ("23项", "98.6%", "12期", "61个")
    )
    made = report(section("冲在最前险，守在最前沿", callouts))
    laid = lay(made)
    # The audit takes a line for one box; readings are held against each glyph below.
    found = [fault for fault in faults(Proof(made, (), laid.document)) if "over PathItem" not in fault]
    assert found == []
    for page in laid.document.pages:
        glyphs = [ink for item in page.items if isinstance(item, TextItem) for ink in cluster_inks(item)]
        for reading in inks(list(page.items), PathItem):
            touched = [g for g in glyphs if min(reading.over(g)) > 0.02]
            assert touched == []
    assert [i for p in laid.document.pages for i in p.items if isinstance(i, LinkItem)]


def test_a_report_with_marks_is_set_as_the_one_without() -> None:
    """Labels, bookmarks, clauses, properties and every line are those of the plain words."""
    clauses = (
        "全市{.共破获}案件23起，{_惠民}最多",
        "化解率{~达98.6%}，{_比上年}提高",
        "建成[警务站](https://a.cn)61个",
    )
    pages = []
    for read in (marked, lambda words: marked(re.sub(r"\{[._~]|\}|\[|\]\(.*?\)", "", words))):
        callouts = tuple(
            replace(plain_callout(figure, ""), text=read(words))
            for figure, words in zip(("23起", "98.6%", "61个"), clauses, strict=True)
        )
        made = report(*(section(f"冲在最前险，守在最前沿{i}", callouts) for i in range(3)))
        document = lay(replace(made, lede=read("去年以来，{_滨州}公安{.全力}保平安。"))).document
        pages.append(document)
    one, other = pages
    assert [(o.title, o.page_index, o.y) for o in one.outline] == [
        (o.title, o.page_index, o.y) for o in other.outline
    ]
    assert (one.title, one.author, one.subject) == (other.title, other.author, other.subject)

    def lines(document: Document) -> list[tuple[float, float, str]]:
        items = (i for page in document.pages for i in page.items if isinstance(i, TextItem))
        return [(i.x, i.y, "".join(c.text for c in i.clusters)) for i in items]

    assert lines(one) == lines(other)


REPORT = """\
title: 一个标题
lede: "在\\u6ee8州,**重点**工作{.全部}完成,{_惠民。"
sections:
  - title: 一章
    callouts:
      - figure: 23项
        text: |-
          第一段落实23项。
          第二段**重点,见[公报](https://example.cn)。
    photos:
      - {file: a.jpg, caption: '见{滨州|bīn zhōu},**其他', credit: 某某}
"""


def test_places_lead_through_marks_and_escapes_of_the_file(tmp_path: Path) -> None:
    """Warnings and changes name the line and column of what was typed."""
    file = tmp_path / "report.yaml"
    file.write_text(REPORT, "utf-8")
    made = render(
        RenderOptions(file, "newspaper", "a4", Asked(), (tmp_path / "a.pdf",), None, tmp_path / "cache"),
        progress=lambda *_: None,
    )
    lines = REPORT.splitlines()
    begun = [p.place for p in made.problems if p.code == "mark-unended" and p.place]
    assert [(p.line, lines[p.line - 1][p.column - 1 :][:2]) for p in begun] == [
        (2, "{_"),
        (9, "**"),
        (11, "**"),
    ]
    changed = [(c.place.line, lines[c.place.line - 1][c.place.column - 1]) for c in made.changes]
    assert changed == [(2, ","), (2, ","), (9, ","), (11, ",")]


FAULTY = {
    "title: '**一**'": ("mark-refused", 1, 11),
    "subject: '{.一}'": ("mark-refused", 1, 13),
    "lede: '[一](ftp://a.cn)'": ("mark-address", 1, 12),
    'lede: "\\t[一](a)"': ("mark-address", 1, 14),
    "lede: '{.一{.二}三}'": ("mark-inside", 1, 11),
}


@pytest.mark.parametrize("head", FAULTY)
def test_marks_that_cannot_stand_stop_the_run_with_their_place(head: str, tmp_path: Path) -> None:
    from reportpdf.base.problem import InputError
    from reportpdf.source.report_file import read_report

    file = tmp_path / "report.yaml"
    file.write_text(f"{head}\nsections: [{{title: 一, callouts: [{{figure: 1项, text: 一}}]}}]\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_report(file)
    marks = [p for p in caught.value.problems if p.code.startswith("mark")]
    assert [(p.code, p.place.line, p.place.column) for p in marks if p.place] == [FAULTY[head]]
