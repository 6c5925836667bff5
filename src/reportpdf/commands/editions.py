"""Editions as they are asked for on the command line: purposes, standards, conditions, sizes, dates.

Comes in: the order. Goes out: what the source room takes, every wrong word told. This is the edge where the
date of a print file comes from, if its job states none: SOURCE_DATE_EPOCH, else the report file's own time
of change, so that equal files make equal bytes.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import Problem, problem
from reportpdf.commands.grammar import Order
from reportpdf.model.job import Marks, PhotoIntent
from reportpdf.press.edition import Purpose

if TYPE_CHECKING:
    from reportpdf.source.wanted import Asked

ALL = (Purpose.SCREEN, Purpose.PRESS, Purpose.ARCHIVE)

_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?b?)", re.IGNORECASE)


def chosen_editions(order: Order, problems: list[Problem]) -> Asked:
    """What the words ask for; what is wrong with them joins ``problems``."""
    from reportpdf.press.imposition import Imposition
    from reportpdf.source.wanted import Asked

    values, switches = order.values, order.switches
    word = values.get("for", "screen")
    purposes = ALL if word == "all" else (Purpose(word),)
    _check_needs(order, purposes, problems)
    return Asked(
        purposes,
        values.get("standard", ""),
        values.get("condition", ""),
        Marks(values["marks"]) if "marks" in values else None,
        "tagged" in switches,
        PhotoIntent(values["intent"]) if "intent" in values else None,
        "lossless" in switches,
        Imposition(values["impose"]) if "impose" in values else None,
        "attach" in switches,
        _allowed(values.get("allow"), problems),
    )


_FOR_PRESS = ("condition", "marks", "tagged", "intent", "lossless", "impose", "allow")
"""Options that say nothing without a press PDF."""


def _check_needs(order: Order, purposes: tuple[Purpose, ...], problems: list[Problem]) -> None:
    """Options that would have no effect are told, not passed over."""
    given = {*order.values, *order.switches}
    for needs, options in (
        (Purpose.PRESS, _FOR_PRESS),
        (Purpose.ARCHIVE, ("attach",)),
        (Purpose.SCREEN, ("max-size",)),
    ):
        if needs not in purposes:
            problems += [
                problem("option-needs", option=f"--{option}", needs=f"--for {needs.value}")
                for option in options
                if option in given
            ]


def _allowed(words: str | None, problems: list[Problem]) -> tuple[str, ...]:
    """Codes that may go to press; one that no check has is told."""
    from reportpdf.base.messages.press import ROWS

    known = [code for code in ROWS if code.startswith("press-")]
    codes = tuple(word.strip() for word in (words or "").split(",") if word.strip())
    for code in codes:
        if code != "all" and code not in known:
            problems.append(problem("allow-unknown", given=code, choices=", ".join((*known, "all"))))
    return codes


def chosen_size(word: str | None, problems: list[Problem]) -> int | None:
    """The bytes that a size such as 5MB stands for; SI units."""
    if word is None:
        return None
    found = _SIZE.fullmatch(word.strip())
    size = int(float(found[1]) * _UNITS[_unit(found[2])]) if found else 0
    if size <= 0:
        problems.append(problem("size-form", given=word))
        return None
    return size


def _unit(written: str) -> str:
    unit = written.lower()
    return unit if unit.endswith("b") or not unit else unit + "b"


def edition_outputs(output: Path, asked: Asked) -> tuple[Path, ...]:
    """A path for each edition: the one given, or, where there are several, that with the purpose in its
    name."""
    if len(asked.purposes) == 1:
        return (output,)
    return tuple(
        output if purpose is Purpose.SCREEN else output.with_stem(f"{output.stem}-{purpose.value}")
        for purpose in asked.purposes
    )


def date_of(report: Path) -> datetime | None:
    """The date of a print file whose job states none; None if the report cannot be asked."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isdigit():
        return datetime.fromtimestamp(int(stated), UTC)
    try:
        return datetime.fromtimestamp(int(report.stat().st_mtime), UTC)
    except OSError:  # the report's reader says what is wrong with it
        return None
