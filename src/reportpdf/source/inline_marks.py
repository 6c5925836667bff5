"""A text's marks are read, and those that cannot stand are told.

In: a text as delivered, and whether its field takes marks. Out: the text with plain words and its marks. A
form that is begun and not ended stays text: that, and what a style cannot do, is found when the words are
set.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.problem import Problem, problem
from reportpdf.model.marks import MAY_BE_MARKED, FaultKind, Mark, Marked, Span
from reportpdf.model.report import Text
from reportpdf.source.excerpt import brief
from reportpdf.source.places import place_of
from reportpdf.source.reading import Reading
from reportpdf.text.findings import Findings

_FORMS = {
    Mark.STRONG: "**…**",
    Mark.LINK: "[…](…)",
    Mark.RUBY: "{…|…}",
    Mark.DOTS: "{.…}",
    Mark.NAME: "{_…}",
    Mark.TITLE: "{~…}",
}
"""Each mark as it is written."""


STOPPING = frozenset({"ruby-no-room"})
"""What stops a run: it would spoil the page."""


def read_inline(reading: Reading, text: Text, inline: str) -> Text:
    """The text with its marks read; where the field refuses them (``inline``), each is a problem."""
    if not MAY_BE_MARKED.search(text.value):
        return text
    from reportpdf.model.inline import read_marks  # only texts with marks need it
    from reportpdf.model.links import SCHEMES

    marked = read_marks(text.value)
    if marked is None:
        return text
    for fault in marked.faults:
        if fault.kind is not FaultKind.UNENDED:
            place = place_of(text, fault.offset)
            args = {"given": brief(fault.given), "schemes": ", ".join(SCHEMES)}
            reading.refuse_at(fault.kind.value, place, **args)
    found = replace(text, value=marked.words, marked=marked)
    if inline == "refused":
        for span in marked.spans:
            _refuse(reading, text, marked, span)
    return found


def _refuse(reading: Reading, text: Text, marked: Marked, span: Span) -> None:
    """A mark where none is taken, at its first character of the words."""
    place = place_of(text, marked.delivered_offset(span.start))
    words = brief(marked.words[span.start : span.end])
    reading.refuse_at("mark-refused", place, words=words, form=_FORMS[span.mark])


def inline_problems(findings: Findings) -> tuple[Problem, ...]:
    """What setting found of marks, with places."""
    return tuple(
        problem(
            fault.code,
            place_of(_delivered(fault.text) if fault.delivered else fault.text, fault.offset),
            **dict(fault.args),
        )
        for fault in findings.marks.values()
    )


def _delivered(text: Text) -> Text:
    """The text as it was before its marks were read."""
    return replace(text, value=text.marked.delivered, marked=None) if text.marked else text
