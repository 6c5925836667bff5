"""Wording of what is wrong with marks in running text: strong, links, ruby, dots, lines.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "mark-unended": Message(
        Severity.WARNING,
        "{given} begins a mark that does not end in this paragraph, and is set as it stands",
        "end it, or write \\{given} if it is no mark",
    ),
    "mark-address": Message(
        Severity.ERROR,
        "a link leads to “{given}”, which is no address that a report may open",
        "write an address that begins with one of {schemes}; or \\[ if it is no link",
    ),
    "mark-inside": Message(
        Severity.ERROR,
        "{given} stands inside a mark that it cannot be combined with",
        "end the one before the other begins, or write \\{given} if it is no mark",
    ),
    "mark-refused": Message(
        Severity.ERROR,
        "“{words}” is marked ({form}), and this text takes no marks",
        "take the mark out, or write a backslash before it if it is none",
    ),
    "ruby-no-room": Message(
        Severity.ERROR,
        "the lines of this text leave {size} em between them, and ruby takes at least {least}",
        "take the ruby out; or give the role more pitch in the theme, or ruby_least a smaller size",
    ),
    "strong-none": Message(
        Severity.WARNING,
        "this is marked strong, and the theme has no strong face for {font}",
        "name one in the theme: faces: {{{font}: {{strong: …}}}}",
    ),
}
