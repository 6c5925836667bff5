"""Every case of ``tests/text/cases``, set by the specimen command's way and read back from its PDF."""

from __future__ import annotations

import pytest

from tests.text.case_checks import faults
from tests.text.cases import copy, edges, glyphs, issues, unicode, unsplit, vertical, western, widths
from tests.text.cases.case import Case
from tests.text.typesetting import BODY, setter

CASES: list[Case] = [
    case
    for module in (edges, unsplit, widths, western, glyphs, copy, vertical, unicode, issues)
    for case in module.CASES
]


def test_there_are_cases_enough_and_no_name_is_used_twice() -> None:
    assert len(CASES) >= 500
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return faults(CASES, tmp_path_factory.mktemp("cases"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case, found: dict[str, list[str]]) -> None:
    assert found[case.id] == [], case.why


@pytest.mark.parametrize("case", [c for c in CASES if c.breaks is not None], ids=lambda case: case.id)
def test_lines_may_begin_just_where_unicode_says(case: Case) -> None:
    assert opportunities(case.text) == case.breaks, case.why


def opportunities(text: str) -> set[int]:
    """Offsets of the text at which a line may begin."""
    paragraph = setter().paragraph(text, BODY, 0.25)
    found, at = set[int](), 0
    text = text.replace("\u00a0", " ")  # drawn, and read, as a space
    for cluster, cost in zip(paragraph.clusters, paragraph.breaks, strict=False):
        at = max(at, text.find(cluster.text, at))
        if cost is not None:
            found.add(at)
        at += len(cluster.text)
    return found
