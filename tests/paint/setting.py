"""What the painter's tests set and how they read it back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from reportpdf.base.geometry import Size
from reportpdf.base.ink import BLACK
from reportpdf.layout.display import ARTIFACT, Document, Item, OutlineEntry, Page, TextItem
from reportpdf.paint.surface import paint_document
from reportpdf.source.fonts import FontShelf, bundled_fonts_dir
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.face import Face

SONG = "NotoSerifSC-Regular"
KAI = "LXGWWenKai-Regular"
GOTHIC = "LeagueGothic-Regular"
BUNDLED = FontShelf((), bundled_fonts_dir())

_made: dict[tuple[str, str], Cluster] = {}


def cluster(text: str, face: str = SONG, fonts: dict[str, Face] | FontShelf = BUNDLED) -> Cluster:
    """One cluster of ``text``, shaped as Chinese; the same text and face give the same object."""
    if fonts is BUNDLED and (text, face) in _made:
        return _made[text, face]
    glyphs = fonts[face].shape(text, {}, script="Hani", language="zh-Hans")
    made = Cluster(text, Kind.HAN, face, glyphs, sum(glyph.advance for glyph in glyphs))
    if fonts is BUNDLED:
        _made[text, face] = made
    return made


def clusters(*texts: str, face: str = SONG) -> tuple[Cluster, ...]:
    return tuple(cluster(text, face) for text in texts)


def line(what: Iterable[Cluster], **kw: object) -> TextItem:
    settings = {
        "x": 20.0,
        "y": 50.0,
        "size": 10.0,
        "ink": BLACK,
        "moves": (),
        "tracking": 0.0,
        "tag": ARTIFACT,
    }
    return TextItem(clusters=tuple(what), **{**settings, **kw})


def document(
    *pages: Iterable[Item], outline: tuple[OutlineEntry, ...] = (), first: int = 1, **kw: str
) -> Document:
    words = {"title": "题目", "author": "作者", "subject": "主题", "language": "zh-Hans", **kw}
    set_pages = tuple(Page(first + i, tuple(items)) for i, items in enumerate(pages))
    return Document(Size(400.0, 300.0), 8.504, set_pages, outline, **words)


def painted(*items: Item, fonts: object = BUNDLED, images: object = None, **kw: object) -> bytes:
    return paint_document(document(items), fonts, images or (lambda _: None), **kw)


@dataclass(frozen=True)
class Placed:
    """A character that pdfminer found: its text and the pen's place, points."""

    text: str
    x: float
    y: float


def placed(pdf: bytes) -> list[Placed]:
    """Characters in content order with their origins, y upward."""
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    [page] = PDFPage.get_pages(BytesIO(pdf))
    PDFPageInterpreter(manager, device).process_page(page)
    return [
        Placed(c.get_text(), c.matrix[4], c.matrix[5]) for c in device.get_result() if isinstance(c, LTChar)
    ]


def pdfminer_text(pdf: bytes) -> str:
    from pdfminer.high_level import extract_text

    return "".join(extract_text(BytesIO(pdf), laparams=LAParams(char_margin=50)).split())


def pdfium_text(pdf: bytes) -> str:
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in opened).split())
    finally:
        opened.close()


def mapped_text(pdf: bytes) -> str:
    """The first page's text by the standard's own rule: every code shown, through its font's ToUnicode."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        maps = {name: _cmap(font.ToUnicode.read_bytes()) for name, font in page.Resources.Font.items()}
        text, current = [], ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                current = str(operands[0])
            elif str(operator) == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        text += [maps[current][codes[i : i + 2]] for i in range(0, len(codes), 2)]
        return "".join(text)


def _cmap(stream: bytes) -> dict[bytes, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>\n", stream.split(b"endcodespacerange")[1])
    return {bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in rows}


def operations(pdf: bytes) -> list[tuple[str, list[str]]]:
    """Operators of the first page with their operands as text; strings of codes are left out."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        content = pikepdf.parse_content_stream(opened.pages[0])
        return [(str(op), [str(p) for arg in args for p in _plain(arg)]) for args, op in content]


def _plain(operand: object) -> list[object]:
    if isinstance(operand, pikepdf.Array):
        return [part for part in operand if not isinstance(part, pikepdf.String)]
    return [operand]
