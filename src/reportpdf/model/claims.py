"""What one file claims: the standards it keeps together, as one set of answers.

Comes in: keys of standards and what the edition wants (links, an attachment, a password). Goes out:
:class:`Claims`, or every :class:`Conflict`. Nothing that draws asks which standard it draws for: it asks
what the claims say. Sources: those of :mod:`reportpdf.model.standards`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.model.standards import STANDARDS, Mark, Standard, Want


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why an edition cannot be as asked: ``standard`` and what it does not go with, and the clause."""

    standard: str
    other: str
    clause: str


@dataclass(frozen=True, slots=True)
class Claims:
    """The standards of one file together, as one set of answers."""

    standards: tuple[Standard, ...]
    version: str
    """The PDF version of the header."""

    @property
    def tagged(self) -> bool:
        return any(s.tagged for s in self.standards)

    @property
    def press(self) -> bool:
        return any(s.press for s in self.standards)

    @property
    def classic(self) -> bool:
        return any(s.classic for s in self.standards)

    @property
    def described(self) -> bool:
        return any(s.described for s in self.standards)

    @property
    def linked_structure(self) -> bool:
        return any(s.linked_structure for s in self.standards)

    @property
    def intents(self) -> tuple[str, ...]:
        """Subtypes of the output intents, each once; all share one profile."""
        return tuple(dict.fromkeys(s.intent for s in self.standards if s.intent))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The identifying properties of all standards, each once."""
        return tuple(dict.fromkeys(mark for s in self.standards for mark in s.marks))

    @property
    def info(self) -> tuple[tuple[str, str], ...]:
        return tuple(entry for s in self.standards for entry in s.info)

    def allows(self, want: Want) -> bool:
        """Whether no standard refuses it."""
        return all(want not in dict(s.refuses) for s in self.standards)


def combine(keys: tuple[str, ...], wants: frozenset[Want] = frozenset()) -> Claims | tuple[Conflict, ...]:
    """What the standards ask for together, or all that contradicts.

    Two standards of one family cannot identify one file, PDF/X-1a's table of references apart; versions
    must have one in common (PDF/X-4 is PDF 1.6, PDF/A-4 is PDF 2.0); what is wanted must be refused by none.
    """
    rows = tuple(STANDARDS[key] for key in dict.fromkeys(keys))
    conflicts: list[Conflict] = []
    for i, first in enumerate(rows):
        for second in rows[i + 1 :]:
            if _family(first) == _family(second):
                conflicts.append(Conflict(first.name, second.name, "one identification a file"))
            elif not set(first.versions) & set(second.versions):
                versions = f"PDF {first.versions[0]}, PDF {second.versions[0]}"
                conflicts.append(Conflict(first.name, second.name, versions))
        conflicts += [
            Conflict(first.name, want.value, clause) for want, clause in first.refuses if want in wants
        ]
    if conflicts:
        return tuple(conflicts)
    common = [v for v in (rows[0].versions if rows else ("1.7",)) if all(v in s.versions for s in rows)]
    return Claims(rows, common[0])


def _family(standard: Standard) -> str:
    """X, A or UA: what a file can be once."""
    return standard.name.removeprefix("PDF/").split("-")[0]
