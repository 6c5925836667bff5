"""Whole editions of the sample, read back by another library and by programs: what a printer and an archive
get."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportpdf.base.problem import InputError
from reportpdf.base.units import mm
from reportpdf.model.job import Marks
from reportpdf.press.choose import Choice, Wanted
from reportpdf.press.conditions import CONDITIONS
from reportpdf.press.edition import Purpose
from reportpdf.press.imposition import Imposition
from reportpdf.source.condition_file import read_condition
from tests.conftest import Tools
from tests.press.editions import SAMPLE, made, sample

PRESS = (Purpose.PRESS,)
ARCHIVE = (Purpose.ARCHIVE,)

EDITIONS = {
    "screen": Wanted(),
    "x4 coated": Wanted(PRESS),
    "x4 newsprint": Wanted(PRESS, condition=CONDITIONS["newsprint"], marks=Marks.CROP),
    "x1a uncoated": Wanted(PRESS, standard=Choice("x1a"), condition=CONDITIONS["uncoated"]),
    "tagged": Wanted(PRESS, tagged=True, marks=Marks.NONE),
    "perceptual": Wanted(PRESS, perceptual=True),
    "a2a": Wanted(ARCHIVE),
    "a4": Wanted(ARCHIVE, standard=Choice("a4")),
}


@pytest.fixture(scope="module")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("photos")


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest, cache_dir: Path) -> tuple[str, bytes]:
    return request.param, made(EDITIONS[request.param], cache_dir).data


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def test_another_program_finds_nothing_wrong(
    edition: tuple[str, bytes], tools: Tools, tmp_path: Path
) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(edition[1])
    done = subprocess.run([tools["qpdf"], "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_equal_input_gives_equal_bytes(edition: tuple[str, bytes], cache_dir: Path) -> None:
    assert made(EDITIONS[edition[0]], cache_dir).data == edition[1]


def test_a_press_page_has_one_colour_space(edition: tuple[str, bytes]) -> None:
    name, data = edition
    press = EDITIONS[name].purposes == PRESS
    with opened(data) as pdf:
        for page in pdf.pages:
            for image in page.Resources.get("/XObject", {}).values():
                assert image.ColorSpace == ("/DeviceCMYK" if press else "/DeviceRGB") or (
                    not press and image.ColorSpace == "/DeviceGray"
                )
            operators = {str(o) for _, o in pikepdf.parse_content_stream(page)}
            assert not operators & (
                {"rg", "RG", "g", "G", "sc", "SCN"} if press else {"k", "K", "scn", "SCN"}
            )


def test_black_text_overprints_and_white_never_does(cache_dir: Path) -> None:
    with opened(made(EDITIONS["x4 coated"], cache_dir).data) as pdf:
        for page in pdf.pages:
            states = {name: bool(state.op) for name, state in page.Resources.ExtGState.items()}
            over, fill, shown = False, None, 0
            for operands, operator in pikepdf.parse_content_stream(page):
                word = str(operator)
                if word == "gs":
                    over = states[str(operands[0])]
                elif word == "k":
                    fill = tuple(float(v) for v in operands)
                elif word == "TJ":
                    shown += 1
                    assert over == (fill == (0.0, 0.0, 0.0, 1.0))
            assert shown


def test_marks_are_of_the_registration_colour(cache_dir: Path) -> None:
    with opened(made(EDITIONS["x4 newsprint"], cache_dir).data) as pdf:
        spaces = pdf.pages[0].Resources.ColorSpace
        assert [str(space[1]) for space in spaces.values()] == ["/All"]


def test_the_sheet_has_its_boxes(cache_dir: Path) -> None:
    with opened(made(EDITIONS["x4 coated"], cache_dir).data) as pdf:
        media, bleed, trim = (
            [float(v) for v in pdf.pages[0][b]] for b in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
    assert trim[2] - trim[0] == pytest.approx(mm(210), abs=0.01)
    assert trim[0] - bleed[0] == pytest.approx(mm(3), abs=0.01)
    assert bleed[0] - media[0] >= mm(5)


def test_screen_is_linearised_and_small(cache_dir: Path, tools: Tools, tmp_path: Path) -> None:
    data = made(EDITIONS["screen"], cache_dir).data
    path = tmp_path / "screen.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        [tools["qpdf"], "--check-linearization", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"/ObjStm" in data


@pytest.mark.parametrize("name", ["screen", "tagged", "a2a", "a4"])
def test_the_text_of_the_tree_is_the_report(name: str, cache_dir: Path) -> None:
    told = tree_text(made(EDITIONS[name], cache_dir).data)
    sources, document = sample()
    assert told.startswith(document.title)
    for section in sources.report.sections:
        for callout in section.callouts:
            figure = re.sub("[、，,]", "、", callout.figure.value)
            assert figure in told
            assert callout.text.value.split(",")[0] in told


def tree_text(data: bytes) -> str:
    """The characters of all elements, in the order of the tree."""
    with opened(data) as pdf:
        pages = {page.objgen: _marked_text(page) for page in pdf.pages}
        parts: list[str] = []

        def walk(element: pikepdf.Object, page: pikepdf.Object | None) -> None:
            page = element.get("/Pg", page)
            for kid in element.get("/K", []):
                if isinstance(kid, int):
                    parts.append(pages[page.objgen][kid])
                elif kid.get("/Type") == "/MCR":
                    parts.append(pages[kid.Pg.objgen][int(kid.MCID)])
                else:
                    walk(kid, page)

        walk(pdf.Root.StructTreeRoot.K[0], None)
        return "".join(parts)


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    maps = {name: _cmap(font.ToUnicode.read_bytes()) for name, font in page.Resources.Font.items()}
    text: dict[int, str] = {}
    current, number = "", -1
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        if word == "BDC" and "/MCID" in operands[1]:
            number = int(operands[1].MCID)
            text[number] = ""
        elif word == "EMC":
            number = -1
        elif word == "Tf":
            current = str(operands[0])
        elif word in ("TJ", "Tj") and number >= 0:
            strings = operands[0] if word == "TJ" else [operands[0]]
            for part in strings:
                if isinstance(part, pikepdf.String):
                    codes = bytes(part)
                    text[number] += "".join(maps[current][codes[i : i + 2]] for i in range(0, len(codes), 2))
    return text


def _cmap(stream: bytes) -> dict[bytes, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>\n", stream.split(b"endcodespacerange")[1])
    return {bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in rows}


def test_the_archive_takes_its_source_where_the_standard_has_a_place(cache_dir: Path) -> None:
    for key in ("a3a", "a4f"):
        wanted = Wanted(ARCHIVE, standard=Choice(key), attach=True)
        with opened(made(wanted, cache_dir, source=SAMPLE).data) as pdf:
            assert pdf.attachments["report.yaml"].get_file().read_bytes() == SAMPLE.read_bytes()
            assert pdf.Root.AF[0].AFRelationship == "/Source"


def test_pdf_a_4_has_no_info_and_its_bookmarks_point_into_the_structure(cache_dir: Path) -> None:
    with opened(made(EDITIONS["a4"], cache_dir).data) as pdf:
        assert "/Info" not in pdf.trailer
        assert pdf.Root.Outlines.First.SD[0].S == "/H2"
        assert pdf.Root.StructTreeRoot.K[0].NS.NS == "http://iso.org/pdf2/ssn"


def test_a_booklet_has_its_pages_in_order_and_tells_its_blanks(cache_dir: Path) -> None:
    one = made(Wanted(PRESS, imposition=Imposition.BOOKLET), cache_dir, imposition=Imposition.BOOKLET)
    assert "impose-blank" in [p.code for p in one.problems]
    with opened(one.data) as pdf:
        assert [sorted(page.Resources.XObject.keys()) for page in pdf.pages] == [
            ["/Page1"],
            ["/Page2"],
            ["/Page3"],
            ["/Page4", "/Page5"],
        ]
        trim = [float(v) for v in pdf.pages[0].TrimBox]
        assert trim[2] - trim[0] == pytest.approx(2 * mm(210), abs=0.01)
        assert "/StructTreeRoot" not in pdf.Root
        assert len(pdf.Root.OutputIntents) == 1


def test_stand_ins_are_refused_for_press_each_at_its_line(cache_dir: Path) -> None:
    with pytest.raises(InputError) as caught:
        made(Wanted(PRESS), cache_dir, allowed=())
    assert [p.code for p in caught.value.problems] == ["press-stand-in"] * 7
    assert all(p.place and p.place.line for p in caught.value.problems)


def test_what_is_let_through_is_told_and_in_the_slug(cache_dir: Path) -> None:
    one = made(Wanted(PRESS), cache_dir, allowed=("press-stand-in",))
    assert [p.code for p in one.problems] == ["press-allowed"] * 7
    import pypdfium2

    page = pypdfium2.PdfDocument(one.data)[0]
    assert "press-stand-in" in page.get_textpage().get_text_range()


def test_a_size_is_kept_by_stated_steps_or_refused(cache_dir: Path) -> None:
    usual = len(made(Wanted(), cache_dir).data)
    lowered = made(Wanted(), cache_dir, most_bytes=usual // 2)
    assert len(lowered.data) <= usual // 2
    assert [p.code for p in lowered.problems] == ["size-lowered"]
    with pytest.raises(InputError) as caught:
        made(Wanted(), cache_dir, most_bytes=20_000)
    assert [p.code for p in caught.value.problems] == ["size-unreachable"]


def test_a_printers_own_profile_is_the_intent(cache_dir: Path, tmp_path: Path) -> None:
    ours = Path("src/reportpdf/press/icc/uncoated-fogra29-tac300.icc")
    own = tmp_path / "our-press.icc"
    own.write_bytes((Path(__file__).parent.parent.parent / ours).read_bytes())
    data = made(Wanted(PRESS, condition=read_condition(str(own), None)), cache_dir).data
    with opened(data) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == own.read_bytes()
        assert "/RegistryName" not in intent
