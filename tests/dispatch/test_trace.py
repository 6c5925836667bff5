"""Tracing: what was re-saved, cropped, rasterised, turned or photographed leads back to its copy."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument

from reportpdf.base.problem import InputError
from reportpdf.cli import main
from reportpdf.dispatch.codes import grouped
from reportpdf.dispatch.copies import Protection
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import LedgerRow, MadeCopy
from reportpdf.dispatch.trace import is_typed_code, trace_code, trace_file
from reportpdf.dispatch.trace_record import Carrier, Sureness, Traced
from tests.conftest import Tools
from tests.dispatch.copying import NAMES, Master, marked, master

Treatment = Callable[[Image.Image], Image.Image]


@pytest.fixture(scope="module")
def dispatched(tmp_path_factory: pytest.TempPathFactory, sample_report: Path) -> Dispatched:
    return Dispatched(tmp_path_factory.mktemp("dispatch"), sample_report)


class Dispatched:
    """Copies of both looks with their ledger; the last one is in no ledger."""

    def __init__(self, folder: Path, report: Path) -> None:
        self.folder = folder
        self.masters: list[Master] = []
        for theme in ("newspaper", "gallery"):
            (folder / theme).mkdir()
            self.masters.append(master(folder / theme, report, theme))
        self.marks = [marked(NAMES[i % 3], i + 1, watermark=i % 4 == 3) for i in range(12)]
        self.paths = [self.write(i) for i in range(len(self.marks))]
        self.stranger = folder / "stranger.pdf"
        self.masters[0].base.write(marked(NAMES[0], 9, seed=99), self.stranger)

    def write(self, i: int) -> Path:
        mark, path = self.marks[i], self.folder / f"{i}.pdf"
        written = self.masters[i % 2].base.write(mark, path)
        with Ledger.create(self.folder) as ledger:
            ledger.add([row_of(mark, path)])
            row = ledger.find(mark.code)
            assert row is not None
            ledger.made([MadeCopy(row.id, written.size, written.sha256)], "2026-01-02T08:30+08:00")
        return path

    def trace(self, path: Path, password: str = "") -> Traced:
        return trace_file(path, [self.folder], password, lambda *_: None)

    def page(self, i: int, index: int, ppi: float = 150) -> Image.Image:
        return PdfDocument(self.paths[i])[index].render(scale=ppi / 72).to_pil().convert("RGB")


def row_of(mark: CopyMark, path: Path) -> LedgerRow:
    return LedgerRow(
        0, mark.number + 1, mark.department, mark.department, "", "", "", "screen", mark.number, mark.total,
        "zh", mark.watermark, False, mark.code, path.name,
    )  # fmt: skip


def codes(traced: Traced) -> list[str]:
    return [one.row.code for one in traced.recipients]


def kinds(traced: Traced) -> set[Carrier]:
    return {one.carrier for one in traced.recipients[0].sightings}


def test_the_very_file_is_told_from_all_others(dispatched: Dispatched) -> None:
    traced = dispatched.trace(dispatched.paths[0])
    assert codes(traced) == [dispatched.marks[0].code]
    assert traced.recipients[0].sureness is Sureness.SAME_FILE
    assert kinds(traced) == set(Carrier) - {Carrier.TYPED, Carrier.NEAR}
    assert not traced.conflicting
    assert not traced.unknown


RESAVED: dict[str, list[str]] = {
    "qpdf": ["--linearize", "{from}", "{to}"],
    "gs": ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile={to}", "{from}"],
    "pdftocairo": ["-pdf", "{from}", "{to}"],
}


@pytest.mark.parametrize("program", RESAVED)
def test_a_file_that_was_saved_again(
    program: str, dispatched: Dispatched, tmp_path: Path, tools: Tools
) -> None:
    again = tmp_path / "again.pdf"
    names = {"from": str(dispatched.paths[1]), "to": str(again)}
    subprocess.run([tools[program], *(word.format(**names) for word in RESAVED[program])], check=True)
    traced = dispatched.trace(again)
    assert codes(traced) == [dispatched.marks[1].code]
    assert traced.recipients[0].sureness is Sureness.AGREED
    assert {Carrier.TEXT, Carrier.SYMBOL} <= kinds(traced)


def test_a_page_taken_out_cropped_and_stripped(dispatched: Dispatched, tmp_path: Path) -> None:
    with pikepdf.open(dispatched.paths[2]) as pdf:
        del pdf.pages[1:]
        pdf.pages[0].CropBox = [60, 60, 500, 700]
        del pdf.Root.Metadata, pdf.trailer.Info
        pdf.save(tmp_path / "page.pdf")
    traced = dispatched.trace(tmp_path / "page.pdf")
    assert codes(traced) == [dispatched.marks[2].code]
    assert kinds(traced) == {Carrier.TEXT, Carrier.SYMBOL}


def cut(left: float, top: float, right: float, bottom: float) -> Treatment:
    return lambda im: im.crop(
        (int(im.width * left), int(im.height * top), int(im.width * right), int(im.height * bottom))
    )


def turned(angle: float) -> Treatment:
    return lambda im: im.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def photographed(im: Image.Image) -> Image.Image:
    """On a desk, from aside, a little out of focus, with noise."""
    desk = Image.new("RGB", (im.width * 6 // 5, im.height * 6 // 5), (120, 110, 100))
    desk.paste(im, (im.width // 10, im.height // 10))
    w, h = desk.size
    seen = (w * 0.03, h * 0.01, -w * 0.02, h * 1.02, w * 1.03, h * 0.99, w * 0.97, -h * 0.02)
    bent = desk.transform((w, h), Image.Transform.QUAD, seen, Image.Resampling.BICUBIC)
    noise = Image.effect_noise((w, h), 22).convert("RGB")
    return Image.blend(bent.filter(ImageFilter.GaussianBlur(0.6)), noise, 0.12)


TREATMENTS: dict[str, Treatment] = {
    "as it is": lambda im: im,
    "turned a little": turned(3.5),
    "on its side": turned(90),
    "upside down, askew": turned(184),
    "upper half": cut(0, 0, 1, 0.5),
    "lower half": cut(0, 0.5, 1, 1),
    "left half": cut(0, 0, 0.5, 1),
    "right half": cut(0.5, 0, 1, 1),
    "5 % off all around": cut(0.05, 0.05, 0.95, 0.95),
    "foot cut off, turned": lambda im: turned(-7)(cut(0, 0, 1, 0.9)(im)),
    "smaller": lambda im: im.resize((im.width * 4 // 5, im.height * 4 // 5), Image.Resampling.BICUBIC),
    "photographed": photographed,
}


def test_pages_as_pictures(dispatched: Dispatched, tmp_path: Path) -> None:
    """Each at 150 dpi, JPEG 70; 95 of 100 are asked for, and single losses are told by name."""
    random, lost = Random(5), []
    for turn in range(24):
        i = turn % len(dispatched.paths)
        name, treatment = list(TREATMENTS.items())[turn % len(TREATMENTS)]
        index = random.randrange(5)
        treatment(dispatched.page(i, index)).save(tmp_path / "page.jpg", quality=70)
        if codes(dispatched.trace(tmp_path / "page.jpg")) != [dispatched.marks[i].code]:
            lost.append((name, i, index + 1))
    assert len(lost) <= 1, lost


def test_a_scanned_pdf(dispatched: Dispatched, tmp_path: Path) -> None:
    dispatched.page(3, 1).save(tmp_path / "scan.pdf", resolution=150)
    traced = dispatched.trace(tmp_path / "scan.pdf")
    assert codes(traced) == [dispatched.marks[3].code]
    assert (kinds(traced), traced.recipients[0].sureness) == ({Carrier.SYMBOL}, Sureness.SINGLE)


def test_carriers_that_do_not_agree_are_told(dispatched: Dispatched, tmp_path: Path) -> None:
    with pikepdf.open(dispatched.paths[0]) as pdf, pikepdf.open(dispatched.paths[2]) as other:
        pdf.pages[0] = other.pages[0]
        pdf.save(tmp_path / "mixed.pdf")
    traced = dispatched.trace(tmp_path / "mixed.pdf")
    assert set(codes(traced)) == {dispatched.marks[0].code, dispatched.marks[2].code}
    assert traced.conflicting


def test_a_code_that_no_ledger_knows(dispatched: Dispatched) -> None:
    traced = dispatched.trace(dispatched.stranger)
    assert not traced.recipients
    assert not traced.conflicting
    assert {one.words for one in traced.unknown} == {marked(NAMES[0], 9, seed=99).code}


@pytest.mark.parametrize(
    ("typed", "sureness"),
    [
        (lambda code: grouped(code).lower(), Sureness.SINGLE),
        (lambda code: f" {code[:8]} {code[8:]} ", Sureness.SINGLE),
        (lambda code: f"滨城分局 第 1/2 份 {grouped(code)}", Sureness.SINGLE),
        (lambda code: code[:5] + ("0" if code[5] != "0" else "1") + code[6:], Sureness.LIKELY),
        (lambda code: code[:9] + "?" + code[10:], Sureness.LIKELY),
        (lambda code: code[4:12], Sureness.LIKELY),
    ],
)
def test_a_code_read_from_the_page(
    typed: Callable[[str], str], sureness: Sureness, dispatched: Dispatched
) -> None:
    words = typed(dispatched.marks[4].code)
    assert is_typed_code(words)
    traced = trace_code(words, [dispatched.folder])
    assert codes(traced) == [dispatched.marks[4].code]
    assert traced.recipients[0].sureness is sureness


def test_a_locked_copy(dispatched: Dispatched, tmp_path: Path) -> None:
    data = dispatched.masters[0].base.protected(dispatched.marks[0], Protection("open", "own"))
    (tmp_path / "locked.pdf").write_bytes(data)
    for password, code in (("", "trace-locked"), ("wrong", "trace-password")):
        with pytest.raises(InputError) as refused:
            dispatched.trace(tmp_path / "locked.pdf", password)
        assert [p.code for p in refused.value.problems] == [code]
    assert codes(dispatched.trace(tmp_path / "locked.pdf", "open")) == [dispatched.marks[0].code]


def _png_bomb() -> bytes:
    """A picture that says it has 900 million pixels."""
    file = BytesIO()
    Image.new("L", (8, 8)).save(file, "PNG")
    data = bytearray(file.getvalue())
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bomb.png", _png_bomb(), "trace-picture"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "trace-picture"),
        ("words.txt", b"nothing at all", "trace-kind"),
        ("empty.pdf", b"", "trace-kind"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "trace-broken"),
    ],
)
def test_what_cannot_be_read(
    name: str, data: bytes, code: str, dispatched: Dispatched, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as refused:
        dispatched.trace(tmp_path / name)
    assert [p.code for p in refused.value.problems] == [code]


def test_the_command_answers_people_and_programs(
    dispatched: Dispatched,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def said(*words: str) -> tuple[int, str, str]:
        return main(("trace", *words, "--lang", "en")), *capsys.readouterr()

    mark = dispatched.marks[0]
    monkeypatch.chdir(tmp_path)
    code, out, _ = said(str(dispatched.paths[0]))  # the ledger lies beside the file
    assert code == 0
    assert all(
        words in out for words in (f"{mark.department}: copy 1 of 12", grouped(mark.code), "not proved")
    )

    code, out, _ = said(mark.code, "--ledger", str(dispatched.folder), "--json")
    answer = json.loads(out)
    assert (code, answer["found"][0]["department"], answer["conflicting"]) == (0, mark.department, False)
    assert answer["found"][0]["carriers"] == [{"kind": "typed", "page": None}]
    assert len(answer["not_proved"]) == 2

    code, out, _ = said(str(dispatched.stranger), "--ledger", str(dispatched.folder / "ledger.sqlite"))
    assert (code, "is in none of the ledgers" in out) == (1, True)
    code, out, _ = said("ZZZZ-ZZZZ", "--ledger", str(dispatched.folder))
    assert (code, "not even nearly" in out) == (1, True)
    Image.new("L", (300, 300), 255).save(tmp_path / "white.png")
    code, out, _ = said("white.png", "--ledger", str(dispatched.folder))
    assert (code, "no code of a copy was found" in out) == (1, True)

    assert said("nowhere.pdf", "--ledger", str(dispatched.folder))[0] == 2
    code, _, err = said(mark.code)  # no ledger in an empty folder
    assert (code, "there is no ledger" in err) == (2, True)


def test_a_copy_without_a_qr_code_is_traced_by_its_small_symbols(
    dispatched: Dispatched, tmp_path: Path
) -> None:
    mark = replace(dispatched.marks[0], qr=False)
    dispatched.masters[0].base.write(mark, tmp_path / "plain.pdf")
    page = PdfDocument(tmp_path / "plain.pdf")[2].render(scale=150 / 72).to_pil().convert("RGB")
    for treatment in (turned(5), cut(0, 0, 1, 0.5), cut(0, 0.5, 1, 1), cut(0.1, 0.1, 0.9, 0.9)):
        treatment(page).save(tmp_path / "page.jpg", quality=70)
        assert codes(dispatched.trace(tmp_path / "page.jpg")) == [mark.code]


def test_a_page_cut_down_to_its_middle_keeps_a_symbol(dispatched: Dispatched, tmp_path: Path) -> None:
    """Margins, line and QR code are gone; each page of both looks has a symbol in its planned white."""
    lost = []
    for i in (0, 1):
        for index in range(5):
            cut(0.2, 0.2, 0.8, 0.8)(dispatched.page(i, index)).save(tmp_path / "page.jpg", quality=70)
            if codes(dispatched.trace(tmp_path / "page.jpg")) != [dispatched.marks[i].code]:
                lost.append((i, index + 1))
    assert len(lost) <= 1, lost
