"""A round is whole or not there, whatever ends the run and wherever: killed, the disk full, a second run."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.cli import main
from reportpdf.proof.event import ROUND_DROPPED, ROUND_MADE
from reportpdf.proof.register import Register
from reportpdf.proof.round_record import OutputFile, RoundRecord
from reportpdf.proof.store import commit_round, recover
from tests.proof.reports import command, run_killed, settled, sound, write_report

AT = "2025-01-10T08:30:00+08:00"
FILES = {"proof.pdf": b"pdf" * 99, "pages/1.png": b"png", "inputs/report.yaml": b"title: x"}


def record(number: int, token: str = "0123456789ab") -> RoundRecord:
    from hashlib import sha256

    outputs = tuple(OutputFile(p, len(d), sha256(d).hexdigest()) for p, d in FILES.items())
    return RoundRecord(
        number, f"第{number}轮", False, token, AT, "李", "", "report.yaml", "题", "1", "d", "", 1, 0, 0, 0,
        None, 0, ("终审",), {}, (), outputs,
    )  # fmt: skip


def killing_at(step: int, steps: list[str]) -> Callable[[str], Callable[..., object]]:
    """Wraps a function of the system so that the process is killed at the ``step``-th call of any of them."""

    def wrap(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def called(*args: object, **named: object) -> object:
            steps.append(name)
            if len(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **named)

        return called

    return wrap


def commit_in_child(folder: Path, step: int) -> bool:
    """A round committed by a child that is killed at that step; whether it came to its end."""
    child = os.fork()
    if child == 0:
        steps: list[str] = []
        wrap = killing_at(step, steps)
        for name in ("mkdir", "open", "write", "fsync", "close", "rename"):
            setattr(os, name, wrap(name))
        append = Register.append

        def appended(self: Register, *args: object, **named: object) -> int:
            for _ in ("before", "after"):
                steps.append("append")
                if len(steps) == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                if _ == "before":
                    number = append(self, *args, **named)  # type: ignore[arg-type]
            return number

        Register.append = appended  # type: ignore[method-assign,assignment]
        with Register.create(folder) as register:
            commit_round(folder, register, record(1), FILES)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def test_killed_between_any_two_steps_it_is_completed_or_taken_away(tmp_path: Path) -> None:
    outcomes: list[str] = []
    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        ended = commit_in_child(folder, step)
        sound(folder)
        with Register.create(folder) as register:
            events = recover(folder, register, at=AT, by="王")
            kinds = [e.kind for e in events]
            assert recover(folder, register, at=AT, by="王") == events
        rounds = settled(folder)
        assert rounds in ([], ["01-第1轮"])
        outcomes.append(kinds[-1] if kinds else "")
        if ended:
            break
        with Register.open(folder) as register:
            number = 2 if rounds else 1
            commit_round(folder, register, record(number, "ba9876543210"), FILES)
        assert len(settled(folder)) == number
    assert step > 20
    assert set(outcomes) == {"", ROUND_DROPPED, ROUND_MADE}
    assert outcomes == sorted(outcomes, key=["", ROUND_DROPPED, ROUND_MADE].index)


def test_recovery_that_is_killed_is_recovered_from(tmp_path: Path) -> None:
    commit_in_child(tmp_path, 14)
    for part in tmp_path.glob(".*.part"):
        for file in list(part.rglob("*")):
            if file.is_file():
                file.unlink()
                break
    with Register.open(tmp_path) as register:
        assert recover(tmp_path, register, at=AT, by="王")[-1].kind == ROUND_DROPPED
    assert settled(tmp_path) == []


@pytest.mark.parametrize("step", range(1, 12))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_full_disk_leaves_nothing(
    tmp_path: Path, step: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 0

    def failing(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def called(*args: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == step:
                raise OSError(code, os.strerror(code))
            return real(*args, **named)

        return called

    with Register.create(tmp_path) as register:
        with monkeypatch.context() as patch:
            for name in ("write", "fsync", "rename"):
                patch.setattr(os, name, failing(name))
            with pytest.raises(InputError) as raised:
                commit_round(tmp_path, register, record(1), FILES)
        assert raised.value.problems[0].code.startswith("output-")
        assert settled(tmp_path) == []
        commit_round(tmp_path, register, record(1, "ba9876543210"), FILES)
    assert settled(tmp_path) == ["01-第1轮"]


def test_something_else_in_the_place_of_a_round_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "01-第1轮").mkdir()
    (tmp_path / "01-第1轮" / "mine.txt").write_text("x")
    with Register.create(tmp_path) as register, pytest.raises(InputError) as raised:
        commit_round(tmp_path, register, record(1), FILES)
    assert [one.code for one in raised.value.problems] == ["round-folder-taken"]
    assert (tmp_path / "01-第1轮" / "mine.txt").exists()


def test_the_program_killed_at_random_moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    chance = random.Random(6)
    report = write_report(tmp_path / "r")
    proofs = report.parent / "proofs"
    killed = 0
    for turn in range(9):
        write_report(report.parent, f"{turn}%")
        early, late = chance.uniform(0.02, 0.15), chance.uniform(0.0, 0.03)
        at = (early, None) if turn % 3 == 0 else (late, proofs)  # before it writes, or while it does
        killed += run_killed(command("proof", str(report)), *at)
        sound(proofs)
    assert main(["proof", str(report)]) == 0
    assert settled(proofs)
    assert killed >= 3


def test_two_at_once_make_two_rounds_or_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    report = write_report(tmp_path / "r")
    words = command("proof", str(report), "--json")
    both = [
        subprocess.Popen([*words, "--by", by], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for by in ("李", "王")
    ]
    ends = [(one.communicate(timeout=60), one.returncode) for one in both]
    assert [code for _, code in ends] == [0, 0], ends
    answers = [json.loads(out) for (out, _), _ in ends]
    assert sorted(one["made"] for one in answers) == [False, True]
    assert settled(report.parent / "proofs") == ["01-一校"]
