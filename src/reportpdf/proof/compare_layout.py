"""What followed on the pages from what an editor did: things that stand elsewhere, lines gained and lost.

Comes in: two snapshots, what belongs together in them, the changes. Goes out: :class:`Moved`s, what stands
in a row and went the same way as one; nothing that an editor moved himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpdf.base.units import PT_PER_MM
from reportpdf.proof.changes import Change, Moved
from reportpdf.proof.matching import Matched
from reportpdf.proof.placing import Placed, Places

_SAME = 3.0
"""Points by which a thing may stand elsewhere without being in another column."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A thing that is there in both: its paths, and where it begins."""

    path: str
    code: str
    old: int
    new: int


def paths_of(matched: Matched) -> dict[str, str]:
    """The new path of every section, callout and photo that is there in both, by its old one."""
    found = {f"sections[{a}]": f"sections[{b}]" for a, b in matched.sections}
    for kind, pairs in (("callouts", matched.callouts), ("photos", matched.photos)):
        found |= {f"sections[{i}].{kind}[{n}]": f"sections[{j}].{kind}[{m}]" for (i, n), (j, m) in pairs}
    return found


def layout_moves(old: Places, new: Places, matched: Matched, changes: Sequence[Change]) -> tuple[Moved, ...]:
    """All that followed, in reading order."""
    counts = len(old.snapshot.pages), len(new.snapshot.pages)
    whole = (Moved("pages", old=counts[0], new=counts[1]),) if counts[0] != counts[1] else ()
    own = {c.new_path for c in changes if c.code.endswith(("-moved", "-added"))}
    units = [u for u in _units(old, new, matched) if u.path not in own]
    return (*whole, *_joined(units))


def _units(old: Places, new: Places, matched: Matched) -> Iterator[_Unit]:
    pairs = [(a, b) for a, b in paths_of(matched).items() if "." in b]
    heads = [(f"sections[{a}].title", f"sections[{b}].title") for a, b in matched.sections]
    pairs += [("title", "title"), ("lede", "lede"), *heads]
    order = {id(item): i for i, item in enumerate(one for p in new.snapshot.pages for one in p.items)}
    placed = [(a, b, found) for a, b in pairs if (found := new.under(b))]
    for was, now in pairs:
        if ".photos[" in now and old.under(was) and not new.under(now):
            yield _Unit(now, "left-out", old.under(was)[0][0], 0)
    for was, now, found in sorted(placed, key=lambda one: order[id(one[2][0][1])]):
        yield from _followed(now, old.under(was), found, new.snapshot.columns)


def _followed(path: str, old: list[Placed], new: list[Placed], columns: tuple[float, ...]) -> Iterator[_Unit]:
    if not old:
        if ".photos[" in path:
            yield _Unit(path, "put-in", 0, new[0][0])
        return
    (page, first), (here, now) = old[0], new[0]
    if page != here:
        yield _Unit(path, "page", page, here)
    elif abs(first.x - now.x) > _SAME and _column(first.x, columns) != _column(now.x, columns):
        yield _Unit(path, "column", _column(first.x, columns), _column(now.x, columns))
    if now.kind == "photo" and first.kind == "photo":
        before, after = (round(one.width * one.height) for one in (first, now))
        if abs(before - after) > 0.005 * before:
            yield _Unit(path, "resized", round(before / PT_PER_MM**2), round(after / PT_PER_MM**2))
    before, after = _lines(old), _lines(new)
    if before != after:
        yield _Unit(path, "lines", before, after)


def _column(x: float, columns: tuple[float, ...]) -> int:
    """Which column, from 1, begins nearest."""
    return 1 + min(range(len(columns)), key=lambda i: abs(columns[i] - x)) if columns else round(x)


def _lines(placed: list[Placed]) -> int:
    """Lines of running text, not of a figure."""
    texts = [(page, item) for page, item in placed if item.kind == "text" and ".figure" not in item.path]
    return len({(page, item.x, item.y) for page, item in texts})


def _joined(units: list[_Unit]) -> Iterator[Moved]:
    """Neighbours that went the same way as one."""
    rows: list[list[_Unit]] = []
    for code in ("left-out", "put-in", "page", "column", "lines", "resized"):
        row: list[_Unit] = []
        for unit in (u for u in units if u.code == code):
            alike = row and (unit.old, unit.new) == (row[-1].old, row[-1].new)
            if alike and code in ("page", "column"):
                row.append(unit)
                continue
            row = [unit]
            rows.append(row)
    for row in rows:
        yield Moved(row[0].code, row[0].path, row[-1].path, len(row), row[0].old, row[0].new)
