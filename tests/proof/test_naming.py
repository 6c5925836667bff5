"""What rounds are called: in order, by demand, after the last name, in folders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.base.problem import Place
from reportpdf.model.job import ProofJob
from reportpdf.model.report import Text
from reportpdf.proof.naming import ROUNDS, RoundName, folder_name, found_round, next_name, round_names


@pytest.mark.parametrize(
    ("made", "demanded", "name", "final"),
    [
        ((), "", "一校", False),
        (("一校",), "", "二校", False),
        (ROUNDS[:5], "", "付印", True),
        (ROUNDS, "", "付印后1校", True),
        ((*ROUNDS, "付印后1校"), "", "付印后2校", True),
        ((), "三校", "三校", False),
        (("三校",), "", "通读", False),
        (("一校", "毛校"), "", "二校", False),
        (("毛校",), "", "一校", False),
        (("二校",), "二校", "二校-2", False),
        (("二校", "二校-2"), "二校", "二校-3", False),
        (("二校", "二校-2"), "", "三校", False),
        (("一校",), "付印", "付印", True),
        (ROUNDS, "付印", "付印-2", True),
        (ROUNDS, "补校", "补校", True),
    ],
)
def test_the_next_name(made: tuple[str, ...], demanded: str, name: str, final: bool) -> None:
    assert next_name(ROUNDS, made, demanded) == RoundName(name, final)


@given(st.lists(st.sampled_from((*ROUNDS, "毛校", "")), max_size=20))
def test_no_name_comes_twice(demands: list[str]) -> None:
    made: list[str] = []
    for demanded in demands:
        made.append(next_name(ROUNDS, made, demanded).name)
    assert len(set(made)) == len(made)


def test_the_names_of_the_job_each_once() -> None:
    place = Place("job.yaml")
    names = tuple(Text(word, place) for word in ("初校", " 终校 ", "初校"))
    assert round_names(ProofJob(rounds=names)) == ("初校", "终校")
    assert round_names(ProofJob()) == round_names(None) == ROUNDS


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("一校", "01-一校"),
        ("a/b\\c:d", "01-a_b_c_d"),
        ("..", "01-_"),
        ("二 校\n", "01-二_校"),
        ("校" * 100, "01-" + "校" * 60),
    ],
)
def test_the_folder_stays_where_it_belongs(name: str, folder: str) -> None:
    assert folder_name(1, name) == folder
    assert len(folder.encode()) <= 255


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("一校", 1),
        ("1", 1),
        ("01", 1),
        ("01-一校", 1),
        ("proofs/01-一校/", 1),
        ("付印", 0),
        ("9", 0),
        ("", 0),
    ],
)
def test_a_round_is_found_by_what_people_call_it(given: str, number: int) -> None:
    assert found_round(given, [(1, "一校"), (2, "二校")]) == number
