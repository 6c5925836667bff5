"""docs/specimen.md: what it shows is taken, and no option is missing from it."""

from __future__ import annotations

import re
from pathlib import Path

from reportpdf.source.specimen_file import OPTIONS, read_cases

PAGE = (Path(__file__).parent.parent.parent / "docs" / "specimen.md").read_text("utf-8")


def test_the_cases_shown_are_taken(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
    file = tmp_path / "cases.json"
    file.write_text(shown, encoding="utf-8")
    assert len(read_cases(file, shown="cases.json")) == 2


def test_every_option_is_explained() -> None:
    assert all(f"`{option}`" in PAGE for option in OPTIONS)
