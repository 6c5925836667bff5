"""The report as one HTML page, for the peers that set HTML.

Comes in: a :class:`~bench.peers.matter.Task`. Goes out: HTML with its style sheet.
"""

from __future__ import annotations

from html import escape
from typing import Any

from bench.peers.matter import FACES, Task

_STYLE = """
@page { size: A4; margin: 20mm; @bottom-center { content: counter(page); font: 8pt NotoSansSC-Regular } }
body { margin: 0; font: 10pt/16pt NotoSerifSC-Regular; text-align: justify; line-break: strict }
h1, h2, .figure { font-family: NotoSansSC-Medium; font-weight: normal; text-align: left }
h1 { font-size: 28pt; line-height: 38pt; margin: 40mm 0 6mm }
.byline { font: 9pt/14pt NotoSansSC-Regular; color: #595959 }
.lede { font-size: 12pt; line-height: 19pt; border-top: 1pt solid #b81f24; padding-top: 4mm }
section { break-before: page; border-top: 2pt solid }
h2 { font-size: 18pt; line-height: 25pt; margin: 3mm 0 4mm }
.callout { display: flex; break-inside: avoid; margin-bottom: 6mm }
.figure { flex: 0 0 40mm; margin: 0 5mm 0 0; font-size: 22pt; line-height: 28pt }
.callout div { flex: 1; color: black }
.photos { display: flex; flex-wrap: wrap; column-gap: 6mm; color: black }
figure { width: 82mm; margin: 0 0 5mm; break-inside: avoid }
img { display: block; width: 82mm }
figcaption { font: 8pt/11pt NotoSansSC-Regular }
"""


def web_page(task: Task) -> str:
    """The page; fonts and photos are named by file: addresses."""
    faces = "".join(
        f'@font-face {{ font-family: {face}; src: url("{task.font(face).as_uri()}") }}\n' for face in FACES
    )
    sections = "".join(_section(task, section) for section in task.sections)
    report = task.report
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(report["title"])}</title>'
        f"<style>{faces}{_STYLE}</style><h1>{escape(report['title'])}</h1>"
        f'<p class="byline">{escape(task.byline)}<p class="lede">{escape(report["lede"])}{sections}</html>'
    )


def _section(task: Task, section: dict[str, Any]) -> str:
    callouts = "".join(
        f'<div class="callout"><p class="figure">{escape(c["figure"])}</p>'
        f"<div>{escape(c['text'])}</div></div>"
        for c in section["callouts"]
    )
    photos = "".join(
        f'<figure><img src="{(task.folder / p["file"]).as_uri()}" alt="{escape(p["caption"])}">'
        f"<figcaption>{escape(p['caption'])}</figcaption></figure>"
        for p in section["photos"]
    )
    return (
        f'<section style="color: {section["colour"]}"><h2>{escape(section["title"])}</h2>{callouts}'
        f'<div class="photos">{photos}</div></section>'
    )
