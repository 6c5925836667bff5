"""Copies against ``cp`` and ``sha256sum`` of the same file as often.

python -m bench.copies [--copies 1000] [--workers N] [FOLDER]

Comes in: the sample, and a folder on the disk that is to be measured. Goes out: seconds for both in one
run, on all cores, and their ratio; every copy has a department of its own, a line, symbols and its hash in
a manifest. Files are brought to the disk by neither.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from bench.cases import ROOT
from reportpdf.dispatch.codes import new_code
from reportpdf.dispatch.copies import CopyBase, prepare_base
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.dispatch.executor import Done
from reportpdf.dispatch.executor_local import LocalExecutor
from reportpdf.editions import make_edition
from reportpdf.layout.compose import lay_out
from reportpdf.painting import Making
from reportpdf.source.fonts import FontShelf, bundled_fonts_dir
from reportpdf.sources import read_sources

Item = tuple[int, str]


def main() -> int:
    """Both, one after the other, three times; the least of each counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-copies-", dir=given.folder) as name:
        folder = Path(name)
        names = [f"滨州市公安局第{i + 1}大队" for i in range(given.copies)]
        base = _base(folder, names)
        ours, theirs = [], []
        for _ in range(3):
            theirs.append(_copied(folder, base.path, given.copies))
            ours.append(_made(folder, base, names, given.workers))
        size = base.path.stat().st_size / 1e6
        print(f"{given.copies} copies of {size:.2f} MB, {os.cpu_count()} cores")
        print(f"cp and sha256sum: {min(theirs):.2f} s ({', '.join(f'{s:.2f}' for s in theirs)})")
        print(f"copies:           {min(ours):.2f} s ({', '.join(f'{s:.2f}' for s in ours)})")
        print(f"ratio: {min(ours) / min(theirs):.2f}")
    return 0


def _base(folder: Path, names: list[str]) -> CopyBase:
    sources = read_sources(ROOT / "data" / "binzhou-2024" / "report.yaml", "newspaper", "a4")
    document = lay_out(
        sources.report, sources.pictures, sources.theme, sources.format, sources.fonts, sources.goal
    ).document
    made = make_edition(sources.editions[0], sources, document, Making(folder / "cache"), lambda *_: None)
    fonts = FontShelf((), bundled_fonts_dir())
    words = [(name, "") for name in names]
    return prepare_base(made.data, document, made.edition, fonts, words, folder / "base.pdf")


def _copied(folder: Path, file: Path, count: int) -> float:
    """Seconds that cp and sha256sum take, a process a core."""
    out = folder / "copied"
    out.mkdir()
    cores = str(os.cpu_count())
    names = "\n".join(str(out / f"{i}.pdf") for i in range(count)).encode()
    began = perf_counter()
    subprocess.run(["xargs", f"-P{cores}", "-I{}", "cp", str(file), "{}"], input=names, check=True)
    with (folder / "sums").open("wb") as sums:
        subprocess.run(["xargs", f"-P{cores}", "-n50", "sha256sum"], input=names, stdout=sums, check=True)
    took = perf_counter() - began
    shutil.rmtree(out)
    return took


def _made(folder: Path, base: CopyBase, names: list[str], workers: int) -> float:
    """Seconds that as many marked copies take, with their manifest."""
    out = folder / "made"
    out.mkdir()
    random = Random(1)
    items = [(i, new_code(random.randbytes)) for i in range(len(names))]
    began = perf_counter()
    rows = []
    for outcome in LocalExecutor(workers).run(_make, (base, out, names), items):
        assert isinstance(outcome, Done), outcome
        rows.append((outcome.item, outcome.result))
    (folder / "manifest.json").write_text(json.dumps(rows), "utf-8")
    took = perf_counter() - began
    shutil.rmtree(out)
    return took


def _make(shared: tuple[CopyBase, Path, list[str]], item: Item) -> tuple[int, str]:
    base, out, names = shared
    i, code = item
    written = base.write(CopyMark(names[i], 1, 1, code, "", True), out / f"{i}.pdf")
    return written.size, written.sha256


if __name__ == "__main__":
    raise SystemExit(main())
