"""What the parser of JSON stumbled over, as a problem with words of its own.

In: the error. Out: a code of the messages. The parser's words are English and differ a little from one Python
to the next; they are known by how they begin. Source: RFC 8259.
"""

from __future__ import annotations

from json import JSONDecodeError

from reportpdf.base.problem import Place, Problem, problem

FAULTS: tuple[tuple[str, str], ...] = (
    ("Expecting ',' delimiter", "json-comma"),
    ("Expecting ':' delimiter", "json-colon"),
    ("Expecting property name", "json-key"),
    ("Expecting value", "json-value"),
    ("Illegal trailing comma", "json-last-comma"),
    ("Unterminated string", "json-string"),
    ("Invalid control character", "json-control"),
    ("Invalid \\", "json-escape"),
    ("Extra data", "json-extra"),
)
"""How the parser's words begin, and the message; others are json-syntax, with those words."""


def json_problem(error: JSONDecodeError, shown: str, excerpt: str) -> Problem:
    """The problem of a syntax error, with its line and column."""
    place = Place(shown, error.lineno, error.colno)
    for start, code in FAULTS:
        if error.msg.startswith(start):
            return problem(code, place, excerpt)
    return problem("json-syntax", place, excerpt, reason=error.msg)
