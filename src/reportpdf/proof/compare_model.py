"""What an editor did between two snapshots: every change of words, order, photos and values, each once.

Comes in: the snapshots and what belongs together in them. Goes out: :class:`Change`s in reading order,
without places on the pages. A thing that was added or removed is told as a whole, not its parts; what moved
is told apart from what was reworded; nothing is told of what merely flowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportpdf.proof.align import moved
from reportpdf.proof.changes import Change
from reportpdf.proof.compare_values import value_changes
from reportpdf.proof.edits import edits, is_white
from reportpdf.proof.matching import At, Matched
from reportpdf.proof.snapshot import Said, SnapCallout, SnapPhoto, SnapSection, Snapshot


def model_changes(old: Snapshot, new: Snapshot, matched: Matched) -> tuple[Change, ...]:
    """All changes."""
    return (*_head(old, new), *_sections(old, new, matched), *value_changes(old, new))


def _head(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Title, byline, lede, imprint and subject."""
    yield from _said("title", old.title, new.title)
    yield from _said("subject", old.subject, new.subject)
    yield from _byline(old, new)
    yield from _said("lede", old.lede, new.lede)
    before, after = ({one.path: one for one in s.imprint} for s in (old, new))
    for path in sorted(before.keys() | after.keys()):
        yield from _said("imprint", before.get(path), after.get(path))


def _byline(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """The byline is one thing: people in their roles."""
    before, after = ("；".join(" ".join(p.words for p in one) for one in s.byline) for s in (old, new))
    if before != after:
        first = next(iter((*new.byline, *old.byline)))[0]
        found = _said("byline", _as(before, old), _as(after, new))
        yield from (replace(c, new_line=first.line) for c in found)


def _as(words: str, snapshot: Snapshot) -> Said | None:
    return Said(words, "byline", snapshot.byline[0][0].line) if words else None


def _said(
    code: str, old: Said | None, new: Said | None, section: str = "", name: str = ""
) -> Iterator[Change]:
    """The change of one text; none if it is the same."""
    if old is None or new is None:
        if old is not None or new is not None:
            yield Change(
                code,
                old.path if old else "",
                new.path if new else "",
                old.words if old else "",
                new.words if new else "",
                edits(old.words if old else "", new.words if new else ""),
                section=section,
                name=name,
                old_line=old.line if old else 0,
                new_line=new.line if new else 0,
            )
        return
    if old.words == new.words and old.marks == new.marks:
        return
    made = Change(code, old.path, new.path, old.words, new.words, section=section, name=name,
                  old_line=old.line, new_line=new.line)  # fmt: skip
    if old.words == new.words:
        yield replace(made, code=f"{code}-marks", old=old.marks, new=new.marks)
        return
    white = is_white(old.words, new.words)
    yield replace(made, edits=edits(old.words, new.words), white=white)


def _sections(old: Snapshot, new: Snapshot, matched: Matched) -> Iterator[Change]:
    pairs = sorted(matched.sections, key=lambda pair: pair[1])
    gone = set(range(len(old.sections))) - {a for a, _ in pairs}
    back = {b: a for a, b in pairs}
    shifted, swaps = moved([a for a, _ in pairs])
    position = {b: i for i, (_, b) in enumerate(pairs)}
    at_old, at_new = _orders(old, new, matched)
    for j, section in enumerate(new.sections):
        if j not in back:
            yield _whole("section-added", None, section, j)
            yield from at_new.get(j, ())
            continue
        i = position[j]
        before = old.sections[back[j]]
        if i in shifted:
            other = f"sections[{pairs[swaps[i]][1]}]" if i in swaps else ""
            yield replace(_whole("section-moved", before, section, j, back[j]), other=other)
        title = section.title.words
        yield from _said("section-title", before.title, section.title, title)
        if before.palette != section.palette:
            yield Change("section-palette", f"sections[{back[j]}]", f"sections[{j}]", before.palette,
                         section.palette, section=title, name=title, new_line=section.line)  # fmt: skip
        yield from _said("quote", before.quote, section.quote, title)
        yield from at_new.get(j, ())
        yield from at_old.get(back[j], ())
    for i in sorted(gone):
        yield _whole("section-removed", old.sections[i], None, i)
        yield from at_old.get(i, ())


def _whole(
    code: str, old: SnapSection | None, new: SnapSection | None, at: int, before: int | None = None
) -> Change:
    section = new or old
    assert section is not None  # one of them is there
    path = f"sections[{at}]"
    old_path = f"sections[{before}]" if before is not None else path
    title = section.title.words
    return Change(code, old_path if old else "", path if new else "", old.title.words if old else "",
                  new.title.words if new else "", section=title, name=title,
                  old_line=old.line if old else 0, new_line=new.line if new else 0)  # fmt: skip


def _orders(
    old: Snapshot, new: Snapshot, matched: Matched
) -> tuple[dict[int, list[Change]], dict[int, list[Change]]]:
    """Changes of callouts and photos by the old section for what is gone, by the new for all else."""
    gone: dict[int, list[Change]] = {}
    here: dict[int, list[Change]] = {}
    home, kept = dict(matched.sections), {b for _, b in matched.sections}
    for kind, pairs in (("callout", matched.callouts), ("photo", matched.photos)):
        back = {b: a for a, b in pairs}
        there = {a for a, _ in pairs}
        steps, swaps = _moves(pairs, home)
        for j, section in enumerate(new.sections):
            row = section.callouts if kind == "callout" else section.photos
            for n in range(len(row)):
                at = (j, n)
                found = here.setdefault(j, [])
                if at in back:
                    if at in steps:
                        found.append(_moved(kind, old, new, back[at], at, swaps.get(at)))
                    found += _edited(kind, old, new, back[at], at)
                elif j in kept:
                    found.append(_one(kind, "added", new, at))
        for i, section in enumerate(old.sections):
            row = section.callouts if kind == "callout" else section.photos
            for n in range(len(row)):
                if (i, n) not in there and i in home:
                    gone.setdefault(i, []).append(_one(kind, "removed", old, (i, n)))
    return gone, here


def _moves(pairs: tuple[tuple[At, At], ...], home: dict[int, int]) -> tuple[set[At], dict[At, At]]:
    """What moved within its section or to another, and what it changed places with."""
    steps: set[At] = {b for a, b in pairs if home.get(a[0]) != b[0]}
    swaps: dict[At, At] = {}
    for section in set(home.values()):
        stayed = sorted((b, a) for a, b in pairs if b[0] == section and b not in steps)
        shifted, exchanged = moved([a[1] for _, a in stayed])
        steps |= {stayed[i][0] for i in shifted}
        swaps |= {stayed[i][0]: stayed[k][0] for i, k in exchanged.items()}
    return steps, swaps


def _path(kind: str, at: At) -> str:
    return f"sections[{at[0]}].{kind}s[{at[1]}]"


def _one(kind: str, what: str, snapshot: Snapshot, at: At) -> Change:
    """A callout or photo that is there in one of the two only."""
    one = _at(kind, snapshot, at)
    words, line = _words_of(one)
    path, added = _path(kind, at), what == "added"
    return Change(f"{kind}-{what}", "" if added else path, path if added else "", "" if added else words,
                  words if added else "", section=snapshot.sections[at[0]].title.words, name=_name(one),
                  old_line=0 if added else line, new_line=line if added else 0)  # fmt: skip


def _moved(kind: str, old: Snapshot, new: Snapshot, a: At, b: At, other: At | None) -> Change:
    before, after = _at(kind, old, a), _at(kind, new, b)
    (words, line), (now, here) = _words_of(before), _words_of(after)
    return Change(f"{kind}-moved", _path(kind, a), _path(kind, b), words, now,
                  section=new.sections[b[0]].title.words, name=_name(after), old_line=line, new_line=here,
                  other=_path(kind, other) if other else "")  # fmt: skip


def _at(kind: str, snapshot: Snapshot, at: At) -> SnapCallout | SnapPhoto:
    section = snapshot.sections[at[0]]
    return section.callouts[at[1]] if kind == "callout" else section.photos[at[1]]


def _name(one: SnapCallout | SnapPhoto) -> str:
    return one.figure.words if isinstance(one, SnapCallout) else one.file.words


def _words_of(one: SnapCallout | SnapPhoto) -> tuple[str, int]:
    if isinstance(one, SnapCallout):
        return f"{one.figure.words}　{one.text.words}", one.figure.line
    return (one.caption.words if one.caption else one.file.words), one.file.line


def _edited(kind: str, old: Snapshot, new: Snapshot, a: At, b: At) -> Iterator[Change]:
    before, after = _at(kind, old, a), _at(kind, new, b)
    section = new.sections[b[0]].title.words
    if isinstance(before, SnapCallout) and isinstance(after, SnapCallout):
        name = after.figure.words
        yield from _said("figure", before.figure, after.figure, section, name)
        yield from _said("text", before.text, after.text, section, name)
        yield from _said("label", before.label, after.label, section, name)
        yield from _flags("callout", ("lead",), before, after, _path(kind, a), _path(kind, b), section)
    elif isinstance(before, SnapPhoto) and isinstance(after, SnapPhoto):
        yield from _photo(before, after, _path(kind, a), _path(kind, b), section)


def _photo(old: SnapPhoto, new: SnapPhoto, was: str, now: str, section: str) -> Iterator[Change]:
    name = new.file.words
    if old.sha256 != new.sha256:
        yield Change("photo-replaced", was, now, old.file.words, new.file.words, section=section, name=name,
                     old_line=old.file.line, new_line=new.file.line)  # fmt: skip
    elif old.file.words != new.file.words:
        yield Change("photo-renamed", was, now, old.file.words, new.file.words, section=section, name=name,
                     old_line=old.file.line, new_line=new.file.line, prints=False)  # fmt: skip
    yield from _said("caption", old.caption, new.caption, section, name)
    yield from _said("credit", old.credit, new.credit, section, name)
    yield from _flags("photo", ("focus", "stand_in", "lead", "pin"), old, new, was, now, section)


def _flags(
    kind: str,
    names: tuple[str, ...],
    old: SnapCallout | SnapPhoto,
    new: SnapCallout | SnapPhoto,
    was: str,
    now: str,
    section: str,
) -> Iterator[Change]:
    """What is said of it beside its words."""
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(f"{kind}-{name.replace('_', '-')}", was, now, _shown(before), _shown(after),
                         section=section, name=_name(new), old_line=_words_of(old)[1],
                         new_line=_words_of(new)[1])  # fmt: skip


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"{one:g}" for one in value)
    return "" if value is None else str(value).lower()
