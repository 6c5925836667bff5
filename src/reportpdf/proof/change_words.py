"""What changes are called on sheets for people, in Chinese; which proof-reader's mark each has.

Comes in: changes. Goes out: words. Sheets of a bureau are Chinese in whatever language the terminal speaks.
Marks have the names of GB/T 14706-1993 (校对符号及其用法).
"""

from __future__ import annotations

import re

from reportpdf.proof.changes import Change, Moved
from reportpdf.proof.edits import Edit

NAMES: dict[str, str] = {
    "title": "标题",
    "title-marks": "标题标记",
    "subject": "文档主题",
    "byline": "署名",
    "lede": "导语",
    "lede-marks": "导语标记",
    "imprint": "版本记录",
    "section-added": "新增一节",
    "section-removed": "删去一节",
    "section-moved": "节移位",
    "section-title": "节标题",
    "section-palette": "节用色",
    "quote": "引语",
    "quote-marks": "引语标记",
    "callout-added": "新增条目",
    "callout-removed": "删去条目",
    "callout-moved": "条目移位",
    "callout-lead": "头条",
    "figure": "数字",
    "text": "正文",
    "text-marks": "正文标记",
    "label": "导读语",
    "photo-added": "新增照片",
    "photo-removed": "删去照片",
    "photo-moved": "照片移位",
    "photo-replaced": "更换照片",
    "photo-renamed": "照片改名",
    "photo-focus": "照片焦点",
    "photo-stand-in": "示意图",
    "photo-lead": "主照片",
    "photo-pin": "照片固定",
    "caption": "图说",
    "caption-marks": "图说标记",
    "credit": "图片署名",
    "theme-value": "样式数值",
    "theme-replaced": "更换样式",
    "format-value": "开本数值",
    "format-replaced": "更换开本",
    "job-value": "任务",
}
_MOVES: dict[str, str] = {
    "page": "第{old}页移到第{new}页",
    "column": "由网格第{old}列移到第{new}列",
    "lines": "{old}行变为{new}行",
    "resized": "图框由{old}变为{new}平方毫米",
    "left-out": "原在第{old}页，现无处可排，未排入",
    "put-in": "原未排入，现排入第{new}页",
    "pages": "全文{old}页变为{new}页",
}
_PATH = re.compile(r"sections\[(\d+)\](?:\.(callouts|photos)\[(\d+)\])?(?:\.(\w+))?")
_PARTS = {"figure": "数字", "text": "正文", "label": "导读语", "caption": "图说", "credit": "图片署名",
          "title": "节标题", "quote": "引语"}  # fmt: skip
_WHOLE = {"title": "标题", "lede": "导语", "byline": "署名", "subject": "文档主题"}


def name_of(change: Change) -> str:
    """What kind of change it is."""
    known = NAMES.get(change.code, change.code)
    return f"{known}（仅空白）" if change.white else known


def mark_of(change: Change, edit: Edit | None = None) -> str:
    """The proof-reader's mark: its name in the standard; what no mark is for is told in words (说明)."""
    if edit is not None:
        if change.white:
            return "减小空距" if len(edit.old) > len(edit.new) else "加大空距"
        return "改正" if edit.old and edit.new else "删除" if edit.old else "增补"
    if change.code.endswith("-moved"):
        return "对调" if change.other else "转移"
    if change.code.endswith("-added"):
        return "增补"
    return "删除" if change.code.endswith("-removed") else "说明"


def place_of(path: str) -> str:
    """A path as people say it: 第2节第1条正文."""
    found = _PATH.match(path)
    if found is None:
        base = path.partition("[")[0].partition(".")[0]
        return _WHOLE.get(base, "版本记录" if base == "imprint" else path)
    section, kind, number, part = found.groups()
    words = f"第{int(section) + 1}节"
    if kind:
        words += f"第{int(number) + 1}{'条' if kind == 'callouts' else '图'}"
    return words + (_PARTS.get(part, "") if part and (part != "text") else "正文" if part else "")


def move_words(move: Moved) -> str:
    """What followed on the pages."""
    words = _MOVES[move.code].format(old=move.old, new=move.new)
    if move.code == "pages":
        return words
    what = place_of(move.first).removesuffix("正文")
    if move.count > 1:
        what += f"至{place_of(move.last)}（共{move.count}处）"
    return f"{what}：{words}"
