"""A small report for rounds of proofs, the program run on it, and what must always be true of its folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportpdf.base.problem import InputError
from reportpdf.proof.event import ROUND_BEGUN, ROUND_DROPPED, ROUND_MADE, Event
from reportpdf.proof.register import Register

REPORT = """\
title: 一份报告
sections:
  - title: 第一章
    callouts:
      - figure: {figure}
        text: 全年工作完成，群众满意率超95%，全部任务按期办结。
"""


def write_report(folder: Path, figure: str = "95%", job: str = "") -> Path:
    """The report's file; with a job file beside it, if one is given."""
    folder.mkdir(exist_ok=True)
    path = folder / "report.yaml"
    path.write_text(REPORT.format(figure=figure), encoding="utf-8")
    if job:
        (folder / "job.yaml").write_text(job, encoding="utf-8")
    return path


def command(*words: str) -> list[str]:
    """The words that run the program in a process of its own."""
    return [sys.executable, "-m", "reportpdf", *words, "--lang", "en"]


def run_killed(words: list[str], seconds: float, writes: Path | None = None) -> bool:
    """Run and kill after so many seconds, counted from the first file in ``writes`` that was not there
    before, if a folder is given; whether it was still running."""
    before = _names(writes)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while writes is not None and _names(writes) <= before and process.poll() is None:
        time.sleep(0.001)
    time.sleep(seconds)
    killed = process.poll() is None
    if killed:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return killed


def _names(folder: Path | None) -> set[str]:
    return set(os.listdir(folder)) if folder is not None and folder.is_dir() else set()


def sound(proofs: Path) -> list[str]:
    """Opens the register and the folder as a killed run left them, and returns the folders of rounds.

    Every folder under a round's name is whole, whether or not its event was noted yet.
    """
    if (proofs / "register.sqlite").exists():
        events = events_of(proofs)
        begun = [e for e in events if e.kind == ROUND_BEGUN]
        ended = [e for e in events if e.kind in (ROUND_MADE, ROUND_DROPPED)]
        assert 0 <= len(begun) - len(ended) <= 1
    folders = sorted(p.name for p in proofs.glob("[0-9]*") if p.is_dir())
    for name in folders:
        held = manifest(proofs / name)
        files = {p.relative_to(proofs / name).as_posix() for p in (proofs / name).rglob("*") if p.is_file()}
        assert files == {one["path"] for one in held["outputs"]} | {"round.json"}
        for one in held["outputs"]:
            assert sha256((proofs / name / one["path"]).read_bytes()).hexdigest() == one["sha256"]
    return folders


def events_of(proofs: Path) -> tuple[Event, ...]:
    """What the register holds; nothing where it was being made when the run was killed."""
    try:
        with Register.read(proofs) as register:
            return register.events()
    except InputError as error:
        if [one.code for one in error.problems] == ["register-missing"]:
            return ()
        raise


def manifest(folder: Path) -> dict[str, Any]:
    """What ``round.json`` says."""
    held: dict[str, Any] = json.loads((folder / "round.json").read_text("utf-8"))
    return held


def settled(proofs: Path) -> list[str]:
    """As :func:`sound`, of a folder where no run was killed since: nothing is left over."""
    folders = sound(proofs)
    with Register.read(proofs) as register:
        events = register.events()
    made = [str(e.payload["folder"]) for e in events if e.kind == ROUND_MADE]
    assert made == folders
    assert len([e for e in events if e.kind == ROUND_BEGUN]) == len(
        [e for e in events if e.kind in (ROUND_MADE, ROUND_DROPPED)]
    )
    assert not list(proofs.glob(".*.part"))
    return folders
