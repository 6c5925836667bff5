"""Makes the files that tests take in: Word documents, workbooks, photos, damaged packages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import yaml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image

from reportpdf.base.problem import Problem
from reportpdf.source.intake.take_in import Intake, take_in
from reportpdf.wording import Wording

SEED = Path(__file__).parents[1] / "data" / "seed-2024.txt"
SAMPLE = Path(__file__).parents[2] / "data" / "binzhou-2024" / "report.yaml"
_WORDING = Wording("zh")


def say(ask: Problem) -> str:
    """A question in Chinese."""
    return _WORDING.sentence(_WORDING.word(ask))


def taken(folder: Path, *files: Path, update: bool = False) -> Intake:
    """The files taken in and written, as the command does."""
    intake = take_in(tuple(str(file) for file in files), folder, say, update=update)
    for file in intake.files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.read())
    return intake


def codes(intake: Intake) -> list[str]:
    """The codes of what is told."""
    return [found.code for found in intake.problems]


def report(folder: Path) -> dict[str, Any]:
    """The report as any YAML reader has it."""
    loaded: dict[str, Any] = yaml.safe_load((folder / "report.yaml").read_text("utf-8"))
    return loaded


def picture(grey: int = 90, size: tuple[int, int] = (900, 600), kind: str = "JPEG") -> io.BytesIO:
    """The bytes of a photo."""
    stream = io.BytesIO()
    Image.new("L", size, grey).save(stream, kind)
    stream.seek(0)
    return stream


def photo(path: Path, grey: int = 90) -> Path:
    """A photo's file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture(grey).read())
    return path


def paragraph(document: Any, text: str, face: str = "仿宋", size: float = 16, bold: bool = False) -> Any:
    """A paragraph in a face, as offices set them: without a style."""
    made = document.add_paragraph()
    run = made.add_run(text)
    run.font.size, run.bold = Pt(size), bold or None
    properties = run._element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.set(qn("w:eastAsia"), face)
    return made


def document(path: Path, fill: Callable[[Any], None]) -> Path:
    """A Word document's file."""
    made = docx.Document()
    fill(made)
    made.save(str(path))
    return path


def workbook(path: Path, rows: list[list[Any]], fill: Callable[[Any], None] | None = None) -> Path:
    """A workbook's file with one sheet, Sheet1."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    for row in rows:
        sheet.append(row)
    if fill:
        fill(sheet)
    book.save(path)
    return path


def changed(package: Path, to: Path, change: Callable[[str, bytes], bytes | None], **more: bytes) -> Path:
    """A package with its parts changed (None: left out), and more of them."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in more.items():
            new.writestr(name, part)
    return to
