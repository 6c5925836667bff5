"""The file around the pages: boxes, properties, bookmarks, bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportpdf.layout.display import Document, OutlineEntry
from reportpdf.paint.surface import paint_document
from reportpdf.press.edition import SCREEN
from reportpdf.press.sheet import SheetBoxes, bleed_boxes, screen_boxes
from tests.paint.setting import BUNDLED, GOTHIC, KAI, SONG, cluster, clusters, document, line, painted

ROOT = Path(__file__).parent.parent.parent


def _painted(doc: Document, **kw: object) -> bytes:
    return paint_document(doc, BUNDLED, lambda _: None, **kw)


def _boxes(pdf: bytes, name: str) -> list[float]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [float(v) for v in opened.pages[0][f"/{name}"]]


SHEETS: dict[str, tuple[SheetBoxes | None, dict[str, list[float]]]] = {
    "screen": (
        None,
        {"MediaBox": [0, 0, 400, 300], "BleedBox": [0, 0, 400, 300], "TrimBox": [0, 0, 400, 300]},
    ),
    "with bleed": (
        bleed_boxes(screen_boxes(document([]).trim).trim, 9.0),
        {"MediaBox": [0, 0, 418, 318], "BleedBox": [0, 0, 418, 318], "TrimBox": [9, 9, 409, 309]},
    ),
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_boxes_lie_within_each_other(sheet: str) -> None:
    boxes, expected = SHEETS[sheet]
    pdf = _painted(document([line(clusters("页"))]), boxes=boxes)
    assert {name: _boxes(pdf, name) for name in expected} == expected


FACES = [SONG, KAI, GOTHIC]


def test_properties_and_xmp_agree() -> None:
    pdf = _painted(
        document([line(clusters("页"))], title="数“说”<影>&述", author="罗军、郭飞", subject="平安建设")
    )
    with pikepdf.open(BytesIO(pdf)) as opened:
        info = {str(k): str(v) for k, v in opened.docinfo.items()}
        assert info == {
            "/Title": "数“说”<影>&述",
            "/Author": "罗军、郭飞",
            "/Subject": "平安建设",
            "/Producer": "reportpdf 0.1.0",
        }
        with opened.open_metadata() as xmp:
            assert xmp["dc:title"] == info["/Title"]
            assert xmp["dc:creator"] == [info["/Author"]]
            assert xmp["dc:description"] == info["/Subject"]
            assert xmp["pdf:Producer"] == info["/Producer"]
        ET.fromstring(opened.Root.Metadata.read_bytes())
        assert str(opened.Root.Lang) == "zh-Hans"
        assert opened.Root.ViewerPreferences.DisplayDocTitle is True
        assert "/OpenAction" not in opened.Root
        assert opened.pdf_version == "1.7"


def test_empty_properties_are_left_out() -> None:
    pdf = _painted(document([], title="", author="", subject=""))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert list(opened.docinfo.keys()) == ["/Producer"]


def test_a_date_is_stated_only_when_given() -> None:
    doc = document([line(clusters("页"))])
    moment = datetime(2025, 1, 10, 8, 30, tzinfo=UTC)
    assert b"CreationDate" not in _painted(doc)
    with pikepdf.open(BytesIO(_painted(doc, edition=replace(SCREEN, date=moment)))) as opened:
        assert str(opened.docinfo["/CreationDate"]) == "D:20250110083000+00'00"
        with opened.open_metadata() as xmp:
            assert xmp["xmp:CreateDate"] == "2025-01-10T08:30:00+00:00"


def test_bookmarks_open_their_pages_at_their_height() -> None:
    entries = (OutlineEntry("冲在最前险，勇当平安建设主力军", 0, 40.0), OutlineEntry("末", 1, 0.0))
    pdf = _painted(document([line(clusters("一"))], [line(clusters("二"))], outline=entries))
    with pikepdf.open(BytesIO(pdf)) as opened:
        with opened.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [entry.title for entry in entries]
            targets = [list(entry.destination) for entry in outline.root]
        assert [opened.pages.index(pikepdf.Page(target[0])) for target in targets] == [0, 1]
        assert [(str(t[1]), float(t[3])) for t in targets] == [("/XYZ", 260.0), ("/XYZ", 300.0)]


def test_page_labels_count_from_the_first_pages_number() -> None:
    pdf = _painted(document([line(clusters("一"))], [line(clusters("二"))], first=7))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert [page.label for page in opened.pages] == ["7", "8"]


def test_the_file_is_sound(tmp_path: Path, tools: dict[str, str]) -> None:
    path = tmp_path / "set.pdf"
    items = [line([cluster(c, face) for c in "2024"]) for face in FACES]
    path.write_bytes(_painted(document(items, items, outline=(OutlineEntry("一", 0, 0.0),))))
    done = subprocess.run([tools["qpdf"], "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


SCRIPT = """
import sys, hashlib
from tests.paint.setting import *
from reportpdf.base.ink import Ink
from reportpdf.layout.display import BoxItem
from reportpdf.base.geometry import Rect
items = [line([cluster(c, f) for c in "2024年officer"], ink=Ink(i / 10, 0.5, 0, 0), y=20 + 20 * i)
         for i, f in enumerate((SONG, KAI, SONG))]
items.append(BoxItem(Rect(1, 2, 3, 4), Ink(0, 0.98, 0.92, 0.1)))
print(hashlib.sha256(painted(*items)).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_every_process() -> None:
    digests = set()
    for seed in ("1", "2"):
        path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env=environment
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_another_text_gives_another_id() -> None:
    ids = set()
    for text in ("甲", "乙", "甲"):
        with pikepdf.open(BytesIO(painted(line(clusters(text))))) as opened:
            ids.add(bytes(opened.trailer.ID[0]))
    assert len(ids) == 2
