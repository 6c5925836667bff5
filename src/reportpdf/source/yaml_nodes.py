"""The nodes that YAML is read into: frozen, with the offsets of their source.

In: nothing. Out: the records that :mod:`reportpdf.source.yaml_compose` makes and the decoder reads.
Source: YAML 1.2.2 3.2.1 (node kinds).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.problem import Problem


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scalar:
    """One value: its characters, the offset and slice of its source, and whether it stands unquoted."""

    value: str
    start: int
    raw: str
    plain: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    start: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mapping:
    """Keys and nodes, in their order; a key stands once."""

    items: tuple[tuple[Scalar, Node], ...]
    start: int


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tree:
    """A file's nodes and what is wrong with their form; a node under a problem is left out."""

    root: Node
    problems: tuple[Problem, ...]


def under(node: Node | None, key: str) -> Node | None:
    """What stands under a key; None if there is no such key."""
    items = node.items if isinstance(node, Mapping) else ()
    return next((value for name, value in items if name.value == key), None)
