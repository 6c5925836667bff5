"""The file read back: a good one passes, and each planted fault is found by the check meant for it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportpdf.check.readback import Expected, unmet_claims
from reportpdf.press.choose import Wanted, choose_editions
from reportpdf.press.edition import Edition, Purpose
from tests.press.editions import DATE, made, sample

WANTED = Wanted((Purpose.PRESS,), tagged=True, date=DATE)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Edition, Expected]:
    one = made(WANTED, tmp_path_factory.mktemp("photos"))
    (edition,), _ = choose_editions(WANTED)
    document = sample()[1]
    trim = document.trim.width, document.trim.height
    expected = Expected(len(document.pages), trim, document.bleed, document.title, document.author)
    return one.data, edition, expected


def test_a_good_file_keeps_all_its_claims(good: tuple[bytes, Edition, Expected]) -> None:
    assert unmet_claims(*good) == ()


def _untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def _unmark(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"EMC", b"", 1))


def _rgb(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n1 0 0 rg\n0 0 1 1 re f")


def _rgb_image(pdf: pikepdf.Pdf) -> None:
    next(iter(pdf.pages[0].Resources.XObject.values())).ColorSpace = pikepdf.Name.DeviceRGB


def _no_font(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def _no_text(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[0].Resources.Font.values()))["/ToUnicode"]


def _trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].TrimBox = [10, 10, 500, 700]


def _bleed(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].BleedBox = pdf.pages[2].TrimBox


def _intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[1]


def _profile(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def _info(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Title = "别的题目"


def _xmp(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", b"PDF/X-9")
    pdf.Root.Metadata = pdf.make_stream(metadata, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def _link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots = pikepdf.Array([])


def _action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript)


def _page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


FAULTS: list[tuple[Callable[[pikepdf.Pdf], None], str]] = [
    (_untag, "ISO 14289-1 7.1"),
    (_unmark, "ISO 14289-1 7.1"),
    (_rgb, "ISO 15930-7 6.4"),
    (_rgb_image, "ISO 15930-7 6.4"),
    (_no_font, "ISO 19005-2 6.2.11.4"),
    (_no_text, "ISO 19005-2 6.2.11.7"),
    (_trim, "ISO 32000-2 14.11.2.5"),
    (_bleed, "ISO 32000-2 14.11.2.4"),
    (_intent, "ISO 32000-2 14.11.5"),
    (_profile, "ISO 32000-2 table 400"),
    (_info, "ISO 19005-2 6.6.3"),
    (_xmp, "ISO 19005-2 6.6.4"),
    (_link, "ISO 15930-7 6.17"),
    (_action, "ISO 15930-7 6.18"),
    (_page, "ISO 32000-2 7.7.3"),
]


@pytest.mark.parametrize(("spoil", "clause"), FAULTS, ids=[f.__name__ for f, _ in FAULTS])
def test_each_planted_fault_is_found(
    good: tuple[bytes, Edition, Expected], spoil: Callable[[pikepdf.Pdf], None], clause: str
) -> None:
    data, edition, expected = good
    spoiled = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        spoil(pdf)
        pdf.save(spoiled, force_version="1.6", fix_metadata_version=False)
    assert clause in [found.clause for found in unmet_claims(spoiled.getvalue(), edition, expected)]


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_bytes_that_are_no_pdf_are_said_to_be_none(good: tuple[bytes, Edition, Expected], cut: int) -> None:
    data, edition, expected = good
    found = unmet_claims(data[:cut], edition, expected)
    assert [f.clause for f in found] == ["ISO 32000-2 7.5"] or found


def test_another_version_in_the_header_is_found(good: tuple[bytes, Edition, Expected]) -> None:
    data, edition, expected = good
    found = unmet_claims(data.replace(b"%PDF-1.6", b"%PDF-1.7", 1), edition, expected)
    assert [f.clause for f in found] == ["ISO 32000-2 7.5.2"]


def test_the_folder_of_the_profiles_holds_what_the_conditions_name() -> None:
    from reportpdf.paint.intents import PROFILES
    from reportpdf.press.conditions import CONDITIONS

    for condition in CONDITIONS.values():
        assert (Path(PROFILES) / condition.profile).is_file()
