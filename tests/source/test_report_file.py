"""A report's YAML becomes a report, or every problem of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.base.problem import InputError, Place
from reportpdf.model.report import Text
from reportpdf.source.limits import MAX_FIGURE, MAX_PROBLEMS
from reportpdf.source.report_file import check_palettes, read_report
from reportpdf.source.theme_file import load_theme
from tests.source.report_yaml import decoded, refusal, told

WHOLE = """\
title: 数“说”影“述”
byline:
  - {role: 本报记者, names: [罗军]}
  - {role: 通讯员, names: [郭飞, 徐瑶]}
lede: |
  一段
  二段
subject: 公安
sections:
  - title: 冲在最前险,勇当平安建设主力军
    theme: vermilion
    callouts:
      - figure: 23项
        text: 始终
          将维护
        lead: true
        label: 导览
      - {figure: 100%, text: 现发}
    photos:
      - file: photos/01.jpg
        caption: 会议
        credit:
        focus: [0.5, 0]
        stand_in: true
        lead: true
        pin: true
"""
CALLOUT = "sections:\n- title: 题\n  callouts:\n  - figure: 1项\n    text: 文\n"


def test_a_whole_report_is_read(tmp_path: Path) -> None:
    report = decoded(WHOLE, tmp_path)
    assert report.title == Text("数“说”影“述”", Place("r.yaml", 1, 8, "title"), "数“说”影“述”")
    assert [(b.role.value, [n.value for n in b.names]) for b in report.byline] == [
        ("本报记者", ["罗军"]),
        ("通讯员", ["郭飞", "徐瑶"]),
    ]
    assert report.lede is not None
    assert report.lede.value == "一段\n二段"
    (section,) = report.sections
    assert section.place == Place("r.yaml", 10, 5, "sections[0]")
    first, second = section.callouts
    assert (first.figure.value, first.text.value, first.lead) == ("23项", "始终将维护", True)
    assert first.label is not None
    assert first.text.place == Place("r.yaml", 14, 15, "sections[0].callouts[0].text")
    assert (second.figure.value, second.lead, second.label) == ("100%", False, None)
    (photo,) = section.photos
    assert (photo.credit, photo.focus) == (None, (0.5, 0.0))
    assert photo.stand_in
    assert photo.lead
    assert photo.pin
    assert photo.path == str((tmp_path / "photos/01.jpg").resolve())


def test_what_may_be_left_out_is() -> None:
    report = decoded("sections: [{title: 题, callouts: [{figure: 1, text: 文}]}]")
    assert (report.title, report.byline, report.lede, report.subject) == (None, (), None, None)
    assert (report.sections[0].theme, report.sections[0].photos) == (None, ())


def test_keys_with_nothing_after_them_are_left_out() -> None:
    report = decoded(
        "byline:\nlede: ''\nsubject: ~\n" + CALLOUT + "    label: ' '\n  photos:\n  theme: null\n"
    )
    assert (report.byline, report.lede, report.subject) == ((), None, None)
    assert report.sections[0].callouts[0].label is None


@pytest.mark.parametrize(
    "written",
    [
        "23",
        "2024-09-19",
        "0x1F",
        "1_000",
        "010",
        "1e3",
        "12:30",
        "3.10",
        "-1",
        "100%",
        "+5",
        ".5",
        "n",
        "1/2",
    ],
)
def test_numbers_and_dates_are_the_text_that_is_written(written: str) -> None:
    report = decoded(CALLOUT.replace("1项", written))
    assert report.sections[0].callouts[0].figure.value == written


@pytest.mark.parametrize("word", ["yes", "No", "true", "FALSE", "on", "Off"])
def test_a_word_that_yaml_takes_for_a_switch_must_be_quoted(word: str) -> None:
    figure = ("value-text-word", "4:13", "sections[0].callouts[0].figure")
    assert told(CALLOUT.replace("1项", word)) == [figure]
    assert told(CALLOUT.replace("1项", f'"{word}"')) == []


@pytest.mark.parametrize(
    "blank", ["", "~", "null", '""', "''", '" "', "'\u3000'", '"\u200b"', '"\\n"', "# 项"]
)
@pytest.mark.parametrize(("key", "value"), [("figure", "1项"), ("text", "文"), ("title", "题")])
def test_an_empty_text_is_told(key: str, value: str, blank: str) -> None:
    found = told(CALLOUT.replace(f"{key}: {value}", f"{key}: {blank}"))
    assert [(code, path.rpartition(".")[2]) for code, _, path in found] == [("value-empty", key)]


FAULTS = [
    ("titel: 题\n", "key-near", "1:1", "titel", "title"),
    ("headline: 题\n", "key-near", "1:1", "headline", "title"),
    ("xyzzy: 题\n", "key-unknown", "1:1", "xyzzy", ""),
    ("title:\n", "value-empty", "1:7", "title", ""),
    ("title: [a]\n", "value-text-list", "1:8", "title", ""),
    ("title: {a: b}\n", "value-text-mapping", "1:8", "title", ""),
    ("title: " + "题" * 201 + "\n", "value-too-long", "1:8", "title", ""),
    ("byline: 罗军\n", "value-list-wanted", "1:9", "byline", ""),
    ("byline: {role: 记者, names: [罗军]}\n", "value-list-mapping", "1:9", "byline", ""),
    ("byline: [罗军]\n", "value-mapping-wanted", "1:10", "byline[0]", ""),
    ("byline: [{role: 记者}]\n", "key-missing", "1:10", "byline[0].names", ""),
    ("byline: [{role: 记者, names: []}]\n", "value-empty-list", "1:28", "byline[0].names", ""),
    ("byline: [{role: 记者, names: ['']}]\n", "value-empty", "1:29", "byline[0].names[0]", ""),
    ("byline: [{role: 记者, names: 罗军}]\n", "value-list-wanted", "1:28", "byline[0].names", ""),
    ("byline: [{role：记者, names: [罗军]}]\n", None, "", "", ""),
    ("subject: |\n  a\n  b\n", "value-line-break", "1:10", "subject", ""),
    ("lede: |\n  一\n  二\t三\n", "value-tab", "3:4", "lede", ""),
    ('lede: "一\\t二"\n', "value-tab", "1:9", "lede", ""),
]


@pytest.mark.parametrize(("head", "code", "place", "path", "nearest"), FAULTS)
def test_each_fault_of_the_head_is_told(
    head: str, code: str | None, place: str, path: str, nearest: str
) -> None:
    found = told(head + CALLOUT)
    if code is None:
        assert found
        return
    assert found == [(code, place, path)]
    assert dict(refusal(head + CALLOUT)[0].args).get("nearest", "") == nearest


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("title: 题\n", "key-missing", "sections"),
        ("sections:\n", "value-empty-list", "sections"),
        ("sections: []\n", "value-empty-list", "sections"),
        ("sections: 题\n", "value-list-wanted", "sections"),
        ("sections: [{title: 题}]\n", "section-empty", "sections[0]"),
        ("sections: [{title: 题, callouts: [], photos: }]\n", "section-empty", "sections[0]"),
        ("sections: [{title: 题, callouts: x}]\n", "value-list-wanted", "sections[0].callouts"),
        ("sections: [{title: 题, callouts: [x]}]\n", "value-mapping-wanted", "sections[0].callouts[0]"),
        ("[]\n", "value-mapping-wanted", ""),
        ("题\n", "value-mapping-wanted", ""),
        ("title：题\n", "yaml-wide-colon", ""),
        (CALLOUT.replace("1项", "一" * (MAX_FIGURE + 1)), "value-too-long", "sections[0].callouts[0].figure"),
        (
            CALLOUT.replace("1项", "|\n      1项\n      2项"),
            "value-line-break",
            "sections[0].callouts[0].figure",
        ),
        (CALLOUT + "    lead: yes\n", "value-bool", "sections[0].callouts[0].lead"),
        (CALLOUT + "    lead: 1\n", "value-bool", "sections[0].callouts[0].lead"),
        (CALLOUT + "    lead: 'true'\n", "value-bool", "sections[0].callouts[0].lead"),
        (CALLOUT + "    lead:\n", "value-bool", "sections[0].callouts[0].lead"),
    ],
)
def test_each_fault_of_the_sections_is_told(text: str, code: str, path: str) -> None:
    assert [(c, p) for c, _, p in told(text)] == [(code, path)]


@pytest.mark.parametrize(
    ("focus", "code"),
    [
        ("0.5", "value-count"),
        ("[0.5]", "value-count"),
        ("[0, 1, 0]", "value-count"),
        ("[0, 1.1]", "value-high"),
        ("[-0.1, 1]", "value-low"),
        ("[a, 1]", "value-number"),
        ("['0.5', 1]", "value-number"),
        ("[0x1, 1]", "value-number"),
        ("[010, 1]", "value-number"),
        ("[.nan, 1]", "value-number"),
        ("[1e999, 1]", "value-not-finite"),
        ("[" + "9" * 5000 + ", 1]", "value-not-finite"),
        ("[true, 1]", "value-number"),
    ],
)
def test_a_wrong_focus_is_told(focus: str, code: str) -> None:
    assert [
        c for c, _, _ in told(f"sections: [{{title: 题, photos: [{{file: a.jpg, focus: {focus}}}]}}]")
    ] == [code]


def test_every_problem_is_told_in_one_run_in_the_order_of_the_file() -> None:
    text = """\
titel: 题
byline: [{role: yes, names: []}]
sections:
  - title: 一
    callouts:
      - {figure: '', txt: 文}
      - figure: 1
        text: 文
        figure: 2
    photos:
      - {file: ../a.jpg, focus: [2, 0]}
      - {caption: 无}
"""
    assert [(code, place) for code, place, _ in told(text)] == [
        ("key-near", "1:1"),
        ("value-text-word", "2:17"),
        ("value-empty-list", "2:29"),
        ("value-empty", "6:18"),
        ("key-near", "6:22"),
        ("yaml-key-twice", "9:9"),
        ("photo-outside", "11:16"),
        ("value-high", "11:34"),
        ("key-missing", "12:9"),
    ]


def test_a_key_written_wrong_is_not_called_missing_as_well() -> None:
    assert told("sections: [{heading: 题, callouts: [{number: 1, test: 文}]}]") == [
        ("key-near", "1:13", "sections[0].heading"),
        ("key-near", "1:37", "sections[0].callouts[0].number"),
        ("key-near", "1:48", "sections[0].callouts[0].test"),
    ]


def test_a_problem_shows_its_line() -> None:
    (found,) = refusal("titel: 题 # 标题\n" + CALLOUT)
    assert found.excerpt == "titel: 题 # 标题"


def test_a_file_full_of_wrong_keys_is_left_at_a_count() -> None:
    found = refusal("".join(f"k{i}: 1\n" for i in range(20_000)) + CALLOUT)
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].code == "source-more"


def test_one_lead_callout_in_a_section_one_lead_photo_in_a_report() -> None:
    text = """\
sections:
  - title: 一
    callouts: [{figure: 1, text: 文, lead: true}, {figure: 2, text: 文, lead: true}]
    photos: [{file: a.jpg, lead: true}]
  - title: 二
    callouts: [{figure: 1, text: 文, lead: true}]
    photos: [{file: b.jpg, lead: true}]
"""
    assert [(code, path) for code, _, path in told(text)] == [
        ("lead-twice", "sections[0].callouts[1].lead"),
        ("lead-twice", "sections[1].photos[0].lead"),
    ]


def test_an_alias_stands_for_its_value() -> None:
    report = decoded("sections:\n- title: &t 题\n  callouts: [{figure: *t, text: *t}]\n")
    assert report.sections[0].callouts[0].text.value == "题"
    assert report.sections[0].callouts[0].text.place == Place("r.yaml", 2, 13, "sections[0].callouts[0].text")


def test_a_folder_stands_for_its_report(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(CALLOUT, encoding="utf-8")
    assert read_report(tmp_path, shown="data").place == Place("data/report.yaml")
    assert read_report(tmp_path / "report.yaml").place == Place(str(tmp_path / "report.yaml"))


def test_a_folder_without_a_report_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_report(tmp_path, shown="data")
    assert [str(p.place) for p in caught.value.problems] == ["data"]


def test_a_palette_that_the_theme_has_not_is_told() -> None:
    theme = load_theme("newspaper")
    assert check_palettes(decoded(CALLOUT + "  theme: vermilion\n"), theme) == []
    (found,) = check_palettes(decoded(CALLOUT + "  theme: vermillion\n"), theme)
    assert (found.code, str(found.place)) == ("palette-near", "r.yaml:6:10: sections[0].theme")
    (found,) = check_palettes(decoded(CALLOUT + "  theme: 红\n"), theme)
    assert found.code == "palette-unknown"
