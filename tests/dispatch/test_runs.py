"""Runs: what is made, what stays, what is done again; nothing is lost or doubled when one is killed."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.dispatch import runs, settling
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.opening import locked
from tests.dispatch import running
from tests.dispatch.running import Pages, order_of, run

LIST = (
    "单位,份数,版本,文件夹,密码,邮箱\n办公室,2,屏幕版、存档版,机关,,a@example.cn\n"
    "刑侦支队,1,屏幕版,,random,\n档案馆,3,存档版,,,\n"
)


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "lay_bases", running.lay)


@pytest.fixture
def list_path(tmp_path: Path) -> Path:
    path = tmp_path / "departments.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "departments-dispatch"


def rows_of(folder: Path, **also: bool) -> list[LedgerRow]:
    with Ledger.open(folder) as ledger:
        return list(ledger.rows(**also))


def files_of(folder: Path) -> dict[str, str]:
    """Every file among the copies, with its hash."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in (folder / "copies").rglob("*")
        if path.is_file()
    }


def is_sound(folder: Path) -> None:
    """Exactly the copies in the ledger are there, each as the ledger and the manifest say."""
    rows = rows_of(folder)
    assert all(row.made for row in rows)
    assert files_of(folder) == {row.path: row.sha256 for row in rows}
    manifest = list(csv.DictReader((folder / "manifest.csv").read_text("utf-8-sig").splitlines()))
    assert {line["文件 file"]: line["sha256"] for line in manifest} == files_of(folder)
    copies = json.loads((folder / "manifest.json").read_text("utf-8"))["copies"]
    assert {copy["path"]: copy["sha256"] for copy in copies} == files_of(folder)
    assert not list(folder.rglob("*.part"))
    assert not (folder / ".bases").exists()


def codes(refused: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [found.code for found in refused.value.problems]


def test_every_copy_is_made_once_and_told(list_path: Path, folder: Path) -> None:
    outcome = run(order_of(list_path, folder, zips="each"))
    assert (outcome.made.copies, outcome.there, outcome.planned) == (8, 8, 8)
    is_sound(folder)
    names = {path.removeprefix("copies/") for path in files_of(folder)}
    assert names == {
        "机关/办公室-1.pdf", "机关/办公室-2.pdf", "机关/办公室-1-archive.pdf", "机关/办公室-2-archive.pdf",
        "刑侦支队-1.pdf", "档案馆-1.pdf", "档案馆-2.pdf", "档案馆-3.pdf",
    }  # fmt: skip
    assert {path.name for path in (folder / "zips").iterdir()} == {"办公室.zip", "刑侦支队.zip", "档案馆.zip"}
    assert len({row.code for row in rows_of(folder)}) == 8


def test_a_second_run_is_refused_and_a_resumed_one_changes_nothing(list_path: Path, folder: Path) -> None:
    run(order_of(list_path, folder))
    before, rows = files_of(folder), rows_of(folder)
    with pytest.raises(InputError) as refused:
        run(order_of(list_path, folder))
    assert codes(refused) == ["dispatch-there"]
    outcome = run(order_of(list_path, folder, resume=True))
    assert (outcome.made.copies, outcome.there) == (0, 8)
    assert (files_of(folder), rows_of(folder)) == (before, rows)


def test_some_rows_first_and_the_others_later(list_path: Path, folder: Path) -> None:
    assert run(order_of(list_path, folder, only="4")).made.copies == 3
    assert run(order_of(list_path, folder, only="办公室,4")).made.copies == 4
    (folder / "copies" / "档案馆-2.pdf").unlink()
    assert run(order_of(list_path, folder, resume=True)).made.copies == 1
    assert len(rows_of(folder)) == 7
    assert run(order_of(list_path, folder)).made.copies == 1
    is_sound(folder)
    with pytest.raises(InputError) as refused:
        run(order_of(list_path, folder))
    assert codes(refused) == ["dispatch-there"]


def test_one_copy_of_a_row_that_asks_for_others_now_is_not_made_anew(list_path: Path, folder: Path) -> None:
    run(order_of(list_path, folder))
    before = rows_of(folder)
    list_path.write_text(LIST.replace("办公室,2,", "办公室,3,"), encoding="utf-8")
    outcome = run(order_of(list_path, folder, redo="办公室#1"))
    assert [found.code for found in outcome.problems] == ["row-changed"]
    assert rows_of(folder) == before
    assert run(order_of(list_path, folder, redo="档案馆#1")).problems == ()


def test_copies_made_anew_keep_their_numbers_and_the_old_codes_are_still_known(
    list_path: Path, folder: Path
) -> None:
    run(order_of(list_path, folder))
    before = {(row.key, row.edition, row.number): row.code for row in rows_of(folder)}
    assert run(order_of(list_path, folder, redo="档案馆,2#2")).made.copies == 5
    is_sound(folder)
    after = {(row.key, row.edition, row.number): row.code for row in rows_of(folder)}
    assert before.keys() == after.keys()
    redone = {key for key in before if before[key] != after[key]}
    assert {(key[0], key[2]) for key in redone} == {
        ("档案馆", 1),
        ("档案馆", 2),
        ("档案馆", 3),
        ("办公室", 2),
    }
    with Ledger.open(folder) as ledger:
        for key in redone:
            old = ledger.find(before[key])
            assert old is not None
            assert old.superseded


def test_a_changed_list_is_gone_on_with_row_by_row(list_path: Path, folder: Path) -> None:
    run(order_of(list_path, folder))
    before = {row.code for row in rows_of(folder)}
    changed = LIST.replace("办公室,2,", "办公室,3,").replace("档案馆,3,存档版,,,\n", "")
    list_path.write_text(
        changed.replace("支队,1,屏幕版,,random,", "支队,1,屏幕版,,random,new@example.cn") + "治安支队,1,,,,\n"
    )
    outcome = run(order_of(list_path, folder, resume=True))
    assert [found.code for found in outcome.problems] == ["row-changed", "row-gone"]
    assert outcome.made.copies == 1
    is_sound(folder)
    assert before < {row.code for row in rows_of(folder)}
    assert {row.email for row in rows_of(folder) if row.department == "刑侦支队"} == {"new@example.cn"}
    assert run(order_of(list_path, folder, redo="2")).made.copies == 6
    is_sound(folder)


@pytest.mark.parametrize(
    ("now", "also", "code"),
    [
        (Pages(digest="d2"), {}, "dispatch-report"),
        (Pages(), {"pattern": "{row}-{n}"}, "dispatch-option"),
        (Pages(), {"qr": True}, "dispatch-option"),
    ],
)
def test_what_all_copies_share_cannot_change_between_runs(
    list_path: Path, folder: Path, now: Pages, also: dict[str, object], code: str
) -> None:
    run(order_of(list_path, folder))
    before = files_of(folder)
    with pytest.raises(InputError) as refused:
        run(order_of(list_path, folder, resume=True, **also), now)
    assert codes(refused) == [code]
    assert files_of(folder) == before


def test_two_runs_do_not_meet_in_a_folder(list_path: Path, folder: Path) -> None:
    with locked(folder), pytest.raises(InputError) as refused:
        run(order_of(list_path, folder))
    assert codes(refused) == ["dispatch-running"]


def test_copies_without_their_ledger_are_left_alone(list_path: Path, folder: Path) -> None:
    run(order_of(list_path, folder))
    for path in folder.glob("ledger.sqlite*"):
        path.unlink()
    before = files_of(folder)
    with pytest.raises(InputError) as refused:
        run(order_of(list_path, folder))
    assert codes(refused) == ["dispatch-no-ledger"]
    assert files_of(folder) == before


def test_a_copy_that_was_lost_or_altered_is_made_again_as_it_was(list_path: Path, folder: Path) -> None:
    run(order_of(list_path, folder))
    before = {row.path: row.code for row in rows_of(folder)}
    (folder / "copies" / "档案馆-2.pdf").unlink()
    with open(folder / "copies" / "档案馆-3.pdf", "r+b") as file:
        file.write(b"#")
    outcome = run(order_of(list_path, folder, resume=True))
    assert [found.code for found in outcome.problems] == ["copy-lost", "copy-lost"]
    assert outcome.made.copies == 2
    is_sound(folder)
    assert {row.path: row.code for row in rows_of(folder)} == before


def test_passwords_are_kept_for_the_sender_only(list_path: Path, folder: Path) -> None:
    run(order_of(list_path, folder))
    kept = folder / "passwords.csv"
    assert kept.stat().st_mode & 0o777 == 0o600
    ((department, password),) = list(csv.reader(kept.read_text("utf-8-sig").splitlines()))[1:]
    assert department == "刑侦支队"
    assert len(password) == 12
    run(order_of(list_path, folder, redo="刑侦支队"))
    assert password in kept.read_text("utf-8-sig")
    for path in folder.rglob("*"):
        if path.is_file() and path != kept:
            assert password.encode() not in path.read_bytes()


def test_a_link_out_of_the_folder_is_not_followed(list_path: Path, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "copies").mkdir(parents=True)
    (folder / "copies" / "机关").symlink_to(outside)
    outcome = run(order_of(list_path, folder))
    assert {found.code for found in outcome.problems} == {"copy-outside"}
    assert outcome.made.copies == 4
    assert list(outside.iterdir()) == []


def test_a_full_disk_ends_the_run_and_a_later_one_finishes_it(
    list_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    real = settling.bring_to_disk
    calls = iter(range(100))

    def full(folder: Path, files: object) -> None:
        if next(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(folder, files)  # type: ignore[arg-type]

    monkeypatch.setattr(settling, "bring_to_disk", full)
    monkeypatch.setattr(settling, "_TOGETHER", 2)
    outcome = run(order_of(list_path, folder))
    assert [found.code for found in outcome.problems] == ["output-disk-full"]
    assert 0 < outcome.there < outcome.planned
    before = {row.id: row.code for row in rows_of(folder)}
    run(order_of(list_path, folder, resume=True))
    is_sound(folder)
    assert {row.id: row.code for row in rows_of(folder)} == before


def test_a_run_killed_at_any_moment_is_finished_by_the_next(tmp_path: Path) -> None:
    chance = random.Random(7)
    list_path = tmp_path / "k.csv"
    list_path.write_text("单位,份数\n" + "".join(f"单位{n},2\n" for n in range(60)), encoding="utf-8")
    words = [sys.executable, "-m", "tests.dispatch.running", str(list_path)]
    killed = 0
    for moment in range(4):
        folder = tmp_path / f"d{moment}"
        seen: dict[tuple[str, int], str] = {}
        for attempt in ("", "resume"):
            process = subprocess.Popen(
                [*words, str(folder), *filter(None, [attempt]), "300000"], start_new_session=True
            )
            _wait_for(folder / "ledger.sqlite", process)
            time.sleep(chance.uniform(0, (0.01, 0.25)[moment % 2]))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                killed += 1
            process.wait()
            if (folder / "ledger.sqlite").exists():
                now = {(row.key, row.number): row.code for row in rows_of(folder)}
                assert seen.items() <= now.items()
                seen = now
        first = "resume" if (folder / "ledger.sqlite").exists() else ""
        done = subprocess.run(
            [*words, str(folder), *filter(None, [first]), "300000"], check=True, capture_output=True
        )
        assert set(done.stdout.decode().split()) <= {"copy-lost"}
        is_sound(folder)
        assert len(rows_of(folder, superseded=True)) == 120
        assert not seen or seen == {(row.key, row.number): row.code for row in rows_of(folder)}
    assert killed >= 4


def _wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Until a file is there, or the process that should make it has ended."""
    while not path.exists() and process.poll() is None:
        time.sleep(0.005)
