"""Plates and how much ink lies on them: figures of pictures that are known, then whole pages by
Ghostscript."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from reportpdf.base.problem import ResourceError
from reportpdf.check import ghostscript
from reportpdf.check.coverage import BANDS, heat_map, measure, with_key
from reportpdf.cli import main
from reportpdf.press.choose import Wanted
from reportpdf.press.edition import Purpose
from tests.conftest import Tools
from tests.press.editions import made

PPI = 100


def plate(*areas: tuple[tuple[int, int, int, int], int]) -> Image.Image:
    """400 x 300 pixels without ink but in the areas, each with so many per cent."""
    picture = Image.new("L", (400, 300), 255)
    for box, ink in areas:
        picture.paste(255 - round(ink * 2.55), box)
    return picture


def test_the_mean_over_a_square_is_that_of_its_ink() -> None:
    side = round(15 / 25.4 * PPI)
    full = ((100, 100, 100 + side, 100 + side), 100)
    figures = measure([plate(full), plate(full)], PPI)
    assert figures.square == pytest.approx(200, abs=6)
    assert figures.pixel == pytest.approx(200)
    assert figures.x_mm == pytest.approx((100 + side / 2) / PPI * 25.4, abs=1)


def test_a_small_spot_counts_little_over_a_square_and_wholly_in_a_pixel() -> None:
    spot = ((50, 50, 58, 58), 100)
    figures = measure([plate(spot) for _ in range(4)], PPI)
    assert figures.pixel == pytest.approx(400)
    assert figures.small == pytest.approx(400, abs=1)
    assert figures.square < 15


def test_an_empty_page_has_no_ink() -> None:
    figures = measure([plate(), plate()], PPI)
    assert (figures.square, figures.small, figures.pixel, figures.mean) == (0, 0, 0, 0)


def test_the_map_is_red_only_where_there_is_too_much() -> None:
    over, under = ((0, 0, 50, 50), 90), ((100, 100, 150, 150), 60)
    picture = heat_map([plate(over, under) for _ in range(4)], 300)
    red = BANDS[-1][1]
    assert picture.getpixel((20, 20)) == red
    assert picture.getpixel((120, 120)) not in (red, BANDS[0][1])
    assert picture.getpixel((300, 200)) == BANDS[0][1]


def test_the_key_lies_below_the_map_and_has_every_colour() -> None:
    bare = heat_map([plate(((0, 0, 50, 50), 90))], 300)
    keyed = with_key(bare, 300, PPI)
    assert keyed.crop((0, 0, *bare.size)).tobytes() == bare.tobytes()
    strip = keyed.crop((0, bare.height, *keyed.size))
    colours = {colour for _, colour in strip.getcolors(strip.width * strip.height) or []}
    assert colours >= {colour for _, colour in BANDS}


def test_without_ghostscript_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ghostscript.shutil, "which", lambda _: None)
    with pytest.raises(ResourceError) as caught:
        ghostscript.find()
    assert [p.code for p in caught.value.problems] == ["plates-no-ghostscript"]


@pytest.fixture(scope="module")
def press_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    path = folder / "press.pdf"
    path.write_bytes(made(Wanted((Purpose.PRESS,)), folder / "photos").data)
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_the_plates_of_the_sample(
    press_pdf: Path, tools: Tools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tools["gs"]
    folder = tmp_path / "plates"
    code, out, err = run(capsys, "plates", str(press_pdf), "-o", str(folder), "--ppi", "50", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert [page["page"] for page in told["pages"]] == [1, 2, 3, 4, 5]
    for page in told["pages"]:
        assert page["plates"] == ["Cyan", "Magenta", "Yellow", "Black"]
        assert page["square_15mm"] <= page["square_1mm"] <= page["pixel"] <= 400
        assert page["square_15mm"] <= 300
    assert all(Path(path).is_file() for path in told["outputs"])
    assert len(told["outputs"]) == 5 * 6
    black = Image.open(folder / "001-black.png")
    assert (black.mode, black.getextrema()[0]) == ("L", 0)


def test_a_limit_that_is_passed_is_an_error(
    press_pdf: Path, tools: Tools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tools["gs"]
    words = ("plates", str(press_pdf), "-o", str(tmp_path / "p"), "--ppi", "40", "--tac", "100", "--json")
    code, out, _ = run(capsys, *words)
    assert code == 1
    assert {p["code"] for p in json.loads(out)["problems"]} == {"plates-over"}


Spoil = Callable[[Path], None]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda p: p.write_bytes(b"not a pdf"), "plates-failed"),
        (lambda p: p.unlink(), "plates-no-file"),
        (lambda p: p.write_bytes(p.read_bytes()[:2000]), "plates-failed"),
    ],
)
def test_what_is_no_pdf_is_refused_and_nothing_written(
    spoil: Spoil, code: str, press_pdf: Path, tools: Tools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tools["gs"]
    path = tmp_path / "press.pdf"
    path.write_bytes(press_pdf.read_bytes())
    spoil(path)
    status, out, _ = run(capsys, "plates", str(path), "-o", str(tmp_path / "p"), "--json")
    assert status == 2
    assert [p["code"] for p in json.loads(out)["problems"]] == [code]
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("words", [("--ppi", "5"), ("--ppi", "x"), ("--tac", "900")])
def test_numbers_out_of_bounds_are_refused(
    words: tuple[str, str], press_pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "plates", str(press_pdf), *words, "--json")
    assert status == 2
    assert [p["code"] for p in json.loads(out)["problems"]] == ["option-value"]
