"""The fields of a job file: what each means, in English and Chinese, and its bounds.

In: nothing. Out: ``JOB_FACTS``, (record, field) to the values of a :class:`~reportpdf.source.facts.Fact`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

JOB_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Job", "fit"): {
        "doc": "Copy-fitting: the report is made to fill its pages",
        "doc_zh": "按页数排版：使报告正好排满",
        "example": "fit: {pages: 4}",
    },
    ("Fit", "pages"): {
        "doc": "The number of pages to fill, or 4n for a multiple of four",
        "doc_zh": "要排满的页数；4n 表示四的倍数",
        "length": limits.MAX_WORD,
        "one_line": True,
        "example": "pages: 4",
    },
}
