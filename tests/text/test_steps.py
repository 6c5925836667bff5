"""How a line gives: order of the steps, floors, evenness of lone marks, and the last resort."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.cluster import Kind
from reportpdf.text.justify import Line, set_line
from reportpdf.text.letterspace import RESCUE_FROM, RESCUE_MOST
from reportpdf.text.steps import SHRINK, Shrink, shares, step_of
from reportpdf.theme.records import Composition, Squeeze
from tests.text.typesetting import AS_DELIVERED, BODY, advances, cluster, line_text, pen_width, setter

IN_ORDER = replace(AS_DELIVERED, squeeze=Squeeze.IN_ORDER, even_marks=0.5)
ROOMS = (0.25, 0.0, 0.5, 0.5, 0.125, 0.25)
MARKS = (1, 0, 1, 2, 1, 1)

STEPS = (
    ("国", "A", Shrink.AUTOSPACE),
    ("A", " ", Shrink.WORD_SPACE),
    ("国", "“", Shrink.BRACKET),
    ("）", "国", Shrink.BRACKET),
    ("，", "国", Shrink.PAUSE),
    ("，", "“", Shrink.PAUSE),
    ("。", "国", Shrink.STOP),
    ("国", "·", Shrink.INTERPUNCT),
)


@pytest.mark.parametrize(("a", "b", "step"), STEPS)
def test_a_junction_belongs_to_the_step_of_what_it_squeezes(a: str, b: str, step: Shrink) -> None:
    assert step_of(cluster(a), cluster(b)) is step


def test_every_step_has_a_row_in_the_order_of_the_requirements() -> None:
    assert [row.step for row in SHRINK] == list(Shrink)


IN_TURN: tuple[tuple[float, list[float]], ...] = (
    (0.1, [0.4, 0, 0, 0, 0, 0]),
    (0.5, [1, 0, 0.5, 0, 0, 0]),
    (1.0, [1, 0, 1, 0.5, 0, 0]),
    (1.3125, [1, 0, 1, 1, 0.5, 0]),
    (1.5, [1, 0, 1, 1, 1, 0.5]),
)


@pytest.mark.parametrize(("need", "expected"), IN_TURN)
def test_in_order_a_step_reaches_its_floor_before_the_next_begins(need: float, expected: list[float]) -> None:
    assert shares(need, ROOMS, MARKS, IN_ORDER) == pytest.approx(expected)


@given(
    st.lists(st.sampled_from([0.0, 0.125, 0.25, 0.5, 1.0]), min_size=6, max_size=6),
    st.floats(0.001, 1.0),
    st.sampled_from([Squeeze.SMOOTH, Squeeze.IN_ORDER]),
)
def test_steps_give_together_what_is_asked_and_none_passes_its_floor(
    rooms: list[float], part: float, squeeze: Squeeze
) -> None:
    need = sum(rooms) * part
    marks = [1 if room else 0 for room in rooms]
    given_up = shares(need, rooms, marks, replace(AS_DELIVERED, squeeze=squeeze))
    assert sum(s * r for s, r in zip(given_up, rooms, strict=True)) == pytest.approx(need, abs=1e-9)
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in given_up)


def test_smooth_squeezing_asks_most_of_what_comes_first() -> None:
    found = shares(0.3, ROOMS, MARKS, AS_DELIVERED)
    assert found[Shrink.BRACKET] == pytest.approx(1.25 * found[Shrink.PAUSE])
    assert found[Shrink.PAUSE] == pytest.approx(found[Shrink.STOP])


def test_two_marks_that_have_lost_half_an_em_are_not_squeezed_until_they_touch() -> None:
    paragraph = setter().paragraph("国“国”“国”国", BODY, 0.25)
    line = set_line(paragraph, 0, 7, 7 - 0.5 - 1.25)
    assert advances(line)[3] == pytest.approx(0.25)
    assert pen_width(line) == pytest.approx(7 - 0.5 - 1.25)


MARKED = "国国，国国国。国国国国，国国国国"


def lone_marks(line: Line) -> list[float]:
    """What each mark inside the line takes, em."""
    steps = advances(line)
    inner = range(1, len(line.clusters) - 1)
    return [steps[i] for i in inner if line.clusters[i].kind in (Kind.PAUSE, Kind.STOP)]


@pytest.mark.parametrize("squeeze", list(Squeeze))
@pytest.mark.parametrize("need", [0.05, 0.2, 0.4, 0.6, 0.75])
def test_lone_marks_of_a_line_are_even_and_never_under_three_quarters(squeeze: Squeeze, need: float) -> None:
    choices = replace(AS_DELIVERED, squeeze=squeeze)
    paragraph = setter(choices).paragraph(MARKED, BODY, 0.25)
    line = set_line(paragraph, 0, len(MARKED), len(MARKED) - need)
    marks = lone_marks(line)
    assert pen_width(line) == pytest.approx(len(MARKED) - need)
    assert max(marks) - min(marks) <= choices.even_marks + 1e-9
    assert min(marks) >= choices.lone_mark_floor - 1e-9


def test_marks_in_strict_order_may_differ_as_much_as_the_theme_says() -> None:
    paragraph = setter(IN_ORDER).paragraph(MARKED, BODY, 0.25)
    marks = lone_marks(set_line(paragraph, 0, len(MARKED), len(MARKED) - 0.5))
    assert marks == pytest.approx([0.75, 1.0, 0.75])


def rescued(choices: Composition, value: str = "国国30.9%国国1234国国") -> Line:
    paragraph = setter(choices).paragraph(value, BODY, 0.25)
    count = len(paragraph.clusters)
    return set_line(paragraph, 0, count - 1, pen_width(set_line(paragraph, 0, count - 1, None)) + 3.0)


def test_a_gaping_line_is_opened_inside_its_words_only_where_the_theme_asks_for_it() -> None:
    plain, open_ = rescued(AS_DELIVERED), rescued(replace(AS_DELIVERED, tracking_rescue=True))
    assert RESCUE_FROM < open_.tracking < plain.tracking
    assert pen_width(open_) == pytest.approx(pen_width(plain))
    assert open_.width == pytest.approx(plain.width)
    assert line_text(open_) == line_text(plain)
    assert len(open_.clusters) > len(plain.clusters)
    steps = advances(open_)
    inside = [
        step - c.advance
        for step, c, after in zip(steps, open_.clusters, open_.clusters[1:], strict=False)
        if c.kind is after.kind is Kind.WESTERN
    ]
    assert inside == pytest.approx([RESCUE_MOST] * len(inside))
    assert inside
