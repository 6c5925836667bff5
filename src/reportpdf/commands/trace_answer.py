"""What tracing found, as a person reads it and as a program does.

Comes in: :class:`Traced`. Goes out: lines on the terminal, or the object for programs. What a finding does
not prove is said each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportpdf.commands.answer import Json, problem_list
from reportpdf.commands.dispatch_answer import edition_word
from reportpdf.console import Console
from reportpdf.dispatch.codes import grouped, plain
from reportpdf.dispatch.trace_record import METADATA, Carrier, Recipient, Sighting, Sureness, Traced
from reportpdf.wording import Wording


def tell(traced: Traced, console: Console) -> None:
    """The recipients, how sure each is, and what that does not prove."""
    console.problems(traced.notes)
    wording = console.wording
    if traced.conflicting:
        console.answer(
            wording.phrase("the carriers do not agree: parts of different copies were put together")
        )
    for recipient in traced.recipients:
        for line in _lines(recipient, wording):
            console.answer(line)
    for code, sightings in _by_code(traced.unknown):
        if sightings[0].carrier is Carrier.NEAR:
            console.answer(
                wording.phrase(
                    "“{code}” is in none of the ledgers, not even nearly: read it again from the page",
                    code=code,
                )
            )
            continue
        console.answer(
            wording.phrase(
                "code {code} ({carriers}) is in none of the ledgers: {ledgers}",
                code=grouped(code),
                carriers=_carriers(sightings, wording),
                ledgers=", ".join(map(str, traced.ledgers)),
            )
        )
    if not traced.recipients and not traced.unknown:
        console.answer(wording.phrase("no code of a copy was found; without one nothing can be said"))
    for line in limits(traced, wording):
        console.answer(line)


def answer_of(traced: Traced, wording: Wording) -> Json:
    """The object for programs."""
    return {
        "found": [_recipient(one, wording) for one in traced.recipients],
        "unknown": [
            {"code": grouped(code), "carriers": [_carrier(one) for one in sightings]}
            for code, sightings in _by_code(traced.unknown)
        ],
        "conflicting": traced.conflicting,
        "ledgers": [str(folder) for folder in traced.ledgers],
        "not_proved": list(limits(traced, wording)),
        "problems": problem_list(traced.notes, wording),
    }


def limits(traced: Traced, wording: Wording) -> Iterator[str]:
    """What the finding does not prove."""
    if not traced.recipients:
        return
    yield wording.phrase(
        "not proved: who passed it on. It may have been copied, lost or taken from the recipient"
    )
    surest = traced.recipients[0]
    if surest.sureness is not Sureness.SAME_FILE:
        yield wording.phrase("not proved: that the page is as it was sent. A code can be put on another page")
    carriers = {one.carrier for one in surest.sightings}
    if carriers <= METADATA:
        yield wording.phrase("only the file's properties name the copy, and those can be edited")


def _lines(recipient: Recipient, wording: Wording) -> Iterator[str]:
    row = recipient.row
    yield wording.phrase(
        "{department}: copy {number} of {total}, {edition}; code {code}",
        department=row.department,
        number=row.number,
        total=row.total,
        edition=edition_word(row.edition, wording),
        code=grouped(plain(row.code)),
    )
    yield "  " + sureness(recipient.sureness, wording)
    yield "  " + wording.phrase("seen in: {carriers}", carriers=_carriers(recipient.sightings, wording))
    if row.made:
        yield "  " + wording.phrase("made: {time}", time=row.made)
    if row.sent:
        yield "  " + wording.phrase("sent: {time}, to {to}", time=row.sent, to=row.sent_to)
    if row.acknowledged:
        yield "  " + wording.phrase(
            "acknowledged: {time}, by {by}", time=row.acknowledged, by=row.acknowledged_by
        )
    if row.superseded:
        yield "  " + wording.phrase("replaced by another copy: {time}", time=row.superseded)
    yield "  " + wording.phrase("ledger: {ledger}", ledger=recipient.ledger)


def sureness(how: Sureness, wording: Wording) -> str:
    """How sure it is, in words."""
    match how:
        case Sureness.SAME_FILE:
            return wording.phrase("certain: this is the very file that was made, byte for byte")
        case Sureness.AGREED:
            return wording.phrase("sure: carriers of different kinds say the same")
        case Sureness.SINGLE:
            return wording.phrase("fairly sure: one kind of carrier, its check characters are right")
        case Sureness.LIKELY:
            return wording.phrase("likely: the code is only partly known, or wrong by a character or two")


def _carriers(sightings: Iterable[Sighting], wording: Wording) -> str:
    """Each kind of carrier once, with the pages it was seen on."""
    pages: dict[Carrier, list[int]] = {}
    comma = wording.phrase(", ")
    for one in sightings:
        pages.setdefault(one.carrier, [])
        if one.page and one.page not in pages[one.carrier]:
            pages[one.carrier].append(one.page)
    parts = []
    for carrier, its in pages.items():
        name = _named(carrier, wording)
        if its:
            name = wording.phrase(
                "{carrier} (page {pages})", carrier=name, pages=comma.join(map(str, sorted(its)))
            )
        parts.append(name)
    return comma.join(parts)


def _named(carrier: Carrier, wording: Wording) -> str:
    match carrier:
        case Carrier.FILE:
            return wording.phrase("the whole file")
        case Carrier.PROPERTIES:
            return wording.phrase("the properties")
        case Carrier.PACKET:
            return wording.phrase("the XMP packet")
        case Carrier.INSTANCE:
            return wording.phrase("the packet's InstanceID")
        case Carrier.FILE_ID:
            return wording.phrase("the file's ID")
        case Carrier.TEXT:
            return wording.phrase("the words of the page")
        case Carrier.SYMBOL:
            return wording.phrase("a symbol on the page")
        case Carrier.TYPED | Carrier.NEAR:
            return wording.phrase("what was typed")


def _recipient(recipient: Recipient, wording: Wording) -> Json:
    row = recipient.row
    return {
        "department": row.department,
        "number": row.number,
        "total": row.total,
        "edition": row.edition,
        "code": grouped(plain(row.code)),
        "made": row.made or None,
        "sent": row.sent or None,
        "sent_to": row.sent_to or None,
        "acknowledged": row.acknowledged or None,
        "superseded": row.superseded or None,
        "path": row.path,
        "sha256": row.sha256 or None,
        "title": recipient.title,
        "ledger": str(recipient.ledger),
        "sureness": recipient.sureness.value,
        "sure": sureness(recipient.sureness, wording),
        "carriers": [_carrier(one) for one in recipient.sightings],
    }


def _carrier(one: Sighting) -> Json:
    return {"kind": one.carrier.value, "page": one.page or None}


def _by_code(sightings: Iterable[Sighting]) -> list[tuple[str, list[Sighting]]]:
    found: dict[str, list[Sighting]] = {}
    for one in sightings:
        found.setdefault(one.words, []).append(one)
    return list(found.items())
