"""Workbooks: sections of their own, figures bound to cells, and what is said when a cell changes."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reportpdf.base.problem import InputError
from reportpdf.cli import main
from reportpdf.source.bound import compare_cells
from reportpdf.source.figure_format import format_of_cell, is_format, write_figure
from reportpdf.source.report_file import read_report
from reportpdf.source.schema import report_schema
from reportpdf.source.workbook import Value, Workbook, is_cell, split_cell
from tests.intake.making import SEED, codes, report, taken, workbook

ROWS: list[list[Any]] = [["项目", "2024年"], ["重点任务", 23], ["查改隐患", 9761], ["支部", 30]]

FIGURES = [
    ("{:,}项", "9761", "9,761项"),
    ("{}", "9761", "9761"),
    ("{}", "30.90", "30.9"),
    ("超{:.1%}", "0.135", "超13.5%"),
    ("{:%}", "0.135", "13.5%"),
    ("{:.1万}件", "13000", "1.3万件"),
    ("{:.2亿}元", "108000000", "1.08亿元"),
    ("{:.0}", "2.5", "3"),
    ("{:.1}", "-0.04", "0.0"),
    ("{:,.2}", "1234567.005", "1,234,567.01"),
    ("{}", "1E+3", "1000"),
    ("{}", "-5", "-5"),
]


@pytest.mark.parametrize(("form", "number", "figure"), FIGURES)
def test_figures_are_written(form: str, number: str, figure: str) -> None:
    assert is_format(form)
    assert write_figure(form, Decimal(number)) == figure


@pytest.mark.parametrize(
    "form", ["项", "{0}", "{x}", "{:d}", "{:.10}", "{}{}", "{.__class__}", "{:>99}", "{", "a\n{}"]
)
def test_other_formats_are_refused(form: str) -> None:
    assert not is_format(form)


SHOWN = [
    ("General", "{}"),
    ("0", "{:.0}"),
    ("#,##0", "{:,.0}"),
    ("0.0%", "{:.1%}"),
    ('0"项"', "{:.0}项"),
    ("@", "{}"),
]


@pytest.mark.parametrize(("cell_format", "form"), SHOWN)
def test_a_cells_own_format(cell_format: str, form: str) -> None:
    assert format_of_cell(cell_format) == form


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_figure_without_decimals_is_the_number_itself(number: Decimal) -> None:
    assert Decimal(write_figure("{:,}", number).replace(",", "")) == number


@pytest.mark.parametrize("name", ["B7", "Sheet1!B7", "'第 1 页'!$B$7", "全年数据!b12"])
def test_names_of_cells(name: str) -> None:
    assert is_cell(name)
    assert split_cell(name)[1].isalnum()


@pytest.mark.parametrize("name", ["", "7B", "Sheet1!", "A1:B2", "!B7", "Sheet1!B0"])
def test_no_names_of_cells(name: str) -> None:
    assert not is_cell(name)


def _odd(sheet: Any) -> None:
    sheet["A1"], sheet["A2"], sheet["A3"], sheet["A4"] = "=1+1", True, datetime.date(2024, 9, 19), "#N/A"
    sheet["A4"].data_type = "e"
    sheet["A5"] = 7
    sheet.merge_cells("A5:B6")
    sheet["A8"], sheet["A9"] = 0.1 + 0.2, "  第一档 "


CELLS = [
    ("A1", "cell-uncalculated"),
    ("A2", "cell-switch"),
    ("A3", "cell-date"),
    ("A4", "cell-error"),
    ("B6", "cell-merged"),
    ("A7", "cell-empty"),
    ("ZZ99", "cell-empty"),
]


@pytest.mark.parametrize(("cell", "code"), CELLS)
def test_cells_that_say_no_figure(cell: str, code: str, tmp_path: Path) -> None:
    found = Workbook(workbook(tmp_path / "a.xlsx", [], _odd), "a.xlsx").value("Sheet1", cell)
    assert not isinstance(found, Value)
    assert found.code == code


def test_cells_that_do(tmp_path: Path) -> None:
    book = Workbook(workbook(tmp_path / "a.xlsx", [], _odd), "a.xlsx")
    assert book.value("", "A5") == Value("7", Decimal(7))
    assert book.value("Sheet1", "A8") == Value("0.3", Decimal("0.3"))
    assert book.value("Sheet1", "A9") == Value("第一档")
    missing = book.value("Sheet2", "A5")
    assert not isinstance(missing, Value)
    assert missing.code == "cell-sheet"


def _report(folder: Path, figure: str) -> Path:
    path = folder / "report.yaml"
    path.write_text(
        f"sections:\n  - title: 章\n    callouts:\n      - figure: {figure}\n        text: 办完了。\n",
        "utf-8",
    )
    return path


def _compared(folder: Path, figure: str) -> tuple[str, list[str]]:
    compared, told = compare_cells(read_report(_report(folder, figure)))
    return compared.sections[0].callouts[0].figure.value, [p.code for p in told]


@pytest.mark.parametrize(
    ("binding", "figure", "told"),
    [
        ("{from: a.xlsx, cell: Sheet1!B2, format: '{}项', last: 23项}", "23项", []),
        ("{from: a.xlsx, cell: Sheet1!B2, format: '{}项', last: 22项}", "22项", ["figure-changed"]),
        ("{from: a.xlsx, cell: Sheet1!B2, format: '{}项'}", "23项", ["figure-unkept"]),
        ("{from: a.xlsx, cell: B3, last: '9761'}", "9761", []),
        ("{from: a.xlsx, cell: Sheet1!B9, last: 5项}", "5项", ["cell-empty", "figure-kept"]),
        ("{from: b.xlsx, cell: Sheet1!B2, last: 5项}", "5项", ["source-missing", "figure-kept"]),
        ("{from: a.xlsx, cell: Sheet1!A2, format: '{:,}', last: 5项}", "5项", ["cell-words", "figure-kept"]),
    ],
)
def test_a_bound_figure_is_compared_and_the_page_keeps_what_was_seen(
    binding: str, figure: str, told: list[str], tmp_path: Path
) -> None:
    workbook(tmp_path / "a.xlsx", ROWS)
    assert _compared(tmp_path, binding) == (figure, told)


def test_a_figure_that_was_never_seen_and_cannot_be_read_stops(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="source-missing"):
        _compared(tmp_path, "{from: a.xlsx, cell: B2}")


@pytest.mark.parametrize(
    ("binding", "code"),
    [
        ("{cell: B2}", "key-missing"),
        ("{from: a.xlsx}", "key-missing"),
        ("{from: a.xlsx, cell: nowhere}", "figure-cell"),
        ("{from: a.xlsx, cell: B2, format: '{0.real}'}", "figure-format"),
        ("{from: a.xlsx, cell: B2, lst: 5}", "key-near"),
        ("{from: a.xlsx, cell: B2, last: ''}", "value-empty"),
        ("{from: [a], cell: B2}", "value-text-list"),
        ("{from: ../a.xlsx, cell: B2}", "figure-file-outside"),
        ("{from: /a.xlsx, cell: B2}", "figure-file-absolute"),
        ("{from: 'http://a.cn/a.xlsx', cell: B2}", "figure-file-url"),
    ],
)
def test_a_wrong_binding_is_told_with_its_place(binding: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_report(_report(tmp_path, binding))
    found = next(p for p in refused.value.problems if p.code == code)
    assert found.place is not None
    assert found.place.line == 4
    assert found.place.path.startswith("sections[0].callouts[0].figure")


@pytest.mark.parametrize(
    ("figure", "good"),
    [
        ({"from": "a.xlsx", "cell": "B2", "format": "{:,}项", "last": "5项"}, True),
        ({"from": "a.xlsx", "cell": "B2", "last": 5}, True),
        ({"from": "a.xlsx"}, False),
        ({"from": "a.xlsx", "cell": "B2", "format": "{0}"}, False),
        ({"from": "a.xlsx", "cell": "B2", "more": 1}, False),
    ],
)
def test_the_schema_says_the_same(figure: dict[str, Any], good: bool) -> None:
    made = {"sections": [{"title": "章", "callouts": [{"figure": figure, "text": "办完了。"}]}]}
    assert Draft202012Validator(report_schema()).is_valid(made) == good


def test_a_changed_cell_is_an_error_on_the_page_and_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook(tmp_path / "a.xlsx", ROWS)
    path = _report(tmp_path, "{from: a.xlsx, cell: Sheet1!B2, format: '{}项', last: 22项}")
    assert main(["render", str(path), "-o", str(tmp_path / "a.pdf"), "--lang", "en"]) == 1
    assert "22项 -> 23项" in capsys.readouterr().err
    assert (tmp_path / "a.pdf").is_file()


def test_a_workbook_alone_is_a_report(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.merge_cells("A1:D1")
        sheet["B4"].number_format, sheet["B5"].number_format = "0.0%", "#,##0"

    rows: list[list[Any]] = [
        ["2024年主要工作数据"],
        ["指标", "数值", "单位", "备注"],
        ["破获刑事案件", 9761, "起", datetime.date(2024, 12, 31)],
        ["发案数下降", 0.309, None, "电信网络诈骗"],
        ["挽回损失", 10_800_000, "元", None],
        ["说明：数据来自年报", None, None, None],
    ]
    told = codes(taken(tmp_path / "out", workbook(tmp_path / "年报.xlsx", rows, fill)))
    made = report(tmp_path / "out")
    assert (made["title"], made["sections"][0]["title"]) == ("年报", "2024年主要工作数据")
    first, *_ = callouts = made["sections"][0]["callouts"]
    assert first["figure"] == {"from": "年报.xlsx", "cell": "Sheet1!B3", "format": "{}起", "last": "9761起"}
    assert [c["figure"]["last"] for c in callouts] == ["9761起", "30.9%", "10,800,000元"]
    assert [c["text"] for c in callouts] == [
        "破获刑事案件，2024年12月31日",
        "发案数下降，电信网络诈骗",
        "挽回损失",
    ]
    assert set(told) == {"ask-no-title", "ask-row"}
    assert compare_cells(read_report(tmp_path / "out"))[1] == ()


@pytest.fixture
def bound(tmp_path: Path) -> Path:
    """The seed imported with a workbook; the workbook's path."""
    (tmp_path / "a.md").write_bytes(SEED.read_bytes())
    path = workbook(tmp_path / "figures.xlsx", ROWS)
    taken(tmp_path / "out", tmp_path / "a.md", path)
    return path


def _set(path: Path, value: object) -> None:
    book = openpyxl.load_workbook(path)
    book["Sheet1"]["B2"] = value
    book.save(path)


def _last(folder: Path) -> object:
    return report(folder)["sections"][0]["callouts"][0]["figure"]["last"]


def test_figures_are_bound_to_the_cells_that_say_them(bound: Path, tmp_path: Path) -> None:
    figures = [c["figure"] for s in report(tmp_path / "out")["sections"] for c in s["callouts"]]
    cells = {f["cell"]: f["last"] for f in figures if isinstance(f, dict)}
    assert cells == {"Sheet1!B2": "23项", "Sheet1!B3": "9761个", "Sheet1!B4": "30个"}
    assert (tmp_path / "out" / "figures.xlsx").read_bytes() == bound.read_bytes()
    assert compare_cells(read_report(tmp_path / "out"))[1] == ()


def test_a_new_workbook_shows_old_and_new_and_changes_only_when_asked(bound: Path, tmp_path: Path) -> None:
    _set(bound, 24)
    with pytest.raises(InputError) as refused:
        taken(tmp_path / "out", bound)
    (found,) = refused.value.problems
    assert (found.code, dict(found.args)["old"], dict(found.args)["new"]) == (
        "figure-differs",
        "23项",
        "24项",
    )
    assert _last(tmp_path / "out") == "23项"
    assert codes(taken(tmp_path / "out", bound, update=True)) == ["figure-taken"]
    assert _last(tmp_path / "out") == "24项"
    assert compare_cells(read_report(tmp_path / "out"))[1] == ()


def test_manuscript_and_workbook_that_no_longer_agree_are_told(bound: Path, tmp_path: Path) -> None:
    _set(bound, 24)
    with pytest.raises(InputError) as refused:
        taken(tmp_path / "out", tmp_path / "a.md", bound)
    assert {"file-differs", "figure-changed"} == {p.code for p in refused.value.problems}
    told = codes(taken(tmp_path / "out", tmp_path / "a.md", bound, update=True))
    assert "figure-changed" in told
    assert _last(tmp_path / "out") == "23项"


def test_a_new_workbook_with_a_broken_cell_changes_nothing(bound: Path, tmp_path: Path) -> None:
    _set(bound, "=1+1")
    with pytest.raises(InputError, match="cell-uncalculated"):
        taken(tmp_path / "out", bound, update=True)


def test_a_workbook_that_nothing_is_bound_to(bound: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="intake-no-bound"):
        taken(tmp_path / "out", workbook(tmp_path / "other.xlsx", ROWS), update=True)
