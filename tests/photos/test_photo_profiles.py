"""Colour is taken through the profile that the photo brings, or the one it is known to be made for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms

from reportpdf import press
from tests.photos.icc import grey_profile, rgb_profile
from tests.photos.patches import PATCHES, draw, run

COATED = (Path(press.__file__).parent / "icc" / "coated-fogra39-tac300.icc").read_bytes()
SRGB = (Path(press.__file__).parent / "icc" / "srgb-v2.icc").read_bytes()
PILLOWS_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def spread(found: tuple[object, ...], wanted: tuple[object, ...]) -> int:
    """The largest difference of any channel of any patch."""
    flat = [
        abs(a - b)
        for f, w in zip(found, wanted, strict=True)
        for a, b in (zip(f, w, strict=True) if isinstance(f, tuple) else [(f, w)])
    ]
    return max(flat)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_embedded_rgb_profile_is_obeyed(name: str, tmp_path: Path) -> None:
    # In this profile the first channel is blue light and the third red.
    options = {"lossless": True} if name == "a.webp" else {}
    draw().save(tmp_path / name, icc_profile=rgb_profile(2, 1, 0), quality=95, **options)
    result = run(tmp_path / name)
    assert spread(result.patches(), tuple(patch[::-1] for patch in PATCHES)) < 14
    assert result.notes == ()


def test_profile_of_a_palette_picture_is_obeyed(tmp_path: Path) -> None:
    draw().convert("P").save(tmp_path / "a.png", icc_profile=rgb_profile(2, 1, 0))
    assert spread(run(tmp_path / "a.png").patches(), tuple(patch[::-1] for patch in PATCHES)) < 14


@pytest.mark.parametrize("profile", [SRGB, PILLOWS_SRGB])
def test_srgb_by_any_maker_changes_nothing(profile: bytes, tmp_path: Path) -> None:
    draw().save(tmp_path / "with.png", icc_profile=profile)
    draw().save(tmp_path / "without.png")
    assert run(tmp_path / "with.png").image.data == run(tmp_path / "without.png").image.data


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_embedded_grey_profile_is_obeyed_and_grey_stays_grey(name: str, tmp_path: Path) -> None:
    Image.new("L", (96, 64), 128).save(tmp_path / name, icc_profile=grey_profile(1.0), quality=95)
    result = run(tmp_path / name)
    assert result.image.colour == "grey"
    # Half of the light is level 188 in sRGB.
    assert spread(result.patches(), (188,) * 4) <= 3


def test_paper_white_and_black_stay_so_through_a_profile(tmp_path: Path) -> None:
    image = Image.new("RGB", (96, 64), "white")
    image.paste((0, 0, 0), (0, 0, 48, 64))
    image.save(tmp_path / "a.png", icc_profile=rgb_profile(1, 2, 0, gamma=1.8))
    assert spread(run(tmp_path / "a.png").patches(), ((0, 0, 0), (255, 255, 255)) * 2) <= 2


INKS = {
    "paper": ((0, 0, 0, 0), (255, 255, 255)),
    "neutral grey": ((36, 29, 29, 38), (130, 130, 130)),
    "darkest black": ((68, 59, 49, 98), (28, 28, 28)),
    "vermilion": ((0, 98, 92, 10), (211, 38, 43)),
    "indigo": ((100, 72, 0, 20), (16, 72, 137)),
}
"""Per cent of ink, and its sRGB by the coated profile without black point compensation."""


def on_screen(colour: tuple[int, int, int]) -> tuple[int, ...]:
    """``colour`` with the light of the darkest print black (Y 0.0125) taken away: ISO 18619."""
    light = ((level / 255 + 0.055) / 1.055 for level in colour)
    rest = (max(0.0, (value**2.4 - 0.0125) / (1 - 0.0125)) for value in light)
    return tuple(round(255 * max(0.0, 1.055 * value ** (1 / 2.4) - 0.055)) for value in rest)


def cmyk(ink: tuple[int, int, int, int]) -> Image.Image:
    return Image.new("CMYK", (96, 64), tuple(round(part * 2.55) for part in ink))


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("name", ["adobe.jpg", "a.tif"])
@pytest.mark.parametrize("profile", [None, COATED], ids=["no profile", "coated"])
def test_cmyk_is_ink_on_coated_paper(ink: str, name: str, profile: bytes | None, tmp_path: Path) -> None:
    given, wanted = INKS[ink]
    cmyk(given).save(tmp_path / name, icc_profile=profile, quality=98)
    result = run(tmp_path / name)
    assert result.image.colour == "rgb"
    assert result.notes == ()
    assert spread(result.patches(), (on_screen(wanted),) * 4) <= 12


def test_adobe_ycck_jpeg_is_read_as_ink(tmp_path: Path) -> None:
    (tmp_path / "ycck.jpg").write_bytes(ycck((36, 29, 29, 38)))
    assert spread(run(tmp_path / "ycck.jpg").patches(), ((128, 128, 128),) * 4) <= 4
    (tmp_path / "ycck.jpg").write_bytes(ycck((0, 98, 92, 10)))
    assert spread(run(tmp_path / "ycck.jpg").patches(), (on_screen((211, 38, 43)),) * 4) <= 12


def test_cmyk_jpeg_without_adobes_marker_is_not_inverted(tmp_path: Path) -> None:
    stream = io.BytesIO()
    ImageChops.invert(cmyk((36, 29, 29, 38))).save(stream, "JPEG", quality=98, icc_profile=COATED)
    block = stream.getvalue()
    at = block.index(b"\xff\xee")
    (tmp_path / "a.jpg").write_bytes(block[:at] + block[at + 16 :])
    result = run(tmp_path / "a.jpg")
    assert spread(result.patches(), ((128, 128, 128),) * 4) <= 4
    assert result.notes == ()


def ycck(ink: tuple[int, int, int, int]) -> bytes:
    """A YCCK JPEG as Photoshop writes it: YCbCr of the ink taken for RGB, K inverted, Adobe's transform 2."""
    c, m, y, k = (round(part * 2.55) for part in ink)
    luma, blue, red = Image.new("RGB", (1, 1), (c, m, y)).convert("YCbCr").getpixel((0, 0))
    stream = io.BytesIO()
    # Pillow inverts what it is given before it writes CMYK; the components are stored as they are.
    components = tuple(255 - part for part in (luma, blue, red, 255 - k))
    Image.new("CMYK", (96, 64), components).save(stream, "JPEG", quality=98)
    block = bytearray(stream.getvalue())
    block[block.index(b"Adobe") + 11] = 2
    return bytes(block)


BROKEN = {
    "rubbish": ("RGB", b"this is no profile" * 20),
    "header only": ("RGB", rgb_profile()[:128]),
    "cut off": ("RGB", rgb_profile()[:260]),
    "grey profile in colour": ("RGB", grey_profile(1.0)),
    "colour profile in grey": ("L", rgb_profile(2, 1, 0)),
    "press profile in colour": ("RGB", COATED),
    "colour profile in ink": ("CMYK", rgb_profile(2, 1, 0)),
    "empty tags": ("L", grey_profile(1.0)[:128] + bytes(8)),
}


@pytest.mark.parametrize("case", BROKEN)
def test_profile_that_does_not_fit_is_ignored_and_told(case: str, tmp_path: Path) -> None:
    mode, profile = BROKEN[case]
    draw().convert(mode).save(tmp_path / "with.jpg", icc_profile=profile, quality=95)
    draw().convert(mode).save(tmp_path / "without.jpg", quality=95)
    result = run(tmp_path / "with.jpg")
    assert [note.code for note in result.notes] == ["photo-profile-ignored"]
    assert dict(result.notes[0].args) == {"file": "with.jpg"}
    assert result.image.data == run(tmp_path / "without.jpg").image.data


def test_ignored_profile_is_told_again_from_the_cache(tmp_path: Path) -> None:
    from reportpdf.paint.photos import PhotoCache

    draw().save(tmp_path / "a.jpg", icc_profile=b"rubbish" * 30)
    cache = PhotoCache(tmp_path / "cache")
    first, second = (run(tmp_path / "a.jpg", cache=cache) for _ in range(2))
    assert first.notes == second.notes
    assert [note.code for note in second.notes] == ["photo-profile-ignored"]
