"""Marks in running text: the forms, what is none of them, and what a text is without its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.model.inline import escape, read_marks
from reportpdf.model.marks import FaultKind, Mark, Marked

S, L, R, D, N, T = Mark.STRONG, Mark.LINK, Mark.RUBY, Mark.DOTS, Mark.NAME, Mark.TITLE
UNENDED, ADDRESS, INSIDE = FaultKind.UNENDED, FaultKind.ADDRESS, FaultKind.INSIDE
URL = "https://example.cn"

Row = tuple[str, str, tuple[tuple[Mark, str, str], ...], tuple[tuple[FaultKind, int], ...]]


def row(delivered: str, words: str, *marks: tuple[Mark, str, str], faults: object = ()) -> Row:
    return delivered, words, marks, faults  # type: ignore[return-value]


PLAIN = [
    "没有标记的话",
    "*",
    "一个*号",
    "a*b*c",
    "***重点***",
    "****1234",
    "**",
    "****",
    "** 重点**",
    "张**、李**、王**，等人",
    "张**，男",
    "尾号**",
    "[2024]3号",
    "〔2024〕3号",
    "[文字]",
    "[]",
    "[文字] (https://example.cn)",
    "]",
    "](https://example.cn)",
    "f(x)[0](",
    "{",
    "}",
    "{}",
    "{滨州}",
    "{滨州}|",
    "{.}",
    "{_}",
    "{~}",
    "{|bīn}",
    "{滨|}",
    "{ |bīn}",
    "{滨| }",
    "a|b",
    "C:\\路径",
    "\\",
    "50\\%",
    "\\n",
]
"""Text as it stands: no mark, no fault."""

CASES: list[Row] = [
    # strong
    row("**重点**", "重点", (S, "重点", "")),
    row("完成**重点**工作", "完成重点工作", (S, "重点", "")),
    row("**完成**,", "完成,", (S, "完成", "")),
    row("**“人民至上”**", "“人民至上”", (S, "“人民至上”", "")),
    row("**重点：**各地", "重点：各地", (S, "重点：", "")),
    row("**一**二**三**", "一二三", (S, "一", ""), (S, "三", "")),
    row("**GDP**和**5**G", "GDP和5G", (S, "GDP", ""), (S, "5", "")),
    row("**a b**", "a b", (S, "a b", "")),
    row("**一*二**", "一*二", (S, "一*二", "")),
    # links
    row(f"[文字]({URL})", "文字", (L, "文字", URL)),
    row(f"见[公报]({URL}/a?b=1&c=2#d)。", "见公报。", (L, "公报", f"{URL}/a?b=1&c=2#d")),
    row("[文](HTTP://Example.cn/A)", "文", (L, "文", "http://example.cn/A")),
    row("[信](mailto:a.b@example.cn)", "信", (L, "信", "mailto:a.b@example.cn")),
    row(
        "[文](https://例子.cn/公报)",
        "文",
        (L, "文", "https://xn--fsqu00a.cn/%E5%85%AC%E6%8A%A5"),
    ),
    row("[文](https://example.cn/a(b)c)", "文", (L, "文", "https://example.cn/a(b)c")),
    row("[文](https://example.cn:8080/%E5)", "文", (L, "文", "https://example.cn:8080/%E5")),
    row(f"[见[1]]({URL})", "见[1]", (L, "见[1]", URL)),
    row(f"[1] [文]({URL})", "[1] 文", (L, "文", URL)),
    # ruby
    row("{滨州|bīn zhōu}", "滨州", (R, "滨州", "bīn zhōu")),
    row("在{滨州|bīn zhōu}市", "在滨州市", (R, "滨州", "bīn zhōu")),
    row("{滨|bīn}{州|zhōu}", "滨州", (R, "滨", "bīn"), (R, "州", "zhōu")),
    row("{一|二|三}", "{一|二|三}"),
    row("{魑魅魍魉| chīmèi }", "魑魅魍魉", (R, "魑魅魍魉", "chīmèi")),
    row("{𠀋|zhàng}", "𠀋", (R, "𠀋", "zhàng")),
    # dots, lines
    row("{.重点}", "重点", (D, "重点", "")),
    row("{_山东}{_滨州}", "山东滨州", (N, "山东", ""), (N, "滨州", "")),
    row("{~水浒传}", "水浒传", (T, "水浒传", "")),
    row("{.一|二}", "一|二", (D, "一|二", "")),
    # one in another
    row("**{.重点}**", "重点", (S, "重点", ""), (D, "重点", "")),
    row("{.**重点**}", "重点", (D, "重点", ""), (S, "重点", "")),
    row("{.重**点**}", "重点", (D, "重点", ""), (S, "点", "")),
    row(f"[**重**点]({URL})", "重点", (L, "重点", URL), (S, "重", "")),
    row(f"**见[公报]({URL})**", "见公报", (S, "见公报", ""), (L, "公报", URL)),
    row("**{滨州|bīn zhōu}市**", "滨州市", (S, "滨州市", ""), (R, "滨州", "bīn zhōu")),
    row("{_{滨州|bīn zhōu}}", "滨州", (N, "滨州", ""), (R, "滨州", "bīn zhōu")),
    row("{.{_滨州}}", "滨州", (D, "滨州", ""), (N, "滨州", "")),
    # escapes
    row(r"\**重点\**", "**重点**"),
    row(r"\*", "*"),
    row(r"\***重点**", "*重点", (S, "重点", "")),
    row(r"\[文](https://example.cn)", "[文](https://example.cn)"),
    row(r"\{.重点}", "{.重点}"),
    row(r"\{滨州|bīn}", "{滨州|bīn}"),
    row(r"\\**重点**", "\\重点", (S, "重点", "")),
    row(r"{.重\}点}", "重}点", (D, "重}点", "")),
    row(r"{滨\|州|bīn}", "滨|州", (R, "滨|州", "bīn")),
    row(r"{滨州|bīn\|zhōu\}}", "滨州", (R, "滨州", "bīn|zhōu}")),
    row(rf"[文\]字]({URL})", "文]字", (L, "文]字", URL)),
    row(r"**一\*二**", "一*二", (S, "一*二", "")),
    row("一\\\n**二**", "一\\\n二", (S, "二", "")),
    # begun and not ended
    row("完成**重点", "完成**重点", faults=((UNENDED, 2),)),
    row("**重点**和**其他", "重点和**其他", (S, "重点", ""), faults=((UNENDED, 7),)),
    row("{.重点", "{.重点", faults=((UNENDED, 0),)),
    row("在{_滨州", "在{_滨州", faults=((UNENDED, 1),)),
    row("{~水浒传》", "{~水浒传》", faults=((UNENDED, 0),)),
    row("{滨州|bīn", "{滨州|bīn", faults=((UNENDED, 0),)),
    row(f"[文字]({URL}", f"[文字]({URL}", faults=((UNENDED, 0),)),
    row("**重\n点**", "**重\n点**", faults=((UNENDED, 0),)),
    row("{.重\n点}", "{.重\n点}", faults=((UNENDED, 0),)),
    row("**一{.二**三}", "一{.二三}", (S, "一{.二", ""), faults=((UNENDED, 3),)),
    row("{.一**二}三", "一**二三", (D, "一**二", ""), faults=((UNENDED, 3),)),
    row("2**3", "2**3", faults=((UNENDED, 1),)),
    row("张**、李**等人", "张**、李**等人", faults=((UNENDED, 5),)),
    # addresses that no report may open
    row("[文](javascript:alert)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](file:///etc/passwd)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](data:text/html,x)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](example.cn)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](//example.cn)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文]()", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](附件)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](https://)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](https://user@example.cn)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    row("[文](mailto:无名)", "文", (L, "文", ""), faults=((ADDRESS, 4),)),
    # what cannot stand in another
    row("{.一{.二}三}", "一二三", (D, "一二三", ""), (D, "二", ""), faults=((INSIDE, 3),)),
    row("{_一{~二}}", "一二", (N, "一二", ""), (T, "二", ""), faults=((INSIDE, 3),)),
    row(f"[一[二]({URL})]({URL})", "一二", (L, "一二", URL), (L, "二", URL), faults=((INSIDE, 2),)),
    row("{**滨**|bīn}", "**滨**", (R, "**滨**", "bīn"), faults=((INSIDE, 1),)),
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_form_is_text(text: str) -> None:
    assert read_marks(text) is None


@pytest.mark.parametrize(("delivered", "words", "marks", "faults"), CASES, ids=[c[0] for c in CASES])
def test_forms(
    delivered: str, words: str, marks: tuple[tuple[Mark, str, str], ...], faults: tuple[object, ...]
) -> None:
    found = read_marks(delivered)
    if not marks and not faults and words == delivered:
        assert found is None
        return
    assert found is not None
    assert found.words == words
    assert tuple((s.mark, words[s.start : s.end], s.value) for s in found.spans) == marks
    assert tuple((f.kind, f.offset) for f in found.faults) == faults


def test_there_are_cases_enough() -> None:
    assert len(PLAIN) + len(CASES) >= 60


_PIECES = st.sampled_from(
    (
        *("滨", "州", "。", "，", "A", "1", " ", "\n", "*", "**", "***", "[", "]", "](https://a.cn)", "](x)"),
        *("(", ")", "{", "{.", "{_", "{~", "{滨|bīn}", "|", "}", "\\", "\\*", "\\{", "\\\\", "𠀋", "e\u0301"),
    )
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


def _marked(text: str) -> Marked | None:
    return read_marks(text)


@given(_TEXTS)
def test_every_character_of_the_words_stands_where_its_offset_says(text: str) -> None:
    found = _marked(text)
    if found is None:
        return
    at = [found.delivered_offset(i) for i in range(len(found.words))]
    assert [text[i] for i in at] == list(found.words)
    assert at == sorted(set(at))
    assert found.delivered_offset(len(found.words)) == len(text)


@given(_TEXTS)
def test_spans_are_in_order_within_the_words_and_never_cross(text: str) -> None:
    found = _marked(text)
    for span in found.spans if found else ():
        assert 0 <= span.start < span.end <= len(found.words)  # type: ignore[union-attr]
        assert "\n" not in found.words[span.start : span.end]  # type: ignore[union-attr]
    spans = found.spans if found else ()
    assert list(spans) == sorted(spans, key=lambda s: (s.start, -s.end)) or any(
        a.start == b.start and a.end == b.end for a in spans for b in spans if a is not b
    )
    for one in spans:
        for other in spans:
            inside = one.start <= other.start and other.end <= one.end
            around = other.start <= one.start and one.end <= other.end
            assert inside or around or one.end <= other.start or other.end <= one.start


@given(_TEXTS)
def test_no_letter_is_lost(text: str) -> None:
    found = _marked(text)
    words = found.words if found else text
    dropped = set("滨州，。A1 \n𠀋")
    readings = "" if found is None else "".join("滨bīn" for s in found.spans if s.mark is R)
    kept = [c for c in words if c in dropped]
    given_letters = [c for c in text.replace("|bīn}", "") if c in dropped]
    assert kept == given_letters or readings


@given(st.text(alphabet="滨州*[]{}|\\().~_ \nhttps:/a", max_size=60))
def test_escaped_text_is_the_text_again(text: str) -> None:
    found = read_marks(escape(text))
    assert (found.words if found else escape(text)) == text
    assert found is None or (found.spans, found.faults) == ((), ())


@given(_TEXTS)
def test_reading_again_what_was_escaped_after_reading_changes_nothing(text: str) -> None:
    found = _marked(text)
    words = found.words if found else text
    again = read_marks(escape(words))
    assert (again.words if again else words) == words


@pytest.mark.parametrize(
    "text", ["[" * 9999 + "}" * 9999, "{.**" * 4000, "{" + "\\\\" * 9999 + "|", "](a(b" * 4000, "{a|" * 6000]
)
def test_long_nonsense_is_read_in_one_go(text: str) -> None:
    """No form is tried twice at one place: ten times the text takes some ten times as long."""
    from time import process_time

    def seconds(words: str) -> float:
        start = process_time()
        read_marks(words)
        return process_time() - start

    # The better of three on both sides: a collection of garbage in one run is no fault of the reader.
    short = min(seconds(text[: len(text) // 10]) for _ in range(3))
    assert min(seconds(text) for _ in range(3)) < 60 * max(short, 0.002)
