"""Annotations as programs write them, and as nobody should."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from reportpdf.base.problem import InputError
from reportpdf.base.units import to_mm
from reportpdf.check.pdf.annotation_records import Annotation, Kind, Page, State
from reportpdf.check.pdf.annotation_text import MOST_CHARACTERS, decoded, iso_date, rich_words, stream_bytes
from reportpdf.check.pdf.annotations import MOST_ANNOTATIONS, Annotated, page_shapes, read_annotations
from tests.proof import annotated

BOX = (100.0, 700.0, 160.0, 712.0)
Fill = Callable[[pikepdf.Pdf], Any]


def _read(path: Path, *fills: Fill, pages: int = 2, trim: tuple[float, ...] = ()) -> Annotated:
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595.28, 841.89))
        if trim:
            page.obj.TrimBox = Array([*trim])
    for fill in fills:
        fill(pdf)
    pdf.save(path)
    return read_annotations(path)


def _one(path: Path, *fills: Fill) -> Annotation:
    (found,) = _read(path, *fills).annotations
    return found


def test_acrobats_replacement_is_one_remark_at_the_words_that_go(tmp_path: Path) -> None:
    found = _one(tmp_path / "a.pdf", lambda pdf: annotated.acrobat_replace(pdf, 1, BOX, "9768", "李"))
    assert (found.kind, found.words, found.author) == (Kind.REPLACE, "9768", "李")
    assert found.modified == "2026-01-03T10:15:00+08:00"
    (box,) = found.boxes
    assert box.x == pytest.approx(to_mm(100), abs=0.01)
    assert box.y == pytest.approx(to_mm(841.89 - 712), abs=0.01)
    assert box.width == pytest.approx(to_mm(60), abs=0.01)


def test_a_group_the_other_way_round_is_a_replacement_too(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        strike = annotated.add(
            pdf, 1, Subtype=Name.StrikeOut, Rect=Array([*BOX]), QuadPoints=annotated.z_order(BOX)
        )
        annotated.add(
            pdf, 1, Subtype=Name.Caret, Rect=Array([158, 695, 162, 703]), Contents=annotated.utf16("新"),
            IRT=strike, RT=Name.Group,
        )  # fmt: skip

    found = _one(tmp_path / "a.pdf", fill)
    assert (found.kind, found.words) == (Kind.REPLACE, "新")
    assert found.boxes[0].width == pytest.approx(to_mm(60), abs=0.01)


@pytest.mark.parametrize("order", [annotated.z_order, annotated.round_order])
def test_corners_may_come_in_any_order(tmp_path: Path, order: Callable[[annotated.Box], Array]) -> None:
    found = _one(
        tmp_path / "a.pdf",
        lambda pdf: annotated.add(
            pdf, 1, Subtype=Name.Highlight, Rect=Array([0, 0, 1, 1]), QuadPoints=order(BOX)
        ),
    )
    assert found.boxes[0].height == pytest.approx(to_mm(12), abs=0.01)


def test_without_corners_the_rectangle_serves(tmp_path: Path) -> None:
    found = _one(tmp_path / "a.pdf", lambda pdf: annotated.wps_strike(pdf, 1, BOX, "改正", "赵"))
    assert (found.kind, found.words, found.author) == (Kind.STRIKE, "改正", "赵")
    assert found.boxes[0].width == pytest.approx(to_mm(60), abs=0.01)


def test_rich_text_serves_where_there_are_no_plain_words(tmp_path: Path) -> None:
    found = _one(tmp_path / "a.pdf", lambda pdf: annotated.xchange_caret(pdf, 1, 100, 700, "涉", "孙"))
    assert (found.kind, found.words) == (Kind.CARET, "涉")


def test_answers_and_reviews_join_what_they_answer(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        remark = annotated.foxit_highlight(pdf, 1, BOX, "此处存疑", "张")
        first = annotated.acrobat_reply(pdf, 1, remark, "查过了", "王")
        annotated.acrobat_reply(pdf, 1, first, "好", "张")
        annotated.acrobat_state(pdf, 1, remark, "Accepted", "王", "D:20260103")
        annotated.acrobat_state(pdf, 1, remark, "Rejected", "陈", "D:20260104")

    found = _one(tmp_path / "a.pdf", fill)
    assert [(reply.words, reply.author) for reply in found.replies] == [("查过了", "王"), ("好", "张")]
    assert (found.state, found.state_by, found.words) == (State.REJECTED, "陈", "此处存疑")


def test_a_tick_of_the_readers_own_is_no_review(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        remark = annotated.foxit_highlight(pdf, 1, BOX, "此处存疑", "张")
        annotated.add(
            pdf, 1, Subtype=Name.Text, Rect=Array([0, 0, 1, 1]), IRT=remark, StateModel=String("Marked"),
            State=String("Marked"),
        )  # fmt: skip

    assert _one(tmp_path / "a.pdf", fill).state is State.NONE


def test_what_nobody_wrote_is_not_listed(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        for kind in ("Link", "Popup", "Screen", "PrinterMark", "TrapNet"):
            annotated.add(pdf, 1, Subtype=Name(f"/{kind}"), Rect=Array([*BOX]), Contents=String("x"))
        # what some programs leave of a highlight that was deleted
        far = Array([-32768, -32768, 32768, 32768])
        annotated.add(pdf, 1, Subtype=Name.Highlight, Rect=far, QuadPoints=Array([]))

    assert _read(tmp_path / "a.pdf", fill).annotations == ()


def test_words_without_a_place_stay(tmp_path: Path) -> None:
    found = _one(
        tmp_path / "a.pdf",
        lambda pdf: annotated.add(pdf, 2, Subtype=Name.Text, Contents=annotated.utf16("全文字号偏小")),
    )
    assert (found.page, found.boxes, found.words) == (2, (), "全文字号偏小")


@pytest.mark.parametrize("name", ["FreeText", "Ink", "Square", "Stamp", "Underline", "Squiggly", "Circle"])
def test_every_kind_of_remark_is_listed(tmp_path: Path, name: str) -> None:
    found = _one(
        tmp_path / "a.pdf",
        lambda pdf: annotated.add(
            pdf, 1, Subtype=Name(f"/{name}"), Rect=Array([*BOX]), Contents=String("x"), Name=Name.Approved
        ),
    )
    assert found.kind is (Kind.OTHER if name == "Circle" else Kind(name))
    assert found.stamp == "Approved"


def test_a_callouts_arrow_is_its_place(tmp_path: Path) -> None:
    found = _one(
        tmp_path / "a.pdf",
        lambda pdf: annotated.add(
            pdf,
            1,
            Subtype=Name.FreeText,
            Rect=Array([*BOX]),
            Contents=String("x"),
            CL=Array([300, 400, 160, 706]),
        ),
    )
    assert (found.boxes[0].x, found.boxes[0].width) == (pytest.approx(to_mm(300), abs=0.01), 0)


def test_places_are_reckoned_from_the_trim(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        annotated.wps_strike(pdf, 1, BOX, "x", "y")

    (found,) = _read(tmp_path / "a.pdf", fill, trim=(50, 50, 500, 800)).annotations
    assert (found.boxes[0].x, found.boxes[0].y) == (
        pytest.approx(to_mm(50), abs=0.01),
        pytest.approx(to_mm(88), abs=0.01),
    )


def test_a_program_that_loses_the_trim_box_leaves_it_where_it_was(tmp_path: Path) -> None:
    _read(tmp_path / "proof.pdf", trim=(50, 50, 500, 800))
    like = page_shapes(tmp_path / "proof.pdf")
    _read(tmp_path / "a.pdf", lambda pdf: annotated.wps_strike(pdf, 1, BOX, "x", "y"))
    found = read_annotations(tmp_path / "a.pdf", like)
    assert found.annotations[0].boxes[0].x == pytest.approx(to_mm(50), abs=0.01)
    assert found.pages[0] == Page(1, (50, 50, 500, 800), like[0].media, False)


def _ring(pdf: pikepdf.Pdf) -> None:
    first, second, third = (
        annotated.add(pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), Contents=String(f"n{i}"))
        for i in range(3)
    )
    first.IRT, second.IRT, third.IRT = second, third, first


def test_answers_in_a_ring_are_one_remark_of_the_first(tmp_path: Path) -> None:
    found = _one(tmp_path / "a.pdf", _ring)
    assert (found.words, [reply.words for reply in found.replies]) == ("n0", ["n1", "n2"])


def test_a_remark_that_answers_itself_is_a_remark(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        made = annotated.add(pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), Contents=String("n"))
        made.IRT = made

    assert _one(tmp_path / "a.pdf", fill).words == "n"


def test_a_long_chain_of_answers_is_walked_once(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        last = annotated.add(pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), Contents=String("n"))
        for _ in range(3000):
            last = annotated.add(pdf, 1, Subtype=Name.Text, Contents=String("re"), IRT=last)

    assert len(_one(tmp_path / "a.pdf", fill).replies) == 3000


def test_more_annotations_than_anyone_writes_are_refused(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([*BOX]))
        pdf.pages[0].obj.Annots = Array([one] * 100_000)

    with pytest.raises(InputError) as caught:
        _read(tmp_path / "a.pdf", fill)
    assert [one.code for one in caught.value.problems] == ["annotations-many"]
    assert MOST_ANNOTATIONS < 100_000


def test_a_novel_in_a_note_is_cut_and_told(tmp_path: Path) -> None:
    found = _read(
        tmp_path / "a.pdf",
        lambda pdf: annotated.add(
            pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), Contents=annotated.utf16("长" * 3_000_000)
        ),
    )
    assert found.annotations[0].words == "长" * MOST_CHARACTERS
    assert [one.code for one in found.problems] == ["annotation-long"]


ODD: tuple[tuple[str, Any], ...] = (
    ("Rect", Array([1])),
    ("Rect", Array([Name.A, 1, 2, 3])),
    ("Rect", Array([1e30, 1, 2, 3])),
    ("Rect", 7),
    ("QuadPoints", Array([1, 2, 3])),
    ("QuadPoints", Array([Dictionary()] * 8)),
    ("QuadPoints", Array([0] * 8)),
    ("QuadPoints", Array([1e9] * 8)),
    ("Contents", 5),
    ("Contents", Array([])),
    ("T", Dictionary()),
    ("M", String("D:99999999")),
    ("M", 4),
    ("NM", Array([1])),
    ("IRT", 3),
    ("IRT", String("nobody")),
    ("IRT", Dictionary()),
    ("RT", 3),
    ("CL", Array([Name.A, 1])),
    ("State", 3),
    ("RC", String(b"<" * 5000)),
    ("Contents", String(b"\xfe\xff\xd8\x00")),
    ("Contents", String(b"\xff\xfe\x00")),
    ("Contents", String(bytes(range(256)))),
)


@pytest.mark.parametrize(("key", "value"), ODD, ids=[f"{i}-{key}" for i, (key, _) in enumerate(ODD)])
def test_an_odd_value_costs_no_other_remark(tmp_path: Path, key: str, value: Any) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        odd = annotated.add(pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), Contents=String("odd"))
        odd[f"/{key}"] = value
        annotated.wps_strike(pdf, 1, BOX, "后一条", "李")

    found = _read(tmp_path / "a.pdf", fill).annotations
    assert found[-1].words == "后一条"
    assert "�" not in "".join(one.author for one in found)


def test_a_stream_that_would_burst_is_not_unpacked() -> None:
    pdf = pikepdf.new()
    flate = Name.FlateDecode
    once = pikepdf.Stream(pdf, zlib.compress(b" " * 80_000_000, 9), Filter=flate)
    twice = pikepdf.Stream(pdf, zlib.compress(zlib.compress(b"x" * 1000)), Filter=Array([flate, flate]))
    small = pikepdf.Stream(pdf, zlib.compress(b"x" * 1000), Filter=Array([flate]))
    assert [len(stream_bytes(one)) for one in (once, twice, small)] == [0, 0, 1000]


def test_rich_text_may_be_a_stream(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        rich = pikepdf.Stream(pdf, "<body><p>改短</p></body>".encode())
        annotated.add(pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), RC=pdf.make_indirect(rich))

    assert _one(tmp_path / "a.pdf", fill).words == "改短"


@pytest.mark.parametrize("listed", [Array([3, Name.A, String("x"), Array([])]), Dictionary(), 4, Name.A])
def test_a_list_of_annotations_that_is_none_holds_none(tmp_path: Path, listed: Any) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = listed

    assert _read(tmp_path / "a.pdf", fill).annotations == ()


def test_the_same_annotation_listed_twice_is_one(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        made = annotated.add(pdf, 1, Subtype=Name.Text, Rect=Array([*BOX]), Contents=String("n"))
        pdf.pages[0].obj.Annots = Array([made, made])

    assert len(_read(tmp_path / "a.pdf", fill).annotations) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pdf-broken"),
        (b"%PDF-1.7 nothing", "pdf-broken"),
        (b"\x89PNG\r\n", "pdf-broken"),
        (None, "pdf-missing"),
    ],
)
def test_what_is_no_pdf_is_told(tmp_path: Path, data: bytes | None, code: str) -> None:
    path = tmp_path / "x.pdf"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_annotations(path)
    assert [one.code for one in caught.value.problems] == [code]


def test_a_locked_pdf_is_told(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(InputError) as caught:
        read_annotations(tmp_path / "x.pdf")
    assert [one.code for one in caught.value.problems] == ["pdf-encrypted"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xfe\xff\x96\xf6", "雖".replace("雖", "\u96f6")),
        (b"\xff\xfe\xf6\x96", "\u96f6"),
        (b"\xef\xbb\xbf\xe5\x88\xa0", "删"),
        ("删去“的”".encode(), "删去“的”"),
        ("删去这句".encode("gb18030"), "删去这句"),
        (b"plain", "plain"),
        (b"caf\xe9 \x90", "café ’"),
        (b"\xfe\xff\x00\x1b\x00z\x00h\x00\x1b\x5b\x57", "字"),
        (b"a\r\nb\rc", "a\nb\nc"),
        (b"\xfe\xff\x20\x2e\x00a\x00\x07", "a"),
    ],
)
def test_strings_come_in_many_codings(data: bytes, words: str) -> None:
    assert decoded(data) == words


@given(st.binary(max_size=300))
def test_any_bytes_become_words_that_can_be_kept(data: bytes) -> None:
    words = decoded(data)
    words.encode("utf-8")
    assert "\x00" not in words


@pytest.mark.parametrize(
    ("xhtml", "words"),
    [
        ('<?xml version="1.0"?><body><p>一</p><p>二<br/>三</p></body>', "一\n二\n三"),
        ("<body><p><span>a&amp;b &lt;c&gt;</span></p></body>", "a&b <c>"),
        ("没有标记", "没有标记"),
        ("<p>没有结束", "没有结束"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><p>&a;</p>', "&a;"),
    ],
)
def test_rich_text_becomes_plain_words(xhtml: str, words: str) -> None:
    assert rich_words(xhtml) == words


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20260103101500+08'00'", "2026-01-03T10:15:00+08:00"),
        ("D:20260103101500+08'00", "2026-01-03T10:15:00+08:00"),
        ("D:20260103101500Z", "2026-01-03T10:15:00+00:00"),
        ("D:20260103021500Z00'00'", "2026-01-03T02:15:00+00:00"),
        ("20260103", "2026-01-03T00:00:00"),
        ("D:2026", "2026-01-01T00:00:00"),
        ("D:20261399", ""),
        ("gestern", ""),
        ("", ""),
    ],
)
def test_dates_of_a_pdf(written: str, iso: str) -> None:
    assert iso_date(written) == iso
