"""Files of an earlier comparison that lie in the folder of a new one and are not made again.

Comes in: a folder, the files that are made. Goes out: paths to be taken away; only names that a comparison
gives, so that nobody else's file is touched.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

_OURS = re.compile(r"(?:marked|side-by-side|overlay)-\d{2,5}\.png|marked\.pdf")


def stale_files(folder: Path, made: Container[str]) -> Iterator[Path]:
    """The paths; none where ``changes.json`` does not say that a comparison was written here."""
    if not (folder / "changes.json").is_file():
        return
    for path in sorted(folder.iterdir()):
        if _OURS.fullmatch(path.name) and path.name not in made and path.is_file() and not path.is_symlink():
            yield path
