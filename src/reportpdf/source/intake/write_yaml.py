"""A draft becomes the text of ``report.yaml``, with what the editor is asked as ``# check:`` comments.

In: a draft whose photos have their files, and how a question is worded. Out: YAML that this house's own
reader, YAML 1.1 and YAML 1.2 read alike: one line a text, quoted only where it must be.
Source: YAML 1.2.2 7.3 (flow scalars), 8.1.2 (literal style).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reportpdf.base.problem import Place, Problem
from reportpdf.source.intake.records import Draft, DraftCallout, DraftPhoto, DraftSection

Say = Callable[[Problem], str]
"""A question in the reader's language, with its place."""

CHECK = "# check: "
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"])
_NUMBERS = re.compile(r"[-+.]?[0-9][0-9a-fA-FxXoO_.,:eE+-]*|[-+]?\.(?:inf|nan)|=|<<", re.IGNORECASE)


def write_report(draft: Draft, schema: str, say: Say) -> str:
    """The file's text; ``schema`` is the path of the report's JSON Schema."""
    lines = [f"# yaml-language-server: $schema={schema}", *_checks(draft.asks, "", say), ""]
    lines += _text("title", draft.title, "")
    if draft.byline:
        lines.append("byline:")
        for role, names in draft.byline:
            listed = ", ".join(scalar(name, flow=True) for name in names)
            lines.append(f"  - {{role: {scalar(role, flow=True)}, names: [{listed}]}}")
    if draft.lede:
        lines += _text("lede", draft.lede, "")
    lines.append("sections:")
    for section in draft.sections:
        lines += _section(section, say)
    return "\n".join(lines) + "\n"


def scalar(words: str, *, flow: bool = False) -> str:
    """Words of one line as a YAML scalar: plain where every reader takes that for these words."""
    if _is_plain(words) and not (flow and _INDICATORS.intersection(words)):
        return words
    return "'" + words.replace("'", "''") + "'"


def _is_plain(words: str) -> bool:
    if not words or words[0] in _INDICATORS or words != words.strip() or words[0] in "\u3000\xa0":
        return False
    if ": " in words or " #" in words or words.endswith(":") or words.startswith(("---", "...")):
        return False
    return words.lower() not in _WORDS and not _NUMBERS.fullmatch(words)


def _text(key: str, words: str, indent: str) -> list[str]:
    """A key with its words; several paragraphs as a literal block."""
    if "\n" not in words:
        return [f"{indent}{key}: {scalar(words)}"]
    inner = indent.replace("-", " ") + "  "
    return [f"{indent}{key}: |-", *(inner + line for line in words.split("\n"))]


def _checks(asks: tuple[Problem, ...], indent: str, say: Say) -> Iterator[str]:
    for ask in asks:
        place = ask.place and replace(ask.place, file=re.split(r"[\\/]", ask.place.file)[-1])
        words = " ".join(say(replace(ask, place=place)).split())
        yield f"{indent}{CHECK}{_place(place)}{words}"


def _place(place: Place | None) -> str:
    """Where in the manuscript, in front of the question; without the folder, which is the sender's own."""
    if place is None or not place.file:
        return ""
    line = f":{place.line}" if place.line else f" {place.path}" if place.path else ""
    return f"{place.file}{line}: "


def _section(section: DraftSection, say: Say) -> Iterator[str]:
    yield from _checks(section.asks, "  ", say)
    yield from _text("title", section.title, "  - ")
    if section.callouts:
        yield "    callouts:"
    for callout in section.callouts:
        yield from _callout(callout, say)
    if section.quote:
        yield from _text("quote", section.quote, "    ")
    if section.photos:
        yield "    photos:"
    for photo in section.photos:
        yield from _photo(photo, say)


def _callout(callout: DraftCallout, say: Say) -> Iterator[str]:
    yield from _checks(callout.asks, "      ", say)
    if callout.bound is None:
        yield f"      - figure: {scalar(callout.figure)}"
    else:
        bound = callout.bound
        yield "      - figure:"
        yield f"          from: {scalar(bound.file)}"
        yield f"          cell: {scalar(bound.cell)}"
        if bound.format:
            yield f"          format: {scalar(bound.format)}"
        yield f"          last: {scalar(callout.figure)}"
    yield from _text("text", callout.text, "        ")


def _photo(photo: DraftPhoto, say: Say) -> Iterator[str]:
    yield from _checks(photo.asks, "      ", say)
    yield f"      - file: {scalar(photo.file)}"
    if photo.caption:
        yield from _text("caption", photo.caption, "        ")
    if photo.credit:
        yield f"        credit: {scalar(photo.credit)}"
    if photo.stand_in:
        yield "        stand_in: true"
