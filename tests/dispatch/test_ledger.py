"""The ledger: what is written together, what is found again, and files that are none."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.dispatch.ledger import LEDGER_NAME, Ledger, ledgers_near
from reportpdf.dispatch.ledger_row import LedgerRow, MadeCopy

ROW = LedgerRow(
    id=0, row=2, key="办公室", department="办公室", folder="", address="", contact="王芳",
    email="a@example.cn", edition="screen", number=1, total=2, language="zh",
    watermark="", locked=False, code="AAAA", path="a.pdf",
)  # fmt: skip
SECOND = replace(ROW, number=2, code="BBBB", path="b.pdf")


def test_a_copy_goes_its_way(tmp_path: Path) -> None:
    with Ledger.create(tmp_path) as ledger:
        with ledger.transaction():
            ledger.add([SECOND, ROW])
            ledger.state({"report": "abc"})
        first, second = ledger.rows()
        assert (first.code, second.code) == ("AAAA", "BBBB")
        with ledger.transaction():
            ledger.made([MadeCopy(first.id, 12, "ff")], "2025-01-10T08:30+08:00")
            ledger.sent([first.id], "2025-01-11T08:30+08:00", "a@example.cn")
            ledger.failed([second.id], "no room")
            ledger.acknowledged([first.id], "2025-01-12T08:30+08:00", "王芳")
    with Ledger.open(tmp_path) as ledger:
        found = ledger.find("AAAA")
        assert found is not None
        assert (found.size, found.sha256, found.acknowledged_by, found.error) == (12, "ff", "王芳", "")
        assert ledger.find("BBBB") == replace(SECOND, id=second.id, error="no room")
        assert ledger.find("CCCC") is None
        assert ledger.facts() == {"report": "abc"}


def test_a_number_is_given_once_and_a_replaced_copy_is_still_found(tmp_path: Path) -> None:
    with Ledger.create(tmp_path) as ledger:
        ledger.add([ROW])
        with pytest.raises(sqlite3.IntegrityError), ledger.transaction():
            ledger.add([replace(ROW, code="CCCC", path="c.pdf")])
        (row,) = ledger.rows()
        with ledger.transaction():
            ledger.supersede([row.id], "2025-01-12")
            ledger.add([replace(ROW, code="CCCC")])
        assert [row.code for row in ledger.rows()] == ["CCCC"]
        assert {row.code for row in ledger.rows(superseded=True)} == {"AAAA", "CCCC"}
        old = ledger.find("AAAA")
        assert old is not None
        assert old.superseded == "2025-01-12"


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    with Ledger.create(tmp_path) as ledger:
        with pytest.raises(sqlite3.IntegrityError), ledger.transaction():
            ledger.add([ROW, ROW])
        assert list(ledger.rows()) == []


def _other(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE x (y)")
    connection.close()


def _newer(path: Path) -> None:
    Ledger.create(path.parent).__exit__(None, None, None)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {Ledger.kind.version + 1}")
    connection.close()


def _torn(path: Path) -> None:
    with Ledger.create(path.parent) as ledger:
        ledger.add(replace(ROW, number=n, code=str(n), path=str(n)) for n in range(200))
    content = bytearray(path.read_bytes())
    content[4096:12000] = b"\xa5" * (12000 - 4096)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: None, "ledger-missing"),
        (lambda path: path.write_bytes(b"not a database, but long enough for one" * 40), "ledger-damaged"),
        (_other, "ledger-not-one"),
        (_newer, "ledger-newer"),
        (_torn, "ledger-damaged"),
    ],
)
def test_a_file_that_is_no_ledger_is_told(tmp_path: Path, spoil, code: str) -> None:
    spoil(tmp_path / LEDGER_NAME)
    with pytest.raises(InputError) as refused:
        Ledger.open(tmp_path)
    assert [found.code for found in refused.value.problems] == [code]


def test_ledgers_are_found_near(tmp_path: Path) -> None:
    for name in ("b-dispatch", "a-dispatch"):
        (tmp_path / name).mkdir()
        Ledger.create(tmp_path / name).__exit__(None, None, None)
    (tmp_path / "c").mkdir()
    assert ledgers_near(tmp_path) == (tmp_path / "a-dispatch", tmp_path / "b-dispatch")
    assert ledgers_near(tmp_path / "a-dispatch") == (tmp_path / "a-dispatch",)


def test_a_ledger_that_can_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.create(tmp_path) as ledger:
        ledger.add([ROW])
    before = sorted(path.name for path in tmp_path.iterdir())
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with Ledger.open(tmp_path) as ledger:
        assert ledger.find("AAAA") is not None
        with pytest.raises(InputError):
            ledger.add([SECOND])
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_ledger_that_can_only_be_read_shows_what_its_log_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copied from a machine that died: the last rows are in the log beside it, not in the file itself."""
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    with Ledger.create(there) as ledger:
        with ledger.transaction():
            ledger.add([ROW])
        shutil.copytree(there, here)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert (here / f"{LEDGER_NAME}-wal").stat().st_size
    with Ledger.open(here) as ledger:
        assert [row.code for row in ledger.rows()] == [ROW.code]
