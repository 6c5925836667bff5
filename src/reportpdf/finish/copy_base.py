"""A finished PDF made the base of copies: its pages call empty forms, which each copy redefines.

Comes in: the bytes of an edition, and where the marks stand on its pages. Goes out: the base's bytes and a
:class:`BaseFacts`, all that a tail is written by. Equal bytes in, equal bytes out. The forms are artifacts,
so what the file claims of its structure stays true. Source: ISO 32000-2 8.10, 14.8.2.2 (artifacts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportpdf.base.geometry import Size
from reportpdf.finish.update import UpdatedFile
from reportpdf.press.stamp_measures import SMALL_MODULE, PagePlaces

LINE, SYMBOL, SMALL, WATERMARK = "CopyLine", "CopySymbol", "CopySmall", "CopyMark"
"""Names of the forms in the pages' resources."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BaseFacts:
    """What a tail has to know of the base. Numbers are those of its objects."""

    file: UpdatedFile
    line: int
    symbol: int
    small: int
    watermark: int
    metadata: int
    xmp: bytes
    info: int
    """0: there is none."""

    info_entries: bytes
    """The entries of Info, without its brackets."""


def make_base(data: bytes, places: Sequence[PagePlaces], trim: Size) -> tuple[bytes, BaseFacts]:
    """The base of ``data``. ``places`` are from the trim's upper left corner, one a page; of other
    pages (imposed sheets) none is marked."""
    import pikepdf

    mode = pikepdf.ObjectStreamMode
    packed = re.search(rb"/Type\s*/ObjStm", data) is not None
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        forms = {name: _empty(pdf, pikepdf) for name in (LINE, SYMBOL, SMALL, WATERMARK)}
        its_own = len(pdf.pages) == len(places) and _is_trim(pdf.pages[0], trim)
        for page, its in zip(pdf.pages, places, strict=True) if its_own else ():
            _call(pdf, page, its, forms, trim, pikepdf)
        if not its_own:
            pdf.pages[0].Resources.XObject = _with(pdf.pages[0].Resources, forms, pikepdf)
        pdf.save(
            file,
            object_stream_mode=mode.generate if packed else mode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    base = file.getvalue()
    return base, _facts(base, pikepdf)


def _is_trim(page: Any, trim: Size) -> bool:
    """Whether the page is one of the document's, and no sheet."""
    left, bottom, right, top = map(float, page.get("/TrimBox", page.MediaBox))
    return abs(right - left - trim.width) < 0.1 and abs(top - bottom - trim.height) < 0.1


def _empty(pdf: Any, pikepdf: Any) -> Any:
    """A form that draws nothing."""
    made = pikepdf.Stream(pdf, b"")
    made.Type, made.Subtype, made.FormType = pikepdf.Name.XObject, pikepdf.Name.Form, 1
    made.BBox = [0, 0, 0, 0]
    made.Resources = pikepdf.Dictionary()
    return pdf.make_indirect(made)


def _call(pdf: Any, page: Any, places: PagePlaces, forms: dict[str, Any], trim: Size, pikepdf: Any) -> None:
    """Let the page call the forms after all that it draws itself."""
    box = page.get("/TrimBox", page.MediaBox)
    left, top = float(box[0]), float(box[3])
    rows = [("Watermark", WATERMARK, 1.0, left + trim.width / 2, top - trim.height / 2)]
    if places.line is not None:
        rows.append(("Footer", LINE, 1.0, left + places.line.x, top - places.line.y))
    rows += [("Footer", SYMBOL, module, left + spot.x, top - spot.y) for spot, module in places.symbols]
    rows += [("Footer", SMALL, SMALL_MODULE, left + spot.x, top - spot.y) for spot in places.small]
    calls = "".join(
        f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC\n"
        f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /{name} Do Q\nEMC\n"
        for kind, name, scale, x, y in rows
    )
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(b"q\n%b\nQ\n%b" % (content, calls.encode("ascii")))
    page.Resources = pikepdf.Dictionary(page.Resources)
    page.Resources.XObject = _with(page.Resources, forms, pikepdf)


def _with(resources: Any, forms: dict[str, Any], pikepdf: Any) -> Any:
    """The page's XObjects and the forms."""
    found = pikepdf.Dictionary(resources.get("/XObject", {}))
    for name, made in forms.items():
        found[f"/{name}"] = made
    return found


def _facts(base: bytes, pikepdf: Any) -> BaseFacts:
    """The base read back: qpdf has numbered all objects anew."""
    startxref = int(base[base.rindex(b"startxref") + 9 :].split()[0])
    with pikepdf.open(BytesIO(base)) as pdf:
        forms = pdf.pages[0].Resources.XObject
        info = pdf.trailer.get("/Info", None)
        file = UpdatedFile(
            length=len(base),
            startxref=startxref,
            size=int(pdf.trailer.Size),
            root=_reference(pdf.Root),
            info=_reference(info) if info is not None else "",
            identity=bytes(pdf.trailer.ID[0]).hex(),
            table=base[startxref : startxref + 4] == b"xref",
        )
        return BaseFacts(
            file,
            line=forms[f"/{LINE}"].objgen[0],
            symbol=forms[f"/{SYMBOL}"].objgen[0],
            small=forms[f"/{SMALL}"].objgen[0],
            watermark=forms[f"/{WATERMARK}"].objgen[0],
            metadata=pdf.Root.Metadata.objgen[0],
            xmp=pdf.Root.Metadata.read_bytes(),
            info=info.objgen[0] if info is not None else 0,
            info_entries=_entries(info) if info is not None else b"",
        )


def _entries(info: Any) -> bytes:
    whole: bytes = info.unparse(resolved=True)
    return whole.strip()[2:-2].strip()


def _reference(made: Any) -> str:
    number, generation = made.objgen
    return f"{number} {generation} R"
