"""Wording of the problems that photos have, by code; ``file`` is the photo as the report names it."""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "photo-missing": Message(
        Severity.ERROR,
        "the photo {file} is not there; an empty frame is drawn in its place",
        "put the file there or correct its name",
    ),
    "photo-corrupt-empty": Message(
        Severity.ERROR,
        "the photo {file} is an empty file; an empty frame is drawn in its place",
        "copy the photo again from where it came",
    ),
    "photo-corrupt-folder": Message(
        Severity.ERROR,
        "the photo {file} is a folder or a device, not a file; an empty frame is drawn in its place",
        "name the photo file itself",
    ),
    "photo-corrupt-unreadable": Message(
        Severity.ERROR,
        "the photo {file} cannot be read ({reason}); an empty frame is drawn in its place",
        "check that you may read the file",
    ),
    "photo-corrupt-format": Message(
        Severity.ERROR,
        "the photo {file} is not a picture of a known format; an empty frame is drawn in its place",
        "save it as JPEG, PNG, TIFF, WebP, HEIC, GIF or BMP",
    ),
    "photo-corrupt-header": Message(
        Severity.ERROR,
        "the photo {file} begins like {format} but its header is broken; "
        "an empty frame is drawn in its place",
        "copy the photo again from where it came, or open and save it in an image editor",
    ),
    "photo-corrupt-mode": Message(
        Severity.ERROR,
        "the photo {file} keeps its pixels in a form that cannot be printed ({mode}); "
        "an empty frame is drawn in its place",
        "save it with 8 or 16 bits per channel as RGB, CMYK or greyscale",
    ),
    "photo-corrupt-data": Message(
        Severity.ERROR,
        "the photo {file} is damaged and cannot be decoded ({reason}); an empty frame is drawn in its place",
        "copy the photo again from where it came",
    ),
    "photo-corrupt-heif": Message(
        Severity.ERROR,
        "the photo {file} is in HEIC format and the library for it is not installed; "
        "an empty frame is drawn in its place",
        "install the package pi-heif, or save the photo as JPEG",
    ),
    "photo-truncated": Message(
        Severity.ERROR,
        "the photo {file} is cut off: the end of its picture data is missing",
        "copy the photo again from where it came, and wait until the copy is complete",
    ),
    "photo-too-large": Message(
        Severity.ERROR,
        "the photo {file} is {width} x {height} pixels; at most {side} a side "
        "and {megapixels} million in all are opened",
        "make a smaller copy of the photo and name that",
    ),
    "photo-file-too-large": Message(
        Severity.ERROR,
        "the photo {file} is a file of {megabytes} MB; at most {limit} MB are read",
        "make a smaller copy of the photo and name that",
    ),
    "photo-cut-deep": Message(
        Severity.NOTE,
        "the photo {file} keeps {kept}% of its area on the page",
        "look at it there; if too much is gone, move its focus, or take a photo of another shape",
    ),
    "photo-profile-ignored": Message(
        Severity.WARNING,
        "the colour profile inside the photo {file} is broken or does not fit its pixels, "
        "so the photo is taken as if it had none",
        "compare its colours on the page, and save it again with the right profile if they are off",
    ),
    "photo-profile-absent": Message(
        Severity.ERROR,
        "the press profile {profile} that CMYK photos need is not installed",
        "install reportpdf again",
    ),
    "photo-cache-unwritable": Message(
        Severity.NOTE,
        "converted photos cannot be kept in {folder} ({reason}), so the next run converts them again",
        "free space there, or choose a folder that you may write",
    ),
}
