"""How a paragraph of a Word document looks, as far as it tells what the paragraph is.

In: a paragraph's XML and the document's styles. Out: :class:`Look`: the rank its style or outline gives it,
its weight, its size. Source: ISO/IEC 29500-1 17.7 (styles), 17.3.1.20 (outlineLvl); GB/T 9704-2012 7.3
(documents of offices: titles in 小标宋, heads in 黑体 without being bold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLES = frozenset(("title", "标题", "大标题", "文章标题"))
_CAPTIONS = frozenset(("caption", "题注", "图注", "图片说明", "图说"))
_QUOTES = frozenset(("quote", "intense quote", "引用", "明显引用"))
_HEAVY = re.compile(r"黑体|simhei|小标宋|大标宋|中宋|heiti|stzhongsong|方正粗", re.IGNORECASE)
_OFF = frozenset(("0", "false", "off"))
_MOST_BASES = 20


@dataclass(frozen=True, slots=True)
class Look:
    """``level``: -1 none, 0 title, else that of a heading. ``size`` is in half points, 0 where unknown."""

    level: int = -1
    caption: bool = False
    quote: bool = False
    style_bold: bool = False
    heavy: bool = False
    """All its words are bold or in a face for heads."""

    size: int = 0
    style: Any = None


class Styles:
    """The document's styles, looked up by their identifiers."""

    def __init__(self, document: Any, qn: Any) -> None:
        self._qn = qn
        root = document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in root.iterfind(qn("w:style"))}

    def of(self, paragraph: Any) -> Look:
        """How a paragraph looks."""
        qn = self._qn
        own = paragraph.find(qn("w:pPr"))
        style = self._style(own)
        chain = tuple(self._chain(style))
        names = {self._name(one).lower() for one in chain}
        level = self._level(own, chain)
        style_bold = any(self._has(one, "w:b") for one in chain)
        runs = [run for run in paragraph.iter(qn("w:r")) if self._shows(run)]
        heavy = bool(runs) and all(self._heavy(run.find(qn("w:rPr")), chain) for run in runs)
        sizes = [size for run in runs if (size := self._size(run.find(qn("w:rPr"))))]
        size = max(sizes, default=0) or next(
            (s for one in chain if (s := self._size(one.find(qn("w:rPr"))))), 0
        )
        return Look(level, bool(names & _CAPTIONS), bool(names & _QUOTES), style_bold, heavy, size, style)

    def bold(self, properties: Any, look: Look) -> bool:
        """Whether a run is bold by its own properties, or by its style where the paragraph's is not."""
        if properties is None:
            return False
        own = properties.find(self._qn("w:b"))
        if own is not None:
            return own.get(self._qn("w:val"), "1") not in _OFF
        link = properties.find(self._qn("w:rStyle"))
        style = self._styles.get(link.get(self._qn("w:val"))) if link is not None else None
        return not look.style_bold and any(self._has(one, "w:b") for one in self._chain(style))

    def list_of(self, paragraph: Any, look: Look) -> tuple[str, int]:
        """The list that a paragraph is numbered in and its level, by itself or by its style."""
        qn = self._qn
        for element in (paragraph, *self._chain(look.style)):
            properties = element.find(qn("w:pPr"))
            numbers = properties.find(qn("w:numPr")) if properties is not None else None
            if numbers is not None:
                one, level = numbers.find(qn("w:numId")), numbers.find(qn("w:ilvl"))
                at = level.get(qn("w:val"), "0") if level is not None else "0"
                number = one.get(qn("w:val"), "") if one is not None else ""
                return number, int(at) if at.isdigit() else 0
        return "", 0

    def _style(self, properties: Any) -> Any:
        link = properties.find(self._qn("w:pStyle")) if properties is not None else None
        return self._styles.get(link.get(self._qn("w:val"))) if link is not None else None

    def _chain(self, style: Any) -> Iterator[Any]:
        """A style and those it is based on; a circle ends."""
        for _ in range(_MOST_BASES):
            if style is None:
                return
            yield style
            base = style.find(self._qn("w:basedOn"))
            style = self._styles.get(base.get(self._qn("w:val"))) if base is not None else None

    def _name(self, style: Any) -> str:
        found = style.find(self._qn("w:name"))
        return found.get(self._qn("w:val"), "") if found is not None else ""

    def _level(self, own: Any, chain: tuple[Any, ...]) -> int:
        qn = self._qn
        if chain and self._name(chain[0]).lower() in _TITLES:
            return 0
        for style in chain:
            if found := _HEADING.match(self._name(style)):
                return int(found[1])
        for properties in (own, *(style.find(qn("w:pPr")) for style in chain)):
            outline = properties.find(qn("w:outlineLvl")) if properties is not None else None
            if outline is not None and (value := outline.get(qn("w:val"), "9")).isdigit() and int(value) < 9:
                return int(value) + 1
        return -1

    def _has(self, style: Any, tag: str) -> bool:
        properties = style.find(self._qn("w:rPr"))
        return properties is not None and on(properties, tag, self._qn)

    def _shows(self, run: Any) -> bool:
        return any((text.text or "").strip() for text in run.iterfind(self._qn("w:t")))

    def _heavy(self, properties: Any, chain: tuple[Any, ...]) -> bool:
        sources = [properties, *(style.find(self._qn("w:rPr")) for style in chain)]
        present = [source for source in sources if source is not None]
        own = present[0].find(self._qn("w:b")) if present else None
        if own is not None and own.get(self._qn("w:val"), "1") in _OFF:
            return False
        return any(on(source, "w:b", self._qn) or self._face(source) for source in present)

    def _face(self, properties: Any) -> bool:
        fonts = properties.find(self._qn("w:rFonts"))
        return fonts is not None and bool(_HEAVY.search(fonts.get(self._qn("w:eastAsia"), "")))

    def _size(self, properties: Any) -> int:
        size = properties.find(self._qn("w:sz")) if properties is not None else None
        value = size.get(self._qn("w:val"), "") if size is not None else ""
        return int(value) if value.isdigit() else 0


def on(properties: Any, tag: str, qn: Any) -> bool:
    """Whether a switch is there and not turned off."""
    found = properties.find(qn(tag))
    return found is not None and found.get(qn("w:val"), "1") not in _OFF
