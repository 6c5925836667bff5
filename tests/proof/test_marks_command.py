"""``reportpdf marks`` from end to end: on the sample report's proof, with PDFs that came back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reportpdf.cli import main
from reportpdf.proof.redmarks import marks_of
from reportpdf.proof.redmarks_report import marks_json, marks_report
from reportpdf.proof.redmarks_rounds import rounds_made, words_of_round
from reportpdf.proof.register import Register
from reportpdf.proof.set_words import SetRound
from reportpdf.proof.set_words_pdf import set_round_of_pdf
from tests.proof import annotated

AT = "2026-01-03T10:00:00+08:00"


@dataclass(frozen=True, slots=True)
class Said:
    """What a run answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        return [one["code"] for one in self.json["problems"]]


Marks = Callable[..., Said]


@pytest.fixture
def marks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Marks:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def run(*words: str) -> Said:
        capsys.readouterr()  # what a rendering before has said
        code = main(["marks", *words])
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def base(sample_report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a PDF."""
    path = tmp_path_factory.mktemp("base") / "proof.pdf"
    assert main(["render", str(sample_report), "-o", str(path)]) == 0
    return path


@pytest.fixture
def report(sample_report: Path, base: Path, tmp_path: Path) -> Path:
    """The sample with a first round."""
    folder = tmp_path / "r"
    shutil.copytree(sample_report.parent, folder)
    (folder / "proofs").mkdir()
    _make_round(folder, 1, "一校", base)
    return folder / "report.yaml"


def _make_round(folder: Path, number: int, name: str, pdf: Path) -> None:
    made = folder / "proofs" / f"{number:02d}-{name}"
    made.mkdir()
    shutil.copy(pdf, made / "proof.pdf")
    with Register.create(folder / "proofs") as register:
        payload = {"folder": made.name, "record": {"name": name}}
        register.append("round-made", number, payload, at=AT, by="王")


def _again(report: Path, number: int, name: str, old: str, new: str) -> None:
    """The next round, of the report with a word changed."""
    words = report.read_text("utf-8")
    assert old in words
    report.write_text(words.replace(old, new), "utf-8")
    pdf = report.parent / f"{number}.pdf"
    assert main(["render", str(report), "-o", str(pdf)]) == 0
    _make_round(report.parent, number, name, pdf)


def _found(report: Path, base: Path) -> SetRound:
    from reportpdf.proof.set_words_sources import sources_of_report
    from reportpdf.source.report_file import read_report

    return set_round_of_pdf(base, sources_of_report(read_report(report)))


def test_a_mark_is_added_listed_and_ticked(marks: Marks, report: Path) -> None:
    added = marks(
        "add", str(report), "--page", "3", "--at", "120,85", "--text", "9761 改 9768", "--by", "李", "--json"
    )
    assert added.code == 0
    (mark,) = added.json["marks"]
    assert (mark["number"], mark["round_name"], mark["words"], mark["by"]) == (1, "一校", "9761", "李")
    assert mark["path"] == "sections[1].callouts[0].text"
    assert mark["line"] == 39
    assert marks("list", str(report.parent), "--json").json["open"] == 1

    refused = marks("tick", "1", str(report), "--as", "declined", "--by", "王", "--json")
    assert (refused.code, refused.codes) == (2, ["marks-reason-missing"])
    marks("tick", "1", str(report), "--as", "not-made", "--by", "王")
    assert marks("list", str(report), "--open", "--json").json["open"] == 1
    ticked = marks(
        "tick", "1", str(report), "--as", "declined", "--reason", "以统计室为准", "--by", "王", "--json"
    )
    (mark,) = ticked.json["marks"]
    assert (mark["state"], mark["open"]) == ("declined", False)
    assert [(one["as"], one["reason"]) for one in mark["history"]] == [
        ("not-made", ""),
        ("declined", "以统计室为准"),
    ]
    assert marks("list", str(report), "--open", "--json").json["marks"] == []


def test_in_the_current_folder_the_report_need_not_be_named(
    marks: Marks, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (report.parent, report.parent / "proofs"):
        monkeypatch.chdir(folder)
        assert marks("add", "--source", "sections[1].callouts[0].figure", "--text", "核").code == 0
    assert len(marks("list", "--json").json["marks"]) == 2


def test_all_that_is_wrong_is_told_at_once(marks: Marks, report: Path) -> None:
    said = marks(
        "add", str(report), "--page", "9", "--at", "500,1", "--text", " ", "--round", "三校", "--json"
    )
    assert said.code == 2
    assert said.codes == ["marks-text-missing", "marks-round-none", "marks-page-none", "marks-at-outside"]
    assert marks("list", str(report), "--json").json["marks"] == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["add", "--text", "x", "--as", "made"], ["marks-option", "marks-place-missing"]),
        (["add", "--text", "x", "--page", "1", "--at", "1,1", "--source", "title"], ["marks-place-twice"]),
        (["tick"], ["marks-numbers-missing", "marks-as-missing"]),
        (["tick", "7", "--as", "made"], ["marks-number-none"]),
        (["import"], ["marks-file-missing"]),
        (["import", "nothing.pdf"], ["pdf-missing"]),
        (["import", "a.pdf", "b.pdf"], ["marks-extra"]),
        (["list", "-o", "list.txt"], ["marks-list-form"]),
        (["list", "--round", "九校"], ["marks-round-none"]),
    ],
)
def test_what_is_typed_wrongly_is_told(
    marks: Marks, report: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], codes: list[str]
) -> None:
    monkeypatch.chdir(report.parent)
    said = marks(*words, "--json")
    assert (said.code, said.codes) == (2, codes)


def test_where_there_are_no_rounds_it_is_told(marks: Marks, tmp_path: Path) -> None:
    assert marks("list", str(tmp_path), "--json").code == 2


@pytest.fixture
def came_back(report: Path, base: Path, tmp_path: Path) -> Path:
    """The proof with a remark of each program on it."""
    found = _found(report, base)
    with pikepdf.open(base) as pdf:
        annotated.acrobat_replace(pdf, 3, annotated.words_box(found, 3, "9761"), "9768", "李")
        doubt = annotated.foxit_highlight(pdf, 2, annotated.words_box(found, 2, "高压严打"), "此处存疑", "张")
        annotated.acrobat_reply(pdf, 2, doubt, "已核，无误", "王")
        annotated.acrobat_state(pdf, 2, doubt, "Rejected", "王", "D:20260104")
        annotated.preview_highlight(pdf, 2, annotated.words_box(found, 2, "昆仑"), "Chen")
        annotated.preview_note(pdf, 3, 300, 600, "95% 改 96%", "陈")
        annotated.wps_strike(pdf, 2, annotated.words_box(found, 2, "30.9%"), "31.9%", "赵")
        annotated.edge_highlight(pdf, 4, annotated.words_box(found, 4, "20条"), "20 改 22")
        annotated.xchange_strike(pdf, 2, annotated.words_box(found, 2, "常态化"), "孙")
        left, low, right, _ = annotated.words_box(found, 2, "心源性")
        annotated.xchange_caret(pdf, 2, right, low, "涉", "孙")
        assert left < right
        return annotated.saved(pdf, tmp_path / "came.pdf")


READ = {
    "9761 改 9768": ("李", "9761", "open"),
    "此处存疑": ("张", "高压严打", "declined"),
    "标出": ("Chen", "昆仑", "open"),
    "95% 改 96%": ("陈", "95%", "open"),
    "30.9% 改 31.9%": ("赵", "30.9%", "open"),
    "20 改 22": ("编", "20条", "open"),
    "删 常态化": ("孙", "常态化", "open"),
    "在“心源性”后增“涉”": ("孙", "心源性", "open"),
}


def test_remarks_of_each_program_are_read_as_they_are_meant(
    marks: Marks, report: Path, came_back: Path
) -> None:
    said = marks("import", str(came_back), str(report), "--by", "编", "--json")
    assert said.code == 0
    assert {m["text"]: (m["by"], m["words"], m["state"]) for m in said.json["marks"]} == READ
    assert {m["file"] for m in said.json["marks"]} == {"came.pdf"}
    assert said.json["marks"][0]["replies"] == ["王：已核，无误"]

    again = marks("import", str(came_back), str(report), "--by", "编", "--json")
    assert (again.json["marks"], again.json["known"]) == ([], len(READ))
    assert len(marks("list", str(report), "--json").json["marks"]) == len(READ)


def test_a_remark_that_its_author_rewrote_takes_the_place_of_the_first(
    marks: Marks, report: Path, base: Path, tmp_path: Path
) -> None:
    found = _found(report, base)
    for note in ("此处存疑", "此处改为：从严打击"):
        with pikepdf.open(base) as pdf:
            annotated.foxit_highlight(pdf, 2, annotated.words_box(found, 2, "高压严打"), note, "张")
            path = annotated.saved(pdf, tmp_path / "came.pdf")
        assert marks("import", str(path), str(report)).code == 0
    listed = marks("list", str(report), "--json").json["marks"]
    assert [(m["text"], m["state"]) for m in listed] == [
        ("此处存疑", "declined"),
        ("此处改为：从严打击", "open"),
    ]


def test_a_pdf_written_anew_is_known_by_its_words(
    marks: Marks, report: Path, base: Path, tmp_path: Path
) -> None:
    with pikepdf.open(base) as pdf:
        annotated.preview_note(pdf, 3, 300, 600, "核", "陈")
        path = annotated.saved(pdf, tmp_path / "anew.pdf", anew=True)
    said = marks("import", str(path), str(report), "--json")
    assert (said.code, len(said.json["marks"])) == (0, 1)


def test_a_pdf_of_another_round_is_refused_unless_it_is_named(
    marks: Marks, report: Path, came_back: Path
) -> None:
    _again(report, 2, "二校", "9761", "9768")
    refused = marks("import", str(came_back), str(report), "--json")
    assert (refused.code, refused.codes) == (2, ["annotations-other-round"])
    assert marks("list", str(report), "--json").json["marks"] == []
    taken = marks("import", str(came_back), str(report), "--round", "一校", "--json")
    assert (taken.code, {m["round"] for m in taken.json["marks"]}) == (0, {1})


def test_a_pdf_of_something_else_is_refused(marks: Marks, report: Path, tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    annotated.preview_note(pdf, 1, 30, 60, "核", "陈")
    path = annotated.saved(pdf, tmp_path / "other.pdf")
    assert marks("import", str(path), str(report), "--json").codes == ["annotations-unknown"]
    forced = marks("import", str(path), str(report), "--round", "01", "--json")
    assert (forced.code, forced.codes[:1]) == (0, ["annotations-taken"])


def test_remarks_on_pages_that_the_round_has_not_are_refused(
    marks: Marks, report: Path, tmp_path: Path
) -> None:
    pdf = pikepdf.new()
    for _ in range(9):
        pdf.add_blank_page()
    annotated.preview_note(pdf, 8, 30, 60, "核", "陈")
    path = annotated.saved(pdf, tmp_path / "other.pdf")
    assert marks("import", str(path), str(report), "--round", "1", "--json").codes == ["annotations-page"]


def _reported(report: Path) -> Any:
    proofs = report.parent / "proofs"
    with Register.open(proofs) as register:
        events = register.events()
    rounds = {one.number: one for one in rounds_made(events, proofs)}
    latest = max(rounds)
    return marks_report(
        events, latest, words_of_round(rounds[latest], report), lambda n: words_of_round(rounds[n], report)
    )


def test_the_next_round_says_what_became_of_each_mark(marks: Marks, report: Path) -> None:
    for text in ("9761 改 9768", "95% 改 96%", "字距太紧"):
        assert marks("add", str(report), "--page", "3", "--at", "110,80", "--text", text).code == 0
    _again(report, 2, "二校", "9761个。", "9768个。")
    made = _reported(report)
    assert [one.verdict.value for one in made.verdicts] == ["as-asked", "unchanged", "otherwise"]
    assert [one.code for one in made.problems] == [
        "mark-as-asked",
        "mark-unchanged",
        "mark-otherwise",
        "marks-open",
    ]
    assert (made.open, made.clean) == (3, False)

    marks("tick", "1-3", str(report), "--as", "made", "--by", "王")
    made = _reported(report)
    assert (made.open, made.contradicted, made.clean) == (0, (2,), False)
    assert [one.code for one in made.problems][:2] == ["mark-made", "mark-contradicted"]
    marks("tick", "2", str(report), "--as", "declined", "--reason", "不改", "--by", "王")
    made = _reported(report)
    assert made.clean
    told = json.loads(marks_json(made, {1: "一校"}))
    assert (told["clean"], told["made"], told["declined"]) == (True, 2, 1)
    assert told["marks"][0]["verdict"]["is"] == "as-asked"


def test_open_marks_carry_over(marks: Marks, report: Path) -> None:
    marks("add", str(report), "--page", "3", "--at", "110,80", "--text", "9761 改 9768")
    _again(report, 2, "二校", "9761", "9762")
    _again(report, 3, "三校", "9762", "9768")
    made = _reported(report)
    assert [(one.mark.number, one.verdict.value) for one in made.verdicts] == [(1, "as-asked")]
    listed = marks("list", str(report), "--json").json["marks"]
    assert listed[0]["verdict"]["is"] == "as-asked"
    assert "changed as asked" in marks("list", str(report)).out


def test_the_list_and_the_drawn_pages_are_pdfs(
    marks: Marks, report: Path, came_back: Path, tmp_path: Path
) -> None:
    marks("import", str(came_back), str(report))
    sheet, drawn = tmp_path / "校红单.pdf", tmp_path / "drawn.pdf"
    assert marks("list", str(report), "-o", str(sheet), "--drawn", str(drawn)).code == 0
    words = "".join(line.words for line in set_round_of_pdf(sheet, {}).lines)
    for wanted in ("校红单", "9768", "此处存疑", "已改", "未改", "不改", "孙", "已核，无误"):
        assert wanted in words
    pages = set_round_of_pdf(drawn, {})
    assert len(pages.trims) == 3
    notes = "".join(line.words for line in pages.lines)
    assert "9761 改 9768" in notes.replace("9761改", "9761 改")
    with (
        pikepdf.open(drawn) as pdf,
        pikepdf.open(report.parent / "proofs" / "01-一校" / "proof.pdf") as proof,
    ):
        assert float(pdf.pages[0].mediabox[2]) > float(proof.pages[0].mediabox[2])


def test_an_empty_list_is_a_sheet_too(marks: Marks, report: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "list.pdf"
    assert marks("list", str(report), "-o", str(sheet)).code == 0
    assert sheet.read_bytes().startswith(b"%PDF")


def test_two_people_who_take_down_the_same_remark_make_one_mark(
    report: Path, marks: Marks, came_back: Path
) -> None:
    marks("import", str(came_back), str(report))
    with Register.open(report.parent / "proofs") as register:
        events = register.events()
        first = next(one for one in events if one.kind == "mark-added")
        register.append("mark-added", first.round, first.payload, at=AT, by="另一人")
        assert len(marks_of(register.events())) == len(READ)


def test_a_register_of_another_program_is_told(report: Path, marks: Marks) -> None:
    with Register.open(report.parent / "proofs") as register:
        register.append("mark-added", 1, {"text": "x"}, at=AT, by="?")
    said = marks("list", str(report), "--json")
    assert (said.code, said.codes) == (2, ["marks-event"])


def test_of_two_rounds_that_are_nearly_the_same_the_likest_is_meant(
    marks: Marks, report: Path, base: Path, tmp_path: Path
) -> None:
    _again(report, 2, "二校", "9761", "9768")
    for pdf, code in ((report.parent / "2.pdf", 0), (base, 2)):
        with pikepdf.open(pdf) as came:
            annotated.preview_note(came, 3, 300, 600, "核", "陈")
            path = annotated.saved(came, tmp_path / "anew.pdf", anew=True)
        assert marks("import", str(path), str(report), "--json").code == code
