"""What is written down of a round: its manifest, and the list of its inputs.

Comes in: a round that is made, its files. Goes out: :class:`~reportpdf.proof.round_record.RoundRecord` and
bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from hashlib import sha256

from reportpdf import __version__
from reportpdf.base.problem import Severity
from reportpdf.proof.inputs import Inputs
from reportpdf.proof.making import Files, RoundMaking
from reportpdf.proof.round_record import OutputFile, RoundRecord, json_bytes
from reportpdf.proof.rounds import open_marks
from reportpdf.proof.sheets import product_facts, signing_roles, title_of


def record_of_making(
    making: RoundMaking, inputs: Inputs, files: Files, token: str, previous: str
) -> RoundRecord:
    """The manifest of a round with its files."""
    counts = Counter(severity for _, severity in making.told)
    return RoundRecord(
        number=making.number,
        name=making.name,
        final=making.final,
        token=token,
        at=making.time.isoformat(timespec="seconds"),
        by=making.by,
        note=making.note,
        report=making.report.name,
        title=title_of(making),
        version=__version__,
        digest=making.digest,
        previous=previous,
        pages=len(making.laid.document.pages),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        changes=change_count(files),
        open_marks=open_marks(making.events),
        roles=signing_roles(making),
        sheet=product_facts(making),
        inputs=inputs.files,
        outputs=tuple(
            OutputFile(path, len(data), sha256(data).hexdigest()) for path, data in sorted(files.items())
        ),
    )


def inputs_json(inputs: Inputs) -> bytes:
    """The list of inputs with their hashes, for people and programs."""
    return json_bytes({"digest": inputs.digest, "files": [asdict(one) for one in inputs.files]})


def change_count(files: Files) -> int | None:
    """How many changes the list of changes has; None where there is no such list."""
    if "changes.json" not in files:
        return None
    return len(json.loads(files["changes.json"])["changes"])
