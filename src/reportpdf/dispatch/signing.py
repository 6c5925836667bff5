"""The certificate that copies are signed with, and where its passphrase comes from.

Comes in: the path of a .p12 file, the environment, somebody to ask. Goes out: a signer for ``finish/sign``.
The passphrase is taken from the environment, the keyring, or a terminal; never from a file or the command
line, which other users of a machine can read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from reportpdf.base.problem import Place, Problem
from reportpdf.finish.sign import Signer, make_signer
from reportpdf.source.text_file import read_bytes

PASSPHRASE = "REPORTPDF_SIGN_PASSPHRASE"
SERVICE = "reportpdf:sign"
_MOST = 1 << 20

Ask = Callable[[], str]


def open_signer(
    path: Path, environment: Mapping[str, str], at: datetime, ask: Ask | None = None
) -> tuple[Signer, tuple[Problem, ...]]:
    """The signer in ``path``, and notes on it. ``ask`` asks at a terminal; None where nobody sits.

    Raises: ReportpdfError with all that is wrong with file, passphrase or certificate.
    """
    data = read_bytes(path, str(path), _MOST)
    return make_signer(data, find_passphrase(path, environment, ask), at, Place(str(path)))


def find_passphrase(path: Path, environment: Mapping[str, str], ask: Ask | None) -> str:
    """The passphrase of a certificate's file; empty where nobody knows one."""
    if (given := environment.get(PASSPHRASE)) is not None:
        return given
    return _from_keyring(path.name) or (ask() if ask is not None else "")


def _from_keyring(name: str) -> str:
    """What ``keyring set reportpdf:sign NAME`` put there; empty without a keyring, for there may be none."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, name) or ""
    except KeyringError:
        return ""
