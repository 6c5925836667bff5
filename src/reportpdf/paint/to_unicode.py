"""The map from a font's codes back to the report's own characters.

Comes in: codes with their texts. Goes out: a ToUnicode CMap. Source: ISO 32000-2 9.10.3; Adobe Technical
Note 5411 (at most 100 entries a block, UTF-16BE).
"""

from __future__ import annotations

from collections.abc import Mapping

_BLOCK = 100

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""

_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap of ``texts``, code to characters, in rising order of code."""
    rows = [f"<{code:04X}> <{_utf16(text)}>" for code, text in sorted(texts.items())]
    blocks = [rows[i : i + _BLOCK] for i in range(0, len(rows), _BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_HEAD + body + _TAIL).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
