"""The fields of an imprint: what each means, in English and Chinese, and its bounds.

In: nothing. Out: ``IMPRINT_FACTS``, (record, field) to the values of a :class:`~reportpdf.source.facts.Fact`.
Source: 内部资料性出版物管理办法 (2015), art. 14.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

_LINE = {"length": limits.MAX_LINE, "one_line": True, "inline": "refused"}

IMPRINT_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Report", "imprint"): {
        "also": ("colophon", "版权", "版本记录"),
        "doc": "What is printed of the issue's making; check looks at it",
        "doc_zh": "版本记录；check 命令据此检查",
        "example": "imprint: {kind: internal, permit: …}",
    },
    ("Imprint", "kind"): {
        "doc": "internal: material for inside use, printed under a permit",
        "doc_zh": "internal：内部资料性出版物，凭准印证印刷",
    },
    ("Imprint", "permit"): {
        "doc": "The number of the permit to print",
        "doc_zh": "准印证编号",
        "also": ("准印证编号",),
        **_LINE,
    },
    ("Imprint", "statement"): {
        "doc": "The statement 内部资料，免费交流",
        "doc_zh": "“内部资料，免费交流”字样",
        **_LINE,
    },
    ("Imprint", "issue"): {
        "doc": "The number of the issue, in a series",
        "doc_zh": "期号（连续性内部资料）",
        "also": ("期号",),
        **_LINE,
    },
    ("Imprint", "compiler"): {"doc": "Who compiled it", "doc_zh": "编印单位", "also": ("编印单位",), **_LINE},
    ("Imprint", "readers"): {
        "doc": "Whom it is sent to",
        "doc_zh": "发送对象",
        "also": ("发送对象",),
        **_LINE,
    },
    ("Imprint", "printer"): {"doc": "Who printed it", "doc_zh": "印刷单位", "also": ("印刷单位",), **_LINE},
    ("Imprint", "printed"): {
        "doc": "When it was printed",
        "doc_zh": "印刷日期",
        "also": ("印刷日期",),
        **_LINE,
    },
    ("Imprint", "copies"): {"doc": "How many were printed", "doc_zh": "印数", "also": ("印数",), **_LINE},
}
