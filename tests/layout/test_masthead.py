"""The head of page one when its words are long: columns, then a plain refusal, never an overflow."""

from __future__ import annotations

import pytest

from reportpdf.base.problem import InputError
from reportpdf.layout.display import TextItem
from reportpdf.text.normalise import normalise
from tests.layout.ink import ink_of
from tests.layout.reports import FONTS, LEFT, callout, lay, photo, prose, report, section

SECTION = section("一件实事", (callout("23项", prose(90)),))
FOOT = 36 + 48 * 15.75


def _lede_lines(characters: int) -> list[TextItem]:
    page = lay(report(SECTION, lede=prose(characters))).document.pages[0]
    return [item for item in page.items if isinstance(item, TextItem) and item.tag.path == "lede"]


@pytest.mark.parametrize(("characters", "size"), [(150, 13.3593), (600, 13.3593), (1500, 10.5)])
def test_a_lede_too_long_for_its_own_type_is_set_as_body_in_two_columns(characters: int, size: float) -> None:
    lines = _lede_lines(characters)
    assert {line.size for line in lines} == {size}
    assert len({round(line.x) for line in lines}) == (2 if size == 10.5 else 1)
    assert max(line.y for line in lines) < FOOT
    assert "".join(c.text for line in lines for c in line.clusters) == normalise(prose(characters)).text


def test_a_lede_of_two_thousand_characters_is_set_smaller_before_it_is_refused() -> None:
    lines = _lede_lines(2200)
    assert {round(line.size, 2) for line in lines} <= {9.03, 9.45, 9.98}
    assert max(line.y for line in lines) < FOOT


def test_a_byline_of_many_roles_stands_over_the_lede_in_rows() -> None:
    roles = tuple((f"身份{i}", ("欧阳明月", "李强", "司马相如", "张三")) for i in range(8))
    made = report(section("题", (callout("1项", "文"),)), title="平安", lede=prose(120), byline=roles)
    items = [item for item in lay(made).document.pages[0].items if isinstance(item, TextItem)]
    names = [item for item in items if item.tag.path.endswith(".role")]
    lede = [item for item in items if item.tag.path == "lede"]
    assert len({round(item.y) for item in names}) == 2
    assert len({round(item.x) for item in names}) == 4
    assert min(item.y for item in lede) > max(item.y for item in names)
    assert min(item.x for item in lede) == pytest.approx(LEFT, abs=1)


def test_a_lede_that_no_page_holds_is_refused_with_what_is_over() -> None:
    with pytest.raises(InputError) as caught:
        _lede_lines(4000)
    (problem,) = caught.value.problems
    assert problem.code == "masthead-too-high"
    assert int(dict(problem.args)["lines"]) > 10


def test_a_figure_of_the_overview_stands_clear_of_a_title_of_two_lines() -> None:
    rows = tuple(callout("35项", prose(120)) for _ in range(7))
    sections = (section("上句在此,下句在此", rows, (photo(), photo())),) * 2
    page = lay(report(*sections, title="选项", lede=prose(100))).document.pages[0]
    boxes = [(ink, item) for item in page.items if (ink := ink_of(item, FONTS)) is not None]
    texts = [(ink, item) for ink, item in boxes if isinstance(item, TextItem)]
    lowest = max(ink.bottom for ink, item in texts if "下句" in "".join(c.text for c in item.clusters))
    figure = min(ink.top for ink, item in texts if "".join(c.text for c in item.clusters) == "35")
    assert figure - lowest > 0.5 * 15.75
