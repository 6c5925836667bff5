"""The JSON that programs read: what was written, what is wrong, what was changed, how long it took.

Comes in: a rendering or the problems that stopped it. Goes out: one JSON object (RFC 8259). Its keys
are always the same five; a place is null where there is none, a line or column null where unknown, the
fit null where no number of pages was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportpdf.base.problem import Place, Problem
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.pipeline import Fitted, Output, Rendered

Json = dict[str, object]


def done(rendered: Rendered, wording: Wording) -> Json:
    """The object for a report that was set."""
    return {
        "outputs": output_list(rendered.outputs),
        "problems": problem_list(rendered.problems, wording),
        "changes": [
            {"rule": c.rule, "before": c.before, "after": c.after, "place": place_of(c.place)}
            for c in rendered.changes
        ],
        "fit": None if rendered.fit is None else _fit(rendered.fit),
        "seconds": dict(rendered.seconds),
    }


def output_list(outputs: Iterable[Output]) -> list[Json]:
    """Each file that was written."""
    return [
        {
            "path": str(output.path),
            "kind": output.kind,
            "pages": output.pages,
            "bytes": output.bytes,
            "sha256": output.sha256,
            **_edition(output),
        }
        for output in outputs
    ]


def _edition(output: Output) -> Json:
    """What a PDF is for and the standards it keeps; nothing for page images."""
    if not output.edition:
        return {}
    return {"for": output.edition, "standards": list(output.standards)}


def _fit(fit: Fitted) -> Json:
    """The pages filled, and each thing adjusted with its value before and after."""
    return {
        "pages": fit.pages,
        "adjusted": [
            {"name": a.name, "before": a.before, "after": a.after, "unit": a.unit} for a in fit.adjusted
        ],
    }


def refused(problems: Iterable[Problem], wording: Wording) -> Json:
    """The object for a run that wrote nothing."""
    return {
        "outputs": [],
        "problems": problem_list(problems, wording),
        "changes": [],
        "fit": None,
        "seconds": {},
    }


def problem_list(problems: Iterable[Problem], wording: Wording) -> list[Json]:
    """Each problem with its code, severity and place, fact and fix in the reader's language."""
    listed: list[Json] = []
    for problem in problems:
        words = wording.word(problem)
        listed.append(
            {
                "code": problem.code,
                "severity": words.severity.value,
                "where": place_of(problem.place),
                "fact": words.fact,
                "fix": words.fix,
            }
        )
    return listed


def place_of(place: Place | None) -> Json | None:
    """The place as an object; None where a problem has none."""
    if place is None:
        return None
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "path": place.path or None,
    }


def encode(answer: Json) -> str:
    """The JSON text, its keys in the order given, an entry of a list to a line.

    Not indented further: a long report has thousands of changes, and Python indents slower than it sets.
    """
    import json

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for key, value in answer.items():
        if isinstance(value, list) and value:
            entries = ",\n    ".join(map(line, value))
            parts.append(f"  {line(key)}: [\n    {entries}\n  ]")
        else:
            parts.append(f"  {line(key)}: {line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
