"""Faults planted in print PDFs, and their clean twins: each rule must fire on the one and keep still on the other."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from reportpdf.base.problem import InputError, ResourceError, problem
from reportpdf.check import ghostscript
from reportpdf.check.pdf.limits import NEWSPAPER, SHEET
from reportpdf.check.pdf.rules import pdf_problems
from tests.check.spoiled import Spoil, _font_bytes, build, codes, font, image
from tests.conftest import Tools

TINT = "0.3 0.2 0 0 k 50 50 150 150 re f "
PHOTO = "q 72 0 0 72 60 60 cm /{} Do Q "


def text(size: float, colour: str, x: float = 60, y: float = 60, words: str = "Word") -> str:
    return f"BT {colour} /F {size} Tf {x} {y} Td ({words}) Tj ET "


BLACK, WHITE, RICH, TWO = "0 0 0 1 k", "0 0 0 0 k", "0.6 0.4 0.4 1 k", "0 0.5 1 0 k"
PLAIN = text(10, BLACK)

MARKS = [
    # code, fault, clean twin
    ("press-white-text-overprint", TINT + "/Over gs " + text(14, WHITE), TINT + "/Knock gs " + text(14, WHITE)),
    ("press-white-text-overprint", TINT + "/Over gs " + text(14, "1 g"), "/Over gs " + text(14, "1 g") + PLAIN),
    ("press-white-overprint", TINT + "/Over gs 0 0 0 0 k 60 60 20 20 re f", TINT + "0 0 0 0 k 60 60 20 20 re f"),
    ("press-white-overprint", TINT + "/Over gs 0 0 0 0 K 2 w 60 60 m 90 90 l S", "/Over gs 0 0 0 0 K 2 w 60 60 m 90 90 l S "
     + PLAIN),
    ("press-black-knocks-out", TINT + text(9, BLACK), TINT + "/Over gs " + text(9, BLACK)),
    ("press-black-knocks-out", TINT + text(11.9, "0 g"), TINT + text(12, "0 g")),
    ("press-black-knocks-out", PHOTO.format("Fine") + text(8, BLACK), PHOTO.format("Fine") + text(8, BLACK, 200, 200)),
    ("press-black-knocks-out", TINT + "q 0.5 0 0 0.5 0 0 cm " + text(20, BLACK, 120, 120) + "Q", TINT + "0 0 0 0 k "
     "55 55 100 40 re f " + text(9, BLACK)),
    ("press-black-knocks-out", "0 0.4 0 0 k 50 50 99 99 re f " + text(9, BLACK), "0 0 0 0.3 k 50 50 99 99 re f "
     + text(9, BLACK)),
    ("press-rich-black-text", text(10, RICH), text(10, BLACK)),
    ("press-rich-black-text", text(20, "0.3 0 0 0.9 k"), text(30, "0.3 0 0 1 k")),
    ("press-inks-small-text", text(7, TWO), text(9, TWO)),
    ("press-inks-small-text", text(8.5, "0.2 0.2 0 0 k"), text(7, "1 0 0 0 k")),
    ("press-small-reversed", "0 0 0 1 k 50 50 90 60 re f " + text(5, WHITE), "0 0 0 1 k 50 50 90 60 re f " + text(8, WHITE)),
    ("press-small-reversed", PHOTO.format("Fine") + text(6, "1 g"), text(6, "1 g", 200, 300) + PLAIN),
    ("press-line-thin", "0 0 0 1 K 0.1 w 60 60 m 200 60 l S", "0 0 0 1 K 0.25 w 60 60 m 200 60 l S"),
    ("press-line-thin", "0 0 0 1 K 0 w 60 60 m 200 60 l S", "0 0 0 1 K 0.5 w 60 60 m 200 60 l S"),
    ("press-line-thin", "q 0.1 0 0 0.1 0 0 cm 1 w 0 G 600 600 m 999 600 l S Q", "q 0.1 0 0 0.1 0 0 cm 5 w 0 G 600 600 m "
     "999 600 l S Q"),
    ("press-line-thin", "0 0 0 1 k 60 60 200 0.08 re f", "0 0 0 1 k 60 60 200 0.25 re f"),
    ("press-line-inks", "0.5 0.5 0 0 K 0.2 w 60 60 m 200 60 l S", "0.5 0.5 0 0 K 0.5 w 60 60 m 200 60 l S"),
    ("press-pdf-rgb", "1 0 0 rg 60 60 20 20 re f", "0 1 1 0 k 60 60 20 20 re f"),
    ("press-pdf-rgb", text(12, "0 0 0 rg"), text(12, BLACK)),
    ("press-pdf-rgb", PHOTO.format("Rgb"), PHOTO.format("Fine")),
    ("press-pdf-rgb", "0 0 1 RG 2 w 60 60 m 90 90 l S", "1 0 0 0 K 2 w 60 60 m 90 90 l S"),
    ("press-image-coarse", PHOTO.format("Coarse"), PHOTO.format("Fine")),
    ("press-image-coarse", "q 150 0 0 150 60 60 cm /Fine Do Q", "q 20 0 0 20 60 60 cm /Coarse Do Q"),
    ("press-image-soft", PHOTO.format("Soft"), "q 60 0 0 60 60 60 cm /Soft Do Q"),
    ("press-image-soft", PHOTO.format("Bits"), "q 36 0 0 36 60 60 cm /Bits Do Q"),
    ("press-spot", "/Blue cs 1 scn 60 60 20 20 re f", "/Cyan cs 1 scn 60 60 20 20 re f"),
    ("press-spot-names", "/Blue cs 1 scn 60 60 20 20 re f /Blue2 cs 1 scn 90 60 20 20 re f",
     "/Blue cs 1 scn 60 60 20 20 re f 90 60 20 20 re f"),
    ("press-spot-two-ways", "/Blue cs 1 scn 60 60 20 20 re f /Blue3 cs 1 scn 90 60 20 20 re f",
     "/Blue cs 1 scn 60 60 20 20 re f /Blue cs 0.5 scn 90 60 20 20 re f"),
    ("press-registration-ink", "/All cs 1 scn 60 60 20 20 re f", "/None_ cs 1 scn 60 60 20 20 re f " + PLAIN),
    ("press-page-empty", "0 0 0 1 k", PLAIN),
    ("press-page-empty", "BT 3 Tr /F 12 Tf 60 60 Td (Unseen) Tj ET", "BT 0 Tr /F 12 Tf 60 60 Td (Seen) Tj ET"),
    ("press-bleed-short", f"1 0 0 0 k 8.5 60 {100 * 72 / 25.4} 90 re f", "1 0 0 0 k 0 60 310 90 re f"),
    ("press-bleed-short", "1 0 0 0 k 60 8 99 50 re f", "1 0 0 0 k 60 -2 99 50 re f"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "fault", "clean"), MARKS, ids=[f"{i}-{c[0]}" for i, c in enumerate(MARKS)])
def test_a_planted_fault_is_found_and_its_twin_is_clean(
    code: str, fault: str, clean: str, tmp_path: Path
) -> None:
    assert code in codes(build(tmp_path / "fault.pdf", fault))
    assert code not in codes(build(tmp_path / "clean.pdf", clean))


UNSEEN = [
    "q 0 0 10 10 re W n 0.1 w 60 60 m 200 60 l S Q ",
    "q /Gone gs 1 0 0 rg 60 60 20 20 re f Q ",
    "1 0 0 rg 60 60 20 20 re f 0 0 0 0 k 50 50 50 50 re f ",
    "BT 3 Tr 1 0 0 rg /F 4 Tf 60 60 Td (Unseen) Tj 0 Tr ET ",
    "q 400 0 0 400 500 500 cm /Rgb Do Q ",
    "1 0 0 rg 300 1 20 2 re n ",
    "q 500 500 10 10 re W n 0 0 1 rg 0 0 900 900 re f Q ",
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_cannot_be_seen_is_no_fault(unseen: str, tmp_path: Path) -> None:
    assert codes(build(tmp_path / "a.pdf", unseen + "0 g " + PLAIN)) == set()


def test_a_layer_that_is_off_is_not_seen(tmp_path: Path) -> None:
    content = "/OC /L BDC 1 0 0 rg 60 60 20 20 re f EMC " + PLAIN

    def layered(pdf: pikepdf.Pdf, on: bool) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
        pdf.pages[0].Resources.Properties = Dictionary(L=layer)
        usual = Dictionary(ON=Array([layer])) if on else Dictionary(OFF=Array([layer]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)

    assert codes(build(tmp_path / "off.pdf", content, lambda pdf: layered(pdf, False))) == set()
    assert codes(build(tmp_path / "on.pdf", content, lambda pdf: layered(pdf, True))) == {"press-pdf-rgb"}


def test_a_form_is_looked_into_at_its_size(tmp_path: Path) -> None:
    def formed(pdf: pikepdf.Pdf) -> None:
        resources = pdf.pages[0].Resources
        resources.XObject.Form = Stream(
            pdf,
            text(20, TWO).encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 300, 300],
            Resources=Dictionary(Font=resources.Font),
        )

    assert codes(build(tmp_path / "a.pdf", "q 0.3 0 0 0.3 50 50 cm /Form Do Q", formed)) == {
        "press-inks-small-text"
    }
    assert codes(build(tmp_path / "b.pdf", "/Form Do", formed)) == set()


def _page(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj


def _without(name: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del _page(pdf)[name]

    return spoil


def _with(name: str, value: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        _page(pdf)[name] = value

    return spoil


def _group(space: Name) -> Spoil:
    return _with("/Group", Dictionary(S=Name.Transparency, CS=space))


def _no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def _no_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def _rgb_profile(pdf: pikepdf.Pdf) -> None:
    header = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    header[12:20] = b"mntrRGB "
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(Stream(pdf, bytes(header), N=3))


def _annotated(kind: str) -> Spoil:
    return _with("/Annots", Array([Dictionary(Subtype=Name("/" + kind), Rect=[60, 60, 90, 90])]))


def _other_font(program: bytes | None, name: str = "ABCDEF+League") -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.Font.F = font(pdf, program, name)

    return spoil


def _restricted() -> bytes:
    """League Gothic with the embedding bits of a font that may not be embedded."""
    program = bytearray(_font_bytes())
    for i in range(struct.unpack(">H", program[4:6])[0]):
        row = program[12 + 16 * i : 28 + 16 * i]
        if row[:4] == b"OS/2":
            at = struct.unpack(">I", row[8:12])[0]
            program[at + 8 : at + 10] = b"\0\2"
    return bytes(program)


SMALL, LARGE = Array([0, 0, 200, 300]), Array([0, 0, 400, 600])
FILES = [
    ("press-no-trim", PLAIN, _without("/TrimBox"), None),
    ("press-boxes-nested", PLAIN, _with("/BleedBox", SMALL), None),
    ("press-boxes-nested", PLAIN, _with("/TrimBox", LARGE), _with("/CropBox", Array([0, 0, 301, 443]))),
    ("press-crop-cuts", PLAIN, _with("/CropBox", SMALL), _with("/CropBox", Array([2, 2, 298, 440]))),
    ("press-user-unit", PLAIN, _with("/UserUnit", 2), _with("/UserUnit", 1)),
    ("press-page-turned", PLAIN, _with("/Rotate", 90), _with("/Rotate", 0)),
    ("press-blend-rgb", "/Half gs " + TINT, _group(Name.DeviceRGB), _group(Name.DeviceCMYK)),
    ("press-blend-rgb", "/Multiply gs " + TINT, _group(Name.DeviceRGB), None),
    ("press-no-intent", PLAIN, _no_intent, None),
    ("press-intent-many", PLAIN, _two_intents, None),
    ("press-intent-profile", PLAIN, _no_profile, None),
    ("press-intent-kind", PLAIN, _rgb_profile, None),
    ("press-annotation", PLAIN, _annotated("Link"), _annotated("TrapNet")),
    ("press-annotation", PLAIN, _annotated("Text"), _annotated("PrinterMark")),
    ("font-not-embedded", PLAIN, _other_font(b""), None),
    ("font-not-embeddable", PLAIN, _other_font(_restricted()), None),
    ("font-courier", PLAIN, _other_font(None, "ABCDEF+CourierNew"), _other_font(None, "ABCDEF+Gotham")),
]


@pytest.mark.parametrize(
    ("code", "content", "fault", "clean"), FILES, ids=[f"{i}-{c[0]}" for i, c in enumerate(FILES)]
)
def test_a_fault_of_the_file_is_found_and_its_twin_is_clean(
    code: str, content: str, fault: Spoil, clean: Spoil | None, tmp_path: Path
) -> None:
    assert code in codes(build(tmp_path / "fault.pdf", content, fault))
    assert codes(build(tmp_path / "clean.pdf", content, clean)) == set()


def test_blending_in_rgb_is_no_fault_where_nothing_is_transparent(tmp_path: Path) -> None:
    assert codes(build(tmp_path / "a.pdf", PLAIN, _group(Name.DeviceRGB))) == set()


def test_pages_of_different_sizes_are_told(tmp_path: Path) -> None:
    assert codes(build(tmp_path / "a.pdf", PLAIN, pages=2)) == set()
    box = Array([10, 10, 200, 300])
    assert codes(build(tmp_path / "b.pdf", PLAIN, _with("/TrimBox", box), pages=2)) == {"press-page-sizes"}


def test_a_font_that_shows_nothing_need_not_be_there(tmp_path: Path) -> None:
    content = "1 0 0 0 k 60 60 20 20 re f BT /F 12 Tf ET"
    assert codes(build(tmp_path / "a.pdf", content, _other_font(b""))) == set()


def test_a_newspaper_bears_coarser_images_and_less_ink(tmp_path: Path, tools: Tools) -> None:
    coarse = build(tmp_path / "coarse.pdf", PHOTO.format("Soft"))
    assert codes(coarse, NEWSPAPER) == set()
    assert tools["gs"]
    heavy = build(tmp_path / "heavy.pdf", "0.9 0.8 0.7 0.4 k 60 60 120 120 re f")
    assert codes(heavy, NEWSPAPER, frozenset()) == {"press-ink-coverage"}
    assert codes(heavy, SHEET, frozenset()) == set()


@pytest.mark.parametrize(("side", "over"), [(20, False), (60, True)])
def test_ink_counts_over_fifteen_millimetres(side: int, over: bool, tmp_path: Path, tools: Tools) -> None:
    assert tools["gs"]
    path = build(tmp_path / "a.pdf", f"1 1 1 1 k 60 60 {side} {side} re f")
    assert (codes(path, SHEET, frozenset()) == {"press-ink-coverage"}) is over


def test_a_finding_says_where_it_stands(tmp_path: Path) -> None:
    (noted,) = pdf_problems(
        build(tmp_path / "a.pdf", text(7, TWO, 8.504 + 72, 8.504 + 72)),
        SHEET,
        off=frozenset({"press-ink-coverage"}),
    )
    assert noted.spot is not None
    assert (noted.spot.page, noted.spot.x_mm) == (1, 25.4)
    assert noted.spot.y_mm == pytest.approx(150 - 25.4 - 7 * 0.85 / 72 * 25.4, abs=0.2)


def _encrypted(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="a", owner="b"))


def _sparse(path: Path) -> None:
    with path.open("r+b") as file:
        os.truncate(file.fileno(), 2_000_000_000)


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("pdf-encrypted", _encrypted),
        ("pdf-large", _sparse),
        ("pdf-missing", lambda path: path.unlink()),
        ("pdf-broken", lambda path: path.write_bytes(b"not a pdf")),
        ("pdf-broken", lambda path: path.write_bytes(b"%PDF-1.6\n" + bytes(4000))),
        ("pdf-broken", lambda path: path.write_bytes(b"")),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(code: str, spoil: object, tmp_path: Path) -> None:
    path = build(tmp_path / "a.pdf", PLAIN)
    spoil(path)  # type: ignore[operator]
    with pytest.raises(InputError) as caught:
        pdf_problems(path, SHEET)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].place is not None


def test_a_file_that_opens_and_is_protected_is_no_print_file(tmp_path: Path) -> None:
    path = build(tmp_path / "a.pdf", PLAIN)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="", owner="b"))
    assert codes(path) == {"press-encrypted"}


@pytest.mark.parametrize("way", ["none", "fails"])
def test_ink_that_cannot_be_measured_is_told(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise (ResourceError if way == "none" else InputError)(problem("plates-failed", None, reason="x"))

    monkeypatch.setattr(ghostscript, "separate_pages", fail)
    assert codes(build(tmp_path / "a.pdf", PLAIN), SHEET, frozenset()) == {"press-ink-unmeasured"}


def test_operators_that_make_no_sense_are_told_and_passed_over(tmp_path: Path) -> None:
    assert codes(build(tmp_path / "a.pdf", "g 1 w " + PLAIN)) == {"press-content-damaged"}


def test_a_single_row_of_pixels_is_no_picture(tmp_path: Path) -> None:
    def row(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.XObject.Fine = image(pdf, 200, 1)

    assert codes(build(tmp_path / "a.pdf", PHOTO.format("Fine"), row)) == set()
