"""Wording of what is told and asked when manuscripts are taken in, by code.

Comes in: nothing. Goes out: ``ROWS``. Codes that begin with ``ask-`` are questions that also stand in the
report, as comments.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity


def _error(fact: str, fix: str) -> Message:
    return Message(Severity.ERROR, fact, fix)


def _warning(fact: str, fix: str) -> Message:
    return Message(Severity.WARNING, fact, fix)


def _note(fact: str, fix: str) -> Message:
    return Message(Severity.NOTE, fact, fix)


_FILES = {
    "import-no-folder": _error("it was not said where the report is to go", "add: -o FOLDER"),
    "intake-kind": _error(
        "files of the kind {ending} are not taken in", "save it as one of: {known}; or leave it out"
    ),
    "intake-save-as": _error("{ending} files are not taken in", "open it and save it as {better}"),
    "intake-many": _error(
        "the folder holds {count} files, the limit is {limit}", "name the files that are meant"
    ),
    "intake-cut": _error(
        "the file is {encoding}, and damaged at byte {offset}", "copy it again from where it came"
    ),
    "intake-nothing": _error(
        "there is nothing in it that a report could be made of",
        "see whether it is the right file; a report needs paragraphs, or rows with figures",
    ),
    "intake-no-manuscript": _error(
        "photos alone change nothing in a report that is there",
        "name the manuscript too, the same as last time",
    ),
    "intake-no-bound": _error("no figure of this report is taken from {file}", "name the manuscript too"),
    "intake-encoding": _note("the file is written in {encoding}, and was read so", "look at rare characters"),
    "intake-control": _warning(
        "characters that print nothing were taken out: {characters}", "see whether something is missing"
    ),
    "intake-link": _warning(
        "this is a link to a file elsewhere, and was left out", "copy the file itself into the folder"
    ),
    "intake-skipped": _note(
        "files of other kinds in the folder were left out ({count}): {files}",
        "name those that are meant, saved as a kind that is taken",
    ),
    "intake-left-footnote": _warning(
        "notes at the foot were left out ({count})", "work them into the text, if they matter"
    ),
    "intake-left-comment": _warning(
        "comments in the margin were left out ({count})", "see in Word whether they change anything"
    ),
    "intake-left-object": _warning(
        "embedded charts or objects were left out ({count})", "ask the sender for them as pictures"
    ),
    "intake-left-reading": _warning(
        "readings above characters were left out ({count})", "write them as {{滨州|bīn zhōu}}, if they matter"
    ),
    "intake-left-symbol": _warning(
        "symbols of a special font were left out ({count})", "see in Word what they are, and type them"
    ),
    "intake-linked": _warning(
        "pictures are linked and not in the document ({count})", "ask the sender for the files"
    ),
}

_AGAIN = {
    "intake-same": _note("the manuscript brings nothing new for this report", "nothing has to be done"),
    "intake-not-imported": _error(
        "a report is here that no import wrote, or the record of that is gone",
        "name another folder, and copy over what is needed",
    ),
    "intake-no-merge": _error(
        "the report's changes and the manuscript's cannot be joined",
        "import into another folder and compare the two",
    ),
    "intake-file-kept": _warning(
        "this file was changed since the last import, and stays", "delete it to have the sender's again"
    ),
    "file-differs": _error("the sender has another version of this file", "add --update to take it"),
    "report-differs": _error(
        "the manuscript has changed: {before} -> {after}; nothing was written",
        "add --update to take it",
    ),
    "report-new-unasked": _error(
        "the manuscript has something new here: {after}; nothing was written", "add --update to take it"
    ),
    "report-gone-unasked": _error(
        "the manuscript no longer has this: {before}; nothing was written",
        "add --update to take it out",
    ),
    "report-changed": _note("the manuscript's change was taken: {before} -> {after}", "look at it"),
    "report-new": _note("the manuscript has something new here, which was taken: {after}", "look at it"),
    "report-gone": _note("the manuscript no longer has this, and it was taken out: {before}", "look at it"),
    "report-conflict": _warning(
        "the manuscript has changed where the report was edited: {before} -> {after}; the report's stays",
        "choose between the two",
    ),
}

_ASKS = {
    "ask-no-title": _note("no title was found, the file's name stands for it: {title}", "write the title"),
    "ask-no-heads": _note(
        "no section heads were found, so all of it is one section", "write the section's title"
    ),
    "ask-bare-head": _note("nothing stands under the head “{words}”, so it was left out", "is text missing?"),
    "ask-not-placed": _note(
        "this has no place in the report: {words}", "put it where it belongs, or leave it"
    ),
    "ask-ordinal": _note(
        "the numbers before section titles were left out ({count}), for the layout numbers sections",
        "see whether any text speaks of them",
    ),
    "ask-numbers": _note(
        "the numbers before list items were left out ({count}), for each item is a callout of its own",
        "see whether any text speaks of them",
    ),
    "ask-figure-only": _note("the figure {figure} was found in the text", "is it the one to show?"),
    "ask-figure-first": _note(
        "the figure {figure} is the first of {count} in the text", "is it the one to show?"
    ),
    "ask-no-figure": _note(
        "the text has no figure; its words “{figure}” stand for one", "write a better one"
    ),
    "ask-joined": _note(
        "the paragraph “{words}” has no figure and was joined to this text", "does it belong here?"
    ),
    "ask-table": _note("{figure} and its text were put together from a table's row", "is it worded well?"),
    "ask-row": _note(
        "this row has no figure and was left out: {words}", "put it where it belongs, or leave it"
    ),
    "ask-bound": _note("the figure was bound to the cell {cell} ({label})", "is it the right one?"),
    "ask-caption-order": _note(
        "the caption stood between sections, and was put here by its order", "does it belong here?"
    ),
    "ask-caption-nearer": _note(
        "the caption stood between sections, and was put here by its order; “{title}” has more of its words",
        "does it belong there?",
    ),
    "ask-caption-first": _note(
        "the line stood before the first section and was taken for a caption", "is it one?"
    ),
    "ask-no-photo": _note(
        "captions without a photo ({count}) show a stand-in until the photos come",
        "write each photo's file and take out stand_in",
    ),
    "ask-no-caption": _note("the photo came without a caption", "write one"),
    "ask-photo-order": _note(
        "the photo {file} was matched to the caption by its order", "is it the right one?"
    ),
    "ask-photo-loose": _note(
        "the photo photos/{file} matches no caption", "give it one, or leave it out of the report"
    ),
    "ask-picture": _note("the picture {file} cannot be printed ({kind})", "ask for it as JPEG, PNG or TIFF"),
}

ROWS: dict[str, Message] = {**_FILES, **_AGAIN, **_ASKS}
