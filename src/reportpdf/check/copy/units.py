"""Units as news writes them.

Source: 中华人民共和国法定计量单位 (1984); GB 3100-1993 for symbols; GB/T 15835-2011 4.1.1. News spells a unit of
length, area or mass in Han; the symbol is a choice that a bureau may turn off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, note
from reportpdf.check.finding import Noted

_N = r"(?<=[0-9万亿余多十百千几两])[ ]?"

UNITS: tuple[tuple[str, str, str], ...] = (
    # what stands there, what to write, where that is from
    (r"平米", "平方米", "法定计量单位 1984"),
    (r"平方(?![米公千厘分毫根差式向])", "平方米", "法定计量单位 1984"),
    (r"立方(?![米厘分毫体根差])", "立方米", "法定计量单位 1984"),
    (r"公分", "厘米", "法定计量单位 1984"),
    (r"公升", "升", "法定计量单位 1984"),
    (r"公吨", "吨", "法定计量单位 1984"),
    (r"华里|市里", "公里", "法定计量单位 1984"),
    (r"市斤", "公斤", "法定计量单位 1984"),
    (r"公尺", "米", "法定计量单位 1984"),
    (r"英里", "公里", "法定计量单位 1984"),
    (r"英尺", "米", "法定计量单位 1984"),
    (r"加仑", "升", "法定计量单位 1984"),
    (r"马力", "千瓦", "法定计量单位 1984"),
    (r"km²|km2|K[Mm]2|㎢", "平方公里", "choice"),
    (r"m²|m2|M2|㎡", "平方米", "choice"),
    (r"m³|m3|㎥", "立方米", "choice"),
    (r"km/h|KM/H|Km/h|公里/h|km/小时", "公里/小时", "choice"),
    (r"(?:km|KM|Km|㎞)(?![A-Za-z²2/])", "公里", "choice"),
    (r"(?:cm|CM|Cm|㎝)(?![A-Za-z])", "厘米", "choice"),
    (r"(?:mm|MM|㎜)(?![A-Za-z])", "毫米", "choice"),
    (r"(?:kg|KG|Kg|㎏)(?![A-Za-z])", "公斤", "choice"),
    (r"(?:KW|Kw|kw)(?![A-Za-z])", "kW", "GB 3100-1993"),
    (r"(?:g|G)(?=海洛因|冰毒|毒品)", "克", "choice"),
    (r"m(?![A-Za-z²³23/])", "米", "choice"),
)
"""Matched after a number, the first row that fits."""

_ROWS = tuple((re.compile(_N + f"(?P<unit>{found})"), right, source) for found, right, source in UNITS)


def units(copy: Copy) -> Iterator[Noted]:
    """Units that are out of law, out of use, or written as symbols."""
    for passage in copy.passages:
        taken: set[int] = set()
        for pattern, right, source in _ROWS:
            for match in pattern.finditer(passage.words):
                at = match.start("unit")
                if at not in taken:
                    taken.add(at)
                    yield note("copy-unit", passage.text, at, match.end(), right=right, source=source)
