"""Each edition of a layout becomes the bytes of a PDF: separated, marked, painted, imposed, packed, read
back.

Comes in: what the sources gave, the laid-out document, the editions. Goes out: for each edition its bytes,
its pages and what is to be told. Nothing is written here, and nothing is handed on that does not keep what
it claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportpdf.base.problem import InputError, Problem, ReportpdfError, problem
from reportpdf.layout.display import Document
from reportpdf.model.job import Marks
from reportpdf.painting import Making, Painted, Progress, paint
from reportpdf.press.edition import Edition, Purpose
from reportpdf.sources import Sources

SIZE_STEPS: tuple[tuple[float, int], ...] = (
    (200.0, 85),
    (180.0, 80),
    (150.0, 78),
    (130.0, 72),
    (110.0, 66),
    (96.0, 60),
)
"""What photos are lowered to, ppi and JPEG quality, until a PDF fits the size asked for [choice]."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Made:
    """One edition's PDF."""

    edition: Edition
    data: bytes
    pages: int
    problems: tuple[Problem, ...]
    broken: Mapping[str, Problem]
    """Photos that could not be decoded, by path."""


def make_edition(
    edition: Edition, sources: Sources, document: Document, making: Making, progress: Progress
) -> Made:
    """The PDF of one edition.

    Raises:
        InputError: it must not go to press as it is; or it cannot be made as small as asked.
        ReportpdfError: the finished file does not keep what it claims, which is a fault of ours.
    """
    notes: list[Problem] = []
    prepared = document
    if edition.purpose is Purpose.PRESS:
        prepared = _for_press(edition, sources, document, making, notes)
    if making.most_bytes is not None and edition.purpose is Purpose.SCREEN:
        edition, painted = _within(edition, sources, prepared, making, progress)
    else:
        painted = _finished(edition, sources, prepared, making, progress)
    notes += painted.notes
    data = painted.data
    pages = len(prepared.pages)
    if making.imposition is not None and edition.purpose is Purpose.PRESS:
        data, pages = _imposed(data, pages, making, notes)
    else:
        _check(data, edition, document)
    return Made(edition, data, pages, tuple(dict.fromkeys(notes)), painted.broken)


def _for_press(
    edition: Edition, sources: Sources, document: Document, making: Making, notes: list[Problem]
) -> Document:
    """The document on its plates, with its marks.

    Raises:
        InputError: what must not go to press, unless it is allowed.
    """
    from reportpdf.check.press_gate import press_problems, refused
    from reportpdf.press.marks import slug_style, with_marks
    from reportpdf.press.separate import separate
    from reportpdf.text.setter import Setter

    assert edition.condition is not None  # a press edition has one
    separated = separate(document, edition.condition)
    found = press_problems(separated, sources.pictures, edition)
    if stopped := refused(found, making.allowed):
        raise InputError(*stopped)
    notes += [problem("press-allowed", one.place, code=one.code) for one in found]
    if edition.marks is Marks.NONE:
        return separated
    slugs = _slugs(edition, separated, making)
    setter = Setter(sources.fonts, sources.theme.composition)
    marked = with_marks(separated, edition.marks, setter, SLUG_FACES, slugs)
    if missing := sorted(setter.table(slug_style(SLUG_FACES)).missing):
        place = sources.job.name.place if sources.job and sources.job.name else None
        raise InputError(
            *(
                problem("glyph-missing", place, character=c, code=f"U+{ord(c[0]):04X}", fonts=SLUG_FACES[0])
                for c in missing
            )
        )
    return marked


SLUG_FACES = ("NotoSansSC-Regular",)
"""The faces of the slug line; they come with reportpdf."""


def _slugs(edition: Edition, document: Document, making: Making) -> tuple[str, ...]:
    """Each page's slug: job, round, time, condition, page, digest, and what was let through."""
    assert edition.condition is not None  # a press edition has one
    time = edition.date.strftime("%Y-%m-%d %H:%M") if edition.date else ""
    allowed = "放行 " + " ".join(making.allowed) if making.allowed else ""
    count = len(document.pages)
    return tuple(
        "　".join(
            part
            for part in (
                making.slug,
                time,
                edition.condition.name,
                f"{page.number}/{count}",
                making.digest[:12],
                allowed,
            )
            if part
        )
        for page in document.pages
    )


def _finished(
    edition: Edition, sources: Sources, document: Document, making: Making, progress: Progress
) -> Painted:
    """The painted PDF, packed if the edition is to be compact."""
    painted = paint(edition, sources, document, making, progress)
    if not edition.compact:
        return painted
    from reportpdf.finish.compact import compact

    return replace(painted, data=compact(painted.data))


def _within(
    edition: Edition, sources: Sources, document: Document, making: Making, progress: Progress
) -> tuple[Edition, Painted]:
    """The PDF at the first step that is small enough.

    Raises:
        InputError: not even the last is.
    """
    limit, size = making.most_bytes or 0, 0
    for step, (ppi, quality) in enumerate(SIZE_STEPS):
        lowered = replace(edition, photos=replace(edition.photos, ppi=ppi, quality=quality))
        painted = _finished(lowered, sources, document, making, progress)
        size = len(painted.data)
        if size <= limit:
            note = problem("size-lowered", None, ppi=f"{ppi:g}", quality=quality, limit=_size(limit))
            return lowered, replace(painted, notes=(*painted.notes, note)) if step else painted
    ppi, quality = SIZE_STEPS[-1]
    lowest = {"size": _size(size), "ppi": f"{ppi:g}", "quality": quality}
    raise InputError(problem("size-unreachable", None, **lowest, limit=_size(limit)))


def _size(number: int) -> str:
    return f"{number / 1_000_000:.2f} MB" if number >= 1_000_000 else f"{number / 1000:.0f} kB"


def _imposed(data: bytes, pages: int, making: Making, notes: list[Problem]) -> tuple[bytes, int]:
    """The sheets of a press PDF, and their number of sides."""
    from reportpdf.finish.impose import impose
    from reportpdf.press.imposition import MOST_STITCHED, Imposition, blanks, sides

    assert making.imposition is not None
    made = sides(pages, making.imposition, making.paper)
    if count := blanks(pages, making.imposition):
        notes.append(problem("impose-blank", None, count=count))
    if making.imposition is Imposition.BOOKLET and pages > MOST_STITCHED:
        notes.append(problem("impose-thick", None, pages=pages, most=MOST_STITCHED))
    return impose(data, made), len(made)


def _check(data: bytes, edition: Edition, document: Document) -> None:
    """The file read back.

    Raises:
        ReportpdfError: with every claim that is not kept.
    """
    from reportpdf.check.readback import Expected, unmet_claims

    trim = document.trim.width, document.trim.height
    bleed = document.bleed if edition.claims.press else 0.0
    expected = Expected(len(document.pages), trim, bleed, document.title, document.author)
    unmet = unmet_claims(data, edition, expected)
    if unmet:
        raise ReportpdfError(
            *(problem("file-claim-unmet", None, clause=one.clause, said=one.fact) for one in unmet)
        )
