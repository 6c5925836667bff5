"""A disk that fills at any point of a run: what is told, and that the next run finishes."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.dispatch import copy_work, runs
from reportpdf.dispatch.ledger import LEDGER_NAME, Ledger
from tests.dispatch import running
from tests.dispatch.running import order_of, run
from tests.dispatch.standin import StandIn
from tests.dispatch.test_runs import is_sound

LIST = "单位,份数,密码\n" + "".join(f"单位{n},2,{'random' if n % 3 else ''}\n" for n in range(12))


def full_after(calls: int, real: Callable[..., object]) -> Callable[..., object]:
    """``real``, on a disk that is full from a call on."""
    seen = iter(range(10**9))

    def called(*args: object, **named: object) -> object:
        if next(seen) >= calls:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "x")
        return real(*args, **named)

    return called


@pytest.mark.parametrize("calls", range(5))
@pytest.mark.parametrize(
    ("holder", "name"),
    [
        (StandIn, "write"),
        (StandIn, "protected"),
        (os, "fsync"),
        (os, "replace"),
        (copy_work.Path, "mkdir"),
    ],
    ids=["write", "locked", "fsync", "rename", "folders"],
)
def test_a_full_disk_is_told_and_the_next_run_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holder: object, name: str, calls: int
) -> None:
    monkeypatch.setattr(runs, "lay_bases", running.lay)
    list_path, folder = tmp_path / "list.csv", tmp_path / "d"
    list_path.write_text(LIST, encoding="utf-8")
    codes = {}
    with monkeypatch.context() as filling:
        filling.setattr(holder, name, full_after(calls, getattr(holder, name)))
        try:
            told = [found.code for found in run(order_of(list_path, folder)).problems]
        except (InputError, OSError) as error:
            told = [found.code for found in error.problems] if isinstance(error, InputError) else []
            assert told or name == "mkdir", "of this the stand-in for the bases is guilty"
    assert set(told) <= {"output-disk-full"}
    if (folder / LEDGER_NAME).is_file():
        with Ledger.open(folder) as ledger:
            codes = {(row.key, row.number): row.code for row in ledger.rows()}
    run(order_of(list_path, folder, resume=bool(codes)))
    is_sound(folder)
    with Ledger.open(folder) as ledger:
        now = {(row.key, row.number): row.code for row in ledger.rows(superseded=True)}
    assert len(now) == 24
    assert codes.items() <= now.items()
