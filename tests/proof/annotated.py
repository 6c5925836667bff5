"""PDFs with annotations as programs write them: which keys, which order of corners, which encoding.

Each maker takes the box of words in points of the page (left, low, right, high) and adds to the page what the
program of that name adds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reportpdf.base.geometry import Rect
from reportpdf.base.units import mm
from reportpdf.proof.set_words import SetRound

Box = tuple[float, float, float, float]


def words_box(found: SetRound, page: int, words: str, height: float = 841.89) -> Box:
    """The box of words on a page, in points from its lower left corner."""
    for line in found.on(page):
        start = line.words.find(words)
        if start >= 0:
            boxes = line.boxes[start : start + len(words)]
            rect = Rect(
                min(b.x for b in boxes),
                min(b.y for b in boxes),
                max(b.right for b in boxes) - min(b.x for b in boxes),
                max(b.height for b in boxes),
            )
            return mm(rect.x), height - mm(rect.bottom), mm(rect.right), height - mm(rect.y)
    raise AssertionError(f"{words} is not on page {page}")


def z_order(box: Box) -> Array:
    """Upper left, upper right, lower left, lower right: Acrobat, Foxit, Preview, Edge."""
    x0, y0, x1, y1 = box
    return Array([x0, y1, x1, y1, x0, y0, x1, y0])


def round_order(box: Box) -> Array:
    """Counter-clockwise from the lower left, as the standard has it: PDF-XChange, some others."""
    x0, y0, x1, y1 = box
    return Array([x0, y0, x1, y0, x1, y1, x0, y1])


def add(pdf: pikepdf.Pdf, page: int, **entries: Any) -> Any:
    """An annotation as an object of its own on a page (from 1)."""
    holder = pdf.pages[page - 1].obj
    if "/Annots" not in holder:
        holder.Annots = Array([])
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, **entries))
    holder.Annots.append(made)
    return made


def utf16(words: str) -> String:
    """A text string with its byte order mark."""
    return String(b"\xfe\xff" + words.encode("utf-16-be"))


def acrobat_replace(pdf: pikepdf.Pdf, page: int, box: Box, new: str, by: str) -> None:
    """Acrobat's "replace": a caret with the new words, a strike-out grouped with it, and a pop-up."""
    x0, y0, x1, y1 = box
    caret = add(
        pdf, page, Subtype=Name.Caret, Rect=Array([x1 - 4, y0 - 4, x1 + 4, y0 + 4]), RD=Array([1, 1, 1, 1]),
        Contents=utf16(new), T=utf16(by), NM=String("8e5b1f3a-caret"), M=String("D:20260103101500+08'00'"),
        IT=Name("/Replace"), Subj=utf16("插入文本"), F=4, C=Array([0, 0.5, 1]), Sy=Name.P,
        RC=utf16('<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml">'
                 f'<p dir="ltr"><span>{new}</span></p></body>'),
    )  # fmt: skip
    add(
        pdf, page, Subtype=Name.StrikeOut, Rect=Array([x0, y0, x1, y1]), QuadPoints=z_order(box), T=utf16(by),
        NM=String("8e5b1f3a-strike"), IRT=caret, RT=Name.Group, IT=Name("/StrikeOutTextEdit"), F=4,
        Subj=utf16("删划线"), M=String("D:20260103101500+08'00'"),
    )  # fmt: skip
    caret.Popup = add(
        pdf, page, Subtype=Name.Popup, Rect=Array([600, 700, 780, 800]), Parent=caret, Open=False
    )


def acrobat_reply(pdf: pikepdf.Pdf, page: int, to: Any, words: str, by: str) -> Any:
    """An answer to a remark."""
    rect = Array([0, 0, 20, 20])
    return add(pdf, page, Subtype=Name.Text, Rect=rect, Contents=utf16(words), T=utf16(by), IRT=to, F=28)


def acrobat_state(pdf: pikepdf.Pdf, page: int, to: Any, state: str, by: str, when: str) -> None:
    """What a reviewer says of a remark: a hidden answer with a state of the Review model."""
    add(
        pdf, page, Subtype=Name.Text, Rect=Array([0, 0, 20, 20]), Contents=utf16(f"{state} set by {by}"),
        T=utf16(by),         IRT=to, F=30, StateModel=String("Review"), State=String(state), M=String(when),
    )  # fmt: skip


def foxit_highlight(pdf: pikepdf.Pdf, page: int, box: Box, note: str, by: str) -> Any:
    """Foxit: corners in Acrobat's order, rich text beside the note."""
    return add(
        pdf, page, Subtype=Name.Highlight, Rect=Array([*box]), QuadPoints=z_order(box), Contents=utf16(note),
        T=utf16(by), NM=String("fx-1"), M=String("D:20260103110000+08'00'"), CA=1.0, F=4,
        RC=utf16(f"<body><p>{note}</p></body>"),
    )  # fmt: skip


def preview_highlight(pdf: pikepdf.Pdf, page: int, box: Box, by: str) -> None:
    """Preview: no name, no note, a date in UTC."""
    add(
        pdf, page, Subtype=Name.Highlight, Rect=Array([*box]), QuadPoints=z_order(box), T=String(by), F=4,
        M=String("D:20260103021500Z00'00'"), Contents=String(""),
    )  # fmt: skip


def preview_note(pdf: pikepdf.Pdf, page: int, x: float, y: float, words: str, by: str) -> None:
    """Preview: a sticky note of 20 points."""
    add(
        pdf, page, Subtype=Name.Text, Rect=Array([x - 10, y - 10, x + 10, y + 10]), Contents=utf16(words),
        T=utf16(by), M=String("D:20260103021500Z"), Name=Name("/Note"), F=4,
    )  # fmt: skip


def wps_strike(pdf: pikepdf.Pdf, page: int, box: Box, note: str, by: str) -> None:
    """WPS: no corners at all, strings in the code page of the machine."""
    add(
        pdf, page, Subtype=Name.StrikeOut, Rect=Array([*box]), Contents=String(note.encode("gb18030")),
        T=String(by.encode("gb18030")), M=String("D:20260103120000"), F=4,
    )  # fmt: skip


def edge_highlight(pdf: pikepdf.Pdf, page: int, box: Box, note: str) -> None:
    """Edge: no author; the note in UTF-8 with its mark."""
    add(
        pdf, page, Subtype=Name.Highlight, Rect=Array([*box]), QuadPoints=z_order(box),
        Contents=String(b"\xef\xbb\xbf" + note.encode("utf-8")), F=4,
        CreationDate=String("D:20260103120000Z"),
    )  # fmt: skip


def xchange_strike(pdf: pikepdf.Pdf, page: int, box: Box, by: str) -> None:
    """PDF-XChange: corners in the standard's order; with "copy text to the note" the words themselves."""
    add(
        pdf, page, Subtype=Name.StrikeOut, Rect=Array([*box]), QuadPoints=round_order(box), T=utf16(by),
        NM=String("px-7"), M=String("D:20260103130000+08'00'"), F=4, RC=utf16("<body><p></p></body>"),
    )  # fmt: skip


def xchange_caret(pdf: pikepdf.Pdf, page: int, x: float, y: float, words: str, by: str) -> None:
    """PDF-XChange: inserted words at a caret under the line; the words in rich text alone."""
    add(
        pdf, page, Subtype=Name.Caret, Rect=Array([x - 5, y - 8, x + 5, y + 2]), T=utf16(by),
        NM=String("px-8"), F=4, RC=utf16(f"<body><p><span style='font-size:12pt'>{words}</span></p></body>"),
    )  # fmt: skip


def saved(pdf: pikepdf.Pdf, path: Path, *, anew: bool = False) -> Path:
    """The file; written ``anew``, its ID is another and its metadata are gone, as Preview leaves it."""
    if anew:
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        pdf.trailer.ID = Array([String(b"0123456789abcdef"), String(b"0123456789abcdef")])
        pdf.save(path)
    else:
        pdf.save(path, static_id=False)
    return path
