"""YAML becomes nodes within bounds, or says what is wrong and where."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.messages.source import ROWS
from reportpdf.base.problem import InputError, Problem
from reportpdf.source import yaml_compose
from reportpdf.source.limits import MAX_DEPTH, MAX_PROBLEMS
from reportpdf.source.text_file import make_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Mapping, Node, Scalar

LOADERS = [yaml_compose.LOADER, yaml.SafeLoader]


def plain(node: Node) -> object:
    """A node as lists, dicts and str."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.items}
    return [plain(item) for item in node.items]


def problems(text: str, loader: type = yaml_compose.LOADER) -> tuple[Problem, ...]:
    try:
        tree = read_nodes(make_source(text, shown="f"), loader=loader)
    except InputError as error:
        return error.problems
    return tree.problems


def told(text: str, loader: type = yaml_compose.LOADER) -> list[tuple[str, str]]:
    for found in problems(text, loader):
        row = ROWS[found.code]
        assert row.fact.format(**dict(found.args))
        assert row.fix.format(**dict(found.args))
        assert len(found.excerpt) <= 120
    return [(p.code, f"{p.place.line}:{p.place.column}") for p in problems(text, loader) if p.place]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\nb: [x, {y: 2}]\n", {"a": "1", "b": ["x", {"y": "2"}]}),
        ("---\na: !!str yes\n...\n", {"a": "yes"}),
        ("a: &x {b: 0x1F}\nc: *x\n", {"a": {"b": "0x1F"}, "c": {"b": "0x1F"}}),
        ("- 12:30\n- 010\n- 1_000\n- 2024-09-19\n- ~\n", ["12:30", "010", "1_000", "2024-09-19", "~"]),
        ("a: b\r\nc: d\r", {"a": "b", "c": "d"}),
    ],
)
def test_values_are_the_text_that_is_written(text: str, value: object, loader: type) -> None:
    assert plain(read_nodes(make_source(text, shown="f"), loader=loader).root) == value


FAULTS = [
    ("", "yaml-empty", "1:1"),
    ("# nothing\n", "yaml-empty", None),
    ("a: b\n---\nc: d\n", "yaml-documents", "2:1"),
    ("a: b\n中: c\na: d\n", "yaml-key-twice", "3:1"),
    ("? [a]\n: b\n", "yaml-key-complex", "1:3"),
    ("a: {{x}}\n", "yaml-key-complex", "1:5"),
    ("a: b\n: c\n", "yaml-key-empty", None),
    ("~: b\n", "yaml-key-empty", "1:1"),
    ("a: &x {}\nb:\n  <<: *x\n", "yaml-merge", "3:3"),
    ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", "1:4"),
    ("a: !重要 的\n", "yaml-tag-form", None),
    ("a: !!binary aGk=\n", "yaml-tag", "1:4"),
    ("a: *b\n", "yaml-alias-unknown", "1:4"),
    ("a: &x\n  b: *x\n", "yaml-alias-inside", "2:6"),
    ("&x [*x]\n", "yaml-alias-inside", "1:5"),
    ("a: b: c\n", "yaml-colon", "1:5"),
    ("a: 一\n  b: 二\n", "yaml-continued", "2:4"),
    ("a\nb: c\n", "yaml-continued", "2:2"),
    ("a: %x\n", "yaml-start", "1:4"),
    ("a: @x\n", "yaml-start", "1:4"),
    ("a: `x`\n", "yaml-start", "1:4"),
    ("a: & x\n", "yaml-start", "1:4"),
    ("a: * x\n", "yaml-start", "1:4"),
    ("a: ? b\n", "yaml-start", "1:4"),
    ('b: 1\na: "x\nc: d\n', "yaml-quote", "2:4"),
    ("b: 1\na: 'x\nc: d\n", "yaml-quote", "2:4"),
    ('a: "数"说"影"述\n', "yaml-after-quote", None),
    ("a: 'b' c\n", "yaml-after-quote", "1:8"),
    ('a: "b\\q"\n', "yaml-escape", None),
    ('a: "\\ud800"\n', None, None),
    ('a: "\\U00110000"\n', "yaml-escape", None),
    ('a: "\\0"\n', "source-control", "1:5"),
    ("a: [1, 2\nb: 3\n", "yaml-flow", "1:4"),
    ("a: {b: 1\n", "yaml-flow", "1:4"),
    ("a: !b!c d\n", "yaml-tag-form", None),
    ("a: - b\n", "yaml-dash", "1:4"),
    ("a: |x\n  b\n", "yaml-block-header", None),
    ("a: [b](https://example.cn) c\n", "yaml-after-bracket", "1:7"),
    ("a: {滨州|bīn zhōu}市\n", "yaml-after-bracket", "1:17"),
    ("a:\n  - b\n c\n", "yaml-indent", None),
    ("a:\n  b: 1\n c: 2\n", "yaml-indent", "3:2"),
    ("a: b\n- c\n", "yaml-indent", "2:1"),
    ("a:\n\t- b\n", "yaml-tab", "2:1"),
    ("a:\n  b: 1\n\tc: 2\n", "yaml-tab", "3:1"),
    ("a:\n  \tb: 1\n", None, None),
    ("标题\ntitle：中文\nsections:\n  - a\n", "yaml-wide-colon", "2:6"),
    ("[a] [b]\n", "yaml-trailing", "1:5"),
    ("%FOO bar\n", None, None),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "code", "place"), FAULTS)
def test_each_fault_has_its_own_answer_at_its_place(
    text: str, code: str | None, place: str | None, loader: type
) -> None:
    found = told(text, loader)
    assert len(found) == 1
    assert code in (found[0][0], None)
    assert place in (found[0][1], None)


def test_faults_before_a_syntax_error_are_told_with_it() -> None:
    assert [code for code, _ in told("a: 1\na: 2\nb: !x y\nc: d: e\n")] == [
        "yaml-key-twice",
        "yaml-tag",
        "yaml-colon",
    ]


def test_a_key_that_stands_twice_names_the_first() -> None:
    assert dict(problems("b: 1\na: 1\n'a': 2\n")[0].args)["first"] == "2:1"


def test_the_lines_indented_by_tabs_are_all_named() -> None:
    (found,) = problems("a:\n\tb: 1\n\tc: 2\nd:\n\te: 3\n")
    assert dict(found.args)["lines"] == "2, 3, 5"


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "a: " + "[" * 10_000 + "]" * 10_000,
        "{a: " * 10_000,
        "[\n" * 10_000,
        "- " * 10_000 + "x",
        "? " * 10_000 + "x",
        "\n".join(" " * i + "a:" for i in range(200)),
        "\n".join(" " * i + "-" for i in range(200)),
    ],
)
def test_deep_nesting_is_refused(text: str, loader: type) -> None:
    assert [code for code, _ in told(text, loader)] == ["yaml-depth"]


def test_nesting_up_to_the_limit_is_read() -> None:
    assert told("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert told("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) != []


def test_an_alias_bomb_is_refused_at_the_alias_that_is_too_much() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * 10) + "]" for i in range(1, 12)]
    assert told("\n".join(lines)) == [("yaml-alias-bomb", "5:38")]


def test_a_wide_file_is_refused_by_its_count_of_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_compose, "MAX_NODES", 1000)
    assert told("[" + "1," * 2000 + "]")[0][0] == "yaml-nodes"


def test_a_file_full_of_faults_is_left_at_a_count() -> None:
    found = told("".join("- !x y\n" for _ in range(5000)))
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1][0] == "source-more"


def test_the_start_of_a_value_is_behind_its_anchor_and_tag() -> None:
    source = make_source("a: &x !!str # why\n  'b'\nc: &y\n  d: 1\n", shown="f")
    root = read_nodes(source).root
    assert isinstance(root, Mapping)
    first, second = root.items[0][1], root.items[1][1]
    assert isinstance(first, Scalar)
    assert (first.value, first.raw, source.position(first.start)) == ("b", "'b'", (2, 3))
    assert source.position(second.start) == (4, 3)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"]), max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text("abc中", min_size=1), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.booleans(),
)
def test_what_yaml_writes_is_read_back(value: object, flow: bool) -> None:
    written = yaml.safe_dump(
        {"k": value}, allow_unicode=True, default_flow_style=flow, width=10**6, default_style='"'
    ).replace("\ufeff", "")
    expected = yaml.load(written, Loader=yaml.BaseLoader)
    assert plain(read_nodes(make_source(written, shown="f")).root) == expected
