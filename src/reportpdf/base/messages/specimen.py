"""Wording of what is wrong with a file of composition cases, and of what setting them finds.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    "json-syntax": Message(_ERROR, "this is not JSON: {reason}", "look at this place and the one before it"),
    "case-list": Message(_ERROR, "the file holds no list of cases", "write [{{…}}, {{…}}]"),
    "case-empty": Message(_ERROR, "the list holds no case", "write at least one"),
    "case-many": Message(_ERROR, "there are {count} cases, the limit is {limit}", "divide the file"),
    "case-object": Message(
        _ERROR, "an object is wanted here, not {given}", "write {{id, text, measure_em, options}}"
    ),
    "case-key-missing": Message(_ERROR, "the key {key} is missing", "add it"),
    "case-key-unknown": Message(_ERROR, "there is no key {key} here", "the keys are: {keys}"),
    "case-key-twice": Message(_ERROR, "the key {key} is written twice", "keep one of the two"),
    "case-id-twice": Message(
        _ERROR, "the name {given} was used before, at {first}", "give each case a name of its own"
    ),
    "case-value": Message(_ERROR, "the value of {key} is {given}", "write {wanted}"),
    "case-text-long": Message(
        _ERROR, "the text has {count} characters, the limit is {limit}", "shorten it or divide the case"
    ),
    "case-too-high": Message(
        _ERROR,
        "the text of case {id} takes {lines} lines, its page holds {most}",
        "shorten it, divide it, or make the measure longer",
    ),
    "case-orphan": Message(
        Severity.NOTE,
        "the last line of case {id} has one letter: no line above it could take it or spare another",
        "reword it, or change the measure",
    ),
    "case-too-wide": Message(
        Severity.WARNING,
        "the lines of case {id} are longer than its page and run over its edge",
        "make the measure at most {most} em to see all of them",
    ),
}
