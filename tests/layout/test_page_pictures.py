"""Pages of the sample as pictures, compared with approved ones: what no trace of numbers shows.

A small tolerance absorbs what libraries round differently; re-approve with ``--approve`` after looking.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from reportpdf.paint.page_images import page_pictures
from reportpdf.pipeline import RenderOptions, render
from reportpdf.source.wanted import Asked
from tests.conftest import ROOT

PAGES = Path(__file__).parent / "pages"
PPI = 50.0
MEAN = 1.5
"""Mean difference of a page, of 255, that rounding may make."""

CHANGED = 0.004
"""Share of a page's pixels that may differ by more than a third of full scale."""


FOLDERS = {"newspaper": PAGES, "gallery": PAGES / "gallery"}
"""Where the approved pages of each theme lie."""

Pictures = dict[str, bytes]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pictures]:
    """The sample's pages in each theme."""
    source = ROOT / "data" / "binzhou-2024" / "report.yaml"
    made = {}
    for theme in FOLDERS:
        folder = tmp_path_factory.mktemp(theme)
        options = RenderOptions(
            source, theme, "a4", Asked(), (folder / "report.pdf",), None, folder / "cache"
        )
        render(options, progress=lambda *_: None)
        made[theme] = dict(page_pictures((folder / "report.pdf").read_bytes(), ppi=PPI))
    return made


@pytest.mark.parametrize("theme", FOLDERS)
def test_there_are_as_many_pages_as_approved(
    theme: str, pictures: dict[str, Pictures], request: pytest.FixtureRequest
) -> None:
    folder = FOLDERS[theme]
    if request.config.getoption("--approve"):
        folder.mkdir(exist_ok=True)
        for stale in folder.glob("*.png"):
            stale.unlink()
        for name, data in pictures[theme].items():
            (folder / name).write_bytes(data)
    assert sorted(pictures[theme]) == sorted(path.name for path in folder.glob("*.png"))


APPROVED = [(theme, path.name) for theme, folder in FOLDERS.items() for path in sorted(folder.glob("*.png"))]


@pytest.mark.parametrize(("theme", "name"), APPROVED)
def test_a_page_looks_as_approved(
    theme: str, name: str, pictures: dict[str, Pictures], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(pictures[theme][name])
    with Image.open(tmp_path / name) as found, Image.open(FOLDERS[theme] / name) as approved:
        assert found.size == approved.size
        difference = ImageChops.difference(found.convert("L"), approved.convert("L"))
    changed = sum(difference.histogram()[86:]) / (difference.width * difference.height)
    assert ImageStat.Stat(difference).mean[0] <= MEAN
    assert changed <= CHANGED
