"""Lines as Typst sets them, read back from its PDF.

Comes in: paragraphs, a measure and a first-line indent, em. Goes out: the inner lines of all, and how many
last lines have one letter; None where Typst is not installed. Every paragraph has a page to itself.
"""

from __future__ import annotations

import ctypes
import json
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.cases import FONTS

if TYPE_CHECKING:
    from bench.lines import SetLine

SIZE = 10.0
_PAUSES = frozenset("，、；：。！？")
_Glyph = tuple[float, str]


def typst_lines(
    paragraphs: Sequence[str], measure: float, indent: float
) -> tuple[tuple[SetLine, ...], int] | None:
    """(inner lines, one-letter last lines) of the paragraphs, justified, at ``measure`` em."""
    if find_spec("typst") is None:
        return None
    import pypdfium2
    import typst

    words = json.dumps(json.dumps(list(paragraphs), ensure_ascii=False), ensure_ascii=False)
    source = f"""
#let paragraphs = json(bytes({words}))
#set page(width: {measure * SIZE}pt, height: auto, margin: 0pt)
#set text(font: "Noto Serif SC", size: {SIZE}pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.7em, first-line-indent: (amount: {indent}em, all: true))
#for (i, words) in paragraphs.enumerate() {{
  if i > 0 {{ pagebreak() }}
  par(words)
}}
"""
    compile_pdf: Any = typst.compile  # its stub wants one type for the source and the fonts
    pdf = compile_pdf(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    lines: list[SetLine] = []
    orphans = 0
    for page in pypdfium2.PdfDocument(pdf):
        *inner, last = _page_lines(page)
        lines += [line for line in map(_told, inner) if line is not None]
        letters = sum(unicodedata.category(character)[0] in "LN" for _, character in last)
        orphans += bool(inner) and letters < 2
    return tuple(lines), orphans


def _page_lines(page: Any) -> list[list[_Glyph]]:
    """The glyphs of each line from the top, each with its origin, em."""
    import pypdfium2.raw as raw

    text, found = page.get_textpage(), defaultdict(list)
    for i in range(raw.FPDFText_CountChars(text)):
        character = chr(raw.FPDFText_GetUnicode(text, i))
        if raw.FPDFText_IsGenerated(text, i) == 1 or character.isspace():
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        found[round(y.value)].append((x.value / SIZE, character))
    return [sorted(found[y]) for y in sorted(found, reverse=True)]


def _told(line: Sequence[_Glyph]) -> SetLine | None:
    """What a line is like; None where no two Han characters meet."""
    from bench.lines import SetLine

    gaps = [q - p - 1 for (p, a), (q, b) in pairwise(line) if _is_han(a) and _is_han(b)]
    marks = tuple(
        line[i + 1][0] - line[i][0]
        for i in range(1, len(line) - 1)
        if line[i][1] in _PAUSES and _is_han(line[i - 1][1]) and _is_han(line[i + 1][1])
    )
    return SetLine(median(gaps), marks) if gaps else None


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
