"""What holds for any text whatever, in both directions, with every choice a theme or a case can make."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportpdf.text.classes import NOT_AT_END, NOT_AT_START
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.justify import Line
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition, Kinsoku, Language, LineFit, MarkStyle
from tests.text.test_line_properties import PIECES
from tests.text.typesetting import AS_DELIVERED, BODY, FONTS, Setting, line_text, pen_width, text

SCRIPTS = [
    "한국어",
    "ไทยแลนด์",
    "שלום",
    "سلام",
    "नमस्ते",
    "👨\u200d👩\u200d👧",
    "🇨🇳",
    "ー",
    "ッ",
    "«a»",
    "→",
    "§5",
    "™",
]
GOVERNING = ["\u200b", "\u2060", "\u00ad", "\u00a0", "\u2029", "\n"]
MARKED = ["“b”", "‘c’", "“\ufe00", "[x]", "{y}", "f(x)", "a/b", "1/2", "№5", "。』」"]
OTHER = st.sampled_from([*SCRIPTS, *GOVERNING, *MARKED])
ANY_COPY = st.lists(
    st.one_of(PIECES, OTHER, st.characters(exclude_categories=["Cs"])), min_size=1, max_size=25
).map("".join)
CHOICES = st.builds(
    lambda **given: replace(Composition(), **given),
    normalise=st.booleans(),
    kinsoku=st.sampled_from(Kinsoku),
    marks=st.sampled_from(MarkStyle),
    language=st.sampled_from(Language),
    lines=st.sampled_from(LineFit),
    autospace=st.sampled_from([0.0, 0.25, 0.5]),
    autospace_signs=st.booleans(),
    indent=st.sampled_from([0.0, 1.0, 2.0]),
    trim_first_opening=st.booleans(),
    justify=st.booleans(),
    cells=st.booleans(),
    hang=st.booleans(),
    hyphenate=st.booleans(),
    tcy=st.booleans(),
    vertical_quotes=st.booleans(),
)
MEASURES = st.one_of(st.floats(0.5, 4), st.floats(4, 30))
MANY = settings(max_examples=120, deadline=None)


def set_any(copy: str, measure: float, choices: Composition, *, down: bool) -> Setting:
    own = Setter(FONTS, choices)
    return Setting((own.vertical if down else own).block(text(copy), BODY, measure, first=True), own)


def rooms(setting: Setting) -> list[tuple[Line, float]]:
    block = setting.block
    made = [block.line(i) for i in range(block.count)]
    return [(line, block.measure_em - indent) for line, indent in made]


@MANY
@given(ANY_COPY, MEASURES, CHOICES, st.booleans())
def test_every_letter_is_printed(copy: str, measure: float, choices: Composition, down: bool) -> None:
    setting = set_any(copy, measure, choices, down=down)
    printed = "".join(line_text(line) for line, _ in rooms(setting))
    wanted = setting.setter.normalised(text(copy))
    assert _letters(printed) == _letters(wanted)


def _letters(words: str) -> str:
    """What must not be lost: everything but spaces, line ends, and what prints nothing."""
    return "".join(c for c in words if c.isprintable() and not c.isspace() and not "\ufe00" <= c <= "\ufe0f")


@MANY
@given(ANY_COPY, MEASURES, CHOICES, st.booleans())
def test_no_barred_mark_stands_at_an_edge(
    copy: str, measure: float, choices: Composition, down: bool
) -> None:
    setting = set_any(copy, measure, choices, down=down)
    if setting.setter.findings.forced:
        return
    level = choices.kinsoku
    for part in setting.block.paragraphs:
        clusters = part.paragraph.clusters
        for start, end in part.lines.ranges[:-1]:
            line = [c for c in clusters[start:end] if c.kind is not Kind.SPACE]
            after = clusters[end:]
            assert not line or line[-1].kind not in NOT_AT_END[level] or _opened(line[-1], copy)
            assert (
                not line or not after or after[0].kind not in NOT_AT_START[level] or _opened(line[-1], copy)
            )


def _opened(cluster: Cluster, copy: str) -> bool:
    """Whether the author put a place to break after it, or it may be a slash of an address."""
    return cluster.control in ("\u200b", "\u00ad") or (cluster.text == "/" and "://" in copy)


@MANY
@example("一，", 1.0, replace(AS_DELIVERED, marks=MarkStyle.PLAIN, hang=True, justify=False), False)
@given(ANY_COPY, MEASURES, CHOICES, st.booleans())
def test_no_line_is_wider_than_the_measure_unless_told(
    copy: str, measure: float, choices: Composition, down: bool
) -> None:
    setting = set_any(copy, measure, choices, down=down)
    if setting.setter.findings.forced:
        return
    for line, room in rooms(setting):
        # A mark hangs by what it takes: where none is set to half, that is all of an em.
        hung = (1.0 if choices.marks is MarkStyle.PLAIN else 0.5) if choices.hang else 0.0
        assert pen_width(line) <= room + hung + 1e-6, line_text(line)


@MANY
@given(ANY_COPY, st.floats(1, 30), st.booleans())
def test_ragged_lines_keep_their_own_width(copy: str, measure: float, down: bool) -> None:
    setting = set_any(copy, measure, replace(AS_DELIVERED, justify=False), down=down)
    for line, _ in rooms(setting):
        assert line.tracking == 0
        assert line.width == pytest.approx(pen_width(line), abs=1e-9)


@MANY
@given(ANY_COPY, MEASURES, CHOICES, st.booleans())
def test_clusters_advance_forward(copy: str, measure: float, choices: Composition, down: bool) -> None:
    """Nothing is pulled back over what stands before it."""
    for line, _ in rooms(set_any(copy, measure, choices, down=down)):
        moves = dict(line.moves)
        for i, (a, b) in enumerate(pairwise(line.clusters), 1):
            step = a.advance + line.tracking + moves.get(i, 0.0)
            assert step >= -1e-9 - b.left - a.right
