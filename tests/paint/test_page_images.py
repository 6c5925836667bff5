"""Pictures of pages: names, sizes, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from reportpdf.paint import page_images
from reportpdf.paint.page_images import pages_to_png
from reportpdf.paint.surface import paint_document
from tests.paint.setting import BUNDLED, clusters, document, line


def _pdf(pages: int) -> bytes:
    return paint_document(document(*([line(clusters("页"))] for _ in range(pages))), BUNDLED, lambda _: None)


@pytest.mark.parametrize(("pages", "first"), [(1, "1.png"), (9, "1.png"), (10, "01.png")])
def test_names_have_as_many_digits_as_the_last(pages: int, first: str, tmp_path: Path) -> None:
    paths = pages_to_png(_pdf(pages), tmp_path / "pages", ppi=20)
    assert (len(paths), paths[0].name) == (pages, first)
    assert sorted(paths) == list(paths) == sorted((tmp_path / "pages").iterdir())


def test_a_picture_has_the_pages_size_at_its_resolution(tmp_path: Path) -> None:
    [path] = pages_to_png(_pdf(1), tmp_path, ppi=144)
    with Image.open(path) as image:
        assert (image.size, image.mode) == ((800, 600), "RGB")
        assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)
        assert min(image.convert("L").tobytes()) < 100


def test_a_path_is_read_as_bytes_are(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(_pdf(1))
    [from_path] = pages_to_png(file, tmp_path / "x", ppi=20)
    [from_bytes] = pages_to_png(file.read_bytes(), tmp_path / "y", ppi=20)
    assert from_path.read_bytes() == from_bytes.read_bytes()


def test_pictures_of_a_longer_earlier_run_go_and_the_users_own_stay(tmp_path: Path) -> None:
    pages_to_png(_pdf(11), tmp_path, ppi=20)
    own = {"2024.png", "notes.txt", "cover.png"}
    Image.new("RGB", (2, 2)).save(tmp_path / "2024.png")
    (tmp_path / "notes.txt").write_text("x")
    Image.new("RGB", (2, 2)).save(tmp_path / "cover.png")
    pages_to_png(_pdf(2), tmp_path, ppi=20)
    assert {path.name for path in tmp_path.iterdir()} == {"1.png", "2.png", *own}


def test_a_run_that_breaks_off_leaves_no_half_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(page_images.Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        pages_to_png(_pdf(1), tmp_path, ppi=20)
    assert list(tmp_path.iterdir()) == []
