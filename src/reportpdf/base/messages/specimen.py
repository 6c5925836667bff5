"""Wording of what is wrong with a file of composition cases, and of what setting them finds.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    "json-syntax": Message(_ERROR, "this is not JSON: {reason}", "look at this place and the one before it"),
    "json-comma": Message(
        _ERROR,
        "this is not JSON: a comma, or the end of a list or an object, is wanted here",
        "put a comma between items, and close every [ and {{ that was opened",
    ),
    "json-colon": Message(_ERROR, "this is not JSON: a colon is wanted after the key", 'write "key": value'),
    "json-key": Message(
        _ERROR,
        "this is not JSON: a key in quotation marks is wanted here",
        'write the key as "key", and no comma after the last item',
    ),
    "json-value": Message(
        _ERROR,
        "this is not JSON: a value is wanted here",
        'write a list, an object, text in "quotation marks", a number, true, false or null',
    ),
    "json-last-comma": Message(_ERROR, "this is not JSON: a comma after the last item", "take it out"),
    "json-string": Message(_ERROR, "this is not JSON: this text does not end", 'close it with "'),
    "json-control": Message(
        _ERROR,
        "this is not JSON: a line break or tab inside a text",
        "write \\n for a line break, \\t for a tab",
    ),
    "json-escape": Message(
        _ERROR, "this is not JSON: a backslash that means nothing", "write \\\\ for a backslash"
    ),
    "json-extra": Message(
        _ERROR, "this is not JSON: something follows the end of the list", "put all cases into one list"
    ),
    "json-deep": Message(_ERROR, "lists or objects are nested too deeply", "write a plain list of cases"),
    "json-number": Message(_ERROR, "a number has too many digits", "shorten it"),
    "case-words": Message(
        _ERROR, "the value of {key} is {given}", "write some text in straight quotation marks"
    ),
    "case-measure": Message(
        _ERROR,
        "the measure (measure_em) is {given}",
        "write a number of em, more than 0 and at most {limit}",
    ),
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
    "specimen-too-high": Message(
        _ERROR,
        "page {page} of the type specimen is {points} points too full for this theme's sizes",
        "make the largest roles smaller if the specimen is wanted; reports are set as before",
    ),
    "specimen-too-wide": Message(
        _ERROR,
        "page {page} of the type specimen is too narrow for this theme's sizes",
        "make running text and section titles smaller if the specimen is wanted; reports are set as before",
    ),
}
