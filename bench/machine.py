"""What the numbers were measured on, without its name or any path of it.

Comes in: the machine. Goes out: lines of plain words.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.contestants import PEERS

_GIB = 1024**3
_PACKAGES = ("reportpdf", "reportlab", "uharfbuzz", "pillow", "pyyaml")


def machine_lines() -> list[str]:
    """Processor, memory, system, versions, load at the start."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / _GIB
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    peers = [f"{peer.name} {peer.edition()}" for peer in PEERS if not peer.missing()]
    absent = [f"{peer.name} (no {peer.missing()})" for peer in PEERS if peer.missing()]
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return [
        f"Processor: {_processor()}, {os.cpu_count()} cores; memory {memory:.0f} GiB",
        f"System: {system}, {platform.machine()}; Python {platform.python_version()}",
        f"Packages: {packages}",
        f"Beside it: {', '.join(peers) or 'nothing'}",
        f"Absent: {', '.join(absent) or 'nothing'}",
        f"Load average at the start: {load}; day: {date.today().isoformat()}",
    ]


def _version(package: str) -> str:
    if package == "reportpdf":
        import reportpdf

        return reportpdf.__version__
    return version(package)


def _processor() -> str:
    """The processor's own name where the system tells it."""
    if sys.platform == "darwin":
        told = subprocess.run(["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True, check=False)
        return told.stdout.decode().strip() or platform.machine()
    listed = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", listed.read_text()) if listed.exists() else None
    return found[1].strip() if found else platform.machine()
