"""The way to a form's PDF: laid out, painted with the bundled faces.

Comes in: a :class:`~reportpdf.layout.form.records.Form`. Goes out: the PDF's bytes, its pages, and characters
that no font has. Equal forms give equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.problem import Problem, problem
from reportpdf.layout.form.records import Form


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetForm:
    """A form as a PDF, how many pages it has, and what is to be told of it."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]


def set_form(form: Form) -> SetForm:
    """The form as a PDF.

    Raises:
        ResourceError: the fonts that come with reportpdf are not there.
    """
    from reportpdf.layout.form.compose import lay_out_form
    from reportpdf.paint.surface import paint_document
    from reportpdf.source.fonts import FontShelf, bundled_fonts_dir

    fonts = FontShelf((), bundled_fonts_dir())
    laid = lay_out_form(form, fonts)
    data = paint_document(laid.document, fonts, lambda _: None)
    missing = {
        (found.text.place, found.character): problem(
            "form-glyph",
            found.text.place,
            character=found.character,
            code=f"U+{ord(found.character):04X}",
        )
        for found in laid.findings.missing.values()
    }
    return SetForm(data, len(laid.document.pages), tuple(missing.values()))
