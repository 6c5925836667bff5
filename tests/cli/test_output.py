"""Files are written whole or not at all, and old ones stay whole when new ones fail."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportpdf import output
from reportpdf.base.problem import InputError
from reportpdf.output import Staging, write_whole
from reportpdf.writable import check_writable


def _codes(path: Path, *inputs: Path) -> list[str]:
    return [p.code for p in check_writable(path, inputs)]


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _fails_with(number: int):  # type: ignore[no-untyped-def]
    def fail(*_args: object, **_kwargs: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_written_and_its_folders_made(tmp_path: Path) -> None:
    path = tmp_path / "out" / "a" / "report.pdf"
    write_whole(path, b"%PDF")
    assert _tree(tmp_path) == {"out/a/report.pdf": b"%PDF"}


def test_the_mode_is_left_to_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.pdf", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(real)
    write_whole(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "output-disk-full"),
        (errno.EDQUOT, "output-disk-full"),
        (errno.EFBIG, "output-disk-full"),
        (errno.EACCES, "output-not-writable"),
        (errno.EROFS, "output-read-only"),
        (errno.EIO, "output-failed"),
    ],
)
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_refused_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, call: str
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(output.os, call, _fails_with(number))
    with pytest.raises(InputError) as caught:
        write_whole(path, b"new")
    monkeypatch.undo()
    assert [p.code for p in caught.value.problems] == [code]
    assert _tree(tmp_path) == {"report.pdf": b"old"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_told_as_a_full_disk() -> None:
    with pytest.raises(InputError) as caught:
        write_whole(Path("/dev/full"), b"x")
    assert caught.value.problems[0].code == "output-disk-full"
    assert Path("/dev/full").is_char_device()


def test_a_device_is_written_to_not_replaced() -> None:
    assert _codes(Path("/dev/null")) == []
    write_whole(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(output.os, "write", lambda fd, block: real(fd, bytes(block[:2])))
    write_whole(tmp_path / "a", b"abcdefg")
    assert (tmp_path / "a").read_bytes() == b"abcdefg"


def test_outputs_appear_together(tmp_path: Path) -> None:
    with Staging() as staging:
        staging.add(tmp_path / "a.pdf", b"a")
        staging.add(tmp_path / "pages" / "1.png", b"1")
        assert not (tmp_path / "a.pdf").exists()
    assert _tree(tmp_path) == {"a.pdf": b"a", "pages/1.png": b"1"}


def test_a_page_image_of_a_page_that_is_no_more_goes(tmp_path: Path) -> None:
    (tmp_path / "5.png").write_bytes(b"old")
    with Staging() as staging:
        staging.add(tmp_path / "1.png", b"new")
        staging.remove(tmp_path / "5.png")
        staging.remove(tmp_path / "6.png")
    assert _tree(tmp_path) == {"1.png": b"new"}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(143), ValueError("x")])
def test_an_interrupt_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")

    def work() -> None:
        with Staging() as staging:
            staging.add(tmp_path / "a.pdf", b"new")
            staging.add(tmp_path / "deep" / "er" / "b.png", b"new")
            raise error

    with pytest.raises(type(error)):
        work()
    assert _tree(tmp_path) == {"a.pdf": b"old"}
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize("fails_at", [0, 1, 2, 3])
@pytest.mark.parametrize("links", [True, False])
def test_a_move_that_fails_in_the_middle_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, links: bool
) -> None:
    before = {"a.pdf": b"old a", "b.png": b"old b", "z.png": b"old z"}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    real, moves = os.replace, iter(range(99))

    def replace(source: str, target: str) -> None:
        if next(moves) == fails_at:
            raise OSError(errno.EACCES, "no")
        real(source, target)

    if not links:
        monkeypatch.setattr(output.os, "link", _fails_with(errno.EPERM))
    staging = Staging()
    for name in ("a.pdf", "b.png", "c.png", "d.png"):
        staging.add(tmp_path / name, b"new")
    staging.remove(tmp_path / "z.png")
    monkeypatch.setattr(output.os, "replace", replace)
    with pytest.raises(InputError), staging:
        assert _tree(tmp_path).items() >= before.items()
    monkeypatch.undo()
    assert _tree(tmp_path) == before


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    assert _codes(tmp_path / "x.pdf") == ["output-is-folder"]
    with pytest.raises(InputError):
        write_whole(tmp_path / "x.pdf", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "x.pdf"]


def test_a_place_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    assert _codes(tmp_path / "new" / "folder" / "x.pdf") == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(b"")
    (found,) = check_writable(tmp_path / "note" / "deep" / "x.pdf")
    assert (found.code, dict(found.args)["file"]) == ("output-in-file", str(tmp_path / "note"))


@pytest.mark.parametrize("path", ["n" * 300 + ".pdf", "文" * 100 + ".pdf", "new/" + "文" * 100 + "/x.pdf"])
def test_a_name_that_is_too_long_is_refused(tmp_path: Path, path: str) -> None:
    assert _codes(tmp_path / path) == ["output-name-too-long"]


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="this system has no /sys")
def test_a_file_system_that_takes_no_files_is_refused() -> None:
    """Not even root may make a file in /sys: some kernels say read-only, others not permitted."""
    assert _codes(Path("/sys/kernel/x.pdf")) in (["output-not-writable"], ["output-read-only"])


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder that its user may not write; root, who may write anywhere, becomes nobody for the test."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_locked_folder_is_refused(locked: Path) -> None:
    assert _codes(locked / "x.pdf") == ["output-not-writable"]
    with pytest.raises(InputError) as caught:
        write_whole(locked / "new" / "x.pdf", b"x")
    assert caught.value.problems[0].code == "output-not-writable"


def test_a_folder_that_refuses_is_found_by_trying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output.os, "open", _fails_with(errno.EACCES))
    (found,) = check_writable(tmp_path / "new" / "x.pdf")
    assert (found.code, dict(found.args)["folder"]) == ("output-not-writable", str(tmp_path))


@pytest.mark.parametrize("spelling", ["report.yaml", "./sub/../report.yaml", "link.yaml", "hard.yaml"])
def test_what_is_read_is_not_written_over(tmp_path: Path, spelling: str) -> None:
    source = tmp_path / "report.yaml"
    source.write_text("title: x", "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.yaml").symlink_to(source)
    os.link(source, tmp_path / "hard.yaml")
    assert _codes(tmp_path / spelling, tmp_path / "missing.jpg", source) == ["output-is-input"]


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(b"")
    monkeypatch.setattr(output.os, "access", lambda *_: False)
    assert _codes(path) == ["output-protected"]


@pytest.mark.parametrize("does", ["add", "remove"])
def test_staging_never_touches_what_was_read(tmp_path: Path, does: str) -> None:
    photo = tmp_path / "1.png"
    photo.write_bytes(b"photo")
    (tmp_path / "link.png").symlink_to(photo)
    staging = Staging(inputs=(photo,))
    with pytest.raises(InputError) as caught, staging:
        staging.add(tmp_path / "link.png", b"page") if does == "add" else staging.remove(photo)
    assert [p.code for p in caught.value.problems] == ["output-is-input"]
    assert _tree(tmp_path) == {"1.png": b"photo", "link.png": b"photo"}


def test_a_folder_that_another_process_makes_meanwhile_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = os.mkdir

    def late(path: str) -> None:
        make(path)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)

    monkeypatch.setattr(output.os, "mkdir", late)
    staging = Staging()
    staging.add(tmp_path / "out" / "a.pdf", b"a")
    staging.__exit__(ZeroDivisionError, None, None)
    assert (tmp_path / "out").is_dir()  # it is not ours to take away
    assert _tree(tmp_path) == {}
    write_whole(tmp_path / "out" / "deep" / "a.pdf", b"a")
    assert _tree(tmp_path) == {"out/deep/a.pdf": b"a"}
