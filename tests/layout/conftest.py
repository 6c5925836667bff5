"""Approved traces and page pictures: compared, and with ``--approve`` written anew."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHOWN = 60
"""Lines of a difference that are shown."""


@pytest.fixture
def approved_trace(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a trace with the approved one of its name; a difference is shown line by line."""

    def compare(name: str, found: str) -> None:
        path = HERE / "traces" / f"{name}.txt"
        if request.config.getoption("--approve"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8")
            return
        if not path.is_file():
            pytest.fail(f"no approved trace {path.name}: look at the pages, then run pytest --approve")
        approved = path.read_text(encoding="utf-8")
        if found != approved:
            lines = list(
                unified_diff(approved.splitlines(), found.splitlines(), "approved", "found", n=1, lineterm="")
            )
            more = f"\n... {len(lines) - SHOWN} lines more" if len(lines) > SHOWN else ""
            pytest.fail(
                f"{path.name} differs; if the pages are better so, run pytest --approve\n"
                + "\n".join(lines[:SHOWN])
                + more,
                pytrace=False,
            )

    return compare
