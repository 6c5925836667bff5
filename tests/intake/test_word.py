"""Word documents: heads by style, face, weight and ordinal; tables, lists, pictures, what is left out."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches
from PIL import Image

from reportpdf.source.intake.numbering import written
from tests.intake.making import codes, document, paragraph, picture, report, taken


def _made(tmp_path: Path, fill: Any) -> tuple[dict[str, Any], list[str]]:
    told = codes(taken(tmp_path / "out", document(tmp_path / "a.docx", fill)))
    return report(tmp_path / "out"), told


def test_an_offices_document_without_styles(tmp_path: Path) -> None:
    """GB/T 9704: title in 小标宋, heads in 黑体 and 楷体, nothing bold."""

    def fill(d: Any) -> None:
        paragraph(d, "惠民县公安局2024年工作总结", "方正小标宋简体", 22)
        paragraph(d, "（2024年12月28日）", "楷体")
        paragraph(d, "2024年，全局圆满完成各项任务。现将情况总结如下。")
        paragraph(d, "一、聚焦主责主业", "黑体")
        paragraph(d, "（一）严打各类犯罪。全年破获刑事案件1,286起，抓获963人。")
        paragraph(d, "二、践行为民宗旨", "黑体")
        paragraph(d, "（一）优化营商环境", "楷体")
        paragraph(d, "办理业务8.6万件。")
        paragraph(d, "（二）强化便民服务", "楷体")
        paragraph(d, "方便群众就近办理。")

    made, told = _made(tmp_path, fill)
    assert made["title"] == "惠民县公安局2024年工作总结"
    assert made["lede"] == "2024年，全局圆满完成各项任务。现将情况总结如下。"
    assert [s["title"] for s in made["sections"]] == ["聚焦主责主业", "践行为民宗旨"]
    assert [c["figure"] for s in made["sections"] for c in s["callouts"]] == [
        "1,286起",
        "8.6万件",
        "强化便民服务",
    ]
    assert made["sections"][1]["callouts"][0]["text"] == "**（一）优化营商环境**\n办理业务8.6万件。"
    assert "ask-not-placed" in told
    assert "2024年12月28日" in (tmp_path / "out" / "report.yaml").read_text("utf-8")


def _illustrated(d: Any) -> None:
    d.add_paragraph("交警支队这一年", style="Title")
    d.add_paragraph("本报记者 罗　军　通讯员 王小明")
    d.add_heading("守住平安路", 1)
    made = d.add_paragraph()
    made.add_run("13.3%").bold = True
    made.add_run("——事故下降13.3%，其中")
    made.add_run("死亡人数").bold = True
    made.add_run("下降10.8%。")
    d.add_paragraph().add_run().add_picture(picture(10), width=Inches(1))
    d.add_paragraph("图1 民警在国道执勤。（王小明 摄）", style="Caption")
    d.add_paragraph("夜查酒驾现场。")
    d.add_paragraph().add_run().add_picture(picture(20), width=Inches(1))
    d.add_paragraph("开展整治：")
    for item in ("查处改装车320辆", "约谈企业45家"):
        d.add_paragraph(item, style="List Number")
    d.add_heading("暖在群众心", 1)
    table = d.add_table(3, 4)
    rows = [
        ("序号", "指标", "数量（件）", "说明"),
        ("1", "窗口办件", "13,205", "跨省1,024件"),
        ("2", "来信", "312", ""),
    ]
    for y, row in enumerate(rows):
        for x, words in enumerate(row):
            table.cell(y, x).text = words
    placed = d.add_table(2, 2)
    for x in range(2):
        placed.cell(0, x).paragraphs[0].add_run().add_picture(picture(30 + x), width=Inches(1))
        placed.cell(1, x).text = ("车管所窗口。", "送证上门。李红 摄")[x]


def test_an_illustrated_story(tmp_path: Path) -> None:
    made, _ = _made(tmp_path, _illustrated)
    first, second = made["sections"]
    assert made["byline"] == [
        {"role": "本报记者", "names": ["罗军"]},
        {"role": "通讯员", "names": ["王小明"]},
    ]
    assert first["callouts"] == [
        {
            "figure": "13.3%",
            "text": "事故下降13.3%，其中**死亡人数**下降10.8%。\n开展整治：\n1.查处改装车320辆\n"
            "2.约谈企业45家",
        }
    ]
    assert first["photos"] == [
        {"file": "photos/01.jpg", "caption": "民警在国道执勤。", "credit": "王小明 摄"},
        {"file": "photos/02.jpg", "caption": "夜查酒驾现场。"},
    ]
    assert second["callouts"] == [
        {"figure": "13,205件", "text": "窗口办件，跨省1,024件"},
        {"figure": "312件", "text": "来信"},
    ]
    assert [p["caption"] for p in second["photos"]] == ["车管所窗口。", "送证上门。"]


def test_pictures_come_out_at_full_size_byte_for_byte(tmp_path: Path) -> None:
    stored = picture(77, (2000, 1500), "PNG").read()

    def fill(d: Any) -> None:
        d.add_paragraph("题目")
        d.add_paragraph("破案23起。")
        d.add_paragraph().add_run().add_picture(io.BytesIO(stored), width=Inches(1))

    _, told = _made(tmp_path, fill)
    assert (tmp_path / "out" / "photos" / "01.png").read_bytes() == stored
    with Image.open(tmp_path / "out" / "photos" / "01.png") as opened:
        assert opened.size == (2000, 1500)
    assert "ask-no-caption" in told


def test_bold_lines_are_heads_and_a_bold_figure_is_a_figure(tmp_path: Path) -> None:
    def fill(d: Any) -> None:
        paragraph(d, "科技兴警 {数说}", size=20, bold=True)
        paragraph(d, "数智赋能", bold=True)
        paragraph(d, "23项", bold=True)
        paragraph(d, "创新项目通过验收，见[2024]3号、张**、{乡|镇}。")
        paragraph(d, "实战实效", bold=True)
        paragraph(d, "出警时间缩短到7分钟。")

    made, _ = _made(tmp_path, fill)
    assert [s["title"] for s in made["sections"]] == ["数智赋能", "实战实效"]
    assert made["sections"][0]["callouts"][0]["figure"] == "23项"
    assert (
        made["sections"][0]["callouts"][0]["text"] == r"创新项目通过验收，见\[2024\]3号、张\*\*、\{乡\|镇\}。"
    )


def test_tracked_changes_are_as_if_accepted_and_text_boxes_are_read(tmp_path: Path) -> None:
    def fill(d: Any) -> None:
        d.add_paragraph("题目")
        made = d.add_paragraph("破案")
        change = '<w:{0} {2} w:id="1" w:author="a"><w:r><w:{1}>{3}</w:{1}></w:r></w:{0}>'
        gone = parse_xml(change.format("del", "delText", nsdecls("w"), "22起"))
        come = parse_xml(change.format("ins", "t", nsdecls("w"), "23起。"))
        made._element.append(gone)
        made._element.append(come)
        box = parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r>'
            "<w:t>框里抓获45人。</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
            "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框里抓获45人。</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        d.add_paragraph()._element.append(box)

    made, _ = _made(tmp_path, fill)
    assert [c["text"] for c in made["sections"][0]["callouts"]] == ["破案23起。", "框里抓获45人。"]


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    def fill(d: Any) -> None:
        d.add_paragraph("题目")
        made = d.add_paragraph("破案23起。")
        for tag in ("w:footnoteReference", "w:commentReference", "w:sym"):
            made.runs[0]._element.append(OxmlElement(tag))
        hidden = made.add_run("看不见")
        hidden.font.hidden = True
        linked = parse_xml(
            f'<w:r {nsdecls("w", "a")} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<w:drawing><a:blip r:link="rId99"/></w:drawing></w:r>'
        )
        made._element.append(linked)

    made, told = _made(tmp_path, fill)
    assert made["sections"][0]["callouts"][0]["text"] == "破案23起。"
    assert {"intake-left-footnote", "intake-left-comment", "intake-left-symbol", "intake-linked"} <= set(told)


def test_a_picture_that_cannot_be_printed_keeps_its_caption(tmp_path: Path) -> None:
    def fill(d: Any) -> None:
        d.add_paragraph("题目")
        d.add_paragraph("破案23起。")
        d.add_paragraph().add_run().add_picture(picture(1), width=Inches(1))
        d.add_paragraph("现场。", style="Caption")
        part = next(p for p in d.part.package.iter_parts() if str(p.partname).startswith("/word/media"))
        part._blob = b"\x01\x00\x00\x00EMF nothing that is known"

    made, told = _made(tmp_path, fill)
    (one,) = made["sections"][0]["photos"]
    assert (one["caption"], one["stand_in"]) == ("现场。", True)
    assert "ask-picture" in told


def test_a_style_based_on_itself_ends(tmp_path: Path) -> None:
    def fill(d: Any) -> None:
        d.add_paragraph("题目")
        d.add_paragraph("破案23起。", style="Body Text")
        style = d.styles["Body Text"].element
        style.find(qn("w:basedOn")).set(qn("w:val"), style.get(qn("w:styleId")))

    made, _ = _made(tmp_path, fill)
    assert made["sections"][0]["callouts"][0]["figure"] == "23起"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "decimal", "1"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCountingThousand", "二十"),
        (3, "lowerLetter", "c"),
        (2, "decimalEnclosedCircle", "②"),
        (105, "chineseCounting", "一零五"),
    ],
)
def test_numbers_of_lists(number: int, form: str, text: str) -> None:
    assert written(number, form) == text
