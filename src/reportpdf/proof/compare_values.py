"""What changed in the theme, the format and the job, value by value.

Comes in: two snapshots. Goes out: :class:`Change`s. Where another theme or format stands for the whole, that
is one change.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportpdf.proof.changes import Change
from reportpdf.proof.snapshot import Snapshot, Values

_ANOTHER = 40
"""More values than an editor changes by hand: it is another theme [choice]."""

_NOT_DRAWN = ("name", "title")
"""What a theme or format is called; no page shows it."""

_DRAWN_JOB = ("fit.pages", "press.condition", "press.intent", "press.lossless")
"""What of a job can be seen on a proof."""


def value_changes(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """All changes of values."""
    yield from _values("theme", old.theme, new.theme)
    yield from _values("format", old.format, new.format)
    yield from _values("job", old.job, new.job)


def _values(kind: str, old: Values, new: Values) -> Iterator[Change]:
    before, after = dict(old), dict(new)
    paths = [p for p in sorted(before.keys() | after.keys()) if before.get(p) != after.get(p)]
    name_differs = before.get("name") != after.get("name")
    if kind != "job" and (len(paths) > _ANOTHER or (kind == "format" and name_differs)):
        was, now = before.get("name", ""), after.get("name", "")
        yield Change(f"{kind}-replaced", kind, kind, was, now, name=str(len(paths)))
        return
    for path in paths:
        at = f"{kind}.{path}"
        drawn = path in _DRAWN_JOB if kind == "job" else path not in _NOT_DRAWN
        yield Change(
            f"{kind}-value", at if path in before else "", at if path in after else "",
            before.get(path, ""), after.get(path, ""), name=path,
            prints=drawn,
        )  # fmt: skip
