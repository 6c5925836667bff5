"""Marks that come back on a proof (校红): what was written where, by whom, and what became of it.

Comes in: the events of a register. Goes out: :class:`Mark`, numbered over all rounds in the order in which
they were taken down, so that a number names one mark for good. Two kinds of events: ``mark-added`` holds the
mark, ``mark-decided`` what was decided of one, and nothing is ever taken back: a later decision stands,
earlier ones are its history. A mark that is not made is as open as one that nobody looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import InputError, problem
from reportpdf.proof.event import Event
from reportpdf.proof.redmarks_place import MarkPlace

if TYPE_CHECKING:
    from reportpdf.proof.register import Register

ADDED, DECIDED = "mark-added", "mark-decided"


class Standing(Enum):
    """How a mark stands."""

    OPEN = "open"
    MADE = "made"
    NOT_MADE = "not-made"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote, before it has a number. ``origin``: how it came (``typed``, or the kind of
    annotation), ``file`` out of which PDF; ``key`` tells the same annotation read twice; ``written``: when,
    as the PDF says."""

    place: MarkPlace
    text: str
    origin: str = "typed"
    file: str = ""
    key: str = ""
    written: str = ""
    replies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a mark, why, by whom and when; ``event``: its number in the register."""

    standing: Standing
    reason: str
    by: str
    at: str
    event: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its number, the round that it was made on, who wrote it, when it was taken down, and the
    decisions, the last of which stands."""

    number: int
    round: int
    remark: Remark
    by: str
    at: str
    decisions: tuple[Decision, ...] = ()

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        return self.decisions[-1].standing if self.decisions else Standing.OPEN

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.standing in (Standing.OPEN, Standing.NOT_MADE)

    @property
    def place(self) -> MarkPlace:
        """Where it stands on its own round."""
        return self.remark.place


def marks_of(events: Iterable[Event]) -> tuple[Mark, ...]:
    """All marks. An annotation that was taken down twice, by two people at once, is one mark.

    Raises:
        InputError: an event holds no mark or decision: a register that another program wrote.
    """
    marks: dict[int, Mark] = {}
    keys: set[tuple[int, str]] = set()
    for event in events:
        if event.kind not in (ADDED, DECIDED):
            continue
        try:
            _take(event, marks, keys)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(problem("marks-event", id=event.id, kind=event.kind)) from error
    return tuple(marks.values())


def _take(event: Event, marks: dict[int, Mark], keys: set[tuple[int, str]]) -> None:
    held = event.payload
    if event.kind == ADDED:
        key = event.round, str(held["key"])
        if key[1] and key in keys:
            return
        keys.add(key)
        number = len(marks) + 1
        marks[number] = Mark(number, event.round, _remark(held), event.by, event.at)
    elif mark := marks.get(int(str(held["mark"]))):
        reason = str(held["reason"])
        made = Decision(Standing(held["as"]), reason, event.by, event.at, event.id)
        marks[mark.number] = replace(mark, decisions=(*mark.decisions, made))


def add_mark(register: Register, round_number: int, remark: Remark, *, by: str, at: str) -> int:
    """Take a mark down; the id of its event."""
    place = remark.place
    box = place.box
    payload: dict[str, Any] = {
        "page": place.page,
        "x": round(place.x, 1),
        "y": round(place.y, 1),
        "box": [round(one, 2) for one in (box.x, box.y, box.width, box.height)],
        "words": place.words,
        "path": place.path,
        "line": place.line,
        "source": place.source,
        "offset": place.offset,
        "away": place.away,
        "photo": place.photo,
        "text": remark.text,
        "origin": remark.origin,
        "file": remark.file,
        "key": remark.key,
        "written": remark.written,
        "replies": list(remark.replies),
    }
    return register.append(ADDED, round_number, payload, at=at, by=by)


def decide(register: Register, mark: Mark, decision: Decision) -> int:
    """Take a decision down; the id of its event."""
    payload = {"mark": mark.number, "as": decision.standing.value, "reason": decision.reason}
    return register.append(DECIDED, mark.round, payload, at=decision.at, by=decision.by)


def _remark(held: Mapping[str, Any]) -> Remark:
    place = MarkPlace(
        int(held["page"]), float(held["x"]), float(held["y"]), Rect(*map(float, held["box"])),
        str(held["words"]), str(held["path"]), int(held["line"]), str(held["source"]), int(held["offset"]),
        float(held["away"]), bool(held["photo"]),
    )  # fmt: skip
    text, origin, file, key, written = (str(held[n]) for n in ("text", "origin", "file", "key", "written"))
    return Remark(place, text, origin, file, key, written, tuple(map(str, held["replies"])))
