"""The fields of a report: what each means, in English and Chinese, and its bounds.

In: nothing. Out: ``REPORT_FACTS``, (record, field) to the values of a
:class:`~reportpdf.source.facts.Fact`. The decoder and the JSON Schema both read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

REPORT_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Report", "title"): {
        "also": ("headline", "标题", "题目"),
        "doc": "The headline. A line break in it is kept",
        "doc_zh": "大标题。其中的换行照排",
        "length": limits.MAX_TITLE,
        "filled": True,
        "inline": "refused",
    },
    ("Report", "byline"): {
        "also": ("author", "authors", "作者", "署名"),
        "doc": "Who wrote it: roles, each with its names",
        "doc_zh": "署名：各种身份和姓名",
        "most": limits.MAX_BYLINES,
    },
    ("Report", "lede"): {
        "also": ("lead", "intro", "导语"),
        "doc": "The opening paragraph; a line break begins another",
        "doc_zh": "导语；换行即另起一段",
        "length": limits.MAX_TEXT,
        "inline": "taken",
    },
    ("Report", "sections"): {
        "also": ("chapters", "章节"),
        "doc": "The themed sections, in their order",
        "doc_zh": "各章，按顺序",
        "least": 1,
        "most": limits.MAX_SECTIONS,
        "example": "sections: [{title: …, callouts: […]}]",
    },
    ("Report", "subject"): {
        "doc": "What the PDF's properties say the report is about",
        "doc_zh": "PDF 文档属性里的主题",
        "length": limits.MAX_LINE,
        "one_line": True,
        "inline": "refused",
    },
    ("Report", "accept"): {
        "doc": "Findings of `reportpdf check` that are let stand, each with its reason",
        "doc_zh": "审校中准予保留的问题，各写明理由",
        "most": limits.MAX_LIST,
        "example": "accept: [{code: caption-time, reason: …}]",
    },
    ("Accept", "code"): {
        "doc": "The finding's code, as the check shows it",
        "doc_zh": "问题代码，照审校结果写",
        "length": limits.MAX_WORD,
        "one_line": True,
        "inline": "refused",
    },
    ("Accept", "reason"): {
        "doc": "Why it may stand",
        "doc_zh": "保留的理由",
        "length": limits.MAX_LINE,
        "one_line": True,
        "inline": "refused",
    },
    ("Accept", "at"): {
        "doc": "Only there: a path such as sections[0], page 3, or words",
        "doc_zh": "只限此处：路径（如 sections[0]）、page 3，或其中的文字",
        "length": limits.MAX_LINE,
        "one_line": True,
        "filled": True,
        "inline": "refused",
    },
    ("Byline", "role"): {
        "doc": "What the people are, e.g. 通讯员",
        "doc_zh": "身份，如通讯员",
        "length": limits.MAX_WORD,
        "one_line": True,
        "inline": "refused",
    },
    ("Byline", "names"): {
        "doc": "Their names",
        "doc_zh": "姓名",
        "least": 1,
        "most": limits.MAX_NAMES,
        "length": limits.MAX_WORD,
        "one_line": True,
        "example": "names: [罗军]",
        "inline": "refused",
    },
    ("Section", "title"): {
        "also": ("heading", "标题"),
        "doc": "The section's title, a couplet. A line break in it is kept",
        "doc_zh": "本章标题，一联两句。其中的换行照排",
        "length": limits.MAX_TITLE,
        "inline": "refused",
    },
    ("Section", "theme"): {
        "also": ("palette", "color", "colour", "颜色"),
        "doc": "The name of one of the theme's palettes; by order if left out",
        "doc_zh": "样式中一种配色的名称；不写则按顺序取",
        "length": limits.MAX_WORD,
        "one_line": True,
    },
    ("Section", "callouts"): {
        "also": ("items", "figures"),
        "doc": "Figures and their texts",
        "doc_zh": "数字和说明",
        "most": limits.MAX_CALLOUTS,
    },
    ("Section", "photos"): {
        "also": ("images", "pictures", "照片"),
        "doc": "The section's photos",
        "doc_zh": "本章照片",
        "most": limits.MAX_PHOTOS,
    },
    ("Section", "quote"): {
        "also": ("pullquote", "pull_quote", "引文"),
        "doc": "A sentence held up from the text, set large beside it (a pull-quote)",
        "doc_zh": "从文中提出来的一句话，用大字排在旁边",
        "length": limits.MAX_WORD,
        "inline": "taken",
    },
    ("Callout", "figure"): {
        "also": ("number", "value", "数字"),
        "bindable": True,
        "doc": "One or more figures, e.g. 23项 or 13.5%、10.2%, words such as 第一档, or a cell",
        "doc_zh": "一个或几个数字，如 23项、13.5%、10.2%，也可以是第一档这样的词，或取自表格的单元格",
        "length": limits.MAX_FIGURE,
        "one_line": True,
        "example": "figure: 23项",
        "inline": "refused",
    },
    ("Callout", "text"): {
        "also": ("body", "description", "说明"),
        "doc": "What the figure stands for; a line break begins another paragraph",
        "doc_zh": "数字的说明；换行即另起一段",
        "length": limits.MAX_TEXT,
        "inline": "taken",
    },
    ("Callout", "lead"): {
        "doc": "This is the section's lead callout; at most one in a section",
        "doc_zh": "本章的头条；每章至多一个",
    },
    ("Callout", "label"): {
        "doc": "What the overview says of it, instead of a clause of the text",
        "doc_zh": "导览中的说法，替代说明里的短语",
        "length": limits.MAX_WORD,
        "one_line": True,
        "inline": "refused",
    },
    ("Photo", "file"): {
        "also": ("path", "src", "image", "photo", "文件"),
        "doc": "The photo's path from the report's folder, with /",
        "doc_zh": "照片路径，从报告所在文件夹算起，用 / 分隔",
        "length": limits.MAX_PATH,
        "one_line": True,
        "example": "file: photos/01.jpg",
    },
    ("Photo", "caption"): {
        "also": ("title", "text", "图片说明"),
        "doc": "The caption",
        "doc_zh": "图片说明",
        "length": limits.MAX_TEXT,
        "inline": "taken",
    },
    ("Photo", "credit"): {
        "also": ("photographer", "source", "author", "摄影"),
        "doc": "The photographer or the source",
        "doc_zh": "摄影者或来源",
        "length": limits.MAX_LINE,
        "one_line": True,
        "inline": "refused",
    },
    ("Photo", "focus"): {
        "doc": "The point that must stay in the crop: from the left and from the top, 0 to 1",
        "doc_zh": "裁剪时必须保留的点：距左、距上，0 到 1",
        "min": 0,
        "max": 1,
        "example": "[0.5, 0.3]",
    },
    ("Photo", "stand_in"): {
        "doc": "A stand-in: marked 示意图, refused for press",
        "doc_zh": "示意图：版面上标明，不能付印",
    },
    ("Photo", "lead"): {
        "doc": "The report's lead photo; at most one",
        "doc_zh": "全篇主图；至多一张",
    },
    ("Photo", "pin"): {
        "doc": "Keeps the photo in its section",
        "doc_zh": "照片不离开本章",
    },
}
