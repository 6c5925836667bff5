"""Cold processes, measured in turns.

Comes in: command lines by name. Goes out: for each the seconds of its turns and the memory of its largest
process. Everyone has a turn in every round, so that a busy moment of the machine falls on all alike. The
first round only warms the file cache and is thrown away. Who fails or takes too long is left out, with
the reason.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

LIMIT_S = 15.0
"""Seconds a turn may take."""

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Command:
    """A command line; ``home`` is where it may keep a cache, emptied before each turn if ``cold``."""

    words: tuple[str, ...]
    home: Path | None = None
    cold: bool = False
    limit_s: float = LIMIT_S


@dataclass(frozen=True, slots=True)
class Turn:
    """One run: its seconds, the resident memory of its largest process in bytes, what it printed."""

    seconds: float
    memory: int
    answer: bytes


@dataclass(frozen=True, slots=True)
class Turns:
    """All turns that count, in order."""

    turns: tuple[Turn, ...]

    @property
    def median_s(self) -> float:
        return median(turn.seconds for turn in self.turns)

    @property
    def least_s(self) -> float:
        return min(turn.seconds for turn in self.turns)

    @property
    def most_s(self) -> float:
        return max(turn.seconds for turn in self.turns)

    @property
    def memory(self) -> int:
        return max(turn.memory for turn in self.turns)


class TurnError(Exception):
    """A turn that gave no result: the reason as a clause, then what the program said last."""


def take_turns(
    commands: Mapping[str, Command], rounds: int, root: Path, tell: Callable[[str], None]
) -> tuple[dict[str, Turns], dict[str, str]]:
    """(turns, why others have none), both by name."""
    taken: dict[str, list[Turn]] = {name: [] for name in commands}
    dropped: dict[str, str] = {}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            if name in dropped:
                continue
            try:
                done = run(command, root)
            except TurnError as error:
                dropped[name], said = error.args
                tell(f"  {name}: left out, {dropped[name]} {said}".rstrip())
                continue
            if turn:
                taken[name].append(done)
    return {name: Turns(tuple(turns)) for name, turns in taken.items() if name not in dropped}, dropped


def run(command: Command, root: Path) -> Turn:
    """One cold process.

    Raises: TurnError when it fails or takes longer than it may.
    """
    if command.cold and command.home is not None:
        _empty(command.home)
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.words,
            cwd=root,
            env=_environment(command),
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=errors,
        )
        late = threading.Timer(command.limit_s, process.kill)
        late.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if seconds >= command.limit_s:
            raise TurnError(f"a turn takes over {command.limit_s:.0f} s", "")
        if process.returncode:
            errors.seek(0)
            last = errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
            raise TurnError(f"it ends with exit code {process.returncode}", " ".join(last))
        answer.seek(0)
        # ru_maxrss is in kibibytes on Linux and in bytes on macOS
        return Turn(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else _KIB), answer.read())


def _environment(command: Command) -> dict[str, str]:
    if command.home is None:
        return dict(os.environ)
    home = str(command.home)
    return {**os.environ, "HOME": home, "XDG_CACHE_HOME": str(command.home / "cache")}


def _empty(home: Path) -> None:
    import shutil

    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
