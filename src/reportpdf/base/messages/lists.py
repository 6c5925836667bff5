"""Wording of what is wrong with a distribution list and its rows.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE

ROWS: dict[str, Message] = {
    # The list as a whole
    "list-kind": Message(_ERROR, "a list cannot be a “{kind}” file", "save it as one of: {kinds}"),
    "list-bad-byte": Message(_ERROR, "the byte {byte} is no {encoding}", "save the list again as CSV UTF-8"),
    "list-no-heads": Message(
        _ERROR,
        "no heading names the departments; found: {found}",
        "add a row of headings such as 单位,份数,版本; for an example: reportpdf dispatch --template",
    ),
    "list-heading-twice": Message(
        _ERROR, "“{heading}” and “{other}” mean the same column", "keep one of them"
    ),
    "list-heading-near": Message(
        _WARNING,
        "the column “{heading}” is not read; did you mean “{nearest}”?",
        "correct the heading, or leave it",
    ),
    "list-heading-unknown": Message(
        _WARNING,
        "the column “{heading}” is not read",
        "nothing, if it says nothing for the copies; the headings there are: docs/dispatch.md",
    ),
    "list-sheet-too": Message(
        _WARNING,
        "the sheet “{sheet}” is a list too, and is not read: “{read}” is",
        "move its rows over, or keep one sheet in the file",
    ),
    "list-empty": Message(_ERROR, "the list has no rows", "write a row for each department"),
    "list-too-long": Message(_ERROR, "the list has {rows} rows; at most {limit} are read", "split the list"),
    "list-no-list": Message(
        _ERROR,
        "this is no list of departments",
        "begin each with “- department:”; for an example: reportpdf dispatch --template -o list.yaml",
    ),
    # Its rows
    "list-not-row": Message(
        _ERROR, "“{given}” is no department with its keys", "write it as “- department: {given}”"
    ),
    "list-value-nested": Message(
        _ERROR, "the value of “{heading}” has a structure of its own", "write plain words, or a list of words"
    ),
    "list-quote-open": Message(
        _ERROR,
        "a quote opens here and is not closed",
        'close it, or double it if it belongs to the words: ""',
    ),
    "list-quote-after": Message(
        _ERROR,
        "words stand between a closing quote and the next separator",
        'double the quotes inside the words: ""',
    ),
    "list-cells-many": Message(
        _ERROR, "the row has more than {limit} cells", "check the quotes and separators of this row"
    ),
    "list-cells-more": Message(
        _ERROR,
        "the row has {count} cells under {heads} headings",
        "quote the cell whose words hold the separator",
    ),
    "list-beside": Message(
        _WARNING,
        "the row that begins with “{given}” is passed over: it stands beside the departments",
        "nothing; of a department that is called so give its whole name",
    ),
    "list-no-name": Message(_ERROR, "the row names no department", "write its name, or delete the row"),
    "list-name-marks": Message(
        _ERROR, "“{given}” is no name: it has neither characters nor digits", "write the department's name"
    ),
    "list-twice": Message(
        _ERROR, "“{name}” stands in row {row} already", "delete one of the rows, or add their copies together"
    ),
    "list-lost": Message(
        _ERROR, "the cell holds bytes that are no characters", "delete the cell and type it anew"
    ),
    "list-unseen": Message(
        _ERROR, "the cell holds {character}, a character that nobody sees", "delete the cell and type it anew"
    ),
    "list-break": Message(_ERROR, "the cell has a line break", "write it in one line"),
    "list-formula": Message(
        _ERROR,
        "a spreadsheet would reckon “{given}” as a formula",
        "write the value itself, without =, +, - or @ before it",
    ),
    "list-long": Message(_ERROR, "the cell has {length} characters; at most {limit} are taken", "shorten it"),
    "list-copies-form": Message(_ERROR, "“{given}” is no number of copies", "write a whole number, e.g. 2"),
    "list-copies-none": Message(_ERROR, "the row asks for no copy", "write at least 1, or delete the row"),
    "list-copies-many": Message(
        _ERROR,
        "{given} copies of one department are more than {limit}",
        "write fewer, or split them among several rows",
    ),
    "list-edition": Message(
        _ERROR,
        "there is no edition “{given}”",
        "write screen, press or archive (屏幕版, 印刷版, 存档版); several with commas",
    ),
    "list-edition-twice": Message(_WARNING, "the edition {edition} is named twice", "it is made once"),
    "list-email": Message(
        _ERROR, "“{given}” is no e-mail address", "write it as name@example.cn, in half-width characters"
    ),
    "list-email-several": Message(
        _ERROR, "“{given}” holds more than one e-mail address", "keep one: a letter has one recipient"
    ),
    "list-folder-absolute": Message(
        _ERROR,
        "the folder “{given}” does not begin in the dispatch's own folder",
        "write it without a drive, “/” or “~” before it, e.g. 机关/办公室",
    ),
    "list-folder-outside": Message(
        _ERROR,
        "the folder “{given}” leads out of the dispatch's own folder",
        "write it without “..”, e.g. 机关/办公室",
    ),
    "list-folder-long": Message(_ERROR, "the folder “{given}” is too long or too deep", "shorten it"),
    "list-folder-unsafe": Message(
        _ERROR,
        "not every system takes the folder “{given}”",
        'leave out < > : " | ? *, a point or space at an end, and names such as CON',
    ),
    "list-language": Message(_ERROR, "there is no language “{given}”", "write zh or en (中文, 英文)"),
    "list-switch": Message(_ERROR, "“{given}” is neither yes nor no", "write yes or no (是, 否)"),
    "list-password-length": Message(
        _ERROR,
        "“{given}” asks for a password of another length than {least} to {most}",
        "write e.g. random:12",
    ),
    "list-password-long": Message(
        _ERROR, "the password has {bytes} bytes; a PDF takes {limit}", "shorten it"
    ),
    "list-password-short": Message(
        _WARNING,
        "the password has fewer than {least} characters and is soon guessed",
        "write a longer one, or random",
    ),
    "list-password-word": Message(
        _ERROR,
        "“{given}” would be the password itself",
        "leave the cell blank for none, or write random to have one made",
    ),
    "list-password-nothing": Message(
        _ERROR,
        "there is nothing for the password to protect: {editions} copies are never encrypted",
        "add the edition screen, or leave the password out",
    ),
    "list-password-not-all": Message(
        _WARNING,
        "the password protects the screen copies only: {editions} copies are never encrypted",
        "leave those editions out if nobody else may open them",
    ),
    "list-password-same": Message(
        _WARNING, "the password is that of row {row} too", "give each department its own, or write random"
    ),
    # File names
    "name-pattern": Message(
        _ERROR, "“{given}” is no pattern of file names", "write e.g. {{department}}-{{n}}"
    ),
    "name-pattern-field": Message(
        _ERROR,
        "file names cannot hold “{given}”",
        "use of these: {fields}; for numbers of two digits: {{n:02}}",
    ),
    "name-pattern-unsafe": Message(
        _ERROR, "not every system takes names like “{given}”", 'leave out < > : " / \\ | ? *'
    ),
    "name-pattern-needs": Message(
        _ERROR, "“{given}” would give several copies one name", "name {{department}} (or {{row}}) and {{n}}"
    ),
    "name-long": Message(
        _ERROR,
        "the file name “{name}” has {bytes} bytes; at most {limit} are safe",
        "shorten the department's name, or choose another --name",
    ),
    "name-clash": Message(
        _ERROR,
        "its file “{name}” would be that of “{other}” in row {row}",
        "give it a folder of its own, or another name",
    ),
    "name-clash-own": Message(
        _ERROR, "two of its copies would be the same file, “{name}”", "choose another --name"
    ),
    "name-changed": Message(
        _NOTE,
        "“{given}” holds characters that not every system takes in file names: the file is “{name}”",
        "nothing, if that is good",
    ),
    "dispatch-many": Message(_ERROR, "this would be more than {limit} copies", "split the list"),
}
