"""Work on a real cluster: a scheduler and two workers as processes of this machine, on the loopback only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError, ResourceError
from reportpdf.dispatch import cluster_client
from reportpdf.dispatch.carried import Carried
from reportpdf.dispatch.executor import Done, Undone, choose_executor
from reportpdf.dispatch.executor_cluster import ClusterExecutor

ROOT = Path(__file__).parents[2]


class Base:
    """What is shared: counts how often it was unpacked in this process."""

    unpacked = 0

    def __init__(self, size: int) -> None:
        self.data = b"x" * size

    def __setstate__(self, state: dict[str, bytes]) -> None:
        type(self).unpacked += 1
        self.__dict__.update(state)


def made(shared: Base, item: int) -> tuple[int, int, int]:
    time.sleep(0.01)
    return os.getpid(), Base.unpacked, len(shared.data) + item


def deadly(shared: Path, item: int) -> int:
    if item == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


class Reader:
    """Reads a file by its path."""

    def __init__(self, path: Path) -> None:
        self.path = path


def read_there(shared: Carried[Reader], item: int) -> tuple[str, int]:
    return str(shared.thing.path), len(shared.thing.path.read_bytes()) + item


def faulty(shared: None, item: int) -> float:
    return 1 / (item - 2)


class Cluster:
    """The processes of a cluster."""

    def __init__(self, folder: Path, failures: int = 3) -> None:
        self._file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self._environment = os.environ | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(failures),
            "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s",
        }
        self._start(
            "scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            self._file,
        )
        _until(self._file.exists)
        import json

        self.address: str = json.loads(self._file.read_text())["address"]

    def _start(self, kind: str, *words: object) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{kind}", *map(str, words)],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._file.parent,
        )
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        return self._start(
            "worker", self.address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--no-nanny"
        )

    def close(self) -> None:
        for process in self.processes[1:]:
            process.kill()
        self.processes[0].terminate()
        for process in self.processes:
            process.wait(20)


def _until(true) -> None:  # type: ignore[no-untyped-def]
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it did not come")


@contextmanager
def cluster(folder: Path, workers: int, failures: int = 3) -> Iterator[Cluster]:
    it = Cluster(folder, failures)
    try:
        for _ in range(workers):
            it.worker()
        yield it
    finally:
        it.close()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Cluster]:
    with cluster(tmp_path, 2) as it:
        yield it


def _both(executor: ClusterExecutor) -> None:
    executor._client.wait_for_workers(2, timeout=30)


@pytest.mark.slow
def test_a_lost_workers_items_are_done_elsewhere(pair: Cluster, tmp_path: Path) -> None:
    killed = 0
    results = Counter[int]()
    unpacked = set()
    with ClusterExecutor(pair.address, patience=30) as executor:
        _both(executor)
        assert executor.notes == ()
        pids = set()
        for one in executor.run(made, Base(1_000_000), range(300)):
            assert isinstance(one, Done)
            pid, times, size = one.result
            assert size == 1_000_000 + one.item
            results[one.item] += 1
            unpacked.add(times)
            pids.add(pid)
            if len(results) > 60 and not killed:
                killed = pair.processes[2].pid
                os.kill(killed, signal.SIGKILL)
        # and a second run over the same connection, with what goes wrong told by item
        found = {one.item: one for one in executor.run(faulty, None, range(5))}
        # and a third: a file goes along to where nobody sees it
        file = tmp_path / "base.pdf"
        file.write_bytes(b"x" * 70_000)
        carried = list(executor.run(read_there, Carried(Reader(file)), range(9)))
    assert {one.result[1] for one in carried if isinstance(one, Done)} == {70_000 + n for n in range(9)}
    assert str(file) not in {one.result[0] for one in carried if isinstance(one, Done)}
    assert pids == {process.pid for process in pair.processes[1:]}
    assert unpacked == {1}
    assert results == Counter(range(300))
    assert [type(found[n]) for n in range(5)] == [Done, Done, Undone, Done, Done]


@pytest.mark.slow
def test_an_item_that_workers_die_of_is_given_up(tmp_path: Path) -> None:
    with cluster(tmp_path, 3, 0) as it, ClusterExecutor(it.address, patience=30) as executor:
        executor._client.wait_for_workers(3, timeout=30)
        found = {one.item: one for one in executor.run(deadly, tmp_path, range(12))}
    assert sorted(found) == list(range(12))
    lost = [one for one in found.values() if isinstance(one, Undone)]
    assert [(one.item, one.problems[0].code) for one in lost] == [(5, "worker-lost")]


@pytest.mark.slow
def test_other_versions_and_no_workers_are_told(pair: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    with ClusterExecutor(pair.address, patience=30) as executor:
        _both(executor)
    monkeypatch.setattr(cluster_client.reportpdf, "__version__", "99.0")
    with pytest.raises(ResourceError) as caught, ClusterExecutor(pair.address):
        pass
    assert [p.code for p in caught.value.problems] == ["cluster-worker-version"] * 2
    monkeypatch.undo()
    monkeypatch.setattr(cluster_client.platform, "python_version_tuple", lambda: ("3", "99", "1"))
    with ClusterExecutor(pair.address) as executor:
        assert [p.code for p in executor.notes] == ["cluster-worker-python"] * 2
    for process in pair.processes[1:]:
        process.kill()
        process.wait()
    with pytest.raises(ResourceError) as caught, ClusterExecutor(pair.address, patience=0.5):
        pass
    assert [p.code for p in caught.value.problems] == ["cluster-no-workers"]


@pytest.mark.parametrize("address", ["scheduler:8786", "", "http://x", "/etc/passwd"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InputError) as caught, ClusterExecutor(address):
        pass
    assert caught.value.problems[0].code == "cluster-address"


def test_nobody_there_is_told() -> None:
    with pytest.raises(ResourceError) as caught, ClusterExecutor("tcp://127.0.0.1:1", patience=0.3):
        pass
    assert caught.value.problems[0].code == "cluster-unreachable"


def test_without_dask_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ResourceError) as caught, choose_executor(cluster="tcp://127.0.0.1:8786"):
        pass
    assert caught.value.problems[0].code == "cluster-missing"
