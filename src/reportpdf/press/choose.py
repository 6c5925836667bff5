"""What was asked for becomes editions, or every reason why it cannot be.

Comes in: :class:`Wanted`, the choices of the command line and the job with the place each was made. Goes
out: the editions in the order of painting, and problems: choices that contradict each other are refused
here, before anything is laid out. Sources: those of :mod:`reportpdf.model.standards`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.model.claims import Claims, combine
from reportpdf.model.job import Marks, PhotoIntent
from reportpdf.model.standards import STANDARDS, Want
from reportpdf.press.colour import ColourSpace
from reportpdf.press.conditions import CONDITIONS, Condition
from reportpdf.press.edition import Edition, PhotoSettings, Purpose
from reportpdf.press.imposition import Imposition

SCREEN_STANDARDS = ("a2a", "ua1")
PRESS_STANDARD = "x4"
ARCHIVE_STANDARD = "a2a"

FELLOWS = {"a2a": ("a2a", "ua1"), "a3a": ("a3a", "ua1"), "a4": ("a4", "ua2"), "a4f": ("a4f", "ua2")}
"""The standard of access that goes with each archive standard."""

SCREEN_PHOTOS = PhotoSettings(200.0, 0.0, 85)
ARCHIVE_PHOTOS = PhotoSettings(300.0, 0.0, 92)
PRESS_QUALITY = 92


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that was chosen, and where; the option's name stands for the place on the command line."""

    word: str
    place: Place | None = None
    option: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made. Choices that are not made are None."""

    purposes: tuple[Purpose, ...] = (Purpose.SCREEN,)
    standard: Choice | None = None
    condition: Condition | None = None
    marks: Marks | None = None
    tagged: bool = False
    perceptual: bool = False
    lossless: bool = False
    imposition: Imposition | None = None
    attach: bool = False
    password: bool = False
    date: datetime | None = None


def choose_editions(wanted: Wanted) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """The editions, and what keeps them from being made."""
    problems: list[Problem] = []
    editions = [_MAKERS[purpose](wanted, problems) for purpose in wanted.purposes]
    problems += _standard_without_purpose(wanted)
    return tuple(edition for edition in editions if edition is not None), tuple(problems)


def _standard_without_purpose(wanted: Wanted) -> list[Problem]:
    """A standard that none of the purposes can keep."""
    choice = wanted.standard
    if choice is None or choice.word not in STANDARDS:
        return []
    fits = {Purpose.PRESS: STANDARDS[choice.word].press, Purpose.ARCHIVE: choice.word in FELLOWS}
    if any(fits.get(purpose, False) for purpose in wanted.purposes):
        return []
    purposes = ", ".join(purpose.value for purpose in wanted.purposes)
    return [
        problem("standard-purpose", choice.place, standard=STANDARDS[choice.word].name, purposes=purposes)
    ]


def _claims(
    keys: tuple[str, ...], wants: frozenset[Want], wanted: Wanted, problems: list[Problem]
) -> Claims | None:
    """The claims, or None with every contradiction told at the place of the standard."""
    made = combine(keys, wants)
    if isinstance(made, Claims):
        return made
    place = wanted.standard.place if wanted.standard else None
    problems += [
        problem("standard-conflict", place, one=c.standard, other=c.other, clause=c.clause) for c in made
    ]
    return None


def _screen(wanted: Wanted, problems: list[Problem]) -> Edition | None:
    wants = frozenset({Want.LINKS, *_asked(wanted)})
    claims = _claims(SCREEN_STANDARDS, wants, wanted, problems)
    if claims is None:
        return None
    return Edition(
        Purpose.SCREEN, claims, ColourSpace.SRGB, SCREEN_PHOTOS, date=wanted.date, links=True, compact=True
    )


def _archive(wanted: Wanted, problems: list[Problem]) -> Edition | None:
    key = wanted.standard.word if wanted.standard and wanted.standard.word in FELLOWS else ARCHIVE_STANDARD
    claims = _claims(FELLOWS[key], frozenset({Want.LINKS, *_asked(wanted)}), wanted, problems)
    if claims is None:
        return None
    return Edition(Purpose.ARCHIVE, claims, ColourSpace.SRGB, ARCHIVE_PHOTOS, date=wanted.date, links=True)


def _press(wanted: Wanted, problems: list[Problem]) -> Edition | None:
    key = PRESS_STANDARD
    if wanted.standard and wanted.standard.word in STANDARDS and STANDARDS[wanted.standard.word].press:
        key = wanted.standard.word
    keys = (key, "a2a", "ua1") if wanted.tagged else (key,)
    claims = _claims(keys, _asked(wanted), wanted, problems)
    if claims is None:
        return None
    condition = wanted.condition or CONDITIONS["coated"]
    photos = PhotoSettings(
        condition.photo_ppi,
        condition.floor_ppi,
        PRESS_QUALITY,
        wanted.lossless,
        PhotoIntent.PERCEPTUAL if wanted.perceptual else PhotoIntent.COLORIMETRIC,
    )
    marks = Marks.FULL if wanted.marks is None else wanted.marks
    if wanted.imposition is not None:
        marks = Marks.NONE  # the sheet has its own
        if wanted.tagged:
            problems.append(problem("impose-tagged"))
    return Edition(
        Purpose.PRESS, claims, ColourSpace.CMYK, photos, condition, marks, links=False, date=wanted.date
    )


def _asked(wanted: Wanted) -> frozenset[Want]:
    """What is asked for by name, so that a standard may refuse it."""
    asked = {Want.ATTACHMENT} if wanted.attach else set()
    return frozenset(asked | ({Want.PASSWORD} if wanted.password else set()))


_MAKERS = {Purpose.SCREEN: _screen, Purpose.PRESS: _press, Purpose.ARCHIVE: _archive}
