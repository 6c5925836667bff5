"""What a new round says of the marks: which are open, and what became of the text at each.

Comes in: the register's events, the new round's words, those of earlier rounds. Goes out:
:class:`MarksReport`: counts, verdicts, problems to tell, whether the round is clean; and ``marks.json`` for
the round's folder. A round is clean when no mark is open, of whatever round, and none was ticked as made
where the text says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.proof.event import ROUND_MADE, Event
from reportpdf.proof.redmarks import Mark, Standing, marks_of
from reportpdf.proof.redmarks_judge import MarkVerdict, Verdict, judge_marks
from reportpdf.proof.round_record import json_bytes
from reportpdf.proof.set_words import SetRound, Source
from reportpdf.source.excerpt import brief

_SHOWN = 24
"""Characters of a text that are shown in a line, on each side of what changed."""


@dataclass(frozen=True, slots=True)
class MarksReport:
    """All marks up to a round, how many stand how, the verdicts on those of earlier rounds, what is told."""

    round: int
    marks: tuple[Mark, ...]
    verdicts: tuple[MarkVerdict, ...]
    contradicted: tuple[int, ...]
    """Numbers of marks ticked as made where the text is as it was."""

    problems: tuple[Problem, ...]

    def count(self, standing: Standing) -> int:
        """How many marks stand so."""
        return sum(mark.standing is standing for mark in self.marks)

    @property
    def open(self) -> int:
        """How many marks are open: not looked at, or not made."""
        return sum(mark.is_open for mark in self.marks)

    @property
    def clean(self) -> bool:
        """Whether nothing is left to do."""
        return not self.open and not self.contradicted


def marks_report(
    events: Iterable[Event], round_number: int, new: SetRound, earlier: Callable[[int], SetRound | None]
) -> MarksReport:
    """The report of round ``round_number``, whose words are ``new``; ``earlier`` gives those of a round
    before (None where they are lost: then the text that was kept with the mark serves)."""
    listed = tuple(events)
    marks = tuple(mark for mark in marks_of(listed) if mark.round <= round_number)
    last = max(
        (event.id for event in listed if event.kind == ROUND_MADE and event.round < round_number), default=0
    )
    judged: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.round < round_number and (mark.is_open or _ticked_since(mark, last)):
            judged[mark.round].append(mark)
    verdicts: list[MarkVerdict] = []
    for number, held in judged.items():
        verdicts += judge_marks(held, _kept(held, earlier(number), new), new)
    verdicts.sort(key=lambda one: one.mark.number)
    against = tuple(one.mark.number for one in verdicts if contradicts(one))
    problems = [_told(one, new.file) for one in verdicts]
    number_open = sum(mark.is_open for mark in marks)
    if number_open:
        listing = ",".join(str(mark.number) for mark in marks if mark.is_open)
        problems.append(problem("marks-open", Place(new.file), count=number_open, numbers=listing))
    return MarksReport(round_number, marks, tuple(verdicts), against, tuple(problems))


def contradicts(verdict: MarkVerdict) -> bool:
    """Whether a mark is ticked as made, its form was understood, and the text is as it was."""
    made = verdict.mark.standing is Standing.MADE
    return made and verdict.judged and verdict.verdict is Verdict.UNCHANGED


def _ticked_since(mark: Mark, event: int) -> bool:
    """Whether a mark was ticked as made after the last round was: an older tick was held against that
    round."""
    return mark.standing is Standing.MADE and mark.decisions[-1].event > event


def _kept(marks: Iterable[Mark], earlier: SetRound | None, new: SetRound) -> SetRound:
    """The earlier round with the texts that the marks hold themselves, for those are what was marked. Of a
    round that is lost the other texts are taken to be as they are."""
    base = earlier or SetRound(new.file, (), (), (), new.sources)
    sources = dict(base.sources)
    for mark in marks:
        place, known = mark.place, sources.get(mark.place.path)
        if place.path and (known is None or known.words != place.source):
            sources[place.path] = Source(place.path, place.source, place.line)
    return replace(base, sources=sources)


_CODES = {
    Verdict.AS_ASKED: "mark-as-asked",
    Verdict.OTHERWISE: "mark-otherwise",
    Verdict.UNCHANGED: "mark-unchanged",
    Verdict.GONE: "mark-gone",
}


def _told(one: MarkVerdict, file: str) -> Problem:
    mark = one.mark
    if one.before == one.now:
        start = one.now.find(one.asked.old or mark.place.words)
        start = start if start >= 0 else max(mark.place.offset, 0)
        before = now = _cut(one.now, start, start + len(mark.place.words))
    else:
        before, now = shown_change(one.before, one.now)
    code = _code(one)
    place = Place(file, path=one.path or mark.place.path)
    return problem(
        code,
        place,
        number=mark.number,
        text=brief(mark.remark.text, 3 * _SHOWN),
        by=mark.by or "?",
        before=before,
        now=now,
    )


def _code(one: MarkVerdict) -> str:
    if contradicts(one):
        return "mark-contradicted"
    if one.verdict is Verdict.AS_ASKED and one.mark.standing is Standing.MADE:
        return "mark-made"
    return _CODES[one.verdict]


def shown_change(before: str, now: str) -> tuple[str, str]:
    """Two versions of a text, each cut to what differs and a little on both sides."""
    start = 0
    while start < min(len(before), len(now)) and before[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(before), len(now)) - start and before[-1 - end] == now[-1 - end]:
        end += 1
    return _cut(before, start, len(before) - end), _cut(now, start, len(now) - end)


def _cut(words: str, start: int, end: int) -> str:
    first, last = max(start - _SHOWN // 2, 0), min(max(end, start) + _SHOWN // 2, len(words))
    last = min(last, first + 3 * _SHOWN)
    shown = " ".join(words[first:last].split())
    return ("…" if first else "") + shown + ("…" if last < len(words) else "")


def marks_json(report: MarksReport, names: Mapping[int, str]) -> bytes:
    """The ``marks.json`` of a round's folder; ``names`` are those of the rounds."""
    verdicts = {one.mark.number: one for one in report.verdicts}
    answer = {
        "round": report.round,
        "clean": report.clean,
        "open": report.open,
        **{
            standing.value.replace("-", "_"): report.count(standing)
            for standing in Standing
            if standing is not Standing.OPEN
        },
        "contradicted": list(report.contradicted),
        "marks": [mark_entry(mark, names, verdicts.get(mark.number)) for mark in report.marks],
    }
    return json_bytes(answer)


def mark_entry(mark: Mark, names: Mapping[int, str], verdict: MarkVerdict | None = None) -> dict[str, object]:
    """A mark as programs read it."""
    place = mark.place
    entry: dict[str, object] = {
        "number": mark.number,
        "round": mark.round,
        "round_name": names.get(mark.round, ""),
        "page": place.page,
        "x_mm": place.x,
        "y_mm": place.y,
        "words": place.words,
        "path": place.path or None,
        "line": place.line or None,
        "away_mm": place.away,
        "text": mark.remark.text,
        "by": mark.by,
        "at": mark.at,
        "origin": mark.remark.origin,
        "file": mark.remark.file or None,
        "written": mark.remark.written or None,
        "replies": list(mark.remark.replies),
        "state": mark.standing.value,
        "open": mark.is_open,
        "history": [
            {"as": one.standing.value, "reason": one.reason, "by": one.by, "at": one.at}
            for one in mark.decisions
        ],
    }
    if verdict is not None:
        entry["verdict"] = {
            "is": verdict.verdict.value,
            "asked": verdict.asked.kind.value,
            "judged": verdict.judged,
            "before": verdict.before,
            "now": verdict.now,
            "path": verdict.path or None,
        }
    return entry
