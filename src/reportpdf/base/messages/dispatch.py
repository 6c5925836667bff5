"""Wording of what is wrong with a ledger and a run of copies.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

ROWS: dict[str, Message] = {
    # The ledger
    "ledger-missing": Message(
        _ERROR,
        "there is no ledger here: nothing was dispatched yet",
        "name the list or the folder of its dispatch; to make one: reportpdf dispatch REPORT LIST --go",
    ),
    "ledger-damaged": Message(
        _ERROR,
        "the ledger is damaged: {reason}",
        "bring it back from a backup of the folder; the copies themselves are not touched",
    ),
    "ledger-not-one": Message(
        _ERROR, "this is a database of another program, not a ledger", "name the folder of a dispatch"
    ),
    "ledger-newer": Message(
        _ERROR,
        "the ledger is of version {version}, this reportpdf knows {known}",
        "use the newer reportpdf that wrote it",
    ),
    "ledger-busy": Message(
        _ERROR, "another program is writing the ledger", "wait until it has ended, then start again"
    ),
    "ledger-failed": Message(
        _ERROR,
        "the ledger could not be written: {reason}",
        "make room on the drive or choose another folder, then go on with --resume",
    ),
    # Rows and runs
    "rows-unknown": Message(
        _ERROR,
        "{option}: no row is meant by “{given}”",
        "write row numbers as the list shows them, ranges, or departments' names, e.g. 3,5-8,办公室",
    ),
    "row-there": Message(
        _WARNING,
        "“{name}” is in the ledger already, and is left as it is",
        "to finish what is not made, add --resume; to make it anew, --redo",
    ),
    "row-changed": Message(
        _ERROR,
        "the list now asks for other copies of “{name}” than were begun",
        "make them anew with --redo {row}, or bring the row back",
    ),
    "row-gone": Message(
        _WARNING,
        "the ledger has {count} of “{name}”, which the list no longer asks for, or whose row is bad",
        "nothing more is made or sent of it; collect what went out",
    ),
    "copy-lost": Message(
        _WARNING,
        "this copy was made, and is no longer there as it was",
        "it is made again, with the same number and code",
    ),
    "copy-outside": Message(_ERROR, "a link in this folder leads out of the dispatch", "remove the link"),
    "dispatch-running": Message(_ERROR, "another run is at work in this folder", "wait until it has ended"),
    "dispatch-no-ledger": Message(
        _ERROR,
        "copies lie here, but the ledger that knows their codes is gone",
        "bring the ledger back from a backup, or choose another folder with -o",
    ),
    "dispatch-there": Message(
        _ERROR,
        "a dispatch is in this folder already",
        "finish it with --resume, make rows anew with --redo, or choose another folder with -o",
    ),
    "row-not-there": Message(
        _ERROR,
        "“{name}” is not in the ledger, so there is nothing to make anew",
        "make it with --go, or --resume",
    ),
    "dispatch-report": Message(
        _ERROR,
        "the report is no longer what the copies here were made of (“{title}”)",
        "bring it back as it was, or dispatch the new one into another folder with -o",
    ),
    "dispatch-option": Message(
        _ERROR,
        "{option} was “{before}” when this dispatch began, now it is “{now}”",
        "give the same again, or choose another folder with -o",
    ),
    "dispatch-room": Message(
        _ERROR,
        "about {need} are needed, {free} are free on this drive",
        "make room there, or choose another drive with -o",
    ),
    "dispatch-stopped": Message(
        _ERROR, "stopped before the end; what is made is in the ledger", "go on with --resume"
    ),
    "dispatch-nobody": Message(_ERROR, "no row of the list can be done", "mend the rows named above"),
    "passwords-unreadable": Message(
        _ERROR,
        "the file of passwords cannot be read",
        "bring it back from a backup: it says which password opens whose copies",
    ),
    "passwords-lost": Message(
        _ERROR,
        "the password of “{name}” is no longer in passwords.csv, though copies are locked with it",
        "bring the file back, or make them anew with --redo {row}",
    ),
    "letter-doubtful": Message(
        _ERROR,
        "nobody knows whether the letter to “{name}” went: the last run ended while it was sent",
        "ask there; if it came, ledger --ack {row} notes it; if not, --redo {row} sends it with new codes",
    ),
    "letters-no-address": Message(
        Severity.NOTE,
        "no letter goes to those without an e-mail address: {names}",
        "hand their copies over, or add the address and run again with --resume",
    ),
    "mail-no-settings": Message(
        _ERROR,
        "there is no {given} beside the list, and --mail names none",
        "write one (docs/mail.md); for an outbox the sender in {user} is enough",
    ),
    "sign-not-press": Message(
        _WARNING,
        "press copies stay unsigned: PDF/X takes no signature field",
        "nothing, if the others are enough",
    ),
    "workers-form": Message(_ERROR, "--workers cannot be “{given}”", "write a whole number from 1 to {most}"),
    "template-kind": Message(_ERROR, "an example cannot be a “{kind}” file", "write one of: {kinds}"),
    "ledger-several": Message(_ERROR, "several dispatches are here: {folders}", "name one of them"),
    "ack-by": Message(_ERROR, "--ack says nothing without --by", "add who received them: --by NAME"),
    "ack-not-made": Message(
        _ERROR,
        "row {row} (“{name}”) cannot be acknowledged: copy {number} is not made",
        "make it first with --resume",
    ),
}
