"""Pull-quotes and callouts in one, two or three columns: no fault on any page, nothing dropped."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportpdf.layout.display import Document, Role, TextItem
from reportpdf.layout.opening import choose_opening
from reportpdf.layout.pieces import Piece, PieceKind
from reportpdf.layout.setting import Setting
from reportpdf.model.report import Report
from reportpdf.theme.quotes import Direction
from reportpdf.theme.records import Theme
from tests.layout.audit import (
    CHECKS,
    Proof,
    photos_are_cropped_by_need_only,
)
from tests.layout.generated import Recipe, recipes
from tests.layout.reports import (
    SHEET,
    callout,
    lay,
    new_setting,
    photo,
    pictures,
    prose,
    report,
    section,
    text,
    theme_with,
)

QUOTES = (
    "公安铁军更加斗志昂扬",
    "“派出所主防”等一批主防模式得到上级肯定推广",
    "快处率稳居全省前三位，工作成效连续4年全市第一，按时办结率连续6个月100%，群众满意度98.6%，一年来没有一起超期",
    "稳",
    "2024年度",
)
VERTICAL = theme_with(quotes={"direction": Direction.VERTICAL})


def quoted(recipe: Recipe) -> Report:
    """A generated report with a quote in two sections of three."""
    made = recipe.report()
    sections = tuple(
        replace(own, quote=text(QUOTES[i % len(QUOTES)])) if i % 3 < 2 else own
        for i, own in enumerate(made.sections)
    )
    return replace(made, sections=sections)


def setting_of(theme: Theme) -> Setting:
    assert theme.look is not None
    return replace(new_setting(), theme=theme, look=theme.look)


def faults_of(made: Report, recipe: Recipe, theme: Theme) -> list[str]:
    shown = recipe.pictures(made)
    proof = Proof(made, shown, lay(made, shown, theme).document, setting_of(theme))
    checks = [check for check in CHECKS if check is not photos_are_cropped_by_need_only]
    return [fault for check in checks for fault in check(proof)]


def pieces_of(made: Report, theme: Theme) -> list[Piece]:
    opening = choose_opening(setting_of(theme), made, pictures(made))
    return [piece for page in opening.pages for piece in page.pieces]


def paths(document: Document) -> list[str]:
    items = (item for page in document.pages for item in page.items if isinstance(item, TextItem))
    return [path for path, _ in groupby(item.tag.path for item in items) if path]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=6), st.sampled_from([theme_with(), VERTICAL]))
def test_quotes_stand_whole_and_without_fault(recipe: Recipe, theme: Theme) -> None:
    assert faults_of(quoted(recipe), recipe, theme) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recipes(sections=6), st.sampled_from([1, 2]))
def test_fewer_columns_have_no_fault(recipe: Recipe, columns: int) -> None:
    theme = theme_with(callouts={"columns": columns})
    assert faults_of(recipe.report(), recipe, theme) == []


def a_report(callouts: int, quote: str = QUOTES[1]) -> Report:
    texts = tuple(callout(f"{i + 1}项", prose(90, i)) for i in range(callouts))
    shown = () if texts else (photo(), photo())
    return report(
        section("守护平安", texts, shown, quote=quote), section("服务", (callout("7人", prose(90)),))
    )


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("callouts", [1, 2, 3, 4, 5, 8])
def test_no_row_has_more_callouts_than_the_theme_says(columns: int, callouts: int) -> None:
    pieces = pieces_of(a_report(callouts), theme_with(callouts={"columns": columns}))
    wide = [piece.last - piece.first for piece in pieces if piece.kind is PieceKind.ROW]
    assert max(wide, default=1) <= columns
    if columns == 1:
        assert PieceKind.STACK not in {piece.kind for piece in pieces}
    if columns == 2:  # and of an odd number one stands alone, not two
        alone = [p for p in pieces if p.kind is PieceKind.SMALL_LEAD and p.plan.index == 0]
        assert len(alone) == (callouts - 1) % 2


@pytest.mark.parametrize("theme", [theme_with(), VERTICAL], ids=["horizontal", "vertical"])
@pytest.mark.parametrize("callouts", [0, 1, 2, 3, 4, 5])
def test_a_quote_comes_after_the_lead_of_its_section(theme: Theme, callouts: int) -> None:
    made = a_report(callouts)
    found = paths(lay(made, None, theme).document)
    at = found.index("sections[0].quote")
    assert found.count("sections[0].quote") == 1
    before = [path for path in found[:at] if path.startswith("sections[0]")]
    assert before[-1].endswith("].text" if callouts else "].title")


def test_a_section_whose_only_photo_leads_page_one_keeps_its_head() -> None:
    """It used to be a fault of ours: no piece was left for it."""
    only = section("开放日", (), (photo("开放日。", lead=True),))
    made = report(
        section("守护", (callout("7人", prose(90)),)), only, section("服务", (callout("5项", "文"),))
    )
    proof = Proof(made, pictures(made), lay(made).document)
    assert [fault for check in CHECKS for fault in check(proof)] == []


def test_the_overview_does_not_repeat_a_quote() -> None:
    document = lay(a_report(4)).document
    first = [i for i in document.pages[0].items if isinstance(i, TextItem)]
    words = "".join(c.text for item in first for c in item.clusters)
    assert "肯定推广" not in words


def test_a_quote_is_text_to_a_reader_and_not_ornament() -> None:
    items = [i for page in lay(a_report(4)).document.pages for i in page.items]
    roles = {item.tag.role for item in items if item.tag.path == "sections[0].quote"}
    assert roles == {Role.PARAGRAPH}


@pytest.mark.parametrize("callouts", [2, 3, 4, 5])
def test_a_vertical_quote_has_a_column_beside_callouts(callouts: int) -> None:
    document = lay(a_report(callouts), None, VERTICAL).document
    lines = [
        item
        for page in document.pages
        for item in page.items
        if isinstance(item, TextItem) and item.tag.path == "sections[0].quote"
    ]
    assert lines
    assert all(line.vertical for line in lines)
    left = min(line.x for line in lines)
    assert left > SHEET.margin_left + 8 * (SHEET.column + SHEET.gutter)


def test_a_section_with_its_lead_alone_sets_a_vertical_quote_across() -> None:
    document = lay(a_report(1), None, VERTICAL).document
    lines = [i for p in document.pages for i in p.items if i.tag.path == "sections[0].quote"]
    assert lines
    assert not any(isinstance(line, TextItem) and line.vertical for line in lines)


def test_the_lines_of_a_quote_are_even() -> None:
    document = lay(a_report(4, QUOTES[2])).document
    lines = [i for p in document.pages for i in p.items if i.tag.path == "sections[0].quote"]
    counts = [len(line.clusters) for line in lines if isinstance(line, TextItem)]
    assert len(counts) > 1
    assert min(counts) > 0.6 * max(counts)
