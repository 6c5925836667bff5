"""Size, crop and orientation: upright first, then cropped, never more pixels than there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reportpdf.paint.photo_crop import plan_crop, stored_box
from reportpdf.paint.photo_records import PhotoJob
from reportpdf.source.photos import probe_photos
from tests.photos.patches import PATCHES, draw, photo_at, run
from tests.photos.test_photo_pixels import assert_patches

TURN = Image.Transpose
STORED_FROM_UPRIGHT = {
    1: None,
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_90,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_270,
}
"""How the upright drawing lies in a file of each orientation: the opposite of turning it upright."""


def save_turned(path: Path, orientation: int, mode: str = "RGB") -> None:
    """The drawing, stored as a camera held that way stores it."""
    method = STORED_FROM_UPRIGHT[orientation]
    image = draw().convert(mode)
    image = image if method is None else image.transpose(method)
    exif = Image.Exif()
    exif[274] = orientation
    options = {"lossless": True} if path.suffix == ".webp" else {"quality": 95}
    image.save(path, exif=exif, **options)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_every_orientation_comes_out_upright(name: str, orientation: int, tmp_path: Path) -> None:
    path = tmp_path / name
    save_turned(path, orientation)
    (picture,) = probe_photos([photo_at(path)])
    assert (picture.width_px, picture.height_px, picture.problem) == (96, 64, None)
    result = run(path)
    assert result.pixels.size == (48, 32)
    assert_patches(result.patches(), PATCHES, 8)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_crop_is_of_the_upright_picture(name: str, orientation: int, tmp_path: Path) -> None:
    path = tmp_path / name
    save_turned(path, orientation)
    result = run(path, (24, 16), crop=(0.5, 0.0, 1.0, 0.5))
    assert result.pixels.size == (24, 16)
    assert_patches(result.patches(), (PATCHES[1],) * 4, 8)


@pytest.mark.parametrize("orientation", [1, 6])
def test_crop_without_reduction_keeps_the_pixels(orientation: int, tmp_path: Path) -> None:
    save_turned(tmp_path / "a.png", orientation)
    result = run(tmp_path / "a.png", (480, 320), crop=(0.0, 0.5, 0.5, 1.0))
    assert result.pixels.size == (48, 32)
    assert_patches(result.patches(), (PATCHES[2],) * 4, 4)


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_orientation_that_is_none_of_the_eight_is_upright(value: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = value
    draw().save(tmp_path / "a.jpg", exif=exif, quality=95)
    assert_patches(run(tmp_path / "a.jpg").patches(), PATCHES, 8)


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\0\x05"]
)
def test_broken_exif_is_no_fault_of_the_picture(exif: bytes, tmp_path: Path) -> None:
    draw().save(tmp_path / "a.jpg", exif=exif, quality=95)
    assert_patches(run(tmp_path / "a.jpg").patches(), PATCHES, 8)


@pytest.mark.parametrize(
    ("frame", "ppi", "wanted"),
    [
        ((72, 36), 200, (200, 100)),
        ((36, 18), 300, (150, 75)),
        ((100.3, 50.1), 200, (279, 139)),
        ((0.1, 0.1), 72, (1, 1)),
    ],
)
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_pixels_are_the_target_at_the_placed_size(
    name: str, frame: tuple[float, float], ppi: float, wanted: tuple[int, int], tmp_path: Path
) -> None:
    Image.linear_gradient("L").resize((800, 400)).convert("RGB").save(tmp_path / name)
    assert run(tmp_path / name, frame, ppi=ppi).pixels.size == wanted


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.gif"])
def test_no_photo_is_ever_enlarged(name: str, tmp_path: Path) -> None:
    draw().save(tmp_path / name)
    assert run(tmp_path / name, (504, 336), ppi=300).pixels.size == (96, 64)
    assert run(tmp_path / name, (504, 336), (0.25, 0.25, 0.75, 0.75), ppi=300).pixels.size == (48, 32)


@pytest.mark.parametrize("scale", [1.05, 1.9, 2.1, 4.2, 8.4, 20])
def test_reduced_decoding_loses_no_place(scale: float, tmp_path: Path) -> None:
    """A wedge keeps its levels whatever reduction the decoder does first."""
    wedge = Image.linear_gradient("L").transpose(TURN.ROTATE_90).resize((1024, 512))
    wedge.save(tmp_path / "a.jpg", quality=95)
    result = run(tmp_path / "a.jpg", (1024 / scale, 512 / scale), (0.0, 0.0, 0.999, 1.0))
    width, height = result.pixels.size
    for fraction in (0.25, 0.5, 0.75):
        column = min(width - 1, int(fraction * width))
        middle = (column + 0.5) / width * 0.999
        assert abs(result.pixels.getpixel((column, height // 2)) - middle * 255) < 4


edges = st.floats(0, 1, allow_nan=False)


@settings(deadline=None, max_examples=150)
@given(edges, edges, edges, edges, st.integers(1, 30000), st.integers(1, 30000), st.integers(1, 8))
def test_crop_has_the_pixels_of_frame_or_photo_whichever_are_fewer(
    x1: float, y1: float, x2: float, y2: float, width_px: int, height_px: int, orientation: int
) -> None:
    left, right, top, bottom = *sorted((x1, x2)), *sorted((y1, y2))
    if right - left < 1e-3 or bottom - top < 1e-3:
        right, bottom, left, top = 1.0, 1.0, 0.0, 0.0
    job = PhotoJob("a", (left, top, right, bottom), 200, 100, 144)
    crop = plan_crop(width_px, height_px, orientation, job)
    size = crop.size_px if orientation < 5 else crop.size_px[::-1]
    stored = (width_px, height_px) if orientation < 5 else (height_px, width_px)
    assert size == (
        min(400, max(1, round((right - left) * width_px))),
        min(200, max(1, round((bottom - top) * height_px))),
    )
    for axis in (0, 1):
        low, high = crop.box[axis], crop.box[axis + 2]
        assert 0 <= low < high <= 1
        assert crop.decode_px[axis] * (high - low) >= crop.size_px[axis] - 1e-6
        assert crop.size_px[axis] <= stored[axis]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 5), st.integers(0, 3), st.integers(1, 6), st.integers(1, 4), st.integers(1, 8))
def test_stored_box_holds_the_same_pixels_as_the_upright_one(
    x: int, y: int, width: int, height: int, orientation: int
) -> None:
    upright = Image.frombytes("L", (6, 4), bytes(range(24)))
    box = (x / 6, y / 4, min(6, x + width) / 6, min(4, y + height) / 4)
    method = STORED_FROM_UPRIGHT[orientation]
    stored = upright if method is None else upright.transpose(method)
    wanted = upright.crop((x, y, round(box[2] * 6), round(box[3] * 4)))
    left, top, right, bottom = stored_box(box, orientation)
    corner = [round(left * stored.width), round(top * stored.height)]
    found = stored.crop((*corner, round(right * stored.width), round(bottom * stored.height)))
    assert sorted(found.tobytes()) == sorted(wanted.tobytes())


@pytest.mark.parametrize(
    ("crop", "frame"),
    [
        ((0.5, 0, 0.5, 1), (10, 10)),
        ((0, 0, 1.2, 1), (10, 10)),
        ((-0.1, 0, 1, 1), (10, 10)),
        ((0, 0, 1, 1), (0, 10)),
    ],
)
def test_crop_or_frame_without_sense_is_refused(
    crop: tuple[float, float, float, float], frame: tuple[float, float]
) -> None:
    with pytest.raises(ValueError, match=r"crop|frame"):
        PhotoJob("a", crop, *frame, 200)
