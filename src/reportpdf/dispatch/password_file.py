"""The file of passwords: who sends the copies must be able to tell each department its own.

Comes in: a dispatch's folder. Goes out: passwords by department, kept in ``passwords.csv`` that only its
owner may read (mode 0600). Passwords stand nowhere else: not in the ledger, the manifest, a log or another's
file. The file is on the disk before a copy is locked with what it says."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.dispatch.manifest import neutral
from reportpdf.dispatch.passwords import make_password, rule_length
from reportpdf.dispatch.recipients import Recipient, department_key
from reportpdf.output import replaced_whole

PASSWORDS_NAME = "passwords.csv"


@dataclass(frozen=True, slots=True, repr=False)
class Passwords:
    """What opens each department's copies, by key, with the name as it is written."""

    by_key: dict[str, tuple[str, str]]

    def of(self, key: str) -> str:
        """A department's password; empty if it has none."""
        return self.by_key.get(key, ("", ""))[1]


def read_passwords(folder: Path) -> Passwords:
    """The passwords that are known; none if there is no file.

    Raises: InputError: the file cannot be read.
    """
    path = folder / PASSWORDS_NAME
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Passwords({})
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(problem("passwords-unreadable", Place(str(path)))) from error
    found = {}
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        if len(row) != 2:
            raise InputError(problem("passwords-unreadable", Place(str(path))))
        name, password = (cell[1:] if cell[:1] == "'" else cell for cell in row)
        found[department_key(name)] = (name, password)
    return Passwords(found)


def settle_passwords(
    known: Passwords,
    recipients: Iterable[Recipient],
    anew: Callable[[str], bool],
    random: Callable[[int], bytes],
) -> tuple[Passwords, dict[str, str]]:
    """The passwords with those of ``recipients``; and by department the code of what keeps it from being
    done.

    One that was made stays. ``anew`` says that nothing of a department is locked yet, or all is locked once
    more: only then it can have another, or one be made for it.
    """
    settled = dict(known.by_key)
    faults: dict[str, str] = {}
    for recipient in recipients:
        if not recipient.password:
            continue
        length, old = rule_length(recipient.password), settled.get(recipient.key)
        if length and old is not None:
            continue
        if not anew(recipient.key) and (length or (old is not None and old[1] != recipient.password)):
            faults[recipient.key] = "passwords-lost" if length else "row-changed"
            continue
        given = make_password(length, random) if length else recipient.password
        settled[recipient.key] = (recipient.department, given)
    return Passwords(settled), faults


def write_passwords(folder: Path, passwords: Passwords) -> None:
    """Write the file whole, readable by its owner only.

    Raises: InputError: it cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("单位 department", "密码 password"))
    writer.writerows((neutral(name), neutral(password)) for name, password in passwords.by_key.values())
    with replaced_whole(folder / PASSWORDS_NAME, folder / ".passwords.part", 0o600) as file:
        file.write(BOM_UTF8 + text.getvalue().encode())
