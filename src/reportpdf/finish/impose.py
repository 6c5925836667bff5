"""Pages of a press PDF laid two to a sheet, for proofs.

Comes in: the bytes of a PDF whose pages have trim and bleed boxes, and the sides of its sheets. Goes out: a
PDF of the sheets, each with its own boxes, crop marks and a dashed fold; output intents and properties
stay. Between the two pages the bleed is cut at the fold. Source: ISO 32000-2 8.10 (form XObjects), 14.11.2
(page boundaries).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportpdf.base.units import mm
from reportpdf.press.sheet import MARK_MARGIN, MARK_OFFSET

if TYPE_CHECKING:
    from reportpdf.press.imposition import Side

_MARK = mm(5)
_LINE = 0.25
_ALL = "/SheetAll cs 1 scn"
_SPACE = "[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1]>>]"


def impose(data: bytes, sides: tuple[Side, ...]) -> bytes:
    """The sheets of the PDF. All pages have the trim of the first."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        pages = list(pdf.pages)
        trim, bleed = ([float(v) for v in pages[0][name]] for name in ("/TrimBox", "/BleedBox"))
        geometry = _Geometry(trim[2] - trim[0], trim[3] - trim[1], trim[0] - bleed[0])
        forms = [pdf.make_indirect(page.as_form_xobject()) for page in pages]
        origins = [(float(page["/TrimBox"][0]), float(page["/TrimBox"][1])) for page in pages]
        for form, page in zip(forms, pages, strict=True):
            form.BBox = page["/BleedBox"]
        space = pdf.make_indirect(pikepdf.Object.parse(_SPACE.encode("ascii")))
        made = [_sheet(pdf, side, geometry, forms, origins, space) for side in sides]
        del pdf.pages[:]
        for sheet in made:
            pdf.pages.append(pikepdf.Page(sheet))
        for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels"):
            if key in pdf.Root:  # tags and bookmarks speak of single pages
                del pdf.Root[key]
        packed = BytesIO()
        pdf.save(
            packed, deterministic_id=True, fix_metadata_version=False, object_stream_mode=_plain(pikepdf)
        )
    return packed.getvalue()


def _plain(pikepdf: Any) -> Any:
    """No object streams: PDF/X-1a knows none."""
    return pikepdf.ObjectStreamMode.disable


class _Geometry:
    """Where things stand on a sheet, points from its lower left corner, y upward."""

    def __init__(self, width: float, height: float, bleed: float) -> None:
        self.width, self.height, self.bleed = width, height, bleed
        self.edge = bleed + MARK_MARGIN

    def box(self, grown: float) -> list[float]:
        """The two trims together, grown on all sides."""
        left, low = self.edge - grown, self.edge - grown
        return [left, low, self.edge + 2 * self.width + grown, self.edge + self.height + grown]


def _sheet(
    pdf: Any,
    side: Side,
    geometry: _Geometry,
    forms: list[Any],
    origins: list[tuple[float, float]],
    space: Any,
) -> Any:
    """One side of a sheet as a page."""
    content: list[str] = []
    used: dict[str, Any] = {}
    fold = geometry.edge + geometry.width
    outer = geometry.box(geometry.bleed)
    for index, left, toward in ((side.left, geometry.edge, 1), (side.right, fold, -1)):
        if index is None:
            continue
        clip = (outer[0], fold) if toward > 0 else (fold, outer[2])
        x, y = origins[index]
        name = f"/Page{index + 1}"
        used[name] = forms[index]
        shift = left - x + toward * side.creep
        content.append(
            f"q {clip[0]:.3f} {outer[1]:.3f} {clip[1] - clip[0]:.3f} {outer[3] - outer[1]:.3f} re W n"
            f" 1 0 0 1 {shift:.3f} {geometry.edge - y:.3f} cm {name} Do Q"
        )
    content += _marks(geometry, fold)
    return _page(pdf, geometry, content, used, space)


def _page(pdf: Any, geometry: _Geometry, content: list[str], used: dict[str, Any], space: Any) -> Any:
    """The side as a page object with its own boxes."""
    import pikepdf

    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=geometry.box(geometry.edge),
            BleedBox=geometry.box(geometry.bleed),
            TrimBox=geometry.box(0.0),
            Resources=pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(used), ColorSpace=pikepdf.Dictionary({"/SheetAll": space})
            ),
            Contents=pdf.make_stream("\n".join(content).encode("ascii")),
        )
    )


def _marks(geometry: _Geometry, fold: float) -> list[str]:
    """Crop marks at the corners, and the fold as a dashed line at head and foot."""
    offset = geometry.bleed + MARK_OFFSET
    left, low, right, high = geometry.box(0.0)
    lines: list[str] = [f"q {_ALL}"]
    for x in (left, right):
        for y in (low - offset - _MARK, high + offset):
            lines.append(f"{x - _LINE / 2:.3f} {y:.3f} {_LINE} {_MARK:.3f} re f")
    for y in (low, high):
        for x in (left - offset - _MARK, right + offset):
            lines.append(f"{x:.3f} {y - _LINE / 2:.3f} {_MARK:.3f} {_LINE} re f")
    dash = _MARK / 5
    for y in (low - offset - _MARK, high + offset):
        lines += [f"{fold - _LINE / 2:.3f} {y + 2 * i * dash:.3f} {_LINE} {dash:.3f} re f" for i in range(3)]
    return [*lines, "Q"]
