"""Rounds from the first to the one that is signed: what is made, what is refused, what is proved."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from reportpdf.cli import main
from reportpdf.proof import opening
from reportpdf.proof.event import event_hash, payload_text
from reportpdf.proof.register import Register
from tests.proof.reports import manifest, settled, write_report

Run = Callable[..., tuple[int, str, str]]

SHORT = "proof:\n  rounds: [初校, 付印]\n  roles: [编辑, 终审]\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def go(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--lang", "en"])
        out, err = capsys.readouterr()
        return code, out, err

    return go


def told(answer: tuple[int, str, str]) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(answer[1])
    return held


def codes(answer: tuple[int, str, str]) -> list[str]:
    return [one["code"] for one in told(answer)["problems"]]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with its two rounds, made once and copied by whoever wants them."""
    folder = tmp_path_factory.mktemp("rounds")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        for figure in ("95%", "96%"):
            write_report(folder / "r", figure, SHORT)
            assert main(["proof", str(folder / "r"), "--by", "李"]) == 0
    return folder / "r"


@pytest.fixture
def two(made_once: Path, run: Run) -> Path:
    """The folder of the two rounds 初校 and 付印, of the report in r."""
    return Path(shutil.copytree(made_once, "r"), "proofs")


def rounds(run: Run, *figures: str, job: str = SHORT) -> Path:
    """A report with a round for each figure; the folder of rounds."""
    for figure in figures:
        write_report(Path("r"), figure, job)
        assert run("proof", "r", "--by", "李")[0] == 0
    return Path("r", "proofs")


def sign(run: Run, *more: str, role: str = "终审", round_: str = "付印") -> tuple[int, str, str]:
    return run("sign", "r", "--round", round_, "--by", "王总", "--role", role, "--json", *more)


def test_a_round_holds_all_that_its_manifest_says(run: Run) -> None:
    proofs = rounds(run, "95%", job="")
    held = manifest(proofs / "01-一校")
    paths = {one["path"] for one in held["outputs"]}
    assert paths >= {
        "proof.pdf", "pages/1.png", "findings.json", "findings.html", "inputs.json", "inputs/report.yaml",
        "signoff.pdf", "contact.pdf", "contact.png",
    }  # fmt: skip
    assert "reading.pdf" not in paths
    assert (held["number"], held["name"], held["by"], held["final"]) == (1, "一校", "李", False)
    assert (proofs / "01-一校/inputs/report.yaml").read_bytes() == Path("r/report.yaml").read_bytes()
    digest = sha256(Path("r/report.yaml").read_bytes()).hexdigest()
    assert {"kind": "report", "name": "report.yaml", "sha256": digest, "copy": "inputs/report.yaml"} in held[
        "inputs"
    ]
    assert settled(proofs) == ["01-一校"]


def test_every_sheet_says_what_it_is(run: Run) -> None:
    from pypdfium2 import PdfDocument

    write_report(Path("r"))
    assert run("proof", "r", "--by", "李明", "--note", "送各科室", "--reading")[0] == 0
    folder = Path("r/proofs/01-一校")
    held = manifest(folder)
    document = PdfDocument(folder / "proof.pdf")
    words = document[0].get_textpage().get_text_bounded()
    said = (
        "一校",
        f"第 1 页，共 {held['pages']} 页",
        held["at"][:10],
        "李明",
        held["digest"][:16],
        "送各科室",
    )
    assert [one for one in said if one.replace(" ", "") not in words.replace(" ", "")] == []
    assert document[0].get_trimbox() != document[0].get_mediabox()
    assert (folder / "reading.pdf").exists()


def test_the_trim_holds_what_the_screen_edition_holds(sample_report: Path) -> None:
    from datetime import UTC, datetime

    from reportpdf.proof.pages import Slug, lay_out_proof, marked
    from reportpdf.sources import read_sources

    sources = read_sources(sample_report, "newspaper", "a4")
    laid, _ = lay_out_proof(sources)
    slug = Slug(
        "很长的名字" * 60, "一校", datetime(2025, 1, 10, tzinfo=UTC), "\U0002a700", "0" * 64, "1" * 64
    )
    sheets = marked(laid.document, sources, slug)
    trim = laid.document.trim
    for page, sheet in zip(laid.document.pages, sheets.pages, strict=True):
        assert sheet.items[: len(page.items)] == page.items
        slugs = [item for item in sheet.items[len(page.items) :] if hasattr(item, "clusters")]
        assert len(slugs) == 2
        for item in slugs:
            width = sum(cluster.advance for cluster in item.clusters) * item.size
            assert item.y > trim.height + laid.document.bleed
            assert 0 < item.x < item.x + width < trim.width
    words = "".join(cluster.text for item in slugs for cluster in item.clusters)
    assert "〓" in words


def test_the_same_report_makes_no_new_round(run: Run) -> None:
    proofs = rounds(run, "95%")
    before = {p: p.stat().st_mtime_ns for p in proofs.rglob("*.*") if ".lock" not in p.name}
    code, out, _ = run("proof", "r", "--by", "王", "--note", "再来")
    assert code == 0
    assert "nothing changed since 初校" in out
    assert told(run("proof", "r", "--json"))["made"] is False
    assert {p: p.stat().st_mtime_ns for p in proofs.rglob("*.*") if ".lock" not in p.name} == before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("report.yaml", "title: 另一份\nsections: [{title: 一, callouts: [{figure: 1项, text: 完成。}]}]\n"),
        ("job.yaml", SHORT + "name: 年报\n"),
        ("terms.yaml", "forbidden: {神器: 夸大}\n"),
    ],
)
def test_every_input_that_changes_opens_a_round(run: Run, file: str, text: str) -> None:
    proofs = rounds(run, "95%")
    Path("r", file).write_text(text, "utf-8")
    answer = run("proof", "r", "--json")
    assert answer[0] == 0, answer[2]
    assert told(answer)["round"]["name"] == "付印"
    assert (
        manifest(proofs / "02-付印")["previous"]
        == sha256((proofs / "01-初校/round.json").read_bytes()).hexdigest()
    )


def test_a_theme_of_ones_own_and_a_photo_are_inputs(run: Run, sample_report: Path) -> None:
    photo = Path("r/photos/one.jpg")
    photo.parent.mkdir(parents=True)
    shutil.copy(next((sample_report.parent / "photos").iterdir()), photo)
    report = write_report(Path("r"))
    report.write_text(report.read_text("utf-8") + "    photos: [{file: photos/one.jpg}]\n", "utf-8")
    assert run("theme", "--export", "mine.yaml")[0] == 0
    assert run("proof", "r", "--theme", "mine.yaml")[0] == 0
    held = manifest(Path("r/proofs/01-一校"))
    assert [one["kind"] for one in held["inputs"]] == ["report", "theme", "format", "photo"]
    assert (Path("r/proofs/01-一校/inputs/theme.yaml")).read_bytes() == Path("mine.yaml").read_bytes()
    assert told(run("proof", "r", "--theme", "mine.yaml", "--json"))["made"] is False
    photo.write_bytes(photo.read_bytes() + b"\0")
    assert told(run("proof", "r", "--theme", "mine.yaml", "--json"))["made"] is True


def test_rounds_are_listed_and_exported(run: Run, two: Path) -> None:
    listed = told(run("rounds", "r", "--json"))
    assert [(one["number"], one["name"], one["state"]) for one in listed["rounds"]] == [
        (1, "初校", "superseded"), (2, "付印", "open"),
    ]  # fmt: skip
    assert "02 付印" in run("rounds", "r")[1]
    assert run("rounds", "r", "--export", "all.jsonl")[0] == 0
    previous = "0" * 64
    lines = [json.loads(line) for line in Path("all.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) == 4
    for line in lines:
        assert line["previous"] == previous
        payload = payload_text(line["payload"])
        previous = event_hash(
            line["id"], line["at"], line["by"], line["kind"], line["round"], payload, line["previous"]
        )
        assert line["hash"] == previous


@pytest.mark.parametrize("target", ["r/report.yaml", "r/proofs/register.sqlite"])
def test_an_export_writes_over_nothing_that_is_read(run: Run, two: Path, target: str) -> None:
    before = Path(target).read_bytes()
    assert run("rounds", "r", "--export", target)[0] == 2
    assert Path(target).read_bytes() == before


@pytest.mark.parametrize("where", ["r", "r/report.yaml", "r/proofs", "."])
def test_rounds_are_found_however_they_are_named(
    run: Run, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds(run, "95%")
    if where == ".":
        monkeypatch.chdir("r")
        assert "初校" in run("rounds")[1]
        assert told(run("proof", "--json"))["made"] is False
    else:
        assert "初校" in run("rounds", where)[1]


@pytest.mark.parametrize("word", ["nowhere", "empty"])
def test_where_there_are_none_it_is_said(run: Run, word: str) -> None:
    rounds(run, "95%")
    Path("empty").mkdir()
    os.rename("r/proofs", "proofs")
    assert codes(run("rounds", word, "--json")) == ["register-missing"]


def test_a_report_that_cannot_be_set_leaves_nothing(run: Run) -> None:
    path = write_report(Path("r"))
    path.write_text("title: [", "utf-8")
    assert run("proof", "r")[0] == 2
    path.write_text(
        "title: \U0010fffd\nsections: [{title: 一, callouts: [{figure: 1, text: 完}]}]\n", "utf-8"
    )
    assert run("proof", "r")[0] == 2
    assert sorted(p.name for p in Path("r").iterdir()) == ["report.yaml"]


def test_two_reports_do_not_share_their_rounds(run: Run) -> None:
    rounds(run, "95%")
    shutil.copy("r/report.yaml", "r/other.yaml")
    assert codes(run("proof", "r/other.yaml", "--json")) == ["rounds-other-report"]
    assert run("proof", "r/other.yaml", "-o", "r/other-proofs")[0] == 0
    os.rename("r/report.yaml", "r/renamed.yaml")
    assert told(run("proof", "r/renamed.yaml", "--json"))["made"] is False


def test_whoever_comes_second_is_told_who_is_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    proofs = rounds(run, "95%")
    monkeypatch.setattr(
        opening.opened.__wrapped__,
        "__kwdefaults__",
        {**opening.opened.__wrapped__.__kwdefaults__, "patience": 0.2},
    )  # type: ignore[attr-defined]
    write_report(Path("r"), "96%", SHORT)
    with FileLock(proofs / ".lock"):
        (proofs / ".lock-holder").write_text(
            '{"by": "赵", "process": 7, "machine": "m", "since": "2025"}', "utf-8"
        )
        code, _, err = run("proof", "r")
        assert code == 2
        assert "waiting: 赵" in err
        assert "赵 is working on the rounds" in err
        assert run("rounds", "r")[0] == 0
    assert run("proof", "r")[0] == 0


def test_a_signed_round_is_proved_and_frozen(run: Run, two: Path) -> None:
    before = {p: p.read_bytes() for p in (two / "02-付印").rglob("*") if p.is_file()}
    assert told(sign(run, role="编辑", round_="初校"))["round"]["signatures"][0]["decision"] == "改后再出样"
    signed = told(sign(run))
    assert signed["frozen"] is True
    assert told(sign(run, role="编辑"))["frozen"] is True
    assert {p: p.read_bytes() for p in (two / "02-付印").rglob("*") if p.is_file()} == before
    assert not any(p.stat().st_mode & 0o222 for p in before)
    code, out, _ = run("verify", "r/proofs/02-付印")
    assert code == 0
    assert "终审 王总, 同意付印" in out
    assert told(run("verify", "r", "--json"))["sound"] is True
    assert told(run("rounds", "r", "--json"))["rounds"][1]["state"] == "frozen"


def test_what_changes_after_the_last_round_is_told(run: Run, two: Path) -> None:
    sign(run)
    write_report(Path("r"), "97%", SHORT + "name: 年报\n")
    answer = told(run("proof", "r", "--json"))
    assert answer["round"]["name"] == "付印后1校"
    assert answer["no_longer_covered"]["name"] == "付印"
    assert answer["no_longer_covered"]["signed_by"] == ["终审 王总"]
    assert {(one["kind"], one["what"]) for one in answer["no_longer_covered"]["inputs"]} == {
        ("report", "changed"), ("job", "changed"),
    }  # fmt: skip
    assert run("verify", str(two / "02-付印"))[0] == 0
    write_report(Path("r"), "96%", SHORT)
    assert "again what was signed as 付印" in run("proof", "r")[1]
    assert told(sign(run, round_="付印后2校"))["frozen"] is True


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--round", "三校", "--role", "终审"), "round-unknown"),
        (("--round", "付印", "--role", "门卫"), "sign-role-unknown"),
        (("--round", "付印", "--role", "编辑"), "sign-role-twice"),
        (("--round", "付印"), "sign-missing"),
        (("--round", "付印", "--role", "终\x07审"), "words-control"),
        (("--round", "付印", "--role", "终审", "--note", "长" * 501), "words-long"),
        (("--round", "付印", "--role", "终审", "--decision", "随便"), "option-value"),
    ],
)
def test_what_must_not_be_signed(run: Run, two: Path, words: tuple[str, ...], code: str) -> None:
    sign(run, role="编辑")
    answer = run("sign", "r", "--by", "赵", "--json", *words)
    assert answer[0] == 2
    assert code in codes(answer)
    assert len(told(run("rounds", "r", "--json"))["rounds"][1]["signatures"]) == 1


def test_open_marks_keep_a_round_from_the_press(run: Run, two: Path) -> None:
    with Register.open(two) as register:
        numbers = {"page": 1, "x": 1.0, "y": 1.0, "box": [0, 0, 1, 1], "line": 0, "offset": 0, "away": 0}
        words = dict.fromkeys(("words", "path", "source", "file", "key", "written"), "")
        mark = {**numbers, **words, "photo": False, "text": "改", "origin": "typed", "replies": []}
        register.append("mark-added", 1, mark, at="2025-01-10T08:30:00+08:00", by="李")
    assert codes(sign(run)) == ["sign-marks-open"]
    assert codes(sign(run, "--decision", "改后付印")) == ["sign-note-missing"]
    assert told(run("rounds", "r", "--json"))["rounds"][1]["state"] == "marks-open"
    signed = told(sign(run, "--decision", "改后付印", "--note", "第 1 页照改即可"))
    assert signed["frozen"] is False
    assert run("verify", "r/proofs/02-付印")[0] == 0


def _write(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def _blank(path: Path) -> None:
    """Other bytes, as many."""
    _write(path, bytes(path.stat().st_size))


def _forge(path: Path) -> None:
    """A manifest that can be read and says something else."""
    _write(path, path.read_bytes().replace(b"96", b"97"))


FAULTS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "a byte": (lambda r: _write(r / "proof.pdf", (r / "proof.pdf").read_bytes() + b" "), ["verify-changed"]),
    "same size": (lambda r: _blank(r / "pages/1.png"), ["verify-changed"]),
    "gone": (lambda r: (r / "findings.json").unlink(), ["verify-missing"]),
    "more": (lambda r: (r / "pages/2.png").write_bytes(b"x"), ["verify-added"]),
    "hidden": (lambda r: (r / ".x").write_bytes(b"x"), ["verify-added"]),
    "a link": (lambda r: (r / "link").symlink_to("/etc/passwd"), ["verify-added"]),
    "manifest": (lambda r: _forge(r / "round.json"), ["verify-changed"]),
    "no manifest": (lambda r: (r / "round.json").unlink(), ["verify-missing"]),
    "no folder": (shutil.rmtree, ["verify-folder-missing"]),
    "sheet": (lambda r: _write(r.parent / f"{r.name}.签样.pdf", b"%PDF"), ["verify-changed"]),
    "no sheet": (lambda r: (r.parent / f"{r.name}.签样.pdf").unlink(), ["verify-missing"]),
    "no register": (lambda r: (r.parent / "register.sqlite").unlink(), ["verify-no-register"]),
    "register": (lambda r: _write(r.parent / "register.sqlite", b"x" * 9999), ["register-damaged"]),
    "empty register": (lambda r: _write(r.parent / "register.sqlite", b""), ["verify-no-register"]),
    "finder": (lambda r: (r / ".DS_Store").write_bytes(b"x"), []),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_difference_is_named(run: Run, two: Path, fault: str) -> None:
    sign(run)
    spoil, expected = FAULTS[fault]
    spoil(two / "02-付印")
    answer = run("verify", str(two / "02-付印"), "--json")
    assert codes(answer) == expected
    assert answer[0] == int(bool(expected))


@pytest.mark.parametrize("fault", ["gone", "empty", "another's"])
def test_rounds_without_their_register_are_not_passed_over(run: Run, two: Path, fault: str) -> None:
    """A new register beside old rounds would hold half of what happened."""
    path = two / "register.sqlite"
    if fault == "another's":
        write_report(Path("other"), "95%", SHORT)
        assert run("proof", "other")[0] == 0
        shutil.copy("other/proofs/register.sqlite", path)
    else:
        path.unlink()
        if fault == "empty":
            path.touch()
    write_report(Path("r"), "97%", SHORT)
    for words in (("rounds", "r"), ("rounds", "r/proofs"), ("proof", "r")):
        answer = run(*words, "--json")
        assert (codes(answer), answer[0]) in ((["register-lost"], 1), (["register-lost"], 2)), words
        assert "02-付印" in answer[1]
    assert run("verify", "r/proofs")[0] == 1
    assert sorted(path.name for path in two.glob("0*")) == ["01-初校", "02-付印"]


def test_a_reading_proof_of_a_round_that_has_none_is_told(run: Run, two: Path) -> None:
    answer = run("proof", "r", "--reading", "--json")
    assert (answer[0], codes(answer), told(answer)["made"]) == (0, ["round-no-reading"], False)
    write_report(Path("r"), "97%", SHORT)
    for made in (True, False):
        answer = run("proof", "r", "--reading", "--json")
        assert (codes(answer), told(answer)["made"]) == ([], made)


def test_a_copy_of_a_round_beside_it_does_not_stop_the_next(run: Run, two: Path) -> None:
    shutil.copytree(two / "02-付印", two / "02-付印 副本")
    write_report(Path("r"), "97%", SHORT)
    assert told(run("proof", "r", "--json"))["made"] is True


def test_the_final_reviewer_has_the_last_word(run: Run, two: Path) -> None:
    assert told(sign(run, role="编辑"))["frozen"] is True
    assert told(sign(run, "--decision", "改后再出样"))["frozen"] is False
    assert told(run("rounds", "r", "--json"))["rounds"][1]["state"] == "signed"


def test_a_signature_that_was_taken_out_is_missed(run: Run, two: Path) -> None:
    """The number that SQLite keeps was put back too; the sheet still tells of it."""
    sign(run)
    with sqlite3.connect(two / "register.sqlite") as database:
        stay = database.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        database.executescript("DROP TRIGGER events_stay; DROP TRIGGER events_last")
        database.execute("DELETE FROM events WHERE kind = 'signed'")
        database.execute("UPDATE sqlite_sequence SET seq = seq - 1")
        for (sql,) in stay:
            database.execute(sql)
    assert codes(run("verify", str(two / "02-付印"), "--json")) == ["verify-added"]


def test_changed_files_are_not_signed(run: Run, two: Path) -> None:
    _write(two / "02-付印/proof.pdf", b"%PDF")
    assert codes(sign(run)) == ["verify-changed"]


def test_a_copied_folder_is_proved_as_far_as_it_goes(run: Run, two: Path) -> None:
    sign(run)
    shutil.copytree(two / "02-付印", "copy")
    assert codes(run("verify", "copy", "--json")) == ["verify-no-register"]
    shutil.copy(two / "register.sqlite", "register.sqlite")
    shutil.copy(two / "02-付印.签样.pdf", "02-付印.签样.pdf")
    assert run("verify", "copy")[0] == 0
    shutil.copytree(two, "all")
    assert run("verify", "all")[0] == 0
    assert codes(run("verify", "cache", "--json")) == ["verify-no-round"]


def test_a_sheet_that_was_not_moved_in_time_is_written_again(run: Run, two: Path) -> None:
    sign(run)
    sheet = two / "02-付印.签样.pdf"
    first = sheet.read_bytes()
    sign(run, role="编辑")
    second = sheet.read_bytes()
    for left in (None, first):
        sheet.unlink()
        if left is not None:
            sheet.write_bytes(left)
        assert run("rounds", "r")[0] == 0
        assert sheet.read_bytes() == second
    sheet.write_bytes(b"%PDF forged")
    assert run("rounds", "r")[0] == 0
    assert sheet.read_bytes() == b"%PDF forged"


def test_a_round_whose_folder_is_gone_is_not_the_last_word(run: Run) -> None:
    proofs = rounds(run, "95%")
    shutil.rmtree(proofs / "01-初校")
    answer = run("proof", "r", "--json")
    assert answer[0] == 0
    assert codes(answer) == ["round-folder-missing"]
    assert told(answer)["round"]["name"] == "付印"


def test_equal_times_make_equal_rounds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736469000")
    rounds(run, "95%")
    os.rename("r/proofs", "first")
    rounds(run, "95%")
    one, other = (manifest(Path(folder, "01-初校")) for folder in ("first", "r/proofs"))
    assert one["outputs"] == other["outputs"]
    assert one["at"] == "2025-01-10T00:30:00+00:00"


def test_every_key_for_programs_is_documented(run: Run, two: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/rounds.md").read_text("utf-8")
    signed = told(sign(run))
    write_report(Path("r"), "97%", SHORT)
    answers = (signed, told(run("proof", "r", "--json")), told(run("rounds", "r", "--json")))
    held = (*answers, told(run("verify", "r", "--json")), manifest(two / "02-付印"))
    assert keys_of(held) - set(re.findall(r"`(\w+)`", page)) == set()


def keys_of(held: object) -> set[str]:
    """The keys of all objects in an answer, but those of a list of changes."""
    if isinstance(held, dict):
        inner = (value for key, value in held.items() if key != "changes")
        return set(held).union(*map(keys_of, inner))
    return set[str]().union(*map(keys_of, held)) if isinstance(held, list | tuple) else set()
