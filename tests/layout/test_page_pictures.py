"""Pages of the sample as pictures, compared with approved ones: what no trace of numbers shows.

A small tolerance absorbs what libraries round differently; re-approve with ``--approve`` after looking.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from reportpdf.paint.page_images import page_pictures
from reportpdf.pipeline import RenderOptions, render
from tests.conftest import ROOT

PAGES = Path(__file__).parent / "pages"
PPI = 50.0
MEAN = 1.5
"""Mean difference of a page, of 255, that rounding may make."""

CHANGED = 0.004
"""Share of a page's pixels that may differ by more than a third of full scale."""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("pictures")
    source = ROOT / "data" / "binzhou-2024" / "report.yaml"
    options = RenderOptions(
        source, "newspaper", "a4", "screen", folder / "report.pdf", None, folder / "cache"
    )
    render(options, progress=lambda *_: None)
    return dict(page_pictures((folder / "report.pdf").read_bytes(), ppi=PPI))


def test_there_are_as_many_pages_as_approved(
    pictures: dict[str, bytes], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--approve"):
        PAGES.mkdir(exist_ok=True)
        for stale in PAGES.glob("*.png"):
            stale.unlink()
        for name, data in pictures.items():
            (PAGES / name).write_bytes(data)
    assert sorted(pictures) == sorted(path.name for path in PAGES.glob("*.png"))


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.png")))
def test_a_page_looks_as_approved(name: str, pictures: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(pictures[name])
    with Image.open(tmp_path / name) as found, Image.open(PAGES / name) as approved:
        assert found.size == approved.size
        difference = ImageChops.difference(found.convert("L"), approved.convert("L"))
    changed = sum(difference.histogram()[86:]) / (difference.width * difference.height)
    assert ImageStat.Stat(difference).mean[0] <= MEAN
    assert changed <= CHANGED
