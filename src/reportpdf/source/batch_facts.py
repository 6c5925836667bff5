"""The fields of a file of jobs: what each means, in English and Chinese, and its bounds.

In: nothing. Out: ``BATCH_FACTS``, (record, field) to the values of a :class:`~reportpdf.source.facts.Fact`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

_PATH = {"length": limits.MAX_PATH, "one_line": True, "filled": True}
_FORMATS = {
    **_PATH,
    "doc": "Formats: built-in ones by name, or files (.yaml)",
    "doc_zh": "开本：内置的写名称，自己的写文件（.yaml）",
    "most": limits.MAX_NAMES,
    "example": "formats: [a4, broadsheet]",
    "also": ("format",),
}
_THEMES = {
    **_PATH,
    "doc": "Themes: built-in ones by name, or files (.yaml)",
    "doc_zh": "样式：内置的写名称，自己的写文件（.yaml）",
    "most": limits.MAX_NAMES,
    "example": "themes: [newspaper, gallery]",
    "also": ("theme",),
}
_EDITIONS = {
    "doc": "Editions: screen, press, archive",
    "doc_zh": "版别：screen 屏幕版，press 付印版，archive 存档版",
    "most": 3,
    "example": "editions: [screen, press]",
    "also": ("for", "edition"),
}

BATCH_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Batch", "jobs"): {
        "doc": "The jobs by name; their files are called by it",
        "doc_zh": "任务，逐个起名；做出的文件用这个名称",
        "least": 1,
        "most": limits.MAX_TERMS,
        "example": "jobs: {年报: {report: nianbao}}",
    },
    ("Batch", "formats"): {**_FORMATS},
    ("Batch", "themes"): {**_THEMES},
    ("Batch", "editions"): {**_EDITIONS},
    ("Batch", "output"): {
        **_PATH,
        "doc": "The folder to write to, inside this file's folder",
        "doc_zh": "输出文件夹，在本文件所在文件夹之内",
    },
    ("BatchJob", "report"): {
        **_PATH,
        "doc": "The report's file or folder, from this file's folder",
        "doc_zh": "报告文件或其文件夹，从本文件所在文件夹起算",
        "example": "report: nianbao/report.yaml",
    },
    ("BatchJob", "formats"): {**_FORMATS},
    ("BatchJob", "themes"): {**_THEMES},
    ("BatchJob", "editions"): {**_EDITIONS},
    ("BatchJob", "pages"): {
        "doc": "The number of pages to fill, or 4n for a multiple of four",
        "doc_zh": "要排满的页数；4n 表示四的倍数",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
    },
    ("BatchJob", "job"): {**_PATH, "doc": "The job file", "doc_zh": "工单文件"},
    ("BatchJob", "output"): {
        **_PATH,
        "doc": "A folder of its own, inside that of the batch",
        "doc_zh": "本任务的输出文件夹，在总输出文件夹之内",
    },
    ("BatchJob", "draft"): {
        "doc": "Lines are broken one by one: quicker, for drafts",
        "doc_zh": "逐行断行：较快，打样稿用",
    },
}
