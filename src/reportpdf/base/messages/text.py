"""Wording of what setting the text finds: characters without a glyph, lines without a break.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "glyph-missing": Message(
        Severity.ERROR,
        "no font has the character {character} ({code}); asked were {fonts}",
        "write another character, or add a font that has it to the theme",
    ),
    "font-fallback": Message(
        Severity.NOTE,
        "{wanted} lacks these characters, and they are set in {used}: {characters}",
        "look at them on the page; if they stand out, add a font that has them to the theme",
    ),
    "masthead-too-high": Message(
        Severity.ERROR,
        "title, byline and lede do not fit page one: they are {lines} lines too high",
        "shorten the lede, or move part of it into a section",
    ),
    "caption-too-high": Message(
        Severity.ERROR,
        "this caption is so long that no page holds it together with its photo",
        "shorten it, or move part of it into a callout",
    ),
    "quote-unpaired": Message(
        Severity.WARNING,
        'a straight quotation mark " has no fellow in its paragraph and was left as it is',
        "write “ and ” where the quotation begins and ends",
    ),
    "line-forced": Message(
        Severity.WARNING,
        "line {line} of this text does not fit its width and was broken where no break is allowed",
        "reword it",
    ),
}
