"""What is measured: the same report with heavy photos, light photos and none, and longer and longer.

Comes in: a folder to work in. Goes out: cases, each a report file with the words that say what it is.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.bodies import bodies, read, with_photos, without_photos, write
from bench.photos import AT_SIZE, COUNT, WIDTH

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "binzhou-2024" / "report.yaml"
FONTS = ROOT / "fonts"

MOST_BESIDE = 100
"""The longest report, in bodies, that the peers set too."""

_PHOTOS = (
    ("seven photos of 12 megapixels", WIDTH, "As cameras give them, about 3 MB each."),
    (
        "seven photos at size",
        AT_SIZE,
        f"{AT_SIZE} pixels wide: 300 ppi at the 82 mm that the others give them.",
    ),
)
_BODIES = "Every paragraph differs. The others begin every section on a new page, so they have more pages."


@dataclass(frozen=True, slots=True)
class Case:
    """One report. ``photos`` has cold and warm runs of ours; ``beside`` lets the peers set it too.

    ``rounds`` is how often at most everyone has a turn.
    """

    name: str
    about: str
    report: Path
    photos: bool = False
    beside: bool = True
    rounds: int = 99


def make_cases(folder: Path, *, most_bodies: int) -> list[Case]:
    """All cases, their files written below ``folder``."""
    sample = read(SAMPLE)
    cases = [Case("the sample with its own photos", "", SAMPLE, photos=True, beside=False)]
    for name, width, about in _PHOTOS:
        report = folder / f"photos-{width}" / "report.yaml"
        _draw(report.parent / "photos", width)
        write(with_photos(sample, [f"photos/{i + 1}.jpg" for i in range(COUNT)]), report)
        cases.append(Case(name, about, report, photos=True))
    report = folder / "words" / "report.yaml"
    write(without_photos(sample), report)
    cases.append(Case("no photos", "", report))
    for count in (10, 100, 1000):
        if count <= most_bodies:
            report = folder / f"bodies-{count}" / "report.yaml"
            write(bodies(sample, count), report)
            long = count > MOST_BESIDE
            cases.append(Case(f"{count} bodies", _BODIES, report, beside=not long, rounds=3 if long else 99))
    return cases


def _draw(folder: Path, width: int) -> None:
    """The photos, drawn by another process so that this one stays small."""
    subprocess.run([sys.executable, "-m", "bench.photos", str(folder), str(width)], cwd=ROOT, check=True)
