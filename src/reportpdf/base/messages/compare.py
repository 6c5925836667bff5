"""Wording of comparing two rounds, reports or PDFs.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "compare-nothing": Message(
        Severity.ERROR,
        "{given} is no round, report or PDF",
        "name a round (its folder, number or name), a report (.yaml or its folder) or a PDF",
    ),
    "compare-kinds": Message(
        Severity.ERROR,
        "a report cannot be compared with a PDF",
        "render the report first and compare the two PDFs, or compare two reports",
    ),
    "compare-file": Message(
        Severity.ERROR,
        "this file cannot be read: {reason}",
        "check the path; a round has proof.pdf and snapshot.json in its folder",
    ),
    "compare-pictures": Message(
        Severity.NOTE,
        "pictures were made of the first {count} changed pages of {all}",
        "the lists name all of them",
    ),
    "compare-painted": Message(
        Severity.NOTE,
        "pixels were not compared: a round is painted for the press, a report for the screen",
        "make a round of the report, and compare the two rounds",
    ),
    "snapshot-large": Message(
        Severity.ERROR, "the snapshot is larger than {most} MB", "make the round again: no report is so large"
    ),
    "snapshot-broken": Message(
        Severity.ERROR,
        "this is no snapshot of a round: {said}",
        "take the file from a copy of the round, or compare the PDFs of the two rounds",
    ),
    "snapshot-version": Message(
        Severity.ERROR,
        "the snapshot is of version {version}, and this reportpdf reads version {known}",
        "use the reportpdf that made the round, or compare the PDFs of the two rounds",
    ),
}
