"""Local work: every item has one outcome, whatever dies, and nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import InputError, problem
from reportpdf.dispatch.chunking import Chunking
from reportpdf.dispatch.executor import Done, Undone
from reportpdf.dispatch.executor_local import LocalExecutor


def doubled(shared: int, item: int) -> int:
    return shared * item


def marked(shared: Path, item: int) -> int:
    """Writes down each attempt; item 7 dies each time, item 9 the first time only."""
    with open(shared, "a") as file:
        file.write(f"{item}\n")
    if item == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 9 and not shared.with_suffix(".nine").exists():
        shared.with_suffix(".nine").touch()
        os._exit(3)
    return item


def faulty(shared: str, item: int) -> int:
    if item == 1:
        raise InputError(problem("worker-lost"), problem("out-of-memory"))
    if item == 2:
        return 1 // 0
    if item == 3:
        Path(shared, "none", "x").write_text("")
    return item


def unsendable(shared: None, item: int) -> object:
    return (lambda: item) if item == 2 else item


def pid_of(shared: list[int], item: int) -> tuple[int, int]:
    """The process, and how often it has been asked: what ``shared`` keeps is the process's own."""
    shared.append(item)
    return os.getpid(), len(shared)


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 57])
def test_every_item_has_one_outcome(workers: int, count: int) -> None:
    found = list(LocalExecutor(workers).run(doubled, 3, iter(range(count))))
    assert sorted((one.item, one.result) for one in found if isinstance(one, Done)) == [
        (n, 3 * n) for n in range(count)
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_is_the_items_own(workers: int, tmp_path: Path) -> None:
    found = {one.item: one for one in LocalExecutor(workers).run(faulty, str(tmp_path), range(5))}
    codes = {item: [p.code for p in one.problems] for item, one in found.items() if isinstance(one, Undone)}
    assert codes == {1: ["worker-lost", "out-of-memory"], 2: ["work-fault"], 3: ["output-not-writable"]}
    (fault,) = found[2].problems if isinstance(found[2], Undone) else ()
    module, line = dict(fault.args)["where"].split(":")
    assert module.endswith("test_executor_local")
    assert int(line) == faulty.__code__.co_firstlineno + 4


def test_an_answer_that_cannot_be_sent_is_told() -> None:
    found = list(LocalExecutor(2).run(unsendable, None, range(4)))
    assert {one.item for one in found} == set(range(4))
    assert 2 in {one.item for one in found if isinstance(one, Undone)}


def test_a_process_that_dies_takes_nothing_with_it(tmp_path: Path) -> None:
    journal = tmp_path / "attempts"
    found = {one.item: one for one in LocalExecutor(2).run(marked, journal, range(40))}
    assert len(found) == 40
    lost = [one for one in found.values() if isinstance(one, Undone)]
    assert [(one.item, one.problems[0].code) for one in lost] == [(7, "worker-lost")]
    attempts = Counter(int(line) for line in journal.read_text().split())
    assert attempts[7] == 3  # among others, and twice alone
    assert attempts[9] >= 2


def test_shared_is_sent_once_and_kept() -> None:
    found = [one.result for one in LocalExecutor(2).run(pid_of, [], range(50)) if isinstance(one, Done)]
    last = Counter(pid for pid, _ in found)
    assert os.getpid() not in last
    assert all(max(n for p, n in found if p == pid) == count for pid, count in last.items())


def test_items_are_taken_as_outcomes_are() -> None:
    taken = 0

    def endless():  # type: ignore[no-untyped-def]
        nonlocal taken
        while True:
            taken += 1
            yield taken

    run = LocalExecutor(2).run(doubled, 1, endless())
    for _ in range(50):
        next(run)
    run.close()
    assert taken < 50 + 2 * 2 * 256


@given(st.lists(st.floats(1e-6, 2.0), min_size=1, max_size=30), st.integers(1, 16), st.integers(0, 5000))
@settings(max_examples=60)
def test_chunks_are_sized_to_the_work(seconds: list[float], workers: int, total: int) -> None:
    chunking = Chunking(workers, total)
    for each in seconds:
        size = chunking.take()
        assert 1 <= size <= 256
        chunking.learn(size, each * size)
    assert min(seconds) < 0.02 or chunking.take() == 1


SCRIPT = """
import os, sys, time
from reportpdf.cli import _heed_termination
from reportpdf.dispatch.executor_local import LocalExecutor
from tests.dispatch.test_executor_local import slowly
_heed_termination()
for one in LocalExecutor(2).run(slowly, None, range(1000)):
    print(one.result, flush=True)
"""


def slowly(shared: None, item: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_no_process_is_left(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    workers = {int(process.stdout.readline()) for _ in range(6)}
    process.send_signal(number)
    _, told = process.communicate(timeout=20)
    for _ in range(200):
        if not any(_alive(pid) for pid in workers):
            break
        time.sleep(0.02)
    assert not any(_alive(pid) for pid in workers)
    assert "Process" not in told  # no traceback of a worker
