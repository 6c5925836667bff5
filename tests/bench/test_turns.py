"""Turns are taken by cold processes; who fails or is slow is left out with the reason; the page says so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.table import Measured, document
from bench.turns import Command, Turn, TurnError, Turns, run, take_turns


def _python(source: str, **options: object) -> Command:
    return Command((sys.executable, "-c", source), **options)  # type: ignore[arg-type]


def _turns(*seconds: float) -> Turns:
    return Turns(tuple(Turn(s, 100 * 1024 * 1024, b"") for s in seconds))


def test_a_turn_tells_time_memory_and_what_was_printed(tmp_path: Path) -> None:
    turn = run(_python("print('done')"), tmp_path)
    assert turn.answer.strip() == b"done"
    assert turn.seconds > 0
    assert turn.memory > 1024 * 1024


def test_a_cold_home_is_empty_in_every_turn(tmp_path: Path) -> None:
    source = "import os, pathlib; p = pathlib.Path(os.environ['HOME'], 'x'); print(p.exists()); p.touch()"
    home = tmp_path / "home"
    cold = _python(source, home=home, cold=True)
    assert [run(cold, tmp_path).answer.strip() for _ in range(2)] == [b"False", b"False"]
    assert run(_python(source, home=home), tmp_path).answer.strip() == b"True"


@pytest.mark.parametrize(
    ("source", "limit_s", "reason"),
    [
        ("import sys; sys.exit('no Pango')", 60.0, "exit code 1"),
        ("import time; time.sleep(60)", 0.2, "takes over"),
    ],
)
def test_who_gives_no_result_is_left_out_with_the_reason(
    tmp_path: Path, source: str, limit_s: float, reason: str
) -> None:
    bad = _python(source, limit_s=limit_s)
    with pytest.raises(TurnError, match=reason):
        run(bad, tmp_path)
    told: list[str] = []
    turns, dropped = take_turns({"bad": bad, "good": _python("")}, 2, tmp_path, told.append)
    assert list(turns) == ["good"]
    assert len(turns["good"].turns) == 2
    assert reason in dropped["bad"]
    assert len(told) == 1


def test_the_page_gives_median_spread_and_ratio() -> None:
    one = Measured(
        "ten bodies",
        "All differ.",
        {"reportpdf": _turns(0.2, 0.5, 0.3), "Typst": _turns(0.1, 0.2, 0.15)},
        {"reportpdf": (40, 2_000_000), "Typst": (41, 500_000)},
        {"read": [0.01, 0.02, 0.03]},
        {"WeasyPrint": "a turn takes over 15 s"},
    )
    page = document(["Processor: one"], [one])
    assert "| reportpdf | 0.300 (0.200–0.500) | 2.00 | 100 | 2.00 | 40 |" in page
    assert "| Typst | 0.150 (0.100–0.200) | 1.00 | 100 | 0.50 | 41 |" in page
    assert "| WeasyPrint | a turn takes over 15 s |" in page
    assert "| ten bodies | 0.020 | 0.280 | 0.300 (0.200–0.500) | 40 | 7.5 | 100 |" in page
