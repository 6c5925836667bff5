"""Pages of one PDF placed on pages of another, at any scale.

Comes in: the bytes of a painted PDF (the sheets), those of a PDF whose pages are wanted, and where each
goes. Goes out: the sheets with the pages under what was painted on them. A page is a form XObject of its own
content, nothing of it is drawn again; its links and tags stay behind. Equal bytes in, equal bytes out.
Source: ISO 32000-2 8.10 (form XObjects), 14.11.2 (page boundaries).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportpdf.base.geometry import Rect, Size

Matrix = tuple[float, float, float, float, float, float]
"""As a PDF writes it: what a point of the page becomes on the sheet, points, y upward."""

TRIM = "/TrimBox"
MEDIA = "/MediaBox"

_DEEPEST = 64
"""Levels of the page tree that are climbed; a file made to go round in circles has more."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Page ``page`` on sheet ``sheet``, both from 0, filling ``rect`` of the sheet: points, y downward."""

    page: int
    sheet: int
    rect: Rect


def page_sizes(data: bytes, *, box: str = TRIM) -> tuple[Size, ...]:
    """The sizes of a PDF's pages as they are seen, turned and scaled as they say.

    Raises: pikepdf.PdfError for what is no PDF.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        sizes = []
        for page in pdf.pages:
            left, low, right, high = _box(page, box)
            unit = float(page.obj.get("/UserUnit", 1))
            across, down = abs(right - left) * unit, abs(high - low) * unit
            turned = int(_inherited(page, "/Rotate", 0)) % 180 == 90
            sizes.append(Size(down, across) if turned else Size(across, down))
        return tuple(sizes)


def place_pages(sheets: bytes, pages: bytes, placed: Sequence[Placed], *, box: str = TRIM) -> bytes:
    """The sheets with the pages on them; what lies outside a page's ``box`` is cut off.

    Raises: pikepdf.PdfError for what is no PDF; IndexError for a page or a sheet that is not there.
    """
    import pikepdf

    with pikepdf.open(BytesIO(sheets)) as target, pikepdf.open(BytesIO(pages)) as source:
        forms = _forms(target, source, sorted({one.page for one in placed}), box)
        for number, sheet in enumerate(target.pages):
            own = [one for one in placed if one.sheet == number]
            if own:
                _put(sheet, own, forms)
        if missing := [one.sheet for one in placed if not 0 <= one.sheet < len(target.pages)]:
            raise IndexError(missing[0])
        packed = BytesIO()
        target.remove_unreferenced_resources()
        target.save(packed, deterministic_id=True, fix_metadata_version=False)
    return packed.getvalue()


def _forms(target: Any, source: Any, numbers: Sequence[int], box: str) -> dict[int, Any]:
    """The wanted pages as form XObjects of the target."""
    import pikepdf

    forms = {}
    for number in numbers:
        page = source.pages[number]
        form = source.make_indirect(page.as_form_xobject())
        form.BBox = pikepdf.Array(_box(page, box))
        if "/Group" in page.obj:
            form.Group = page.obj.Group
        forms[number] = target.copy_foreign(form)
    return forms


def _put(sheet: Any, placed: Sequence[Placed], forms: dict[int, Any]) -> None:
    """The pages of one sheet, under what is painted on it."""
    import pikepdf

    left, _, _, head = _box(sheet, MEDIA)
    content = ["/Artifact BMC"]
    for count, one in enumerate(placed):
        form = forms[one.page]
        name = sheet.add_resource(form, pikepdf.Name.XObject, name=pikepdf.Name(f"/Placed{count}"))
        matrix = fitting(_seen(form), one.rect, left, head)
        content.append(f"q {' '.join(f'{value:.5f}' for value in matrix)} cm {name} Do Q")
    content.append("EMC")
    sheet.contents_add("\n".join(content).encode("ascii"), prepend=True)


def fitting(box: tuple[float, float, float, float], rect: Rect, left: float, head: float) -> Matrix:
    """What brings a page's box (left, low, right, high) into the middle of the rectangle, as large as it
    fits; ``left`` and ``head`` are the sheet's upper left corner."""
    width, height = max(1e-3, box[2] - box[0]), max(1e-3, box[3] - box[1])  # a page may have no area
    scale = min(rect.width / width, rect.height / height)
    x = left + rect.x + (rect.width - scale * width) / 2 - scale * box[0]
    y = head - rect.bottom + (rect.height - scale * height) / 2 - scale * box[1]
    return (scale, 0.0, 0.0, scale, x, y)


def _seen(form: Any) -> tuple[float, float, float, float]:
    """The box of a form after its own matrix, which turns pages that are turned."""
    x0, y0, x1, y1 = (float(v) for v in form.BBox)
    a, b, c, d, e, f = (float(v) for v in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _box(page: Any, box: str) -> tuple[float, float, float, float]:
    """A page's box; the trim is the crop box where there is none, and that the media box."""
    names = {TRIM: (TRIM, "/CropBox", MEDIA), MEDIA: (MEDIA,)}[box]
    found = next(value for name in names if (value := _inherited(page, name, None)) is not None)
    x0, y0, x1, y1 = (float(v) for v in found)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inherited(page: Any, name: str, otherwise: Any) -> Any:
    """An entry of the page or of what it hangs from. Source: ISO 32000-2 7.7.3.4."""
    node, depth = page.obj, 0
    while node is not None and depth < _DEEPEST:
        if name in node:
            return node[name]
        node, depth = node.get("/Parent"), depth + 1
    return otherwise
