"""Files of jobs: what they state, and what is wrong with them, all at once and with its place."""

from __future__ import annotations

import pytest

from reportpdf.base.problem import InputError
from reportpdf.source.batch_file import decode_batch
from reportpdf.source.text_file import make_source

WHOLE = """\
formats: [a4, broadsheet]
jobs:
  年报:
    report: nianbao
    themes: [newspaper, own/theme.yaml]
    editions: [screen, press]
    pages: 4n
  简报:
    report: jianbao/report.yaml
    output: jianbao
    draft: true
"""


def test_jobs_have_names_and_keep_their_order() -> None:
    batch = decode_batch(make_source(WHOLE, shown="jobs.yaml"))
    assert [job.name for job in batch.jobs] == ["年报", "简报"]
    first, second = batch.jobs
    assert first.editions == ("screen", "press")
    assert first.report.place.line == 4
    assert second.draft


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jobs: {}", [("value-empty-list", 1)]),
        ("job: {a: {report: x}}", [("key-near", 1)]),
        ("jobs:\n  a: {}", [("key-missing", 2)]),
        ("jobs:\n  a: {report: x, formats: [a5]}", [("batch-format", 2)]),
        ("jobs:\n  a: {report: x, themes: [newspapr], pages: 0}", [("batch-theme", 2), ("job-pages", 2)]),
        ("output: /etc\njobs: {a: {report: x}}", [("batch-outside", 1)]),
        ("jobs: {a: {report: x, output: ../y}}", [("batch-outside", 1)]),
        ("jobs: {a: {report: x, output: 'C:\\y'}}", [("batch-outside", 1)]),
        ("jobs:\n  a: {report: x, editions: [paper]}\n  b: {report: y, for: [screen]}",
         [("value-", 2), ("key-near", 3)]),
        ("jobs:\n  a: {report: x}\n  a: {report: y}", [("yaml-key-twice", 3)]),
        ("- report: x", [("value-mapping-wanted", 1)]),
    ],
)  # fmt: skip
def test_what_is_wrong_has_a_place(text: str, found: list[tuple[str, int]]) -> None:
    with pytest.raises(InputError) as caught:
        decode_batch(make_source(text, shown="jobs.yaml"))
    told = [(p.code, p.place.line if p.place else 0) for p in caught.value.problems]
    assert len(told) == len(found), told
    for (code, line), (wanted, at) in zip(told, found, strict=True):
        assert code.startswith(wanted), told
        assert line == at
