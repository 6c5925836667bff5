"""Composition on trial: each case on a page of its own.

In: cases, a theme, fonts. Out: a document whose page k is case k, and for each case the lines it was set
in. A page is 1000 by 1000 points; type is 20 points in the theme's text faces; the frame begins 40 points
from the left and the top, vertical lines run from the right. Nothing else is on the page.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace

from reportpdf.base.geometry import Size
from reportpdf.base.ink import BLACK
from reportpdf.base.problem import Problem, problem
from reportpdf.layout.display import Document, Item, Page, Role, Tag
from reportpdf.layout.lines import put_block
from reportpdf.layout.vertical import put_vertical_block
from reportpdf.model.specimen import Case, CaseOptions
from reportpdf.text.block import Block, SetParagraph
from reportpdf.text.costs import letters_of
from reportpdf.text.face import FontSet
from reportpdf.text.findings import Findings
from reportpdf.text.ragged import LEAST_LETTERS
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition, Kinsoku, Language, MarkStyle, Theme
from reportpdf.theme.style import TextStyle

PAGE = 1000.0
MARGIN = 40.0
SIZE = 20.0
PITCH = 30.0
TIGHT_PITCH = 22.0
"""Distance of lines where a page must hold more of them; both in points."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetCase:
    """How a case was set: the text of each line and its width, em."""

    id: str
    lines: tuple[str, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Specimen:
    """The document, its cases in order, what setting found out, and what does not fit."""

    document: Document
    cases: tuple[SetCase, ...]
    findings: tuple[Findings, ...]
    problems: tuple[Problem, ...]


def lay_out_specimen(cases: tuple[Case, ...], theme: Theme, body: TextStyle, fonts: FontSet) -> Specimen:
    """Every case set; ``body`` is the theme's style of running text, of which only the faces count."""
    setters: dict[tuple[object, ...], Setter] = {}
    pages: list[Page] = []
    told: list[SetCase] = []
    problems: list[Problem] = []
    for number, case in enumerate(cases, 1):
        choices = choices_of(theme.composition, case.options)
        key = astuple(choices)
        setter = setters.get(key) or setters.setdefault(key, Setter(fonts, choices))
        items, lines, found = _set_case(case, setter, body)
        pages.append(Page(number, items))
        told.append(lines)
        problems += found
    document = Document(
        Size(PAGE, PAGE), 0.0, tuple(pages), (), theme.title, "", "", theme.composition.language.value
    )
    return Specimen(document, tuple(told), tuple(s.found() for s in setters.values()), tuple(problems))


def choices_of(theme: Composition, options: CaseOptions) -> Composition:
    """The theme's choices with those of the case in their place."""
    made = theme
    if options.level is not None:
        made = replace(made, kinsoku=Kinsoku(options.level))
    if options.punct is not None:
        made = replace(made, marks=MarkStyle(options.punct))
    if options.lang is not None:
        made = replace(made, language=Language(options.lang))
    if options.autospace is not None:
        made = replace(made, autospace=options.autospace, autospace_narrow=options.autospace)
    if options.indent_em is not None:
        made = replace(made, indent=options.indent_em)
    plain = {name: getattr(options, name) for name in ("hang", "hyphenate", "justify", "normalise", "tcy")}
    return replace(made, **{name: value for name, value in plain.items() if value is not None})


def _set_case(case: Case, setter: Setter, body: TextStyle) -> tuple[tuple[Item, ...], SetCase, list[Problem]]:
    """The case's items on its page, its lines, and what is wrong with its size."""
    vertical = case.options.writing == "vertical"
    own = setter.vertical if vertical else setter
    style = replace(body, size=SIZE, pitch=PITCH, tracking=0.0)
    first = case.options.indent_em is not None
    block = own.block(case.text, style, case.measure_em * SIZE, first=first)
    room = PAGE - MARGIN
    if block.count * PITCH > room:
        style = replace(style, pitch=TIGHT_PITCH)
        block = own.block(case.text, style, case.measure_em * SIZE, first=first)
    problems: list[Problem] = []
    most = int(room // style.pitch)
    if block.count > most:
        place = case.text.place
        problems.append(problem("case-too-high", place, id=case.id, lines=block.count, most=most))
    if any(_leaves_orphan(part) for part in block.paragraphs):
        problems.append(problem("case-orphan", case.text.place, id=case.id))
    if case.measure_em * SIZE > room:
        problems.append(problem("case-too-wide", case.text.place, id=case.id, most=f"{room / SIZE:g}"))
    justified = own.choices.flush
    tag = Tag(Role.PARAGRAPH, case.text.place.path)
    if vertical:
        items = put_vertical_block(block, PAGE - MARGIN, MARGIN, BLACK, tag, justified=justified)
    else:
        items = put_block(block, MARGIN, MARGIN, BLACK, tag, justified=justified)
    return tuple(items), _told(case.id, block, justified=justified), problems


def _leaves_orphan(part: SetParagraph) -> bool:
    """Whether the last of several lines holds a single letter (clreq #adjustments_of_orphans_and_widows)."""
    ranges = part.lines.ranges
    return len(ranges) > 1 and letters_of(part.paragraph, *ranges[-1]) < LEAST_LETTERS


def _told(name: str, block: Block, *, justified: bool) -> SetCase:
    lines = [block.line(i, justified=justified)[0] for i in range(block.count)]
    texts = tuple("".join(c.text for c in line.clusters) for line in lines)
    return SetCase(name, texts, tuple(round(line.width, 4) for line in lines))
