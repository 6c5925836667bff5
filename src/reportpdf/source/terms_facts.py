"""The fields of a bureau's word list: what each means, in English and Chinese, and its bounds.

In: nothing. Out: ``TERMS_FACTS``, (record, field) to the values of a :class:`~reportpdf.source.facts.Fact`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

TERMS_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Terms", "preferred"): {
        "doc": "Words to write, each with those that it stands instead of",
        "doc_zh": "规范用词，以及它所替代的写法",
        "most": limits.MAX_TERMS,
        "example": "preferred: {犯罪嫌疑人: [嫌疑犯, 嫌犯]}",
    },
    ("Terms", "forbidden"): {
        "doc": "Words never to write, each with the reason or the remedy",
        "doc_zh": "禁用词，以及理由或改法",
        "most": limits.MAX_TERMS,
        "example": "forbidden: {破案神器: 夸大}",
    },
    ("Terms", "names"): {
        "doc": "Names of people and offices, spelt as they must be, each with known misspellings",
        "doc_zh": "人名、单位名的正确写法，以及常见的错误写法",
        "most": limits.MAX_TERMS,
        "example": "names: {徐瑶: [徐遥], 滨州市公安局: []}",
    },
    ("Preferred", "instead_of"): {
        "doc": "What is not written",
        "doc_zh": "不用的写法",
        "least": 1,
        "most": limits.MAX_NAMES,
        "length": limits.MAX_WORD,
        "one_line": True,
    },
    ("Forbidden", "why"): {
        "doc": "The reason, or what to do",
        "doc_zh": "理由或改法",
        "length": limits.MAX_LINE,
        "one_line": True,
    },
    ("Named", "wrong"): {
        "doc": "How it gets misspelt",
        "doc_zh": "错误写法",
        "most": limits.MAX_NAMES,
        "length": limits.MAX_WORD,
        "one_line": True,
    },
}
