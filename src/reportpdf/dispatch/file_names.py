"""File names that Windows, macOS and Linux all take, made of a department's name by a pattern.

Comes in: names and patterns as people write them. Goes out: names, whether two of them are the same file
somewhere, and what is wrong with a pattern or a folder. Sources: Microsoft, Naming Files, Paths, and
Namespaces (reserved characters and names, trailing dots and spaces); APFS and NTFS compare without case,
HFS+ without the form of accents; Linux file systems take 255 bytes a name.
"""

from __future__ import annotations

import re
import string
import unicodedata

FIELDS = ("department", "n", "total", "edition", "row", "contact")
"""What a pattern may name. Never the code: it would stand in folders and logs."""

PATTERN = "{department}-{n}"

MOST_NAME = 220
"""Bytes of a name: sixty Han characters with number and edition. With what is added while it is packed it
stays under 255."""

MOST_FOLDER = 300
_MOST_DEPTH = 8

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)", re.IGNORECASE
)
_FIELD = re.compile(r"[a-z]+")


def pattern_fault(pattern: str) -> tuple[str, str]:
    """The code of what is wrong with a file name pattern, and the word that is; empty if nothing is."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError:
        return "name-pattern", pattern
    fields = [name for _, name, _, _ in parts if name is not None]
    for _, name, form, conversion in parts:
        if name is not None and (
            name not in FIELDS or conversion or not re.fullmatch(r"0?\d?d?", form or "")
        ):
            return "name-pattern-field", name
        if name not in ("n", "total", "row") and form:
            return "name-pattern-field", name or ""
    text = "".join(text for text, *_ in parts)
    if _UNSAFE.search(text):
        return "name-pattern-unsafe", pattern
    if "n" not in fields or not {"department", "row"} & set(fields):
        return "name-pattern-needs", pattern
    return "", ""


def file_name(pattern: str, values: dict[str, object], suffix: str) -> str:
    """The name that a pattern gives, every unsafe character replaced by ``_``, and whole: nothing is cut."""
    safe = {name: safe_part(value) if isinstance(value, str) else value for name, value in values.items()}
    return safe_part(pattern.format_map(safe)) + suffix


def safe_part(words: str, instead: str = "_") -> str:
    """Words as a part of a name that every system takes; ``instead`` stands for what it cannot have. Source:
    Unicode UAX #15 (NFC)."""
    even = unicodedata.normalize("NFC", words)
    safe = _UNSAFE.sub(instead, even).strip(" ").rstrip(". ")
    if safe.startswith("."):
        safe = "_" + safe.lstrip(".")
    if safe.startswith(("-", "~", "$")):
        safe = "_" + safe[1:]
    if _RESERVED.match(safe):
        safe = "_" + safe
    return safe or "_"


def clash_key(path: str) -> str:
    """A path as it is compared where it is compared most loosely: case, width and accents evened out."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def folder_fault(folder: str) -> str:
    """The code of what is wrong with a folder from a list (``/`` between its parts); empty if nothing is."""
    if folder.startswith(("/", "~")) or re.match(r"[A-Za-z]:", folder):
        return "list-folder-absolute"
    parts = [part for part in folder.split("/") if part not in ("", ".")]
    if any(part.strip(" ") == ".." or set(part.strip()) == {"."} for part in parts):
        return "list-folder-outside"
    if len(folder.encode()) > MOST_FOLDER or len(parts) > _MOST_DEPTH:
        return "list-folder-long"
    if any(len(part.encode()) > MOST_NAME for part in parts):
        return "list-folder-long"
    if any(safe_part(part) != part for part in parts):
        return "list-folder-unsafe"
    return ""
