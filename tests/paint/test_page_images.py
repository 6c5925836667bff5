"""Pictures of pages: names, sizes, and what is left alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reportpdf.paint.page_images import page_pictures, stale_pictures
from reportpdf.paint.surface import paint_document
from tests.paint.setting import BUNDLED, clusters, document, line


def _pdf(pages: int) -> bytes:
    return paint_document(document(*([line(clusters("页"))] for _ in range(pages))), BUNDLED, lambda _: None)


def _write(folder: Path, pages: int) -> list[str]:
    names = []
    for name, picture in page_pictures(_pdf(pages), ppi=20):
        (folder / name).write_bytes(picture)
        names.append(name)
    return names


@pytest.mark.parametrize(
    ("pages", "first", "last"), [(1, "1.png", "1.png"), (9, "1.png", "9.png"), (10, "01.png", "10.png")]
)
def test_names_have_as_many_digits_as_the_last(pages: int, first: str, last: str, tmp_path: Path) -> None:
    names = _write(tmp_path, pages)
    assert (len(names), names[0], names[-1]) == (pages, first, last)
    assert names == sorted(names)


def test_a_picture_has_the_pages_size_at_its_resolution() -> None:
    [(_, picture)] = page_pictures(_pdf(1))
    with Image.open(BytesIO(picture)) as image:
        assert (image.size, image.mode) == ((800, 600), "RGB")
        assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)
        assert min(image.convert("L").tobytes()) < 100


def test_a_path_is_read_as_bytes_are(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(_pdf(1))
    assert list(page_pictures(file, ppi=20)) == list(page_pictures(file.read_bytes(), ppi=20))


def test_pictures_of_a_longer_earlier_run_are_found_and_nothing_else(tmp_path: Path) -> None:
    _write(tmp_path, 11)
    Image.new("RGB", (2, 2)).save(tmp_path / "2024.png")
    Image.new("RGB", (2, 2)).save(tmp_path / "cover.png")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "3.png").symlink_to(tmp_path / "03.png")
    names = _write(tmp_path, 2)
    found = [path.name for path in stale_pictures(tmp_path, names)]
    assert found == [f"{i:02d}.png" for i in range(1, 12)]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list(stale_pictures(tmp_path / "none", ())) == []
