"""A page, a file or a code is led back to the copy it came from.

Comes in: a PDF, a picture or what somebody typed, and ledgers. Goes out: :class:`Traced`. All carriers are
asked, so that it is seen when they disagree; pages are looked at as pictures last, thoroughly only while
nothing else was found. Without the ledger a code says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.codes import codes_in, is_code, plain
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.near_codes import LEAST_PART, nearness
from reportpdf.dispatch.trace_record import Carrier, Recipient, Sighting, Sureness, Traced
from reportpdf.painting import Progress

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 1_000_000_000
MOST_READ = 400
"""Pages whose words are read."""

MOST_SEEN, FEW_SEEN = 12, 3
"""Pages that are looked at as pictures: while nothing was found, and where something was."""

_PPI = (150.0, 225.0)
_MOST_LIKELY = 5
"""Copies that are named for a part of a code."""

_FILES = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".heif", ".gif", ".bmp"}
)
"""Endings of a file's name: what has one is no code."""


def trace_file(path: Path, ledgers: Iterable[Path], password: str, progress: Progress) -> Traced:
    """What a PDF or a picture leads to.

    Raises: InputError: it cannot be read, or is locked.
    """
    folders = tuple(ledgers)
    with open(path, "rb") as file:
        start = file.read(1024)
        file.seek(0, 2)
        if file.tell() > MOST_BYTES:
            raise InputError(problem("trace-large", Place(str(path)), most=MOST_BYTES // 1_000_000))
        file.seek(0)
        digest = file_digest(file, "sha256").hexdigest()
    sightings = [Sighting(Carrier.FILE, digest)]
    notes: list[Problem] = []
    if b"%PDF-" in start:
        sightings += _of_pdf(path, password, folders, progress, notes)
    else:
        sightings += _of_picture(path, progress)
    return _answered(sightings, folders, notes)


def trace_code(typed: str, ledgers: Iterable[Path]) -> Traced:
    """What a code leads to, whole, misread, a part of one, or among the other words of its line."""
    among = dict.fromkeys(codes_in(typed))
    carrier = Carrier.TYPED if among or is_code(plain(typed)) else Carrier.NEAR
    return _answered([Sighting(carrier, code) for code in among or (plain(typed),)], tuple(ledgers), [])


def is_typed_code(words: str) -> bool:
    """Whether words can be a code or a part of one, or hold one."""
    if any(codes_in(words)):
        return True
    if Path(words).suffix.lower() in _FILES or any(sep in words for sep in "/\\"):
        return False
    code = plain(words)
    return LEAST_PART <= len(code) <= 20 and code.isascii() and code.replace("?", "").isalnum()


def _of_pdf(
    path: Path, password: str, folders: tuple[Path, ...], progress: Progress, notes: list[Problem]
) -> Iterator[Sighting]:
    from reportpdf.check.copy_words import said_of_itself
    from reportpdf.paint.trace_pictures import traced_pdf

    said = said_of_itself(path, password)
    seen = [Sighting(Carrier.PROPERTIES, code) for code in codes_in(said.info)]
    seen += [Sighting(Carrier.PACKET, code) for code in codes_in(said.packet)]
    seen += [Sighting(Carrier.INSTANCE, name) for name in said.instances]
    seen += [Sighting(Carrier.FILE_ID, name) for name in said.file_ids]
    with traced_pdf(path, password) as pdf:
        for index in range(min(len(pdf), MOST_READ)):
            progress("trace", index, len(pdf))
            seen += [Sighting(Carrier.TEXT, code, index + 1) for code in codes_in(pdf.words(index))]
        known = bool(_answered(seen, folders, []).recipients)
        looked = _spread(len(pdf), FEW_SEEN if known else MOST_SEEN)
        found = False
        for thorough in (False, True):
            for index in looked:
                if thorough and (found or known):
                    break
                progress("trace", index, len(pdf))
                codes = {c for ppi in _PPI for c in _symbols(pdf.picture(index, ppi), thorough=thorough)}
                seen += [Sighting(Carrier.SYMBOL, code, index + 1) for code in sorted(codes)]
                found = found or bool(codes)
        if len(looked) < len(pdf):
            notes.append(problem("trace-pages", None, looked=len(looked), pages=len(pdf)))
    yield from dict.fromkeys(seen)


def _of_picture(path: Path, progress: Progress) -> Iterator[Sighting]:
    from reportpdf.paint.trace_pictures import traced_picture

    progress("trace", 0, 1)
    for code in _symbols(traced_picture(path), thorough=True):
        yield Sighting(Carrier.SYMBOL, code)


def _symbols(picture: Image, *, thorough: bool) -> list[str]:
    """The sound codes of the symbols in a picture."""
    from reportpdf.paint.symbol_search import find_symbols

    words = find_symbols(picture, lambda found: is_code(plain(found)), thorough=thorough)
    return [code for word in words if is_code(code := plain(word))]


def _spread(count: int, most: int) -> tuple[int, ...]:
    """Indices of pages, spread over the file, the first and the last among them."""
    if count <= most:
        return tuple(range(count))
    return tuple(sorted({round(i * (count - 1) / (most - 1)) for i in range(most)}))


def _answered(sightings: list[Sighting], folders: tuple[Path, ...], notes: list[Problem]) -> Traced:
    """Whose copies the sightings lead to."""
    recipients: list[Recipient] = []
    known: set[str] = set()
    for folder in folders:
        with Ledger.open(folder) as ledger:
            title = ledger.facts().get("title", "")
            for row in ledger.rows(superseded=True):
                its = tuple(one for one in sightings if _leads_to(one, row))
                if its:
                    recipients.append(Recipient(row, folder, title, its))
                    known.add(plain(row.code))
    recipients.sort(key=lambda one: (_ORDER.index(one.sureness), -len(one.sightings)))
    likely = [one for one in recipients if one.sureness is Sureness.LIKELY]
    if len(likely) < len(recipients):
        recipients = [one for one in recipients if one.sureness is not Sureness.LIKELY]
    unknown = [one for one in sightings if is_code(one.words) and one.words not in known]
    if not recipients:
        unknown += [one for one in sightings if one.carrier is Carrier.NEAR]
    return Traced(tuple(recipients[: _MOST_LIKELY + 20]), tuple(unknown), folders, tuple(notes))


_ORDER = tuple(Sureness)


def _leads_to(sighting: Sighting, row: LedgerRow) -> bool:
    """Whether what was seen is this copy's."""
    from reportpdf.finish.copy_facts import instance_id, trailer_id

    code = plain(row.code)
    match sighting.carrier:
        case Carrier.FILE:
            return bool(row.sha256) and sighting.words == row.sha256
        case Carrier.INSTANCE:
            return sighting.words == instance_id(code)
        case Carrier.FILE_ID:
            return sighting.words == trailer_id(code)
        case Carrier.NEAR:
            return nearness(sighting.words, code)
        case _:
            return sighting.words == code
