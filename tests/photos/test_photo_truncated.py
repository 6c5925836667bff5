"""A photo whose end is missing stops the run: half a picture must not be printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.paint.photos import PhotoJob, start_conversion
from reportpdf.source.photos import probe_photos
from tests.photos.patches import draw, photo_at, probed, problem_of, run
from tests.photos.whole import WHOLE, encoded, noise


@pytest.mark.parametrize("kept", [0.8, 0.9, 0.99])
@pytest.mark.parametrize("case", ["jpeg", "progressive jpeg", "grey jpeg", "png", "webp", "heic"])
def test_photo_cut_off_stops_the_run_at_its_header(case: str, kept: float, tmp_path: Path) -> None:
    path = tmp_path / "cut"
    path.write_bytes(WHOLE[case][: int(len(WHOLE[case]) * kept)])
    with pytest.raises(InputError) as caught:
        probe_photos([photo_at(path)])
    assert [problem.code for problem in caught.value.problems] == ["photo-truncated"]
    assert problem_of(path).code == "photo-truncated"


def test_tiff_cut_off_is_never_a_picture(tmp_path: Path) -> None:
    # The directory may stand at the end; then nothing is known of the picture, and it is corrupt.
    for case in ("tiff", "tiff with lzw"):
        for kept in (0.3, 0.9):
            path = tmp_path / "cut.tif"
            path.write_bytes(WHOLE[case][: int(len(WHOLE[case]) * kept)])
            assert problem_of(path).code in {"photo-truncated", "photo-corrupt-header"}


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_last_bytes_missing_are_missed(missing: int, tmp_path: Path) -> None:
    for name, case in (("a.jpg", "jpeg"), ("a.png", "png")):
        (tmp_path / name).write_bytes(WHOLE[case][:-missing])
        assert problem_of(tmp_path / name).code == "photo-truncated"


@pytest.mark.parametrize("case", ["jpeg", "grey jpeg", "restarts", "reduced"])
def test_short_scan_with_an_end_marker_is_cut_off(case: str, tmp_path: Path) -> None:
    block = WHOLE.get(case) or encoded(noise((384, 256)), "JPEG", restart_marker_rows=int(case == "restarts"))
    path = tmp_path / "a.jpg"
    path.write_bytes(block[: int(len(block) * 0.7)] + b"\xff\xd9")
    assert probed(path) is None
    assert problem_of(path).code == "photo-truncated"


@pytest.mark.parametrize("progressive", [False, True])
def test_photo_that_ends_in_one_colour_is_whole(progressive: bool, tmp_path: Path) -> None:
    noisy = noise()
    noisy.paste("white", (0, 40, 96, 64))
    noisy.save(tmp_path / "a.jpg", progressive=progressive)
    assert run(tmp_path / "a.jpg").pixels.size == (48, 32)


def test_bytes_after_the_end_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(WHOLE["jpeg"] + b"a film that a phone hung on" * 30)
    assert probed(tmp_path / "a.jpg") is None
    assert run(tmp_path / "a.jpg").pixels.size == (48, 32)


def test_end_marker_of_a_thumbnail_is_not_the_end(tmp_path: Path) -> None:
    thumbnail = b"Exif\0\0" + encoded(draw().resize((8, 8)), "JPEG")
    block = encoded(noise(), "JPEG", exif=thumbnail)
    (tmp_path / "a.jpg").write_bytes(block[:-300])
    assert problem_of(tmp_path / "a.jpg").code == "photo-truncated"


def test_conversion_tells_all_photos_that_stop_the_run(tmp_path: Path) -> None:
    short = WHOLE["jpeg"][: len(WHOLE["jpeg"]) * 7 // 10] + b"\xff\xd9"
    jobs = []
    for name, block in (("a.jpg", short), ("b.jpg", b"text"), ("c.jpg", short), ("d.jpg", WHOLE["jpeg"])):
        (tmp_path / name).write_bytes(block)
        jobs.append(PhotoJob(str(tmp_path / name), (0, 0, 1, 1), 48, 32, 72, name=name))
    with pytest.raises(InputError) as caught:
        start_conversion(jobs).results()
    assert [dict(problem.args)["file"] for problem in caught.value.problems] == ["a.jpg", "c.jpg"]
