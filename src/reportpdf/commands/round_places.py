"""Where the rounds of a report lie, who asks and when: what the commands of rounds have in common.

Comes in: words typed, the environment. Goes out: paths, names, a time. This is the edge where names and times
come from: the system's user, the clock, SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import os
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.commands.choices import report_file
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.proof.lock import Holder
from reportpdf.proof.opening import Waiting
from reportpdf.proof.register import REGISTER_NAME

PROOFS = "proofs"
MOST_NAME, MOST_NOTE = 60, 500
"""Characters of a name and of a remark: what a slug and a sheet have room for."""


def named_report(order: Order) -> Path:
    """The report that is named, else the one in the current folder."""
    return report_file(order.arguments[0] if order.arguments else ".")


def rounds_folder(word: str | None) -> Path:
    """The folder of rounds that ``word`` means: itself, that of a report, or of the current folder."""
    from reportpdf.proof.verifying import round_folders

    path = Path(word) if word is not None else Path()
    if (path / REGISTER_NAME).exists() or round_folders(path):
        return path
    return (path.parent if path.is_file() else path) / PROOFS


def time_now() -> datetime:
    """The time with its zone; that of SOURCE_DATE_EPOCH if it is set."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isascii() and stated.isdigit() and len(stated) <= 11:
        return datetime.fromtimestamp(int(stated), UTC)
    return datetime.now().astimezone().replace(microsecond=0)


def system_name() -> str:
    """The name of who is logged in; of the number of the user where the system knows no name."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no entry for this user: a container
        return f"uid {os.getuid()}"


def chosen_name(order: Order, problems: list[Problem]) -> str:
    """Who asks: the name given, else the system's; what is wrong with it joins ``problems``."""
    return checked_words("--by", order.values.get("by", "") or system_name(), MOST_NAME, problems)


def checked_words(option: str, words: str, most: int, problems: list[Problem]) -> str:
    """Words that go on paper and into the register; what is wrong with them joins ``problems``."""
    plain = " ".join(words.split())
    if len(plain) > most:
        problems.append(problem("words-long", option=option, count=len(plain), most=most))
    elif any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in plain):
        problems.append(problem("words-control", option=option))
    elif not plain:
        problems.append(problem("option-no-value", option=option, name="NAME"))
    return plain


def wait_word(console: Console) -> Waiting:
    """Tells who has to be waited for."""

    def tell(holder: Holder | None) -> None:
        if holder is None:
            console.tell(console.wording.phrase("waiting: somebody else is working on these rounds"))
            return
        console.tell(
            console.wording.phrase(
                "waiting: {by} is working on these rounds (process {process} on {machine})",
                by=holder.by,
                process=holder.process,
                machine=holder.machine,
            )
        )

    return tell
