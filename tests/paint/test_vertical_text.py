"""Vertical lines in the PDF: fonts that write down the page, and text that reads as it was written."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportpdf.base.ink import BLACK
from reportpdf.layout.display import ARTIFACT
from reportpdf.layout.vertical import set_vertical_words
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition
from reportpdf.theme.style import TextStyle
from tests.conftest import Tools
from tests.paint.setting import BUNDLED, painted, pdfium_text, pdfminer_text

STYLE = TextStyle(("NotoSansSC-Medium", "NotoSansSC-Regular"), 12.0, 20.0, tracking=0.1)
LINES = {
    "plain": "勇当平安建设主力军",
    "marks": "查改、治理，《规定》——说：好……行！",
    "quotes": "说“好‘行’了”的",
    "digits": "共12项61个350条7人",
    "turned": "建成2024年GDP与www.example.com",
    "signs": "提高100%与36℃",
}


def pdf_of(words: str) -> bytes:
    made = set_vertical_words(Setter(BUNDLED, Composition()), words, STYLE)
    return painted(made.put(200.0, 10.0, BLACK, ARTIFACT))


def bare(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("name", LINES)
def test_a_vertical_line_reads_as_it_was_written(name: str) -> None:
    words, data = LINES[name], pdf_of(LINES[name])
    assert bare(pdfium_text(data)) == words
    assert sorted(bare(pdfminer_text(data))) == sorted(words)


@pytest.mark.parametrize("name", LINES)
def test_poppler_reads_it_in_order(name: str, tools: Tools, tmp_path: Path) -> None:
    path = tmp_path / "line.pdf"
    path.write_bytes(pdf_of(LINES[name]))
    done = subprocess.run([tools["pdftotext"], "-raw", path, "-"], capture_output=True, check=True)
    assert bare(done.stdout.decode("utf-8")) == LINES[name]


@pytest.mark.parametrize("name", LINES)
def test_no_form_for_vertical_writing_gets_into_the_text(name: str) -> None:
    """ToUnicode is logical: neither U+FE10 to U+FE44 nor the brackets drawn for quotes."""
    read = pdfium_text(pdf_of(LINES[name]))
    assert not [c for c in read if 0xFE10 <= ord(c) <= 0xFE44 or c in "﹁﹂﹃﹄「」『』"]


def test_upright_characters_are_in_a_font_that_writes_down() -> None:
    """Source: ISO 32000-2 9.7.5.2, Identity-V."""
    with pikepdf.open(BytesIO(pdf_of(LINES["digits"]))) as pdf:
        fonts = pdf.pages[0].Resources.Font
        encodings = {str(fonts[name].Encoding) for name in fonts}
    assert encodings == {"/Identity-V", "/Identity-H"}
