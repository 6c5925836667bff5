"""``reportpdf schema``: the JSON Schema of what people write, for completion in their editor.

Comes in: the order. Goes out: the schema (JSON Schema 2020-12) as the source room states it, on stdout
or in a file.
"""

from __future__ import annotations

from pathlib import Path

from reportpdf.base.problem import InputError
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.output import write_whole
from reportpdf.writable import check_writable


def run(order: Order, console: Console) -> int:
    """Print or write the schema.

    Raises: InputError when the file cannot be written.
    """
    from reportpdf.source import schema

    text = schema.schema_text(schema.SCHEMAS[order.arguments[0]]())
    put(text, order.values.get("output", "-"), console)
    return 0


def put(text: str, where: str, console: Console) -> None:
    """Write ``text`` to the file named ``where`` and say so, or to stdout when it is ``-``.

    Raises: InputError when the file cannot be written.
    """
    if where == "-":
        console.answer_text(text)
        return
    path = Path(where)
    if problems := check_writable(path):
        raise InputError(*problems)
    write_whole(path, text.encode())
    console.answer(console.wording.phrase("written: {path}", path=path))
