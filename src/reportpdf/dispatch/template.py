"""An example of a distribution list, to be filled in.

Comes in: the kind of file. Goes out: its bytes: a list that is taken as it is. CSV begins with a byte order
mark and has CRLF, as spreadsheets on Windows want it; in the workbook passwords and numbers of copies are
kept as typed."""

from __future__ import annotations

import csv
import io

HEADS = ("单位", "份数", "版本", "文件夹", "地址", "联系人", "邮箱", "密码", "语言", "水印", "备注")
ROWS = (
    ("局办公室", "2", "屏幕版、存档版", "机关", "", "王芳", "bangongshi@example.cn", "", "中文", "否", ""),
    ("刑侦支队", "1", "屏幕版", "机关", "", "李强", "xz@example.cn", "random:12", "中文", "是", "另告密码"),
    ("档案馆", "1", "存档版", "", "渤海五路1号", "赵敏", "", "", "中文", "否", "送达后签收"),
)  # fmt: skip
"""Three departments that show what each column is for."""

_MEANT = {
    "单位": "必填，不可重复",
    "份数": "每种版本的份数；不写是 1",
    "版本": "屏幕版、印刷版、存档版，可写几种；不写是屏幕版",
    "文件夹": "放在分发文件夹里的哪一层，如 机关/支队",
    "地址": "纸质件送达的地方，印在清单上",
    "联系人": "",
    "邮箱": "用邮件发送时的地址，只写一个",
    "密码": "打开屏幕版的密码；random:12 表示自动生成 12 位",
    "语言": "中文 或 英文，指份号等附加文字",
    "水印": "是 或 否：页面上斜排单位名称",
    "备注": "印在清单上",
}
"""What is said of a column, where the kind of file has comments."""

KINDS = (".csv", ".xlsx", ".yaml", ".yml")


def template(kind: str) -> bytes:
    """The example as a file of this kind, one of :data:`KINDS`."""
    if kind == ".xlsx":
        return _workbook()
    return _csv() if kind == ".csv" else _yaml()


def _csv() -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows((HEADS, *ROWS))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _yaml() -> bytes:
    lines = ["# 分发清单：每个单位以“- 单位:”开头，不用的栏可以不写", "departments:"]
    for index, row in enumerate(ROWS):
        for head, value in zip(HEADS, row, strict=True):
            sign = "  - " if head == "单位" else "    "
            note = f"  # {_MEANT[head]}" if not index and _MEANT[head] else ""
            if value or not index:
                lines.append(f"{sign}{head}: {value}{note}".rstrip())
    return ("\n".join(lines) + "\n").encode()


def _workbook() -> bytes:
    import datetime

    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "分发清单"
    for column, head in enumerate(HEADS, 1):
        cell = sheet.cell(1, column, head)
        cell.font = Font(bold=True)
        if _MEANT[head]:
            cell.comment = Comment(_MEANT[head], "reportpdf")
        sheet.column_dimensions[cell.column_letter].width = 22 if head in ("邮箱", "地址", "版本") else 13
    for number, row in enumerate(ROWS, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, int(value) if value.isdigit() else value or None)
            cell.number_format = "General" if value.isdigit() else "@"
            cell.alignment = Alignment(vertical="top", wrap_text=HEADS[column - 1] == "备注")
    sheet.freeze_panes = "B2"
    book.properties.created = book.properties.modified = datetime.datetime(2025, 1, 1)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
