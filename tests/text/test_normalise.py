"""Half-width copy in Chinese text: what becomes what, by which rule, and what is left as it came."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.commands.changes import RULES
from reportpdf.text.normalise import Change, normalise, unpaired_quotes

CHANGED: tuple[tuple[str, str, str], ...] = (
    # delivered, set, rules in order of first use
    ("2024年,滨州", "2024年，滨州", "comma"),
    ("30.9%,同比", "30.9%，同比", "comma"),
    ("下降30.9%、22.4%,反诈", "下降30.9%、22.4%，反诈", "comma"),
    ("Hello,你好", "Hello，你好", "comma"),
    ("Hello, 你好", "Hello， 你好", "comma"),
    ("5,6月份", "5，6月份", "comma"),
    ("2023,2024年", "2023，2024年", "comma"),
    ("分别为30, 22, 15个", "分别为30， 22， 15个", "comma"),
    ("下降30%,GDP增长", "下降30%，GDP增长", "comma"),
    ("iOS,2024年", "iOS，2024年", "comma"),
    ("喊“OK”,“Yes”", "喊“OK”，“Yes”", "comma"),
    ("见http://a.cn/x,同比", "见http://a.cn/x，同比", "comma"),
    ("写信a.b@c.cn,谢谢", "写信a.b@c.cn，谢谢", "comma"),
    ("时间:3", "时间：3", "colon"),
    ("注:A类", "注：A类", "colon"),
    ("联系QQ:12345", "联系QQ：12345", "colon"),
    ("他说:“好”", "他说：“好”", "colon"),
    ("好;坏", "好；坏", "mark"),
    ("完成30%;同比", "完成30%；同比", "mark"),
    ("好!", "好！", "mark"),
    ("真的?!", "真的？！", "mark"),
    ("你有iPhone?", "你有iPhone？", "mark"),
    ("“好”!", "“好”！", "mark"),
    ("好.", "好。", "full-stop"),
    ("好.后来", "好。后来", "full-stop"),
    ("他说“好”.", "他说“好”。", "full-stop"),
    ("“好.”", "“好。”", "full-stop"),
    ("下降30%.", "下降30%。", "full-stop"),
    ("工作规范(试行)", "工作规范（试行）", "bracket"),
    ("国(A)国", "国（A）国", "bracket"),
    ("世界卫生组织(WHO)。", "世界卫生组织（WHO）。", "bracket"),
    ("国(国(国)A)", "国（国（国）A）", "bracket"),
    ("（试行)", "（试行）", "bracket"),
    ("(见https://a.cn/x?a=1,2)", "（见https://a.cn/x?a=1,2）", "bracket"),
    ('他说"好"', "他说“好”", "quote"),
    ('"A"级', "“A”级", "quote"),
    ("'十佳'民警", "‘十佳’民警", "quote"),
    ("他说\"是'好'的\"", "他说“是‘好’的”", "quote"),
    ("等...", "等……", "ellipsis"),
    ("等......", "等……", "ellipsis"),
    ("等。。。", "等……", "ellipsis"),
    ("等…", "等……", "ellipsis"),
    ("国--国", "国——国", "dash"),
    ("国──国", "国——国", "dash"),
    ("国－－国", "国——国", "dash"),
    ("\u3000\u3000国国", "国国", "indent"),
    ("国\n\u3000\u3000国", "国\n国", "indent"),
    ("国  国", "国 国", "space"),
    ("国\t国", "国 国", "space"),
    ("ＡＢ１２年", "AB12年", "full-width-letter"),
    ("共１,２３４人", "共1,234人", "full-width-letter"),
    ("\ufeff国\u200e家", "国家", "invisible"),
    ("等.\u200e..", "等……", "ellipsis"),
    ("\ue81e\ue854", "龴龺", "private-use"),
    ("共2023年1,234人(含8人),其中:3人", "共2023年1,234人（含8人），其中：3人", "bracket comma colon"),
    ('"A",国', "“A”，国", "quote comma"),
)

LEFT: tuple[str, ...] = (
    "Hello, world.",
    "a -- b",
    '"quoted"',  # no Chinese in it
    "共1,234人",
    "共12,345,678元",
    "5.6%",
    "3:30开始",
    "比分3:1",
    "2024.5.1前后",
    "说Hello, world吧",
    "A,B,C三类",
    "见 Windows: The Book 一书",
    "e.g. 中文",
    "1.坚持",
    "1. 坚持",
    "(1)坚持",
    "第一：(1)国；(2)国",
    "1)国",
    "见https://www.bz.gov.cn/a,b?c=1:2",
    "www.bz.gov.cn/a.html国",
    "a.b-c@bz.gov.cn国",
    "don't国",
    "rock'n'roll国",
    '55"和65"电视',
    '"国',
    "'国",
    '国"国"国"',
    "“Yahoo!”公司",
    "他问“OK?”吗",
    "好…… 国",
    "国…………国",
    "3--5国",
    "国—国",
    "国——国",
    "国·国",
    "国 国",
    "国\u3000国",
    "国，国。国！“国”（国）《国》",
    "",
    "国",
)


@pytest.mark.parametrize(("delivered", "wanted", "rules"), CHANGED)
def test_half_width_copy_is_set_as_an_editor_wants_it(delivered: str, wanted: str, rules: str) -> None:
    found = normalise(delivered)
    assert found.text == wanted
    assert list(dict.fromkeys(change.rule for change in found.changes)) == rules.split()


@pytest.mark.parametrize("delivered", LEFT)
def test_what_is_right_or_open_to_doubt_is_left(delivered: str) -> None:
    found = normalise(delivered)
    assert (found.text, found.changes) == (delivered, ())


def test_changes_say_what_stood_where() -> None:
    assert normalise("国,国(国)...").changes == (
        Change(1, ",", "，", "comma"),
        Change(3, "(", "（", "bracket"),
        Change(5, ")", "）", "bracket"),
        Change(6, "...", "……", "ellipsis"),
    )


def test_a_rule_does_not_reach_into_the_next_paragraph() -> None:
    assert normalise("A, B\n国").text == "A, B\n国"
    assert normalise('"国\n国"').text == '"国\n国"'
    assert normalise("(国\n国)").text == "(国\n国)"


OFFSETS: tuple[tuple[str, list[int]], ...] = (
    # delivered, where each character of the set text stood
    ("国,国", [0, 1, 2]),
    ("\u3000\u3000国国", [2, 3]),
    ("国...国", [0, 1, 2, 4]),
    ("国......国", [0, 1, 2, 7]),
    ("国…国", [0, 1, 1, 2]),
    ("国  国,国", [0, 1, 3, 4, 5]),
    ("国\u200e国", [0, 2]),
)


@pytest.mark.parametrize(("delivered", "offsets"), OFFSETS)
def test_each_character_set_is_traced_to_its_place(delivered: str, offsets: list[int]) -> None:
    found = normalise(delivered)
    assert [found.source_offset(i) for i in range(len(found.text))] == offsets


PIECES = st.sampled_from(
    [
        *"国年的一,,:;!?..()（）\"'“”—，。：％ＡＡ９… \n\u3000\t\u200b\ue81e🙂￥3A",
        *("2024", "12", "1,234", "30.9%", "iPhone", "Hello", "don't", "e.g.", "http://a.cn/b,c", "a@b.cn"),
        *("...", "--", "──", "  ", "\u3000\u3000"),
    ]
)
COPY = st.lists(PIECES, max_size=16).map("".join)
MANY = settings(max_examples=400, deadline=None)


@MANY
@given(COPY)
def test_normalised_text_stays_as_it_is(copy: str) -> None:
    once = normalise(copy).text
    assert normalise(once).text == once


@MANY
@given(COPY)
def test_the_changes_account_for_every_difference(copy: str) -> None:
    found = normalise(copy)
    parts, at = [], 0
    for change in found.changes:
        assert change.offset >= at
        assert copy[change.offset :].startswith(change.before)
        assert change.before
        assert change.before != change.after
        assert change.rule in RULES
        parts += [copy[at : change.offset], change.after]
        at = change.offset + len(change.before)
    assert "".join([*parts, copy[at:]]) == found.text


@MANY
@given(COPY)
def test_places_never_run_backward_and_untouched_characters_are_found(copy: str) -> None:
    found = normalise(copy)
    places = [found.source_offset(i) for i in range(len(found.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(copy) for place in places)
    changed = {i for c in found.changes for i in range(c.offset, c.offset + len(c.before))}
    assert all(copy[p] == c for p, c in zip(places, found.text, strict=True) if p not in changed)


@MANY
@given(COPY)
def test_letters_of_the_copy_are_never_lost(copy: str) -> None:
    def letters(value: str) -> str:
        return "".join(c for c in value if c.isalnum())

    plain = copy.replace("Ａ", "A").replace("９", "9").replace("\ue81e", "龴")
    assert letters(normalise(copy).text) == letters(plain)


@pytest.mark.parametrize(
    ("delivered", "offsets"),
    [
        ('他说"国家', (2,)),
        ('他说"国家"', ()),
        ('国"\n家"', (1, 4)),
        ('12"显示器', ()),
        ('say "hello', ()),
        ('国,国"国', (3,)),
    ],
)
def test_a_straight_quote_without_its_fellow_is_told(delivered: str, offsets: tuple[int, ...]) -> None:
    assert unpaired_quotes(normalise(delivered)) == offsets
