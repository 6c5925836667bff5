"""Photos that cannot be used: each by name and reason, all at once, and nothing stranger than that."""

from __future__ import annotations

import errno
import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.messages.photos import ROWS
from reportpdf.base.problem import InputError, Problem
from reportpdf.paint.photo_header import MOST_BYTES, inspect_photo, open_photo
from reportpdf.paint.photo_records import Header, PhotoError
from reportpdf.paint.photos import ImageBytes, PhotoJob, start_conversion
from reportpdf.source.photos import probe_photos
from tests.photos.patches import draw, photo_at, probed, problem_of, words
from tests.photos.whole import WHOLE, encoded, noise


def png_header(width: int, height: int) -> bytes:
    """A whole PNG but for its pixels."""
    blocks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", b""),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(block)) + name + block + struct.pack(">I", zlib.crc32(name + block))
        for name, block in blocks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


CORRUPT = {
    "empty": (b"", "photo-corrupt-empty"),
    "text": ("这不是照片".encode() * 20, "photo-corrupt-format"),
    "one byte": (b"\xff", "photo-corrupt-format"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "photo-corrupt-format"),
    "pdf": (b"%PDF-1.7\n", "photo-corrupt-format"),
    "avif": (b"\0\0\0\x20ftypavif" + bytes(20), "photo-corrupt-format"),
    "jpeg without a frame": (b"\xff\xd8\xff\xe0\0\x04ab\xff\xd9", "photo-corrupt-header"),
    "jpeg of nothing": (b"\xff\xd8\xff", "photo-corrupt-header"),
    "jpeg with a segment of no length": (b"\xff\xd8\xff\xe0\0\0" + bytes(60), "photo-corrupt-header"),
    "png of nothing": (b"\x89PNG\r\n\x1a\n", "photo-corrupt-header"),
    "png without a header": (b"\x89PNG\r\n\x1a\n" + bytes(40), "photo-corrupt-header"),
    "png of no width": (png_header(0, 10), "photo-corrupt-header"),
    "tiff whose directory is nowhere": (b"II*\0\xff\xff\xff\x7f" + bytes(40), "photo-corrupt-header"),
    "tiff without tags": (b"II*\0\x08\0\0\0\0\0" + bytes(40), "photo-corrupt-header"),
    "webp of nothing": (b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0" + bytes(20), "photo-corrupt-header"),
    "gif of nothing": (b"GIF89a", "photo-corrupt-header"),
    "bmp of nothing": (b"BM\0\0\0\0", "photo-corrupt-header"),
    "heic of nothing": (b"\0\0\0\x18ftypheic" + bytes(12), "photo-corrupt-header"),
    "heic with a box of no length": (
        b"\0\0\0\x18ftypheic" + bytes(12) + b"\0\0\0\1meta" + bytes(9),
        "photo-corrupt-header",
    ),
}


@pytest.mark.parametrize("case", CORRUPT)
def test_corrupt_photo_is_a_picture_with_a_problem(case: str, tmp_path: Path) -> None:
    block, code = CORRUPT[case]
    path = tmp_path / "photo.jpg"
    path.write_bytes(block)
    photo = photo_at(path)
    (picture,) = probe_photos([photo])
    assert picture.problem is not None
    assert picture.problem.code == code
    assert picture.problem.place == photo.file.place
    assert dict(picture.problem.args)["file"] == "photo.jpg"
    assert picture.aspect == 1.5
    assert problem_of(path).code == code


@pytest.mark.parametrize("path", ["none.jpg", "none/none.jpg", "a.jpg/none.jpg", ""])
def test_missing_photo_keeps_a_frame_of_three_to_two(path: str, tmp_path: Path) -> None:
    draw().save(tmp_path / "a.jpg")
    full = tmp_path / path if path else Path("")
    photo = photo_at(full)
    (picture,) = probe_photos([photo if path else type(photo)(photo.file)])
    assert picture.problem is not None
    assert picture.problem.code == "photo-missing"
    assert picture.aspect == 1.5


def test_photo_that_vanishes_after_the_layout_is_missing(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "gone.jpg").code == "photo-missing"


def test_folder_and_pipe_are_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    for path in (tmp_path, tmp_path / "pipe.jpg"):
        problem = probed(path)
        assert problem is not None
        assert problem.code == "photo-corrupt-folder"


def test_photo_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    def refused(path: str) -> io.FileIO:  # permission bits say nothing to root, who may run the tests
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    draw().save(tmp_path / "a.jpg")
    with pytest.raises(PhotoError) as caught:
        open_photo(str(tmp_path / "a.jpg"), refused)
    assert caught.value.fault.code == "photo-corrupt-unreadable"


@pytest.mark.parametrize(
    "size", [(60_000, 60_000), (30_001, 1), (1, 30_001), (20_000, 20_000), (2**31 - 1, 2**31 - 1)]
)
def test_pixel_bomb_stops_the_run_undecoded(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(*size))
    with pytest.raises(InputError) as caught:
        probe_photos([photo_at(path)])
    assert [problem.code for problem in caught.value.problems] == ["photo-too-large"]
    assert problem_of(path).code == "photo-too-large"


def test_bomb_in_every_format_is_seen_before_it_is_opened(tmp_path: Path) -> None:
    jpeg = bytearray(encoded(draw(), "JPEG"))
    at = jpeg.index(b"\xff\xc0") + 5
    jpeg[at : at + 4] = struct.pack(">HH", 65_000, 65_000)
    blocks = {
        "a.jpg": bytes(jpeg),
        "a.gif": b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + bytes(20),
        "a.bmp": b"BM" + bytes(12) + struct.pack("<Iii", 40, 60_000, -60_000) + bytes(40),
        "a.webp": b"RIFF\x26\0\0\0WEBPVP8X\x0a\0\0\0" + bytes(4) + b"\xff\xff\0" * 2 + bytes(20),
        "a.tif": b"II*\0\x08\0\0\0\x02\0"
        + struct.pack("<HHII", 256, 4, 1, 60_000)
        + struct.pack("<HHII", 257, 4, 1, 60_000),
    }
    for name, block in blocks.items():
        (tmp_path / name).write_bytes(block)
    with pytest.raises(InputError) as caught:
        probe_photos([photo_at(tmp_path / name) for name in blocks])
    assert [problem.code for problem in caught.value.problems] == ["photo-too-large"] * 5


def test_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.tif"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # a hole: takes no room on the disk
    with pytest.raises(InputError) as caught:
        probe_photos([photo_at(path)])
    assert [problem.code for problem in caught.value.problems] == ["photo-file-too-large"]


def test_all_photos_that_stop_the_run_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(png_header(60_000, 60_000))
    (tmp_path / "cut.jpg").write_bytes(encoded(noise(), "JPEG")[:-200])
    (tmp_path / "text.jpg").write_bytes(b"no photo")
    draw().save(tmp_path / "good.jpg")
    names = ("good.jpg", "bomb.png", "text.jpg", "cut.jpg", "none.jpg")
    with pytest.raises(InputError) as caught:
        probe_photos([photo_at(tmp_path / name) for name in names])
    assert [(p.code, dict(p.args)["file"]) for p in caught.value.problems] == [
        ("photo-too-large", "bomb.png"),
        ("photo-truncated", "cut.jpg"),
    ]
    assert caught.value.exit_code == 2


def test_damage_inside_a_png_leaves_the_frame_empty(tmp_path: Path) -> None:
    block = bytearray(WHOLE["png"])
    block[len(block) // 2] ^= 0xFF
    (tmp_path / "a.png").write_bytes(block)
    (picture,) = probe_photos([photo_at(tmp_path / "a.png")])
    assert (picture.width_px, picture.height_px, picture.problem) == (96, 64, None)
    problem = problem_of(tmp_path / "a.png")
    assert problem.code == "photo-corrupt-data"
    assert dict(problem.args)["reason"]
    job = PhotoJob(str(tmp_path / "a.png"), (0, 0, 1, 1), 48, 32, 72, name="a.png")
    assert [type(image) for image in start_conversion([job]).results().images] == [Problem]


def header_or_code(path: Path) -> Header | str:
    try:
        return inspect_photo(str(path))
    except PhotoError as error:
        return error.fault.code


@settings(deadline=None, max_examples=120)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_no_damage_ends_in_anything_but_an_image_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, case: str, data: st.DataObject
) -> None:
    block = bytearray(WHOLE[case])
    for _ in range(data.draw(st.integers(1, 4))):
        # the first bytes decide most, so they are hit as often as all the others
        at = data.draw(st.integers(0, len(block) - 1) | st.integers(0, min(400, len(block) - 1)))
        block[at] = data.draw(st.integers(0, 255))
    block = block[: data.draw(st.integers(1, len(block)))] if data.draw(st.booleans()) else block
    path = tmp_path_factory.getbasetemp() / "fuzzed"
    path.write_bytes(block)
    found = header_or_code(path)
    if isinstance(found, str):
        assert found in ROWS
    elif found.width_px * found.height_px > 4_000_000:
        return  # as large as it says: nothing wrong, only slow
    outcome = start_conversion([PhotoJob(str(path), (0, 0, 1, 1), 48, 32, 72, name="a")]).result(0)
    assert isinstance(outcome, ImageBytes) or words(outcome)


def test_every_message_names_its_fields() -> None:
    for code, row in ROWS.items():
        assert code.startswith("photo-")
        assert not row.fact.endswith(".")
        assert row.fix
