"""``reportpdf trace``: whose copy a file, a page or a code is.

Comes in: a PDF, a picture of a page or what somebody read from it; ledgers. Goes out: the recipient, how
sure that is and what it does not prove, for a person or a program; exit code 1 where there is no answer, or
no single one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.commands.answer import encode
from reportpdf.commands.grammar import Order
from reportpdf.commands.trace_answer import answer_of, tell
from reportpdf.console import Console, Progress

if TYPE_CHECKING:
    from reportpdf.dispatch.trace_record import Traced


def run(order: Order, console: Console) -> int:
    """Trace, and tell what was found.

    Raises: InputError: what is to be traced cannot be read, is locked, or there is no ledger.
    """
    words = order.arguments[0]
    path = Path(words) if Path(words).is_file() else None
    ledgers = _ledgers(order.values.get("ledger"), path)
    traced = _traced(words, path, ledgers, order, console)
    if "json" in order.switches:
        console.answer_text(encode(answer_of(traced, console.wording)))
    else:
        tell(traced, console)
    return int(not traced.recipients or traced.conflicting)


def _traced(
    words: str, path: Path | None, ledgers: tuple[Path, ...], order: Order, console: Console
) -> Traced:
    from reportpdf.dispatch import trace

    if path is None:
        if not trace.is_typed_code(words):
            raise InputError(problem("trace-nothing", Place(words)))
        return trace.trace_code(words, ledgers)
    password = order.values.get("password", "")
    if password == "-":
        from getpass import getpass

        password = getpass(console.wording.phrase("password of {file}: ", file=path.name))
    progress = Progress(console.wording, console.err)
    try:
        return trace.trace_file(path, ledgers, password, progress)
    except OSError as error:
        raise InputError(problem("trace-unreadable", Place(words), reason=error.strerror or error)) from error
    finally:
        progress.clear()


_UP = 3
"""Folders above the file that are looked through, until one has a ledger."""


def _ledgers(named: str | None, path: Path | None) -> tuple[Path, ...]:
    """The folders of the ledgers to ask: the one that was named, or the nearest to the file and to the user.

    Raises: InputError: there is none.
    """
    from reportpdf.dispatch.ledger import LEDGER_NAME, ledgers_near

    if named is not None:
        given = Path(named)
        if given.name == LEDGER_NAME:
            return (given.parent,)
        beside = given.with_name(f"{given.stem}-dispatch")
        if given.is_file() and (beside / LEDGER_NAME).is_file():
            return (beside,)
        return ledgers_near(given) if given.is_dir() and ledgers_near(given) else (given,)
    above = path.absolute().parents[:_UP] if path is not None else ()
    nearest = next((near for folder in above if (near := ledgers_near(folder))), ())
    found = dict.fromkeys(folder.resolve() for folder in (*ledgers_near(Path.cwd()), *nearest))
    if not found:
        raise InputError(problem("trace-no-ledger", Place(str(path or Path.cwd()))))
    return tuple(found)
