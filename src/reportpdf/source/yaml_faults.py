"""What a person did when YAML cannot be read: the parser's complaint becomes a cause, a place, a fix.

In: the source and the parser's error. Out: one problem at the place to mend. The parser says where it
gave up; the cause mostly stands there or just before it.
"""

from __future__ import annotations

import re
from typing import Any

from reportpdf.base.problem import Problem
from reportpdf.source.excerpt import brief
from reportpdf.source.limits import MAX_DEPTH, MAX_LINES_NAMED
from reportpdf.source.text_file import Source

_CAUSES: tuple[tuple[str, str, bool], ...] = (
    # words of the parser's complaint, code, whether the cause stands where the construct began
    ("cannot start any token", "yaml-start", False),
    ("alphabetic or numeric character", "yaml-start", True),
    ("mapping values are not allowed", "yaml-colon", False),
    ("found unexpected end of stream", "yaml-quote", True),
    ("found unexpected document indicator", "yaml-quote", True),
    ("maximum nesting depth", "yaml-depth", False),  # libyaml 0.2.6 counts flow levels itself
    ("escape", "yaml-escape", False),
    ("hexdecimal", "yaml-escape", False),
    ("could not find expected ':'", "yaml-key-colon", True),
    ("expected ',' or", "yaml-flow", True),
    ("parsing a flow", "yaml-flow", True),
    ("a tag", "yaml-tag-form", False),
    ("tag handle", "yaml-tag-form", False),
    ("sequence entries are not allowed", "yaml-dash", False),
    ("scanning a block scalar", "yaml-block-header", False),
    ("parsing a block", "yaml-indent", False),
    ("mapping keys are not allowed", "yaml-start", False),
    ("<document start>", "yaml-trailing", False),
)
"""Tried in order on "context; problem" of libyaml 0.2 and of PyYAML's own parser, which differ little."""

ODD_INDENT = re.compile("-?[\u3000\xa0]")
"""White that YAML takes for a letter, where indentation or the space after a dash is meant."""

_LINES_ABOVE = 3
"""How far above the parser's complaint its cause may stand: text reads on over a few lines."""


def syntax_problem(source: Source, error: Any) -> Problem:
    """The problem that explains a ``yaml.YAMLError``."""
    begun, met = _offset(source, error, "context_mark"), _offset(source, error, "problem_mark")
    met = met if met is not None else (begun or 0)
    begun = met if begun is None else begun
    tabs = _tab_indents(source, met)
    if tabs:
        lines = ", ".join(str(source.position(offset)[0]) for offset in tabs[:MAX_LINES_NAMED])
        return source.problem("yaml-tab", tabs[0], lines=lines)
    odd = _odd_indent(source, met)
    if odd is not None:
        return source.problem("yaml-wide-space", odd)
    wide = _wide_colon(source, met)
    if wide is not None:
        return source.problem("yaml-wide-colon", wide)
    said = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    for words, code, from_begin in _CAUSES:
        if words in said:
            at = begun if from_begin else met
            character = brief(source.text[at : at + 1])
            return source.problem(_narrowed(source, code, at), at, character=character, limit=MAX_DEPTH)
    return source.problem("yaml-syntax", met, said=brief(said.strip("; "), 120))


def _narrowed(source: Source, code: str, at: int) -> str:
    """The cause told apart by the line up to ``at``, where the parser's words stand for two."""
    line, column = source.position(at)
    before = source.line(line)[: column - 1].rstrip()
    if code == "yaml-indent" and before.endswith(('"', "'")):
        return "yaml-after-quote"
    if code == "yaml-indent" and before.endswith(("]", "}")):
        return "yaml-after-bracket"
    if code == "yaml-indent" and source.text[at : at + 1] == ":":
        return "yaml-key-empty"
    if code == "yaml-colon" and ": " not in before:
        return "yaml-continued"
    return code


def _offset(source: Source, error: Any, name: str) -> int | None:
    """The offset of one of the error's marks, kept inside the text."""
    mark = getattr(error, name, None)
    return None if mark is None else min(mark.index, max(len(source.text) - 1, 0))


def _tab_indents(source: Source, met: int) -> list[int]:
    """Where tabs indent the line of the fault or the one before it: the tabs of all lines."""
    line = source.position(met)[0]
    if not any(_indenting_tab(source, n) is not None for n in (line, line - 1) if n >= 1):
        return []
    found = (_indenting_tab(source, n) for n in range(1, len(source.starts) + 1))
    return [offset for offset in found if offset is not None]


def _indenting_tab(source: Source, number: int) -> int | None:
    """The offset of the first tab in the indentation of a line that is not blank."""
    line = source.line(number)
    text = line.lstrip(" \t")
    tab = line.find("\t", 0, len(line) - len(text))
    return source.starts[number - 1] + tab if tab >= 0 and text and text[0] != "#" else None


def _odd_indent(source: Source, met: int) -> int | None:
    """A full-width or no-break space in a key's indentation, on the line of the fault or the one above."""
    last = source.position(met)[0]
    for number in range(max(1, last - 1), last + 1):
        found = re.match(r"[ \t]*(?:- +)*(-?[\u3000\xa0])[-\s]*[a-z_]+ *[:：]", source.line(number))
        if found:
            return source.starts[number - 1] + found.start(1)
    return None


def _wide_colon(source: Source, met: int) -> int | None:
    """A full-width colon behind what looks like a key, on the line of the fault or just above it."""
    last = source.position(met)[0]
    for number in range(max(1, last - _LINES_ABOVE), last + 1):
        found = re.match(r"[ \t]*(?:- +)*[a-z_]+ *(：)", source.line(number))
        if found:
            return source.starts[number - 1] + found.start(1)
    return None
