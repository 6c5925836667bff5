"""Rules about a file and its pages as a whole: boxes, layout, spot colours, blend space, output intent.

Comes in: an examined PDF and the limits. Goes out: what is wrong. Source: ISO 15930-7 6.4, 6.5, 6.17, 6.20;
ISO 32000-2 14.11; GWG 2022 (page boxes, spot colour names, blend colour space).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportpdf.base.problem import Place, problem
from reportpdf.base.units import mm, to_mm
from reportpdf.check.finding import Noted
from reportpdf.check.pdf.colours import PROCESS, family_of
from reportpdf.check.pdf.limits import Limits
from reportpdf.check.pdf.marks import Family, contains
from reportpdf.check.pdf.opened import Examined, Seen, box_named

_NEAR = 0.5
"""Points within which ink is taken to reach an edge."""


def file_problems(file: Examined, limits: Limits) -> Iterator[Noted]:
    """All that is wrong with the file apart from single marks."""
    sizes = {tuple(round(v) for v in (p.trim[2] - p.trim[0], p.trim[3] - p.trim[1])) for p in file.pages}
    if len(sizes) > 1:
        listed = ", ".join(f"{to_mm(w):.0f} × {to_mm(h):.0f} mm" for w, h in sorted(sizes))
        yield Noted(problem("press-page-sizes", file.place, sizes=listed))
    if file.pdf.is_encrypted:
        yield Noted(problem("press-encrypted", file.place))
    for page in file.pages:
        yield from _boxes(page, file.place)
        yield from _bleed(page, file.place, limits)
        yield from _blend(page, file.place)
        yield from _annotations(page, file.place)
    yield from _spots(file)
    yield from _intents(file)


def _at(code: str, page: Seen, place: Place, **args: object) -> Noted:
    return Noted(problem(code, place, page=page.number, **args), spot=page.spot(page.trim))


def _boxes(page: Seen, place: Place) -> Iterator[Noted]:
    obj = page.page.obj
    if not page.stated_trim:
        yield _at("press-no-trim", page, place)
    if not contains(page.bleed, page.trim) or not contains(page.media, page.bleed):
        yield _at("press-boxes-nested", page, place)
    if "/CropBox" in obj and not contains(box_named(obj.CropBox), page.trim):
        yield _at("press-crop-cuts", page, place)
    if float(obj.get("/UserUnit", 1)) != 1:
        yield _at("press-user-unit", page, place, given=f"{float(obj.UserUnit):g}")
    if int(obj.get("/Rotate", 0)) % 360:
        yield _at("press-page-turned", page, place, given=int(obj.Rotate))
    if page.found.malformed:
        yield _at("press-content-damaged", page, place, count=page.found.malformed)
    if not page.marks:
        yield _at("press-page-empty", page, place)


def _bleed(page: Seen, place: Place, limits: Limits) -> Iterator[Noted]:
    """Ink that reaches the trim must go on over it, as far as the paper may be cut wrong."""
    if not limits.bleed_mm or not page.stated_trim:
        return
    least = mm(limits.bleed_mm) - _NEAR
    for i, name in enumerate(("left", "foot", "right", "head")):
        sign = -1 if i < 2 else 1
        edge = page.trim[i]
        reach = [
            sign * (mark.box[i] - edge)
            for mark in page.marks
            if mark.upright and not mark.paint.white and sign * (mark.box[i] - edge) > -_NEAR
        ]
        if reach and min(reach) < least:
            has = f"{max(0.0, to_mm(min(reach))):.1f}"
            yield _at("press-bleed-short", page, place, edge=name, has=has, least=f"{limits.bleed_mm:g}")


def _blend(page: Seen, place: Place) -> Iterator[Noted]:
    if page.found.transparent and any(family_of(space) is Family.RGB for space in page.found.groups):
        yield _at("press-blend-rgb", page, place)


def _annotations(page: Seen, place: Place) -> Iterator[Noted]:
    """Only printer's marks and trap networks, outside the bleed. Source: ISO 15930-7 6.17."""
    for note in page.page.obj.get("/Annots", []):
        kind = str(note.get("/Subtype", ""))[1:]
        if kind not in ("PrinterMark", "TrapNet", "Popup") and "/Rect" in note:
            box = box_named(note.Rect)
            yield Noted(problem("press-annotation", place, page=page.number, kind=kind), spot=page.spot(box))


def _spots(file: Examined) -> Iterator[Noted]:
    """Spot colours: what their names leave open, and whether there may be any."""
    used: dict[str, list[tuple[Seen, Any]]] = {}
    for page in file.pages:
        names = {name for mark in page.marks for name in mark.paint.used}
        for name, spaces in page.found.spots.items():
            if name in names and name not in (*PROCESS, "None"):
                used.setdefault(name, []).extend((page, space) for space in spaces)
    alike: dict[str, str] = {}
    for name, rows in used.items():
        page = rows[0][0]
        if name == "All":
            yield _at("press-registration-ink", page, file.place)
            continue
        yield _at("press-spot", page, file.place, name=name)
        first = alike.setdefault(_plain(name), name)
        if first != name:
            yield _at("press-spot-names", page, file.place, name=name, other=first)
        if len({_alternate(space) for _, space in rows}) > 1:
            yield _at("press-spot-two-ways", page, file.place, name=name)


def _plain(name: str) -> str:
    """A name without what tells the same ink's names apart: case, white, a maker's suffix of the paper."""
    plain = re.sub(r"[\s_-]+", "", name).lower()
    return re.sub(r"(?<=\d)(c|u|m|cv|cvc|cvu|up|cp|ec|uc)$", "", plain)


def _alternate(space: Any) -> bytes:
    """What stands for a spot colour, as bytes that can be compared."""
    import pikepdf

    transform = space[3] if len(space) > 3 else None
    if isinstance(transform, pikepdf.Stream):
        return transform.read_bytes() + str(space[2]).encode()
    if not isinstance(transform, pikepdf.Dictionary):
        return str(space[2]).encode()
    ends = [[float(part) for part in transform.get(key, [])] for key in ("/C0", "/C1")]
    return repr([str(space[2]), ends, float(transform.get("/N", 1))]).encode()


def _intents(file: Examined) -> Iterator[Noted]:
    """One output intent for print, its profile that of a press. Source: ISO 32000-2 14.11.5."""
    intents = [i for i in file.pdf.Root.get("/OutputIntents", []) if str(i.get("/S", "")) == "/GTS_PDFX"]
    if len(intents) != 1:
        code = "press-intent-many" if intents else "press-no-intent"
        yield Noted(problem(code, file.place, count=len(intents)))
        return
    profile = intents[0].get("/DestOutputProfile", None)
    if profile is None:
        if not str(intents[0].get("/RegistryName", "")):
            yield Noted(problem("press-intent-profile", file.place))
        return
    header = profile.read_bytes()[:40]
    kind, space = header[12:16].decode("latin-1").strip(), header[16:20].decode("latin-1").strip()
    if kind != "prtr" or space != "CMYK":
        yield Noted(problem("press-intent-kind", file.place, kind=kind or "?", space=space or "?"))
