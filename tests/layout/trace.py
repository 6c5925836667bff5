"""A document as readable lines: a painter whose pages can be compared line by line.

    page 2
    text  sections[0].title  132.27..420.10  101.76  29  text  "冲在最前险"
    box   -  45.64  36.00  504.00 x 3.00  vermilion
    photo sections[0].photos[0]  45.64  500.00  244.12 x 157.50  crop 0.000 0.030 1.000 0.970

A line of text is told by where its pen starts and ends: a change of justification moves its end.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout.display import BoxItem, Document, Item, LinkItem, PathItem, PolygonItem, TextItem
from reportpdf.theme.records import Theme


def trace(document: Document, theme: Theme) -> str:
    """Size, properties, bookmarks and every item of every page, in reading order."""
    names = {named.ink: named.name for named in (*theme.palettes, *theme.inks)}
    size = document.trim
    lines = [
        f"trim {size.width:.2f} x {size.height:.2f} bleed {document.bleed:.2f} {document.language}",
        f"title {document.title}",
        f"author {document.author}",
        f"subject {document.subject}",
    ]
    lines += [f"bookmark page {e.page_index + 1} at {e.y:.2f} {e.title}" for e in document.outline]
    for page in document.pages:
        lines += ["", f"page {page.number}"]
        lines += [_line(item, names) for item in page.items]
    return "\n".join(lines) + "\n"


def _line(item: Item, names: dict[Ink, str]) -> str:
    path = item.tag.path or "-"
    if isinstance(item, TextItem):
        kind = ("down " if item.vertical else "text ") if item.visible else "hidden"
        words = "".join(cluster.text for cluster in item.clusters)
        where = f"{item.x:.2f}..{item.x + pen_width(item):.2f}  {item.y:.2f}"
        if item.vertical:
            where = f"{item.x:.2f}  {item.y:.2f}..{item.y + pen_width(item):.2f}"
        return f'{kind} {path}  {where}  {item.size:.2f}  {_ink(item.ink, names)}  "{words}"'
    if isinstance(item, BoxItem):
        return f"box   {path}  {_rect(item.rect)}  {_ink(item.ink, names)}"
    if isinstance(item, PolygonItem):
        corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in item.points)
        return f"shape {path}  {corners}  {_ink(item.ink, names)}"
    if isinstance(item, LinkItem):
        return f"link  {path}  {_rect(item.rect)}  {item.address}"
    if isinstance(item, PathItem):
        where = f"{item.x:.2f}  {item.y:.2f}  {item.size:.2f}"
        return f'drawn {path}  {where}  {_ink(item.ink, names)}  "{item.words}"'
    crop = " ".join(f"{edge:.3f}" for edge in item.crop)
    return f"photo {path}  {_rect(item.rect)}  crop {crop}"


def pen_width(item: TextItem) -> float:
    """How far the pen goes from the item's start to the end of its last cluster, points."""
    advances = sum(cluster.advance for cluster in item.clusters)
    between = item.tracking * max(0, len(item.clusters) - 1)
    return (advances + between + sum(em for _, em in item.moves)) * item.size


def _rect(rect: Rect) -> str:
    return f"{rect.x:.2f}  {rect.y:.2f}  {rect.width:.2f} x {rect.height:.2f}"


def _ink(ink: Ink, names: dict[Ink, str]) -> str:
    return names.get(ink) or f"c{ink.c:.2f} m{ink.m:.2f} y{ink.y:.2f} k{ink.k:.2f}"
