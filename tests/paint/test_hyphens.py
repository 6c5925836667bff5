"""A hyphen that the composer put at a line's end: seen as a hyphen, read as U+00AD (ISO 32000-2 14.9.4)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2

from reportpdf.specimens import make_specimen
from tests.text.specimen_reader import read_pages

TEXT = "国国国国国国hy\u00adphen\u00adation国国国国国国国国"


def test_a_hyphen_is_shown_and_joins_the_word_for_readers(tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps([{"id": "a", "text": TEXT, "measure_em": 9}]), encoding="utf-8")
    data = make_specimen(file, "newspaper").data
    lines = read_pages(data)[0]
    assert lines[0].text.endswith("hy-")
    assert abs(lines[0].marks[-1].at + lines[0].marks[-1].advance - 9) < 0.011
    read = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert re.sub("[\\s\ufffe\u00ad\u0002-]", "", read) == TEXT.replace("\u00ad", "")
