"""The JSON Schema of a figure that is bound to a cell.

In: nothing. Out: the schema, which says the same as :mod:`reportpdf.source.bound`.
"""

from __future__ import annotations

from typing import Any

from reportpdf.source.bound import KEYS, LONGEST, REQUIRED
from reportpdf.source.figure_format import FORMAT
from reportpdf.source.workbook import CELL

_DOCS = {
    "from": "The workbook's path (.xlsx) from the report's folder. 工作簿路径，从报告所在文件夹算起",
    "cell": "The cell, e.g. Sheet1!B7. 单元格，如 Sheet1!B7",
    "format": "Words around {}, {:,}, {:.1}, {:.1%} or {:.1万}. 数字写法，如 {:,}项、{:.1%}、{:.1万}件",
    "last": "The figure when it was last looked at; the page has this. 上次核对过的数字，版面用它",
}
_PATTERNS = {"cell": CELL, "format": FORMAT}
_SHOWS = r"^[^\n]*\S[^\n]*$"


def or_bound(words: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of words, or of a mapping, which joins the definitions."""
    definitions["Bound"] = _bound()
    return {"anyOf": [words, {"$ref": "#/$defs/Bound"}]}


def _bound() -> dict[str, Any]:
    """A mapping of a file, a cell, a format and the figure as it was last."""
    properties = {
        key: {
            "description": _DOCS[key],
            "type": ["string", "number"],
            "pattern": _PATTERNS.get(key, _SHOWS),
            "maxLength": LONGEST[key],
        }
        for key in KEYS
    }
    return {
        "description": "A figure taken from a cell of a workbook. 取自表格单元格的数字",
        "type": "object",
        "properties": properties,
        "required": list(REQUIRED),
        "additionalProperties": False,
    }
