"""What comes out: nothing but the picture, the same each time, and untouched where it was right already."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import PictureItem, Role, Tag
from reportpdf.model.picture import Picture
from reportpdf.paint.photo_bytes import BytesWindow
from reportpdf.paint.photo_jpeg import read_frame, strip_metadata
from reportpdf.paint.photos import PhotoJob, photo_job
from tests.photos.icc import rgb_profile
from tests.photos.patches import draw, photo_at, run
from tests.photos.test_photo_profiles import PILLOWS_SRGB

SECRETS = (b"Exif", b"ns.adobe.com", b"ICC_PROFILE", b"secret", b"Photoshop", b"MPF", b"acsp")


def save_with_secrets(
    path: Path, image: Image.Image, profile: bytes = PILLOWS_SRGB, **options: object
) -> None:
    """Everything a camera or an editor may hang on a photo."""
    exif = Image.Exif()
    exif[270] = "secret description"
    exif[36867] = "secret date"
    exif.get_ifd(34853)[2] = (37.0, 23.0, 1.0)
    extra = b"\xff\xed\x00\x1aPhotoshop 3.0\x00secret IPTC"[: 2 + 0x1A]
    image.save(
        path,
        quality=95,
        exif=exif,
        xmp=b"<x:xmpmeta>secret</x:xmpmeta>",
        comment=b"secret comment",
        icc_profile=profile,
        dpi=(300, 300),
        extra=extra,
        **options,
    )


def markers(block: bytes) -> list[int]:
    """The markers of all segments up to the first scan."""
    found, offset = [], 2
    while block[offset + 1] != 0xDA:
        found.append(block[offset + 1])
        offset += 2 + int.from_bytes(block[offset + 2 : offset + 4], "big")
    return found


@pytest.mark.parametrize("size", [(96, 64), (48, 32)], ids=["passed through", "encoded anew"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_no_metadata_is_left(size: tuple[int, int], mode: str, tmp_path: Path) -> None:
    profile = PILLOWS_SRGB if mode == "RGB" else b""
    save_with_secrets(tmp_path / "a.jpg", draw().convert(mode), profile)
    assert b"secret" in (tmp_path / "a.jpg").read_bytes()
    block = run(tmp_path / "a.jpg", size).image.data
    assert not [secret for secret in SECRETS if secret in block]
    assert not set(markers(block)) & {0xFE, *range(0xE1, 0xF0)}


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp"])
def test_no_metadata_of_other_formats_is_left(name: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[270] = "secret description"
    draw().save(tmp_path / name, exif=exif, icc_profile=rgb_profile())
    assert not [secret for secret in SECRETS if secret in run(tmp_path / name).image.data]


def pixels(block: bytes) -> bytes:
    return Image.open(io.BytesIO(block)).tobytes()


@pytest.mark.parametrize(
    ("mode", "options"),
    [
        ("RGB", {}),
        ("RGB", {"progressive": True}),
        ("RGB", {"subsampling": 2, "restart_marker_rows": 1}),
        ("L", {}),
        ("L", {"progressive": True}),
    ],
)
@pytest.mark.parametrize("size", [(96, 64), (90, 60), (400, 300)])
def test_jpeg_that_is_right_already_keeps_every_coefficient(
    mode: str, options: dict[str, int], size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    save_with_secrets(path, draw().convert(mode), PILLOWS_SRGB if mode == "RGB" else b"", **options)
    path.write_bytes(path.read_bytes() + b"trailing film")
    result = run(path, size, quality=30)
    assert result.image.data == strip_metadata(path.read_bytes())
    assert result.image.data.endswith(b"\xff\xd9")
    assert pixels(result.image.data) == pixels(path.read_bytes())
    assert len(result.image.data) < path.stat().st_size - 100


ENCODED_ANEW = {
    "cropped": ({}, (48, 64), (0.0, 0.0, 0.5, 1.0)),
    "a tenth too large": ({}, (86, 58), (0.0, 0.0, 1.0, 1.0)),
    "in another colour space": ({"icc_profile": rgb_profile(2, 1, 0)}, (96, 64), (0.0, 0.0, 1.0, 1.0)),
    "of components R, G, B": ({"keep_rgb": True}, (96, 64), (0.0, 0.0, 1.0, 1.0)),
}


@pytest.mark.parametrize("case", ENCODED_ANEW)
def test_jpeg_that_is_not_right_is_encoded_anew(case: str, tmp_path: Path) -> None:
    options, size, crop = ENCODED_ANEW[case]
    path = tmp_path / "a.jpg"
    draw().save(path, quality=95, **options)
    result = run(path, size, crop)
    assert result.image.data != strip_metadata(path.read_bytes())
    frame = read_frame(BytesWindow(result.image.data))
    assert (frame.process, frame.precision, frame.components) == (0, 8, (1, 2, 3))


def test_turned_jpeg_is_encoded_anew(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 3
    draw().save(tmp_path / "a.jpg", quality=95, exif=exif)
    result = run(tmp_path / "a.jpg", (96, 64))
    assert result.image.data != strip_metadata((tmp_path / "a.jpg").read_bytes())


@pytest.mark.parametrize(
    ("mode", "name"), [("RGB", "a.jpg"), ("CMYK", "a.jpg"), ("RGBA", "a.png"), ("L", "a.tif")]
)
def test_two_runs_give_the_same_bytes(mode: str, name: str, tmp_path: Path) -> None:
    draw().convert(mode).save(tmp_path / name)
    first, second = (run(tmp_path / name, (50, 33), (0.1, 0.1, 0.9, 0.9)).image.data for _ in range(2))
    assert first == second


def test_chroma_is_kept_whole_and_scan_baseline(tmp_path: Path) -> None:
    draw().save(tmp_path / "a.png")
    block = run(tmp_path / "a.png").image.data
    start = block.index(b"\xff\xc0")
    assert [block[start + 11 + 3 * i] for i in range(3)] == [0x11, 0x11, 0x11]


def test_quality_decides_the_size(tmp_path: Path) -> None:
    Image.effect_noise((96, 64), 80).save(tmp_path / "a.png")
    low, high = (len(run(tmp_path / "a.png", quality=quality).image.data) for quality in (40, 90))
    assert low < high


def test_job_of_a_placed_photo_carries_its_frame_crop_and_place(tmp_path: Path) -> None:
    photo = photo_at(tmp_path / "a.jpg")
    item = PictureItem(Rect(10, 20, 144, 72), Picture(photo, 96, 64), (0.1, 0, 0.9, 1), Tag(Role.PHOTO))
    job = photo_job(item, 200)
    assert job == PhotoJob(str(tmp_path / "a.jpg"), (0.1, 0, 0.9, 1), 144, 72, 200)
    assert (job.name, job.place, job.target_px) == ("a.jpg", photo.file.place, (400, 200))
