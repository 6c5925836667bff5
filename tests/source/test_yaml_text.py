"""A file becomes text, or one plain answer: bounds, kinds of file, encodings, control characters."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError, Problem
from reportpdf.source.encodings import decode_text
from reportpdf.source.excerpt import brief, excerpt, excerpt_start
from reportpdf.source.limits import MAX_BYTES, MAX_CONTROLS, MAX_LINES
from reportpdf.source.text_file import make_source, read_source

TEXT = "title: 冲在最前险\nsections: []\n"


def refused(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_source(path, shown="data/a.yaml")
    assert all(p.place and p.place.file == "data/a.yaml" for p in caught.value.problems)
    return caught.value.problems


def write(folder: Path, content: bytes) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("head", [b"", codecs.BOM_UTF8])
def test_utf8_is_read_with_and_without_a_mark(tmp_path: Path, head: bytes) -> None:
    source = read_source(write(tmp_path, head + TEXT.encode()), shown="a")
    assert source.text == TEXT


@pytest.mark.parametrize(
    ("content", "encoding", "command"),
    [
        (TEXT.encode("gb18030"), "GB 18030", "iconv -f GB18030 -t UTF-8 data/a.yaml > data/a-utf8.yaml"),
        (TEXT.encode("gb18030")[:11], "GB 18030", "iconv -f GB18030 -t UTF-8 data/a.yaml > data/a-utf8.yaml"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16LE", "iconv -f UTF-16 "),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16BE", "iconv -f UTF-16 "),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32LE", "iconv -f UTF-32 "),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "UTF-32BE", "iconv -f UTF-32 "),
        (TEXT.encode("utf-16-le"), "UTF-16LE", "iconv -f UTF-16LE "),
        (TEXT.encode("utf-16-be"), "UTF-16BE", "iconv -f UTF-16BE "),
    ],
)
def test_another_encoding_is_named_with_the_way_out(
    tmp_path: Path, content: bytes, encoding: str, command: str
) -> None:
    (found,) = refused(write(tmp_path, content))
    assert found.code == "source-encoding"
    args = dict(found.args)
    assert args["encoding"] == encoding
    assert args["command"].startswith(command)


def test_a_file_name_with_a_space_is_quoted_in_the_command() -> None:
    with pytest.raises(InputError) as caught:
        decode_text("中文报告".encode("gb18030"), "我的 报告.yaml")
    assert "'我的 报告.yaml' > '我的 报告-utf8.yaml'" in dict(caught.value.problems[0].args)["command"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xff", 1, 1),
        ("标题: 一\r\n正文: 二".encode() + b"\xe4\xb8", 2, 6),
        (b"a\rb\nab\x80c\n", 3, 3),
        (b"x" * 200 + b"\xb0 y", 1, 201),
    ],
)
def test_a_byte_that_is_not_utf8_has_its_line_and_column(
    tmp_path: Path, content: bytes, line: int, column: int
) -> None:
    (found,) = refused(write(tmp_path, content))
    assert found.code == "source-bad-byte"
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line, column)
    assert found.excerpt[column - excerpt_start(column) - 1] == "\ufffd"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("a\0b", "U+0000 NUL"),
        ("a\x07b", "U+0007 BEL"),
        ("a\x85b", "U+0085 next line"),
        ("a\u2028b", "U+2028 line separator"),
        ("a\ufeffb", "U+FEFF byte order mark"),
        ("a\x9fb", "U+009F a control code"),
        ("a\uffffb", "U+FFFF a control code"),
    ],
)
def test_a_control_character_is_named_at_its_place(tmp_path: Path, content: str, named: str) -> None:
    (found,) = refused(write(tmp_path, ("x\n" + content).encode()))
    assert (found.code, " ".join(dict(found.args).values())) == ("source-control", named)
    assert (found.place.line, found.place.column) == (2, 2)  # type: ignore[union-attr]


def test_all_control_characters_are_told_up_to_a_count(tmp_path: Path) -> None:
    assert len(refused(write(tmp_path, b"a\x01b\x02\n\x03"))) == 3
    assert len(refused(write(tmp_path, b"\x01" * 10_000))) == MAX_CONTROLS


def test_tabs_and_every_line_end_are_no_control_characters(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, b"a:\tb\r\nc\rd\n"), shown="a")
    assert source.starts == (0, 6, 8, 10)
    assert source.position(8) == (3, 1)
    assert source.line(1) == "a:\tb"
    assert source.excerpt(0) == "a: b"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with open(path, "wb") as file:
        file.truncate(50 * 1024 * 1024)
    (found,) = refused(path)
    assert (found.code, dict(found.args)["size"]) == ("source-too-large", "50.0")


def test_a_file_of_nothing_but_lines_is_refused(tmp_path: Path) -> None:
    assert refused(write(tmp_path, b"\n" * (MAX_LINES + 1)))[0].code == "source-lines"


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, b"")
    small = os.stat(path)
    path.write_bytes(b" " * (MAX_BYTES + 1))
    monkeypatch.setattr(os, "stat", lambda _: small)
    assert refused(path)[0].code == "source-too-large"


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refused(tmp_path / "fifo")[0].code == "source-not-file"
    assert refused(Path("/dev/null"))[0].code == "source-not-file"
    assert refused(tmp_path)[0].code == "source-folder"
    assert refused(tmp_path / "none.yaml")[0].code == "source-missing"
    assert refused(tmp_path / "fifo" / "a.yaml")[0].code == "source-missing"
    assert refused(tmp_path / "a\0b")[0].code == "source-unreadable"
    assert refused(tmp_path / "loop")[0].code == "source-unreadable"
    assert refused(tmp_path / ("n" * 300))[0].code == "source-unreadable"


def test_lone_surrogates_are_refused_in_text_that_came_from_elsewhere() -> None:
    with pytest.raises(InputError):
        make_source("a\ud800", shown="a")


@pytest.mark.parametrize("column", [1, 50, 100, 101, 500, 999])
def test_an_excerpt_holds_its_column(column: int) -> None:
    line = "".join(chr(0x4E00 + i) for i in range(1000))
    shown = excerpt(line, column)
    assert len(shown) <= 120
    assert shown[column - excerpt_start(column) - 1] == line[column - 1]


def test_a_value_is_quoted_briefly() -> None:
    assert brief("a\nb") == "a b"
    assert brief("x" * 100) == "x" * 39 + "…"
