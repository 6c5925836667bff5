"""Long reports whose paragraphs all differ, so that no memory of a paragraph helps anyone.

Comes in: the sample report as plain data, how many bodies, a seed. Goes out: a report in reportpdf's own
form. A body is all sections of the sample, without photos. The same seed makes the same report.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import yaml

Report = dict[str, Any]

_CLAUSE = re.compile(r"[^,，、。;；]*[,，、。;；]?")
_FEWEST = 3
"""A text of fewer clauses keeps their order."""

_TRIES = 1000


def read(path: Path) -> Report:
    """The report as plain data."""
    report: Report = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return report


def write(report: Report, path: Path) -> None:
    """The report as a YAML file."""
    text = yaml.dump(report, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def bodies(sample: Report, count: int, seed: int = 2024) -> Report:
    """A report of ``count`` bodies, each worded otherwise; the figures stay as they are.

    Raises: ValueError when a text of the sample has too few wordings.
    """
    chance, used = random.Random(seed), set[str]()
    sections = [_varied(section, chance, used) for _ in range(count) for section in sample["sections"]]
    return {**sample, "sections": sections}


def without_photos(sample: Report) -> Report:
    """The sample's words alone."""
    return {**sample, "sections": [{**section, "photos": []} for section in sample["sections"]]}


def with_photos(sample: Report, files: list[str]) -> Report:
    """The sample with its photos replaced, in order, by ``files``."""
    left = iter(files)
    sections = [
        {**section, "photos": [{"file": next(left), "caption": p["caption"]} for p in section["photos"]]}
        for section in sample["sections"]
    ]
    return {**sample, "sections": sections}


def _varied(section: Report, chance: random.Random, used: set[str]) -> Report:
    callouts = []
    for callout in section["callouts"]:
        text = _unused(callout["text"], chance, used)
        used.add(text)
        callouts.append({"figure": callout["figure"], "text": text})
    return {"title": _renumbered(section["title"], chance), "theme": section["theme"], "callouts": callouts}


def _unused(text: str, chance: random.Random, used: set[str]) -> str:
    """The text worded as it is not yet.

    Raises: ValueError when it has too few digits and clauses for so many bodies.
    """
    for _ in range(_TRIES):
        text = _reworded(text, chance)
        if text not in used:
            return text
    raise ValueError(f"no further wording of: {text}")


def _reworded(text: str, chance: random.Random) -> str:
    """Other digits, and two neighbouring clauses in each other's place; the closing one stays."""
    clauses = _CLAUSE.findall(_renumbered(text, chance))[:-1]  # the pattern ends on an empty match
    if len(clauses) >= _FEWEST:
        at = chance.randrange(len(clauses) - 2)
        clauses[at : at + 2] = reversed(clauses[at : at + 2])
    return "".join(clauses)


def _renumbered(text: str, chance: random.Random) -> str:
    return re.sub("[0-9]", lambda _: chance.choice("123456789"), text)
