"""Photos in ink: every kind of pixels becomes CMYK within the condition's limit, or stays as the ink it
is."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from reportpdf.base.problem import ResourceError
from reportpdf.paint.photo_cache import PhotoCache
from reportpdf.paint.photo_press import press_profile
from reportpdf.paint.photo_records import PressTarget
from reportpdf.paint.photos import ImageBytes, PhotoJob, start_conversion
from reportpdf.press.conditions import CONDITIONS
from tests.photos.icc import rgb_profile
from tests.photos.patches import draw

TARGETS = {name: PressTarget(c.profile, name) for name, c in CONDITIONS.items()}


def ink(path: Path, target: PressTarget, cache: PhotoCache | None = None, ppi: float = 72) -> ImageBytes:
    job = PhotoJob(str(path), (0, 0, 1, 1), 48, 32, ppi, 95, target, name=path.name)
    (image,) = start_conversion([job], cache).results().images
    assert isinstance(image, ImageBytes), image
    return image


def pixels(image: ImageBytes) -> Image.Image:
    """The plates as a CMYK picture, 255 for full ink."""
    if image.kind == "flate":
        return Image.frombytes("CMYK", (image.width_px, image.height_px), zlib.decompress(image.data))
    opened = Image.open(io.BytesIO(image.data))
    opened.load()
    assert opened.mode == "CMYK"
    return opened


def saved(tmp_path: Path, image: Image.Image, name: str, **how: object) -> Path:
    path = tmp_path / name
    image.save(path, **how)
    return path


@pytest.mark.parametrize("condition", list(CONDITIONS))
@pytest.mark.parametrize("perceptual", [False, True])
def test_no_colour_takes_more_ink_than_the_condition_bears(
    condition: str, perceptual: bool, tmp_path: Path
) -> None:
    levels = range(0, 256, 17)
    cube = Image.new("RGB", (16 * 16, 16))
    cube.putdata([(r, g, b) for b in levels for r in levels for g in levels])
    path = saved(tmp_path, cube, "cube.png")
    target = PressTarget(CONDITIONS[condition].profile, condition, perceptual, lossless=True)
    job = PhotoJob(str(path), (0, 0, 1, 1), 256, 16, 72, 92, target)
    (image,) = start_conversion([job]).results().images
    assert isinstance(image, ImageBytes)
    plates = pixels(image).tobytes()
    totals = [sum(plates[i : i + 4]) / 255 for i in range(0, len(plates), 4)]
    assert max(totals) <= CONDITIONS[condition].tac + 0.005


def test_white_is_paper_and_black_is_not_four_solids(tmp_path: Path) -> None:
    for name, target in TARGETS.items():
        for level, ends in ((255, (0, 0.02)), (0, (1.5, CONDITIONS[name].tac))):
            path = saved(tmp_path, Image.new("RGB", (96, 64), (level,) * 3), f"{level}.png")
            total = sum(pixels(ink(path, target)).getpixel((20, 15))) / 255
            assert ends[0] <= total <= ends[1]


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "LAB", "P", "RGBA"])
def test_every_kind_of_pixels_becomes_ink(mode: str, tmp_path: Path) -> None:
    source = draw()
    if mode == "LAB":
        from PIL import ImageCms

        source = ImageCms.profileToProfile(
            source, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
        )
    elif mode != "RGB":
        source = source.convert(mode)
    name = "photo.tif" if mode in ("CMYK", "LAB") else "photo.png"
    image = ink(saved(tmp_path, source, name), TARGETS["coated"])
    assert (image.colour, image.kind) == ("cmyk", "jpeg")
    upper_left = pixels(image).getpixel((12, 8))
    if mode == "L":
        assert upper_left[:3] == (0, 0, 0)
        assert upper_left[3] > 100
    else:
        assert upper_left[1] > upper_left[0]  # red: more magenta than cyan


def test_a_grey_photo_is_printed_with_black_alone_and_keeps_its_order(tmp_path: Path) -> None:
    ramp = Image.new("L", (256, 8))
    ramp.putdata([x for _ in range(8) for x in range(256)])
    path = saved(tmp_path, ramp, "ramp.png")
    for condition in CONDITIONS.values():
        target = PressTarget(condition.profile, condition.name, lossless=True)
        job = PhotoJob(str(path), (0, 0, 1, 1), 256, 8, 72, 92, target)
        (image,) = start_conversion([job]).results().images
        assert isinstance(image, ImageBytes)
        row = [pixels(image).getpixel((x, 3)) for x in range(256)]
        assert {p[:3] for p in row} == {(0, 0, 0)}
        blacks = [p[3] for p in row]
        assert blacks == sorted(blacks, reverse=True)
        assert blacks[-1] == 0
        assert blacks[0] >= 250


def test_ink_of_the_condition_passes_untouched(tmp_path: Path) -> None:
    profile = press_profile(TARGETS["coated"].profile)
    path = saved(tmp_path, draw().convert("CMYK"), "ink.jpg", quality=90, icc_profile=profile)
    image = ink(path, TARGETS["coated"], ppi=72 * 2)
    before = Image.open(path)
    before.load()
    assert ImageChops.difference(before, pixels(image)).getbbox() is None
    assert b"ICC_PROFILE" not in image.data


def test_ink_of_another_condition_is_converted(tmp_path: Path) -> None:
    profile = press_profile(TARGETS["coated"].profile)
    path = saved(tmp_path, Image.new("CMYK", (96, 64), (180, 170, 170, 250)), "ink.tif", icc_profile=profile)
    assert sum(pixels(ink(path, TARGETS["coated"])).getpixel((20, 15))) > 2.4 * 255
    assert sum(pixels(ink(path, TARGETS["newsprint"])).getpixel((20, 15))) <= 2.41 * 255


def test_ink_without_a_profile_is_taken_for_coated(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("CMYK", (96, 64), (100, 20, 0, 0)), "ink.tif")
    assert pixels(ink(path, PressTarget(TARGETS["coated"].profile, "c", lossless=True))).getpixel((5, 5)) == (
        100,
        20,
        0,
        0,
    )


def test_an_embedded_profile_is_obeyed(tmp_path: Path) -> None:
    swapped = saved(tmp_path, draw(), "swapped.png", icc_profile=rgb_profile(red=2, blue=0))
    plain = saved(tmp_path, draw(), "plain.png")
    one, other = (pixels(ink(p, TARGETS["coated"])).getpixel((12, 8)) for p in (swapped, plain))
    assert one[0] > other[0]  # red read as blue takes cyan


def test_conversions_of_different_conditions_are_kept_apart(tmp_path: Path) -> None:
    path = saved(tmp_path, draw(), "photo.png")
    cache = PhotoCache(tmp_path / "cache")
    first = {name: ink(path, target, cache).data for name, target in TARGETS.items()}
    again = {name: ink(path, target, cache).data for name, target in TARGETS.items()}
    assert first == again
    assert len(set(first.values())) == 3


def test_lossless_loses_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("CMYK", (48, 32), (1, 2, 3, 4)), "ink.tif")
    image = ink(path, PressTarget(TARGETS["coated"].profile, "c", lossless=True))
    assert image.kind == "flate"
    assert pixels(image).tobytes() == bytes((1, 2, 3, 4)) * (48 * 32)


def test_a_profile_that_is_gone_is_told() -> None:
    with pytest.raises(ResourceError):
        press_profile("/nowhere/press.icc")
