"""What the files' fields mean and how far they go, beside what their types already say.

In: a record's class and a field's name. Out: a :class:`Fact`. A field may carry its own in
``dataclasses.field(metadata=...)`` under the names of :class:`Fact` (``doc``, ``min``, ``max``, ...);
that goes before the tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass
from typing import Any

from reportpdf.source.batch_facts import BATCH_FACTS
from reportpdf.source.format_facts import FORMAT_FACTS
from reportpdf.source.imprint_facts import IMPRINT_FACTS
from reportpdf.source.job_facts import JOB_FACTS
from reportpdf.source.mail_facts import MAIL_FACTS
from reportpdf.source.report_facts import REPORT_FACTS
from reportpdf.source.terms_facts import TERMS_FACTS
from reportpdf.source.theme_facts import THEME_FACTS


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fact:
    """Meaning and bounds of one field. Bounds of numbers and of lengths reach down into lists."""

    doc: str = ""
    doc_zh: str = ""
    min: float | None = None
    max: float | None = None
    above: float | None = None
    """Like ``min``, the bound itself excluded."""

    least: int = 0
    """Items of a list."""

    most: int | None = None
    length: int | None = None
    """Characters of a text."""

    inline: str = ""
    """What marks among the words are: ``taken``; ``refused``, with a backslash before what is none; or,
    empty, characters like any other."""

    bindable: bool = False
    """A text that may be taken from a cell of a workbook."""

    one_line: bool = False
    filled: bool = False
    """An optional text, once its key is written, may not be empty."""

    required: bool | None = None
    """None: required unless the record has a default."""

    refers: str = ""
    """The field of the root whose names a text is one of."""

    besides: tuple[str, ...] = ()
    """Names that are good although they are not in that table."""

    example: str = ""
    also: tuple[str, ...] = ()
    """Keys that people write when they mean this one."""


_TABLES: Mapping[tuple[str, str], Mapping[str, Any]] = {
    **REPORT_FACTS,
    **THEME_FACTS,
    **FORMAT_FACTS,
    **JOB_FACTS,
    **TERMS_FACTS,
    **IMPRINT_FACTS,
    **MAIL_FACTS,
    **BATCH_FACTS,
}
_PLAIN = Fact()


def fact_of(owner: type[Any], field: Field[Any]) -> Fact:
    """The facts of a field: its table row, overridden by its own metadata.

    Raises:
        TypeError: the metadata or the row has a name that is none of :class:`Fact`.
    """
    row = _TABLES.get((owner.__name__, field.name))
    if not row and not field.metadata:
        return _PLAIN
    return Fact(**{**(row or {}), **field.metadata})
