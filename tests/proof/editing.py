"""Edits that an editor may make, drawn by a seeded generator, each with what a comparison has to name.

An edit gives the edited report (or theme) and the set of (code, path) that must come out, and nothing else.
Paths are those of the new report, of the old for what is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from reportpdf.base.problem import Place
from reportpdf.model.report import Byline, Callout, Photo, Report, Section, Text
from reportpdf.theme.records import Theme

Named = frozenset[tuple[str, str]]
NOWHERE = Place("report.yaml", 1, 1)


@dataclass(frozen=True)
class Edited:
    """What came of an edit; ``photos``: files whose content is now another, by their names."""

    kind: str
    report: Report
    named: Named
    theme: Theme | None = None
    files: tuple[tuple[str, str], ...] = ()


def said(words: str, like: Text | None = None) -> Text:
    """Words at the place of others."""
    return replace(like, value=words, raw="", marked=None) if like is not None else Text(words, NOWHERE)


def distinct(report: Report) -> Report:
    """The report with no two callouts or captions alike, so that what is edited can be told."""
    sections = []
    for i, section in enumerate(report.sections):
        callouts = tuple(
            replace(c, text=said(f"{c.text.value}第{i + 1}章之{n + 1}", c.text))
            for n, c in enumerate(section.callouts)
        )
        photos = tuple(
            replace(p, file=said(f"p{i}-{n}.jpg", p.file), path=f"/nowhere/p{i}-{n}.jpg")
            for n, p in enumerate(section.photos)
        )
        sections.append(replace(section, title=said(f"{section.title.value}{i + 1}", section.title),
                                callouts=callouts, photos=photos))  # fmt: skip
    return replace(report, sections=tuple(sections))


def with_section(report: Report, at: int, section: Section) -> Report:
    return replace(report, sections=(*report.sections[:at], section, *report.sections[at + 1 :]))


def with_callout(report: Report, at: tuple[int, int], callout: Callout) -> Report:
    section = report.sections[at[0]]
    callouts = list(section.callouts)
    callouts[at[1]] = callout
    return with_section(report, at[0], replace(section, callouts=tuple(callouts)))


def with_photo(report: Report, at: tuple[int, int], photo: Photo) -> Report:
    section = report.sections[at[0]]
    photos = list(section.photos)
    photos[at[1]] = photo
    return with_section(report, at[0], replace(section, photos=tuple(photos)))


def _callouts(report: Report) -> list[tuple[int, int]]:
    return [(i, n) for i, s in enumerate(report.sections) for n in range(len(s.callouts))]


def _photos(report: Report) -> list[tuple[int, int]]:
    return [(i, n) for i, s in enumerate(report.sections) for n in range(len(s.photos))]


def _at(at: tuple[int, int], kind: str = "callouts") -> str:
    return f"sections[{at[0]}].{kind}[{at[1]}]"


def _named(*pairs: tuple[str, str]) -> Named:
    return frozenset(pairs)


def figure(rng: Random, report: Report) -> Edited | None:
    at = rng.choice(_callouts(report))
    callout = report.sections[at[0]].callouts[at[1]]
    old = callout.figure.value
    new = old.translate(str.maketrans("0123456789", "1234567890")) if any(map(str.isdigit, old)) else "第九档"
    made = replace(callout, figure=said(new, callout.figure))
    return Edited("figure", with_callout(report, at, made), _named(("figure", f"{_at(at)}.figure")))


def wording(rng: Random, report: Report) -> Edited | None:
    at = rng.choice(_callouts(report))
    callout = report.sections[at[0]].callouts[at[1]]
    words = callout.text.value
    i = rng.randrange(len(words))
    put = rng.choice(("", "切实", "全面加强", "一"))
    j = min(len(words), i + rng.choice((0, 1, 2, 5, 12)))
    new = words[:i] + put + words[j:]
    if "".join(new.split()) == "".join(words.split()) or not new.strip():
        return None
    made = replace(callout, text=said(new, callout.text))
    return Edited("wording", with_callout(report, at, made), _named(("text", f"{_at(at)}.text")))


def both(rng: Random, report: Report) -> Edited | None:
    """A figure, and the same figure in its text."""
    one = figure(rng, report)
    assert one is not None
    ((_, path),) = one.named
    i, n = (int(p.split("]")[0]) for p in path.split("[")[1:3])
    callout = one.report.sections[i].callouts[n]
    made = replace(callout, text=said(callout.text.value + callout.figure.value + "。", callout.text))
    return Edited("both", with_callout(one.report, (i, n), made),
                  one.named | {("text", f"{_at((i, n))}.text")})  # fmt: skip


def swap(rng: Random, report: Report) -> Edited | None:
    rows = [i for i, s in enumerate(report.sections) if len(s.callouts) > 1]
    if not rows:
        return None
    i = rng.choice(rows)
    a, b = sorted(rng.sample(range(len(report.sections[i].callouts)), 2))
    callouts = list(report.sections[i].callouts)
    callouts[a], callouts[b] = callouts[b], callouts[a]
    made = with_section(report, i, replace(report.sections[i], callouts=tuple(callouts)))
    return Edited("swap", made, _named(*(("callout-moved", _at((i, n))) for n in (a, b))))


def swap_sections_callouts(rng: Random, report: Report) -> Edited | None:
    """Two callouts of two sections change places."""
    filled = [i for i, s in enumerate(report.sections) if len(s.callouts) > 1]
    if len(filled) < 2:
        return None
    i, j = rng.sample(filled, 2)
    n, m = rng.randrange(len(report.sections[i].callouts)), rng.randrange(len(report.sections[j].callouts))
    one, other = report.sections[i].callouts[n], report.sections[j].callouts[m]
    made = with_callout(with_callout(report, (i, n), other), (j, m), one)
    return Edited("swap-far", made, _named(*(("callout-moved", _at(at)) for at in ((i, n), (j, m)))))


def reorder(rng: Random, report: Report) -> Edited | None:
    rows = [i for i, s in enumerate(report.sections) if len(s.callouts) > 3]
    if not rows:
        return None
    i = rng.choice(rows)
    callouts = list(report.sections[i].callouts)
    a = rng.randrange(len(callouts))
    b = rng.choice([n for n in range(len(callouts)) if abs(n - a) > 1])
    callouts.insert(b, callouts.pop(a))
    made = with_section(report, i, replace(report.sections[i], callouts=tuple(callouts)))
    return Edited("reorder", made, _named(("callout-moved", _at((i, b)))))


def to_section(rng: Random, report: Report) -> Edited | None:
    filled = [i for i, s in enumerate(report.sections) if len(s.callouts) > 1]
    if not filled or len(report.sections) < 2:
        return None
    i = rng.choice(filled)
    j = rng.choice([k for k in range(len(report.sections)) if k != i])
    callouts = list(report.sections[i].callouts)
    one = callouts.pop(rng.randrange(len(callouts)))
    there = list(report.sections[j].callouts)
    at = rng.randint(0, len(there))
    there.insert(at, one)
    made = with_section(report, i, replace(report.sections[i], callouts=tuple(callouts)))
    made = with_section(made, j, replace(report.sections[j], callouts=tuple(there)))
    return Edited("to-section", made, _named(("callout-moved", _at((j, at)))))


def delete(rng: Random, report: Report) -> Edited | None:
    rows = [i for i, s in enumerate(report.sections) if len(s.callouts) > 1]
    if not rows:
        return None
    i = rng.choice(rows)
    callouts = list(report.sections[i].callouts)
    n = rng.randrange(len(callouts))
    del callouts[n]
    made = with_section(report, i, replace(report.sections[i], callouts=tuple(callouts)))
    return Edited("deletion", made, _named(("callout-removed", _at((i, n)))))


def add(rng: Random, report: Report) -> Edited | None:
    i = rng.randrange(len(report.sections))
    callouts = list(report.sections[i].callouts)
    n = rng.randint(0, len(callouts))
    callouts.insert(n, Callout(said("41场"), said("举办警营开放日活动41场,邀请师生走进警营体验。")))
    made = with_section(report, i, replace(report.sections[i], callouts=tuple(callouts)))
    return Edited("addition", made, _named(("callout-added", _at((i, n)))))


def section_delete(rng: Random, report: Report) -> Edited | None:
    if len(report.sections) < 2:
        return None
    i = rng.randrange(len(report.sections))
    made = replace(report, sections=report.sections[:i] + report.sections[i + 1 :])
    return Edited("section-deletion", made, _named(("section-removed", f"sections[{i}]")))


def section_swap(rng: Random, report: Report) -> Edited | None:
    if len(report.sections) < 2:
        return None
    a, b = sorted(rng.sample(range(len(report.sections)), 2))
    sections = list(report.sections)
    sections[a], sections[b] = sections[b], sections[a]
    named = _named(*(("section-moved", f"sections[{i}]") for i in (a, b)))
    return Edited("section-swap", replace(report, sections=tuple(sections)), named)


def section_title(rng: Random, report: Report) -> Edited | None:
    i = rng.randrange(len(report.sections))
    section = report.sections[i]
    made = with_section(report, i, replace(section, title=said(f"坚决{section.title.value}", section.title)))
    return Edited("section-title", made, _named(("section-title", f"sections[{i}].title")))


def palette(rng: Random, report: Report) -> Edited | None:
    i = rng.randrange(len(report.sections))
    section = report.sections[i]
    name = "pine" if section.theme is None or section.theme.value != "pine" else "indigo"
    made = with_section(report, i, replace(section, theme=said(name)))
    return Edited("palette", made, _named(("section-palette", f"sections[{i}]")))


def white(rng: Random, report: Report) -> Edited | None:
    at = rng.choice(_callouts(report))
    callout = report.sections[at[0]].callouts[at[1]]
    words = callout.text.value
    i = rng.randrange(1, len(words) + 1)
    new = words[:i] + rng.choice((" ", "  ", "　")) + words[i:]
    made = replace(callout, text=said(new, callout.text))
    return Edited("white", with_callout(report, at, made), _named(("text", f"{_at(at)}.text")))


def title(rng: Random, report: Report) -> Edited | None:
    if report.title is None:
        return None
    return Edited("title", replace(report, title=said(report.title.value + "回顾", report.title)),
                  _named(("title", "title")))  # fmt: skip


def lede(rng: Random, report: Report) -> Edited | None:
    if report.lede is None:
        return None
    words = report.lede.value
    i = rng.randrange(len(words))
    return Edited("lede", replace(report, lede=said(words[:i] + "始终" + words[i:], report.lede)),
                  _named(("lede", "lede")))  # fmt: skip


def byline(rng: Random, report: Report) -> Edited | None:
    made = (*report.byline, Byline(said("摄影"), (said("李明"),)))
    return Edited("byline", replace(report, byline=made), _named(("byline", "byline")))


def caption(rng: Random, report: Report) -> Edited | None:
    places = [at for at in _photos(report) if report.sections[at[0]].photos[at[1]].caption]
    if not places:
        return None
    at = rng.choice(places)
    photo = report.sections[at[0]].photos[at[1]]
    assert photo.caption is not None
    made = replace(photo, caption=said("近日," + photo.caption.value, photo.caption))
    return Edited(
        "caption", with_photo(report, at, made), _named(("caption", f"{_at(at, 'photos')}.caption"))
    )


def credit(rng: Random, report: Report) -> Edited | None:
    places = _photos(report)
    if not places:
        return None
    at = rng.choice(places)
    photo = report.sections[at[0]].photos[at[1]]
    made = replace(photo, credit=said("张伟 摄"))
    return Edited("credit", with_photo(report, at, made), _named(("credit", f"{_at(at, 'photos')}.credit")))


def focus(rng: Random, report: Report) -> Edited | None:
    places = _photos(report)
    if not places:
        return None
    at = rng.choice(places)
    photo = report.sections[at[0]].photos[at[1]]
    made = replace(photo, focus=(0.11, 0.87))
    return Edited("focus", with_photo(report, at, made), _named(("photo-focus", _at(at, "photos"))))


def photo_delete(rng: Random, report: Report) -> Edited | None:
    places = _photos(report)
    if not places:
        return None
    i, n = rng.choice(places)
    photos = list(report.sections[i].photos)
    del photos[n]
    made = with_section(report, i, replace(report.sections[i], photos=tuple(photos)))
    return Edited("photo-deletion", made, _named(("photo-removed", _at((i, n), "photos"))))


def photo_replace(rng: Random, report: Report) -> Edited | None:
    """Another photo under the same name."""
    places = _photos(report)
    if not places:
        return None
    at = rng.choice(places)
    photo = report.sections[at[0]].photos[at[1]]
    return Edited("photo", report, _named(("photo-replaced", _at(at, "photos"))),
                  files=((photo.file.value, "another"),))  # fmt: skip


def photo_swap(rng: Random, report: Report) -> Edited | None:
    rows = [i for i, s in enumerate(report.sections) if len(s.photos) > 1]
    if not rows:
        return None
    i = rng.choice(rows)
    a, b = sorted(rng.sample(range(len(report.sections[i].photos)), 2))
    photos = list(report.sections[i].photos)
    photos[a], photos[b] = photos[b], photos[a]
    made = with_section(report, i, replace(report.sections[i], photos=tuple(photos)))
    return Edited("photo-swap", made, _named(*(("photo-moved", _at((i, n), "photos")) for n in (a, b))))


def lead(rng: Random, report: Report) -> Edited | None:
    at = rng.choice(_callouts(report))
    callout = report.sections[at[0]].callouts[at[1]]
    if any(c.lead for c in report.sections[at[0]].callouts):
        return None
    made = with_callout(report, at, replace(callout, lead=True))
    return Edited("lead", made, _named(("callout-lead", _at(at))))


def photo_files(rng: Random, report: Report) -> Edited | None:
    """Two files change places, their captions stay."""
    rows = [i for i, s in enumerate(report.sections) if len(s.photos) > 1]
    if not rows:
        return None
    i = rng.choice(rows)
    a, b = sorted(rng.sample(range(len(report.sections[i].photos)), 2))
    one, other = report.sections[i].photos[a], report.sections[i].photos[b]
    if not (one.caption and other.caption):
        return None
    made = with_photo(report, (i, a), replace(one, file=other.file, path=other.path))
    made = with_photo(made, (i, b), replace(other, file=one.file, path=one.path))
    return Edited("photo-files", made, _named(*(("photo-replaced", _at((i, n), "photos")) for n in (a, b))))


def lede_delete(rng: Random, report: Report) -> Edited | None:
    if report.lede is None:
        return None
    return Edited("lede-deletion", replace(report, lede=None), _named(("lede", "lede")))


def caption_delete(rng: Random, report: Report) -> Edited | None:
    places = [at for at in _photos(report) if report.sections[at[0]].photos[at[1]].caption]
    if not places:
        return None
    at = rng.choice(places)
    made = replace(report.sections[at[0]].photos[at[1]], caption=None)
    return Edited("caption-deletion", with_photo(report, at, made),
                  _named(("caption", f"{_at(at, 'photos')}.caption")))  # fmt: skip


def section_move(rng: Random, report: Report) -> Edited | None:
    count = len(report.sections)
    if count < 3:
        return None
    sections = list(report.sections)
    a = rng.randrange(count)
    b = rng.choice([n for n in range(count) if abs(n - a) > 1] or [None])
    if b is None:
        return None
    sections.insert(b, sections.pop(a))
    return Edited("section-move", replace(report, sections=tuple(sections)),
                  _named(("section-moved", f"sections[{b}]")))  # fmt: skip


Editing = Callable[[Random, Report], Edited | None]
EDITS: tuple[Editing, ...] = (
    figure, wording, both, swap, swap_sections_callouts, reorder, to_section, delete, add, section_delete,
    section_swap, section_title, palette, white, title, lede, byline, caption, credit, focus, photo_delete,
    photo_replace, photo_swap, lead, photo_files, lede_delete, caption_delete, section_move,
)  # fmt: skip
