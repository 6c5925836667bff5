"""The sign-off sheet: what is known is printed, what is not is left blank, and it is one page to sign."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK, Ink
from reportpdf.base.problem import Place
from reportpdf.forms import set_form
from reportpdf.layout.display import BoxItem, Document, Page
from reportpdf.layout.form.records import Fields, Form, Table, Ticks
from reportpdf.model.job import ProofJob
from reportpdf.model.report import Text
from reportpdf.proof.signoff import sign_off_form
from reportpdf.proof.signoff_facts import (
    ROLES,
    Decision,
    PrintSpec,
    Signature,
    SignedFile,
    SignOff,
    inks_of,
    roles_of,
    spec_words,
)

HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
FILE = SignedFile("滨州公安2024_付印.pdf", HASH, "2025-01-10 08:30")
FULL = SignOff(
    "数“说”影“述”滨州公安的“2024”",
    "付印",
    FILE,
    6,
    1,
    PrintSpec(
        "A4",
        (210.0, 297.0),
        3.0,
        ("4C", "PANTONE 871 C"),
        "coated",
        3.0,
        "第 1 版第 1 次印刷",
        "250 克铜版纸",
        "128 克哑粉纸",
        "175 lpi",
        "骑马订",
        "2000 册",
        "数码打样",
    ),
    open_marks=2,
    errors=0,
    warnings=5,
    notes=3,
    by="李",
    note="封面加印专色。",
)
LONG = replace(FULL, title="很长的书名" * 22, note="附言很长。" * 30)
BARE = SignOff("某书", "一校", FILE, 1)


def fields(form: Form) -> dict[str, str]:
    """Every field of the form by its name."""
    return {
        field.name: "".join(run.words for run in field.value)
        for block in form.blocks
        if isinstance(block, Fields)
        for field in block.fields
    }


def table(form: Form) -> list[tuple[str, ...]]:
    (found,) = (block for block in form.blocks if isinstance(block, Table))
    return [tuple("".join(run.words for run in cell) for cell in row) for row in found.rows]


def ticked(form: Form) -> list[str]:
    (found,) = (block for block in form.blocks if isinstance(block, Ticks))
    assert [words for words, _ in found.answers] == ["同意付印", "改后付印", "改后再出样"]
    return [words for words, ticked in found.answers if ticked]


def test_all_that_is_known_stands_in_its_field() -> None:
    assert fields(sign_off_form(FULL)) == {
        "书名": "数“说”影“述”滨州公安的“2024”",
        "文件名": "滨州公安2024_付印.pdf",
        "SHA-256": HASH,
        "生成时间": "2025-01-10 08:30",
        "校次": "付印",
        "版次／印次": "第 1 版第 1 次印刷",
        "页数与页码": "6 页（第 1～6 页）",
        "开本与成品尺寸": "A4　210 × 297 mm",
        "出血": "3 mm",
        "印色": "4C＋PANTONE 871 C",
        "输出条件与 TAC": "coated　TAC 300%",
        "封面用纸": "250 克铜版纸",
        "内文用纸": "128 克哑粉纸",
        "加网线数": "175 lpi",
        "装订方式": "骑马订",
        "印数": "2000 册",
        "样张种类": "数码打样",
        "未结校红": "2 处",
        "检查结果": "错误 0 处，警告 5 处，提示 3 处",
        "附言": "封面加印专色。",
    }


def test_what_is_not_known_is_left_blank_and_no_count_is_made_up() -> None:
    found = fields(sign_off_form(BARE))
    known = {"书名", "文件名", "SHA-256", "生成时间", "校次", "页数与页码"}
    assert {name for name, value in found.items() if value} == known
    assert found["页数与页码"] == "1 页（第 1 页）"
    assert set(found) == set(fields(sign_off_form(FULL)))


@pytest.mark.parametrize(
    ("marks", "errors", "warnings", "said"),
    [
        (0, 0, 0, ("无", "未发现问题")),
        (3, 1, None, ("3 处", "错误 1 处，警告 0 处，提示 0 处")),
        (None, None, 4, ("", "")),
    ],
)
def test_counts(marks: int | None, errors: int | None, warnings: int | None, said: tuple[str, str]) -> None:
    found = fields(sign_off_form(replace(BARE, open_marks=marks, errors=errors, warnings=warnings)))
    assert (found["未结校红"], found["检查结果"]) == said


def test_every_role_has_a_box_and_recorded_signatures_stand_in_theirs() -> None:
    signed = (
        Signature("终审", "方知白", "2025-01-10 09:00", Decision.PRINT),
        Signature("责任校对", "甲", "2025-01-09", Decision.PROOF_AGAIN),
        Signature("责任校对", "乙", "2025-01-10", None),
        Signature("局领导", "丙", "2025-01-11", Decision.PRINT),
    )
    rows = table(sign_off_form(replace(FULL, signatures=signed)))
    blank = ("□同意付印　□改后付印　□改后再出样", "", "年　　月　　日")
    assert rows == [
        ("责任编辑", *blank),
        ("责任校对", "√ 改后再出样", "甲", "2025-01-09"),
        ("责任校对", "", "乙", "2025-01-10"),
        ("复审", *blank),
        ("终审", "√ 同意付印", "方知白", "2025-01-10 09:00"),
        ("设计", *blank),
        ("印制", *blank),
        ("委印方", *blank),
        ("局领导", "√ 同意付印", "丙", "2025-01-11"),
    ]


def sign(*said: tuple[str, Decision | None]) -> tuple[Signature, ...]:
    return tuple(Signature(role, "某", "2025", decision) for role, decision in said)


PRINT, CHANGED, AGAIN = Decision.PRINT, Decision.PRINT_CHANGED, Decision.PROOF_AGAIN


@pytest.mark.parametrize(
    ("signatures", "wanted"),
    [
        ((), []),
        (sign(("甲", PRINT)), []),  # one of two is not the sheet's opinion
        (sign(("甲", PRINT), ("乙", None)), []),
        (sign(("甲", PRINT), ("乙", PRINT)), ["同意付印"]),
        (sign(("甲", AGAIN), ("乙", CHANGED)), ["改后再出样"]),
        (sign(("终审", CHANGED)), ["改后付印"]),
        (sign(("终审", AGAIN), ("甲", PRINT), ("终审", PRINT)), ["同意付印"]),
    ],
)
def test_the_sheet_is_ticked_as_it_was_decided(signatures: tuple[Signature, ...], wanted: list[str]) -> None:
    assert ticked(sign_off_form(replace(BARE, roles=("甲", "乙"), signatures=signatures))) == wanted


@pytest.mark.parametrize("count", [1, 7, 12])
@pytest.mark.parametrize(
    "known", [FULL, BARE, replace(FULL, title="很长的书名" * 22, note="附言很长。" * 30)]
)
def test_it_is_one_page(known: SignOff, count: int) -> None:
    made = set_form(sign_off_form(replace(known, roles=tuple(f"角色{i}" for i in range(count)))))
    assert (made.pages, made.problems) == (1, ())


def test_many_remarks_go_on_over_the_page() -> None:
    from pypdfium2 import PdfDocument

    known = replace(FULL, remarks=("长" * 500,) * 7, manifest=HASH)
    document = PdfDocument(set_form(sign_off_form(known)).data)
    words = [page.get_textpage().get_text_bounded() for page in document]
    assert sum(page.count("长") for page in words) == 3500
    foot = 60.0
    low = [page.get_textpage().get_text_bounded(top=foot) for page in document]
    assert [page.count("长") for page in low] == [0] * len(document)


@pytest.mark.parametrize(("name", "said"), [("a4", "A4"), ("tabloid", "四开"), ("大32开", "大32开")])
def test_formats_have_the_names_that_printers_use(name: str, said: str) -> None:
    spec = replace(FULL.spec, format=name)
    assert fields(sign_off_form(replace(FULL, spec=spec)))["开本与成品尺寸"] == f"{said}　210 × 297 mm"


def text(words: str) -> Text:
    return Text(words, Place("job.yaml"))


def test_roles_and_product_come_from_the_job() -> None:
    job = ProofJob(
        roles=(text("主编"), text(" 主编 "), text("印厂")), binding=text(" 骑马订 "), copies=text(" ")
    )
    assert roles_of(job) == ("主编", "印厂")
    assert roles_of(None) == roles_of(ProofJob()) == ROLES
    assert spec_words(job) == {"binding": "骑马订"}
    assert PrintSpec(**spec_words(job)).binding == "骑马订"  # type: ignore[arg-type]
    assert spec_words(None) == {}


@pytest.mark.parametrize(
    ("inks", "wanted"),
    [
        ((), ("1C",)),
        ((BLACK, Ink(0, 0, 0, 0.4)), ("1C",)),
        ((BLACK, Ink(0, 0.9, 0.8, 0)), ("4C",)),
        ((Ink(0, 0.2, 0.4, 0, spot="PANTONE 871 C"), Ink(1, 1, 1, 1, spot="All")), ("1C", "PANTONE 871 C")),
    ],
)
def test_inks_are_those_of_the_pages(inks: tuple[Ink, ...], wanted: tuple[str, ...]) -> None:
    page = Page(1, tuple(BoxItem(Rect(0, 0, 1, 1), ink) for ink in inks))
    assert inks_of([Document(Size(10, 10), 0, (page,), (), "", "", "", "zh-Hans")]) == wanted
