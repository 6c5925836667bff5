"""Wording of what is wrong with a report, theme or format file.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR


def _error(fact: str, fix: str) -> Message:
    return Message(_ERROR, fact, fix)


_FILE = {
    "source-missing": _error("there is no such file", "look at the spelling of its path"),
    "source-unreadable": _error("the file cannot be read: {reason}", "mend that, or name another file"),
    "source-folder": _error("this is a folder", "name the file in it"),
    "source-no-report": _error("the folder holds no report.yaml", "name the report's file itself"),
    "source-not-file": _error("this is a device or a pipe, not a file", "save it as a file first"),
    "source-too-large": _error(
        "the file has {size} MB, the limit is {limit} MB",
        "see whether it is the right file; photos are named in it, not contained",
    ),
    "source-lines": _error(
        "the file has {lines} lines, the limit is {limit}", "see whether it is the right file"
    ),
    "source-encoding": _error("the file is written in {encoding}, not in UTF-8", "convert it: {command}"),
    "source-bad-byte": _error(
        "the byte {byte} at offset {offset} is not UTF-8", "save the file as UTF-8 and look at this character"
    ),
    "source-control": _error("there is a control character, {character} ({called})", "delete it"),
    "source-more": _error(
        "{limit} problems are shown, and there are more", "mend these first; is it the right file?"
    ),
}

_FORM = {
    "yaml-empty": _error("the file is empty", "write the report into it, or name another file"),
    "yaml-documents": _error("a second document begins here", "keep one in a file; delete the line ---"),
    "yaml-depth": _error("this is nested more than {limit} deep", "look for brackets that are not closed"),
    "yaml-nodes": _error("the file holds more than {limit} values", "split it into several files"),
    "yaml-alias-bomb": _error(
        "with the alias *{name} more than {limit} values are repeated", "write the values out"
    ),
    "yaml-alias-inside": _error("*{name} stands for a value that contains it", "write the value out"),
    "yaml-alias-unknown": _error(
        "*{name} repeats a value marked &{name}, and there is none", 'if it is text, quote it: "*{name}"'
    ),
    "yaml-tag": _error("the tag {tag} is not for this file", "if it is text, put the value in quotes"),
    "yaml-merge": _error("the merge key << is not for this file", "write the keys out"),
    "yaml-key-complex": _error(
        "a list or a mapping stands where a key is meant", "if it is text, put the whole value in quotes"
    ),
    "yaml-key-empty": _error("there is no key before the colon", "write the key, as in title: …"),
    "yaml-key-twice": _error(
        "the key “{key}” stands here again; the first is at {first}", "keep one of the two"
    ),
}

_SYNTAX = {
    "yaml-start": _error(
        "a value cannot begin with {character} unless it is quoted", "put the whole value in quotes"
    ),
    "yaml-colon": _error(
        "a colon with a space after it stands inside a value", "put the whole value in quotes"
    ),
    "yaml-continued": _error(
        "this line reads on from the one above, and has a colon",
        "give it the indentation of its neighbours, and put a colon and a space after the key above",
    ),
    "yaml-quote": _error(
        "the quote that begins here is not closed", "close it, and double the same quotes inside"
    ),
    "yaml-after-quote": _error(
        "text follows the closing quote",
        "put the whole value in quotes of the other kind, ' or \", or use “ ” inside",
    ),
    "yaml-after-bracket": _error(
        "text follows a value in brackets",
        "if all of it is text, put the whole value in quotes",
    ),
    "yaml-escape": _error(
        "the backslash here begins no character that there is",
        "write \\\\ for a backslash, or use single quotes",
    ),
    "yaml-key-colon": _error("this line has no colon after its key", "write a colon and a space: title: …"),
    "yaml-wide-colon": _error("the colon after the key is full-width", "write : and a space instead of ："),
    "yaml-flow": _error(
        "the bracket that begins here is not closed, or a comma is missing in it",
        "close it; if the value is text, put it in quotes",
    ),
    "yaml-tag-form": _error(
        "a value cannot begin with ! unless it is quoted", "put the whole value in quotes"
    ),
    "yaml-dash": _error(
        "a list cannot begin on the line of its key",
        "begin it on the next line; if the value is text, put it in quotes",
    ),
    "yaml-block-header": _error(
        "a line break must follow the | or > here",
        "begin the text on the next line, indented; or put the value in quotes",
    ),
    "yaml-indent": _error(
        "this does not stand in line with what it belongs to",
        "give the keys of one record the same indentation, with spaces",
    ),
    "yaml-trailing": _error(
        "the file's value has ended, and this stands after it",
        "look above for a bracket or a quote that is closed too early, or delete it",
    ),
    "yaml-tab": _error(
        "a tab is used for indentation (lines {lines})", "indent with spaces, two for each level"
    ),
    "yaml-wide-space": _error(
        "a full-width or no-break space stands where YAML wants plain spaces",
        "indent with plain half-width spaces, two for each level",
    ),
    "yaml-syntax": _error("this is not YAML: {said}", "look at quotes, colons and indentation here"),
}

_VALUES = {
    "key-unknown": _error("there is no key “{key}” here", "write one of: {keys}"),
    "key-near": _error("there is no key “{key}” here", "did you mean “{nearest}”?"),
    "key-missing": _error("the key “{key}” is missing", "add it: {example}"),
    "value-mapping-wanted": _error("keys and values are meant here", "write for example {example}"),
    "value-list-wanted": _error(
        "a list is meant here", "write [{given}], or each item on a line after a dash"
    ),
    "value-list-mapping": _error("a list is meant here, and this has keys", "begin each item with a dash"),
    "value-empty": _error("there is nothing in it", "write the text; for a figure, for example 23项"),
    "value-empty-path": _error("there is nothing in it", "write the path of the file, as in {example}"),
    "value-comment": _error(
        "what follows # after a space is a comment and would not be set: {comment}",
        "put the whole value in quotes; if it is a comment, write a space after #",
    ),
    "value-empty-list": _error("the list is empty", "give it at least one item"),
    "value-text-list": _error(
        "a list stands where text is meant", "write one text; for paragraphs put | after the key"
    ),
    "value-text-mapping": _error("keys and values stand where text is meant", "put the whole text in quotes"),
    "value-text-word": _error("“{given}” without quotes means yes or no", 'quote it: "{given}"'),
    "value-too-long": _error("it has {length} characters, the limit is {limit}", "shorten it"),
    "value-line-break": _error("there is a line break in it", "write it on one line"),
    "value-tab": _error("there is a tab in the text", "write a space, or nothing, instead"),
    "value-too-many": _error(
        "there are {count} items, the limit is {limit}", "take some out, or split the file"
    ),
    "value-bool": _error("“{given}” is neither true nor false", "write true or false, without quotes"),
    "value-number": _error("“{given}” is not a number", "write a number, such as {example}, without quotes"),
    "value-integer": _error("“{given}” is not a whole number", "write a whole number, such as {example}"),
    "value-not-finite": _error("“{given}” is too large to reckon with", "write an ordinary number"),
    "value-low": _error("{given} is too small", "write a number of at least {low}"),
    "value-high": _error("{given} is too large", "write a number of at most {high}"),
    "value-above": _error("{given} is too small", "write a number greater than {low}"),
    "value-choice": _error("“{given}” is not one of the choices", "write one of: {choices}"),
    "value-choice-near": _error("“{given}” is not one of the choices", "did you mean “{nearest}”?"),
    "value-count": _error(
        "the values that stand here are {count}, where {wanted} are meant", "write {wanted} values: {example}"
    ),
    "ink-form": _error(
        "an ink is four percentages, cyan, magenta, yellow and black", "write for example [0, 98, 92, 10]"
    ),
    "ink-spot-name": _error(
        "“{given}” is the name of a process plate, not of a spot colour",
        "write the name as the swatch book has it, e.g. PANTONE 185 C",
    ),
    "ink-spot-twice": _error(
        "the spot colour “{name}” has another alternate at {first}",
        "give both the same four percentages: a plate has one colour",
    ),
    "ink-screen": _error("“{given}” is not a screen colour", 'write it with # and in quotes: "#d3262b"'),
}

_REPORT = {
    "section-empty": _error("the section has neither callouts nor photos", "give it one, or take it out"),
    "lead-twice": _error("there is a lead already, at {first}", "keep lead: true for one of them"),
    "palette-unknown": _error("the theme has no palette “{given}”", "write one of: {choices}"),
    "palette-near": _error(
        "the theme has no palette “{given}”", "did you mean “{nearest}”? There are: {choices}"
    ),
}

_THEME = {
    "theme-bare": _error(
        "the theme says of no layout how it is set", "add look, gallery or sheet; or copy a built-in theme"
    ),
    "theme-unfit": _error(
        "the theme “{theme}” does not say how the format “{format}” is set",
        "choose another theme or format, or add {key} to the theme",
    ),
    "theme-unknown": _error(
        "there is no theme “{given}”", "write one of {choices}, or the path of a theme's file"
    ),
    "format-unknown": _error(
        "there is no format “{given}”", "write one of {choices}, or the path of a format's file"
    ),
    "format-wide": _error(
        "the columns reach to {reach} mm, the sheet to {trim} mm", "make columns, gutter or margin smaller"
    ),
    "format-tall": _error(
        "the lines reach to {reach} mm, the sheet to {trim} mm", "make fewer lines, or step or margin smaller"
    ),
    "format-sheet-small": _error(
        "a newspaper sheet has more than {given} of these", "write at least {low}, or layout: pages"
    ),
    "name-unknown": _error("“{given}” is not named under {table}", "write one of: {choices}"),
}

_PATHS = {
    "url": _error("“{given}” is an address, not a file", "save the file beside {owner} and write its path"),
    "home": _error("“{given}” leads to somebody's home", "copy the file beside {owner} and write its path"),
    "drive": _error(
        "“{given}” names a drive", "copy the file beside {owner} and write its path, as in photos/01.jpg"
    ),
    "backslash": _error(
        "there is a backslash in “{given}”", "write / between folder and file, as in photos/01.jpg"
    ),
    "absolute": _error(
        "“{given}” is an absolute path", "copy the file beside {owner} and write its path from there"
    ),
    "outside": _error(
        "“{given}” leads out of the folder of {owner}", "copy the file into the folder and write its path"
    ),
    "link-outside": _error(
        "“{given}” goes through a link out of the folder of {owner}", "copy the file into the folder"
    ),
    "not-file": _error("“{given}” is a folder or a device, not a file", "write the path of a file"),
    "unreachable": _error("“{given}” cannot be looked up: {reason}", "mend that, or take the file out"),
    "nul": _error("there is a NUL character in the path", "delete it"),
}
"""Shared by every kind of file that a file names: ``photo-url``, ``font-file-url``."""

ROWS: dict[str, Message] = {
    **_FILE,
    **_FORM,
    **_SYNTAX,
    **_VALUES,
    **_REPORT,
    **_THEME,
    **{
        f"{what}-{kind}": row
        for what in ("photo", "font-file", "figure-file")
        for kind, row in _PATHS.items()
    },
}
