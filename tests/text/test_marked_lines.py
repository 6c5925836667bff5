"""Marks and lines: text is broken and spaced as if nothing were marked, and what marks need they get."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import Place
from reportpdf.model.inline import escape, read_marks
from reportpdf.model.marks import Mark, Span
from reportpdf.model.report import Text
from reportpdf.text.block import Block
from reportpdf.text.justify import Line
from reportpdf.text.marked import cluster_starts
from reportpdf.text.marked_words import set_offset
from reportpdf.text.normalise import normalise
from reportpdf.text.setter import Setter
from reportpdf.theme.faces import FaceUse, with_faces
from reportpdf.theme.inline import InlineLook
from reportpdf.theme.records import Composition
from reportpdf.theme.style import TextStyle
from tests.text.typesetting import AS_DELIVERED, BODY, FONTS, HEI, KAI, SONG, advances, line_text, pen_width

STRONG = replace(BODY, strong="NotoSerifSC-Bold")
WIDE = 1000.0


def marked(delivered: str) -> Text:
    """The text as the report's reader hands it on."""
    found = read_marks(delivered)
    return Text(found.words if found else delivered, Place("report.yaml", 1, 1), "", found)


def block(
    delivered: str, measure: float = WIDE, look: TextStyle = STRONG, choices: Composition = AS_DELIVERED
) -> tuple[Block, Setter]:
    setter = Setter(FONTS, choices)
    return setter.block(marked(delivered), look, measure), setter


def lines(delivered: str, measure: float = WIDE, look: TextStyle = STRONG) -> list[Line]:
    made, _ = block(delivered, measure, look)
    return [made.line(i)[0] for i in range(made.count)]


def pens(line: Line) -> list[float]:
    start = dict(line.moves).get(0, 0.0)
    return list(accumulate(advances(line)[:-1], initial=start))


SAME = [
    ("全市{.重点}工作", "全市重点工作"),
    ("“{~人民至上}”，{.全部}完成", "“人民至上”，全部完成"),
    ("{_山东}、{_滨州}：{~水浒传}", "山东、滨州：水浒传"),
    ("推进{.GDP}增长{_5}G建设", "推进GDP增长5G建设"),
    ("达{_98}.6%，（[说明](https://a.cn)）。", "达98.6%，（说明）。"),
    ("{.完成}——{.全部}……", "完成——全部……"),
    ("{.COVID}-19与{_Co}vid", "COVID-19与Covid"),
    ("{.“}{.人}民{.”}，", "“人民”，"),
]
"""Marks, and the same words without: plain lines must agree to the last thousandth of an em."""


@pytest.mark.parametrize(("delivered", "plain"), SAME)
@pytest.mark.parametrize("measure", [3.0, 4.0, 6.0, 8.0, WIDE])
def test_lines_are_those_of_the_words_without_marks(delivered: str, plain: str, measure: float) -> None:
    with_marks, without = lines(delivered, measure), lines(plain, measure)
    assert [line_text(line) for line in with_marks] == [line_text(line) for line in without]
    widths = [pen_width(line) for line in with_marks]
    assert widths == pytest.approx([pen_width(line) for line in without], abs=1e-6)


def test_a_strong_comma_and_quote_are_compressed_across_the_border() -> None:
    """typst#5474: marks of two runs close up as those of one do."""
    for one, other in (
        ("**完成”**，", "完成”，"),
        ("**完成**）。", "完成）。"),
        ("，**“完成”**", "，“完成”"),
    ):
        assert pen_width(lines(f"{one}国")[0]) == pytest.approx(pen_width(lines(f"{other}国")[0]), abs=0.02)


def test_autospace_stands_at_the_border_of_a_strong_word() -> None:
    (line,) = lines("推进**GDP**增长")
    i = line_text(line).index("G")
    step = advances(line)[i - 1]
    assert step == pytest.approx(1.25)


def test_no_line_begins_with_a_mark_that_a_border_stands_before() -> None:
    text = "**重点工作全部完成**，{.再接再厉}。" * 6
    for measure in range(4, 20):
        assert not any(line_text(line)[0] in "，。" for line in lines(text, measure))


def test_strong_words_are_set_in_the_strong_face_and_no_others() -> None:
    (line,) = lines("一**二AB**三C")
    bold = "NotoSerifSC-Bold"
    assert [(c.text, c.face) for c in line.clusters] == [
        ("一", SONG),
        ("二", bold),
        ("AB", bold),
        ("三", SONG),
        ("C", SONG),
    ]


def test_a_word_under_a_border_is_cut_there_and_never_broken() -> None:
    made, _ = block("增长**GD**P很快", WIDE)
    (part,) = made.paragraphs
    assert [c.text for c in part.paragraph.clusters] == ["增", "长", "GD", "P", "很", "快"]
    assert [part.paragraph.breaks[i] for i in (3,)] == [None]
    assert not any(j.opens for i, j in part.paragraph.special if i == 2)


def test_a_letter_keeps_its_accent_under_a_border() -> None:
    made, _ = block("词{.e}\u0301一")
    assert [c.text for c in made.paragraphs[0].paragraph.clusters] == ["词", "e\u0301", "一"]


def test_strong_text_too_wide_for_its_measure_stays_strong() -> None:
    made, setter = block("**ABCDEFGHIJKLMNOP**", 3.0)
    assert {c.face for c in made.paragraphs[0].paragraph.clusters} == {"NotoSerifSC-Bold"}
    assert setter.findings.forced


def test_without_a_strong_face_the_words_are_told() -> None:
    _, setter = block("一**二**", look=BODY)
    assert [f.code for f in setter.findings.marks.values()] == ["strong-none"]


def test_a_begun_mark_is_told_once_with_its_place_as_delivered() -> None:
    text = marked("**一**{.二")
    setter = Setter(FONTS, AS_DELIVERED)
    for measure in (3.0, 5.0, 9.0):
        setter.block(text, STRONG, measure)
    (fault,) = setter.findings.marks.values()
    assert (fault.code, fault.offset, fault.delivered) == ("mark-unended", 5, True)


# ruby


def readings(line: Line) -> list[tuple[str, float, float]]:
    """Each reading with where it begins and ends over the line, em."""
    at = pens(line)
    found = []
    for mark in line.marks:
        if mark.reading is None:
            continue
        end = at[mark.end - 1] + line.clusters[mark.end - 1].advance
        middle, half = (at[mark.start] + end) / 2, mark.reading.width / 2
        found.append((mark.reading.words, middle - half, middle + half))
    return found


RUBY = [
    ("{滨州|bīn zhōu}市", ["bīn", "zhōu"]),
    ("{滨州|bīnzhōu}市", ["bīnzhōu"]),
    ("{滨州|bīn zhōu shì}", ["bīn zhōu shì"]),
    ("{魑魅魍魉|chī mèi wǎng liǎng}", ["chī", "mèi", "wǎng", "liǎng"]),
    ("{GDP增长|a b c}", ["a", "b", "c"]),
    ("{GDP|国内生产总值}", ["国内生产总值"]),
]


@pytest.mark.parametrize(("delivered", "expected"), RUBY)
def test_readings_go_to_characters_where_their_numbers_agree(delivered: str, expected: list[str]) -> None:
    (line,) = lines(delivered)
    assert [words for words, _, _ in readings(line)] == expected


@pytest.mark.parametrize("measure", [4.0, 5.0, 7.0, 10.0, 16.0])
def test_readings_never_meet_and_stay_inside_the_measure(measure: float) -> None:
    text = (
        "{庄窗双|zhuāng chuāng shuāng}的{床|chuáng}，{霜|shuāng}（{撞|zhuàng}）{装|zhuāng}一{状|zhuàng}，" * 3
    )
    gap = InlineLook().ruby_gap
    for line in lines(text * 3, measure):
        spans = readings(line)
        assert all(a[2] + gap <= b[1] + 1e-6 for a, b in pairwise(spans)), line_text(line)
        assert min(s[1] for s in spans) >= -1e-6
        assert max(s[2] for s in spans) <= measure + 1e-6


def test_a_reading_narrower_than_its_character_moves_nothing() -> None:
    assert pen_width(lines("{一|yī}个")[0]) == pytest.approx(pen_width(lines("一个")[0]))


def test_a_base_under_one_reading_is_never_split() -> None:
    text = "工作{枕戈待旦|zhěngēdàidàn}保平安" * 4
    for measure in range(6, 16):
        for line in lines(text, measure):
            words = line_text(line)
            assert words.count("枕") == words.count("旦"), words
            assert words.count("枕戈待旦") == words.count("枕"), words


def test_ruby_is_half_size_and_smaller_between_closer_lines() -> None:
    size = {}
    for pitch in (2.0, 1.5, 1.45, 1.4):
        (line,) = lines("{滨|bīn}", look=replace(BODY, pitch=pitch))
        (mark,) = line.marks
        assert mark.reading is not None
        fit = mark.reading.fit
        size[pitch] = fit.size
        assert fit.size * fit.height <= pitch - 0.92
    assert size[2.0] == 0.5
    assert size[1.5] == 0.5
    assert 0.4 < size[1.45] < 0.5
    assert size[1.4] == pytest.approx(0.42, abs=0.02)


def test_lines_too_close_for_ruby_are_told_with_place() -> None:
    _, setter = block("在{滨|bīn}", look=replace(BODY, pitch=1.3))
    (fault,) = setter.findings.marks.values()
    assert (fault.code, fault.offset, dict(fault.args)["size"]) == ("ruby-no-room", 1, "0.30")


def test_a_reading_no_face_can_draw_is_missing() -> None:
    _, setter = block("在{滨|\ue999}")
    assert [(f.offset, f.character) for f in setter.findings.missing.values()] == [(1, "\ue999")]


# marks on lines


def test_a_mark_goes_on_over_a_line_break() -> None:
    found = lines("一二三{_四五六七}八", 5.0)
    assert [line_text(line) for line in found] == ["一二三四五", "六七八"]
    assert [[(m.start, m.end) for m in line.marks] for line in found] == [[(3, 5)], [(0, 2)]]


@pytest.mark.parametrize("down", [False, True])
def test_marks_lie_on_their_words_in_either_direction(down: bool) -> None:
    setter = Setter(FONTS, AS_DELIVERED)
    side = setter.vertical if down else setter
    made = side.block(marked("据“{~水浒传}”，{_宋江}在{.梁山}的G20{.5}G，**重点**"), STRONG, WIDE)
    line, _ = made.line(0)
    text = [c.text for c in line.clusters]
    found = ["".join(text[m.start : m.end]) for m in line.marks]
    assert found == ["水浒传", "宋江", "梁山", "G205G"]
    word, five = line.clusters[line.marks[-1].start], line.marks[-1]
    assert five.lead == pytest.approx(sum(g.advance for g in word.glyphs[:3]))
    assert five.tail == pytest.approx(word.glyphs[-1].advance)
    assert [c.text for c in line.clusters if c.face == "NotoSerifSC-Bold"] == ["重", "点"]


_WORDS = st.text(alphabet="国人，。“”（）！？—…·A1.% 一\u2014\u2026", min_size=1, max_size=30)


@given(_WORDS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=4))
@settings(deadline=None, max_examples=150)
def test_clusters_are_found_again_in_their_words(words: str, at: list[tuple[int, int]]) -> None:
    setter = Setter(FONTS, AS_DELIVERED)
    spans = tuple(
        Span(start, min(start + length, len(words)), Mark.STRONG)
        for start, length in at
        if start < len(words)
    )
    for side in (setter, setter.vertical):
        made = side.paragraph(words, STRONG, 0.25, spans=spans)
        starts = cluster_starts(list(made.clusters), words)
        assert starts == sorted(starts)
        for cluster, start in zip(made.clusters, starts, strict=True):
            if cluster.text.strip():
                assert words.startswith(cluster.text, start)


@given(
    st.lists(st.sampled_from(["国", "人", "，", "。", "GDP", "5", "“", "”", " "]), min_size=1, max_size=25),
    st.lists(st.tuples(st.integers(0, 24), st.integers(1, 6), st.sampled_from("._~")), max_size=3),
    st.sampled_from([4.0, 7.0, 11.0]),
)
@settings(deadline=None, max_examples=100)
def test_marked_lines_are_plain_lines(
    pieces: list[str], at: list[tuple[int, int, str]], measure: float
) -> None:
    """Dots and lines on whole pieces change no line: typst#5474."""
    used: set[int] = set()
    delivered = list(map(escape, pieces))
    for start, length, kind in at:
        own = set(range(start, min(start + length, len(pieces))))
        if own and not own & used:
            used |= own
            delivered[min(own)] = "{" + kind + delivered[min(own)]
            delivered[max(own)] += "}"
    with_marks, without = lines("".join(delivered), measure), lines("".join(pieces), measure)
    assert [line_text(line) for line in with_marks] == [line_text(line) for line in without]
    for one, other in zip(with_marks, without, strict=True):
        assert pens(one) == pytest.approx(pens(other), abs=1e-6)


_ANY = st.lists(
    st.sampled_from(
        (
            *(
                "国",
                "，",
                "“",
                "”",
                "（",
                "）",
                "！",
                "？！",
                "——",
                "……",
                "·",
                "A",
                "GDP",
                "12",
                "100%",
                " ",
                "\u3000",
            ),
            *(
                "\u200b",
                "\u00ad",
                "\u00a0",
                "e\u0301",
                "葛\U000e0100",
                "\U0002000b",
                "\n",
                "don't",
                "“AB”",
                "3.5",
            ),
            *("**", "{.", "{_", "{~", "}", "{国A|yī bā}", "{国|yī}", "{12|yī}", "[", "](https://a.cn)", "|"),
        )
    ),
    max_size=30,
).map("".join)


@given(_ANY, st.sampled_from([1.0, 3.0, 7.5, 40.0]), st.booleans(), st.booleans())
@settings(deadline=None, max_examples=400)
def test_any_text_with_marks_can_be_set(delivered: str, measure: float, down: bool, normal: bool) -> None:
    """Whatever is marked: its words are all set, in order, in either direction."""
    text = marked(delivered)
    setter = Setter(FONTS, Composition(normalise=normal, hyphenate=normal, hang=normal))
    side = setter.vertical if down else setter
    made = side.block(text, STRONG, measure)
    shown = "".join(line_text(made.line(i)[0]) for i in range(made.count))
    dropped = dict.fromkeys(map(ord, " \u3000\u00a0\n\u200b\u00ad\ufe00"))
    assert shown.translate(dropped) == setter.normalised(text).translate(dropped)
    for i in range(made.count):
        line, _ = made.line(i)
        assert all(0 <= m.start < m.end <= len(line.clusters) for m in line.marks)


# normalisation


def test_marks_of_chinese_are_set_full_width_across_the_borders_of_marks() -> None:
    text = marked('**完成**,{.全部},"{_滨州}",(**好**)')
    setter = Setter(FONTS, Composition())
    assert setter.normalised(text) == "完成，全部，“滨州”，（好）"
    offsets = [change.offset for change in setter.findings.changes[text]]
    delivered = text.marked.delivered if text.marked else ""
    assert [delivered[text.marked.delivered_offset(i)] for i in offsets if text.marked] == list(',,"",()')


@given(st.lists(st.sampled_from(["国", "A", ",", ".", "...", '"', "　", " ", "１"]), max_size=20))
def test_borders_keep_their_order_when_text_is_normalised(pieces: list[str]) -> None:
    words = "".join(pieces)
    changes = normalise(words).changes
    length = len(normalise(words).text)
    at = [set_offset(changes, i) for i in range(len(words) + 1)]
    assert at == sorted(at)
    assert at[0] == 0
    assert at[-1] == length


# faces that go together


def test_the_theme_says_which_faces_go_with_a_face() -> None:
    uses = (
        FaceUse(SONG, strong="NotoSerifSC-Bold", reversed="NotoSerifSC-Medium", latin="Manrope-Regular",
                latin_scale=0.94, latin_shift=0.01),
        FaceUse("NotoSerifSC-Medium", strong="NotoSerifSC-Black"),
    )  # fmt: skip
    own = replace(BODY, strong=HEI)
    plain, kept, paper, other = with_faces((BODY, own, replace(BODY, ink="paper"), BODY_KAI), uses)
    assert (plain.fonts, plain.strong) == (BODY.fonts, "NotoSerifSC-Bold")
    assert (plain.latin, plain.latin_scale, plain.latin_shift) == ("Manrope-Regular", 0.94, 0.01)
    assert kept.strong == HEI
    assert paper.fonts == ("NotoSerifSC-Medium", *BODY.fonts)
    assert paper.strong == "NotoSerifSC-Black"
    assert other == BODY_KAI


BODY_KAI = replace(BODY, fonts=(KAI, SONG))


def test_a_pair_of_faces_stands_on_one_baseline_at_its_scale() -> None:
    uses = (FaceUse(SONG, latin="Manrope-Regular", latin_scale=0.9, latin_shift=0.02),)
    setter = Setter(FONTS, AS_DELIVERED)
    word, han = setter.clusters("GDP国", with_faces(BODY, uses))
    assert (word.face, word.scale) == ("Manrope-Regular", 0.9)
    assert {g.dy for g in word.glyphs} == {0.02}
    assert {g.dy for g in han.glyphs} == {0.0}
    assert word.advance == pytest.approx(0.9 * sum(g.advance for g in shaped("GDP", "Manrope-Regular")))


def shaped(word: str, face: str) -> tuple[object, ...]:
    return FONTS[face].shape(word, {}, script="Latn", language="en")


def test_a_no_break_space_of_another_latin_face_still_holds() -> None:
    look = replace(BODY, latin="Manrope-Regular")
    made = Setter(FONTS, AS_DELIVERED).paragraph("A\u00a0B C", look, 0.25)
    breaks = {c.text: made.breaks[i] for i, c in enumerate(made.clusters)}
    assert breaks["B"] is None
    assert breaks["C"] == 0.0
