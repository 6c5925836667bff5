"""reportlab's own layout, Platypus, its paragraphs wrapped as CJK.

Comes in: REPORT FONTS OUT. Goes out: the PDF.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    HRFlowable,
    Image,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from bench.peers.matter import FACES, SANS, SANS_BOLD, SERIF, Task, task

_BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    *((f"{s}PADDING", (0, 0), (-1, -1), 0) for s in ("LEFT", "RIGHT")),
]


def _style(face: str, size: float, leading: float, colour: str = "#000000", *, flush: bool = False) -> Any:
    return ParagraphStyle(
        f"{face} {size} {colour}",
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=HexColor(colour),
        alignment=TA_JUSTIFY if flush else TA_LEFT,
        wordWrap="CJK",
    )


def _words(text: str, style: Any) -> Paragraph:
    return Paragraph(escape(text), style)


def _section(given: Task, section: dict[str, Any]) -> list[Any]:
    colour = section["colour"]
    title, figure = _style(SANS_BOLD, 18, 25, colour), _style(SANS_BOLD, 22, 28, colour)
    body, caption = _style(SERIF, 10, 16, flush=True), _style(SANS, 8, 11)
    flow = [
        PageBreak(),
        HRFlowable("100%", 2, color=HexColor(colour)),
        _words(section["title"], title),
        Spacer(1, 4 * mm),
    ]
    for callout in section["callouts"]:
        row = [_words(callout["figure"], figure), "", _words(callout["text"], body)]
        flow.append(KeepTogether([Table([row], [40 * mm, 5 * mm, 125 * mm], style=_BARE), Spacer(1, 5 * mm)]))
    cells = [
        [Image(str(given.folder / photo["file"]), 82 * mm, 61.5 * mm), _words(photo["caption"], caption)]
        for photo in section["photos"]
    ]
    for at in range(0, len(cells), 2):
        left, right = cells[at], cells[at + 1] if at + 1 < len(cells) else ""
        flow.append(Table([[left, "", right]], [82 * mm, 6 * mm, 82 * mm], style=_BARE))
    return flow


def main() -> None:
    """Set the report."""
    given = task()
    rl_config.useA85 = 0  # photos as bytes, not as text: many times faster than its default
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face, str(given.font(face))))
    report = given.report
    flow: list[Any] = [
        Spacer(1, 40 * mm),
        _words(report["title"], _style(SANS_BOLD, 28, 38)),
        _words(given.byline, _style(SANS, 9, 14, "#595959")),
        HRFlowable("100%", 1, color=HexColor(given.sections[0]["colour"])),
        _words(report["lede"], _style(SERIF, 12, 19, flush=True)),
    ]
    for section in given.sections:
        flow += _section(given, section)

    def foot(canvas: Any, template: Any) -> None:
        canvas.setFont(SANS, 8)
        canvas.drawCentredString(105 * mm, 12 * mm, str(template.page))

    edge = 20 * mm - 6  # a frame has 6 pt of padding of its own
    page = SimpleDocTemplate(
        str(given.out),
        pagesize=A4,
        leftMargin=edge,
        rightMargin=edge,
        topMargin=edge,
        bottomMargin=edge,
        title=report["title"],
        author=given.byline,
    )
    page.build(flow, onFirstPage=foot, onLaterPages=foot)


if __name__ == "__main__":
    main()
