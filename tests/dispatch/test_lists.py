"""Distribution lists of every kind: what is read, and that a bad row spoils no other."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import InputError, Problem
from reportpdf.dispatch.list_file import read_list
from reportpdf.dispatch.plan import Plan, plan_copies
from reportpdf.dispatch.recipients import Recipient, Roster, is_error, read_roster
from tests.dispatch.faulty_list import FAULTS, ROWS, faulty_list

WHOLE = "单位,份数,版本,文件夹,地址,联系人,邮箱,密码,语言,水印,备注\n" + (
    '办公室,３份,屏幕版、印刷版,机关,渤海五路1号,王芳,wf@example.cn,random,英文,是,"急,\n请回"\n'
)
ENGLISH = "department;Number of copies;editions;folder;address;contact;e-mail;password;language;watermark" + (
    ';note\n办公室;3;screen, press;机关;渤海五路1号;王芳;wf@example.cn;random;en;yes;"急,\n请回"\n'
)
EXPECTED = Recipient(
    row=2, place=None, key="办公室", department="办公室", copies=3, editions=("screen", "press"),
    folder="机关", address="渤海五路1号", contact="王芳", email="wf@example.cn", password="random",
    language="en", watermark=True, note="急,\n请回",
)  # type: ignore[arg-type]  # fmt: skip


def roster_of(path: Path, content: bytes | str) -> Roster:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(read_list(path, path.name))


def plain(recipient: Recipient, **also: object) -> Recipient:
    from dataclasses import replace

    return replace(recipient, place=None, **also)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [found.code for found in problems]


@pytest.mark.parametrize(
    "content",
    [
        WHOLE.encode(),
        b"\xef\xbb\xbf" + WHOLE.encode(),
        WHOLE.encode("gb18030"),
        b"\x84\x31\x95\x33" + WHOLE.encode("gb18030"),
        WHOLE.encode("utf-16"),
        WHOLE.replace(",", "\t").replace("急\t", "急,").encode(),
        WHOLE.replace("\n", "\r\n").replace("急,\r\n", "急,\n").encode(),
        ENGLISH.encode(),
        b"sep=;\n" + ENGLISH.encode(),
        ("滨州市公安局分发清单,,,,,,,,,,\n" + WHOLE).encode(),
        WHOLE.replace("单位,份数", "* 部门名称：,份数（份）").encode(),
    ],
)
def test_csv_is_read_as_offices_save_it(tmp_path: Path, content: bytes) -> None:
    roster = roster_of(tmp_path / "departments.csv", content)
    (recipient,) = roster.recipients
    assert codes(roster.problems) == ["list-password-not-all"]
    assert plain(recipient, row=2) == EXPECTED


def test_a_workbook_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "清单"
    sheet.append(["分发清单"])
    sheet.merge_cells("A1:K1")
    sheet.append(["单位", "份数", "版本", "文件夹", "地址", "联系人", "邮箱", "密码", "语言", "水印", "备注"])
    sheet.append(
        [
            "办公室",
            3,
            "屏幕版、印刷版",
            "机关",
            "渤海五路1号",
            "王芳",
            "wf@example.cn",
            "random",
            "英文",
            True,
        ]
    )
    sheet.append(["刑侦支队", "=1+1"])
    sheet.append(["治安支队", "4"])
    sheet["K4"] = "见附件"
    book.create_sheet("说明")["A1"] = "怎么填"
    path = tmp_path / "departments.xlsx"
    book.save(path)
    roster = read_roster(read_list(path, path.name))
    assert plain(roster.recipients[0], note=EXPECTED.note, row=2) == EXPECTED
    assert roster.recipients[1].copies == 4
    assert codes(roster.problems) == ["list-password-not-all", "cell-uncalculated"]
    place = roster.problems[1].place
    assert place is not None
    assert str(place) == "departments.xlsx:4:2: 清单!B4"
    assert roster.bad == (4,)


def test_an_address_may_have_a_chinese_domain(tmp_path: Path) -> None:
    roster = roster_of(tmp_path / "list.csv", "单位,邮箱\n办公室,wf@例子.公司\n")
    assert (roster.problems, roster.recipients[0].email) == ((), "wf@例子.公司")


def test_yaml_is_read_and_a_bad_entry_spoils_no_other(tmp_path: Path) -> None:
    roster = roster_of(
        tmp_path / "departments.yaml",
        "departments:\n"
        "  - {单位: 办公室, 份数: 3, 版本: [屏幕版, 印刷版], 文件夹: 机关, 地址: 渤海五路1号, 联系人: 王芳,\n"
        '     邮箱: wf@example.cn, 密码: random, 语言: 英文, 水印: 是, 备注: "急,\\n请回"}\n'
        "  - 只是名字\n"
        "  - {单位: 甲, 单位: 乙}\n"
        "  - {单位: 丙, 份数: {多: 少}}\n"
        "  - department: 丁\n    编号: 7\n    copys: 3\n",
    )
    assert plain(roster.recipients[0], row=2) == EXPECTED
    assert [one.department for one in roster.recipients] == ["办公室", "丁"]
    assert roster.bad == (2, 3, 4)
    assert codes(roster.problems) == [
        "list-heading-near", "list-password-not-all", "list-not-row", "yaml-key-twice", "list-value-nested",
    ]  # fmt: skip
    assert [found.place.line for found in roster.problems if found.place] == [9, 3, 4, 5, 6]


def _planned(roster: Roster) -> Plan:
    return plan_copies(roster, "{department}-{n}")


def test_of_300_rows_with_every_fault_all_are_named_and_the_good_ones_go_on(tmp_path: Path) -> None:
    text, bad = faulty_list()
    assert len(set(FAULTS)) >= 40
    roster = roster_of(tmp_path / "departments.csv", text)
    plan = _planned(roster)
    assert sorted((*roster.bad, *plan.bad)) == sorted(bad)
    found = [one for one in (*roster.problems, *plan.problems) if is_error(one)]
    named = {one.place.line if one.place else 0: one.code for one in found}
    assert {line: named.get(line) for line in bad} == bad
    assert len({copy.recipient.row for copy in plan.copies}) == ROWS - len(bad)
    assert len(plan.copies) == 2 * (ROWS - len(bad))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("姓名,份数\n王芳,2\n", "list-no-heads"),
        ("单位,份数\n", "list-empty"),
        ("", "list-no-heads"),
        ("单位,部门,份数\n甲,乙,1\n", "list-heading-twice"),
        (
            "单位,份数\n办公室".encode("gb18030") + b"\xff\xff\n" + b"\xff\xff,1\n",
            "source-bad-byte",
        ),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, content: bytes | str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        roster_of(tmp_path / "departments.csv", content)
    assert code in codes(refused.value.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_bytes_that_are_no_characters_spoil_their_row_only(tmp_path: Path, encoding: str) -> None:
    text = "单位,份数\n办公室,1\n治安支队,2\n刑侦支队,1\n"
    content = text.encode(encoding).replace("治".encode(encoding), b"\xff\xff")
    roster = roster_of(tmp_path / "departments.csv", content)
    assert [one.department for one in roster.recipients] == ["办公室", "刑侦支队"]
    assert roster.bad == (3,)
    assert codes(roster.problems) == ["list-lost"]


def test_totals_and_what_stands_under_a_table_are_no_departments(tmp_path: Path) -> None:
    rows = "合计,48\n合 计：,\n总计,12个单位\nTotal,3\n制表人：王芳,\n注：请签收,\n"
    roster = roster_of(tmp_path / "departments.csv", f"单位,份数\n办公室,1\n{rows}合计组,2\n合计,,\n")
    assert [one.department for one in roster.recipients] == ["办公室", "合计组"]
    assert codes(roster.problems) == ["list-beside"] * 7
    assert not roster.bad
    roster = roster_of(tmp_path / "departments.csv", "单位,联系人\n合计,王芳\n")
    assert [one.department for one in roster.recipients] == ["合计"]


def test_a_total_that_was_never_reckoned_is_no_fault(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["序号", "单位", "份数"], [1, "办公室", 2], ["合计", 1, "=SUM(C2:C2)"]):
        book.worksheets[0].append(row)
    path = tmp_path / "departments.xlsx"
    book.save(path)
    roster = read_roster(read_list(path, path.name))
    assert [(one.department, one.copies) for one in roster.recipients] == [("办公室", 2)]
    assert codes(roster.problems) == ["list-beside"]


@pytest.mark.parametrize("word", ["无", "是", "否", "—", "-", "no", "/"])
def test_a_word_about_a_password_is_none(tmp_path: Path, word: str) -> None:
    roster = roster_of(tmp_path / "departments.csv", f"单位,密码\n甲,{word}\n乙,!@#$%^&*\n")
    assert codes(roster.problems) == ["list-password-word"]
    assert [one.password for one in roster.recipients] == ["!@#$%^&*"]


def test_a_name_of_sixty_characters_has_room_in_a_file_name(tmp_path: Path) -> None:
    roster = roster_of(tmp_path / "departments.csv", f"单位,份数,版本\n{'长' * 60},1000,屏幕、存档\n")
    plan = _planned(roster)
    assert (len(plan.copies), plan.problems) == (2_000, ())


def test_no_password_is_quoted(tmp_path: Path) -> None:
    roster = roster_of(
        tmp_path / "departments.csv",
        '单位,密码,邮箱\n甲,hunter2 hunter2,坏\n"乙"x,swordfish,\n丙,"qu""oted secret",坏\n',
    )
    assert len(roster.bad) == 3
    told = repr([(found.excerpt, found.args) for found in roster.problems])
    assert not any(word in told for word in ("hunter2", "swordfish", "oted secret"))


WORDS = st.text(alphabet=st.sampled_from('甲乙a,;"\n\r\t =@\u200b'), max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=6), st.booleans())
def test_cells_come_back_as_they_were_written(rows: list[list[str]], crlf: bool) -> None:
    import csv
    import io

    from reportpdf.dispatch.list_csv import _Reader
    from reportpdf.source.text_file import make_source

    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n" if crlf else "\n", quoting=csv.QUOTE_ALL).writerows(rows)
    source = make_source(stream.getvalue(), shown="x.csv", any_character=True)
    read = list(_Reader(source, ",").lines(0))
    assert [[cell.words for cell in line.cells] for line in read] == rows
    assert all(not line.problems for line in read)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from('甲,"\n\r'), max_size=60))
def test_whatever_stands_in_a_file_every_line_is_a_row_or_told(text: str) -> None:
    from reportpdf.dispatch.list_csv import _Reader
    from reportpdf.source.text_file import make_source

    source = make_source(text, shown="x.csv", any_character=True)
    numbers = [line.number for line in _Reader(source, ",").lines(0)]
    assert numbers == sorted(set(numbers))
