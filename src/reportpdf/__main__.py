"""``python -m reportpdf``: the same command as ``reportpdf``."""

from __future__ import annotations

import sys

from reportpdf.cli import main

sys.exit(main())
