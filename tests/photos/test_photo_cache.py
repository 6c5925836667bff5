"""A second run converts nothing; what is kept is checked before it is believed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from reportpdf.paint import photo_convert
from reportpdf.paint.photo_records import Converted, ImageBytes
from reportpdf.paint.photos import PhotoCache, PhotoJob, start_conversion
from tests.photos.patches import draw, run


@pytest.fixture
def conversions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the photos that are really converted."""
    names: list[str] = []
    convert = photo_convert.convert_photo

    def counted(file: object, job: PhotoJob) -> Converted:
        names.append(Path(job.path).name)
        return convert(file, job)

    monkeypatch.setattr(photo_convert, "convert_photo", counted)
    return names


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo that has lain there for a while."""
    path = tmp_path / "a.png"
    draw().save(path)
    return path


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every file old enough for its hash to be remembered: the clock is set forward."""
    now = time.time_ns
    monkeypatch.setattr("reportpdf.paint.photo_cache.time.time_ns", lambda: now() + 10_000_000_000)


@pytest.mark.parametrize("settled", [False, True], ids=["hashed again", "known by its dates"])
def test_second_run_converts_nothing(
    settled: bool, photo: Path, tmp_path: Path, conversions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if settled:
        settle(monkeypatch)
    first = run(photo, cache=PhotoCache(tmp_path / "cache"))
    second = run(photo, cache=PhotoCache(tmp_path / "cache"))
    assert conversions == ["a.png"]
    assert first.image == second.image


def test_identical_jobs_are_converted_once(photo: Path, conversions: list[str]) -> None:
    jobs = [PhotoJob(str(photo), (0, 0, 1, 1), 48, 32, 72, name=f"name {i}") for i in range(700)]
    images = start_conversion(jobs).results().images
    assert conversions == ["a.png"]
    assert len(images) == 700
    assert len({id(image) for image in images}) == 1


def test_the_same_content_under_another_name_is_not_converted_again(
    photo: Path, tmp_path: Path, conversions: list[str]
) -> None:
    other = tmp_path / "b.png"
    other.write_bytes(photo.read_bytes())
    run(photo, cache=PhotoCache(tmp_path / "cache"))
    run(other, cache=PhotoCache(tmp_path / "cache"))
    assert conversions == ["a.png"]


@pytest.mark.parametrize(
    "changed",
    [{"size": (47, 32)}, {"crop": (0, 0, 0.5, 1)}, {"ppi": 73}, {"quality": 94}],
    ids=["size", "crop", "ppi", "quality"],
)
def test_another_recipe_is_another_image(
    changed: dict[str, object], photo: Path, tmp_path: Path, conversions: list[str]
) -> None:
    cache = PhotoCache(tmp_path / "cache")
    run(photo, cache=cache)
    run(photo, cache=cache, **changed)
    assert conversions == ["a.png", "a.png"]


def test_changed_photo_is_converted_anew(
    photo: Path, tmp_path: Path, conversions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    cache = PhotoCache(tmp_path / "cache")
    Image.new("RGB", (96, 64), (10, 10, 10)).save(photo, compress_level=0)
    status = photo.stat()
    run(photo, cache=cache)
    Image.new("RGB", (96, 64), (200, 200, 200)).save(photo, compress_level=0)
    os.utime(photo, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (photo.stat().st_size, photo.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert run(photo, cache=cache).patches() == ((200, 200, 200),) * 4
    assert len(conversions) == 2


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "swapped"])
def test_damaged_entry_is_remade_and_never_embedded(
    damage: str, photo: Path, tmp_path: Path, conversions: list[str]
) -> None:
    folder = tmp_path / "cache"
    first = run(photo, cache=PhotoCache(folder))
    (entry,) = folder.glob("??/*")
    whole = entry.read_bytes()
    entry.write_bytes(
        {
            "cut": whole[:-10],
            "flipped": whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
            "emptied": b"",
            "swapped": whole[32:] + whole[:32],
        }[damage]
    )
    assert run(photo, cache=PhotoCache(folder)).image == first.image
    assert conversions == ["a.png", "a.png"]
    assert entry.read_bytes() == whole
    assert list(folder.rglob("*.part")) == []


def test_cache_keeps_within_its_limit_and_drops_what_was_used_longest_ago(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    cache = PhotoCache(folder, limit=2500)
    keys = [f"{i:02d}" + "0" * 62 for i in range(4)]
    for age, key in enumerate(keys[:3]):
        cache.store(key, Converted(ImageBytes(bytes(700), 1, 1, "grey")))
        os.utime(folder / key[:2] / key[2:], (1000 + age, 1000 + age))
    assert cache.load(keys[0]) is not None  # used now: no longer the oldest
    cache.store(keys[3], Converted(ImageBytes(bytes(700), 1, 1, "grey")))
    cache.trim()
    assert [cache.load(key) is not None for key in keys] == [True, False, True, True]
    assert cache.problem is None


def test_unwritable_cache_costs_the_cache_only(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = PhotoCache(tmp_path / "file" / "cache")
    for _ in range(2):
        result = run(photo, cache=cache)
        assert result.pixels.size == (48, 32)
        assert [note.code for note in result.notes] == ["photo-cache-unwritable"]
        assert dict(result.notes[0].args)["folder"] == str(tmp_path / "file" / "cache")


def test_full_disk_leaves_no_half_entry(photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def full(path: Path, block: bytes) -> int:
        write(path, block[:50])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run(photo, cache=PhotoCache(tmp_path / "cache"))
    assert [note.code for note in result.notes] == ["photo-cache-unwritable"]
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []


def test_writers_at_once_leave_whole_entries(tmp_path: Path) -> None:
    cache, key = PhotoCache(tmp_path / "cache"), "ab" + "0" * 62
    images = [Converted(ImageBytes(bytes([i]) * 50_000, 1, 1, "grey")) for i in range(4)]
    seen: list[Converted | None] = []

    def write(converted: Converted) -> None:
        for _ in range(20):
            cache.store(key, converted)
            seen.append(cache.load(key))

    threads = [threading.Thread(target=write, args=(image,)) for image in images]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 80
    assert all(found in images for found in seen)


SECOND_RUN = """
import sys
from pathlib import Path
from reportpdf.base.problem import Place
from reportpdf.model.report import Photo, Text
from reportpdf.paint.photos import PhotoCache, PhotoJob, start_conversion
from reportpdf.source.photos import probe_photos

paths = sys.argv[2:]
pictures = probe_photos([Photo(Text(path, Place("r")), path=path) for path in paths])
jobs = [PhotoJob(path, (0, 0, 1, 1), 48, 32, 72) for path in paths]
images = start_conversion(jobs, PhotoCache(Path(sys.argv[1]))).results().images
print(len(images), sum(len(image.data) for image in images))
print(sorted(name for name in sys.modules if name.startswith("PIL.") and name != "PIL._version"))
"""


def test_second_run_never_loads_pillow(tmp_path: Path) -> None:
    paths = []
    for name in ("a.jpg", "a.png", "a.tif", "a.webp", "a.gif", "a.bmp"):
        draw().save(tmp_path / name)
        paths.append(str(tmp_path / name))
    command = [sys.executable, "-W", "error", "-c", SECOND_RUN, str(tmp_path / "cache"), *paths]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(2)
    )
    assert first.stdout.splitlines()[0] == second.stdout.splitlines()[0]
    assert "PIL.Image" in first.stdout
    assert second.stdout.splitlines()[1] == "[]"
    assert (first.stderr, second.stderr) == ("", "")


def test_an_interruption_ends_conversions_at_once(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()
    (tmp_path / "long").write_bytes(bytes(1 << 17))

    def endless(file: object, job: PhotoJob) -> Converted:
        begun.set()
        try:
            while True:
                file.seek(0)
                file.read(1 << 17)
        finally:
            ended.set()

    monkeypatch.setattr(photo_convert, "convert_photo", endless)
    jobs = [PhotoJob(str(tmp_path / "long"), (0, 0, 1, 1), 48 + i, 32, 72) for i in range(50)]

    def interrupted() -> None:
        with start_conversion(jobs):
            assert begun.wait(10)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert ended.wait(10)
