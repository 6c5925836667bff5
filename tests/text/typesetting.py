"""What the text room's tests set, and how they read lines back: by walking the pen, as a painter does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from reportpdf.base.problem import Place
from reportpdf.model.report import Text
from reportpdf.source.fonts import FontShelf, bundled_fonts_dir
from reportpdf.text.block import Block
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.justify import Line, set_line
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition
from reportpdf.theme.style import TextStyle

SONG, HEI, KAI = "NotoSerifSC-Regular", "NotoSansSC-Regular", "LXGWWenKai-Regular"
FONTS = FontShelf((), bundled_fonts_dir())
BODY = TextStyle((SONG, HEI, KAI), 1.0, 1.5)
"""Body type 1 point high, so that points are em."""

AS_DELIVERED = Composition(normalise=False)


def text(value: str) -> Text:
    return Text(value, Place("report.yaml", 1, 1))


def setter(choices: Composition = AS_DELIVERED) -> Setter:
    return Setter(FONTS, choices)


def style(*fonts: str) -> TextStyle:
    return replace(BODY, fonts=fonts)


@dataclass(frozen=True)
class Setting:
    """A text set to a measure: its block and what setting it found."""

    block: Block
    setter: Setter

    @property
    def lines(self) -> list[Line]:
        return [self.block.line(i)[0] for i in range(self.block.count)]

    @property
    def texts(self) -> list[str]:
        return [line_text(line) for line in self.lines]


def set_text(
    value: str,
    measure: float,
    choices: Composition = AS_DELIVERED,
    look: TextStyle = BODY,
    *,
    indent: bool = True,
) -> Setting:
    """The text set to ``measure`` em."""
    own = setter(choices)
    return Setting(own.block(text(value), look, measure, indent=indent), own)


def lines_of(value: str, measure: float, choices: Composition = AS_DELIVERED) -> list[str]:
    return set_text(value, measure, choices).texts


def line_text(line: Line) -> str:
    return "".join(cluster.text for cluster in line.clusters)


def cluster(token: str, *fonts: str, choices: Composition = AS_DELIVERED) -> Cluster:
    return setter(choices).table(style(*(fonts or BODY.fonts)))[token]


def advances(line: Line) -> list[float]:
    """For every cluster how far the pen goes from it to the next one; last the cluster's own advance."""
    moves = dict(line.moves)
    last = len(line.clusters) - 1
    return [
        c.advance + (line.tracking + moves.get(i + 1, 0.0) if i < last else 0.0)
        for i, c in enumerate(line.clusters)
    ]


def pen_width(line: Line) -> float:
    """From the line's left edge to its right one, the white of its last mark cut, em."""
    if not line.clusters:
        return 0.0
    return dict(line.moves).get(0, 0.0) + sum(advances(line)) - line.clusters[-1].right


def unbroken(value: str, choices: Composition = AS_DELIVERED, look: TextStyle = BODY) -> Line:
    """The text on one line of its natural width."""
    paragraph = setter(choices).paragraph(value, look, choices.autospace)
    return set_line(paragraph, 0, len(paragraph.clusters), None)


def width_between_han(value: str, choices: Composition = AS_DELIVERED) -> float:
    """What the marks take between two Han characters, em."""
    return pen_width(unbroken(f"国{value}国", choices)) - 2


def gaps(line: Line) -> list[float]:
    """The white between neighbours, beyond their advances, em."""
    return [step - c.advance for step, (c, _) in zip(advances(line), pairwise(line.clusters), strict=False)]


def can_open(setting: Setting, part: int, number: int) -> bool:
    """Whether the line has a gap that justification may open without limit."""
    paragraph = setting.block.paragraphs[part].paragraph
    start, end = setting.block.paragraphs[part].lines.ranges[number]
    while end > start and paragraph.clusters[end - 1].kind is Kind.SPACE:
        end -= 1
    return paragraph.opens[end - 1] > paragraph.opens[start]
