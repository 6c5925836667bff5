"""The columns of a distribution list, and what people call them.

Comes in: a heading as it is written. Goes out: the column it means. Width, case, spaces, marks and what
stands in brackets (“份数（份）”) do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

COLUMNS: dict[str, tuple[str, ...]] = {
    "department": (
        "单位", "单位名称", "部门", "部门名称", "科室", "科室名称", "名称", "分发单位", "接收单位",
        "收件单位", "收文单位", "主送单位", "发往单位", "机构", "department", "dept", "unit", "name",
        "recipient", "office", "organisation", "organization",
    ),
    "copies": (
        "份数", "数量", "分发份数", "印发份数", "册数", "本数", "copies", "number of copies", "number",
        "quantity", "qty", "count",
    ),
    "editions": (
        "版本", "版别", "版式", "文件版本", "editions", "edition", "version", "versions", "purpose", "for",
    ),
    "folder": (
        "文件夹", "目录", "存放目录", "存放文件夹", "路径", "子文件夹", "folder", "directory", "subfolder",
        "path", "dir",
    ),
    "address": (
        "地址", "送达地址", "邮寄地址", "通讯地址", "联系地址", "送达地点", "address", "postal address",
        "delivery address",
    ),
    "contact": (
        "联系人", "联络人", "收件人", "接收人", "签收人", "经办人", "姓名", "负责人", "contact",
        "contact person", "attention", "person",
    ),
    "email": (
        "邮箱", "电子邮件", "电子邮箱", "邮件", "邮件地址", "邮箱地址", "email", "e-mail", "mail",
        "email address", "e-mail address",
    ),
    "password": (
        "密码", "口令", "打开密码", "打开口令", "文件密码", "password", "passphrase", "open password",
        "password rule",
    ),
    "language": ("语言", "语种", "文种", "language", "lang", "locale"),
    "watermark": ("水印", "加水印", "是否加水印", "是否水印", "watermark", "watermarked"),
    "note": ("备注", "说明", "附注", "注", "note", "notes", "remark", "remarks", "comment", "comments"),
}  # fmt: skip
"""The columns, in the order of the template, and the headings that mean them."""

PASSED_OVER = frozenset(
    (
        "序号",
        "编号",
        "行号",
        "序",
        "no",
        "nr",
        "#",
        "id",
        "serial",
        "电话",
        "联系电话",
        "手机",
        "phone",
        "telephone",
    )
)
"""Headings that lists have and that say nothing for the copies: not read, and not worth a word."""

TOTALS = frozenset(("合计", "总计", "共计", "小计", "总数", "累计", "total", "grandtotal", "subtotal", "sum"))
"""How a row begins that adds up the others."""

EDITIONS: dict[str, tuple[str, ...]] = {
    "screen": (
        "屏幕", "屏幕版", "电子", "电子版", "阅读", "阅读版", "网络版", "screen", "digital", "web",
        "electronic",
    ),
    "press": ("印刷", "印刷版", "付印", "付印版", "纸质", "纸质版", "打印", "打印版", "press", "print"),
    "archive": ("存档", "存档版", "归档", "归档版", "档案", "档案版", "archive", "archival"),
}  # fmt: skip
"""What an edition is called in a list."""

LANGUAGES: dict[str, tuple[str, ...]] = {
    "zh": ("中文", "汉语", "简体中文", "zh", "zh-cn", "zh-hans", "chinese", "cn"),
    "en": ("英文", "英语", "en", "en-us", "en-gb", "english"),
}

SWITCHES: dict[str, tuple[str, ...]] = {
    "yes": ("是", "有", "要", "加", "需要", "√", "✓", "✔", "yes", "y", "true", "t", "1", "on"),
    "no": ("否", "无", "不", "不要", "不加", "不需要", "没有", "×", "no", "n", "false", "f", "0", "off"),
}

_BRACKETED = re.compile(r"\([^)]*\)|\[[^]]*\]|【[^】]*】")
_MARKS = re.compile("[\\s*:.·_,。、?!“”\"'\u200b]+")


def heading_key(words: str) -> str:
    """A heading as it is compared."""
    even = unicodedata.normalize("NFKC", words).casefold()
    bare = _MARKS.sub("", _BRACKETED.sub("", even))
    return bare.replace("-", "") if bare.isascii() else bare


def column_of(heading: str) -> str:
    """The column that a heading means; empty if it means none."""
    return _BY_HEADING.get(heading_key(heading), "")


def is_passed_over(heading: str) -> bool:
    """Whether a heading is one of those that are not read."""
    return heading_key(heading) in PASSED_OVER


_AMOUNT = re.compile(r"[\d.,\s]*[个家份本册套]?(?:单位|部门)?")
_UNDER = re.compile(
    r"(?:注|备注|说明|(?:制表|填表|填报|审核|审批|经办|校对)(?:人|单位|日期|时间)?|日期)\s*[::]"
)
"""How the lines begin that stand under a table: who made it and when."""


def is_beside(cells: Sequence[str]) -> bool:
    """Whether the filled cells of a row are no department's, but a total or what stands under a table."""
    first, *others = (unicodedata.normalize("NFKC", words).strip() for words in cells)
    if heading_key(first) in TOTALS:
        return all(map(_AMOUNT.fullmatch, others))
    return _UNDER.match(first) is not None


def nearest_heading(heading: str) -> str:
    """A heading of the table that this one was probably meant to be; empty when none is near."""
    from difflib import get_close_matches

    found = get_close_matches(heading_key(heading)[:60], _BY_HEADING, n=1, cutoff=0.7)
    return _SPELLED[found[0]] if found else ""


def word_of(words: str, table: dict[str, tuple[str, ...]]) -> str:
    """The key of ``table`` that words mean; empty if they mean none."""
    even = unicodedata.normalize("NFKC", words).casefold().strip()
    return next((key for key, called in table.items() if even in called), "")


_BY_HEADING = {heading_key(word): column for column, words in COLUMNS.items() for word in words}
_SPELLED = {heading_key(word): word for words in COLUMNS.values() for word in words}
