"""How marks in running text look: ruby, emphasis dots, lines under names and titles, links.

Lengths are em of the text they stand by. Nothing here changes the pitch of lines: what does not fit between
two lines is refused, not squeezed in. Source: clreq #id53 (interlinear marks); GB/T 15834-2011 4.12, 4.15,
4.16.
"""

from __future__ import annotations

from dataclasses import dataclass, field


def _em(
    default: float, doc: str, doc_zh: str, *, low: float = 0.0, high: float = 1.0
) -> float:  # a field of the record, as dataclasses type theirs
    found: float = field(default=default, metadata={"doc": doc, "doc_zh": doc_zh, "min": low, "max": high})
    return found


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InlineLook:
    """Sizes and places of marks. Who chose them: we did, where no clause is named; a theme may change any."""

    ruby_size: float = _em(0.5, "Size of ruby, of its text's", "注音字号，以正文为 1", low=0.2, high=0.5)
    """clreq #id53: at most half the size of its base."""

    ruby_least: float = _em(
        0.4, "How small ruby may become between close lines", "行距窄时注音最小多少", low=0.2, high=0.5
    )
    ruby_gap: float = _em(0.12, "The least white between two readings, in em", "相邻注音的最小间距，字宽为 1")
    ruby_overhang: float = _em(
        0.2,
        "How far ruby may stand over a neighbour without any",
        "注音可以伸到相邻无注音字上方多少",
        high=0.5,
    )
    dot: float = _em(0.17, "Diameter of emphasis dots, in em", "着重号直径，字宽为 1", high=0.3)
    dot_gap: float = _em(0.07, "Between text and dots, in em", "着重号与字的距离，字宽为 1", high=0.5)
    line: float = _em(0.05, "Weight of lines under text, in em", "专名号、书名号线宽，字宽为 1", high=0.2)
    line_gap: float = _em(
        0.08, "Between text and lines, in em", "专名号、书名号与字的距离，字宽为 1", high=0.5
    )
    line_inset: float = _em(
        0.07,
        "White at each end of a line, so that neighbours stay apart",
        "线两端各留多少空，字宽为 1",
        high=0.3,
    )
    wave: float = _em(0.12, "Height of a wavy line, in em", "浪线高，字宽为 1", high=0.4)
    wave_length: float = _em(0.4, "Length of one wave, in em", "浪线一个波长，字宽为 1", low=0.1)
    link_underline: bool = field(
        default=False, metadata={"doc": "A line is drawn under links", "doc_zh": "链接下面画线"}
    )
