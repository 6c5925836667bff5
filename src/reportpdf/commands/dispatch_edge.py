"""Where a dispatch's time, chance, processes, letters and signatures come from: the edge of the house.

Comes in: the order. Goes out: an :class:`Edge`, with every option that cannot be met told at once. Nothing of
it is found further inside."""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reportpdf.base.problem import InputError, Place, Problem, ReportpdfError, problem
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.dispatch.asked import Edge

if TYPE_CHECKING:
    from reportpdf.dispatch.executor import Executor
    from reportpdf.dispatch.posting import Post
    from reportpdf.finish.sign import Signer
    from reportpdf.painting import Progress

_T = TypeVar("_T")


def now() -> datetime:
    """The time, with this machine's zone."""
    return datetime.now().astimezone()


@contextmanager
def open_edge(
    order: Order, workers: int, console: Console, progress: Progress
) -> Iterator[tuple[Edge, tuple[Problem, ...]]]:
    """The edge of one run, and what is to be told of it.

    Raises: ReportpdfError with all options that cannot be met.
    """
    from reportpdf.dispatch.executor_local import LocalExecutor

    notes: list[Problem] = []
    errors: list[ReportpdfError] = []
    wording = console.wording
    with ExitStack() as stack:
        post = _gathered(errors, lambda: _post(order))
        signer = _gathered(errors, lambda: _signer(order, notes, console))
        local = LocalExecutor(workers)
        executor: Executor | None = local
        if "cluster" in order.values and not errors:
            executor = _gathered(errors, lambda: _cluster(order.values["cluster"], stack, notes))
        if executor is None or errors:
            raise errors[0] if len(errors) == 1 else InputError(*(p for one in errors for p in one.problems))
        yield (
            Edge(
                now=lambda: now().isoformat(timespec="seconds"),
                random=secrets.token_bytes,
                executor=executor,
                local=local,
                progress=progress,
                say=lambda found: wording.sentence(wording.word(found)),
                signer=signer,
                at=now() if signer is not None else None,
                far="cluster" in order.values,
                post=post,
            ),
            tuple(notes),
        )


def _gathered(errors: list[ReportpdfError], make: Callable[[], _T]) -> _T | None:
    """What ``make`` gives; None with its error kept."""
    try:
        return make()
    except ReportpdfError as error:
        errors.append(error)
        return None


def _cluster(address: str, stack: ExitStack, notes: list[Problem]) -> Executor:
    from reportpdf.dispatch.executor_cluster import ClusterExecutor

    executor = stack.enter_context(ClusterExecutor(address))
    notes += executor.notes
    return executor


def _signer(order: Order, notes: list[Problem], console: Console) -> Signer | None:
    """Who signs, if ``--sign`` names a certificate; its passphrase is asked for where somebody sits."""
    if "sign" not in order.values:
        return None
    from reportpdf.dispatch.signing import open_signer

    def ask() -> str:
        from getpass import getpass

        return getpass(console.wording.phrase("passphrase of {file}: ", file=order.values["sign"]))

    seated = ask if sys.stdin is not None and sys.stdin.isatty() else None
    signer, told = open_signer(Path(order.values["sign"]), os.environ, now(), seated)
    notes += told
    return signer


def _post(order: Order) -> Post | None:
    """What letters are sent with: by the settings of ``--mail``, or ``mail.yaml`` beside the list.
    For an outbox it is enough to know the sender.

    Raises: ReportpdfError: there are no settings, or they cannot be used.
    """
    if not {"mail", "outbox"} & set(order.values) and "to-self" not in order.switches:
        return None
    from reportpdf.dispatch.mail import open_mailer
    from reportpdf.dispatch.mail_login import USER
    from reportpdf.dispatch.posting import Post
    from reportpdf.model.mail import Mail
    from reportpdf.model.report import Text
    from reportpdf.source.mail_file import MAIL_NAME, read_mail

    path = Path(order.values.get("mail", Path(order.arguments[1]).with_name(MAIL_NAME)))
    if "mail" in order.values or path.is_file():
        mail = read_mail(path)
    elif "outbox" in order.values and (sender := os.environ.get(USER, "")):
        mail = Mail(server=Text("localhost", Place(USER)), sender=Text(sender, Place(USER)))
    else:
        raise InputError(problem("mail-no-settings", given=MAIL_NAME, user=USER))
    outbox = Path(order.values["outbox"]) if "outbox" in order.values else None
    mailer = open_mailer(
        mail, path.parent, os.environ, now=now, clock=time.monotonic, sleep=time.sleep, outbox=outbox
    )
    return Post(mail, mailer, "to-self" in order.switches, repeatable=outbox is not None)
