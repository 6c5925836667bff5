"""All that is made for a round, maker by maker.

Comes in: :class:`~reportpdf.proof.making.RoundMaking`. Goes out: the files of the round, but the manifest.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportpdf.layout.display import Laid
from reportpdf.proof.inputs import Inputs
from reportpdf.proof.making import Earlier, Files, Maker, RoundMaking, proof_and_pages
from reportpdf.proof.recording import inputs_json
from reportpdf.proof.sheets import contact_files, reading_files, sign_off_files
from reportpdf.sources import Sources

MAKERS: tuple[Maker, ...] = (proof_and_pages, sign_off_files, contact_files, reading_files)
"""In the order in which they are called."""


def files_of(making: RoundMaking, inputs: Inputs) -> Files:
    """What every maker gives, and the list of inputs."""
    files: Files = {"inputs.json": inputs_json(inputs)}
    for maker in MAKERS:
        files.update(maker(making))
    return files


def same_pages(earlier: Earlier, sources: Sources, laid: Laid, photos: Mapping[str, str]) -> bool:
    """Whether the pages are those of the round before; asked where another reportpdf made it."""
    return False
