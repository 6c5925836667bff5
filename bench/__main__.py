"""Measure, and write docs/benchmarks.md.

python -m bench [--rounds 5] [--bodies 1000] [-o FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench.cases import FONTS, ROOT, Case, make_cases
from bench.contestants import OURS, OURS_WARM, PEERS, ours
from bench.lines import measured as evenness
from bench.machine import machine_lines
from bench.pages import count_pages
from bench.table import Measured, document
from bench.turns import Command, Turns, take_turns


def main() -> int:
    """Take all turns and write the page."""
    given = _arguments()
    machine = machine_lines()
    measured: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        _tell("drawing photos and writing reports")
        cases = make_cases(folder, most_bodies=given.bodies)
        slow: dict[str, str] = {}
        for case in cases:
            measured.append(_measure(case, folder, min(given.rounds, case.rounds), slow))
    _tell("lines: setting paragraphs at three measures")
    given.output.write_text(document(machine, measured, evenness()), encoding="utf-8")
    _tell(f"written: {given.output}")
    return 0


def _measure(case: Case, folder: Path, rounds: int, slow: dict[str, str]) -> Measured:
    """One case. ``slow`` keeps who was left out of an earlier one, and stays out of the longer."""
    _tell(f"{case.name}: {rounds} rounds")
    out = folder / "out"
    out.mkdir(exist_ok=True)
    commands: dict[str, Command] = {
        OURS: ours(case.report, out / "ours.pdf", folder / "cold", cold=case.photos)
    }
    if case.photos:
        commands[OURS_WARM] = ours(case.report, out / "warm.pdf", folder / "warm")
    peers = [peer for peer in PEERS if case.beside and not peer.missing()]
    pdfs = {OURS: out / "ours.pdf", OURS_WARM: out / "warm.pdf"}
    for peer in peers:
        pdfs[peer.name] = out / f"{peer.module}.pdf"
        if peer.name not in slow:
            commands[peer.name] = peer.command(case.report, FONTS, pdfs[peer.name])
    turns, dropped = take_turns(commands, rounds, ROOT, _tell)
    slow |= {who: f"{why}, with {case.name}" for who, why in dropped.items()}
    return Measured(
        case.name,
        case.about,
        turns,
        {who: (count_pages(pdfs[who], ROOT), pdfs[who].stat().st_size) for who in turns},
        _stages(turns[OURS]) if OURS in turns else {},
        {peer.name: slow[peer.name] for peer in peers if peer.name in slow},
    )


def _stages(turns: Turns) -> dict[str, list[float]]:
    """Seconds of each stage in every turn, as ``render --json`` tells them."""
    told = [json.loads(turn.answer)["seconds"] for turn in turns.turns]
    return {stage: [seconds[stage] for seconds in told] for stage in told[0]}


def _arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(
        prog="python -m bench", description="Measure, and write docs/benchmarks.md."
    )
    reader.add_argument("--rounds", type=int, default=5, help="turns that count for everyone (5)")
    reader.add_argument("--bodies", type=int, default=1000, help="the longest report in bodies (1000)")
    reader.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "benchmarks.md", help="the page")
    return reader.parse_args()


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
