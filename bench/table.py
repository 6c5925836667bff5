"""The measurements as a page of Markdown.

Comes in: what was measured, case by case. Goes out: docs/benchmarks.md. A number stands with its spread;
a ratio is one of medians of the same rounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bench.contestants import OURS, REFERENCE
from bench.lines import HEADS, PARAGRAPHS, Evenness, rows
from bench.turns import LIMIT_S, Turns

_MB = 1_000_000
_MIB = 1024 * 1024

_HEAD = f"""# Benchmarks

<!-- Made by `make bench`. -->

Every run is a cold process, from the start of the interpreter to its end, with the program files in the
system's file cache. Everyone takes a turn in every round; the first round does not count. Seconds are the
median, with the least and the most in brackets. Memory is the resident memory of the largest process, its
highest over all turns. Ratios are of medians within one case, to {REFERENCE}. Numbers of another machine
or day are not comparable with these; ratios are, roughly.
"""

_SIDE = f"""## The same report with other tools

The words of the sample report on A4, in the fonts of `fonts/`, figure beside text, photos two to a row:
each tool does this in the plain way of its manual (`bench/peers`). The others do less: they set no
full-width marks, do not fit figures, crop photos or fill pages, and they embed photos as they are.
reportpdf converts photos to 200 ppi at their placed size; on a second run it finds them in its cache. Who
takes over {LIMIT_S:.0f} s for a turn is left out of that case and of longer ones.
"""

_STAGES = """## reportpdf by stage

Seconds by stage as `render --json` tells them, medians; *start, end* is the rest of the process: the
interpreter, imports, the answer. Photos come from an empty cache. A body is the four sections of the
sample, fifteen callouts, every paragraph worded otherwise, no photos.
"""


_LINES = f"""## How even lines are

{PARAGRAPHS} paragraphs of clauses of the sample in any order, all digits changed, with an indent of 2 em, in
the newspaper theme's text style and composition, which never squeezes a lone mark under 0.75 em; Typst with
`justify: true` and its defaults. Tracking is the median gap between Han characters of a line, em; last lines
of paragraphs do not count. *Beyond help* are lines over the limit whose paragraph no legal breaks set with a
widest line that is opened less.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One case: turns by name, (pages, bytes) of the PDFs, seconds of our stages, who is left out and why."""

    case: str
    about: str
    turns: dict[str, Turns]
    pdfs: dict[str, tuple[int, int]]
    stages: dict[str, list[float]]
    left_out: dict[str, str]


def document(machine: Sequence[str], measured: Sequence[Measured], lines: Sequence[Evenness] = ()) -> str:
    """The whole page."""
    rounds = {f"{len(turns.turns)} for {case.case}" for case in measured for turns in case.turns.values()}
    most = max((len(turns.turns) for case in measured for turns in case.turns.values()), default=0)
    fewer = sorted(words for words in rounds if not words.startswith(f"{most} "))
    counted = f"- Rounds that count: {most}" + (f"; {', '.join(fewer)}" if fewer else "")
    parts = [_HEAD, "\n".join([*(f"- {line}" for line in machine), counted]) + "\n", _SIDE]
    parts += [_case(one) for one in measured if _is_contest(one)]
    parts += [_STAGES, _stage_table(measured), _growth(measured)]
    if lines:
        parts += [_LINES, table(HEADS, rows(lines))]
    return "\n".join(part for part in parts if part)


def _is_contest(one: Measured) -> bool:
    return any(not name.startswith(OURS) for name in [*one.turns, *one.left_out])


def _case(one: Measured) -> str:
    """One case, a row for each tool."""
    reference = one.turns.get(REFERENCE)
    rows = []
    for name, turns in one.turns.items():
        pages, size = one.pdfs[name]
        ratio = f"{turns.median_s / reference.median_s:.2f}" if reference else "–"
        rows.append(
            (name, _spread(turns), ratio, f"{turns.memory / _MIB:.0f}", f"{size / _MB:.2f}", str(pages))
        )
    rows += [(name, why, "–", "–", "–", "–") for name, why in one.left_out.items()]
    heads = ("", "seconds", "ratio", "memory, MiB", "PDF, MB", "pages")
    about = f"{one.about}\n\n" if one.about else ""
    return f"### {one.case[0].upper()}{one.case[1:]}\n\n{about}{table(heads, rows)}"


def _stage_table(measured: Sequence[Measured]) -> str:
    """Our own stages, a row for each case."""
    names = list(dict.fromkeys(stage for one in measured for stage in one.stages))
    rows = []
    for one in measured:
        if not one.stages:
            continue
        turns, (pages, _) = one.turns[OURS], one.pdfs[OURS]
        stages = [median(one.stages[name]) for name in names]
        rest = turns.median_s - sum(stages)
        cells = [f"{seconds:.3f}" for seconds in (*stages, rest)]
        memory = f"{turns.memory / _MIB:.0f}"
        rows.append((one.case, *cells, _spread(turns), str(pages), _per_page(turns.median_s, pages), memory))
    return table(("", *names, "start, end", "whole", "pages", "ms a page", "memory, MiB"), rows)


def _growth(measured: Sequence[Measured]) -> str:
    """What a further page costs, between the reports of bodies."""
    rows = []
    bodies = [one for one in measured if one.case.endswith("bodies") and OURS in one.turns]
    for short, long in pairwise(bodies):
        pages = long.pdfs[OURS][0] - short.pdfs[OURS][0]
        seconds = long.turns[OURS].median_s - short.turns[OURS].median_s
        memory = (long.turns[OURS].memory - short.turns[OURS].memory) / 1024
        steps = f"{short.case.split()[0]} to {long.case.split()[0]}"
        rows.append((steps, str(pages), _per_page(seconds, pages), f"{memory / pages:.0f}"))
    if not rows:
        return ""
    return "What each further page costs:\n\n" + table(
        ("bodies", "further pages", "ms a page", "memory a page, KiB"), rows
    )


def _per_page(seconds: float, pages: int) -> str:
    return f"{seconds / pages * 1000:.1f}" if pages else "–"


def _spread(turns: Turns) -> str:
    return f"{turns.median_s:.3f} ({turns.least_s:.3f}–{turns.most_s:.3f})"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
