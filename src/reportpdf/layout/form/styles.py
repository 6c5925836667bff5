"""Type and measures of forms: the faces of the newspaper theme, 小五 and 五号, thin rules.

Comes in: nothing. Goes out: styles, inks and lengths, points. A form has no theme, for it is filed and not
published; so its numbers stand here and no file is read for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Size
from reportpdf.base.ink import BLACK, Ink
from reportpdf.base.units import mm
from reportpdf.theme.records import Composition
from reportpdf.theme.style import TextStyle

SONG = ("NotoSerifSC-Regular", "NotoSansSC-Regular", "LXGWWenKai-Regular")
HEI = ("NotoSansSC-Regular", "NotoSerifSC-Regular", "LXGWWenKai-Regular")

TITLE = TextStyle(("NotoSerifSC-Bold", *SONG), 16.0, 22.0)
"""三号 to a hair: modest."""

SUBTITLE = TextStyle(HEI, 9.0, 13.5, ink="soft")
HEADING = TextStyle(("NotoSansSC-Bold", *HEI), 10.5, 15.75)
PARAGRAPH = TextStyle(SONG, 10.5, 16.5, strong="NotoSerifSC-Bold")
SMALL = TextStyle(SONG, 8.0, 12.0, strong="NotoSerifSC-Bold")
NAME = TextStyle(HEI, 9.0, 12.5, strong="NotoSansSC-Bold")
VALUE = TextStyle(SONG, 9.0, 12.5, strong="NotoSerifSC-Bold")
"""What is filled in, in fields and tables: 小五."""

ANSWER = TextStyle(SONG, 10.5, 15.0)
HEAD = TextStyle(("NotoSansSC-Medium", *HEI), 8.5, 11.5)
"""Of columns."""

FOOT = TextStyle(HEI, 7.5, 10.5, ink="soft")

SOFT = Ink(0.0, 0.0, 0.0, 0.75)
TINT = Ink(0.0, 0.0, 0.0, 0.06, screen=(243, 243, 242))
"""Behind names and heads of columns: under what a photocopier turns into a grey."""

INKS = {"text": BLACK, "soft": SOFT}

FRAME = 0.7
HAIRLINE = 0.35
"""Rules around a block, and inside it."""

PAD = 4.5
"""Between a rule and words beside it."""

PAD_UP = 3.6
"""Between a rule and the line boxes over and under it."""

NAME_MOST = 0.42
"""The most of a field that its name may take."""

BLOCK_GAP = 9.0
HEADING_GAP = 12.0
HEADING_FOOT = 4.0

COMPOSITION = Composition(normalise=False, justify=False, autospace=1 / 6, autospace_narrow=1 / 6)
"""Values are printed as they were given, and ragged: narrow cells full of names and numbers would gape."""

A4 = Size(mm(210), mm(297))
MARGIN = mm(19)
MARGIN_HEAD = mm(16)
MARGIN_FOOT = mm(17)
FOOT_LINE = mm(9.5)
"""From the paper's foot to the baseline of the page number."""

RUNNING_HEAD = 18.0
"""What the form's name takes at the head of a page after the first."""

STAND_IN = "〓"
"""What is printed for a character that no font has, as compositors put a turned sort."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper and the room for blocks on it, points."""

    paper: Size
    left: float
    top: float
    width: float
    bottom: float


def frame_of(*, landscape: bool) -> Frame:
    """The frame of an A4 sheet."""
    paper = Size(A4.height, A4.width) if landscape else A4
    return Frame(paper, MARGIN, MARGIN_HEAD, paper.width - 2 * MARGIN, paper.height - MARGIN_FOOT)
