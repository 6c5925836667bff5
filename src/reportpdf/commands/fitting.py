"""Copy-fitting as it is asked for and told: ``--pages``, and what was adjusted for them.

Comes in: the word typed; what the pipeline adjusted. Goes out: a goal; a line for each adjustment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportpdf.base.problem import Problem, problem
from reportpdf.model.job import MOST_PAGES, PageGoal, page_goal
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.pipeline import Fitted

ADJUSTMENTS = {
    "photos": "area of the photos",
    "space": "white above rows and sections, on average",
    "figures": "height of the figures, on average",
    "leading": "leading",
    "size": "size of running text",
    "lines": "lines of text",
    "moved": "photos moved to a later section",
    "headline": "height of the headline",
}
"""What each adjustment is. The English text is the msgid of its translation."""

UNITS = {"cm²": "cm²", "pt": "pt", "%": "%", "lines": "lines", "photos": "photos"}
"""The units of adjustments, for translation as well."""


def chosen_goal(word: str | None, problems: list[Problem]) -> PageGoal | None:
    """The pages that ``--pages`` asks for; what is wrong with it joins ``problems``."""
    if word is None:
        return None
    goal = page_goal(word)
    if goal is None:
        problems.append(
            problem("option-value", option="--pages", given=word, choices=f"1 … {MOST_PAGES}, 4n")
        )
    return goal


def fit_lines(fit: Fitted, wording: Wording) -> list[str]:
    """A line that says how many pages were filled, and one for each thing that was adjusted for them."""
    lines = [
        wording.count("{n} page filled, as was asked for", "{n} pages filled, as was asked for", fit.pages)
    ]
    for adjusted in fit.adjusted:
        lines.append(
            wording.phrase(
                "adjusted: {what}, {before} to {after} {unit}",
                what=wording.phrase(ADJUSTMENTS[adjusted.name]),
                before=f"{adjusted.before:g}",
                after=f"{adjusted.after:g}",
                unit=wording.phrase(UNITS[adjusted.unit]),
            )
        )
    return lines
