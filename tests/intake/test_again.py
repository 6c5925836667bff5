"""A manuscript that comes again: an editor's changes stay, and nothing is changed unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.base.problem import InputError
from reportpdf.source.intake.again import merge
from tests.intake.making import SEED, codes, photo, report, taken


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(SEED.read_bytes())
    taken(tmp_path / "out", path)
    return path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _state(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _refusal(folder: Path, *files: Path) -> list[str]:
    before = _state(folder)
    with pytest.raises(InputError) as refused:
        taken(folder, *files)
    assert _state(folder) == before
    return [found.code for found in refused.value.problems]


def test_the_same_again_changes_nothing(manuscript: Path, tmp_path: Path) -> None:
    before = _state(tmp_path / "out")
    assert codes(taken(tmp_path / "out", manuscript)) == ["intake-same"]
    assert _state(tmp_path / "out") == before


def test_an_editors_change_is_no_difference(manuscript: Path, tmp_path: Path) -> None:
    _edit(tmp_path / "out" / "report.yaml", "figure: 第一档", "figure: 全省第一档")
    before = _state(tmp_path / "out")
    assert codes(taken(tmp_path / "out", manuscript)) == ["intake-same"]
    assert _state(tmp_path / "out") == before


def test_a_change_of_the_manuscript_is_refused_unasked_with_old_and_new(
    manuscript: Path, tmp_path: Path
) -> None:
    _edit(manuscript, "不良贷款1.08亿元", "不良贷款1.18亿元")
    with pytest.raises(InputError) as refused:
        taken(tmp_path / "out", manuscript)
    (found,) = refused.value.problems
    assert found.code == "report-differs"
    assert "1.08" in dict(found.args)["before"]
    assert "1.18" in dict(found.args)["after"]
    assert found.place is not None
    line = (tmp_path / "out" / "report.yaml").read_text("utf-8").splitlines()[found.place.line - 1]
    assert "1.08" in line


def test_update_takes_the_manuscripts_change_and_keeps_the_editors(manuscript: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "report.yaml"
    _edit(target, "figure: 第一档", "figure: 全省第一档")
    _edit(target, "sections:", "# 总编：周五付印\nsections:")
    _edit(manuscript, "不良贷款1.08亿元", "不良贷款1.18亿元")
    assert codes(taken(tmp_path / "out", manuscript, update=True)) == ["report-changed"]
    text = target.read_text("utf-8")
    assert "1.18亿元" in text
    assert "figure: 全省第一档" in text
    assert "# 总编：周五付印" in text
    assert codes(taken(tmp_path / "out", manuscript)) == ["intake-same"]


def test_where_both_changed_the_editors_stays_and_the_manuscripts_is_asked(
    manuscript: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "report.yaml"
    _edit(target, "figure: 第一档", "figure: 全省第一档")
    _edit(manuscript, "**第一档**", "**头一档**")
    assert _refusal(tmp_path / "out", manuscript) == ["report-conflict"]
    assert codes(taken(tmp_path / "out", manuscript, update=True)) == ["report-conflict"]
    text = target.read_text("utf-8")
    assert "# check: - figure: 头一档\n" in text
    figures = [c["figure"] for s in report(tmp_path / "out")["sections"] for c in s["callouts"]]
    assert "全省第一档" in figures
    assert "头一档" not in figures


def test_a_callout_more_and_one_less(manuscript: Path, tmp_path: Path) -> None:
    _edit(manuscript, "**350项**", "**7项**——新添的一项工作。\n\n**350项**")
    text = manuscript.read_text("utf-8")
    gone = next(line for line in text.splitlines() if line.startswith("**十佳**"))
    manuscript.write_text(text.replace(gone, ""), "utf-8")
    assert set(_refusal(tmp_path / "out", manuscript)) == {"report-new-unasked", "report-gone-unasked"}
    taken(tmp_path / "out", manuscript, update=True)
    figures = [c["figure"] for s in report(tmp_path / "out")["sections"] for c in s["callouts"]]
    assert "7项" in figures
    assert "十佳" not in figures


def test_a_conflict_inside_a_text_of_paragraphs_does_not_become_words(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    long = "甲" * 100
    path.write_text(f"# 题\n\n## 章\n**1项**——头一段。\n\n第二段{long}。\n\n第三段{long}。\n", "utf-8")
    taken(tmp_path / "out", path)
    _edit(tmp_path / "out" / "report.yaml", "第二段", "编辑第二段")
    _edit(path, "第二段", "文稿第二段")
    taken(tmp_path / "out", path, update=True)
    text = report(tmp_path / "out")["sections"][0]["callouts"][0]["text"]
    assert text == f"头一段。\n编辑第二段{long}。\n第三段{long}。"
    assert f"# check: 文稿第二段{long}。" in (tmp_path / "out" / "report.yaml").read_text("utf-8")


def test_photos_that_come_later_take_the_stand_ins_place(manuscript: Path, tmp_path: Path) -> None:
    photo(tmp_path / "照片" / "全市公安工作会议召开.jpg")
    assert "report-differs" in _refusal(tmp_path / "out", manuscript, tmp_path / "照片")
    taken(tmp_path / "out", manuscript, tmp_path / "照片", update=True)
    first = report(tmp_path / "out")["sections"][2]["photos"][0]
    assert first == {
        "file": "photos/全市公安工作会议召开.jpg",
        "caption": "2024年9月19日,全市公安工作会议召开。",
    }


def test_a_photo_that_was_retouched_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 题\n\n## 章\n**1项**——办完了。\n\n![现场。](1.jpg)\n", "utf-8")
    photo(tmp_path / "1.jpg")
    taken(tmp_path / "out", path)
    photo(tmp_path / "out" / "photos" / "1.jpg", 200)
    retouched = (tmp_path / "out" / "photos" / "1.jpg").read_bytes()
    assert "intake-file-kept" in codes(taken(tmp_path / "out", path, update=True))
    assert (tmp_path / "out" / "photos" / "1.jpg").read_bytes() == retouched


def test_a_newer_photo_is_taken_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 题\n\n## 章\n**1项**——办完了。\n\n![现场。](1.jpg)\n", "utf-8")
    photo(tmp_path / "1.jpg")
    taken(tmp_path / "out", path)
    photo(tmp_path / "1.jpg", 200)
    assert _refusal(tmp_path / "out", path) == ["file-differs"]
    taken(tmp_path / "out", path, update=True)
    assert (tmp_path / "out" / "photos" / "1.jpg").read_bytes() == (tmp_path / "1.jpg").read_bytes()


def test_a_report_that_no_import_wrote_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(SEED.read_bytes())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.yaml").write_text("sections: []\n", "utf-8")
    for update in (False, True):
        with pytest.raises(InputError, match="intake-not-imported"):
            taken(tmp_path / "out", path, update=update)


LINES = st.lists(st.sampled_from(["a", "b", "c", "# check: q", "d"]), max_size=8)


@given(LINES, LINES)
def test_what_only_one_side_changed_is_that_sides(base: list[str], other: list[str]) -> None:
    before, after = "\n".join(base) + "\n", "\n".join(other) + "\n"

    def words(text: str) -> list[str]:
        return [line for line in text.splitlines() if line and not line.startswith("# check")]

    assert words(merge(before, before, after).text) == words(after)
    kept = merge(before, after, before)
    assert words(kept.text) == words(after)
    assert kept.differences == ()
    assert words(merge(before, after, after).text) == words(after)
