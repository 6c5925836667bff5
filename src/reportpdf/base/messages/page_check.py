"""Wording of what a check finds on pages and in PDFs.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

ROWS: dict[str, Message] = {
    # Files that cannot be checked
    "pdf-missing": Message(_ERROR, "there is no such file", "correct its name"),
    "pdf-large": Message(
        _ERROR, "the PDF has {size} GB; up to {most} GB are read", "send photos at no more than 400 ppi"
    ),
    "pdf-encrypted": Message(
        _ERROR, "the PDF is locked with a password", "ask its sender for one without protection"
    ),
    "pdf-broken": Message(
        _ERROR, "the PDF is damaged and cannot be read: {reason}", "have it exported and sent anew"
    ),
    "pdf-empty": Message(_ERROR, "the PDF has no page", "have it exported and sent anew"),
    # Pages as they are laid out
    "page-overset": Message(
        _ERROR, "{lines} line(s) of this text are not on the page", "shorten it, or give it more room"
    ),
    "page-last-line": Message(
        _WARNING, "the last line is “{words}” alone", "shorten the text by a character, or add a few"
    ),
    "page-head-at-foot": Message(
        _ERROR, "the head stands at the foot of page {page}, nothing of its text under it",
        "change the copy so that it moves to the next page",
    ),
    "page-figure-small": Message(
        _WARNING, "the figure is {has} pt high; the theme wants {least} pt at least",
        "write it shorter: a larger unit, fewer figures",
    ),
    "page-focus-cut": Message(
        _ERROR, "the crop on page {page} leaves out the photo's focus", "move the focus, or use another photo"
    ),
    "page-crop-deep": Message(
        _WARNING, "on page {page} {keeps} % of the photo are kept; the theme wants {least} %",
        "use a photo of another shape",
    ),
    "page-photo-upscaled": Message(
        _ERROR, "on page {page} the photo has {ppi} ppi at {width} mm; it is safe up to {safe} mm",
        "use a larger file",
    ),
    "page-photo-coarse": Message(
        _WARNING, "on page {page} the photo has {ppi} ppi at {width} mm, under {least}; it is safe up to {safe} mm",
        "use a larger file, if there is one",
    ),
    "page-white": Message(
        _WARNING, "{white} mm are left white at the foot of page {page}", "add to its texts or its photos"
    ),
    "page-near-trim": Message(
        _ERROR, "“{words}” on page {page} is {has} mm from the trim; {least} mm are safe",
        "move it inward in the theme or the format",
    ),
    # Acceptance
    "accept-nothing": Message(
        _WARNING, "accepts {code}, and nothing like it is found", "delete this entry"
    ),
    "accept-unknown": Message(_ERROR, "there is no check by the name “{code}”", "write the code that is shown"),
    "baseline-form": Message(_ERROR, "this is no list of findings", "name a file written by --json"),
    # The press, by the bytes of a PDF
    "press-encrypted": Message(
        _ERROR, "the PDF is protected, and a print file may not be", "export it without protection"
    ),
    "press-no-trim": Message(
        _ERROR, "page {page} has no trim box", "export it with its page boxes, as PDF/X-4"
    ),
    "press-boxes-nested": Message(
        _ERROR, "on page {page} the trim, bleed and media boxes do not lie in each other",
        "export it anew with the page size of the document",
    ),
    "press-crop-cuts": Message(
        _ERROR, "the crop box of page {page} cuts into its trim", "set the crop box to the media box"
    ),
    "press-user-unit": Message(
        _ERROR, "page {page} is scaled (UserUnit {given})", "export it at its true size"
    ),
    "press-page-turned": Message(
        _WARNING, "page {page} is turned by {given}°", "export it upright"
    ),
    "press-page-empty": Message(
        _WARNING, "page {page} is empty", "delete it, if it is not meant to be"
    ),
    "press-content-damaged": Message(
        _WARNING,
        "{count} operator(s) of page {page} make no sense",
        "have it exported and sent anew",
    ),
    "press-page-sizes": Message(
        _WARNING, "the pages are of different sizes: {sizes}", "export all at one size"
    ),
    "press-bleed-short": Message(
        _ERROR, "on page {page} ink that reaches the trim ({edge}) goes {has} mm beyond it; {least} mm are needed",
        "extend it into the bleed, and export with {least} mm of bleed",
    ),
    "press-blend-rgb": Message(
        _ERROR, "transparency on page {page} is blended in RGB", "set the blend space of the document to CMYK"
    ),
    "press-annotation": Message(
        _WARNING, "page {page} has an annotation ({kind}), which does not print", "delete it from the print file"
    ),
    "press-spot": Message(
        _WARNING, "the spot colour “{name}” on page {page} needs a plate of its own",
        "order the plate, or convert it to CMYK",
    ),
    "press-spot-names": Message(
        _ERROR, "“{name}” and “{other}” look like one spot colour and make two plates", "give both one name"
    ),
    "press-spot-two-ways": Message(
        _ERROR, "the spot colour “{name}” is defined in two ways", "define it once for the whole file"
    ),
    "press-registration-ink": Message(
        _ERROR, "something on page {page} is in the registration colour, on every plate",
        "use black; registration is for marks outside the bleed",
    ),
    "press-no-intent": Message(
        _ERROR, "the PDF does not say which press it is for (no output intent)", "export it as PDF/X-4"
    ),
    "press-intent-many": Message(
        _ERROR, "the PDF names {count} presses (output intents)", "export it with one"
    ),
    "press-intent-profile": Message(
        _ERROR, "the output intent has no profile", "export it with the printer's profile"
    ),
    "press-intent-kind": Message(
        _ERROR, "the profile of the output intent is of class {kind} and space {space}; a press has prtr and CMYK",
        "export it with the printer's profile",
    ),
    "press-pdf-rgb": Message(
        _ERROR, "page {page} has RGB where it is marked", "convert it to CMYK before it is sent"
    ),
    "press-white-text-overprint": Message(
        _ERROR, "white text on page {page} overprints and will vanish: “{words}”", "set it to knock out"
    ),
    "press-white-overprint": Message(
        _ERROR, "a white area or line on page {page} overprints and will vanish", "set it to knock out"
    ),
    "press-black-knocks-out": Message(
        _ERROR, "black text of {size} pt on page {page} does not overprint the colour under it: “{words}”",
        "set black text under {least} pt to overprint",
    ),
    "press-rich-black-text": Message(
        _ERROR, "text of {size} pt on page {page} is in rich black ({inks}): “{words}”",
        "use black alone under {least} pt",
    ),
    "press-inks-small-text": Message(
        _ERROR, "text of {size} pt on page {page} is printed in several inks ({inks}): “{words}”",
        "use one ink, or {least} pt and more",
    ),
    "press-small-reversed": Message(
        _ERROR, "text of {size} pt on page {page} is reversed out: “{words}”", "use {least} pt and more"
    ),
    "press-line-thin": Message(
        _ERROR, "a line on page {page} is {size} pt wide", "use 0.25 pt; under {least} pt it breaks up"
    ),
    "press-line-inks": Message(
        _WARNING, "a line of {size} pt on page {page} is printed in several inks ({inks})",
        "use one ink, or {least} pt and more",
    ),
    "press-image-coarse": Message(
        _ERROR, "the image {file} on page {page} has {ppi} ppi, under {least}; it is safe up to {mm} mm wide",
        "use a larger file",
    ),
    "press-image-soft": Message(
        _WARNING, "the image {file} on page {page} has {ppi} ppi, under {least}; it is safe up to {mm} mm wide",
        "use a larger file, if there is one",
    ),
    "press-ink-coverage": Message(
        _ERROR, "page {page} has {has} % of ink over 15 mm; the limit is {limit} %", "lighten what lies there"
    ),
    "press-ink-unmeasured": Message(
        _NOTE, "ink coverage was not measured ({reason})", "install Ghostscript: apt install ghostscript"
    ),
    # Fonts
    "font-not-embedded": Message(
        _ERROR, "the font {name} (page {page}) is not in the PDF", "export it with all fonts embedded"
    ),
    "font-not-embeddable": Message(
        _ERROR, "the licence of the font {name} (page {page}) forbids embedding", "use another font"
    ),
    "font-courier": Message(
        _WARNING, "page {page} is set in {name}, which often stands for a font that was missing",
        "find out which font was meant",
    ),
    "font-type3": Message(
        _WARNING, "the font {name} (page {page}) is drawn (Type 3) and cannot be hinted or corrected",
        "export it with true fonts",
    ),
    "font-no-text": Message(
        _WARNING, "text in {name} (page {page}) cannot be searched or copied", "export it with Unicode text"
    ),
    "font-no-licence": Message(
        _WARNING, "the font {name} does not state its licence", "find out whether it may be used"
    ),
}  # fmt: skip
