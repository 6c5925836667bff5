"""The JSON Schemas are good ones, are those in docs/schema, and agree with the decoder."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reportpdf.base.problem import InputError
from reportpdf.source.batch_file import decode_batch
from reportpdf.source.format_file import decode_format
from reportpdf.source.job_file import decode_job
from reportpdf.source.mail_file import decode_mail
from reportpdf.source.report_file import decode_report
from reportpdf.source.schema import SCHEMAS, schema_text
from reportpdf.source.terms_file import decode_terms
from reportpdf.source.text_file import make_source
from reportpdf.source.theme_file import decode_theme, theme_source
from tests.source.test_report_file import WHOLE

DOCS = Path(__file__).parents[2] / "docs" / "schema"
NOWHERE = Path("/nowhere")
VALIDATORS = {name: Draft202012Validator(make()) for name, make in SCHEMAS.items()}
DECODERS = {
    "report": lambda source: decode_report(source, NOWHERE),
    "theme": lambda source: decode_theme(source, NOWHERE, "t"),
    "format": lambda source: decode_format(source, "f"),
    "job": decode_job,
    "terms": decode_terms,
    "mail": decode_mail,
    "batch": decode_batch,
}
SAMPLES: dict[str, Any] = {
    "report": yaml.safe_load(WHOLE),
    "theme": {
        **yaml.safe_load(theme_source("newspaper")),
        "fonts": {"Mine": {"file": "a.otf", "face": 1}, "Yours": {"file": "b.otf"}},
    },
    "job": {"fit": {"pages": 4}},
    "terms": {"preferred": {"甲": ["乙"]}, "forbidden": {"丙": "丁"}, "names": {"戊": ["己"]}},
    "mail": {
        "server": "smtp.example.com", "sender": "a@example.com", "port": 465, "tls": "implicit", "rate": 30,
        "login": "environment", "sender_name": "宣传科", "reply_to": "b@example.com", "limit_mb": 20,
        "subject": "《{title}》", "message": "您好", "attempts": 4, "unprotected": True,
    },
    "batch": {
        "jobs": {"甲": {"report": "a", "formats": ["a4", "b.yaml"], "pages": 4, "draft": True},
                 "乙": {"report": "b"}},
        "formats": ["a4"], "themes": ["newspaper"], "editions": ["screen", "press"], "output": "out",
    },
    "format": {
        "name": "s", "width_mm": 210, "height_mm": 297, "bleed_mm": 3, "margin_left": 40, "margin_top": 36.5,
        "step": 15.75, "lines": 48, "columns": 12, "column": 27.5, "gutter": 15,
    },
}  # fmt: skip
# what takes more than the structure to see
BEYOND = ("lead-twice", "job-", "photo-", "font-file-", "format-", "name-unknown", "mail-", "batch-")
VALUES: list[Any] = [
    None, True, False, 0, 1, -3, 0.5, 2.5, 10**6, "", " ", "\u3000", "\u200b", "中文", "a\nb", "0.5", "true",
    "yes", "gb", "soft", "x" * 39, "x" * 70, "x" * 600, "x" * 20_001, [], {}, [0, 0], [0, 0, 0, 0],
    [0, 0, 0, 101], ["a"], [None], [[]], {"a": 1}, {"name": "x"}, {"cmyk": [0, 0, 0, 0], "screen": "#ffffff"},
    {"cmyk": [0, 0, 0, 0], "screen": "white"}, {"screen": "#ffffff"},
]  # fmt: skip


def decoder_takes(name: str, content: Any) -> bool:
    try:
        DECODERS[name](make_source(json.dumps(content, ensure_ascii=False), shown="f"))
    except InputError as error:
        return all(p.code.startswith(BEYOND) for p in error.problems)
    return True


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_schema_is_a_good_one_and_takes_the_sample(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name]())
    VALIDATORS[name].validate(SAMPLES[name])
    assert decoder_takes(name, SAMPLES[name])


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_schema_in_the_documents_is_this_one(name: str) -> None:
    written = (DOCS / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema_text(SCHEMAS[name]()), (
        "write it anew: python -m reportpdf.source.schema docs/schema"
    )


def test_every_key_of_a_report_is_explained_in_both_languages() -> None:
    schema = SCHEMAS["report"]()
    for record in (schema, *schema["$defs"].values()):
        for key, value in record["properties"].items():
            text = value["description"]
            assert any("a" <= c <= "z" for c in text), key
            assert any("\u4e00" <= c <= "\u9fff" for c in text), key


def spots(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every node below the root."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [p for key, value in items for p in ((*path, key), *spots(value, (*path, key)))]


def at(node: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        node = node[key]
    return node


def mutated(content: Any, data: st.DataObject) -> Any:
    """The content with one spot replaced, taken out, renamed, repeated or joined by another key."""
    content = deepcopy(content)
    path = data.draw(st.sampled_from(spots(content)))
    parent, key = at(content, path[:-1]), path[-1]
    kind = data.draw(st.sampled_from(["replace", "replace", "replace", "remove", "rename", "add", "repeat"]))
    if kind == "replace":
        parent[key] = data.draw(st.sampled_from(VALUES))
    elif kind == "remove":
        del parent[key]
    elif isinstance(parent, list):
        parent.insert(key, deepcopy(parent[key]))
    elif kind == "rename":
        parent[f"{key}s"] = parent.pop(key)
    else:
        parent["surprise"] = 1
    return content


@pytest.mark.parametrize("name", list(SCHEMAS))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_schema_and_decoder_agree(name: str, data: st.DataObject) -> None:
    content = SAMPLES[name]
    for _ in range(data.draw(st.integers(1, 2))):
        if spots(content):
            content = mutated(content, data)
    assert VALIDATORS[name].is_valid(content) == decoder_takes(name, content), content


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sections",), []),
        (("sections", 0, "callouts", 0, "figure"), ""),
        (("sections", 0, "callouts", 0, "figure"), "a\nb"),
        (("sections", 0, "callouts", 0, "lead"), "yes"),
        (("sections", 0, "photos", 0, "focus"), [0.5]),
        (("sections", 0, "title"), None),
        (("sections", 0), {"title": "题"}),
        (("byline", 0, "names"), "罗军"),
        (("unknown",), 1),
    ],
)
def test_the_schema_refuses_what_the_decoder_refuses(path: tuple[Any, ...], value: Any) -> None:
    content = deepcopy(SAMPLES["report"])
    at(content, path[:-1])[path[-1]] = value
    assert not VALIDATORS["report"].is_valid(content)
    assert not decoder_takes("report", content)
