"""Bad files: each has a place, a fact and a fix, exit code 2, and nothing is written."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpdf.base.messages import MESSAGES
from reportpdf.cli import main
from reportpdf.source.intake import inputs, package
from tests.intake.making import changed, document, photo, workbook

DOCUMENT = "word/document.xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
Make = Callable[[Path], Path]


def _ok(folder: Path) -> Path:
    return document(folder / "ok.docx", lambda d: (d.add_paragraph("题目"), d.add_paragraph("破案23起。")))


def _with(change: Callable[[bytes], bytes | None]) -> Make:
    """The document with its main part changed."""
    return lambda folder: changed(
        _ok(folder), folder / "a.docx", lambda name, part: change(part) if name == DOCUMENT else part
    )


def _written(name: str, content: bytes) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def _cut(folder: Path) -> Path:
    return _written("a.docx", _ok(folder).read_bytes()[:9000])(folder)


def _damaged(folder: Path) -> Path:
    """One byte of a stored part is another, which its checksum tells."""
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_STORED) as stored:
        with zipfile.ZipFile(_ok(folder)) as old:
            for name in old.namelist():
                stored.writestr(name, old.read(name))
        stored.writestr("word/media/image1.jpg", b"picture" * 100)
    content = (folder / "a.docx").read_bytes()
    return _written("a.docx", content.replace(b"picturepicture", b"picturePicture", 1))(folder)


def _encrypted(folder: Path) -> Path:
    """The flag of ZIP's own encryption set in the directory."""
    content = bytearray(_ok(folder).read_bytes())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return _written("a.docx", bytes(content))(folder)


def _many(folder: Path) -> Path:
    extra = {f"word/media/{n}": b"" for n in range(package.MOST_PARTS)}
    return changed(_ok(folder), folder / "a.docx", lambda _, part: part, **extra)


def _book(*rows: list[object]) -> Make:
    return lambda folder: workbook(folder / "a.xlsx", [["指标", "数值"], *rows])


def _error_value(folder: Path) -> Path:
    return workbook(
        folder / "a.xlsx", [["甲", 1], ["乙", "#DIV/0!"]], lambda s: setattr(s["B2"], "data_type", "e")
    )


ENTITY = b'?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
WRAP, UNWRAP = b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>"

FAULTS: list[tuple[str, Make, str]] = [
    ("bomb", _with(lambda part: part.replace(b"</w:body>", b" " * 60_000_000 + b"</w:body>")), "office-bomb"),
    ("entities", _with(lambda part: part.replace(b"?>", ENTITY, 1)), "office-doctype"),
    (
        "entities in UTF-16",
        _with(lambda p: p.replace(b"?>", ENTITY, 1).decode().replace("UTF-8", "UTF-16").encode("utf-16")),
        "office-doctype",
    ),
    (
        "depth",
        _with(lambda p: p.replace(b"<w:body>", b"<w:body>" + WRAP * 900 + UNWRAP * 900)),
        "office-depth",
    ),
    ("no XML", _with(lambda part: part[:-30]), "office-broken"),
    ("no main part", _with(lambda _: None), "office-other"),
    ("a workbook's name", lambda f: _ok(f).rename(f / "a.xlsx"), "office-other"),
    (
        "macros",
        lambda f: changed(_ok(f), f / "a.docx", lambda _, p: p, **{"word/vbaProject.bin": b"x"}),
        "office-macro",
    ),
    ("macro name", _written("a.docm", b"x"), "office-macro"),
    ("many parts", _many, "office-parts"),
    ("cut", _cut, "office-broken"),
    ("checksum", _damaged, "office-broken"),
    ("password", _written("a.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le")), "office-password"),
    ("ZIP password", _encrypted, "office-password"),
    ("old Word", _written("a.docx", COMPOUND + "WordDocument".encode("utf-16-le")), "office-old"),
    ("old Excel", _written("a.xlsx", COMPOUND + "Workbook".encode("utf-16-le")), "office-old"),
    ("other OLE", _written("a.docx", COMPOUND), "office-unknown"),
    ("empty", _written("a.docx", b""), "office-empty"),
    ("words", _written("a.docx", "只是文字".encode()), "office-broken"),
    ("old name", _written("a.doc", b"x"), "intake-save-as"),
    ("another kind", _written("a.pdf", b"%PDF"), "intake-kind"),
    ("nothing", _written("a.md", b"\n\n"), "intake-nothing"),
    ("noise", _written("a.txt", bytes(range(256)) * 9), "source-bad-byte"),
    ("cut UTF-16", _written("a.txt", "滨州".encode("utf-16")[:-1]), "intake-cut"),
    ("not there", lambda folder: folder / "a.docx", "source-missing"),
    ("photos alone", lambda folder: photo(folder / "p" / "1.jpg").parent, "intake-nothing"),
    ("uncalculated", _book(["甲", "=1+1"]), "cell-uncalculated"),
    ("error value", _error_value, "cell-error"),
    (
        "sheet of a million rows",
        lambda f: workbook(f / "a.xlsx", [], lambda s: s.cell(1_000_000, 1, 5)),
        "workbook-large",
    ),
]


@pytest.mark.parametrize(("name", "make", "code"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_bad_file_is_refused_with_place_fact_and_fix(
    name: str,
    make: Make,
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = make(tmp_path)
    out = tmp_path / "out"
    assert main(["import", str(path), "-o", str(out), "--json"]) == 2
    (told, *_) = json.loads(capsys.readouterr().out)["problems"]
    assert told["code"] == code
    assert told["where"]["file"]
    assert told["fact"]
    assert told["fix"]
    assert not out.exists()


def test_all_bad_files_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [_cut(tmp_path), _written("b.doc", b"x")(tmp_path), tmp_path / "c.md"]
    assert main(["import", *map(str, paths), "-o", str(tmp_path / "out"), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)["problems"]
    assert [one["code"] for one in told] == ["office-broken", "intake-save-as", "source-missing"]


def test_a_folder_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(_ok(tmp_path))]) == 2
    assert "-o FOLDER" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_before_reading(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["import", str(_ok(tmp_path)), "-o", str(tmp_path / "file" / "out")]) == 2


def test_links_out_of_a_folder_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = photo(tmp_path / "elsewhere" / "secret.jpg")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jpg").symlink_to(secret)
    _ok(tmp_path).rename(tmp_path / "in" / "a.docx")
    assert main(["import", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--json"]) == 0
    assert "intake-link" in {p["code"] for p in json.loads(capsys.readouterr().out)["problems"]}
    assert not list((tmp_path / "out").glob("photos/*"))


@pytest.mark.parametrize(
    "path", ["../../secret.jpg", "/etc/hostname.jpg", "http://a.cn/1.jpg", "C:\\a.jpg", "~/a.jpg"]
)
def test_a_picture_outside_the_manuscripts_folder_is_not_read(path: str, tmp_path: Path) -> None:
    photo(tmp_path / "secret.jpg")
    manuscript = tmp_path / "x" / "y" / "a.md"
    manuscript.parent.mkdir(parents=True)
    manuscript.write_text(f"# 题\n\n## 章\n**1项**——办完了。\n\n![现场。]({path})\n", "utf-8")
    assert main(["import", str(manuscript), "-o", str(tmp_path / "out")]) == 0
    assert [p.name for p in (tmp_path / "out" / "photos").iterdir()] == ["stand-in-01.png"]


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_FILES", 1)
    photo(tmp_path / "p" / "1.jpg")
    photo(tmp_path / "p" / "2.jpg")
    with pytest.raises(inputs.InputError, match="intake-many"):
        inputs.read_inputs((str(tmp_path / "p"),))


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 1000)
    with pytest.raises(package.InputError, match="source-too-large"):
        package.read_package(_ok(tmp_path), "ok.docx", DOCUMENT)


def test_xml_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_XML", 1000)
    with pytest.raises(package.InputError, match="office-long"):
        package.read_package(_ok(tmp_path), "ok.docx", DOCUMENT)


def test_the_questions_are_notes() -> None:
    """A question stops nothing: it stands in the report."""
    assert {row.severity.value for code, row in MESSAGES.items() if code.startswith("ask-")} == {"note"}
