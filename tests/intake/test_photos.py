"""A folder of photos: matched by name, by number, by order, or listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.source.intake.photos import likeness, natural
from tests.intake.making import SEED, codes, photo, report, taken


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(SEED.read_bytes())
    return path


def _files(folder: Path) -> dict[str, str]:
    return {p["caption"]: p["file"] for s in report(folder)["sections"] for p in s.get("photos", ())}


def test_by_name(manuscript: Path, tmp_path: Path) -> None:
    for name in ("全市公安工作会议.jpg", "02-特警反恐处突训练.jpg", "DSC_0001.jpg"):
        photo(tmp_path / "p" / name, len(name))
    told = codes(taken(tmp_path / "out", manuscript, tmp_path / "p"))
    files = _files(tmp_path / "out")
    assert files["2024年9月19日,全市公安工作会议召开。"] == "photos/全市公安工作会议.jpg"
    assert files["特警队员开展反恐处突训练。"] == "photos/02-特警反恐处突训练.jpg"
    assert told.count("ask-photo-loose") == 1
    assert (tmp_path / "out" / "photos" / "DSC_0001.jpg").is_file()
    assert "DSC_0001.jpg" in (tmp_path / "out" / "report.yaml").read_text("utf-8")


def test_by_number_with_a_question(manuscript: Path, tmp_path: Path) -> None:
    for number in (2, 7):
        photo(tmp_path / "p" / f"图{number}.jpg", number)
    told = codes(taken(tmp_path / "out", manuscript, tmp_path / "p"))
    files = _files(tmp_path / "out")
    assert files["特警队员开展反恐处突训练。"] == "photos/图2.jpg"
    assert next(f for c, f in files.items() if c.startswith("“六一”")) == "photos/图7.jpg"
    assert told.count("ask-photo-order") == 2


def test_by_order_where_there_are_as_many(manuscript: Path, tmp_path: Path) -> None:
    names = [f"IMG_{n}.jpg" for n in (98, 99, 100, 101, 102, 103, 104)]
    for name in names:
        photo(tmp_path / "p" / name)
    told = codes(taken(tmp_path / "out", manuscript, tmp_path / "p"))
    assert list(_files(tmp_path / "out").values()) == [f"photos/{name}" for name in names]
    assert told.count("ask-photo-order") == 7


def test_unbound_where_nothing_tells(manuscript: Path, tmp_path: Path) -> None:
    for name in ("IMG_0311.jpg", "IMG_0312.jpg"):
        photo(tmp_path / "p" / name)
    told = codes(taken(tmp_path / "out", manuscript, tmp_path / "p"))
    assert told.count("ask-photo-loose") == 2
    assert all("stand-in" in file for file in _files(tmp_path / "out").values())


def test_photos_inside_the_reports_folder_stay_where_they_are(manuscript: Path, tmp_path: Path) -> None:
    photo(tmp_path / "out" / "原图" / "全市公安工作会议.jpg")
    taken(tmp_path / "out", manuscript, tmp_path / "out" / "原图")
    assert "原图/全市公安工作会议.jpg" in _files(tmp_path / "out").values()
    assert not (tmp_path / "out" / "photos" / "全市公安工作会议.jpg").exists()


def test_two_photos_of_one_name_are_two_files(manuscript: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        photo(tmp_path / folder / "现场.jpg", ord(folder))
    taken(tmp_path / "out", manuscript, tmp_path / "a", tmp_path / "b")
    assert {p.name for p in (tmp_path / "out" / "photos").glob("现场*")} == {"现场.jpg", "现场-2.jpg"}


LIKE = [
    ("全市公安工作会议.jpg", "2024年9月19日,全市公安工作会议召开。", True),
    ("特警反恐处突训练.jpg", "特警队员开展反恐处突训练。", True),
    ("DSC_0312.jpg", "特警队员开展反恐处突训练。", False),
    ("升旗.jpg", "驻企民警到企业开展走访和安全检查。", False),
    ("图1.jpg", "图1", False),
]


@pytest.mark.parametrize(("name", "caption", "alike"), LIKE)
def test_likeness(name: str, caption: str, alike: bool) -> None:
    assert (likeness(name, caption) >= 0.6) == alike


def test_names_sort_as_people_count() -> None:
    assert sorted(["10.jpg", "2.jpg", "a.jpg", "1.jpg"], key=natural) == ["1.jpg", "2.jpg", "10.jpg", "a.jpg"]
