"""The manifest: every finished copy with its hash, for spreadsheets and for programs.

Comes in: rows of the ledger. Goes out: the lines of ``manifest.csv`` and ``manifest.json``. The CSV begins
with a byte order mark, without which Excel reads UTF-8 as something else; what a spreadsheet would take for a
formula is made words by an apostrophe. Source: RFC 4180, RFC 8259, OWASP (CSV injection)."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportpdf.dispatch.codes import grouped
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.output import replaced_whole

MANIFEST_CSV, MANIFEST_JSON = "manifest.csv", "manifest.json"

HEADS = {
    "row": "行 row",
    "department": "单位 department",
    "edition": "版本 edition",
    "number": "份号 number",
    "total": "份数 copies",
    "code": "编码 code",
    "path": "文件 file",
    "size": "字节 bytes",
    "sha256": "sha256",
    "locked": "加密 locked",
    "made": "生成 made",
    "contact": "联系人 contact",
    "email": "邮箱 e-mail",
    "address": "地址 address",
    "sent": "发出 sent",
    "acknowledged": "签收 acknowledged",
    "acknowledged_by": "签收人 by",
    "note": "备注 note",
}
"""The columns of the manifest."""

LEDGER_HEADS = {**HEADS, "error": "问题 error", "superseded": "作废 superseded"}
"""The columns of a whole ledger."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(words: str) -> str:
    """Words that no spreadsheet reckons. Full-width signs too: some programs even the width out first."""
    return "'" + words if words.lstrip(" '").startswith(_DANGEROUS) or words.startswith("'") else words


def rows_csv(rows: Iterable[LedgerRow], heads: dict[str, str] = HEADS) -> Iterator[str]:
    """The lines of the rows as CSV, without the byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads.values())
    for row in rows:
        yield text.getvalue()
        text.seek(0)
        text.truncate()
        writer.writerow([_cell(row, name) for name in heads])
    yield text.getvalue()


def rows_json(
    rows: Iterable[LedgerRow], facts: dict[str, str], heads: dict[str, str] = HEADS
) -> Iterator[str]:
    """The lines of the rows as JSON, a copy to a line. Values are as they are: nothing reckons them."""
    yield "{\n"
    for name, value in facts.items():
        yield f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},\n"
    yield '  "copies": ['
    between = "\n    "
    for row in rows:
        yield between + json.dumps({name: getattr(row, name) for name in heads}, ensure_ascii=False)
        between = ",\n    "
    yield "]\n}\n" if between == "\n    " else "\n  ]\n}\n"


def write_lines(path: Path, lines: Iterable[str], *, mark: bool = False) -> None:
    """Write a file whole or not at all, a line at a time; ``mark``: with a byte order mark.

    Raises: InputError: it cannot be written.
    """
    with replaced_whole(path, path.with_name(f".{path.name}.part")) as file:
        if mark:
            file.write(BOM_UTF8)
        file.writelines(line.encode() for line in lines)


def _cell(row: LedgerRow, name: str) -> str:
    if name == "code":
        return grouped(row.code)
    value = getattr(row, name)
    if isinstance(value, bool):
        return "是" if value else "否"
    return neutral(value) if isinstance(value, str) else str(value)
