"""Markdown and plain text: heads, bylines, figures, lists, captions, marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.problem import InputError
from reportpdf.model.inline import read_marks
from reportpdf.source.intake.bylines import read_byline
from reportpdf.source.intake.captions import split_credit
from reportpdf.source.intake.marks import plain, strong_runs, words_of
from reportpdf.source.intake.numerals import first_figure, is_figure
from reportpdf.source.intake.write_yaml import scalar
from reportpdf.source.text_file import make_source
from reportpdf.source.yaml_compose import read_nodes
from tests.intake.making import codes, photo, report, taken


def _made(tmp_path: Path, text: str, name: str = "稿.txt") -> tuple[dict[str, Any], list[str]]:
    (tmp_path / name).write_text(text, "utf-8")
    told = codes(taken(tmp_path / "out", tmp_path / name))
    return report(tmp_path / "out"), told


BYLINES = [
    ("本报记者 罗军 通讯员 郭飞 徐瑶", (("本报记者", ("罗军",)), ("通讯员", ("郭飞", "徐瑶")))),
    ("□记者 罗　军　通讯员 王小明", (("记者", ("罗军",)), ("通讯员", ("王小明",)))),
    ("供稿：滨城分局办公室", (("供稿", ("滨城分局办公室",)),)),
    ("文/图 张伟、李红", (("文/图", ("张伟", "李红")),)),
    ("记者从市公安局获悉今年的全部各项工作已经完成", ()),
    ("记者昨天去了现场。", ()),
    ("滨州公安", ()),
]


@pytest.mark.parametrize(("line", "found"), BYLINES)
def test_bylines(line: str, found: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    assert read_byline(line) == found


CREDITS = [
    ("民警执勤。（王小明 摄）", "民警执勤。", "王小明 摄"),
    ("图1 民警执勤。 李红 摄", "民警执勤。", "李红 摄"),
    ("▲送证上门。李红 摄", "送证上门。", "李红 摄"),
    ("民警执勤。（市局供图）", "民警执勤。", "市局供图"),
    ("国庆节,举行升旗仪式。", "国庆节,举行升旗仪式。", ""),
    ("图为民警走进社区。", "图为民警走进社区。", ""),
]


@pytest.mark.parametrize(("line", "caption", "credit"), CREDITS)
def test_credits(line: str, caption: str, credit: str) -> None:
    assert split_credit(line) == (caption, credit)


@pytest.mark.parametrize(
    "words", ["23项", "13.5%、10.2%", "第一档", "零发生", "十佳", "超95%", "1,286起", "2.34万人次"]
)
def test_figures(words: str) -> None:
    assert is_figure(words)


@pytest.mark.parametrize("words", ["强化便民服务", "一、治安更稳", "2024年9月19日召开", "数智赋能", ""])
def test_no_figures(words: str) -> None:
    assert not is_figure(words)


FOUND = [
    ("2024年9月19日，破案23起，抓获45人。", "23起"),
    ("拨打110，12345热线办件1.3万件。", "1.3万件"),
    ("刑事、治安案件下降13.5%、10.2%。", "13.5%、10.2%"),
    ("坚持政治建警，面貌一新。", ""),
    ("第3次会议在3小时内结束。", ""),
]


@pytest.mark.parametrize(("text", "figure"), FOUND)
def test_first_figures(text: str, figure: str) -> None:
    assert first_figure(text) == figure


def test_a_notice_without_any_mark(tmp_path: Path) -> None:
    made, told = _made(
        tmp_path,
        "滨城分局2024年工作亮点\n供稿：滨城分局办公室\n\n　　一年来，分局交出平安答卷。\n"
        "一、治安更稳\n　　1.全年接警4.2万起。\n　　2.破案512起，挽损860万元。\n"
        "二、队伍更强\n　　涌现出一批典型。\n",
    )
    assert made["title"] == "滨城分局2024年工作亮点"
    assert made["lede"] == "一年来，分局交出平安答卷。"
    assert [s["title"] for s in made["sections"]] == ["治安更稳", "队伍更强"]
    assert [c["figure"] for c in made["sections"][0]["callouts"]] == ["4.2万起", "512起"]
    assert made["sections"][1]["callouts"] == [{"figure": "涌现出一批典型", "text": "涌现出一批典型。"}]
    assert {"ask-figure-only", "ask-figure-first", "ask-no-figure", "ask-numbers", "ask-ordinal"} == set(told)


def test_no_heads_is_one_section_and_asked(tmp_path: Path) -> None:
    made, told = _made(
        tmp_path, "年终盘点\n\n一年来，成绩不小，大家都很努力，值得记上一笔。\n\n破案23起。\n\n抓获45人。\n"
    )
    assert made["lede"].startswith("一年来")
    assert [c["figure"] for c in made["sections"][0]["callouts"]] == ["23起", "45人"]
    assert "ask-no-heads" in told


def test_captions_before_their_sections(tmp_path: Path) -> None:
    text = (
        "# 题\n\n导语一段话，说明全年工作。\n\n甲节的照片。\n\n## 甲\n**1项**——甲的事办完了。\n\n"
        "乙节的照片。\n\n## 乙\n**2项**——乙的事办完了。\n"
    )
    made, told = _made(tmp_path, text, "a.md")
    assert [[p["caption"] for p in s["photos"]] for s in made["sections"]] == [
        ["甲节的照片。"],
        ["乙节的照片。"],
    ]
    assert told.count("ask-caption-first") == told.count("ask-caption-order") == 1


def test_lists_tables_quotes_and_pictures(tmp_path: Path) -> None:
    photo(tmp_path / "图" / "a.jpg")
    text = (
        "# 题\n\n导语。\n\n## 章\n- **23项**——任务完成：\n- 甲\n- 乙\n\n> 人民至上\n\n"
        "| 指标 | 数量（件） |\n|---|---|\n| 办件 | 42 |\n\n"
        "![办件现场。张伟 摄](图/a.jpg)\n![别处](../b.jpg)\n"
    )
    made, told = _made(tmp_path, text, "a.md")
    (section,) = made["sections"]
    assert section["callouts"][0]["text"] == "任务完成：\n甲\n乙"
    assert section["callouts"][1] == {"figure": "42件", "text": "办件"}
    assert section["quote"] == "人民至上"
    assert section["photos"][0] == {"file": "photos/a.jpg", "caption": "办件现场。", "credit": "张伟 摄"}
    assert section["photos"][1]["stand_in"] is True
    assert "ask-picture" in told


def test_marks_that_are_meant_stay_and_the_rest_is_words(tmp_path: Path) -> None:
    made, _ = _made(
        tmp_path,
        "# 题{甲|乙}\n\n## 章\n**1项**——**重点**见[公报](https://a.cn)。\n**2项**——{_甲}和{乙。\n",
        "a.md",
    )
    first, second = (c["text"] for c in made["sections"][0]["callouts"])
    assert first == "**重点**见[公报](https://a.cn)。"
    assert words_of(second) == "{_甲}和{乙。"
    assert words_of(made["title"]) == "题{甲|乙}"


def _refused(folder: Path, file: Path) -> list[str]:
    """What kept the file from being taken in."""
    try:
        taken(folder, file)
    except InputError as error:
        return [p.code for p in error.problems]
    return []


TEXTS = st.text(st.sampled_from("滨州23项%，。：:#- '\"*[]{}|\\!&?>@`~\u3000“”a"), min_size=1, max_size=30)


@given(TEXTS)
def test_any_words_survive_as_plain_words(words: str) -> None:
    escaped = plain(words)
    marked = read_marks(escaped)
    assert (marked.words if marked else escaped) == words


@given(st.lists(st.tuples(TEXTS, st.booleans()), min_size=1, max_size=5))
def test_runs_keep_their_words(runs: list[tuple[str, bool]]) -> None:
    assert words_of(strong_runs(runs)) == "".join(piece for piece, _ in runs)


@given(
    st.one_of(
        TEXTS,
        st.sampled_from(["774", "1e3", "0x1F", "yes", "null", "~", "=", "12:30", "1_000", "2024-09-19"]),
    )
)
def test_any_line_survives_yaml(words: str) -> None:
    import yaml

    written = f"key: {scalar(words)}\nflow: [{scalar(words, flow=True)}]\n"
    assert yaml.safe_load(written) == {"key": words, "flow": [words]}
    root = read_nodes(make_source(written, shown="a.yaml")).root
    assert root.items[0][1].value == words  # type: ignore[union-attr, index]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "# 题",
                "## 章",
                "### 节",
                "23项",
                "**3项**——办完了。",
                "一段话没有数字",
                "- 条目4个",
                "> 引",
                "本报记者 罗军",
                "图1 照片。张伟 摄",
                "| a | 5 |",
                "一、甲",
                "",
            ]
        ),
        min_size=1,
        max_size=12,
    ),
    st.booleans(),
)
def test_no_words_are_lost_whatever_the_order(lines: list[str], markdown: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ("a.md" if markdown else "a.txt")).write_text("\n\n".join(lines), "utf-8")
        refused = _refused(folder / "out", next(folder.glob("a.*")))
        if refused:
            assert refused == ["intake-nothing"]
            return
        written = (folder / "out" / "report.yaml").read_text("utf-8")
    for word in ("办完了", "一段话没有数字", "条目4个", "引", "照片。"):
        assert sum(word in line for line in lines) <= written.count(word), word
    assert ("罗军" in written) == any("罗军" in line for line in lines)  # named twice is named once
