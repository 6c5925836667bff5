"""How far copy-fitting may go to fill the number of pages that was asked for.

In: nothing. Out: the bounds of each means, as a theme states them. (least, most) are shares of what the
look says; a least of 1 or a most of 1 forbids that way.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fitting:
    """The means in the order in which they are taken, each with its bounds."""

    photos: tuple[float, float] = field(
        default=(0.55, 1.6),
        metadata={
            "doc": "Photo heights: the least and the most of what the look says",
            "doc_zh": "照片高度：最小、最大，以样式所定为 1",
            "min": 0.3,
            "max": 3,
        },
    )
    space: tuple[float, float] = field(
        default=(0.5, 1.5),
        metadata={
            "doc": "White between photos, rows and sections: the least and the most of what the look says",
            "doc_zh": "照片、各行、各章之间的空白：最小、最大，以样式所定为 1",
            "min": 0.25,
            "max": 3,
        },
    )
    leading: tuple[float, float] = field(
        default=(0.94, 1.07),
        metadata={
            "doc": "The grid step: the least and the most of the format's",
            "doc_zh": "行距（一格）：最小、最大，以开本所定为 1",
            "min": 0.8,
            "max": 1.5,
        },
    )
    size: tuple[float, float] = field(
        default=(0.95, 1.06),
        metadata={
            "doc": "Size of running text: the least and the most of what the look says",
            "doc_zh": "正文字号：最小、最大，以样式所定为 1",
            "min": 0.8,
            "max": 1.3,
        },
    )
    lines: int = field(
        default=1,
        metadata={
            "doc": "How many lines a paragraph may lose or gain",
            "doc_zh": "每段最多增减几行",
            "min": 0,
            "max": 1,
        },
    )
    move: bool = field(
        default=True,
        metadata={
            "doc": "At the last, photos that are not pinned may stand in a later section",
            "doc_zh": "最后一着：未固定的照片可移到后面的章节",
        },
    )


USUAL_FITTING = Fitting()
"""What a theme has that does not speak of fitting."""
