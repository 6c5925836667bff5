"""One file's reading: its source, and the problems found in it so far.

In: a source and the problems of its form. Out: the same with those of its values; whoever decodes
reports here and reads on, so that one run finds them all.
"""

from __future__ import annotations

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.excerpt import excerpt
from reportpdf.source.facts import Fact
from reportpdf.source.limits import MAX_PROBLEMS
from reportpdf.source.text_file import Source
from reportpdf.source.yaml_nodes import Scalar, Tree

Reference = tuple[Fact, Scalar, str]
"""A text that has to be a name of another table: what its field says, its node and its path."""


class Reading:
    """Collects problems; the one thing here that changes, and it lives for one file."""

    def __init__(self, source: Source, tree: Tree) -> None:
        self.source = source
        self.problems: list[Problem] = list(tree.problems)
        self.references: list[Reference] = []

    def refuse(self, code: str, offset: int, path: str, /, **args: object) -> None:
        """Note a problem at an offset of the source.

        Raises:
            InputError: so many are known that nobody reads further.
        """
        self._add(self.source.problem(code, offset, path, **args))

    def refuse_at(self, code: str, place: Place, /, **args: object) -> None:
        """Note a problem at a place of the source.

        Raises:
            InputError: so many are known that nobody reads further.
        """
        line = excerpt(self.source.line(place.line), place.column)
        self._add(problem(code, place, line, **args))

    def _add(self, found: Problem) -> None:
        self.problems.append(found)
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(problem("source-more", Place(self.source.shown), limit=MAX_PROBLEMS))
            raise InputError(*self.problems)

    def reported_under(self, path: str) -> bool:
        """Whether there is a problem with something inside ``path``."""
        return any(p.place is not None and p.place.path.startswith(path + ".") for p in self.problems)

    def finish(self) -> None:
        """Nothing, if the file is good.

        Raises:
            InputError: with every problem, in the order of the file.
        """
        if self.problems:
            raise InputError(*sorted(self.problems, key=_order))


def _order(found: Problem) -> tuple[int, int]:
    return (found.place.line, found.place.column) if found.place else (0, 0)


def nearest(given: str, choices: tuple[str, ...]) -> str:
    """The choice that was probably meant; empty when none is near."""
    import difflib  # only the wrong need it

    key = given[:100].lower().replace("-", "_").replace(" ", "_")
    lowered = {choice.lower().replace("-", "_"): choice for choice in choices}
    found = difflib.get_close_matches(key, list(lowered), n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""
