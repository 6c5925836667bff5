"""What each command makes of its words: where outputs go, which theme, what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpdf.source.wanted import Asked
from tests.cli.conftest import Answer, FakePipeline

Run = Callable[..., Answer]


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (["work-2024/report.yaml"], "out/work-2024/report.pdf"),
        (["work-2024"], "out/work-2024/report.pdf"),
        (["work-2024/../work-2024/report.yaml"], "out/work-2024/report.pdf"),
        (["work-2024/report.yaml", "-o", "a.pdf"], "a.pdf"),
        (["work-2024/report.yaml", "-o", "new/"], "new/report.pdf"),
        (["work-2024/report.yaml", "-o", "work-2024"], "work-2024/report.pdf"),
        (["work-2024/report.yaml", "-o", "deep/er/a.pdf"], "deep/er/a.pdf"),
    ],
)
def test_the_output_goes_where_a_designer_expects(
    run: Run, pipeline: FakePipeline, report: Path, words: list[str], output: str
) -> None:
    assert run("render", *words).code == 0
    assert pipeline.asked[0].outputs[0] == Path(output)
    assert pipeline.asked[0].report.name == "report.yaml"


def test_a_report_beside_which_one_stands_is_named_after_its_folder(
    run: Run, pipeline: FakePipeline, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    run("render", "report.yaml")
    assert pipeline.asked[0].outputs[0] == Path("out/work-2024/report.pdf")


def test_what_is_not_said_has_its_default(run: Run, pipeline: FakePipeline, report: Path) -> None:
    run("render", str(report))
    (asked,) = pipeline.asked
    assert (asked.theme, asked.format, asked.asked, asked.pages_dir) == ("newspaper", "a4", Asked(), None)
    assert asked.cache_dir.is_absolute()


def test_page_images_are_counted(run: Run, pipeline: FakePipeline, report: Path, tmp_path: Path) -> None:
    from tests.cli.conftest import Output, Rendered, one_pdf

    pipeline.gives = lambda options: Rendered(
        (
            *one_pdf(options).outputs,
            *(Output(Path(f"pages/page-{n}.png"), "png", 1, 10, "0" * 64) for n in (1, 2)),
        )
    )
    answer = run("render", str(report), "--pages-dir", "pages")
    assert pipeline.asked[0].pages_dir == Path("pages")
    assert answer.out.splitlines()[1] == "pages: 2 page images"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["--theme", "newspapper"], ["option-value-near"]),
        (["--theme", "zzz"], ["option-value"]),
        (["--format", "A4"], ["option-value-near"]),
        (["--format", "broadshet"], ["option-value-near"]),
        (["--for", "archiv"], ["option-value-near"]),
        (["--condition", "coated"], ["option-needs"]),
        (["--for", "press", "--attach"], ["option-needs"]),
        (["--for", "press", "--allow", "anything"], ["allow-unknown"]),
        (["--max-size", "five"], ["size-form"]),
        (["-o", "work-2024/report.yaml"], ["output-is-input"]),
        (["-o", "theme.yaml", "--theme", "theme.yaml"], ["output-is-input", "yaml-empty"]),
        (["-o", "work-2024/report.yaml/x.pdf"], ["output-in-file"]),
        (["-o", "n" * 300], ["output-name-too-long"]),
        (["--pages-dir", "theme.yaml"], ["output-in-file"]),
        (
            ["--theme", "zzz", "--format", "zzz", "-o", "n" * 300],
            ["option-value"] * 2 + ["output-name-too-long"],
        ),
    ],
)
def test_options_that_cannot_be_met_are_told_before_any_work(
    run: Run, pipeline: FakePipeline, report: Path, tmp_path: Path, words: list[str], codes: list[str]
) -> None:
    (tmp_path / "theme.yaml").write_text("", "utf-8")
    before = report.read_bytes()
    answer = run("render", "work-2024/report.yaml", *words, "--json")
    assert answer.code == 2
    assert [p["code"] for p in json.loads(answer.out)["problems"]] == codes
    assert pipeline.asked == []
    assert report.read_bytes() == before
    assert {p.name for p in tmp_path.iterdir()} == {"work-2024", "theme.yaml"}


def test_a_theme_file_is_handed_on_as_it_is(run: Run, pipeline: FakePipeline, report: Path) -> None:
    run("render", str(report), "--theme", "mine/theme.yaml")
    assert pipeline.asked[0].theme == "mine/theme.yaml"


def test_themes_are_listed(run: Run) -> None:
    assert {"gallery", "newspaper"} <= set(run("theme").out.splitlines())
    assert run("theme", "--list").out == run("theme").out


def test_a_theme_is_exported_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    assert run("theme", "--export", "mine.yaml").code == 0
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    assert run("theme", "newspaper").out == run("theme", "--export", "-").out == text
    (tmp_path / "mine.yaml").write_text("changed", "utf-8")
    answer = run("theme", "--export", "mine.yaml")
    assert answer.code == 2
    assert "mine.yaml: " in answer.err
    assert (tmp_path / "mine.yaml").read_text("utf-8") == "changed"


@pytest.mark.parametrize("words", [["--list", "--export", "x.yaml"], ["newspapper"], ["tabloid"]])
def test_a_theme_that_is_not_there_is_told(run: Run, words: list[str]) -> None:
    assert run("theme", *words).code == 2


@pytest.mark.parametrize("kind", ["report", "theme", "format"])
def test_a_schema_is_printed_or_written(run: Run, tmp_path: Path, kind: str) -> None:
    answer = run("schema", kind)
    assert json.loads(answer.out)["$schema"].startswith("https://json-schema.org/")
    assert run("schema", kind, "-o", "deep/x.json").code == 0
    assert (tmp_path / "deep" / "x.json").read_text("utf-8") == answer.out


def test_fonts_are_listed_for_people_and_programs(run: Run) -> None:
    told = run("fonts")
    assert (told.code, told.err) == (0, "")
    for fact in (
        "NotoSerifSC-Regular",
        "LXGWWenKai-Regular",
        "SIL Open Font License 1.1",
        "fsType 0",
        "GB 18030",
    ):
        assert fact in told.out
    listed = json.loads(run("fonts", "--json").out)
    serif = next(font for font in listed["fonts"] if font["face"] == "NotoSerifSC-Regular")
    assert (serif["embedding"], serif["report"], listed["missing"]) == ("installable", None, [])
    assert [level["level"] for level in serif["gb18030"]] == [1, 2, 3]


@pytest.mark.parametrize(("character", "code"), [("国", 0), ("\U000323af", 1)])
def test_a_character_that_no_font_has_is_named(run: Run, tmp_path: Path, character: str, code: int) -> None:
    (tmp_path / "r.yaml").write_text(
        f"title: 年报{character}\nsections:\n- {{title: 一, callouts: [{{figure: 1项, text: 文}}]}}\n",
        "utf-8",
    )
    told = run("fonts", "r.yaml")
    assert told.code == code
    assert ("U+323AF" in told.out) is bool(code)
    listed = json.loads(run("fonts", "r.yaml", "--json").out)
    assert [m["code"] for m in listed["missing"]] == ["U+323AF"] * code
    assert listed["fonts"][0]["report"]["needs"] == len(set(f"年报一1项文{character}"))
