"""What normalisation changed, told in a few lines.

Comes in: the changes. Goes out: a line per rule: what it is, how often, where first. --json has all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.pipeline import Change

_PLACES_SHOWN = 3

RULES = {
    "comma": "half-width comma set full-width",
    "colon": "half-width colon set full-width",
    "full-stop": "half-width full stop set as 。",
    "mark": "half-width mark set full-width",
    "bracket": "half-width bracket set full-width",
    "quote": "straight quote set as a Chinese one",
    "ellipsis": "ellipsis set as ……",
    "dash": "hyphens or rules set as a dash ——",
    "indent": "typed indent left out",
    "space": "run of spaces set as one",
    "full-width-letter": "full-width letter or digit set half-width",
    "invisible": "character that prints nothing left out",
    "radical": "radical set as the character it looks like",
    "private-use": "private code point set as the character it stands for",
}
"""What each rule of normalisation does. The English text is the msgid of its translation."""


def change_lines(changes: Sequence[Change], wording: Wording) -> list[str]:
    """A line for each rule that changed the text, in order of first use."""
    by_rule: dict[str, list[Change]] = {}
    for change in changes:
        by_rule.setdefault(change.rule, []).append(change)
    lines = []
    for rule, own in by_rule.items():
        places = [f"{change.place.line}:{change.place.column}" for change in own[:_PLACES_SHOWN]]
        lines.append(
            wording.count(
                "{file}: {rule}, {n} place: {places}",
                "{file}: {rule}, {n} places: {places}",
                len(own),
                file=own[0].place.file,
                rule=wording.phrase(RULES[rule]),
                places=", ".join(places) + (" …" if len(own) > _PLACES_SHOWN else ""),
            )
        )
    return lines
