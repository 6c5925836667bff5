"""Words, names and times of annotations, as programs write them.

Comes in: strings of a PDF as bytes, rich text as XHTML. Goes out: plain words, and times as ISO 8601.
Sources: ISO 32000-2 7.9.2.2 (text strings), 7.9.4 (dates), 12.7.3.4 (rich text). Programs made in China also
write GB 18030 without saying so; such a string is known by its bytes.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser
from typing import Any

MOST_CHARACTERS = 5_000
"""Words of one annotation that are read: a page of a manuscript. What is longer is no mark but a file put
into one; it is cut, and the cut is told."""

_MOST_BYTES = MOST_CHARACTERS * 8
"""Of a string, so much is decoded."""

_MOST_PACKED, _MOST_STREAM = 65_536, 2_000_000
"""Bytes of a stream in the file, packed and as it is: unpacked at most a thousand times as many."""

_MARKED = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
_UNMARKED = ("utf-8", "gb18030")
"""What a string with high bytes and no mark may be in, tried in order, before PDFDocEncoding."""

_LANGUAGE = re.compile("\x1b[^\x1b]{0,16}\x1b")
"""Language codes inside UTF-16 text. Source: ISO 32000-2 7.9.2.2."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]"
)
_DECLARED = re.compile(r"<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?[^>]*>", re.DOTALL | re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([Zz+-])(?:(\d\d)'?(?:(\d\d)'?)?)?)?"
)


def decoded(data: bytes) -> str:
    """The words of a text string; what no encoding explains is kept as PDFDocEncoding reads it."""
    data = data[:_MOST_BYTES]
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _plain(data[len(mark) :].decode(encoding, "replace"))
    if max(data, default=0) < 0x80:
        return _plain(data.decode("ascii"))
    for encoding in _UNMARKED:
        found = _tried(data, encoding)
        if found:
            return _plain(found)
    import pikepdf  # registers the codec
    import pikepdf.codec  # noqa: F401  it registers the encoding

    return _plain(data.decode("pdfdoc", "replace"))


def _tried(data: bytes, encoding: str) -> str:
    """The words in an encoding that nothing names; empty unless they are Han through and through."""
    try:
        words = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    if encoding == "utf-8":
        return words
    high = [c for c in words if ord(c) > 0x7F]
    return words if high and all(_HAN.match(c) for c in high) else ""


def _plain(words: str) -> str:
    """Words without control characters; each kind of line end becomes a newline."""
    words = _LANGUAGE.sub("", words).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    words = _CONTROL.sub("", words.replace("\u2029", "\n"))
    return "".join(c for c in words if not 0xD800 <= ord(c) <= 0xDFFF).strip()


def text_of(value: Any) -> str:
    """The words of a string object, of a stream that holds one, or of a name; empty for anything else."""
    import pikepdf

    if isinstance(value, pikepdf.Name):
        return str(value).lstrip("/")
    if isinstance(value, pikepdf.Stream):
        return decoded(stream_bytes(value)[:_MOST_BYTES])
    return decoded(bytes(value)) if isinstance(value, pikepdf.String) else ""


def stream_bytes(stream: Any) -> bytes:
    """What a stream holds; nothing where it may hold more than can be read: a few bytes, packed once and once
    more, become a terabyte."""
    import pikepdf

    filters = stream.get("/Filter", None)
    packed = filters is not None and not (isinstance(filters, pikepdf.Array) and len(filters) == 0)
    twice = isinstance(filters, pikepdf.Array) and len(filters) > 1
    if twice or len(stream.read_raw_bytes()) > (_MOST_PACKED if packed else _MOST_STREAM):
        return b""
    return bytes(stream.read_bytes())


class _Rich(HTMLParser):
    """XHTML to words; a paragraph, division or break begins a line. Nothing is fetched or expanded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in ("p", "div", "br", "li"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def rich_words(xhtml: str) -> str:
    """The plain words of rich text."""
    reading = _Rich()
    reading.feed(_DECLARED.sub("", xhtml))
    reading.close()
    return _plain(re.sub(r"\n\s*\n+", "\n", "".join(reading.words)))


def iso_date(written: str) -> str:
    """A PDF's date as ISO 8601; empty if it is none."""
    found = _DATE.match(written.strip())
    if not found:
        return ""
    year, *rest = (int(part) if part else None for part in found.groups()[:6])
    month, day, hour, minute, second = (
        part if part is not None else low for part, low in zip(rest, (1, 1, 0, 0, 0), strict=True)
    )
    sign, hours, minutes = found.group(7), int(found.group(8) or 0), int(found.group(9) or 0)
    try:
        away = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
        zone = timezone(away) if sign else None
        return datetime(year or 0, month, day, hour, minute, second, tzinfo=zone).isoformat(
            timespec="seconds"
        )
    except ValueError:  # the 45th of a month, a zone of 99 hours
        return ""
