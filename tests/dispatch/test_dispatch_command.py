"""The commands, from the terminal: what is shown, written and answered; no copy holds another's secrets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from reportpdf import cli
from reportpdf.commands.dispatch_answer import ranges
from reportpdf.dispatch.codes import grouped
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.manifest import neutral
from reportpdf.wording import size_words

REPORT = """\
title: 年度工作回顾
sections:
  - title: 一年
    callouts:
      - {figure: 23项, text: 二十三项任务全部完成。}
"""
LIST = (
    "单位,份数,版本,联系人,邮箱,密码,水印\n办公室,2,屏幕版、存档版,王芳,wf@example.cn,,是\n"
    "刑侦支队,1,屏幕版,李强,lq@example.cn,correct horse battery,否\n档案馆,1,存档版,赵敏,,,否\n"
    "治安支队,1,屏幕版,孙涛,,random:16,是\n"
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report and a list, dispatched once."""
    folder = tmp_path_factory.mktemp("dispatch")
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    assert cli.main(["dispatch", str(folder / "report.yaml"), str(folder / "list.csv"), "--go", "--qr"]) == 0
    return folder


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """What a command answers: exit code, stdout, stderr."""
    code = cli.main(list(words))
    told = capsys.readouterr()
    return code, told.out, told.err


def in_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(asked(capsys, *words, "--json")[1])
    return found


def everything(path: Path, password: str) -> Iterator[bytes]:
    """All that stands in a PDF: its bytes, and what its streams and strings say once they are opened."""
    yield path.read_bytes()
    with pikepdf.open(path, password=password) as pdf:
        for thing in pdf.objects:
            yield thing.unparse()
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes() if thing.get("/Subtype") != "/Image" else b""


def shapes(words: str) -> set[bytes]:
    """A secret as it may stand in a file: in the encodings of PDF, as text and in hexadecimal."""
    plain = {words.encode("utf-8"), words.encode("utf-16-be"), words.encode("gb18030")}
    return plain | {one.hex().encode() for one in plain} | {one.hex().upper().encode() for one in plain}


def test_nothing_of_one_recipient_is_in_anothers_file(place: Path) -> None:
    folder = place / "list-dispatch"
    kept = list(csv.reader((folder / "passwords.csv").read_text("utf-8-sig").splitlines()))[1:]
    passwords = dict(kept)
    with Ledger.open(folder) as ledger:
        rows = list(ledger.rows())
    assert len(rows) == 7
    for row in rows:
        own = passwords.get(row.department, "") if row.locked else ""
        content = b"\n".join(everything(folder / row.path, own))
        assert any(shape in content for shape in shapes(grouped(row.code)) | shapes(row.code))
        secrets = {other.code for other in rows if other.code != row.code}
        secrets |= {grouped(code) for code in secrets} | set(passwords.values())
        secrets |= {other.department for other in rows if other.key != row.key}
        secrets |= {other.contact for other in rows} | {other.email for other in rows if other.email}
        for secret in secrets:
            assert not [shape for shape in shapes(secret) if shape in content], (row.path, secret)


def test_only_the_password_opens_a_locked_copy_and_it_is_told_nowhere_else(place: Path) -> None:
    folder = place / "list-dispatch"
    passwords = dict(list(csv.reader((folder / "passwords.csv").read_text("utf-8-sig").splitlines()))[1:])
    assert set(passwords) == {"刑侦支队", "治安支队"}
    for department, password in passwords.items():
        path = folder / "copies" / f"{department}-1.pdf"
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path)
        pikepdf.open(path, password=password).close()
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "passwords.csv":
            assert not any(password.encode() in path.read_bytes() for password in passwords.values()), path


def test_a_dry_run_makes_a_sample_and_nothing_else(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["dispatch", str(place / "report.yaml"), str(place / "list.csv"), "-o", str(tmp_path / "d")]
    answer = in_json(capsys, *words)
    assert (answer["dry"], answer["departments"], answer["copies"], answer["locked"]) == (True, 4, 7, 2)
    assert answer["editions"] == {"screen": 4, "archive": 3}
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["办公室-1.pdf"]
    code, out, _ = asked(capsys, *words, "--lang", "zh")
    assert code == 0
    assert "4 个单位，7 份" in out
    assert "--go" in out


def test_bad_rows_are_told_and_the_others_made(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("单位,份数\n甲,1\n乙,零\n丙,0\n丁,1\n", encoding="utf-8")
    code, _, err = asked(capsys, "dispatch", str(place / "report.yaml"), str(path))
    assert code == 1
    assert f"{path}:3:3: " in err
    assert f"{path}:4:3: " in err
    code, _, err = asked(capsys, "dispatch", str(place / "report.yaml"), str(path), "--go")
    assert code == 1
    assert {one.name for one in (tmp_path / "list-dispatch" / "copies").iterdir()} == {"甲-1.pdf", "丁-1.pdf"}
    path.write_text("单位,份数\n甲,1\n乙,2\n丙,1\n丁,1\n", encoding="utf-8")
    code, _, err = asked(capsys, "dispatch", str(place / "report.yaml"), str(path), "--resume")
    assert (code, err) == (0, "")
    assert len(list((tmp_path / "list-dispatch" / "copies").iterdir())) == 5


def test_a_name_that_no_face_has_is_a_bad_row_too(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("单位,份数\n甲,1\n\U0001f600科,1\n", encoding="utf-8")
    for also in ([], ["--go"]):
        code, _, err = asked(capsys, "dispatch", str(place / "report.yaml"), str(path), *also)
        assert code == 1
        assert f"{path}:3:1: " in err
    assert in_json(capsys, "dispatch", str(place / "report.yaml"), str(path), "--resume")["bad_rows"] == [3]
    assert [one.name for one in (tmp_path / "list-dispatch" / "copies").iterdir()] == ["甲-1.pdf"]


def test_the_ledger_tells_and_takes_receipts(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = asked(capsys, "ledger", str(place), "--lang", "en")
    assert code == 0
    assert "7 copies: 7 made, 0 sent, 0 acknowledged" in out
    code, out, _ = asked(
        capsys, "ledger", str(place / "list.csv"), "--ack", "档案馆", "--by", "赵敏", "--csv"
    )
    lines = list(csv.DictReader(io.StringIO(out)))
    assert [line["签收人 by"] for line in lines if line["单位 department"] == "档案馆"] == ["赵敏"]
    copies = in_json(capsys, "ledger", str(place / "list-dispatch"))["copies"]
    assert isinstance(copies, list)
    assert sum(bool(copy["acknowledged"]) for copy in copies) == 1
    assert asked(capsys, "ledger", str(place), "--failed")[0] == 0
    assert asked(capsys, "ledger", str(place), "--ack", "99", "--by", "甲")[0] == 2
    assert asked(capsys, "ledger", str(place), "--ack", "2")[0] == 2
    assert asked(capsys, "ledger", str(place / "none.csv"))[0] == 2


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.yaml"])
def test_the_example_is_a_good_list(
    tmp_path: Path, place: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(capsys, "dispatch", "--template", "-o", str(tmp_path / name))[0] == 0
    assert asked(capsys, "dispatch", "--template", "-o", str(tmp_path / name))[0] == 2
    answer = in_json(capsys, "dispatch", str(place / "report.yaml"), str(tmp_path / name))
    assert (answer["departments"], answer["copies"], answer["problems"]) == (3, 6, [])


def test_a_template_goes_where_its_one_word_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "dispatch", "--template", str(tmp_path / "a.yaml"))[0] == 0
    assert (tmp_path / "a.yaml").is_file()
    code, _, err = asked(capsys, "dispatch", "--template", "-o", str(tmp_path / "b.csv"), "c.csv")
    assert code == 2
    assert "c.csv" in err
    assert not (tmp_path / "b.csv").exists()


def test_what_cannot_be_is_told_at_once(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "dispatch",
        str(place / "report.yaml"),
        str(place / "list.csv"),
        "--workers",
        "0",
        "--only",
        "99",
    ]
    found = in_json(capsys, *words, "--name", "{code}")["problems"]
    assert isinstance(found, list)
    assert [one["code"] for one in found] == ["name-pattern-field", "workers-form", "rows-unknown"]
    found = in_json(capsys, "dispatch", str(place / "report.yaml"))["problems"]
    assert isinstance(found, list)
    assert [one["code"] for one in found] == ["argument-missing"]


def test_copies_without_their_ledger_are_told_by_every_run_and_stay_so(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copies = tmp_path / "d" / "copies"
    copies.mkdir(parents=True)
    (copies / "办公室-1.pdf").write_bytes(b"%PDF")
    words = ["dispatch", str(place / "report.yaml"), str(place / "list.csv"), "-o", str(tmp_path / "d")]
    for also in ([], ["--go"], ["--resume"]):
        found = in_json(capsys, *words, *also)["problems"]
        assert isinstance(found, list)
        assert [one["code"] for one in found if one["severity"] == "error"] == ["dispatch-no-ledger"]
        assert not (tmp_path / "d" / "ledger.sqlite").exists()


def test_a_dry_run_says_that_the_report_is_another_one(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.yaml").write_text(REPORT.replace("23", "24"), encoding="utf-8")
    words = ["dispatch", str(tmp_path / "report.yaml"), str(place / "list.csv")]
    for also in ([], ["--redo", "2"], ["--redo", "2", "--go"], ["--resume"]):
        code, _, err = asked(capsys, *words, "-o", str(place / "list-dispatch"), *also, "--lang", "en")
        assert code == 2
        assert "report" in err


@pytest.mark.parametrize("word", ["2#3", "2#0", "9", "5-3", "6-7", "秘书处", "#1"])
@pytest.mark.parametrize("option", ["--redo", "--only"])
def test_rows_that_are_not_there_are_told(
    place: Path, capsys: pytest.CaptureFixture[str], option: str, word: str
) -> None:
    words = ["dispatch", str(place / "report.yaml"), str(place / "list.csv"), "--go"]
    found = in_json(capsys, *words, f"{option}=3,{word}")["problems"]
    assert isinstance(found, list)
    assert [one["code"] for one in found] == ["rows-unknown"]


def test_why_a_row_is_not_there_is_told_with_it(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("单位,份数\n甲,1\n乙,零\n", encoding="utf-8")
    found = in_json(capsys, "dispatch", str(place / "report.yaml"), str(path), "--only", "3")["problems"]
    assert isinstance(found, list)
    assert [one["code"] for one in found] == ["rows-unknown", "list-copies-form"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "'x", "＝1"])
def test_no_cell_of_the_manifest_is_reckoned(words: str) -> None:
    assert neutral(words) == "'" + words


def test_numbers_are_told_as_people_list_them() -> None:
    assert ranges([2, 3, 4, 7, 9, 10]) == "2-4, 7, 9-10"
    assert [size_words(n) for n in (7, 1_500, 2_300_000, 4_000_000_000)] == [
        "7 B",
        "1.5 kB",
        "2.3 MB",
        "4.0 GB",
    ]


def test_copies_are_signed_where_a_certificate_is_given(
    tmp_path: Path, place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime, timedelta
    from hashlib import sha256

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import SignatureCoverageLevel

    from tests.dispatch.test_sign import GOOD, WORD, Bureau

    now = datetime.now(UTC)
    certificate = tmp_path / "cert.p12"
    certificate.write_bytes(Bureau().p12(GOOD, begins=now - timedelta(1), ends=now + timedelta(1)))
    monkeypatch.setenv("REPORTPDF_SIGN_PASSPHRASE", WORD)
    words = ["dispatch", str(place / "report.yaml"), str(place / "list.csv"), "-o", str(tmp_path / "d")]
    assert asked(capsys, *words, "--go", "--sign", str(certificate))[0] == 0
    with Ledger.open(tmp_path / "d") as ledger:
        rows = list(ledger.rows())
    for row in rows:
        path = tmp_path / "d" / row.path
        assert sha256(path.read_bytes()).hexdigest() == row.sha256
        if row.locked:
            assert b"/ByteRange" in path.read_bytes()
            continue
        with open(path, "rb") as file:
            (signature,) = PdfFileReader(file).embedded_signatures
            assert signature.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
    refused = in_json(capsys, *words, "--resume")["problems"]
    assert isinstance(refused, list)
    assert [one["code"] for one in refused] == ["dispatch-option"]
