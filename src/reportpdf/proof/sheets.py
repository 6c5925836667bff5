"""The sheets of a round that people print: sign-off sheet, contact sheet, reading proof.

Comes in: a round that is being made, or one that was made with its signatures. Goes out: PDFs and pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from reportpdf.base.problem import Severity
from reportpdf.base.units import to_mm
from reportpdf.painting import Progress
from reportpdf.proof.making import Files, RoundMaking
from reportpdf.proof.naming import folder_name
from reportpdf.proof.round_record import PROOF_NAME, RoundRecord
from reportpdf.proof.rounds import Round, open_marks
from reportpdf.proof.signoff_facts import (
    Decision,
    PrintSpec,
    Signature,
    SignedFile,
    SignOff,
    inks_of,
    roles_of,
    spec_words,
)

SIGN_OFF_NAME, READING_NAME = "signoff.pdf", "reading.pdf"


def title_of(making: RoundMaking) -> str:
    """The title of the report in one line; the job's name where it has none."""
    title = making.sources.report.title
    words = " ".join(title.value.split()) if title is not None else ""
    return words or making.job_name


def signing_roles(making: RoundMaking) -> tuple[str, ...]:
    """Who signs the round."""
    job = making.sources.job
    return roles_of(job.proof if job is not None else None)


def product_facts(making: RoundMaking) -> dict[str, Any]:
    """What the sign-off sheet says of the product, as it is kept in the manifest."""
    job, sheet = making.sources.job, making.sources.format
    trim = making.laid.document.trim
    spec = PrintSpec(
        format=sheet.name,
        trim_mm=(round(to_mm(trim.width), 1), round(to_mm(trim.height), 1)),
        bleed_mm=sheet.bleed_mm,
        inks=inks_of([making.laid.document]),
        condition=making.condition.identifier or making.condition.name,
        tac=making.condition.tac,
        **spec_words(job.proof if job is not None else None),
    )
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(spec).items()}


def sign_off_files(making: RoundMaking, _: Progress) -> Files:
    """The sign-off sheet, to be signed by hand."""
    counts = Counter(severity for _, severity in making.told)
    first = making.laid.document.pages[0].number if making.laid.document.pages else 1
    known = SignOff(
        title=title_of(making),
        round=making.name,
        file=_file(making.number, making.name, sha256(making.pdf).hexdigest(), making.time),
        pages=len(making.laid.document.pages),
        first_page=first,
        spec=_spec(product_facts(making)),
        roles=signing_roles(making),
        open_marks=open_marks(making.events),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        by=making.by,
        note=making.note,
    )
    return {SIGN_OFF_NAME: _set(known)}


def signed_sheet(round_: Round) -> bytes:
    """The sign-off sheet of a round with the signatures it has, for the folder beside it."""
    record = round_.record
    known = SignOff(
        title=record.title,
        round=record.name,
        file=_file(record.number, record.name, _proof_hash(record), datetime.fromisoformat(record.at)),
        pages=record.pages,
        spec=_spec(record.sheet),
        roles=record.roles,
        signatures=tuple(
            Signature(
                one.role,
                one.by,
                f"{datetime.fromisoformat(one.at):%Y-%m-%d %H:%M}",
                Decision(one.decision),
            )
            for one in round_.signatures
        ),
        open_marks=round_.signatures[-1].open_marks if round_.signatures else record.open_marks,
        errors=record.errors,
        warnings=record.warnings,
        notes=record.notes,
        by=record.by,
        note=record.note,
        remarks=tuple(f"{one.role} {one.by}：{one.note}" for one in round_.signatures if one.note),
        manifest=round_.manifest,
    )
    return _set(known)


def contact_files(making: RoundMaking, _: Progress) -> Files:
    """All pages at a glance, with what was found on each."""
    from reportpdf.proof.contact import ContactLabels, PageLabel, contact_pictures, contact_sheet

    found = Counter(
        (page, severity) for one, severity in making.told for page in {spot.page for spot in one.spots}
    )
    ranks = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    labels = tuple(
        PageLabel(str(page.number), *(found[page.number, rank] for rank in ranks))
        for page in making.laid.document.pages
    )
    digest = sha256(making.pdf).hexdigest()
    head = ContactLabels(title_of(making), making.name, making.at, digest, making.by, labels)
    sheets = contact_sheet(making.pdf, head)
    pictures = contact_pictures(sheets)
    named = {"contact.png" if len(pictures) == 1 else f"contact-{name}": data for name, data in pictures}
    return {"contact.pdf": sheets, **named}


def reading_files(making: RoundMaking, _: Progress) -> Files:
    """The proof for reading at a desk, where it is wanted."""
    if not making.reading:
        return {}
    from reportpdf.proof.reading import ReadingSlug, reading_proof

    digest = sha256(making.pdf).hexdigest()
    slug = ReadingSlug(title_of(making), making.name, making.at, digest, making.by)
    return {READING_NAME: reading_proof(making.pdf, making.laid.document, slug)}


def _file(number: int, name: str, digest: str, time: datetime) -> SignedFile:
    return SignedFile(f"{folder_name(number, name)}/{PROOF_NAME}", digest, f"{time:%Y-%m-%d %H:%M}")


def _proof_hash(record: RoundRecord) -> str:
    return next((one.sha256 for one in record.outputs if one.path == PROOF_NAME), "")


def _spec(held: Mapping[str, Any]) -> PrintSpec:
    """The product as a manifest keeps it."""
    known = {field.name for field in fields(PrintSpec)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in held.items()
        if name in known
    }
    return PrintSpec(**values)


def _set(known: SignOff) -> bytes:
    from reportpdf.forms import set_form
    from reportpdf.proof.signoff import sign_off_form

    return set_form(sign_off_form(known)).data
