"""Every character of a text has its place in the file, however the scalar was written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import Place
from reportpdf.model.report import Text
from reportpdf.source.places import place_of
from reportpdf.source.scalars import joins, scalar_pieces
from reportpdf.source.text_file import make_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Mapping, Scalar

STYLES = [None, "'", '"', "|", ">"]
# no white but spaces and line feeds, and no character that is refused before YAML sees it
WORDS = st.text(st.sampled_from("ab1,.:#'\"\\-中文，。“”？é🎉 \n"), min_size=1, max_size=60)


def text_at(written: str, *, key: str = "k") -> tuple[Text, str]:
    """The text under a key, with its place, and the file's text."""
    source = make_source(written, shown="f.yaml")
    root = read_nodes(source).root
    assert isinstance(root, Mapping)
    node = next(value for name, value in root.items if name.value == key)
    assert isinstance(node, Scalar)
    return Text(node.value, source.place(node.start), node.raw), written


def character_at(written: str, place: Place) -> str:
    lines = written.replace("\r\n", "\n").split("\n")
    return (lines[place.line - 1] + "\n")[place.column - 1]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("k: 中文\n  换行\n", "中文换行"),
        ("k: a\n  b\n", "a b"),
        ("k: 中文\n  abc\n", "中文 abc"),
        ("k: abc\n  中文\n", "abc 中文"),
        ("k: 中文，\n  换行\n", "中文，换行"),
        ("k: 2024年,\n  滨州\n", "2024年,滨州"),
        ("k: abc,\n  滨州\n", "abc, 滨州"),
        ("k: 他说“\n  好\n", "他说“好"),
        ("k: 好\n  “对”\n", "好“对”"),
        ("k: say “\n  hi\n", "say “ hi"),
        ("k: 한국\n  한국\n", "한국 한국"),
        ("k: 中\n\n  文\n", "中\n文"),
        ("k: '中\n  文'\n", "中文"),
        ('k: "中\n  文"\n', "中文"),
        ('k: "\\u4e2d\n  \\u6587"\n', "中文"),
        ('k: "中\\\n  文 a\\\n  b"\n', "中文 ab"),
        ("k: >\n  中\n  文\n\n  下\n", "中文\n下\n"),
        ("k: >-\n  a\n  b\n", "a b"),
        ("k: |\n  中\n  文\n", "中\n文\n"),
        ("k: 中\r\n  文\r\n", "中文"),
        ("k: |\r\n  中\r\n  文\r\n", "中\n文\n"),
    ],
)
def test_a_fold_between_chinese_characters_is_no_space(written: str, value: str) -> None:
    text, _ = text_at(written)
    assert text.value == value


def test_joins_asks_both_sides() -> None:
    assert joins("中", "文")
    assert not joins("中", "a")
    assert not joins("a", "中")
    assert not joins("", "中")
    assert not joins("“", "”")


@pytest.mark.parametrize(
    ("written", "offset", "line", "column"),
    [
        ("k: 中文\n  换行\n", 0, 1, 4),
        ("k: 中文\n  换行\n", 2, 2, 3),
        ("k: 中文\n  换行\n", 4, 2, 5),  # its end
        ("k: a\n\n  b\n", 1, 2, 1),  # the kept break is that of the empty line
        ("k: 'it''s 中'\n", 5, 1, 11),
        ('k: "a\\tb\\u4e2d文"\n', 3, 1, 9),
        ('k: "a\\tb\\u4e2d文"\n', 4, 1, 15),
        ("k: |\n    一\n    二\n", 2, 3, 5),
        ("k: |2\n    一\n", 2, 2, 5),
        ("j:\n  k: x\nk: &a !!str\n  # c\n  word\n", 1, 5, 4),
        ("k: |\r\n  一\r\n  二\r\n", 2, 3, 3),
    ],
)
def test_the_place_of_a_character(written: str, offset: int, line: int, column: int) -> None:
    text, _ = text_at(written)
    place = place_of(text, offset)
    assert (place.line, place.column, place.file) == (line, column, "f.yaml")


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from(STYLES), st.sampled_from([10, 25, 1000]), st.booleans(), st.integers(0, 3))
def test_every_character_is_where_its_place_says(
    words: str, style: str | None, width: int, unicode: bool, depth: int
) -> None:
    tree: object = words
    for _ in range(depth):
        tree = [tree]
    written = yaml.safe_dump({"a": 1, "k": tree}, default_style=style, width=width, allow_unicode=unicode)
    node = read_nodes(make_source(written, shown="f")).root.items[1][1]
    for _ in range(depth):
        node = node.items[0]
    source = make_source(written, shown="f")
    text = Text(node.value, source.place(node.start), node.raw)
    shown = [place_of(text, i) for i in range(len(text.value))]
    for character, place in zip(text.value, shown, strict=True):
        found = character_at(written, place)
        # an escape is at its backslash, a folded break where the white before it begins
        assert found == character or found == "\\" or (character in " \n" and found in " \n'")
    assert shown == sorted(shown, key=lambda p: (p.line, p.column))


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("ab \n\t'\"\\ é"), max_size=30),
    st.sampled_from(STYLES),
    st.sampled_from([5, 1000]),
)
def test_scalars_are_read_as_the_standard_reads_them(words: str, style: str | None, width: int) -> None:
    written = yaml.safe_dump({"k": words}, default_style=style, width=width, allow_unicode=True)
    events = [e for e in yaml.parse(written, Loader=yaml.SafeLoader) if isinstance(e, yaml.ScalarEvent)]
    event = events[1]
    raw = written[event.start_mark.index : event.end_mark.index]
    if raw.startswith("!"):
        return
    assert "".join(characters for characters, _ in scalar_pieces(raw, event.value)) == event.value


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "  b", "", "   ", "\tc", "d e", " "]), min_size=1, max_size=8), st.data()
)
def test_block_scalars_written_by_hand_are_read_as_the_standard_reads_them(
    lines: list[str], data: st.DataObject
) -> None:
    header = data.draw(st.sampled_from(["|", ">", "|2", ">2", "|-", ">-", "|+", ">+", ">2-", ">+2"]))
    written = f"k: {header}\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)
    try:
        event = [e for e in yaml.parse(written) if isinstance(e, yaml.ScalarEvent)][1]
    except yaml.YAMLError:
        return
    raw = written[event.start_mark.index : event.end_mark.index]
    if event.value.strip(" \n"):
        assert "".join(c for c, _ in scalar_pieces(raw, event.value)) == event.value


def test_a_text_of_no_file_keeps_its_place() -> None:
    assert place_of(Text("ab", Place("x")), 1) == Place("x")


def test_a_negative_offset_is_an_error() -> None:
    with pytest.raises(ValueError, match="before its first"):
        place_of(Text("ab", Place("x", 1, 1)), -1)
