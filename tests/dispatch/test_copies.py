"""Copies: the base as it was painted, and a tail that holds one recipient and no other."""

from __future__ import annotations

import errno
import os
import pickle
import re
import zlib
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from reportpdf.base.problem import InputError
from reportpdf.check.readback import Expected, unmet_claims
from reportpdf.dispatch.codes import grouped
from reportpdf.dispatch.copies import Protection
from reportpdf.press.edition import Purpose
from reportpdf.press.imposition import Imposition
from reportpdf.source.wanted import Asked
from tests.dispatch.copying import NAMES, Master, marked, master

MARK = marked()
OTHER = marked(NAMES[1], 1)


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory, sample_report: Path) -> Master:
    return master(tmp_path_factory.mktemp("screen"), sample_report)


def whole(its: Master, mark: object = MARK) -> bytes:
    return its.base.path.read_bytes() + its.base.tail(mark).tail


def claims_kept(its: Master, data: bytes) -> tuple[object, ...]:
    document, edition = its.document, its.made.edition
    trim = document.trim.width, document.trim.height
    bleed = document.bleed if edition.claims.press else 0.0
    expected = Expected(len(document.pages), trim, bleed, document.title, document.author)
    return unmet_claims(data, edition, expected)


def words_of(data: bytes) -> list[str]:
    pdf = PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in pdf]


def pixels(data: bytes, index: int, ppi: float = 100) -> object:
    return PdfDocument(data)[index].render(scale=ppi / 72).to_pil().convert("L")


def test_a_copy_is_the_base_and_a_small_tail(screen: Master, tmp_path: Path) -> None:
    written = screen.base.write(MARK, tmp_path / "copy.pdf")
    data = (tmp_path / "copy.pdf").read_bytes()
    assert data == whole(screen)
    assert (written.size, written.sha256) == (len(data), sha256(data).hexdigest())
    made = screen.base.tail(MARK)
    assert (made.size, made.sha256) == (written.size, written.sha256)
    assert len(made.tail) < 20_000
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_equal_marks_give_equal_bytes_in_any_order_and_process(screen: Master) -> None:
    marks = [marked(NAMES[i % 3], i + 1, watermark=i % 2 == 0) for i in range(9)]
    tails = [screen.base.tail(mark).tail for mark in marks]
    again = pickle.loads(pickle.dumps(screen.base))
    assert [again.tail(mark).tail for mark in reversed(marks)] == tails[::-1]
    assert len(set(tails)) == len(tails)


def test_name_number_and_code_are_words_of_every_page(screen: Master) -> None:
    for words in words_of(whole(screen)):
        assert MARK.department in words.replace("\r\n", "")
        assert "3/12" in words
        assert grouped(MARK.code) in words


def test_micro_type_stands_under_a_qr_code_only(screen: Master) -> None:
    shown = grouped(MARK.code)
    for qr, times in ((True, 2), (False, 1)):
        assert {page.count(shown) for page in words_of(whole(screen, replace(MARK, qr=qr)))} == {times}


def test_the_watermark_is_seen_and_is_no_text(screen: Master) -> None:
    plain, marked_too = whole(screen), whole(screen, replace(MARK, watermark=f"{NAMES[0]} 内部资料"))
    assert words_of(plain) == words_of(marked_too)
    assert pixels(plain, 0) != pixels(marked_too, 0)


def test_a_copy_says_its_code_and_names_nobody(screen: Master) -> None:
    with pikepdf.open(BytesIO(whole(screen))) as pdf, pikepdf.open(BytesIO(whole(screen, OTHER))) as other:
        packet = pdf.Root.Metadata.read_bytes().decode()
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert info["/Keywords"] == grouped(MARK.code)
        assert f"<dc:identifier>{grouped(MARK.code)}</dc:identifier>" in packet
        assert f"<xmpMM:DocumentID>{screen.base.document_id}</xmpMM:DocumentID>" in packet
        assert not any(MARK.department in said for said in (packet, *info.values()))
        assert screen.base.document_id in other.Root.Metadata.read_bytes().decode()
        assert pdf.trailer.ID[0] == other.trailer.ID[0]
        assert pdf.trailer.ID[1] != other.trailer.ID[1]


def everything(data: bytes) -> bytes:
    """A file's bytes, and those of all its streams, old revisions too."""
    parts = [data]
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            parts.append(zlib.decompressobj().decompress(data[match.end() :]))
        except zlib.error:
            continue  # a stream that is stored as it is, or a photo
    return b"\n".join(parts)


def test_nothing_of_one_recipient_is_in_another_file(screen: Master) -> None:
    screen.base.tail(OTHER)
    data = everything(whole(screen))
    for words in (OTHER.department, OTHER.code, grouped(OTHER.code)):
        for coding in ("utf-8", "utf-16-be", "gb18030"):
            assert words.encode(coding) not in data
    mapped = "".join(
        chr(int(found, 16)) for found in re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]{4})>", data[:] or b"")
    )
    own = set(MARK.department) | set("".join(words_of(screen.made.data)))
    assert not (set(OTHER.department) - own) & set(mapped)


@pytest.mark.parametrize("theme", ["newspaper", "gallery"])
@pytest.mark.parametrize("sheet", ["a4", "tabloid", "broadsheet"])
def test_marks_stand_where_nothing_is_printed(
    theme: str, sheet: str, tmp_path: Path, sample_report: Path
) -> None:
    its = master(tmp_path, sample_report, theme, sheet)
    data = whole(its)
    assert its.base.notes == ()
    for index in range(len(its.document.pages)):
        before, after = pixels(its.made.data, index), pixels(data, index)
        changed = [(a, b) for a, b in zip(before.tobytes(), after.tobytes(), strict=True) if a != b]
        assert len(changed) > 200
        assert min(a for a, _ in changed) >= 250


@pytest.mark.parametrize(
    "asked",
    [
        Asked((Purpose.SCREEN,)),
        Asked((Purpose.ARCHIVE,)),
        Asked((Purpose.ARCHIVE,), standard="a4"),
        Asked((Purpose.PRESS,)),
        Asked((Purpose.PRESS,), standard="x1a"),
        Asked((Purpose.PRESS,), tagged=True),
    ],
    ids=lambda asked: f"{asked.purposes[0].value}-{asked.standard}-{asked.tagged}",
)
def test_what_the_edition_claims_the_copy_keeps(asked: Asked, tmp_path: Path, sample_report: Path) -> None:
    its = master(tmp_path, sample_report, asked=asked)
    assert claims_kept(its, whole(its, marked(watermark=True))) == ()


def test_a_press_page_is_printed_as_it_was_signed(tmp_path: Path, sample_report: Path) -> None:
    its = master(tmp_path, sample_report, asked=Asked((Purpose.PRESS,)))
    data = whole(its, marked(watermark=True))
    for index in range(len(its.document.pages)):
        before, after = PdfDocument(its.made.data)[index], PdfDocument(data)[index]
        for page in (before, after):
            page.set_cropbox(*page.get_bleedbox())
        assert before.render(scale=1).to_pil().tobytes() == after.render(scale=1).to_pil().tobytes()
    assert all(grouped(marked().code) in words for words in words_of(data))
    with pytest.raises(InputError) as refused:
        its.base.protected(MARK, Protection("a", "b"))
    assert refused.value.problems[0].code == "copy-locked"


def test_only_the_password_opens_a_locked_copy(screen: Master) -> None:
    data = screen.base.protected(MARK, Protection("开门 2026", "owner"))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password="开门 2026") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert (pdf.allow.extract, pdf.allow.accessibility, pdf.allow.print_highres) == (False, True, True)
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert grouped(MARK.code) in packet
    assert ("pdfaid:part>" in packet, "pdfuaid:part>" in packet) == (False, True)
    assert not any(code.encode() in data for code in (MARK.code, grouped(MARK.code)))
    assert "开门" not in repr(Protection("开门 2026", "owner"))


def test_without_the_kernels_copy_the_bytes_are_the_same(
    screen: Master, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = screen.base.write(MARK, tmp_path / "1.pdf")
    monkeypatch.delattr(os, "copy_file_range", raising=False)
    assert screen.base.write(MARK, tmp_path / "2.pdf") == first

    def refuses(*_: object) -> int:
        raise OSError(errno.EXDEV, "other device")

    monkeypatch.setattr(os, "copy_file_range", refuses, raising=False)
    assert screen.base.write(MARK, tmp_path / "3.pdf") == first
    assert {sha256((tmp_path / f"{i}.pdf").read_bytes()).hexdigest() for i in (1, 2, 3)} == {first.sha256}


def test_a_disk_that_fills_leaves_nothing(
    screen: Master, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="no space"):
        screen.base.write(MARK, tmp_path / "copy.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_written_over(screen: Master, tmp_path: Path) -> None:
    (tmp_path / "copy.pdf").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        screen.base.write(MARK, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == b"mine"


@pytest.mark.parametrize("fault", ["copy-base-changed", "copy-base-missing"])
def test_a_base_that_is_not_what_it_was(fault: str, screen: Master, tmp_path: Path) -> None:
    base = pickle.loads(pickle.dumps(screen.base))
    base.path = tmp_path / "base.pdf"
    if fault == "copy-base-changed":
        base.path.write_bytes(screen.base.path.read_bytes() + b"\n")
    with pytest.raises(InputError) as raised:
        base.tail(MARK)
    assert [p.code for p in raised.value.problems] == [fault]


@pytest.mark.parametrize(("name", "code"), [("某局😀", "copy-glyph"), ("某市公安局" * 40, "copy-name-long")])
def test_a_name_that_cannot_be_set(name: str, code: str, tmp_path: Path, sample_report: Path) -> None:
    with pytest.raises(InputError) as refused:
        master(tmp_path, sample_report, names=(*NAMES, name))
    assert [p.code for p in refused.value.problems] == [code]


def test_a_long_name_goes_below_the_folio(tmp_path: Path, sample_report: Path) -> None:
    name = "滨州市公安局交通警察支队" * 4
    its = master(tmp_path, sample_report, names=(name,))
    for words in words_of(whole(its, marked(name))):
        assert name in words.replace("\r\n", "")
    assert its.base.notes == ()


def test_imposed_sheets_are_marked_in_their_metadata(tmp_path: Path, sample_report: Path) -> None:
    asked = Asked((Purpose.PRESS,), imposition=Imposition.BOOKLET)
    its = master(tmp_path, sample_report, asked=asked)
    data = whole(its)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) != len(its.document.pages)
        assert grouped(MARK.code) in pdf.Root.Metadata.read_bytes().decode()
    assert not any(grouped(MARK.code) in words for words in words_of(data))


def test_a_name_that_was_not_announced_is_refused_and_the_next_is_not(screen: Master) -> None:
    with pytest.raises(InputError) as refused:
        screen.base.tail(marked("鑫鑫"))
    assert [p.code for p in refused.value.problems] == ["copy-glyph"]
    assert screen.base.tail(OTHER).tail
