"""The register only grows, tells what was altered, and never ends in a traceback."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import InputError
from reportpdf.proof.event import payload_of, payload_text
from reportpdf.proof.register import REGISTER_NAME, Register

AT = "2025-01-10T08:30:00+08:00"


def filled(folder: Path, count: int = 3) -> Path:
    with Register.create(folder) as register:
        for number in range(1, count + 1):
            register.append("round-made", number, {"名": "一校", "n": number}, at=AT, by="李")
    return folder / REGISTER_NAME


def tampered(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def codes(run: Callable[[], object]) -> list[str]:
    with pytest.raises(InputError) as raised:
        run()
    return [one.code for one in raised.value.problems]


def read(folder: Path) -> object:
    with Register.open(folder) as register:
        return register.events()


def test_events_come_back_in_order_with_all_that_was_said(tmp_path: Path) -> None:
    filled(tmp_path)
    with Register.open(tmp_path) as register:
        events = register.events()
    assert [(e.id, e.at, e.by, e.kind, e.round, dict(e.payload)) for e in events] == [
        (n, AT, "李", "round-made", n, {"名": "一校", "n": n}) for n in (1, 2, 3)
    ]
    assert len({e.hash for e in events}) == 3


def test_the_log_is_ahead_and_every_commit_is_synced(tmp_path: Path) -> None:
    with Register.create(tmp_path) as register:
        asked = register._connection.execute
        assert asked("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert asked("PRAGMA synchronous").fetchone()[0] == 2  # FULL


@pytest.mark.parametrize("statement", ["UPDATE events SET by = '王'", "DELETE FROM events"])
def test_nothing_is_altered_through_the_database(tmp_path: Path, statement: str) -> None:
    path = filled(tmp_path)
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        tampered(path, statement)


_BODY = "CREATE TRIGGER {} BEFORE {} ON events BEGIN SELECT RAISE(ABORT, 'the register only grows'); END"
STAY, LAST = _BODY.format("events_stay", "UPDATE"), _BODY.format("events_last", "DELETE")


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (("DROP TRIGGER events_stay",), "register-not-one"),
        (
            ("DROP TRIGGER events_stay", "UPDATE events SET by = '王' WHERE id = 2", STAY),
            "register-row-changed",
        ),
        (
            ("DROP TRIGGER events_stay", "UPDATE events SET payload = '[' WHERE id = 1", STAY),
            "register-row-changed",
        ),
        (("DROP TRIGGER events_last", "DELETE FROM events WHERE id = 2", LAST), "register-row-missing"),
        (("DROP TRIGGER events_last", "DELETE FROM events WHERE id = 3", LAST), "register-row-missing"),
        (("INSERT INTO events VALUES (4, '', '', '', 0, '{}', 'x', 'y')",), "register-row-changed"),
        (("PRAGMA user_version = 9",), "register-newer"),
        (("PRAGMA application_id = 7",), "register-not-one"),
        (("CREATE TABLE more (a)",), "register-not-one"),
    ],
)
def test_what_was_altered_behind_its_back_is_found(
    tmp_path: Path, statements: tuple[str, ...], code: str
) -> None:
    tampered(filled(tmp_path), *statements)
    assert codes(lambda: read(tmp_path)) == [code]


@pytest.mark.parametrize(
    "content", [b"", b"hello, this is a letter" * 99, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_what_is_no_register_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / REGISTER_NAME).write_bytes(content)
    assert codes(lambda: read(tmp_path) or codes) if content else read(tmp_path) == ()


def test_a_page_overwritten_is_a_problem(tmp_path: Path) -> None:
    path = filled(tmp_path, 200)
    data = bytearray(path.read_bytes())
    data[8192:12288] = os.urandom(4096)
    path.write_bytes(data)
    assert codes(lambda: read(tmp_path))[0].startswith("register-")


def test_a_missing_register_is_a_problem(tmp_path: Path) -> None:
    assert codes(lambda: read(tmp_path)) == ["register-missing"]
    assert not (tmp_path / REGISTER_NAME).exists()


def test_it_is_read_where_nothing_can_be_written(tmp_path: Path) -> None:
    filled(tmp_path)
    with Register.read(tmp_path) as register:
        assert len(register.events()) == 3
        assert codes(lambda: register.append("signed", 1, {}, at=AT, by="王")) == ["register-failed"]


def test_those_who_share_the_folder_share_the_register(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        with Register.create(tmp_path) as register:
            register.append("signed", 1, {}, at="2025-01-10T08:30:00+08:00", by="李")
            modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert set(modes.values()) == {0o664}
    assert "register.sqlite-wal" in modes


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(number: int) -> None:
        with Register.create(tmp_path) as register:
            for index in range(5):
                register.append("mark-added", number, {"index": index}, at=AT, by=f"{number}")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(6)))
    with Register.open(tmp_path) as register:
        events = register.events()
    assert [e.id for e in events] == list(range(1, 31))
    assert sorted((e.round, e.payload["index"]) for e in events) == [
        (n, i) for n in range(6) for i in range(5)
    ]


@given(
    st.dictionaries(
        st.text(), st.one_of(st.text(), st.integers(), st.none(), st.lists(st.booleans())), max_size=5
    )
)
@settings(max_examples=60)
def test_payloads_come_back_as_they_were(payload: dict[str, object]) -> None:
    assert payload_of(payload_text(payload)) == payload


def test_one_that_was_being_made_when_the_run_was_killed_is_none_yet(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / REGISTER_NAME)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert codes(lambda: Register.read(tmp_path)) == ["register-missing"]
    assert read(tmp_path) == ()


def test_a_log_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    real = sqlite3.connect

    def refusing(address: str, **named: object) -> sqlite3.Connection:
        if "mode=ro" in address:
            raise sqlite3.OperationalError("unable to open database file")
        return real(address, **named)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", refusing)
    with Register.read(tmp_path) as register:
        assert len(register.events()) == 3
    (tmp_path / f"{REGISTER_NAME}-wal").write_bytes(b"log")
    assert codes(lambda: Register.read(tmp_path)) == ["register-failed"]
