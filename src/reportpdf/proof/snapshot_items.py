"""The items of a page as a snapshot keeps them: box, words, where each character stands, a digest of looks.

Comes in: a page of the display list. Goes out: :class:`~reportpdf.proof.snapshot.SnapPage`. Two items with
the same kind, box and look draw the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256

from reportpdf.base.geometry import Rect, around
from reportpdf.base.ink import Ink
from reportpdf.check.spots import item_box, pens_of
from reportpdf.layout.display import (
    BoxItem,
    Item,
    LinkItem,
    Page,
    PathItem,
    PictureItem,
    PolygonItem,
    TextItem,
)
from reportpdf.proof.snapshot import SnapItem, SnapPage
from reportpdf.text.cluster import Cluster


def page_items(page: Page) -> SnapPage:
    """The page with all that is seen on it."""
    return SnapPage(page.number, tuple(made for item in page.items if (made := _item(item)) is not None))


def _item(item: Item) -> SnapItem | None:
    if isinstance(item, LinkItem) or (isinstance(item, TextItem) and not item.visible):
        return None
    if isinstance(item, TextItem):
        return _text(item)
    if isinstance(item, BoxItem):
        return _made("box", item.tag.path, item.rect, _ink(item.ink))
    if isinstance(item, PictureItem):
        shown = item.picture
        look = (
            f"{shown.photo.file.value} {item.crop} {shown.width_px} {shown.height_px} {shown.problem is None}"
        )
        crop = tuple(round(v, 4) for v in item.crop)
        return replace(_made("photo", item.tag.path, item.rect, look), crop=crop)
    if isinstance(item, PolygonItem):
        rect = around(item.points)
        shape = [(round(x - rect.x, 2), round(y - rect.y, 2)) for x, y in item.points]
        return _made("polygon", item.tag.path, rect, f"{_ink(item.ink)} {shape}")
    return _path(item)


def _path(item: PathItem) -> SnapItem:
    points = [
        (item.x + x * item.size, item.y - y * item.size)
        for _, numbers in item.outline
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    rect = around(points or [(item.x, item.y)])
    look = f"{_ink(item.ink)} {item.size:.3f} {item.outline}"
    return _made("path", item.tag.path, rect, look, item.words)


def _text(item: TextItem) -> SnapItem:
    box, pens = item_box(item), pens_of(item)
    ends = tuple(_ends(item, pens))
    look = (
        f"{item.size:.3f} {_ink(item.ink)} {item.tracking:.4f} {item.vertical} "
        f"{[(i, round(em, 4)) for i, em in item.moves]} {[_cluster(c) for c in item.clusters]}"
    )
    words = "".join(c.text for c in item.clusters)
    path = item.tag.path
    return _made("text", path, box, look, words, ends, vertical=item.vertical)


def _ends(item: TextItem, pens: list[float]) -> Iterator[int]:
    """Where each character begins, and the last ends; characters of one cluster share its width."""
    for cluster, start, end in zip(item.clusters, pens, pens[1:], strict=False):
        for i in range(len(cluster.text)):
            yield round(10 * (start + i * (end - start) / len(cluster.text)))
    yield round(10 * pens[-1])


def _cluster(cluster: Cluster) -> str:
    glyphs = [(g.gid, round(g.dx, 4), round(g.dy, 4)) for g in cluster.glyphs]
    return f"{cluster.face} {glyphs} {cluster.turned} {cluster.squeeze} {cluster.scale}"


@cache
def _ink(ink: Ink) -> str:
    return f"{ink.c:g} {ink.m:g} {ink.y:g} {ink.k:g} {ink.screen} {ink.spot}"


def _made(
    kind: str,
    path: str,
    rect: Rect,
    look: str,
    words: str = "",
    pens: tuple[int, ...] = (),
    *,
    vertical: bool = False,
) -> SnapItem:
    x, y, width, height = (round(v, 2) for v in (rect.x, rect.y, rect.width, rect.height))
    digest = sha256(look.encode("utf-8")).hexdigest()[:12]
    return SnapItem(kind, path, x, y, width, height, digest, words, pens, vertical)
