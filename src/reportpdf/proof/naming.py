"""What the next round is called, and where it lies.

Comes in: the names that the job gives, the names of the rounds there are, the name that the job demands. Goes
out: :class:`RoundName` and the name of its folder. Pure. The last of the job's names is the round that goes
to press; what changes after it opens a round that says so. Source: 图书质量保障体系 (1997), 三校一读.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reportpdf.model.job import ProofJob

ROUNDS = ("一校", "二校", "三校", "通读", "清样", "付印")
"""The rounds where the job names none [P]."""

_LONGEST = 60
"""Characters of a name that stand in a folder's: 180 bytes of Han, within the 255 that file systems hold."""

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\s]+')
"""What a file name must not have, on any system that the folder may be copied to."""


@dataclass(frozen=True, slots=True)
class RoundName:
    """The name of a round, and whether it is one that goes to press."""

    name: str
    final: bool


def round_names(job: ProofJob | None) -> tuple[str, ...]:
    """The names of the rounds in order, each once."""
    given = (text.value.strip() for text in job.rounds) if job else ()
    return tuple(dict.fromkeys(name for name in given if name)) or ROUNDS


def next_name(names: Sequence[str], made: Sequence[str], demanded: str = "") -> RoundName:
    """The name of the round after those of the names ``made``.

    It is the first name after the last one that was used; a name that is demanded goes before, and where it
    was used already it is told apart by a number. After the last name: 付印后1校, 付印后2校, and so on.
    """
    final = names[-1]
    if demanded:
        used = sum(name == demanded or _again(name) == demanded for name in made)
        ending = final in made or demanded == final
        return RoundName(f"{demanded}-{used + 1}" if used else demanded, ending)
    if final in made:
        after = sum(name.startswith(f"{final}后") for name in made)
        return RoundName(f"{final}后{after + 1}校", True)
    used_up = [names.index(base) for name in made if (base := _again(name)) in names]
    at = max(used_up, default=-1) + 1
    return RoundName(names[at], at == len(names) - 1)


def _again(name: str) -> str:
    """The name without the number of a round that was named twice."""
    return re.sub(r"-\d+$", "", name)


def folder_name(number: int, name: str) -> str:
    """The folder of a round, e.g. ``06-付印``: the name without what a path cannot have."""
    plain = "".join("_" if unicodedata.category(c)[0] == "C" else c for c in name)
    plain = _FORBIDDEN.sub("_", plain).strip("._")[:_LONGEST]
    return f"{number:02d}-{plain or '_'}"


def found_round(given: str, rounds: Sequence[tuple[int, str]]) -> int:
    """The number of the round that ``given`` names: by number, name, folder or the way
    there; 0 if it names none.

    Of two rounds of one name it is the later one.
    """
    word = given.strip().replace("\\", "/").rstrip("/").rpartition("/")[2]
    for number, name in reversed(rounds):
        if word in (name, folder_name(number, name)):
            return number
    if word.isascii() and word.isdigit() and len(word) < 6:
        return next((number for number, _ in rounds if number == int(word)), 0)
    return 0
