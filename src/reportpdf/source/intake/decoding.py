"""A manuscript's bytes become lines: its encoding is found, its white is cleared.

In: the bytes of a text file. Out: the characters, and a note where they were not UTF-8 or where characters
were taken out. Source: RFC 3629; Unicode 23.8; GB 18030-2022, whose 18 code points that were private use
in the edition of 2005 are those of today.
"""

from __future__ import annotations

import codecs
import re

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.encodings import bare_utf16, decode_text, is_gb18030
from reportpdf.source.text_file import controls

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ENCODED_AGAIN = dict(
    zip(
        (*range(0xE78D, 0xE797), 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864),
        "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19"
        "\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb",
        strict=True,
    )
)
"""GB 18030-2022 annex D: the bytes that Python's codec still reads by the edition of 2005."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WHITE = re.compile(r"[ \t\xa0\u2002\u2003\u2009\u200a\u3000]*\t[ \t\xa0\u2002\u2003\u2009\u200a\u3000]*")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens and marks of no width, left behind by web pages: they print nothing."""


def decode_manuscript(content: bytes, shown: str) -> tuple[str, tuple[Problem, ...]]:
    """The characters of a text file in UTF-8, UTF-16, UTF-32 or GB 18030 (GBK, GB 2312).

    Raises:
        InputError: it is in none of them.
    """
    text, encoding = _decoded(content, shown)
    notes = [problem("intake-encoding", Place(shown), encoding=encoding)] if encoding else []
    text, cleared = clean(text, Place(shown))
    return text, (*notes, *cleared)


def clean(text: str, place: Place) -> tuple[str, tuple[Problem, ...]]:
    """The text as a report can hold it: one kind of line end, no tabs, nothing that does not print."""
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", _WHITE.sub(" ", text))
    found = sorted(set(controls().findall(text)))
    if not found:
        return text, ()
    names = ", ".join(f"U+{ord(character):04X}" for character in found)
    return controls().sub("", text), (problem("intake-control", place, characters=names),)


def _decoded(content: bytes, shown: str) -> tuple[str, str]:
    """The characters and the name of their encoding, empty for UTF-8."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _strict(content, codec, name, shown)
    if bare := bare_utf16(content):
        return _strict(content, bare, bare, shown)
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8"), ""
    except UnicodeDecodeError:
        if is_gb18030(content):
            text, name = _strict(content, "gb18030", "GB 18030", shown)
            return text.translate(_ENCODED_AGAIN), name
        return decode_text(content, shown), ""  # which raises with the byte's place


def _strict(content: bytes, codec: str, name: str, shown: str) -> tuple[str, str]:
    """Decoded, or a problem where the file is cut or damaged.

    Raises:
        InputError
    """
    try:
        return content.decode(codec), name
    except UnicodeDecodeError as error:
        place = Place(shown)
        raise InputError(problem("intake-cut", place, encoding=name, offset=error.start)) from error
