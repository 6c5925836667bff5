"""Places and numbers as they are typed.

Comes in: what stood behind --page, --at, --source, and the numbers of marks. Goes out: a place in a round,
numbers; or what is wrong with them, all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import isfinite

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.proof.redmarks_forms import read_form
from reportpdf.proof.redmarks_place import CLOSE, MarkPlace, place_at, place_of_source, sources_at
from reportpdf.proof.set_words import SetRound
from reportpdf.source.excerpt import brief

MOST_TEXT = 2_000
"""Characters of a mark's words."""

_NUMBER = r"[+-]?\d{1,6}(?:\.\d{1,6})?"
_POINT = re.compile(rf"\s*({_NUMBER})\s*(?:mm)?\s*[,，;x×\s]\s*({_NUMBER})\s*(?:mm)?\s*")
_RANGE = re.compile(r"(\d{1,6})(?:[-–~](\d{1,6}))?")
_LINE = re.compile(r"(?:(.*?):)?(\d{1,7})(?::\d+)?")
_MOST_MARKS = 10_000


def text_problems(text: str) -> list[Problem]:
    """What is wrong with a mark's words."""
    if not text.strip():
        return [problem("marks-text-missing")]
    if len(text) > MOST_TEXT:
        return [problem("marks-text-long", count=f"{len(text):,}", most=f"{MOST_TEXT:,}")]
    return []


def point_of(given: str) -> tuple[float, float] | None:
    """The point that the words name, mm; None if they name none."""
    found = _POINT.fullmatch(given)
    if not found:
        return None
    x, y = float(found[1]), float(found[2])
    return (x, y) if isfinite(x) and isfinite(y) else None


def placed_at(found: SetRound, round_name: str, page: str, at: str, text: str) -> MarkPlace:
    """The place of a page and a point as they were typed.

    Raises: InputError with all that is wrong with them.
    """
    problems: list[Problem] = []
    number = int(page) if re.fullmatch(r"\d{1,6}", page.strip()) else 0
    point = point_of(at)
    if not number:
        problems.append(problem("marks-page-form", given=page))
    elif number > len(found.trims):
        problems.append(problem("marks-page-none", page=number, round=round_name, pages=len(found.trims)))
    if point is None:
        problems.append(problem("marks-at-form", given=at))
    elif found.trims:
        width, height = found.trims[number - 1 if 0 < number <= len(found.trims) else 0]
        if not (0 <= point[0] <= width + 0.05 and 0 <= point[1] <= height + 0.05):
            args = {
                "x": f"{point[0]:g}",
                "y": f"{point[1]:g}",
                "width": f"{width:.0f}",
                "height": f"{height:.0f}",
            }
            problems.append(problem("marks-at-outside", page=page, **args))
    if problems or point is None:
        raise InputError(*problems)
    return place_at(found, number, *point, named=read_form(text).old)


def placed_in_source(found: SetRound, round_name: str, given: str, text: str) -> MarkPlace:
    """The place of a line of the report's file (``report.yaml:41``) or of a path.

    Raises: InputError where no text stands there, or it is not set.
    """
    paths = _paths(found, given.strip())
    if not paths:
        raise InputError(problem("marks-source-none", given=given, round=round_name))
    asked = read_form(text).old
    paths = sorted(paths, key=lambda path: not (asked and asked in found.sources[path].words))
    for path in paths:
        place = place_of_source(found, path, asked)
        if place is not None:
            return place
    raise InputError(problem("marks-source-unset", given=given, round=round_name))


def _paths(found: SetRound, given: str) -> list[str]:
    """The paths that are named, each a text of the round; the texts of a callout where only that is named."""
    if given in found.sources:
        return [given]
    inside = [path for path in found.sources if path.startswith((f"{given}.", f"{given}["))]
    if inside and given:
        return inside
    line = _LINE.fullmatch(given)
    if line and (
        not line[1] or line[1].replace("\\", "/").rpartition("/")[2] == found.file.rpartition("/")[2]
    ):
        return list(sources_at(found, int(line[2])))
    return []


def place_problems(place: MarkPlace, text: str) -> list[Problem]:
    """What is to be told of where a mark was put."""
    named = read_form(text, place.source or place.words).old
    there = place.source or place.words
    told = brief(text)
    if not place.words and not place.photo:
        return [problem("mark-nowhere", text=told, page=place.page)]
    if named and named not in there and not place.photo:
        return [problem("mark-not-there", text=told, named=named, words=brief(place.words))]
    if named and place.away > CLOSE:
        return [problem("mark-named", text=told, named=named, away=f"{place.away:.0f}")]
    if place.away > CLOSE:
        return [problem("mark-away", text=told, words=brief(place.words), away=f"{place.away:.0f}")]
    return []


def numbers_of(words: Iterable[str], known: Sequence[int]) -> tuple[int, ...]:
    """The marks that numbers and ranges name.

    Raises: InputError with all that name no mark.
    """
    problems: list[Problem] = []
    found: dict[int, None] = {}
    for word in words:
        for part in re.split(r"[,，、\s]+", word.strip()):
            if not part:
                continue
            span = _RANGE.fullmatch(part)
            first, last = (int(span[1]), int(span[2] or span[1])) if span else (0, 0)
            if not span or last < first or last - first > _MOST_MARKS:
                problems.append(problem("marks-numbers-form", given=part))
                continue
            for number in range(first, last + 1):
                if number in known:
                    found[number] = None
                else:
                    problems.append(problem("marks-number-none", number=number))
    if not found and not problems:
        problems.append(problem("marks-numbers-missing"))
    if problems:
        raise InputError(*problems)
    return tuple(found)
