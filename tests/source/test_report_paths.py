"""A photo's path leads into the report's folder, or says why it may not be taken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.source.locate import locate
from tests.source.report_yaml import decoded, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report's folder with a photo in it, and another photo outside."""
    inside = tmp_path / "report"
    (inside / "photos").mkdir(parents=True)
    (inside / "photos" / "a.jpg").write_bytes(b"x")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.jpg").write_bytes(b"x")
    return inside


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("../a.jpg", "outside"),
        ("photos/../../outside/b.jpg", "outside"),
        ("photos/../photos/a.jpg", "outside"),
        ("..", "outside"),
        ("/etc/passwd", "absolute"),
        ("///etc/passwd", "absolute"),
        ("//server/share/a.jpg", "url"),
        ("~/a.jpg", "home"),
        ("~root/a.jpg", "home"),
        ("C:\\a.jpg", "drive"),
        ("C:/a.jpg", "drive"),
        ("c:a.jpg", "drive"),
        ("\\\\server\\a.jpg", "backslash"),
        ("photos\\a.jpg", "backslash"),
        ("..\\a.jpg", "backslash"),
        ("http://a.cn/a.jpg", "url"),
        ("HTTPS:a.jpg", "url"),
        ("file:///etc/passwd", "url"),
        ("data:image/png;base64,AAAA", "url"),
        ("a\0.jpg", "nul"),
        ("photos", "not-file"),
        (".", "not-file"),
        ("", "not-file"),
        ("./", "not-file"),
    ],
)
def test_a_path_that_may_not_be_taken_is_told_by_kind(folder: Path, given: str, fault: str) -> None:
    assert locate(given, folder).fault == fault


@pytest.mark.parametrize(
    "given",
    ["photos/a.jpg", "./photos/a.jpg", "photos//a.jpg", "photos/./a.jpg", "none.jpg", "none/a.jpg", "a:b"],
)
def test_a_path_inside_is_taken_whether_the_file_exists_or_not(folder: Path, given: str) -> None:
    located = locate(given, folder)
    if given == "a:b":
        assert located.fault == "drive"
        return
    assert located.fault == ""
    assert located.path == os.path.join(os.path.realpath(folder), os.path.normpath(given))


def test_a_file_is_not_looked_for_under_a_file(folder: Path) -> None:
    assert locate("photos/a.jpg/b", folder).fault == ""


def test_links_may_lead_about_the_folder_and_not_out(folder: Path) -> None:
    (folder / "in").symlink_to("photos")
    (folder / "out").symlink_to("../outside")
    (folder / "out.jpg").symlink_to(folder.parent / "outside" / "b.jpg")
    (folder.parent / "outside" / "back").symlink_to(folder / "photos")
    (folder / "passwd").symlink_to("/etc/passwd")
    (folder / "gone.jpg").symlink_to("/nowhere/at/all.jpg")
    assert locate("in/a.jpg", folder).path == os.path.realpath(folder / "photos/a.jpg")
    for name in ("out/b.jpg", "out.jpg", "out/back/a.jpg", "passwd", "gone.jpg"):
        assert locate(name, folder).fault == "link-outside"


def test_a_link_to_the_folder_itself_is_followed(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert locate("photos/a.jpg", link).path == os.path.realpath(folder / "photos/a.jpg")


def test_a_folder_whose_name_begins_alike_is_outside(folder: Path) -> None:
    (folder.parent / "report2").mkdir()
    (folder / "two").symlink_to("../report2")
    assert locate("two/a.jpg", folder).fault == "link-outside"


def test_devices_pipes_loops_and_names_beyond_the_system_are_told(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    (folder / "loop").symlink_to("loop")
    assert locate("fifo", folder).fault == "not-file"
    assert locate("loop", folder).fault == "unreachable"
    assert locate("x" * 300, folder).fault == "unreachable"


def test_a_report_in_the_root_folder_is_looked_up_there() -> None:
    assert locate("nowhere-at-all/x", Path("/")).path == "/nowhere-at-all/x"


def test_every_wrong_photo_of_a_report_is_told(folder: Path) -> None:
    names = ["../a.jpg", "http://a/b", "photos", "photos/a.jpg", "'C:\\x'"]
    photos = ", ".join(f"{{file: {name}}}" for name in names)
    text = f"sections: [{{title: 题, photos: [{photos}]}}]"
    assert [(code, path[-16:]) for code, _, path in told(text, folder)] == [
        ("photo-outside", "].photos[0].file"),
        ("photo-url", "].photos[1].file"),
        ("photo-not-file", "].photos[2].file"),
        ("photo-drive", "].photos[4].file"),
    ]


def test_a_missing_photo_is_no_fault_of_the_report(folder: Path) -> None:
    report = decoded("sections: [{title: 题, photos: [{file: photos/none.jpg}]}]", folder)
    assert report.sections[0].photos[0].path == os.path.realpath(folder / "photos/none.jpg")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["..", ".", "/", "\\", "photos", "a.jpg", "~", "C:", "x", ":", " "]), max_size=8)
)
def test_no_path_leads_out(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    located = locate("".join(parts), folder)
    assert bool(located.path) != bool(located.fault)
    if located.path:
        assert located.path.startswith(os.path.realpath(folder) + os.sep)
