"""A theme's or a format's YAML becomes its record; what may stand in it is what the records say."""

from __future__ import annotations

import json
import math
from copy import deepcopy
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml

from reportpdf.base.ink import Ink
from reportpdf.base.messages.source import ROWS
from reportpdf.base.problem import InputError, Problem
from reportpdf.source.decode import decode
from reportpdf.source.format_file import builtin_format_names, decode_format, load_format
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import make_source
from reportpdf.source.theme_file import builtin_theme_names, decode_theme, load_theme, theme_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.theme.records import Composition, Format, Kinsoku, MarkStyle, Theme


def theme_text(**changes: Any) -> str:
    """The built-in theme as YAML, with other values under some of its keys; None takes a key out."""
    whole = {**yaml.safe_load(theme_source("newspaper")), **changes}
    return yaml.safe_dump(
        {k: v for k, v in whole.items() if v is not None}, allow_unicode=True, sort_keys=False
    )


def theme_of(folder: Path = Path("/nowhere"), **changes: Any) -> Theme:
    return decode_theme(make_source(theme_text(**changes), shown="t.yaml"), folder, "t")


def refused(call: Any, *args: Any) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        call(*args)
    for found in caught.value.problems:
        row = ROWS[found.code]
        assert row.fact.format(**dict(found.args))
        assert row.fix.format(**dict(found.args))
    return caught.value.problems


def told(**changes: Any) -> list[tuple[str, str]]:
    text = theme_text(**changes)
    problems = refused(decode_theme, make_source(text, shown="t.yaml"), Path("/nowhere"), "t")
    return [(p.code, p.place.path) for p in problems if p.place]


def test_the_built_in_theme_and_format_are_read() -> None:
    assert "newspaper" in builtin_theme_names()
    assert "a4" in builtin_format_names()
    assert not set(builtin_theme_names()) & set(builtin_format_names())
    for name in builtin_theme_names():
        assert load_theme(name).name == name
    sheet = load_format("a4")
    assert (sheet.width_mm, sheet.height_mm, sheet.bleed_mm) == (210.0, 297.0, 3.0)


def test_an_exported_theme_is_the_theme(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(theme_source("newspaper"), encoding="utf-8")
    assert asdict(load_theme(str(path))) == asdict(load_theme("newspaper"))
    assert asdict(load_theme("mine.yaml", base=tmp_path)) == asdict(load_theme("newspaper"))


def test_a_theme_without_a_name_has_that_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(theme_text(name=None), encoding="utf-8")
    assert load_theme(str(path)).name == "mine"
    sheet = yaml.safe_dump({k: v for k, v in yaml.safe_load(format_text()).items() if k != "name"})
    assert decode_format(make_source(sheet, shown="f"), "sheet").name == "sheet"


def test_inks_and_palettes_keep_their_order_and_are_fractions() -> None:
    theme = theme_of(palettes={"b": [0, 98, 92, 10], "a": {"cmyk": [100, 0, 0, 0], "screen": "#0a0B0c"}})
    assert [p.name for p in theme.palettes] == ["b", "a"]
    assert theme.palettes[0].ink == Ink(0.0, 0.98, 0.92, 0.1)
    assert theme.palettes[1].ink == Ink(1.0, 0.0, 0.0, 0.0, (10, 11, 12))


def test_composition_is_optional_and_its_words_become_choices() -> None:
    assert asdict(theme_of(composition=None).composition) == asdict(Composition())
    composition = theme_of(composition={"kinsoku": "strict", "marks": "line-end"}).composition
    expected = replace(Composition(), kinsoku=Kinsoku.STRICT, marks=MarkStyle.LINE_END)
    assert asdict(composition) == asdict(expected)


def test_fonts_lie_in_the_folder_of_the_theme(tmp_path: Path) -> None:
    (tmp_path / "a.otf").write_bytes(b"")
    theme = theme_of(tmp_path, fonts={"Mine": {"file": "a.otf"}, "Two": {"file": "b.ttc", "face": 2}})
    assert [(f.name, f.file, f.face) for f in theme.fonts] == [("Mine", "a.otf", 0), ("Two", "b.ttc", 2)]
    assert [f.path for f in theme.fonts] == [str(tmp_path.resolve() / n) for n in ("a.otf", "b.ttc")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"titel": "x"}, [("key-near", "titel")]),
        ({"inks": None}, [("key-missing", "inks")]),
        ({"look": None, "sheet": None}, [("theme-bare", "")]),
        ({"sheet": {}}, "key-missing"),
        ({"look": {}}, "key-missing"),
        ({"look": 3}, [("value-mapping-wanted", "look")]),
        ({"palettes": {}}, [("value-empty-list", "palettes")]),
        ({"palettes": [[0, 0, 0, 0]]}, [("value-mapping-wanted", "palettes")]),
        ({"palettes": {"a": [0, 0, 0]}}, [("ink-form", "palettes.a")]),
        ({"palettes": {"a": "#d3262b"}}, [("ink-form", "palettes.a")]),
        ({"palettes": {"a": [0, 0, 0, 101]}}, [("value-high", "palettes.a[3]")]),
        ({"palettes": {"a": [0, -1, 0, 0]}}, [("value-low", "palettes.a[1]")]),
        ({"palettes": {"a": [0, math.nan, 0, 0]}}, [("value-number", "palettes.a[1]")]),
        ({"palettes": {"a": {"cmyk": [0, 0, 0, 0], "screen": "red"}}}, [("ink-screen", "palettes.a.screen")]),
        ({"palettes": {"a": {"screen": "#ffffff"}}}, [("ink-form", "palettes.a")]),
        ({"palettes": {"a": {"cmyk": [0, 0, 0, 0], "x": 1}}}, [("ink-form", "palettes.a")]),
        ({"composition": {"kinsoku": "gbb"}}, [("value-choice-near", "composition.kinsoku")]),
        ({"composition": {"kinsoku": 7}}, [("value-choice", "composition.kinsoku")]),
        ({"composition": {"autospace": "x"}}, [("value-number", "composition.autospace")]),
        ({"composition": {"autospace": math.inf}}, [("value-number", "composition.autospace")]),
        ({"composition": {"normalise": "yes"}}, [("value-bool", "composition.normalise")]),
        ({"composition": {"indent": 1e308}}, [("value-high", "composition.indent")]),
        ({"numerals": []}, [("value-empty-list", "numerals")]),
        ({"fonts": {"Mine": "a.otf"}}, [("value-mapping-wanted", "fonts.Mine")]),
        ({"fonts": {"Mine": {}}}, [("key-missing", "fonts.Mine.file")]),
        ({"fonts": {"Mine": {"file": "../a.otf"}}}, [("font-file-outside", "fonts.Mine.file")]),
        ({"fonts": {"Mine": {"file": "http://a/b.otf", "face": 1.5}}},
         [("font-file-url", "fonts.Mine.file"), ("value-integer", "fonts.Mine.face")]),
    ],
)  # fmt: skip
def test_each_fault_of_a_theme_is_told(changes: dict[str, Any], expected: Any) -> None:
    found = told(**changes)
    if isinstance(expected, str):
        assert {code for code, _ in found} == {expected}
    else:
        assert found == expected


NO_PAGE = [
    ("step_u: 0.25", "step_u: 0", "value-low"),
    ("crop: 0.25", "crop: 1", "value-high"),
    ("full_u: [14, 24]", "full_u: [0, 24]", "value-low"),
    ("triple_u: [6.5, 8]", "triple_u: [-1, 8]", "value-low"),
    ("title_column: 2", "title_column: 99", "value-high"),
    ("seal_height_u: 4.7", "seal_height_u: 1000", "value-high"),
]


@pytest.mark.parametrize(("old", "new", "code"), NO_PAGE)
def test_a_number_with_which_no_page_could_be_made_is_told(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(theme_source("newspaper").replace(old, new), "utf-8")
    with pytest.raises(InputError) as caught:
        load_theme(str(path))
    assert [found.code for found in caught.value.problems] == [code]


def test_an_ink_that_is_not_in_the_table_is_told() -> None:
    whole = yaml.safe_load(theme_source("newspaper"))
    whole["look"]["styles"]["body"]["ink"] = "sofd"
    found = refused(decode_theme, make_source(yaml.safe_dump(whole), shown="t"), Path("/nowhere"), "t")
    assert [(p.code, p.place.path) for p in found if p.place] == [("name-unknown", "look.styles.body.ink")]


def leaves(node: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if isinstance(node, dict):
        return [leaf for key, value in node.items() for leaf in leaves(value, (*path, key))]
    return [path]


def test_every_value_of_the_look_is_looked_at() -> None:
    whole = yaml.safe_load(theme_source("newspaper"))
    for path in leaves(whole["look"]):
        copy = deepcopy(whole)
        parent = copy["look"]
        for key in path[:-1]:
            parent = parent[key]
        parent[path[-1]] = {"no": "value"}
        source = make_source(json.dumps(copy), shown="t")  # JSON is YAML, and quick to write
        (found,) = refused(decode_theme, source, Path("/nowhere"), "t")
        assert found.place is not None
        assert found.place.path == ".".join(("look", *path))


def format_text(**changes: Any) -> str:
    sheet = {
        "name": "s", "width_mm": 210, "height_mm": 297, "bleed_mm": 3, "margin_left": 40, "margin_top": 36.5,
        "step": 15.75, "lines": 48, "columns": 12, "column": 27.5, "gutter": 15,
    }  # fmt: skip
    return yaml.safe_dump({**sheet, **changes}, allow_unicode=True)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"width_mm": 0}, "value-low"),
        ({"height_mm": 10**6}, "value-high"),
        ({"column": 0}, "value-above"),
        ({"lines": 1.5}, "value-integer"),
        ({"lines": "48"}, "value-number"),
        ({"lines": None}, "value-number"),
        ({"widht_mm": 1}, "key-near"),
        ({"columns": 14}, "format-wide"),
        ({"margin_top": 90}, "format-tall"),
        ({"layout": "sheet", "columns": 2}, "format-sheet-small"),
        ({"layout": "sheet", "lines": 20}, "format-sheet-small"),
        ({"sheets": 3}, "value-high"),
    ],
)
def test_each_fault_of_a_format_is_told(changes: dict[str, Any], code: str) -> None:
    source = make_source(format_text(**changes), shown="f.yaml")
    assert [p.code for p in refused(decode_format, source, "s")] == [code]


def test_a_format_is_read_with_its_types() -> None:
    sheet = decode_format(make_source(format_text(lines=48.0), shown="f"), "s")
    assert isinstance(sheet, Format)
    assert (type(sheet.lines), type(sheet.width_mm)) == (int, float)


@pytest.mark.parametrize(
    "name", ["nowhere", "a4", "", "..", "builtin/../newspaper", "newspaper\0", "news paper"]
)
def test_a_theme_that_is_not_there_is_told(name: str) -> None:
    (found,) = refused(load_theme, name)
    assert found.code == ("source-missing" if "/" in name else "theme-unknown")
    if found.code == "theme-unknown":
        assert "newspaper" in dict(found.args)["choices"]


def test_a_format_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(load_format, "newspaper")[0].code == "format-unknown"
    assert refused(load_format, str(tmp_path / "x.yaml"))[0].code == "source-missing"
    assert refused(theme_source, "a4")[0].code == "theme-unknown"


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    """A named part with two values, as looks may have."""

    name: str
    width: float = field(metadata={"doc": "How wide", "above": 0, "max": 9})
    colour: Colour = Colour.RED


@dataclass(frozen=True, slots=True)
class Growing:
    """A record nobody has heard of yet."""

    parts: tuple[Part, ...]
    pairs: tuple[tuple[str, int], ...] = ()
    side: Literal["left", "right"] = "left"
    gap: float | None = None
    sub: Part | None = None


def growing(text: str) -> tuple[Any, list[Problem]]:
    source = make_source(text, shown="g")
    tree = read_nodes(source)
    reading = Reading(source, tree)
    return decode(reading, record_shape(Growing), tree.root), reading.problems


def test_a_record_nobody_has_heard_of_is_read_by_its_annotations() -> None:
    value, problems = growing(
        "parts: {a: {width: 1}, b: {width: 2.5, colour: blue}}\npairs: [[x, 1], [y, 2]]\n"
        "side: right\ngap:\nsub: {name: s, width: 3}\n"
    )
    assert problems == []
    parts = (Part("a", 1.0), Part("b", 2.5, Colour.BLUE))
    assert value == Growing(parts, (("x", 1), ("y", 2)), "right", None, Part("s", 3.0))


def test_the_facts_of_a_field_are_in_its_metadata() -> None:
    _, problems = growing("parts: {a: {width: 0}, b: {width: 10}}\nside: up\npairs: [[x]]\n")
    assert [p.code for p in problems] == ["value-above", "value-high", "value-count", "value-choice"]


def test_a_type_without_a_yaml_value_is_a_fault_of_the_record() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd:
        value: complex

    with pytest.raises(TypeError, match=r"Odd\.value"):
        record_shape(Odd)


def test_every_fact_in_the_tables_is_of_a_field_that_there_is() -> None:
    from reportpdf.model import report
    from reportpdf.source.report_facts import REPORT_FACTS
    from reportpdf.source.theme_facts import THEME_FACTS
    from reportpdf.theme import records, style

    named = [c for m in (report, records, style) for c in vars(m).values() if isinstance(c, type)]
    classes = {c.__name__: c for c in named if is_dataclass(c)}
    for owner, name in (*REPORT_FACTS, *THEME_FACTS):
        assert name in [f.name for f in fields(classes[owner])]
