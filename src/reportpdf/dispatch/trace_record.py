"""What tracing finds: where a code was seen, whose copy it is, and how sure that is.

Records only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reportpdf.base.problem import Problem
from reportpdf.dispatch.ledger_row import LedgerRow


class Carrier(Enum):
    """Where a copy has its code."""

    FILE = "file"
    """The file is, byte for byte, the one that was made."""

    PROPERTIES = "properties"
    PACKET = "xmp"
    INSTANCE = "instance"
    """The InstanceID of the packet, which is made of the code."""

    FILE_ID = "file-id"
    TEXT = "text"
    SYMBOL = "symbol"
    TYPED = "typed"
    NEAR = "near"
    """What was typed is wrong by a character or two, or is a part of a code."""


METADATA = frozenset({Carrier.PROPERTIES, Carrier.PACKET, Carrier.INSTANCE, Carrier.FILE_ID})
"""Carriers that are not seen on the page: they are changed without a trace, all at once."""


class Sureness(Enum):
    """How sure it is that the file or picture was made of this copy."""

    SAME_FILE = "same-file"
    AGREED = "agreed"
    """Carriers of different kinds say the same."""

    SINGLE = "single"
    """One kind of carrier says so; its check characters are right."""

    LIKELY = "likely"
    """Only a part of the code is known, or it was wrong by a character or two."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code, or a name made of one, that was seen; ``page`` 0: not on a page."""

    carrier: Carrier
    words: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Recipient:
    """A copy that what was seen leads to."""

    row: LedgerRow
    ledger: Path
    title: str
    sightings: tuple[Sighting, ...]

    @property
    def sureness(self) -> Sureness:
        kinds = {_KINDS.get(sighting.carrier, sighting.carrier) for sighting in self.sightings}
        if Carrier.FILE in kinds:
            return Sureness.SAME_FILE
        sound = kinds - {Carrier.NEAR}
        if len(sound) > 1:
            return Sureness.AGREED
        return Sureness.SINGLE if sound else Sureness.LIKELY


_KINDS = dict.fromkeys(METADATA, Carrier.PACKET)


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found: recipients, the surest first; sound codes that no ledger knows."""

    recipients: tuple[Recipient, ...]
    unknown: tuple[Sighting, ...]
    ledgers: tuple[Path, ...]
    notes: tuple[Problem, ...]

    @property
    def conflicting(self) -> bool:
        """Whether carriers name different copies."""
        sound = [one for one in self.recipients if one.sureness is not Sureness.LIKELY]
        return len(sound) > 1 or bool(sound and self.unknown)
