"""The fields of a format: what each means, and its bounds.

In: nothing. Out: ``FORMAT_FACTS``, (record, field) to the values of a
:class:`~reportpdf.source.facts.Fact`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

FORMAT_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Format", "name"): {
        "doc": "The format's name; the file's if left out",
        "doc_zh": "开本名称；不写则用文件名",
        "length": limits.MAX_WORD,
        "required": False,
    },
    ("Format", "width_mm"): {"doc": "Trim width in mm", "doc_zh": "成品宽，毫米", "min": 50, "max": 5_000},
    ("Format", "height_mm"): {"doc": "Trim height in mm", "doc_zh": "成品高，毫米", "min": 50, "max": 5_000},
    ("Format", "bleed_mm"): {"doc": "Bleed in mm", "doc_zh": "出血，毫米", "min": 0, "max": 50},
    ("Format", "margin_left"): {"doc": "Left margin in points", "doc_zh": "左边距，点", "min": 0},
    ("Format", "margin_top"): {"doc": "Head margin in points", "doc_zh": "上边距，点", "min": 0},
    ("Format", "step"): {
        "doc": "One step of the baseline grid, in points",
        "doc_zh": "一格（基线网格），点",
        "min": 4,
        "max": 200,
    },
    ("Format", "lines"): {"doc": "Grid lines in the type area", "doc_zh": "版心格数", "min": 1, "max": 2_000},
    ("Format", "columns"): {"doc": "Columns of the grid", "doc_zh": "网格栏数", "min": 1, "max": 100},
    ("Format", "column"): {"doc": "Width of one column, in points", "doc_zh": "一栏的宽，点", "above": 0},
    ("Format", "layout"): {
        "doc": "Filled with pages, or with newspaper sheets",
        "doc_zh": "排成多页（pages）还是整版（sheet）",
    },
    ("Format", "sheets"): {
        "doc": "The most pages of a newspaper sheet",
        "doc_zh": "整版最多几页",
        "min": 1,
        "max": 2,
    },
    ("Format", "gutter"): {"doc": "Between columns, in points", "doc_zh": "栏间距，点", "min": 0},
}
