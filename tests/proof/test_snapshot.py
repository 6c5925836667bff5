"""A snapshot is kept whole, and what is no snapshot is told and not guessed at."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportpdf.base.problem import InputError
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.snapshot_json import read_snapshot, snapshot_bytes
from tests.proof.snapshots import generated, laid_out, sample, taken


def _sample() -> Snapshot:
    return taken(sample(), laid_out(sample()))


@pytest.mark.parametrize("sources", [sample(), generated(3)], ids=("sample", "generated"))
def test_a_snapshot_comes_back_as_it_was(sources: Any) -> None:
    made = taken(sources, laid_out(sources))
    data = snapshot_bytes(made)
    assert read_snapshot(data, "snapshot.json") == made
    assert snapshot_bytes(read_snapshot(data, "snapshot.json")) == data


def test_the_same_report_gives_the_same_bytes() -> None:
    assert snapshot_bytes(_sample()) == snapshot_bytes(_sample())


def _spoiled(**changes: object) -> bytes:
    value = json.loads(snapshot_bytes(_sample()))
    value.update(changes)
    return json.dumps(value).encode()


FAULTS = (
    (b"", "snapshot-broken"),
    (b"{}", "snapshot-broken"),
    (b"[1]", "snapshot-broken"),
    (b"\xff\xfe{}", "snapshot-broken"),
    (b"[" * 100_000, "snapshot-broken"),
    (_spoiled(version=99), "snapshot-version"),
    (_spoiled(width="595"), "snapshot-broken"),
    (_spoiled(width=1e300), "snapshot-broken"),
    (_spoiled(sections=[{"title": 5}]), "snapshot-broken"),
    (_spoiled(more="of it"), "snapshot-broken"),
    (_spoiled(pages=[{"number": 1, "items": [{"kind": "text"}]}]), "snapshot-broken"),
)


@pytest.mark.parametrize(("data", "code"), FAULTS)
def test_what_is_no_snapshot_is_told(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as error:
        read_snapshot(data, "proofs/01-一校/snapshot.json")
    (found,) = error.value.problems
    assert found.code == code
    assert found.place is not None
    assert found.place.file == "proofs/01-一校/snapshot.json"


def test_where_the_theme_lies_is_no_change_of_it() -> None:
    paths = [path for path, _ in _sample().theme]
    assert paths == sorted(paths)
    assert not [path for path in paths if path.endswith((".path", ".place"))]
