"""The sample report says what the bureau delivered, and its pictures are as unlike as intended."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import ExifTags, Image, ImageCms, ImageOps, ImageStat

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "binzhou-2024"
DELIVERED = Path(__file__).parent / "data" / "seed-2024.txt"
COMMAS = 85  # half-width, as typed by the bureau: 80 in the prose, 5 in captions
MOST_BYTES = 4_000_000  # of all pictures together, so that a clone stays light


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """Return the sample report as plain YAML values."""
    loaded: dict[str, Any] = yaml.safe_load((SAMPLE / "report.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def photos(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the report's photo records, in its order."""
    return [photo for section in report["sections"] for photo in section["photos"]]


@pytest.fixture(scope="module")
def delivered() -> list[str]:
    """Return the paragraphs as delivered, with their marks of rank: `#`, `##`, `**figure**——`."""
    paragraphs = DELIVERED.read_text(encoding="utf-8").split("\n")
    return [paragraph for paragraph in paragraphs if paragraph]


def prose(report: dict[str, Any]) -> list[str]:
    """Return the report's paragraphs in reading order, without captions, in delivered form."""
    byline = " ".join(f"{entry['role']} {' '.join(entry['names'])}" for entry in report["byline"])
    paragraphs = [f"# {report['title']}", byline, report["lede"]]
    for section in report["sections"]:
        paragraphs.append(f"## {section['title']}")
        paragraphs += [f"**{item['figure']}**——{item['text']}" for item in section["callouts"]]
    return paragraphs


def captions_of(delivered: list[str]) -> list[str]:
    """Return the delivered captions: after the lede, what bears no mark of rank."""
    return [paragraph for paragraph in delivered[3:] if not re.match(r"## |\*\*", paragraph)]


def test_every_paragraph_is_as_delivered_and_in_its_order(
    report: dict[str, Any], delivered: list[str]
) -> None:
    captions = captions_of(delivered)
    assert prose(report) == [paragraph for paragraph in delivered if paragraph not in captions]


def test_every_caption_is_as_delivered(photos: list[dict[str, Any]], delivered: list[str]) -> None:
    assert sorted(photo["caption"] for photo in photos) == sorted(captions_of(delivered))


def test_every_character_of_the_delivery_is_there_and_no_other(
    report: dict[str, Any], photos: list[dict[str, Any]], delivered: list[str]
) -> None:
    words = "".join([*prose(report), *(photo["caption"] for photo in photos)])
    assert Counter(words) == Counter("".join(delivered))


def test_marks_and_spaces_are_the_bureaus_own(report: dict[str, Any]) -> None:
    text = "".join(prose(report))
    assert "“化解矛盾风险 维护社会稳定”" in text
    assert "，" not in text


def test_numbers_of_pieces(report: dict[str, Any], photos: list[dict[str, Any]]) -> None:
    assert len(report["sections"]) == 4
    assert [len(section["callouts"]) for section in report["sections"]] == [3, 3, 5, 4]
    assert len(photos) == 7
    assert all(section["photos"] for section in report["sections"])
    words = "".join([*prose(report), *(photo["caption"] for photo in photos)])
    assert words.count(",") == COMMAS


def test_every_photo_is_a_stand_in_and_one_leads(photos: list[dict[str, Any]]) -> None:
    assert all(photo["stand_in"] is True for photo in photos)
    assert [photo["file"] for photo in photos if photo.get("lead")] == ["photos/01-meeting.jpg"]
    for photo in photos:
        x, y = photo.get("focus", (0.5, 0.5))
        assert 0 <= x <= 1
        assert 0 <= y <= 1


def test_every_photo_file_is_there_and_none_is_left_over(photos: list[dict[str, Any]]) -> None:
    files = {path.relative_to(SAMPLE).as_posix() for path in (SAMPLE / "photos").glob("*.jpg")}
    assert {photo["file"] for photo in photos} == files
    assert sum((SAMPLE / file).stat().st_size for file in files) <= MOST_BYTES


@pytest.fixture(scope="module")
def pictures(photos: list[dict[str, Any]]) -> dict[str, Image.Image]:
    """Return every picture as stored, by its file's stem."""
    return {Path(photo["file"]).stem: Image.open(SAMPLE / photo["file"]) for photo in photos}


def test_one_picture_is_grey_and_one_is_cmyk(pictures: dict[str, Image.Image]) -> None:
    modes = {stem: picture.mode for stem, picture in pictures.items()}
    assert modes.pop("04-factory-visit") == "L"
    assert modes.pop("06-village") == "CMYK"
    assert set(modes.values()) == {"RGB"}


def test_the_cmyk_picture_carries_its_profile(pictures: dict[str, Image.Image]) -> None:
    icc = ROOT / "src" / "reportpdf" / "press" / "icc" / "coated-fogra39-tac300.icc"
    assert pictures["06-village"].info["icc_profile"] == icc.read_bytes()
    assert ImageCms.getOpenProfile(str(icc)).profile.xcolor_space == "CMYK"


def test_one_picture_lies_on_its_side_and_stands_when_turned(
    pictures: dict[str, Image.Image],
) -> None:
    turned = [
        stem for stem, picture in pictures.items() if picture.getexif().get(ExifTags.Base.Orientation, 1) != 1
    ]
    assert turned == ["05-flag-raising"]
    stored = pictures["05-flag-raising"]
    upright = ImageOps.exif_transpose(stored)
    assert stored.width > stored.height
    assert upright.width < upright.height


def test_one_picture_tells_where_it_was_taken(pictures: dict[str, Image.Image]) -> None:
    located = [stem for stem, picture in pictures.items() if picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)]
    assert located == ["07-open-day"]


def test_shapes_and_brightness_differ(pictures: dict[str, Image.Image]) -> None:
    upright = {stem: ImageOps.exif_transpose(picture) for stem, picture in pictures.items()}
    aspects = {round(picture.width / picture.height, 2) for picture in upright.values()}
    assert len(aspects) >= 6
    assert all(max(picture.size) >= 2200 for picture in upright.values())
    means = [ImageStat.Stat(picture.convert("L")).mean[0] for picture in upright.values()]
    assert max(means) - min(means) > 100
