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
    ("Job", "name"): {
        "doc": "What the slug line calls the job; the report's folder if left out",
        "doc_zh": "工单名称，印在版外信息栏；不写则用报告所在文件夹名",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
    },
    ("Job", "round"): {
        "doc": "The proof round",
        "doc_zh": "校次",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "round: 一校",
    },
    ("Job", "date"): {
        "doc": "When the PDFs say they were made (ISO 8601, with its zone)",
        "doc_zh": "PDF 上写明的制作时间（ISO 8601，带时区）",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "date: 2025-01-10T08:30+08:00",
    },
    ("Job", "press"): {"doc": "How the print edition is made", "doc_zh": "付印版怎么做"},
    ("Job", "check"): {"doc": "What the check looks for", "doc_zh": "审校查什么"},
    ("Job", "proof"): {"doc": "Proof rounds and the sign-off sheet", "doc_zh": "校次与付印签样"},
    ("ProofJob", "rounds"): {
        "doc": "Names of the proof rounds in order; the last goes to press",
        "doc_zh": "校次名称，依次列出；最后一次即付印",
        "most": limits.MAX_LIST,
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "rounds: [一校, 二校, 付印]",
    },
    ("ProofJob", "roles"): {
        "doc": "Who signs the sign-off sheet",
        "doc_zh": "在付印签样上签字的人",
        "most": limits.MAX_LIST,
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "roles: [责任编辑, 终审, 委印方]",
    },
    ("ProofJob", "edition"): {
        "doc": "Edition and printing",
        "doc_zh": "版次、印次",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "edition: 2025年1月第1版第1次",
    },
    ("ProofJob", "cover_paper"): {
        "doc": "Paper of the cover, with its weight",
        "doc_zh": "封面用纸及克重",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
    },
    ("ProofJob", "text_paper"): {
        "doc": "Paper of the text, with its weight",
        "doc_zh": "内文用纸及克重",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "text_paper: 128 克铜版纸",
    },
    ("ProofJob", "screen"): {
        "doc": "Screen ruling",
        "doc_zh": "加网线数",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "screen: 175 lpi",
    },
    ("ProofJob", "binding"): {
        "doc": "How it is bound",
        "doc_zh": "装订方式",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "binding: 骑马订",
    },
    ("ProofJob", "copies"): {
        "doc": "Number of copies to print",
        "doc_zh": "印数",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "copies: 3000 册",
    },
    ("ProofJob", "sample"): {
        "doc": "What kind of proof is signed",
        "doc_zh": "样张种类",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
        "example": "sample: 数码打样",
    },
    ("CheckJob", "off"): {
        "doc": "Codes of findings that are not looked for",
        "doc_zh": "不查的问题代码",
        "most": limits.MAX_LIST,
        "length": limits.MAX_WORD,
        "example": "off: [caption-time]",
    },
    ("PressJob", "condition"): {
        "doc": "coated, uncoated, newsprint, or the printer's profile (.icc) beside the job",
        "doc_zh": "coated（铜版纸）、uncoated（胶版纸）、newsprint（新闻纸），或印厂的 .icc 文件",
        "length": limits.MAX_PATH,
        "one_line": True,
        "filled": True,
    },
    ("PressJob", "standard"): {
        "doc": "x4 (PDF/X-4) or x1a (PDF/X-1a:2003)",
        "doc_zh": "x4（PDF/X-4）或 x1a（PDF/X-1a:2003）",
        "length": limits.MAX_WORD,
        "one_line": True,
        "filled": True,
    },
    ("PressJob", "marks"): {
        "doc": "Marks outside the bleed: none, crop, full",
        "doc_zh": "出血以外的标记：none 无，crop 裁切线，full 全套",
    },
    ("PressJob", "intent"): {
        "doc": "How photos are brought into the press space",
        "doc_zh": "照片转印刷色的方式",
    },
    ("PressJob", "lossless"): {
        "doc": "Photos are kept without JPEG's loss",
        "doc_zh": "照片无损保存",
    },
    ("PressJob", "tagged"): {
        "doc": "The print file is tagged as well (PDF/X-4 with PDF/A-2a and PDF/UA-1)",
        "doc_zh": "付印文件也带标签（PDF/X-4 兼 PDF/A-2a、PDF/UA-1）",
    },
    ("PressJob", "allow"): {
        "doc": "Codes of problems that may go to press; all: every one",
        "doc_zh": "准予放行的问题代码；all 为全部",
        "most": limits.MAX_LIST,
        "length": limits.MAX_WORD,
    },
    ("Fit", "pages"): {
        "doc": "The number of pages to fill, or 4n for a multiple of four",
        "doc_zh": "要排满的页数；4n 表示四的倍数",
        "length": limits.MAX_WORD,
        "one_line": True,
        "example": "pages: 4",
    },
}
