"""Wording of what the command line itself refuses: options, places to write to, faults of ours.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    # The words typed after reportpdf
    "command-missing": Message(_ERROR, "no command was given", "write one of: {commands}"),
    "command-unknown": Message(_ERROR, "there is no command “{given}”", "write one of: {commands}"),
    "command-near": Message(_ERROR, "there is no command “{given}”", "did you mean “{nearest}”?"),
    "command-is-file": Message(
        _ERROR, "“{given}” is a file, not a command", "to set it, write: reportpdf render {given}"
    ),
    "argument-missing": Message(
        _ERROR, "“{command}” needs {name}, and it was not given", "see: reportpdf {command} --help"
    ),
    "argument-extra": Message(
        _ERROR, "“{given}” is one word more than “{command}” takes", "see: reportpdf {command} --help"
    ),
    "option-unknown": Message(
        _ERROR, "“{command}” has no option “{given}”", "see: reportpdf {command} --help"
    ),
    "option-near": Message(_ERROR, "“{command}” has no option “{given}”", "did you mean “{nearest}”?"),
    "option-no-value": Message(_ERROR, "the option {option} has no value", "write: {option} {name}"),
    "option-takes-none": Message(_ERROR, "the option {option} takes no value", "write only {option}"),
    "option-twice": Message(_ERROR, "the option {option} is given twice", "keep the one you mean"),
    "option-value": Message(_ERROR, "{option} cannot be “{given}”", "write one of: {choices}"),
    "option-value-near": Message(
        _ERROR, "{option} cannot be “{given}”", "did you mean “{nearest}”? There are: {choices}"
    ),
    "option-later": Message(
        _ERROR,
        "{option} {given} is not built yet; it comes with a later version",
        "for now, write one of: {choices}",
    ),
    "option-needs": Message(_ERROR, "{option} says nothing without {needs}", "add it, or leave {option} out"),
    "option-conflict": Message(
        _ERROR, "{option} and {other} cannot be given together", "keep the one you mean"
    ),
    # Places to write to
    "output-not-writable": Message(
        _ERROR,
        "no file can be made here: the folder {folder} does not allow it",
        "choose another folder, or ask for the right to write there",
    ),
    "output-read-only": Message(_ERROR, "this drive can only be read", "choose a folder on another drive"),
    "output-disk-full": Message(
        _ERROR,
        "the disk is full, so the file was not written",
        "make room there, or choose another drive",
    ),
    "output-is-folder": Message(
        _ERROR,
        "this is a folder, but a file is to be written",
        "add a file name, or end it with “/” to write into it",
    ),
    "output-in-file": Message(
        _ERROR, "this would lie inside {file}, which is a file, not a folder", "choose another folder"
    ),
    "output-name-too-long": Message(
        _ERROR, "the file name is longer than this drive allows", "choose a shorter name"
    ),
    "output-is-input": Message(
        _ERROR,
        "writing here would overwrite {input}, which is read for this report",
        "choose another name",
    ),
    "output-protected": Message(
        _ERROR,
        "the file that stands here is write-protected",
        "choose another name, or lift the protection",
    ),
    "output-exists": Message(
        _ERROR,
        "a file of this name is there already, and may hold changes of yours",
        "choose another name, or delete it first",
    ),
    "output-failed": Message(_ERROR, "the file could not be written: {reason}", "choose another place"),
    # Ends that are not the report's doing
    "part-missing": Message(
        _ERROR,
        "the Python package {name} is not installed",
        "install reportpdf again with pip",
    ),
    "out-of-memory": Message(
        _ERROR, "the computer has no memory left for this report", "close other programs, or split the report"
    ),
    "interrupted": Message(
        _ERROR, "stopped before the end; nothing was written", "start again when you like"
    ),
    "internal-error": Message(
        _ERROR,
        "this is a fault in reportpdf, not in your report ({kind})",
        "please report it with the report file and the output of REPORTPDF_DEBUG=1",
    ),
}
