"""Wording of marks that come back on a proof.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

ROWS: dict[str, Message] = {
    # What was typed
    "marks-option": Message(_ERROR, "{option} says nothing to {action}", "leave it out"),
    "marks-extra": Message(_ERROR, "{given} is one word too many", "leave it out"),
    "marks-text-missing": Message(
        _ERROR, "the mark says nothing", 'write what is asked, e.g. --text "9761 改 9768"'
    ),
    "marks-text-long": Message(
        _ERROR, "the mark has {count} characters, at most {most} are taken", "write it in fewer words"
    ),
    "marks-place-missing": Message(
        _ERROR,
        "the mark has no place",
        "name the page and the point, --page 2 --at 120,85, or the source, --source report.yaml:41",
    ),
    "marks-place-twice": Message(
        _ERROR,
        "the mark has two places, on the page and in the source",
        "leave --source out, or --page and --at",
    ),
    "marks-at-form": Message(
        _ERROR,
        "--at {given} is no point",
        "write two numbers, mm from the left and the upper edge of the trimmed page: 120,85",
    ),
    "marks-at-outside": Message(
        _ERROR,
        "the point {x},{y} lies outside page {page}, which is {width} by {height} mm",
        "measure from the upper left corner of the trimmed page",
    ),
    "marks-page-form": Message(_ERROR, "--page {given} is no page", "write its number: 1, 2, 3"),
    "marks-page-none": Message(
        _ERROR, "there is no page {page}: {round} has {pages}", "write a number from 1 to {pages}"
    ),
    "marks-source-none": Message(
        _ERROR,
        "no text of {round} stands at {given}",
        "name a line of the report's file, report.yaml:41, or a path, sections[1].callouts[0].figure",
    ),
    "marks-source-unset": Message(
        _ERROR, "{given} is not set on any page of {round}", "name a text that can be seen on a page"
    ),
    "marks-round-none": Message(_ERROR, "there is no round {given}", "name one of: {rounds}"),
    "marks-no-round": Message(_ERROR, "there is no round yet", "make one: reportpdf proof"),
    "marks-round-lost": Message(
        _ERROR, "the proof of {round} cannot be found", "put its folder back, or make the next round"
    ),
    "marks-numbers-missing": Message(_ERROR, "no mark is named", "name it by its number, e.g. 3 or 1,4-6"),
    "marks-numbers-form": Message(_ERROR, "{given} names no marks", "write numbers, e.g. 3 or 1,4-6"),
    "marks-number-none": Message(
        _ERROR, "there is no mark {number}", "see reportpdf marks list for the numbers there are"
    ),
    "marks-as-missing": Message(
        _ERROR, "it is not said what became of the marks", "say --as made, --as not-made or --as declined"
    ),
    "marks-reason-missing": Message(_ERROR, "marks are declined without a reason", "give it: --reason TEXT"),
    "marks-file-missing": Message(
        _ERROR, "no PDF is named", "name the file that came back: marks import FILE.pdf"
    ),
    "marks-list-form": Message(_ERROR, "{given} is no PDF", "let the name of the list end with .pdf"),
    "marks-event": Message(
        _ERROR,
        "event {id} of the register, {kind}, holds no mark that can be read",
        "take the register from a backup; another program wrote this one",
    ),
    # What is told of a mark's place
    "mark-away": Message(
        _NOTE,
        "{text}: nothing is set at the point; the nearest words, {away} mm away, are taken: {words}",
        "see that they are meant",
    ),
    "mark-named": Message(
        _NOTE, "{text}: {named} is meant, which stands {away} mm from the point", "see that it is"
    ),
    "mark-not-there": Message(
        _WARNING,
        "{text}: {named} does not stand at that place, which says: {words}",
        "see that page and point are right; whether it was made cannot be told from the words",
    ),
    "mark-nowhere": Message(
        _NOTE, "{text}: page {page} has no words near the mark", "it is listed with its page alone"
    ),
    # PDFs that came back
    "annotations-many": Message(
        _ERROR, "the PDF has more than {most} annotations", "have it saved anew with the remarks alone"
    ),
    "annotations-pages": Message(
        _ERROR, "the PDF has {pages} pages, at most {most} are read", "send the proof itself"
    ),
    "annotation-long": Message(
        _WARNING,
        "an annotation on page {page} is longer than {most} characters; the rest is not taken",
        "read it in the PDF",
    ),
    "annotations-none": Message(_NOTE, "the PDF has no annotations", "see that the marked copy was sent"),
    "annotations-other-round": Message(
        _ERROR,
        "the PDF is the proof of {found}, not of {wanted}",
        "say so, --round {found}, or name the PDF of {wanted}",
    ),
    "annotations-unknown": Message(
        _ERROR,
        "the PDF is not the proof of any round: its pages or words are others",
        "name the round if you know it: --round NAME",
    ),
    "annotations-likely": Message(
        _WARNING,
        "the PDF was written anew by another program; it is taken for the proof of {round}: {percent} % of "
        "the words are the same",
        "see that it is; otherwise name the round: --round NAME",
    ),
    "annotations-taken": Message(
        _WARNING,
        "the PDF is taken for the proof of {round} because you say so",
        "see that the places are right",
    ),
    "annotations-page": Message(
        _ERROR, "the PDF has remarks on page {page}; {round} has {pages}", "name the PDF of that round"
    ),
    # What a new round says of marks
    "mark-as-asked": Message(
        _NOTE,
        "mark {number} ({by}: {text}): changed as asked: {now}",
        "tick it: marks tick {number} --as made",
    ),
    "mark-made": Message(
        _NOTE,
        "mark {number} ({by}: {text}): changed as asked, and ticked as made: {now}",
        "nothing is left to do",
    ),
    "mark-otherwise": Message(
        _WARNING,
        "mark {number} ({by}: {text}): changed, but not as asked: {before} is now {now}",
        "compare it with the mark",
    ),
    "mark-unchanged": Message(
        _WARNING,
        "mark {number} ({by}: {text}): the text there is unchanged: {now}",
        "make the change, or decline it with a reason",
    ),
    "mark-gone": Message(
        _WARNING,
        "mark {number} ({by}: {text}): its place is gone: {before}",
        "see whether that is what was asked",
    ),
    "mark-contradicted": Message(
        _WARNING,
        "mark {number} ({by}: {text}) is ticked as made, but the text there is unchanged: {now}",
        "make the change, or decline it with a reason",
    ),
    "marks-open": Message(
        _WARNING,
        "the round is not clean; open marks: {count} ({numbers})",
        "make or decline each, and tick it: reportpdf marks tick",
    ),
}  # fmt: skip
