"""Marks of a half-width keyboard in Chinese copy: what is printed for them, and what stays."""

from __future__ import annotations

from tests.text.cases.case import Case

CLREQ = "clreq id77"
ON = (
    ("2024年,滨州市", "2024年，滨州市"),
    ("30.9%,同比", "30.9%，同比"),
    ("1,234,567人", "1,234,567人"),
    ("12,345元", "12,345元"),
    ("时间:上午", "时间：上午"),
    ("10:30开会", "10:30开会"),
    ("比分3:2", "比分3:2"),
    ("真的吗?", "真的吗？"),
    ("太好了!", "太好了！"),
    ("第一;第二", "第一；第二"),
    ("他走了.", "他走了。"),
    ("他走了.她来了", "他走了。她来了"),
    ("1.项目", "1.项目"),
    ("增长1.5倍", "增长1.5倍"),
    ("(试行)", "（试行）"),
    ("办法(试行)发布", "办法（试行）发布"),
    ("GDP(国内生产总值)增长", "GDP（国内生产总值）增长"),
    ("国内(GDP)增长", "国内（GDP）增长"),
    ("(1)项目", "(1)项目"),
    ("等等...", "等等……"),
    ("等等。。。", "等等……"),
    ("等等…", "等等……"),
    ("北京--上海", "北京——上海"),
    ("北京──上海", "北京——上海"),
    ("北京――上海", "北京——上海"),
    ('他说"你好"吧', "他说“你好”吧"),
    ("他说'你好'吧", "他说‘你好’吧"),
    ('"你好"', "“你好”"),
    ('"A"和"B"', "“A”和“B”"),
    ("don't", "don't"),
    ("it's好的", "it's好的"),
    ("https://www.example.com/a,b", "https://www.example.com/a,b"),
    ("见http://a.cn/x:1页", "见http://a.cn/x:1页"),
    ("me@example.com,他", "me@example.com，他"),
    ("Hello, world", "Hello, world"),
    ("Hello, 世界", "Hello，世界"),
    ("２０２４年", "2024年"),
    ("ＡＢＣ公司", "ABC公司"),
    ("　　段首", "段首"),
    ("人民   日报", "人民 日报"),
    ("U.S.政府", "U.S.政府"),
    ("5'10\"高", "5'10\"高"),
    ("价格:100元", "价格：100元"),
    ("A:你好", "A：你好"),
    ("A股,B股", "A股，B股"),
)
OFF = (
    "2024年,滨州市",
    "时间:上午",
    "真的吗?",
    "(试行)",
    '他说"你好"吧',
    "等等...",
    "北京--上海",
    "２０２４年",
    "他走了.",
)
# With normalisation off ASCII marks after Han obey the line's start, and no space is set before them.
ASCII_EDGES = ",.;:!?)"


def _cases() -> list[Case]:
    made = [Case(f"copy-{i:02}", text, 45, CLREQ, reads=reads) for i, (text, reads) in enumerate(ON)]
    for i, text in enumerate(OFF):
        made.append(
            Case(
                f"copy-off-{i:02}", text, 45, CLREQ + ": off sets what came", {"normalise": False}, reads=text
            )
        )
    for mark in ASCII_EDGES:
        text = f"国国国国国国{mark}国国国国国国国国国国国"
        made.append(
            Case(f"copy-edge-{ord(mark):02X}", text, 6, CLREQ, {"normalise": False}, never_starts=mark)
        )
        made.append(
            Case(
                f"copy-gap-{ord(mark):02X}", text, 40, CLREQ, {"normalise": False}, gaps=((f"国{mark}", 0.0),)
            )
        )
    return made


CASES = _cases()
