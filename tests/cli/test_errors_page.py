"""The page of all problems is that of the messages."""

from __future__ import annotations

from reportpdf.base.messages import MESSAGES
from tests.cli.errors_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run make words"


def test_every_code_has_its_heading() -> None:
    headings = [line[4:] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(MESSAGES)
