"""What is changed, and in which order, when a report is too long or too short for its sheet.

In: nothing. Out: ``SHRINKING`` and ``GROWING``, and what a level has changed, for the answer. Space between
blocks and sizes of photos need no levels: every search has them.
"""

from __future__ import annotations

from reportpdf.layout.display import Adjustment
from reportpdf.layout.sheet.setting import Level, SheetSetting

USUAL = Level()
SHRINKING = (
    Level(headline=1),
    Level(headline=1, hero="small"),
    Level(headline=1, hero="small", body="small"),
)
"""Too much: the headline on one line, smaller figures, smaller text; then photos are left out."""

GROWING = (Level(headline=2), Level(headline=2, hero="grown", body="large"))
"""Too little: the headline on two lines, larger text and first figures."""


def adjustments(
    setting: SheetSetting, before: int, after: int, dropped: int, photos: int
) -> tuple[Adjustment, ...]:
    """What the level changed; ``before`` and ``after`` are lines of the headline."""
    level, styles, figures = setting.level, setting.look.styles, setting.look.figures
    found: list[Adjustment] = []
    if before != after:
        found.append(Adjustment("headline", before, after, "lines"))
    if level.hero == "small":
        found.append(Adjustment("figures", figures.medium, figures.small, "pt"))
    if level.hero == "grown":
        found.append(Adjustment("figures", figures.hero[0], figures.hero_grown, "pt"))
    if level.body != "body":
        usual = styles.body
        found.append(Adjustment("size", usual.size, setting.body.size, "pt"))
        found.append(Adjustment("leading", usual.pitch, round(setting.u, 2), "pt"))
    if dropped:
        found.append(Adjustment("photos", photos, photos - dropped, "photos"))
    return tuple(found)
