"""``python -m reportpdf``: the same command as ``reportpdf``."""

from __future__ import annotations

from reportpdf.cli import run

run()
