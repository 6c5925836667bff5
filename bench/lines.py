"""How even lines are: paragraphs of many wordings in wide, middling and narrow columns.

Comes in: the sample report as plain data. Goes out: for each measure what its lines are like, by total fit,
by first fit, and by Typst where it is installed. ``python -m bench.lines`` prints the table alone.

Tracking is the median gap between two Han characters of a line, em; the last line of a paragraph does not
count. A line is *beyond help* where no way to break its paragraph at legal places opens every line less:
the least such figure over all ways is known of every paragraph.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import fmean, median, pstdev
from typing import Any

from bench.bodies import read
from bench.cases import FONTS, SAMPLE

MEASURES = (22.0, 14.0, 10.0)
LIMITS = {22.0: 0.10, 14.0: 0.12, 10.0: 0.30}
"""Tracking beyond which a line is counted as gaping, em, by measure."""

PARAGRAPHS = 300
INDENT = 2.0
_CLAUSE = re.compile(r"[^,，、。;；]*[,，、。;；]?")


@dataclass(frozen=True, slots=True)
class SetLine:
    """An inner line: its tracking, and what each lone pause or stop of it takes, em."""

    tracking: float
    marks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Evenness:
    """Inner lines of many paragraphs at one measure; ``orphans`` are last lines of one letter.

    ``beyond_help`` counts the lines over the measure's limit whose paragraphs allow no better, None where
    that is not known.
    """

    measure: float
    who: str
    lines: tuple[SetLine, ...]
    orphans: int
    beyond_help: int | None = None

    @property
    def gaping(self) -> int:
        return sum(line.tracking > LIMITS[self.measure] + 1e-6 for line in self.lines)


def prose(sample: dict[str, Any], count: int = PARAGRAPHS, seed: int = 2024) -> list[str]:
    """Paragraphs of clauses of the sample in any order, all digits changed; marks full-width."""
    from reportpdf.text.normalise import normalise

    texts = [sample["lede"], *(c["text"] for s in sample["sections"] for c in s["callouts"])]
    clauses = [clause for text in texts for clause in _CLAUSE.findall(text) if len(clause) > 2]
    chance, made = random.Random(seed), []
    for _ in range(count):
        words = "".join(chance.choice(clauses) for _ in range(chance.randint(3, 16)))
        words = re.sub("[0-9]", lambda _: chance.choice("123456789"), words)
        made.append(normalise(words.rstrip(",，、。;；") + "。").text)
    return made


def ours(paragraphs: Sequence[str], measure: float, *, draft: bool = False) -> Evenness:
    """The paragraphs in the newspaper theme's own text style and composition."""
    from reportpdf.base.problem import Place
    from reportpdf.model.report import Text
    from reportpdf.source.fonts import FontShelf
    from reportpdf.source.theme_file import load_theme
    from reportpdf.text.costs import letters_of
    from reportpdf.text.setter import Setter
    from reportpdf.theme.looks import as_draft, text_style

    theme = load_theme("newspaper")
    setter = Setter(FontShelf((), FONTS), (as_draft(theme) if draft else theme).composition)
    style, place = text_style(theme), Place("report.yaml", 1, 1)
    lines: list[SetLine] = []
    orphans = beyond = 0
    for words in paragraphs:
        block = setter.block(Text(words, place), style, measure * style.size, first=True)
        part = block.paragraphs[0]
        inner = [_told(block.line(i)[0]) for i in range(block.count - 1)]
        lines += [line for line in inner if line is not None]
        orphans += block.count > 1 and letters_of(part.paragraph, *part.lines.ranges[-1]) < 2
        least = max(LIMITS[measure], least_widest(part.paragraph, measure, INDENT)) + 1e-6
        beyond += sum(line is not None and LIMITS[measure] + 1e-6 < line.tracking <= least for line in inner)
    who = "first fit" if draft else "total fit"
    return Evenness(measure, who, tuple(lines), orphans, beyond)


def _told(line: Any) -> SetLine | None:
    """What a line is like; None where no two Han characters meet."""
    from reportpdf.text.cluster import Kind

    moves, clusters = dict(line.moves), line.clusters
    steps = [c.advance + line.tracking + moves.get(i + 1, 0.0) for i, c in enumerate(clusters[:-1])]
    gaps = [
        step - a.advance
        for step, (a, b) in zip(steps, pairwise(clusters), strict=True)
        if a.kind is b.kind is Kind.HAN
    ]
    marks = tuple(
        steps[i]
        for i in range(1, len(steps))
        if clusters[i].kind in (Kind.PAUSE, Kind.STOP)
        and clusters[i - 1].kind is clusters[i + 1].kind is Kind.HAN
    )
    return SetLine(median(gaps), marks) if gaps else None


def least_widest(paragraph: Any, measure: float, indent: float) -> float:
    """The tracking of the widest line in the setting whose widest line is opened least, em."""
    from reportpdf.text.costs import letters_of
    from reportpdf.text.line_ends import line_ends

    count = len(paragraph.clusters)
    widest = [inf] * (count + 1)
    widest[0] = 0.0
    for start in range(count):
        if widest[start] == inf:
            continue
        for end, _, gap in line_ends(paragraph, start, measure - (0.0 if start else indent), inf):
            if end == count and start and letters_of(paragraph, start, end) < 2:
                continue
            widest[end] = min(widest[end], max(widest[start], gap))
    return widest[count]


def measured() -> list[Evenness]:
    """Everyone at every measure."""
    from bench.typst_lines import typst_lines

    paragraphs = prose(read(SAMPLE))
    found: list[Evenness] = []
    for measure in MEASURES:
        found += [ours(paragraphs, measure), ours(paragraphs, measure, draft=True)]
        if (lines := typst_lines(paragraphs, measure, INDENT)) is not None:
            found.append(Evenness(measure, "Typst", *lines))
    return found


HEADS = (
    "measure, em", "", "lines", "s.d.", "mean", "most", "over the limit", "beyond help",
    "narrowest mark", "marks of a line differ by", "one-letter last lines",
)  # fmt: skip


def rows(found: Sequence[Evenness]) -> list[tuple[str, ...]]:
    """A row for each, in em; the limit is named beside the count of lines that pass it."""
    made: list[tuple[str, ...]] = []
    for one in found:
        tracking = [line.tracking for line in one.lines]
        marks = [line.marks for line in one.lines if line.marks]
        made.append(
            (
                f"{one.measure:g}",
                one.who,
                str(len(tracking)),
                f"{pstdev(tracking):.4f}",
                f"{fmean(tracking):.4f}",
                f"{max(tracking):.3f}",
                f"{one.gaping} over {LIMITS[one.measure]:.2f}",
                "–" if one.beyond_help is None else str(one.beyond_help),
                f"{min(map(min, marks)):.3f}",
                f"{max(max(m) - min(m) for m in marks):.3f}",
                str(one.orphans),
            )
        )
    return made


def main() -> None:
    """Print the table."""
    from bench.table import table  # which knows this module

    sys.stdout.write(table(HEADS, rows(measured())))


if __name__ == "__main__":
    main()
