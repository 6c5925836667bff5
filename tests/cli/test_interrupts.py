"""A run that is stopped from outside leaves no half file, and the old ones as they were."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys, time
from types import ModuleType
from reportpdf.cli import main
from reportpdf.output import Staging
from tests.cli.conftest import RECORDS

def render(options, *, progress):
    with Staging() as staging:
        staging.add(options.outputs[0], b"new")
        print("ready", file=sys.stderr, flush=True)
        time.sleep(30)

import reportpdf
module = ModuleType("reportpdf.pipeline")
module.render = render
for record in RECORDS:
    setattr(module, record.__name__, record)
sys.modules["reportpdf.pipeline"] = reportpdf.pipeline = module
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (signal.SIGINT, 130, "stopped before the end"),
        (signal.SIGTERM, 143, ""),
        (signal.SIGHUP, 129, ""),
    ],
)
def test_a_signal_leaves_what_was_there(tmp_path: Path, number: int, code: int, said: str) -> None:
    output = tmp_path / "report.pdf"
    output.write_bytes(b"old")
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "render", "any.yaml", "-o", str(output), "--lang", "en"],
        cwd=Path(__file__).parent.parent.parent,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "ready\n"
    assert len(list(tmp_path.iterdir())) == 2
    process.send_signal(number)
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(10) == code
    assert said in told
    assert len(told.splitlines()) == bool(said)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"report.pdf": b"old"}
