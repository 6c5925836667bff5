"""Whatever form a photo's pixels are kept in, the patches come out in their colours."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.photos.patches import PATCHES, draw, problem_of, run

GREYS = tuple(round(0.299 * r + 0.587 * g + 0.114 * b) for r, g, b in PATCHES)
DATA = Path(__file__).parent / "data"


def near(found: object, wanted: object, tolerance: int = 6) -> bool:
    pairs = zip(found, wanted, strict=True) if isinstance(found, tuple) else [(found, wanted)]
    return all(abs(a - b) <= tolerance for a, b in pairs)


def assert_patches(found: tuple[object, ...], wanted: tuple[object, ...], tolerance: int = 6) -> None:
    assert all(near(f, w, tolerance) for f, w in zip(found, wanted, strict=True)), (found, wanted)


RGB_CASES = {
    "jpeg": ("a.jpg", "RGB", {"quality": 95}),
    "progressive jpeg": ("a.jpg", "RGB", {"quality": 95, "progressive": True}),
    "jpeg of components R, G, B": ("a.jpg", "RGB", {"quality": 95, "keep_rgb": True}),
    "png": ("a.png", "RGB", {}),
    "palette png": ("a.png", "P", {}),
    "png with alpha": ("a.png", "RGBA", {}),
    "tiff": ("a.tif", "RGB", {}),
    "tiff with lzw": ("a.tif", "RGB", {"compression": "tiff_lzw"}),
    "tiff with jpeg inside": ("a.tif", "RGB", {"compression": "jpeg", "quality": 95}),
    "big tiff": ("a.tif", "RGB", {"big_tiff": True}),
    "webp": ("a.webp", "RGB", {"quality": 95}),
    "webp without loss": ("a.webp", "RGB", {"lossless": True}),
    "webp with alpha": ("a.webp", "RGBA", {"lossless": True}),
    "gif": ("a.gif", "P", {}),
    "bmp": ("a.bmp", "RGB", {}),
    "a png called jpg": ("a.jpg", "RGB", {"format": "PNG"}),
}


@pytest.mark.parametrize("case", RGB_CASES)
def test_colours_survive_every_format(case: str, tmp_path: Path) -> None:
    name, mode, options = RGB_CASES[case]
    draw().convert(mode).save(tmp_path / name, **options)
    result = run(tmp_path / name)
    assert (result.image.width_px, result.image.height_px) == (48, 32)
    assert result.image.colour == "rgb"
    assert result.notes == ()
    assert_patches(result.patches(), PATCHES, 8)


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "L"), ("a.png", "L"), ("a.png", "LA"), ("a.tif", "L"), ("a.bmp", "L")]
)
def test_grey_stays_grey(name: str, mode: str, tmp_path: Path) -> None:
    draw().convert("L").convert(mode).save(tmp_path / name)
    result = run(tmp_path / name)
    assert result.image.colour == "grey"
    assert_patches(result.patches(), GREYS)


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_bilevel_becomes_grey(name: str, tmp_path: Path) -> None:
    image = Image.new("1", (96, 64), 0)
    image.paste(1, (48, 0, 96, 64))
    image.save(tmp_path / name)
    result = run(tmp_path / name)
    assert result.image.colour == "grey"
    assert_patches(result.patches(), (0, 255, 0, 255))


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_16_bit_grey_is_scaled_not_clipped(name: str, tmp_path: Path) -> None:
    levels = (0, 257 * 60, 257 * 130, 65535)
    image = Image.frombytes("I;16", (4, 1), struct.pack("<4H", *levels)).resize((96, 64), 0)
    image.save(tmp_path / name)
    result = run(tmp_path / name, (96, 64))
    assert result.image.colour == "grey"
    found = tuple(result.pixels.getpixel((x, 32)) for x in (12, 36, 60, 84))
    assert_patches(found, (0, 60, 130, 255), 3)


def png_16_bit(path: Path, channels: int, colour: tuple[int, ...], size: tuple[int, int] = (96, 64)) -> None:
    """A PNG of one colour with 16 bits a channel, which Pillow does not write."""
    row = b"\0" + struct.pack(f">{channels}H", *colour) * size[0]
    header = struct.pack(">IIBBBBB", *size, 16, {1: 0, 2: 4, 3: 2, 4: 6}[channels], 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * size[1])), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(block)) + name + block + struct.pack(">I", zlib.crc32(name + block))
        for name, block in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        ((257 * 200, 257 * 40, 257 * 90), (200, 40, 90)),
        ((257 * 200, 257 * 40, 257 * 90, 0), (255, 255, 255)),
        ((257 * 200, 257 * 40, 257 * 90, 65535), (200, 40, 90)),
        ((257 * 70, 65535), (70, 70, 70)),
    ],
)
def test_16_bit_png_channels_are_scaled(colour: tuple[int, ...], wanted: object, tmp_path: Path) -> None:
    png_16_bit(tmp_path / "a.png", len(colour), colour)
    assert near(run(tmp_path / "a.png").pixels.getpixel((20, 20)), wanted, 3)


def tiff_of(path: Path, tags: dict[int, int | tuple[int, ...]], pixels: bytes) -> None:
    """A one-strip TIFF with short tags, for forms that Pillow does not write."""
    entries = {**tags, 273: 0, 279: len(pixels)}
    count = len(entries)
    after = 8 + 2 + 12 * count + 4
    arrays, directory = b"", b""
    size_of_arrays = sum(2 * len(v) for v in entries.values() if isinstance(v, tuple) and len(v) > 2)
    for tag in sorted(entries):
        value = entries[tag]
        if tag == 273:
            directory += struct.pack("<HHII", tag, 4, 1, after + size_of_arrays)
        elif isinstance(value, tuple) and len(value) > 2:
            directory += struct.pack("<HHII", tag, 3, len(value), after + len(arrays))
            arrays += struct.pack(f"<{len(value)}H", *value)
        elif tag == 279:
            directory += struct.pack("<HHII", tag, 4, 1, len(pixels))
        else:
            directory += struct.pack("<HHIHH", tag, 3, 1, value, 0)
    head = b"II*\0" + struct.pack("<IH", 8, count) + directory + struct.pack("<I", 0)
    path.write_bytes(head + arrays + pixels)


def test_16_bit_rgb_tiff_is_scaled(tmp_path: Path) -> None:
    tags = {256: 60, 257: 40, 258: (16, 16, 16), 259: 1, 262: 2, 277: 3, 278: 40}
    tiff_of(tmp_path / "a.tif", tags, struct.pack("<3H", 257 * 200, 257 * 40, 257 * 90) * 2400)
    assert near(run(tmp_path / "a.tif", (60, 40)).pixels.getpixel((30, 20)), (200, 40, 90), 3)


@pytest.mark.parametrize(("photometric", "wanted"), [(1, 60), (0, 195)])
def test_16_bit_grey_tiff_keeps_its_sense(photometric: int, wanted: int, tmp_path: Path) -> None:
    tags = {256: 60, 257: 40, 258: 16, 259: 1, 262: photometric, 277: 1, 278: 40}
    tiff_of(tmp_path / "a.tif", tags, struct.pack("<H", 257 * 60) * 2400)
    assert near(run(tmp_path / "a.tif", (60, 40)).pixels.getpixel((30, 20)), wanted, 3)


def test_12_bit_grey_tiff_is_scaled(tmp_path: Path) -> None:
    tags = {256: 60, 257: 40, 258: 12, 259: 1, 262: 1, 277: 1, 278: 40}
    tiff_of(tmp_path / "a.tif", tags, b"\x80\x08\x00" * (60 * 40 // 2))  # 0x800, 0x800: half way
    assert near(run(tmp_path / "a.tif", (60, 40)).pixels.getpixel((30, 20)), 128, 3)


def test_lab_tiff_becomes_srgb(tmp_path: Path) -> None:
    # L* 53.6, a* 0, b* 0 is sRGB 128; L* 50, a* 60, b* 40 a warm red
    tags = {256: 60, 257: 40, 258: (8, 8, 8), 259: 1, 262: 8, 277: 3, 278: 40}
    tiff_of(tmp_path / "grey.tif", tags, struct.pack("<Bbb", 137, 0, 0) * 2400)
    assert near(run(tmp_path / "grey.tif", (60, 40)).pixels.getpixel((30, 20)), (128, 128, 128), 3)
    tiff_of(tmp_path / "red.tif", tags, struct.pack("<Bbb", 128, 60, 40) * 2400)
    assert near(run(tmp_path / "red.tif", (60, 40)).pixels.getpixel((30, 20)), (206, 62, 56), 8)


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif"])
def test_alpha_is_laid_on_white(name: str, tmp_path: Path) -> None:
    image = Image.new("RGBA", (96, 64), (0, 0, 0, 0))
    image.paste((200, 40, 40, 255), (48, 0, 96, 64))
    image.paste((0, 0, 0, 128), (0, 32, 48, 64))
    image.save(tmp_path / name, **({"lossless": True, "exact": True} if name == "a.webp" else {}))
    wanted = ((255, 255, 255), (200, 40, 40), (127, 127, 127), (200, 40, 40))
    assert_patches(run(tmp_path / name).patches(), wanted)


@pytest.mark.parametrize("name", ["a.png", "a.gif"])
def test_see_through_palette_entry_is_white(name: str, tmp_path: Path) -> None:
    image = Image.new("P", (96, 64), 0)
    image.putpalette([10, 20, 30, 200, 40, 40])
    image.paste(1, (48, 0, 96, 64))
    image.save(tmp_path / name, transparency=0)
    white, red = (255, 255, 255), (200, 40, 40)
    assert_patches(run(tmp_path / name).patches(), (white, red, white, red))


@pytest.mark.parametrize(("mode", "clear"), [("L", 10), ("RGB", (10, 20, 30))])
def test_see_through_colour_of_a_png_is_white(mode: str, clear: object, tmp_path: Path) -> None:
    Image.new(mode, (96, 64), clear).save(tmp_path / "a.png", transparency=clear)
    assert set(run(tmp_path / "a.png").patches()) == {255 if mode == "L" else (255, 255, 255)}


def test_first_frame_of_an_animation_is_taken(tmp_path: Path) -> None:
    black = Image.new("RGB", draw().size)
    for name in ("a.gif", "a.webp", "a.png"):
        options = {"quality": 95} if name == "a.webp" else {}
        draw().save(tmp_path / name, save_all=True, append_images=[black], duration=50, **options)
        assert_patches(run(tmp_path / name).patches(), PATCHES, 10)


def test_first_picture_of_a_multi_picture_jpeg_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    draw().save(path, "MPO", save_all=True, append_images=[Image.new("RGB", draw().size)], quality=95)
    assert_patches(run(path).patches(), PATCHES)
    assert_patches(run(path, (96, 64)).patches(), PATCHES)


@pytest.mark.parametrize(
    ("name", "size", "wanted"),
    [
        ("patches.heic", (64, 48), ((200, 30, 40), (30, 60, 200), (250, 250, 250), (30, 60, 200))),
        ("turned.heic", (48, 64), ((250, 250, 250), (200, 30, 40), (30, 60, 200), (30, 60, 200))),
    ],
)
def test_heic_is_decoded_upright(name: str, size: tuple[int, int], wanted: tuple[object, ...]) -> None:
    result = run(DATA / name, size)
    assert result.pixels.size == size
    assert_patches(result.patches(), wanted, 12)


@pytest.mark.parametrize("mode", ["F", "I"])
def test_measurements_are_refused_with_a_reason(mode: str, tmp_path: Path) -> None:
    Image.new(mode, (96, 64)).save(tmp_path / "a.tif")
    problem = problem_of(tmp_path / "a.tif")
    assert problem.code == "photo-corrupt-mode"
    assert dict(problem.args)["file"] == "a.tif"
    assert "32-bit" in dict(problem.args)["mode"]
