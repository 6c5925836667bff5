"""Findings as JSON, and an earlier such list as what is known already.

Comes in: what was checked; the file of an earlier answer. Goes out: one JSON object (RFC 8259); and which
findings stood in the earlier list. A finding is the same if its code, its path without indices and its
words are.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.commands.answer import Json, place_of
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.check.finding import Finding
    from reportpdf.checks import Checked

MOST_BYTES = 50_000_000


def answer_of(checked: Checked, known: frozenset[int], wording: Wording) -> Json:
    """The object: findings, pages, and a report's error score."""
    score = checked.score
    return {
        "findings": [_finding(one, id(one) in known, wording) for one in checked.findings],
        "pages": checked.pages,
        "score": None
        if score is None
        else {
            "errors": float(score.errors),
            "characters": score.characters,
            "rate": float(score.rate),
            "passed": score.passed,
            "items": [
                {"code": i.code, "places": i.places, "errors": float(i.errors), "clause": i.clause}
                for i in score.items
            ],
        },
    }


def _finding(finding: Finding, known: bool, wording: Wording) -> Json:
    words = wording.word(finding.noted.problem)
    return {
        "code": finding.noted.problem.code,
        "severity": words.severity.value,
        "where": place_of(finding.noted.problem.place),
        "spots": [
            {"page": s.page, "x_mm": s.x_mm, "y_mm": s.y_mm, "width_mm": s.width_mm, "height_mm": s.height_mm}
            for s in finding.spots
        ],
        "fact": words.fact,
        "fix": words.fix,
        "accepted": finding.accepted or None,
        "known": known,
        "key": key_of(finding),
    }


def key_of(finding: Finding) -> str:
    """What a finding is told by from one run to the next, whatever lines and pages have moved."""
    noted = finding.noted
    path = noted.problem.place.path if noted.problem.place else ""
    if noted.text is not None:
        words = noted.text.value[noted.offset : noted.offset + noted.length]
    else:
        words = "|".join(f"{name}={value}" for name, value in noted.problem.args)
    whole = "\n".join((noted.problem.code, re.sub(r"\[\d+\]", "[]", path), words))
    return sha256(whole.encode("utf-8")).hexdigest()[:16]


def baseline_of(path: Path) -> Counter[str]:
    """The keys of an earlier list, each as often as it stood there.

    Raises:
        InputError: the file cannot be read, or is no such list.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
        listed = json.loads(data)["findings"]
        return Counter(str(one["key"]) for one in listed)
    except OSError as error:
        raise InputError(problem("pdf-missing", Place(str(path)))) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(problem("baseline-form", Place(str(path)))) from error


def known_of(findings: Iterable[Finding], earlier: Counter[str] | None) -> frozenset[int]:
    """Identities of the findings that the earlier list has; a fault made once more is new."""
    left = Counter(earlier or {})
    known = set()
    for finding in findings:
        key = key_of(finding)
        if left[key] > 0:
            left[key] -= 1
            known.add(id(finding))
    return frozenset(known)
