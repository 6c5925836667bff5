"""Text copied out of the finished PDF is the report's text, in reading order, by two extractors.

Both read the content stream in its own order (pdfium always, poppler with -raw); what a program that
guesses columns from white makes of a newspaper page is its own affair.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import yaml

from reportpdf.model.report import Report
from reportpdf.pipeline import RenderOptions, render
from reportpdf.source.report_file import read_report
from reportpdf.source.wanted import Asked
from reportpdf.text.normalise import normalise
from tests.conftest import ROOT, Tools

SAMPLE = ROOT / "data" / "binzhou-2024" / "report.yaml"

UNSEEN: dict[str, dict[str, object]] = {
    "marks and numbers": {
        "title": "一个标题:用(括号)和“引号”",
        "lede": "第一段,有3.5%、￥1200和A-B型。\n第二段……——完了。",
        "sections": [
            {
                "title": "单行标题",
                "callouts": [
                    {"figure": "1,234.5万元", "text": "全年投入1,234.5万元,同比+5%;见www.example.com。"},
                    {"figure": "全国第一", "text": "“十佳”称号《某某规定》(试行),连续6年全国第一。"},
                ],
            }
        ],
    },
    "many rows": {
        "sections": [
            {
                "title": f"第{i}章的上句,第{i}章的下句",
                "callouts": [
                    {
                        "figure": f"{j + 1}项、{j + 2}个",
                        "text": f"这是第{i}章第{j}条说明,共{j + 1}项、{j + 2}个。" * (j + 1),
                    }
                    for j in range(7)
                ],
            }
            for i in range(5)
        ]
    },
}


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _pieces(report: Report) -> Iterator[str]:
    """Every text of the report in reading order, as it is set; the 、 of a compound figure among them."""
    if report.title:
        yield report.title.value
    for line in report.byline:
        yield line.role.value
        yield from (name.value for name in line.names)
    if report.lede:
        yield report.lede.value
    for section in report.sections:
        yield section.title.value
        if section.quote:
            yield section.quote.value
        for callout in section.callouts:
            yield callout.figure.value
            yield callout.text.value


def _pdfium(pdf: Path, _: Tools) -> str:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def _poppler(pdf: Path, tools: Tools) -> str:
    return subprocess.run(
        [tools["pdftotext"], "-raw", pdf, "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")


SHEETS = ("broadsheet", "tabloid")
PAGES = (*product(("newspaper", "gallery"), ("the sample", *UNSEEN)), *product(("newspaper",), SHEETS))


@pytest.fixture(scope="module", params=PAGES)
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    folder = tmp_path_factory.mktemp("extraction")
    theme, name = request.param
    source = SAMPLE
    if name in UNSEEN:
        source = folder / "report.yaml"
        source.write_text(yaml.safe_dump(UNSEEN[name], allow_unicode=True), encoding="utf-8")
    sheet = name if name in SHEETS else "a4"
    options = RenderOptions(source, theme, sheet, Asked(), (folder / "report.pdf",), None, folder / "cache")
    render(options, progress=lambda *_: None)
    return read_report(source), folder / "report.pdf"


@pytest.mark.parametrize("extract", [_pdfium, _poppler])
def test_every_character_comes_back_in_reading_order(
    rendered: tuple[Report, Path], extract: object, tools: Tools
) -> None:
    assert callable(extract)
    report, pdf = rendered
    text, at = _bare(extract(pdf, tools)), 0
    for piece in _pieces(report):
        words = _bare(normalise(piece).text)
        found = text.find(words, at)
        assert found >= 0, f"not found after character {at}: {words[:60]}"
        at = found + len(words)
    for photo in (photo for section in report.sections for photo in section.photos):
        if photo.caption:
            assert _bare(normalise(photo.caption.value).text) in text
