"""Forms: every word is on the paper, rows stay whole, heads repeat, and equal forms give equal bytes."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK, Ink
from reportpdf.forms import set_form
from reportpdf.layout.display import BoxItem, Document, PolygonItem, Role, TextItem
from reportpdf.layout.form.compose import lay_out_form
from reportpdf.layout.form.records import (
    Align,
    Column,
    Field,
    Fields,
    Form,
    Heading,
    Paragraph,
    Run,
    Table,
    Ticks,
    plain,
)
from reportpdf.layout.form.styles import TINT, VALUE, frame_of
from reportpdf.press.structure import Element, plan_structure
from reportpdf.source.fonts import FontShelf, bundled_fonts_dir

RED = Ink(0.0, 0.98, 0.92, 0.10)
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
COLUMNS = (Column("序号", 1, Align.CENTRE), Column("位置", 3), Column("原文", 6))


@cache
def fonts() -> FontShelf:
    return FontShelf((), bundled_fonts_dir())


def laid(*blocks: object, landscape: bool = False, foot: str = "") -> Document:
    return lay_out_form(Form("校样", "一校", blocks, foot, landscape), fonts()).document  # type: ignore[arg-type]


def words(document: Document, page: int | None = None, *, artifacts: bool = False) -> str:
    """What is read of the document, in reading order."""
    pages = document.pages if page is None else document.pages[page : page + 1]
    return "".join(
        c.text
        for p in pages
        for item in p.items
        if isinstance(item, TextItem) and (artifacts or item.tag.role is not Role.ARTIFACT)
        for c in item.clusters
    )


def texts(document: Document, wanted: str) -> list[TextItem]:
    """The items that say exactly this."""
    return [
        item
        for page in document.pages
        for item in page.items
        if isinstance(item, TextItem) and "".join(c.text for c in item.clusters) == wanted
    ]


def bare(text: str) -> str:
    return "".join(text.split())


def rows(count: int, text: str = "全市共办理案件。") -> tuple[tuple[tuple[Run, ...], ...], ...]:
    return tuple((plain(str(i)), plain(f"第{i}行"), plain(text)) for i in range(count))


PIECES = st.text("汉字，。（）“”9A -_/.@:é\n", min_size=0, max_size=60)
RUNS = st.lists(
    st.builds(
        Run,
        PIECES,
        bold=st.booleans(),
        struck=st.booleans(),
        underlined=st.booleans(),
        ink=st.sampled_from([None, RED]),
    ),
    max_size=4,
).map(tuple)


@given(st.lists(st.tuples(RUNS, RUNS, RUNS), max_size=5), RUNS, RUNS, st.booleans())
@tried(max_examples=60, deadline=None)
def test_no_word_is_dropped_and_none_leaves_the_frame(
    cells: list[tuple[tuple[Run, ...], ...]],
    value: tuple[Run, ...],
    running: tuple[Run, ...],
    landscape: bool,
) -> None:
    document = laid(
        Fields((Field("名", value), Field("空")), columns=2),
        Paragraph(running),
        Table(COLUMNS, tuple(cells)),
        landscape=landscape,
    )
    said = [run.words for cell in (value, running) for run in cell]
    said += [run.words for row in cells for cell in row for run in cell]
    left = words(document)
    for letter in "汉字，。（）“”9A-_/.@:é":
        assert left.count(letter) == sum(w.count(letter) for w in said)
    frame = frame_of(landscape=landscape)
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.clusters:
                width = sum(c.advance + item.tracking for c in item.clusters) + sum(m for _, m in item.moves)
                assert item.x >= frame.left - 0.5 * item.size - 1e-6
                assert item.x + width * item.size <= frame.left + frame.width + 0.5 * item.size + 1e-6
                assert frame.top - 10 < item.y < frame.paper.height - 20


@pytest.mark.parametrize(
    "long",
    [
        HASH * 3,
        "/data/reports/" * 30,
        "a_very_long_name@" + "host." * 60 + "cn",
        "W" * 500,
        "。" * 300,
        "—" * 200,
    ],
    ids=["hash", "path", "mail", "letters", "stops", "dashes"],
)
def test_what_no_line_can_break_is_cut_and_stays_in_its_column(long: str) -> None:
    document = laid(Table((Column("短", 1), Column("长", 4)), ((plain(long), plain(long)),)))
    assert words(document).count(long[0]) >= 2 * long.count(long[0])
    frame = frame_of(landscape=False)
    edge = frame.left + frame.width / 5
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.size == VALUE.size and item.x < edge - 1:
                width = sum(c.advance for c in item.clusters) + sum(m for _, m in item.moves)
                assert item.x + width * item.size <= edge + 0.5 * item.size


def test_rows_are_never_cut_and_heads_stand_again_on_every_page() -> None:
    text = "全市公安机关共办理各类案件，同比下降百分之十三点五，群众安全感满意度继续上升。" * 3
    document = laid(Table(COLUMNS, rows(60, text)))
    assert len(document.pages) > 3
    for number, page in enumerate(document.pages):
        assert "序号位置原文" in words(document, number, artifacts=True)
        paths = [item.tag.path for item in page.items if ".row[" in item.tag.path]
        for other in document.pages[:number]:
            assert not {p.split(".cell")[0] for p in paths} & {
                item.tag.path.split(".cell")[0] for item in other.items if ".row[" in item.tag.path
            }
    assert words(document).count("序号") == 1  # what is repeated is no part of the text
    assert words(document).count(text) == 60


def test_a_row_higher_than_a_page_goes_on_over_it() -> None:
    document = laid(Table(COLUMNS, rows(2, "很长的一段话，" * 1500)))
    assert len(document.pages) > 4
    assert words(document).count("很长的一段话，") == 3000
    bottom = frame_of(landscape=False).bottom
    lowest = max(
        item.y
        for page in document.pages
        for item in page.items
        if isinstance(item, TextItem) and item.tag.role is not Role.ARTIFACT
    )
    assert lowest <= bottom


def test_a_heading_stays_with_what_follows_it() -> None:
    for count in range(20, 45):
        document = laid(Table(COLUMNS, rows(count)), Heading("二、下一节"), Table(COLUMNS, rows(3)))
        for page in document.pages:
            own = [item.tag.path for item in page.items if item.tag.role is not Role.ARTIFACT]
            if "heading[1]" in own:
                assert any(path.startswith("table[2].row[0]") for path in own)


def test_the_foot_names_the_form_and_counts_pages() -> None:
    document = laid(Table(COLUMNS, rows(80)), foot="滨州公安.pdf")
    count = len(document.pages)
    for number in range(count):
        said = bare(words(document, number, artifacts=True))
        assert f"第{number + 1}页共{count}页" in said
        assert "滨州公安.pdf" in said
        assert "校样" in said
        assert words(document, number).count("校样") == (number == 0)


def test_a_long_foot_takes_its_room_from_the_blocks() -> None:
    foot = "很长的页脚" * 60
    document = laid(Table(COLUMNS, rows(80)), foot=foot)
    for page in document.pages:
        feet = [
            i.y for i in page.items if isinstance(i, TextItem) and i.tag.role is Role.ARTIFACT and i.y > 600
        ]
        own = [i.rect.bottom for i in page.items if isinstance(i, BoxItem)]
        assert len(feet) > 3
        assert max(own) < min(feet) - 5
    assert foot in words(document, artifacts=True)


def test_corrected_copy_is_struck_underlined_and_coloured() -> None:
    cell = (Run("共"), Run("9761", struck=True, ink=RED), Run("9768", underlined=True, ink=RED), Run("起"))
    document = laid(Table((Column("改动", 1),), ((cell,),)))
    (old,), (new,) = texts(document, "9761"), texts(document, "9768")
    assert (old.ink, new.ink, texts(document, "共")[0].ink) == (RED, RED, BLACK)
    lines = [item.rect for item in document.pages[0].items if isinstance(item, BoxItem) and item.ink == RED]
    struck, under = sorted(lines, key=lambda rect: rect.x)
    assert old.y - old.size < struck.y < old.y < under.y
    assert (struck.x, under.x) == (old.x, new.x)
    assert struck.right == pytest.approx(new.x)  # no gap where a word was cut


def test_bold_runs_are_set_in_a_heavier_face() -> None:
    document = laid(Paragraph((Run("常"), Run("重", bold=True), Run("2"), Run("4", bold=True))))
    faces = {word: texts(document, word)[0].clusters[0].face for word in "常重24"}
    assert faces == {
        "常": "NotoSerifSC-Regular",
        "重": "NotoSerifSC-Bold",
        "2": "NotoSerifSC-Regular",
        "4": "NotoSerifSC-Bold",
    }


def test_ticks_say_in_the_text_layer_whether_they_are_ticked() -> None:
    document = laid(Ticks("意见", (("同意付印", True), ("改后付印", False))))
    assert "☑同意付印☐改后付印" in words(document)
    assert sum(isinstance(item, PolygonItem) for item in document.pages[0].items) == 1


def test_many_answers_go_on_in_further_rows() -> None:
    document = laid(Ticks("意见", tuple((f"第{i}种意见要怎么办才好", False) for i in range(9))))
    ys = {item.y for item in texts(document, "☐")}
    assert len(ys) > 2
    assert len(texts(document, "☐")) == 9


def tints(document: Document) -> list[Rect]:
    return [item.rect for item in document.pages[0].items if isinstance(item, BoxItem) and item.ink == TINT]


def test_boxes_of_neighbouring_blocks_stand_under_one_another() -> None:
    document = laid(
        Fields((Field("书名", plain("甲"), 2), Field("页数"), Field("很长的一个名称")), columns=2),
        Ticks("意见", (("同意", False),)),
        Fields((Field("签字"),), columns=1, least_height=40.0),
    )
    boxes = tints(document)
    assert len({round(box.width, 6) for box in boxes}) == 1
    tops = sorted({(box.y, box.bottom) for box in boxes})
    assert all(upper[1] == pytest.approx(lower[0]) for upper, lower in pairwise(tops))
    assert tops[-1][1] - tops[-1][0] == 40.0


def test_an_empty_form_is_a_page() -> None:
    made = set_form(Form("空表", "", ()))
    assert (made.pages, made.problems) == (1, ())
    assert len(laid(Table(COLUMNS, ())).pages) == 1


def test_a_character_that_no_font_has_is_told_and_printed_as_a_turned_sort() -> None:
    form = Form(
        "名单", "", (Fields((Field("姓名", plain("张\U0002b9a1\ue000")), Field("又", plain("\ue000")))),)
    )
    made = set_form(form)
    told = [(p.code, str(p.place), dict(p.args)["code"]) for p in made.problems if "E000" in str(p.args)]
    assert told == [("form-glyph", "名单: 姓名", "U+E000"), ("form-glyph", "名单: 又", "U+E000")]
    document = lay_out_form(form, fonts()).document
    drawn = [c for p in document.pages for i in p.items if isinstance(i, TextItem) for c in i.clusters]
    assert [bool(c.glyphs) for c in drawn if c.text == "\ue000"] == [True, True]


def outline(element: Element) -> object:
    kids = tuple(outline(c) for c in element.children if isinstance(c, Element))
    return (element.kind, *kids) if kids else element.kind


def test_the_structure_is_a_heading_paragraphs_and_tables_with_whole_rows() -> None:
    table = Table(COLUMNS, ((plain("1"), (), ()),))
    document = laid(Fields((Field("书名", plain("甲")),)), Heading("一、表"), table)
    assert outline(plan_structure(document).root) == (
        "Document",
        "H1",
        "P",
        "P",
        "H2",
        ("Table", ("TR", "TH", "TH", "TH"), ("TR", "TD", "TD", "TD")),
    )


def test_the_pdf_says_what_heads_of_columns_are_and_equal_forms_are_equal_bytes() -> None:
    form = Form("名单", "一校", (Table(COLUMNS, rows(70)),), "foot")
    made = set_form(form)
    assert made.data == set_form(form).data
    with pikepdf.open(BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == made.pages > 1
        assert [round(float(v), 1) for v in pdf.pages[0].MediaBox] == [0, 0, 595.3, 841.9]
        kids = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
        assert [str(o.A.Scope) for o in kids] == ["/Column"] * 3


def test_landscape_is_a4_turned() -> None:
    size = laid(landscape=True).trim
    assert (round(size.width, 1), round(size.height, 1)) == (841.9, 595.3)
