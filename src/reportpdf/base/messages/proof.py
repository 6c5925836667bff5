"""Wording of what is wrong with proof rounds: folders, the register, signatures.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_FORMS: dict[str, Message] = {
    "form-glyph": Message(
        Severity.WARNING,
        "no font has the character {character} ({code}); 〓 is printed in its place",
        "write another character, or write it in by hand on the printed sheet",
    ),
}

_REGISTER: dict[str, Message] = {
    "register-missing": Message(
        Severity.ERROR,
        "there are no proof rounds here",
        "name the report, or its folder proofs; to make the first round: reportpdf proof REPORT",
    ),
    "register-lost": Message(
        Severity.ERROR,
        "the register knows nothing of the rounds that lie here: {names}",
        "bring register.sqlite back from a backup; or keep these rounds elsewhere, and begin anew",
    ),
    "register-damaged": Message(
        Severity.ERROR,
        "the register is damaged: {reason}",
        "bring the folder back from a backup; the files of the rounds themselves are not touched",
    ),
    "register-not-one": Message(
        Severity.ERROR,
        "this is a database of another program, or a register that was altered",
        "name the folder of the rounds, or bring it back from a backup",
    ),
    "register-newer": Message(
        Severity.ERROR,
        "the register is of version {version}, this reportpdf knows {known}",
        "use the newer reportpdf that wrote it",
    ),
    "register-busy": Message(
        Severity.ERROR, "another program is writing the register", "wait until it has ended, then start again"
    ),
    "register-failed": Message(
        Severity.ERROR,
        "the register could not be opened or written: {reason}",
        "make room on the drive, or make the folder writable",
    ),
    "register-row-changed": Message(
        Severity.ERROR,
        "event {id} of the register is not what was written: its hash does not fit",
        "compare the register with a backup or an export; from this event on it proves nothing",
    ),
    "register-row-missing": Message(
        Severity.ERROR,
        "event {id} of the register is missing",
        "compare the register with a backup or an export; from this event on it proves nothing",
    ),
}

_ROUNDS: dict[str, Message] = {
    "register-event": Message(
        Severity.ERROR,
        "event {id} of the register ({kind}) cannot be understood",
        "bring the folder back from a backup; another program may have written it",
    ),
    "rounds-busy": Message(
        Severity.ERROR,
        "somebody else is working on the rounds of this report",
        "wait a little, then start again",
    ),
    "rounds-busy-by": Message(
        Severity.ERROR,
        "{by} is working on the rounds of this report (process {process} on {machine}, since {since})",
        "wait a little, then start again",
    ),
    "rounds-other-report": Message(
        Severity.ERROR,
        "the rounds here are those of {other}, not of {report}",
        "name another folder for these rounds with -o",
    ),
    "round-folder-taken": Message(
        Severity.ERROR,
        "the next round would lie here, but something else does already",
        "move it elsewhere, then start again",
    ),
    "round-folder-missing": Message(
        Severity.WARNING,
        "the folder of the round before is not there, or has no manifest: nothing can be compared with it",
        "bring it back from a backup if it is still wanted",
    ),
    "round-no-reading": Message(
        Severity.NOTE,
        "{round} was made without a reading proof, and nothing is added to its files",
        "ask for --reading when the next round is made",
    ),
    "round-not-compared": Message(
        Severity.WARNING,
        "{round} cannot be compared with, so this round has no list of changes ({codes})",
        "bring its folder back from a backup; then: reportpdf compare",
    ),
    "input-changed": Message(
        Severity.ERROR,
        "this file was written to while the round was being made, so no round was made",
        "save it, then start again",
    ),
}

_SIGNING: dict[str, Message] = {
    "words-long": Message(
        Severity.ERROR, "{option} has {count} characters, {most} at most have room", "shorten it"
    ),
    "words-control": Message(
        Severity.ERROR, "{option} has characters that nobody can see or print", "type it anew, without them"
    ),
    "round-unknown": Message(
        Severity.ERROR, "there is no round “{given}”; there are: {names}", "name one of them, or its number"
    ),
    "sign-missing": Message(
        Severity.ERROR,
        "a signature needs {option}, and it was not given",
        "write all three: --round 付印 --by NAME --role 终审",
    ),
    "sign-role-unknown": Message(
        Severity.ERROR,
        "the sign-off sheet of this round has no role “{given}”; it has: {roles}",
        "name one of them; for other roles list them under proof.roles in the job, before the round is made",
    ),
    "sign-role-twice": Message(
        Severity.ERROR,
        "{by} has signed {round} as {role} already ({at})",
        "a signature cannot be taken back; to sign otherwise, make another round",
    ),
    "sign-marks-open": Message(
        Severity.ERROR,
        "{count} marks are still open, so {round} cannot go to press",
        "make or decline them (reportpdf marks), or sign with --decision 改后付印 and a --note that says why",
    ),
    "sign-note-missing": Message(
        Severity.ERROR,
        "{count} marks are still open; “{decision}” must say why the round is signed all the same",
        "add --note TEXT",
    ),
}

_VERIFYING: dict[str, Message] = {
    "verify-no-round": Message(
        Severity.ERROR, "there is no round of proofs here", "name the folder of a round, e.g. proofs/06-付印"
    ),
    "verify-folder-missing": Message(
        Severity.ERROR, "the folder of this round is not there", "bring it back from a backup"
    ),
    "verify-missing": Message(
        Severity.ERROR, "this file of the round is missing", "bring it back from a backup"
    ),
    "verify-changed": Message(
        Severity.ERROR,
        "this file is not the one that was made: its hash differs",
        "bring it back from a backup; what is to change goes into a new round",
    ),
    "verify-added": Message(Severity.ERROR, "this file does not belong to the round", "move it elsewhere"),
    "verify-no-manifest": Message(
        Severity.ERROR,
        "the round has no manifest that can be read, so nothing can be said of its files",
        "bring the folder back from a backup",
    ),
    "verify-no-register": Message(
        Severity.ERROR,
        "no register lies beside this folder: the files can only be held against their own manifest, and who"
        " signed what cannot be proved",
        "verify the folder in its place, or copy register.sqlite beside it",
    ),
    "verify-not-registered": Message(
        Severity.ERROR,
        "the register beside this folder knows no such round",
        "see whether the folder belongs to another report",
    ),
    "verify-signature-other": Message(
        Severity.ERROR,
        "{by} ({role}) signed another manifest than this round's",
        "the signature does not count for these files",
    ),
}

ROWS: dict[str, Message] = {**_FORMS, **_REGISTER, **_ROUNDS, **_SIGNING, **_VERIFYING}
