"""Bytes become characters: UTF-8, or the name of what they are instead and how to convert them.

Source: RFC 3629 (UTF-8), Unicode 23.8 (byte order marks), GB 18030-2022.
"""

from __future__ import annotations

import codecs
import shlex
from pathlib import PurePath

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.excerpt import excerpt
from reportpdf.source.limits import EXCERPT

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
"""Longest first: the mark of UTF-32LE begins with that of UTF-16LE."""


def decode_text(content: bytes, shown: str) -> str:
    """The characters of UTF-8 bytes; a byte order mark at their head is dropped.

    Raises:
        InputError: another encoding, named with the command that converts it, or a byte that is not
            UTF-8, with its line and column.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    for mark, name in _MARKS:
        if content.startswith(mark):
            # iconv's names without an end keep the mark's own word for the order of bytes
            raise InputError(_encoding(shown, name, name[:-2]))
    bare = bare_utf16(content)
    if bare:
        raise InputError(_encoding(shown, bare, bare))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_gb18030(content):
            raise InputError(_encoding(shown, "GB 18030", "GB18030")) from error
        raise InputError(_bad_byte(content, error.start, shown)) from error


def _encoding(shown: str, name: str, iconv: str) -> Problem:
    target = PurePath(shown or "report.yaml")
    better = target.with_name(f"{target.stem}-utf8{target.suffix}") if target.name else target
    command = f"iconv -f {iconv} -t UTF-8 {shlex.quote(str(target))} > {shlex.quote(str(better))}"
    return problem("source-encoding", Place(shown), encoding=name, command=command)


def bare_utf16(content: bytes) -> str:
    """UTF-16 without a mark, told by the NUL in one half of an ASCII first character and line end."""
    if content[1:2] == b"\0" and content[:1] != b"\0" and b"\n\0" in content:
        return "UTF-16LE"
    if content[:1] == b"\0" and content[1:2] != b"\0" and b"\0\n" in content:
        return "UTF-16BE"
    return ""


def is_gb18030(content: bytes) -> bool:
    """Whether bytes that are not UTF-8 are Chinese in GB 18030 (so in GBK or GB 2312).

    Most double bytes of GB 18030 are no UTF-8, while UTF-8 with a damaged byte is mostly good: so bad
    sequences must outnumber the good ones, the whole must decode, and a Han character be in it.
    """
    as_utf8 = content.decode("utf-8", errors="replace")
    bad = as_utf8.count("\ufffd")
    if bad <= sum(1 for c in as_utf8 if c > "\x7f") - bad:
        return False
    try:
        # not final: a file cut in the middle of its last character is still what it is
        text = codecs.getincrementaldecoder("gb18030")().decode(content, False)
    except UnicodeDecodeError:
        return False
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def _bad_byte(content: bytes, offset: int, shown: str) -> Problem:
    """The first byte that is not UTF-8; all before it is, so its line and column are known."""
    lines = content[:offset].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line, column = lines[-1], len(lines[-1]) + 1
    rest = content[offset : offset + EXCERPT].decode("utf-8", errors="replace").splitlines()
    shown_line = excerpt(line + (rest[0] if rest else ""), column)
    place = Place(shown, len(lines), column)
    return problem("source-bad-byte", place, shown_line, byte=f"0x{content[offset]:02X}", offset=offset)
