"""The long reports of the benchmark: all paragraphs differ, the same on every machine, no word lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench.bodies import bodies, read, with_photos, without_photos, write
from bench.cases import SAMPLE

COUNT = 12


def _texts(report: dict) -> list[str]:
    return [c["text"] for s in report["sections"] for c in s["callouts"]]


def test_every_paragraph_differs_from_every_other() -> None:
    texts = _texts(bodies(read(SAMPLE), COUNT))
    assert len(texts) == 15 * COUNT
    assert len(set(texts)) == len(texts)


def test_only_digits_and_the_order_of_clauses_change() -> None:
    sample = read(SAMPLE)

    def letters(text: str) -> Counter[str]:
        return Counter("0" if c.isdigit() else c for c in text)

    varied = _texts(bodies(sample, COUNT))
    assert [letters(t) for t in varied] == [letters(t) for t in _texts(sample)] * COUNT


def test_figures_stay_and_photos_go() -> None:
    sample = read(SAMPLE)
    long = bodies(sample, 2)
    figures = [c["figure"] for s in sample["sections"] for c in s["callouts"]]
    assert [c["figure"] for s in long["sections"] for c in s["callouts"]] == figures * 2
    assert not any(s.get("photos") for s in long["sections"])
    assert not any(s["photos"] for s in without_photos(sample)["sections"])


def test_the_same_seed_makes_the_same_report_and_another_seed_another() -> None:
    sample = read(SAMPLE)
    assert bodies(sample, 2) == bodies(sample, 2)
    assert bodies(sample, 2) != bodies(sample, 2, seed=1)


def test_photos_are_replaced_in_order_and_captions_kept(tmp_path: Path) -> None:
    sample = read(SAMPLE)
    names = [f"photos/{i}.jpg" for i in range(7)]
    write(with_photos(sample, names), tmp_path / "report.yaml")
    photos = [p for s in read(tmp_path / "report.yaml")["sections"] for p in s["photos"]]
    assert [p["file"] for p in photos] == names
    assert [p["caption"] for p in photos] == [p["caption"] for s in sample["sections"] for p in s["photos"]]
