"""Wording of what keeps an edition from being made: standards, conditions, plates, and what no press must
see.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    # Standards
    "standard-conflict": Message(
        _ERROR, "{one} does not go with {other} ({clause})", "leave one of the two out"
    ),
    "standard-purpose": Message(
        _ERROR, "{standard} is not a standard for: {purposes}", "choose another --standard, or another --for"
    ),
    "standard-unknown": Message(_ERROR, "“{given}” is no standard for the press", "write one of: {choices}"),
    "date-form": Message(_ERROR, "“{given}” is not a date", "write it like 2025-01-10T08:30+08:00"),
    "date-zone": Message(_ERROR, "the date “{given}” has no zone", "add it, e.g. +08:00 for Chinese time"),
    "impose-tagged": Message(
        _ERROR,
        "imposed sheets cannot be tagged: their pages are not in reading order",
        "leave one of the two out",
    ),
    "impose-blank": Message(
        Severity.NOTE, "the sheets have blank pages at the end: {count}", "fill them, or let them stand"
    ),
    "impose-thick": Message(
        Severity.WARNING,
        "{pages} pages are more than a saddle stitch holds on usual paper ({most})",
        "bind them otherwise",
    ),
    # Printing conditions and profiles
    "condition-unknown": Message(
        _ERROR,
        "there is no printing condition “{given}”",
        "write one of: {choices}; or the path of an .icc file",
    ),
    "profile-missing": Message(
        _ERROR, "this colour profile is not there: {reason}", "install reportpdf anew"
    ),
    "profile-unreadable": Message(
        _ERROR,
        "the profile {file} cannot be read: {reason}",
        "correct its path, or ask for the right to read it",
    ),
    "profile-large": Message(
        _ERROR,
        "the profile {file} has {size} bytes, the limit is {limit}",
        "ask the printer for the press profile alone",
    ),
    "profile-none": Message(
        _ERROR, "{file} is not an ICC profile", "ask the printer for the .icc file of the press"
    ),
    "profile-cut": Message(
        _ERROR,
        "the profile {file} says it has {declared} bytes and has {size}",
        "copy it again from where it came",
    ),
    "profile-version": Message(
        _ERROR,
        "the profile {file} is of ICC version {version}; PDF/X takes 2 and 4",
        "ask the printer for a version 2 or 4",
    ),
    "profile-class": Message(
        _ERROR,
        "the profile {file} is of class “{given}”, not of an output device (prtr)",
        "give the profile of the press",
    ),
    "profile-space": Message(
        _ERROR, "the profile {file} is for {given}, not for CMYK", "give the profile of a four-colour press"
    ),
    "profile-tables": Message(
        _ERROR, "the profile {file} lacks the tables {missing}", "ask the printer for a complete profile"
    ),
    "ink-limit": Message(
        _ERROR,
        "this colour takes {total} % of ink; the condition {condition} bears {limit} %",
        "lower its percentages, or choose another condition",
    ),
    # What must not go to press unseen
    "press-stand-in": Message(
        _ERROR,
        "the photo {file} is a stand-in",
        "put the real photo in its place, or: --allow press-stand-in",
    ),
    "press-frame-empty": Message(
        _ERROR, "the frame of {file} is empty", "put the photo there, or: --allow press-frame-empty"
    ),
    "press-photo-coarse": Message(
        _ERROR,
        "the photo {file} on page {page} has {ppi} ppi at its size; the floor is {floor}",
        "use a larger file, or: --allow press-photo-coarse",
    ),
    "press-reversed-small": Message(
        _ERROR,
        "page {page}, {x} mm from the left and {y} mm from the top: “{words}” is reversed out at {size} pt; "
        "{condition} wants {least} pt",
        "enlarge it in the theme, or: --allow press-reversed-small",
    ),
    "press-colour-small": Message(
        _ERROR,
        "page {page}, {x} mm from the left and {y} mm from the top: “{words}” is printed in several inks "
        "at {size} pt; {condition} wants {least} pt",
        "print it in black or larger, or: --allow press-colour-small",
    ),
    "press-allowed": Message(
        Severity.NOTE, "let through to press: {code}", "look at it once more on the proof"
    ),
    "allow-unknown": Message(
        _ERROR, "there is nothing to allow by the name “{given}”", "write one of: {choices}"
    ),
    # Sizes
    "size-form": Message(_ERROR, "“{given}” is not a size", "write for example 5MB or 800kB"),
    "size-unreachable": Message(
        _ERROR,
        "the PDF has {size} with photos at {ppi} ppi and quality {quality}, the lowest step; "
        "{limit} were asked for",
        "allow more, or use fewer photos",
    ),
    "size-lowered": Message(
        Severity.NOTE,
        "photos are at {ppi} ppi and quality {quality}, so that the PDF stays under {limit}",
        "allow more for finer photos",
    ),
    # The file itself
    "file-claim-unmet": Message(
        _ERROR,
        "the finished PDF does not keep what it claims ({clause}): {said}",
        "report this; nothing was written over",
    ),
    # Plates
    "plates-no-ghostscript": Message(
        _ERROR,
        "plates are made by Ghostscript, and there is none",
        "install it: apt install ghostscript, or brew install ghostscript",
    ),
    "plates-no-file": Message(_ERROR, "there is no such file", "correct its name"),
    "plates-old": Message(_ERROR, "Ghostscript {version} is too old", "install {least} or later"),
    "plates-failed": Message(
        _ERROR, "Ghostscript cannot make plates of this file: {reason}", "check that it is a PDF and opens"
    ),
    "plates-slow": Message(_ERROR, "Ghostscript did not come to an end", "try fewer ppi, or a smaller file"),
    "plates-over": Message(
        _ERROR,
        "page {page}: {square} % of ink over 15 mm at {x} mm, {y} mm; the limit is {limit} %",
        "lighten what lies there",
    ),
}
