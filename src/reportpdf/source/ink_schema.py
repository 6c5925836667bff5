"""The JSON Schema of an ink: four percentages, or these with a screen colour or the name of a spot colour.

Comes in: nothing. Goes out: ``INK``, and the pattern of a text that shows. Source: JSON Schema 2020-12.
"""

from __future__ import annotations

from typing import Any

from reportpdf.source.limits import MAX_WORD

Schema = dict[str, Any]

SHOWS = r"[^\s\u200b-\u200d\u2060]"
"""A character that shows; a text needs one."""

_PROCESS = r"^\s*(?:[Aa][Ll][Ll]|[Nn]one|[Cc]yan|[Mm]agenta|[Yy]ellow|[Bb]lack|[Rr]egistration)\s*$"
"""Names of plates that no spot colour has."""

_PARTS: Schema = {
    "description": "C, M, Y, K in percent. C、M、Y、K 百分比",
    "type": "array",
    "items": {"type": "number", "minimum": 0, "maximum": 100},
    "minItems": 4,
    "maxItems": 4,
}

INK: Schema = {
    "oneOf": [
        _PARTS,
        {
            "type": "object",
            "properties": {
                "cmyk": _PARTS,
                "screen": {
                    "description": "The colour on screens, with # and in quotes. 屏幕颜色，带 # 并加引号",
                    "type": "string",
                    "pattern": "^#[0-9A-Fa-f]{6}$",
                },
                "spot": {
                    "description": "A spot colour; cmyk stands for it. 专色名，cmyk 为替代色",
                    "type": ["string", "number"],
                    "pattern": rf"^[^\n]*{SHOWS}[^\n]*\n*$",
                    "maxLength": MAX_WORD,
                    "not": {"pattern": _PROCESS},
                },
            },
            "required": ["cmyk"],
            "additionalProperties": False,
        },
    ]
}
