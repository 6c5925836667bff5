"""``reportpdf proof``: the next round of proofs of a report.

Comes in: the order. Goes out: the round's folder, or word that nothing changed; exit code 1 when a problem of
severity error is on the pages.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem
from reportpdf.commands.choices import chosen_format, chosen_theme
from reportpdf.commands.grammar import Order
from reportpdf.commands.render import cache_folder
from reportpdf.commands.round_places import (
    MOST_NOTE,
    PROOFS,
    checked_words,
    chosen_name,
    named_report,
    time_now,
    wait_word,
)
from reportpdf.console import Console, Progress
from reportpdf.source.quoting import quote_lines
from reportpdf.wording import has_errors
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.checks import Checked
    from reportpdf.proof.asking import Proofing


def run(order: Order, console: Console) -> int:
    """Make the next round and tell of it.

    Raises: ReportpdfError with every problem that kept it from being made; nothing is left then.
    """
    from reportpdf.commands.proof_answer import account, answer_of
    from reportpdf.proof.asking import read_proof
    from reportpdf.proof.opening import opened
    from reportpdf.proof.proofing import make_round

    wanted = _wanted(order, console)
    progress = Progress(console.wording, console.err)
    try:
        read = read_proof(wanted, progress)
        with opened(
            wanted.folder, wanted.by, wanted.time, create=True, waiting=wait_word(console)
        ) as register:
            proofed = make_round(wanted, read, register, progress)
    except InputError as error:
        raise InputError(*quote_lines(error.problems, wanted.named.report)) from error
    finally:
        progress.clear()
    if "json" in order.switches:
        from reportpdf.commands.answer import encode

        console.answer_text(encode(answer_of(proofed, console.wording)))
    else:
        account(proofed, wanted.named.report, console)
    return int(has_errors(proofed.problems))


def _wanted(order: Order, console: Console) -> Proofing:
    """What is to be proofed.

    Raises: InputError with all options that cannot be met.
    """
    from reportpdf.proof.asking import Proofing
    from reportpdf.proof.inputs import Named

    problems: list[Problem] = []
    report = named_report(order)
    theme = chosen_theme(order.values.get("theme"), problems)
    sheet = chosen_format(order.values.get("format"), problems)
    by = chosen_name(order, problems)
    note = order.values.get("note", "")
    note = checked_words("--note", note, MOST_NOTE, problems) if note else ""
    folder = Path(order.values.get("output") or report.parent / PROOFS)
    job = Path(order.values["job"]) if "job" in order.values else None
    inputs = (report, *(Path(name) for name in (theme, sheet) if os.path.isfile(name)))
    problems += check_writable(folder / "round.json", inputs)
    if problems:
        raise InputError(*problems)
    named = Named(report, theme, sheet, job, order.values.get("condition", ""))
    return Proofing(
        named,
        folder,
        by,
        note,
        time_now(),
        secrets.token_hex(6),
        cache_folder(),
        "reading" in order.switches,
        lambda checked, images: _findings(checked, images, report, console),
    )


def _findings(checked: Checked, images: Sequence[bytes], report: Path, console: Console) -> dict[str, bytes]:
    """The findings as a list for programs and as a page with pictures of the sheets."""
    from reportpdf.commands.answer import encode
    from reportpdf.commands.check import summary
    from reportpdf.commands.check_answer import answer_of
    from reportpdf.commands.check_page import findings_page

    nothing: frozenset[int] = frozenset()
    told = summary(checked, nothing, console)
    page = findings_page(report, checked, nothing, told, console.wording, images)
    return {
        "findings.json": encode(answer_of(checked, nothing, console.wording)).encode("utf-8"),
        "findings.html": page.encode("utf-8"),
    }
