"""A path that a file names becomes a path on the disk, inside the folder of that file and nowhere else.

In: the words of the path and the folder. Out: an absolute path, or the code of what is wrong with it. A
file that does not exist is not wrong here: where it would be is returned, and whoever opens it says so.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Located:
    """Where a named file is: an absolute path, or the kind of fault, with the system's reason if any."""

    path: str = ""
    fault: str = ""
    reason: str = ""


_FORMS: tuple[tuple[str, str], ...] = (
    (".*\0", "nul"),
    (r"[A-Za-z]:(?![^\\/])|[A-Za-z]:.*\\", "drive"),
    (r"[A-Za-z][A-Za-z0-9+.-]+:", "url"),
    (r"[A-Za-z]:", "drive"),
    (r".*\\", "backslash"),
    ("//[^/]", "url"),
    ("/", "absolute"),
    ("~", "home"),
)
"""What a path may not begin with, and the fault it is; tried in order."""


def locate(given: str, folder: Path) -> Located:
    """The file that ``given`` names, relative to ``folder``.

    Links are followed only as long as they stay inside the folder.
    """
    for pattern, fault in _FORMS:
        if re.match(pattern, given, re.DOTALL):
            return Located(fault=fault)
    parts = [part for part in given.split("/") if part not in ("", ".")]
    if ".." in parts:
        return Located(fault="outside")
    try:
        return _follow(os.path.realpath(folder), parts)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Located(fault="unreachable", reason=reason)


def _follow(root: str, parts: list[str]) -> Located:
    """Go down part by part, so that no link on the way leads out, not even one that leads back in."""
    inside = root.rstrip(os.sep) + os.sep
    at = root
    for part in parts:
        at = os.path.realpath(os.path.join(at, part))
        if not at.startswith(inside):
            return Located(fault="link-outside")
    try:
        status = os.stat(at)
    except (FileNotFoundError, NotADirectoryError):
        return Located(at)
    return Located(at) if stat.S_ISREG(status.st_mode) else Located(fault="not-file")
