"""What the READMEs show can be done: the report, the lines of a theme, commands, options, links."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportpdf.base.messages import MESSAGES
from reportpdf.commands.table import COMMANDS
from reportpdf.source.job_file import decode_job
from reportpdf.source.report_file import read_report
from reportpdf.source.text_file import make_source
from reportpdf.source.theme_file import load_theme, theme_source
from reportpdf.wording import Wording

ROOT = Path(__file__).parent.parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PAGES = [*READMES, ROOT / "docs" / "architecture.md", ROOT / "docs" / "standards" / "pdf.md"]


def _names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def _blocks(readme: Path) -> list[str]:
    """The report, a palette, fonts, a role, a job: in this order in both."""
    return re.findall(r"^```yaml\n(.*?)^```$", readme.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("readme", READMES, ids=_names(READMES))
def test_the_report_shown_has_every_key_and_is_taken(readme: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(_blocks(readme)[0], encoding="utf-8")
    report = read_report(path)
    first = report.sections[0]
    assert all([report.title, report.byline, report.lede, report.subject])
    assert all([first.quote, first.title, first.theme, first.callouts[0].lead, first.callouts[0].label])
    photo = first.photos[0]
    assert all([photo.caption, photo.credit, photo.focus, photo.stand_in, photo.lead, first.photos[1].pin])


@pytest.mark.parametrize("readme", READMES, ids=_names(READMES))
def test_the_lines_shown_for_a_theme_are_taken_by_one(readme: Path, tmp_path: Path) -> None:
    _, palettes, fonts, role, _ = _blocks(readme)
    theme = theme_source("newspaper")
    old_palette = re.search(r"^  vermilion:.*\n", theme, flags=re.MULTILINE)
    old_role = re.search(r"^    caption:.*\n", theme, flags=re.MULTILINE)
    assert old_palette is not None
    assert old_role is not None
    new_palette = palettes.split("\n", 1)[1]
    theme = theme.replace(old_palette[0], new_palette).replace(old_role[0], role) + "\n" + fonts
    for name in re.findall(r"file: ([\w.]+)", fonts):
        shutil.copy(ROOT / "fonts" / "LXGWWenKai-Regular.ttf", tmp_path / name)
    path = tmp_path / "mine.yaml"
    path.write_text(theme, encoding="utf-8")
    read = load_theme(str(path))
    assert read.palettes[0].ink.m == pytest.approx(0.9)
    assert read.look.styles.caption.fonts[0] == "MyKai"
    assert [font.name for font in read.fonts] == ["MyKai", "MySong"]


@pytest.mark.parametrize("readme", READMES, ids=_names(READMES))
def test_the_job_shown_is_one(readme: Path) -> None:
    job = decode_job(make_source(_blocks(readme)[4], shown="job.yaml"))
    assert all([job.name, job.round, job.date, job.press, job.fit])


@pytest.mark.parametrize("readme", READMES, ids=_names(READMES))
def test_every_command_and_option_of_render_is_named(readme: Path) -> None:
    text = readme.read_text("utf-8")
    assert all(f"`reportpdf {name} " in text for name in COMMANDS)
    options = {spelling for option in COMMANDS["render"].options for spelling in option.spellings}
    missing = {name for name in options if name not in text}
    assert missing <= {"-h", "--help", "--output"}


@pytest.mark.parametrize("page", PAGES, ids=_names(PAGES))
def test_every_file_linked_to_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    linked = re.findall(r"\]\(([^)#]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    missing = [link for link in linked if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def _said(template: str) -> str:
    """A pattern of the template, any words in its fields."""
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))


@pytest.mark.parametrize(
    ("readme", "language"), list(zip(READMES, ["en", "zh"], strict=True)), ids=["en", "zh"]
)
def test_messages_shown_are_what_is_said(readme: Path, language: str) -> None:
    wording = Wording(language)
    known = [
        re.compile(
            wording.phrase(
                "{fact}; {fix}", fact=_said(wording.template(row.fact)), fix=_said(wording.template(row.fix))
            )
            + "$"
        )
        for row in MESSAGES.values()
    ]
    shown = re.findall(
        r"^    (/.+?|report\.yaml[:\d]*): (.+)$", readme.read_text("utf-8"), flags=re.MULTILINE
    )
    assert len(shown) == 10
    strange = [words for _, words in shown if not any(pattern.search(words) for pattern in known)]
    assert strange == []


@pytest.mark.parametrize("page", PAGES[2:], ids=_names(PAGES[2:]))
def test_every_module_named_is_there(page: Path) -> None:
    named = set(re.findall(r"`([\w/]+\.(?:py|yaml))`", page.read_text("utf-8")))
    there = {str(path) for folder in ("src/reportpdf", "tests") for path in (ROOT / folder).rglob("*.*")}
    assert named
    assert {name for name in named if not any(path.endswith(f"/{name}") for path in there)} == set()
