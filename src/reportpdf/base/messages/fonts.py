"""Wording of what is said about font files and faces.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR
_NOTE = Severity.NOTE

ROWS: dict[str, Message] = {
    # Names
    "font-unknown": Message(_ERROR, "there is no font called “{name}”", "write one of: {names}"),
    "font-near": Message(_ERROR, "there is no font called “{name}”", "did you mean: {nearest}?"),
    "fonts-missing": Message(
        _ERROR,
        "the fonts that come with reportpdf are not here",
        "install reportpdf again, or name a folder of fonts",
    ),
    # Files
    "font-missing": Message(
        _ERROR, "there is no font file here", "put the font beside the theme, or correct its name in fonts"
    ),
    "font-not-a-file": Message(
        _ERROR,
        "this is not a file, but a font file is meant",
        "name the .ttf, .otf, .ttc or .otc file itself",
    ),
    "font-unreadable": Message(
        _ERROR,
        "the font file cannot be read: {reason}",
        "ask for the right to read it, or copy it beside the theme",
    ),
    "font-too-large": Message(
        _ERROR, "the font file has {size}; at most {limit} is taken", "use a font with fewer characters"
    ),
    "font-not-a-font": Message(
        _ERROR, "this is not a font file", "name a .ttf or .otf file, or a face inside a .ttc or .otc file"
    ),
    "font-truncated": Message(
        _ERROR, "the font file is cut short: its part {part} is not all there", "download or copy it again"
    ),
    "font-damaged": Message(
        _ERROR,
        "the font file is damaged or incomplete: its part {part} makes no sense",
        "download or copy it again",
    ),
    "font-face-index": Message(
        _ERROR,
        "the font file has no face number {index}; it has {count}, counted from 0",
        "correct the number of the face",
    ),
    # Kinds that cannot be set
    "font-web": Message(
        _ERROR, "this is a {kind} font for web pages", "use the .ttf or .otf file that it was made from"
    ),
    "font-postscript": Message(
        _ERROR, "this is a PostScript Type 1 font", "use the OpenType edition of the font, .otf or .ttf"
    ),
    "font-variable": Message(
        _ERROR, "this is a variable font", "use the static font of the weight you want, e.g. its Regular file"
    ),
    "font-cff2": Message(
        _ERROR,
        "this font has CFF2 outlines, which no PDF can hold",
        "use the static .otf or .ttf edition of the font",
    ),
    "font-bitmap-only": Message(
        _ERROR,
        "this font has pictures of its characters but no outlines",
        "use an outline font, .ttf or .otf",
    ),
    "font-no-outlines": Message(
        _ERROR, "this font has no outlines of its characters", "use an outline font, .ttf or .otf"
    ),
    # What its maker allows
    "font-no-embedding": Message(
        _ERROR,
        "the maker of this font does not allow it to be embedded in a document",
        "use another font, or obtain a licence and the file that comes with it",
    ),
    "font-bitmap-embedding": Message(
        _ERROR,
        "the maker of this font allows only pictures of its characters to be embedded",
        "use another font, or obtain a licence and the file that comes with it",
    ),
    "font-preview-print": Message(
        _NOTE,
        "the maker of {font} allows documents with it to be read and printed, not edited",
        "nothing to do for reading and printing",
    ),
    "font-whole": Message(
        _NOTE,
        "the maker of {font} does not allow a part of it to be embedded, so the PDF carries all of it",
        "use another font if the PDF becomes too large",
    ),
}
