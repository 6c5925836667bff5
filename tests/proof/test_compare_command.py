"""``reportpdf compare`` as it is run: rounds, reports, PDFs, what is written, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reportpdf.cli import main
from reportpdf.proof.snapshot_json import snapshot_bytes
from tests.proof.snapshots import edited, sample, state

REPORT = """\
title: 平安一年
sections:
  - title: 守护平安
    callouts:
      - figure: {figure}
        text: {text}
      - figure: 23项
        text: 23项重点任务全部高质量完成,系列安保万无一失。
"""
TEXT = "扎实开展社会稳定风险隐患排查,查改隐患9761个。"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def _run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()  # what was rendered before
        code = main(["compare", *words, "--lang", "en"])
        out, err = capsys.readouterr()
        return code, out, err

    return _run


def _report(folder: Path, figure: str = "9761个", text: str = TEXT) -> Path:
    folder.mkdir()
    path = folder / "report.yaml"
    path.write_text(REPORT.format(figure=figure, text=text), "utf-8")
    return path


def _round(folder: Path, name: str, number: int, cache: Path, *, figure: str = "") -> Path:
    """A round as it lies in its folder."""
    sources = sample()
    if figure:
        from dataclasses import replace

        from tests.proof.editing import said, with_callout

        callout = sources.report.sections[1].callouts[0]
        made = replace(callout, figure=said(figure, callout.figure))
        sources = edited(sources, with_callout(sources.report, (1, 0), made))
    made_state = state(sources, cache, name, number)
    path = folder / f"{number:02d}-{name}"
    path.mkdir(parents=True)
    (path / "snapshot.json").write_bytes(snapshot_bytes(made_state.snapshot))
    (path / "proof.pdf").write_bytes(made_state.pdf)
    return path


def test_two_reports_tell_the_figure_and_where_the_old_one_stands(run: Run, tmp_path: Path) -> None:
    _report(tmp_path / "a")
    _report(tmp_path / "b", figure="9768个")
    code, out, err = run("a", "b")
    assert (code, err) == (0, "")
    first, second, last = out.splitlines()
    assert first.startswith("b/report.yaml:5: sections[0].callouts[0].figure: figure: 9761 → 9768 [page 1,")
    assert second.startswith("  9761 still stands: b/report.yaml:6: sections[0].callouts[0].text: …")
    assert last.startswith("changes: 1; old figures that still stand: 1; pages: 1 to 1;")
    assert not (tmp_path / "changes.json").exists()


def test_a_report_and_itself_have_no_changes(run: Run, tmp_path: Path) -> None:
    _report(tmp_path / "a")
    code, out, _ = run("a", "a/report.yaml")
    assert (code, out.count("\n")) == (0, 1)
    assert out.startswith("changes: 0;")


def test_rounds_are_named_by_number_name_and_folder(run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    _round(tmp_path / "proofs", "一校", 1, cache)
    _round(tmp_path / "proofs", "二校", 2, cache, figure="9768个")
    for words in (("1", "2"), ("一校", "二校"), ("proofs/01-一校", "02-二校")):
        code, out, _ = run(*words, "--json")
        answer: dict[str, Any] = json.loads(out)
        assert code == 0
        assert [(c["code"], c["path"]) for c in answer["changes"]] == [
            ("figure", "sections[1].callouts[0].figure")
        ]
        assert answer["unexplained"] == []
        assert (answer["old"]["name"], answer["new"]["name"]) == ("一校", "二校")


def test_the_folder_holds_lists_marked_pages_and_pictures(run: Run, tmp_path: Path) -> None:
    _report(tmp_path / "a")
    _report(tmp_path / "b", text=TEXT.replace("扎实", "持续"))
    out_folder = tmp_path / "out"
    code, _, _ = run("a", "b", "-o", "out")
    assert code == 0
    names = sorted(path.name for path in out_folder.iterdir())
    assert names == [
        "changes.json", "changes.pdf", "marked-01.png", "marked.pdf", "overlay-01.png", "side-by-side-01.png",
    ]  # fmt: skip
    with pikepdf.open(out_folder / "marked.pdf") as marked:
        assert len(marked.pages) == 1
    answer = json.loads((out_folder / "changes.json").read_text("utf-8"))
    assert answer["changes"][0]["edits"][0]["old"] == "扎实"
    (out_folder / "marked-07.png").write_bytes(b"of an earlier comparison")
    (out_folder / "mine.png").write_bytes(b"not ours")
    assert run("a", "a", "-o", "out")[0] == 0
    assert sorted(path.name for path in out_folder.iterdir()) == ["changes.json", "changes.pdf", "mine.png"]


def test_the_same_comparison_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    _report(tmp_path / "a")
    _report(tmp_path / "b", figure="9768个")
    for name in ("one", "two"):
        run("a", "b", "-o", name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


@pytest.fixture
def pdfs(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    made = []
    for name, figure in (("a", "9761个"), ("b", "9768个")):
        path = _report(tmp_path / name, figure)
        assert main(["render", str(path), "-o", str(tmp_path / f"{name}.pdf"), "--lang", "en"]) == 0
        made.append(tmp_path / f"{name}.pdf")
    return made[0], made[1]


def test_two_pdfs_are_compared_by_their_words(run: Run, pdfs: tuple[Path, Path]) -> None:
    code, out, _ = run("a.pdf", "b.pdf", "-o", "out", "--json")
    answer = json.loads(out)
    assert code == 0
    assert {(w["code"], w["old"], w["new"]) for w in answer["words"]} == {("changed", "9761", "9768")}
    assert Path("out/changes.pdf").is_file()
    assert [Path(p).name for p in answer["outputs"]][:1] == ["changes.json"]


def test_pages_that_moved_are_no_change_of_words(run: Run, pdfs: tuple[Path, Path], tmp_path: Path) -> None:
    words = [chr(0x4E00 + i) for i in range(3 * 400)]
    _text_pdf(tmp_path / "old.pdf", [words[:400], words[400:800], words[800:]])
    _text_pdf(tmp_path / "new.pdf", [words[800:], words[:400], words[400:800]])
    answer = json.loads(run("old.pdf", "new.pdf", "--json")[1])
    assert answer["words"] == []
    assert {(m["old"], m["new"], m["count"]) for m in answer["moved_pages"]} == {(3, 1, 1), (1, 2, 2)}


def _text_pdf(path: Path, pages: list[list[str]]) -> None:
    """A PDF of plain pages of so many characters, thirty to a line."""
    from reportpdf.base.geometry import Size
    from reportpdf.base.ink import BLACK
    from reportpdf.layout.display import ARTIFACT, Document, Page
    from reportpdf.layout.form.setter import FormSetter
    from reportpdf.layout.form.styles import VALUE
    from reportpdf.layout.lines import set_words
    from reportpdf.paint.surface import paint_document
    from reportpdf.source.fonts import FontShelf, bundled_fonts_dir

    fonts = FontShelf((), bundled_fonts_dir())
    setter = FormSetter(fonts)
    made = []
    for number, words in enumerate(pages, 1):
        lines = ["".join(words[i : i + 30]) for i in range(0, len(words), 30)]
        items = [
            set_words(setter, line, VALUE).put(60.0, 120.0 + 20 * n, BLACK, ARTIFACT)
            for n, line in enumerate(lines)
        ]
        made.append(Page(number, tuple(items)))
    document = Document(Size(420.0, 600.0), 0.0, tuple(made), (), "", "", "", "zh-CN")
    path.write_bytes(paint_document(document, fonts, lambda _: None))


def _locked(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def test_what_cannot_be_compared_is_told(run: Run, pdfs: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(_locked(pdfs[0].read_bytes()))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nno more")
    (tmp_path / "empty").mkdir()
    broken = tmp_path / "proofs" / "03-三校"
    broken.mkdir(parents=True)
    (broken / "snapshot.json").write_text("{}", "utf-8")
    for words, said in (
        (("a.pdf", "locked.pdf"), "locked.pdf: "),
        (("broken.pdf", "a.pdf"), "broken.pdf: "),
        (("a.pdf", "nowhere.pdf"), "nowhere.pdf is no round, report or PDF"),
        (("a.pdf", "a"), "a report cannot be compared with a PDF"),
        (("empty", "a"), "empty is no round, report or PDF"),
        (("3", "a"), "this is no snapshot of a round"),
        (("4", "a"), "4 is no round, report or PDF"),
    ):
        code, out, err = run(*words)
        assert (code, out) == (2, ""), words
        assert said in err, words
        assert "Traceback" not in err


def test_a_folder_that_cannot_be_written_is_told_before_work(run: Run, tmp_path: Path) -> None:
    _report(tmp_path / "a")
    (tmp_path / "shut").write_text("a file, and no folder can be made in it", "utf-8")
    assert run("a", "a", "-o", "shut/out")[0] == 2


def test_a_round_and_a_report_are_compared_without_pixels(run: Run, tmp_path: Path) -> None:
    _round(tmp_path / "proofs", "一校", 1, tmp_path / "cache", figure="9768个")
    from tests.layout.reports import SAMPLE

    code, out, err = run("1", str(SAMPLE))
    assert code == 0
    assert "pixels were not compared" in err
    assert "9768 → 9761" in out


def test_a_slug_and_a_turned_page_are_no_changes(run: Run, pdfs: tuple[Path, Path], tmp_path: Path) -> None:
    _text_pdf(tmp_path / "plain.pdf", [list("全市公安机关") * 50])
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        page = pdf.pages[0]
        page.MediaBox = [-100, -100, 520, 700]
        page.TrimBox = [0, 0, 420, 600]
        page.contents_add(b"0 0 0 rg -80 -80 200 20 re f", prepend=True)
        pdf.save(tmp_path / "slug.pdf")
        page.Rotate = 90
        pdf.save(tmp_path / "turned.pdf")
    answer = json.loads(run("plain.pdf", "slug.pdf", "--json")[1])
    assert (answer["words"], answer["pixels"]) == ([], [])
    answer = json.loads(run("slug.pdf", "turned.pdf", "--json")[1])
    assert answer["words"] == []
    assert [one["page"] for one in answer["pixels"]] == [1]
