"""``reportpdf``: words in, exit code out; the one place that meets the terminal and the process.

Comes in: the command line, the locale. Goes out: outputs through the commands, what is asked for on
stdout, what is told besides on stderr, and an exit code: 0 done, 1 done but with an error on the
pages, 2 wrong input and nothing written, 3 something reportpdf needs is missing, 4 a fault of ours,
128 + n after signal n.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from reportpdf.base.problem import InputError, Problem, ReportpdfError, ResourceError, problem

if TYPE_CHECKING:
    from reportpdf.commands.grammar import Order
    from reportpdf.console import Console

_MODULES = {"import": "imports"}
"""Commands whose name no module can have."""

_INTERRUPTED = 130
"""128 + SIGINT."""

_BROKEN_PIPE = 141
"""128 + SIGPIPE: nobody reads what was asked for."""


def run() -> NoReturn:
    """The process: :func:`main`, and an end without ceremony.

    A run makes millions of records without a cycle and then ends. Looking for cycles among them, and
    taking them apart one by one at the end, costs a fifth of a short run; the system frees them at once.
    """
    gc.disable()
    _open_streams()
    try:
        code = main()
    except KeyboardInterrupt:  # before main could say so in a language: hardly anything is imported yet
        code = _INTERRUPTED
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = _BROKEN_PIPE
    os._exit(code)


def main(words: Sequence[str] | None = None) -> int:
    """Do what ``words`` (by default those of the process) say; the exit code."""
    words = sys.argv[1:] if words is None else list(words)
    _heed_termination()
    from reportpdf.console import Console
    from reportpdf.wording import Wording, choose_language

    console = Console(Wording(choose_language(_after("--lang", words), os.environ)), sys.stdout, sys.stderr)
    try:
        return _guarded(words, console)
    except BrokenPipeError:
        _drop_streams()
        return _BROKEN_PIPE


def _guarded(words: Sequence[str], console: Console) -> int:
    """The exit code of the order, every way of failing turned into problems that are told."""
    as_json = "--json" in words
    try:
        return _do(words, console)
    except ReportpdfError as error:
        return _refuse(error.problems, error.exit_code, console, as_json)
    except KeyboardInterrupt:
        return _refuse((problem("interrupted"),), _INTERRUPTED, console, as_json)
    except BrokenPipeError:
        raise
    except ModuleNotFoundError as error:
        return _refuse((problem("part-missing", name=error.name),), ResourceError.exit_code, console, as_json)
    except MemoryError:
        return _refuse((problem("out-of-memory"),), ResourceError.exit_code, console, as_json)
    except Exception as error:
        if os.environ.get("REPORTPDF_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        fault = problem("internal-error", kind=type(error).__name__)
        return _refuse((fault,), ReportpdfError.exit_code, console, as_json)


def _do(words: Sequence[str], console: Console) -> int:
    """Read the words, then run the command they name, or show the help or version they ask for."""
    from reportpdf.commands.grammar import parse
    from reportpdf.commands.table import COMMANDS

    name, rest = _command_word(words)
    if not name:
        return _do_without_command(rest, console)
    if name not in COMMANDS:
        raise InputError(_no_command(name))
    order = parse(rest, COMMANDS[name])
    if "help" in order.switches:
        from reportpdf.commands.help import of_command

        console.answer(of_command(COMMANDS[name], console.wording))
        return 0
    return _run(order, console)


def _run(order: Order, console: Console) -> int:
    """Run the command's module, imported only now: start-up counts."""
    from importlib import import_module

    name = _MODULES.get(order.command, order.command)
    code: int = import_module(f"reportpdf.commands.{name}").run(order, console)
    return code


def _do_without_command(words: Sequence[str], console: Console) -> int:
    """Show the version or the help; anything else lacks a command.

    Raises: InputError
    """
    from reportpdf.commands.grammar import Command, parse
    from reportpdf.commands.help import overview
    from reportpdf.commands.options import SHARED, VERSION
    from reportpdf.commands.table import COMMANDS

    order = parse(words, Command("reportpdf", "", (), (*SHARED, VERSION)))
    if "version" in order.switches:
        from reportpdf import __version__

        console.answer(f"reportpdf {__version__}")
        return 0
    if "help" not in order.switches:
        raise InputError(problem("command-missing", commands=" | ".join(COMMANDS)))
    console.answer(overview(console.wording))
    return 0


def _command_word(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command and the words besides; options that every command has may stand before it."""
    skip = False
    for at, word in enumerate(words):
        if not skip and not word.startswith("-"):
            return word, [*words[:at], *words[at + 1 :]]
        skip = word == "--lang"
    return "", list(words)


def _no_command(name: str) -> Problem:
    """What is wrong with a word that is no command: a report without one, a near miss, or unknown."""
    from reportpdf.commands.grammar import nearest
    from reportpdf.commands.table import COMMANDS

    if name.endswith((".yaml", ".yml")) or os.path.isfile(name):
        return problem("command-is-file", given=name)
    if near := nearest(name, COMMANDS):
        return problem("command-near", given=name, nearest=near)
    return problem("command-unknown", given=name, commands=" | ".join(COMMANDS))


def _refuse(problems: Sequence[Problem], code: int, console: Console, as_json: bool) -> int:
    """Tell why nothing was written, to a person or a program; ``code``."""
    if as_json:
        from reportpdf.commands.answer import encode, refused

        console.answer_text(encode(refused(problems, console.wording)))
    else:
        console.problems(problems)
    return code


def _after(option: str, words: Sequence[str]) -> str | None:
    """The value of ``option``, read ahead of the rest: the language in which the rest is answered."""
    for at, word in enumerate(words):
        if word == option and at + 1 < len(words):
            return words[at + 1]
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


def _heed_termination() -> None:
    """Let SIGTERM and SIGHUP unwind the stack, so that no half file is left."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        return

    def stop(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), stop)


def _open_streams() -> None:
    """Stand nothing in for a stream that the caller has closed (``>&-``): Python leaves None there."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _drop_streams() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
