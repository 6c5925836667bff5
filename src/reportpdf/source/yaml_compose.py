"""YAML text becomes a tree of nodes, without recursion and within bounds.

In: a :class:`~reportpdf.source.text_file.Source`. Out: the root node and the problems found on the way.
Only what these files need of YAML is taken: one document of mappings, sequences and scalars with
text keys; aliases are shared and counted; merge keys and tags beyond the core ones are refused.
Source: YAML 1.2.2 3.2 (nodes), 3.2.1.3 (unique keys), 10 (core tags).
"""

from __future__ import annotations

from typing import Any

import yaml

from reportpdf.base.problem import InputError, Problem
from reportpdf.source.excerpt import brief
from reportpdf.source.limits import MAX_ALIASED, MAX_DEPTH, MAX_FOLDED, MAX_NODES, MAX_PROBLEMS
from reportpdf.source.scalars import scalar_pieces
from reportpdf.source.text_file import Source, control_problem, controls
from reportpdf.source.yaml_faults import ODD_INDENT, syntax_problem
from reportpdf.source.yaml_nodes import Mapping, Node, Scalar, Sequence, Tree

_CORE = "tag:yaml.org,2002:"
_TAGS = frozenset(_CORE + name for name in ("str", "int", "float", "bool", "null", "seq", "map"))
_TEXT_TAGS = (_CORE + "str", "!")
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it; only its events are used."""


def read_nodes(source: Source, *, loader: type[Any] = LOADER) -> Tree:
    """The node tree of one YAML document.

    Raises:
        InputError: the text is not YAML, is empty or more than one document, or is past a bound
            (depth, nodes, aliases); with the problems found before it.
    """
    composer = _Composer(source)
    try:
        events = loader(source.text)
        while composer.take(events.get_event()):
            pass
    except yaml.YAMLError as error:
        raise InputError(*composer.problems, syntax_problem(source, error)) from error
    except (ValueError, OverflowError) as error:
        # the parser in Python makes a character of any \U escape, also where Unicode has none
        raise InputError(*composer.problems, source.problem("yaml-escape", composer.last)) from error
    return Tree(composer.root, tuple(composer.problems))


class _Open:
    """A collection whose end has not come: what it holds so far."""

    __slots__ = ("anchor", "before", "items", "key", "keyed", "seen", "start")

    def __init__(self, start: int, anchor: str | None, before: int, seen: dict[str, int] | None) -> None:
        self.start = start
        self.anchor = anchor
        self.before = before
        """Nodes counted before this one."""
        self.items: list[Any] = []
        self.seen = seen
        """The offset of each key so far; None in a sequence."""
        self.key: Scalar | None = None
        self.keyed = False
        """A key has been read, so the next node is its value (dropped where ``key`` is None)."""


class _Composer:
    """Takes events one by one and keeps the open collections on a stack of its own."""

    def __init__(self, source: Source) -> None:
        self.root: Node = Scalar("", 0, "", True)
        self.problems: list[Problem] = []
        self.last = 0
        """Offset of the event at hand."""
        self._source = source
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int] | None] = {}
        """Node and node count by anchor; None while the node is open."""
        self._nodes = 0
        self._aliased = 0
        self._documents = 0
        self._takers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: Any) -> bool:
        """Work one event in; False after the last.

        Raises:
            InputError: a bound is passed, or there is not exactly one document.
        """
        kind = type(event)
        if kind is yaml.StreamEndEvent:
            if not self._documents:
                self._stop("yaml-empty")
            return False
        taker = self._takers.get(kind)
        if taker is not None:
            self.last = event.start_mark.index
            taker(event)
        return True

    def _document(self, _: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("yaml-documents")

    def _scalar(self, event: Any) -> None:
        start, end, value = self.last, event.end_mark.index, event.value
        text = self._source.text
        if event.tag is not None or event.anchor is not None:
            self._check_tag(event.tag)
            start = _after_properties(text, start, end)
        raw = text[start:end]
        plain = raw[:1] not in ('"', "'", "|", ">") or not raw
        if raw == value:
            raw = value
        elif not plain or "\n" in raw or "\r" in raw:
            value = self._written(raw, value)
        node = Scalar(value, start, raw, plain and event.tag not in _TEXT_TAGS)
        self._count()
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, 1)
        self._add(node)

    def _written(self, raw: str, value: str) -> str:
        """The value with Chinese folds closed, its escapes searched for what is no text."""
        if raw[0] != "|" and len(raw) <= MAX_FOLDED and ("\n" in raw or "\r" in raw):
            value = "".join(characters for characters, _ in scalar_pieces(raw, value))
        if raw[0] == '"' and "\\" in raw and controls().search(value):
            for written, at in scalar_pieces(raw, value):  # an escape is a piece of its own
                if controls().search(written):
                    self._take(control_problem(self._source, self.last + at, written[0]))
        return value

    def _open(self, event: Any) -> None:
        if event.tag is not None:
            self._check_tag(event.tag)
        if len(self._stack) >= MAX_DEPTH:
            self._stop("yaml-depth", limit=MAX_DEPTH)
        seen: dict[str, int] | None = {} if type(event) is yaml.MappingStartEvent else None
        start = self.last
        if event.anchor is not None or event.tag is not None:
            start = _after_properties(self._source.text, start, len(self._source.text))
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._stack.append(_Open(start, event.anchor, self._nodes, seen))
        self._count()

    def _close(self, _: Any) -> None:
        top = self._stack.pop()
        items = tuple(top.items)
        node: Node = Sequence(items, top.start) if top.seen is None else Mapping(items, top.start)
        if top.anchor is not None:
            self._anchors[top.anchor] = (node, self._nodes - top.before)
        self._add(node)

    def _alias(self, event: Any) -> None:
        known = self._anchors.get(event.anchor)
        if known is None:
            code = "yaml-alias-inside" if event.anchor in self._anchors else "yaml-alias-unknown"
            self._refuse(code, self.last, name=brief(event.anchor))
            # the text as written stands in, so that its key is not called missing as well
            known = (Scalar("*" + event.anchor, self.last, "", False), 1)
        node, size = known
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            self._stop("yaml-alias-bomb", name=brief(event.anchor), limit=MAX_ALIASED)
        self._count(size)
        self._add(node)

    def _add(self, node: Node) -> None:
        """Hand a finished node to the collection it stands in."""
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if top.seen is None:
            top.items.append(node)
        elif top.keyed:
            if top.key is not None:
                top.items.append((top.key, node))
            top.keyed = False
        else:
            top.key, top.keyed = self._key(node, top.seen), True

    def _key(self, node: Node, seen: dict[str, int]) -> Scalar | None:
        """The node as a key, None if it cannot be one or stands twice."""
        if not isinstance(node, Scalar):
            self._refuse("yaml-key-complex", node.start)
        elif node.plain and node.value in ("", "~", "null"):
            self._refuse("yaml-key-empty", node.start)
        elif node.plain and node.value == "<<":
            self._refuse("yaml-merge", node.start)
        elif node.plain and ODD_INDENT.match(node.value):
            self._stop("yaml-wide-space")
        elif node.value in seen:
            line, column = self._source.position(seen[node.value])
            self._refuse("yaml-key-twice", node.start, key=brief(node.value), first=f"{line}:{column}")
        else:
            seen[node.value] = node.start
            return node
        return None

    def _check_tag(self, tag: str | None) -> None:
        if tag is not None and tag != "!" and tag not in _TAGS:
            self._refuse("yaml-tag", self.last, tag=brief(tag.replace(_CORE, "!!")))

    def _count(self, nodes: int = 1) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            self._stop("yaml-nodes", limit=MAX_NODES)

    def _refuse(self, code: str, offset: int, /, **args: object) -> None:
        self._take(self._source.problem(code, offset, **args))

    def _take(self, found: Problem) -> None:
        self.problems.append(found)
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop("source-more", limit=MAX_PROBLEMS)

    def _stop(self, code: str, /, **args: object) -> None:
        raise InputError(*self.problems, self._source.problem(code, self.last, **args))


def _after_properties(text: str, start: int, end: int) -> int:
    """Where a node begins behind its anchor, its tag and what may stand between (white, comments)."""
    at = start
    while at < end:
        if text[at] in "&!":
            while at < end and text[at] not in " \t\r\n,[]{}":
                at += 1
        elif text[at] in " \t\r\n":
            at += 1
        elif text[at] == "#":
            at = min((x for x in (text.find("\n", at), text.find("\r", at)) if x >= 0), default=end)
        else:
            return at
    return end
