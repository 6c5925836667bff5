"""What people wrote on the pages of a PDF: its annotations, replies joined to what they answer.

Comes in: the path of a PDF. Goes out: :class:`Annotated`, boxes in mm from each trim's upper left corner. Any
order of a quadrilateral's corners is taken, for programs differ from ISO 32000-2 12.5.6.10 and from each
other; where there are none the rectangle serves. Pop-ups, links, fields and printer's marks say nothing and
are not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.base.units import to_mm
from reportpdf.check.pdf.annotation_records import SKIPPED, Annotation, Drawn, Kind, Page
from reportpdf.check.pdf.annotation_text import MOST_CHARACTERS, iso_date, rich_words, stream_bytes, text_of
from reportpdf.check.pdf.annotation_threads import joined
from reportpdf.check.pdf.opened import MOST_BYTES, box_named

MOST_ANNOTATIONS = 20_000
"""More than anyone writes on a report; a file that holds more was made to keep a program busy."""

MOST_PAGES = 5_000
_MOST_QUADS = 400
_ODD = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError)
"""What pikepdf answers for objects of a wrong type."""

_SAME_SIZE = 1.5
"""Points by which two programs round one page differently."""

_XMP_MM = "http://ns.adobe.com/xap/1.0/mm/"
_FARTHEST = 20_000.0
"""A coordinate beyond this many points is on no page: a PDF's own limit is 14,400."""


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """A file that came back: its pages, what was written on them, what is told of reading it, and what its
    maker calls it (trailer ID, XMP DocumentID; empty where there is none)."""

    pages: tuple[Page, ...]
    annotations: tuple[Annotation, ...]
    problems: tuple[Problem, ...]
    file_id: str
    document_id: str


def read_annotations(path: Path, like: Sequence[Page] = ()) -> Annotated:
    """The annotations of a file. ``like``: pages of the file as it went out: a program that saves a page
    without its trim box leaves it where it was.

    Raises:
        InputError: no file, too large, encrypted, broken, without pages, or with more annotations than anyone
            writes.
    """
    place = Place(str(path))
    with _opened(path, place) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise InputError(problem("annotations-pages", place, pages=len(pdf.pages), most=MOST_PAGES))
        pages: list[Page] = []
        found: list[Drawn] = []
        told: list[Problem] = []
        for number, page in enumerate(pdf.pages, 1):
            shape = _shape(number, page, like[number - 1] if number <= len(like) else None)
            pages.append(shape)
            for one in _listed(page, place, len(found)):
                drawn = _drawn(one, shape, place, told)
                if drawn is not None:
                    found.append(drawn)
        if not pages:
            raise InputError(problem("pdf-empty", place))
        return Annotated(tuple(pages), joined(found), tuple(told), _file_id(pdf), _document_id(pdf))


@contextmanager
def _opened(path: Path, place: Place) -> Iterator[Any]:
    import pikepdf

    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise InputError(
                problem("pdf-large", place, size=f"{size / 1e9:.1f}", most=f"{MOST_BYTES / 1e9:g}")
            )
        with pikepdf.open(path) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise InputError(problem("pdf-encrypted", place)) from error
    except FileNotFoundError as error:
        raise InputError(problem("pdf-missing", place)) from error
    except (pikepdf.PdfError, OSError, *_ODD) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
        raise InputError(problem("pdf-broken", place, reason=reason)) from error


def page_shapes(path: Path) -> tuple[Page, ...]:
    """The pages of a file, without what was written on them.

    Raises:
        InputError: as :func:`read_annotations`.
    """
    with _opened(path, Place(str(path))) as pdf:
        return tuple(_shape(number, page, None) for number, page in enumerate(pdf.pages, 1))


def _shape(number: int, page: Any, like: Page | None) -> Page:
    """A page's trim: stated, or as it went out, or else the crop box."""
    stated = "/TrimBox" in page.obj or "/ArtBox" in page.obj
    media = box_named(page.mediabox)
    if (
        not stated
        and like is not None
        and all(
            abs((media[i + 2] - media[i]) - (like.media[i + 2] - like.media[i])) < _SAME_SIZE for i in (0, 1)
        )
    ):
        x, y = media[0] - like.media[0], media[1] - like.media[1]
        left, low, right, high = like.trim
        return Page(number, (left + x, low + y, right + x, high + y), media, stated)
    trim = box_named(page.obj.get("/TrimBox", page.obj.get("/ArtBox", page.cropbox)))
    return Page(number, trim, media, stated)


def _listed(page: Any, place: Place, before: int) -> Iterator[Any]:
    """The annotation dictionaries of a page, each once.

    Raises: InputError where there are more than anyone writes.
    """
    import pikepdf

    listed = page.obj.get("/Annots", None)
    if not isinstance(listed, pikepdf.Array):
        return
    if before + len(listed) > MOST_ANNOTATIONS:
        raise InputError(problem("annotations-many", place, most=f"{MOST_ANNOTATIONS:,}"))
    seen: set[tuple[int, int]] = set()
    for one in listed:
        if isinstance(one, pikepdf.Dictionary) and (one.objgen == (0, 0) or one.objgen not in seen):
            seen.add(one.objgen)
            yield one


def _drawn(one: Any, page: Page, place: Place, told: list[Problem]) -> Drawn | None:
    """An annotation as it stands in the file; None if it is none that people write."""
    name = text_of(one.get("/Subtype", None))
    if not name or name in SKIPPED:
        return None
    words = text_of(one.get("/Contents", None)) or rich_words(text_of(one.get("/RC", None)))
    if len(words) > MOST_CHARACTERS:
        told.append(problem("annotation-long", place, page=page.number, most=f"{MOST_CHARACTERS:,}"))
        words = words[:MOST_CHARACTERS]
    answers = one.get("/IRT", None)
    return Drawn(
        kind=Kind.of(name),
        page=page.number,
        boxes=_boxes(one, page),
        words=words,
        author=text_of(one.get("/T", None))[:200],
        modified=iso_date(text_of(one.get("/M", None) or one.get("/CreationDate", None))),
        name=text_of(one.get("/NM", None))[:200],
        own=one.objgen,
        answers=getattr(answers, "objgen", (0, 0)),
        answers_name=text_of(answers)[:200] if answers is not None else "",
        grouped=text_of(one.get("/RT", None)) == "Group",
        state=text_of(one.get("/State", None))[:40],
        stamp=text_of(one.get("/Name", None))[:80],
    )


def _boxes(one: Any, page: Page) -> tuple[Rect, ...]:
    """Where it stands: its quadrilaterals, the tip of its arrow, or its rectangle; nothing if that is no
    place on a page."""
    arrow = _numbers(one.get("/CL", None))
    if len(arrow) >= 4:
        return (_mm((arrow[0], arrow[1], arrow[0], arrow[1]), page),)
    rect = _numbers(one.get("/Rect", None))[:4]
    quads = _numbers(one.get("/QuadPoints", None))
    boxes = [
        (min(xs), min(ys), max(xs), max(ys))
        for at in range(0, min(len(quads), 8 * _MOST_QUADS) - 7, 8)
        for xs, ys in [(quads[at : at + 8 : 2], quads[at + 1 : at + 8 : 2])]
    ]
    if not boxes and len(rect) == 4:
        boxes = [(min(rect[0], rect[2]), min(rect[1], rect[3]), max(rect[0], rect[2]), max(rect[1], rect[3]))]
    left, low, right, high = page.media
    return tuple(
        _mm(box, page) for box in boxes if box[0] < right and box[2] > left and box[1] < high and box[3] > low
        and (box[2] - box[0] <= 2 * (right - left) and box[3] - box[1] <= 2 * (high - low))
    )  # fmt: skip


def _mm(box: tuple[float, float, float, float], page: Page) -> Rect:
    left, _, _, top = page.trim
    return Rect(to_mm(box[0] - left), to_mm(top - box[3]), to_mm(box[2] - box[0]), to_mm(box[3] - box[1]))


def _numbers(values: Any) -> list[float]:
    """The numbers of an array; none of them if one is no number or on no page."""
    import pikepdf

    if not isinstance(values, pikepdf.Array):
        return []
    found = []
    for at in range(min(len(values), 8 * _MOST_QUADS)):
        try:
            number = float(values[at])
        except (TypeError, ValueError):  # a name or a dictionary among the numbers
            return []
        if not isfinite(number) or abs(number) > _FARTHEST:
            return []
        found.append(number)
    return found


def _file_id(pdf: Any) -> str:
    """The first string of the trailer's ID, which programs that only add keep. ISO 32000-2 14.4."""
    import pikepdf

    pair = pdf.trailer.get("/ID", None)
    whole = isinstance(pair, pikepdf.Array) and len(pair) > 0 and isinstance(pair[0], pikepdf.String)
    return bytes(pair[0]).hex()[:128] if whole else ""


def _document_id(pdf: Any) -> str:
    """The DocumentID of the XMP packet; empty where there is none, or none that can be read."""
    import pikepdf

    from reportpdf.check.xmp_facts import read_xmp

    packet = pdf.Root.get("/Metadata", None)
    if not isinstance(packet, pikepdf.Stream):
        return ""
    try:
        return read_xmp(stream_bytes(packet)).get(_XMP_MM, "DocumentID")[:128]
    except (ValueError, pikepdf.PdfError):  # it only helps to know the file
        return ""
