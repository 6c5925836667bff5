"""Which font a character is set in, and what the PDF says it is."""

from __future__ import annotations

from tests.text.cases.case import Case

SONG = "NotoSerifSC-Regular"
# Full-width quotation marks are 1 em, Western ones are not: what a quotation mark takes tells its form.
FORMS = (
    ("他说“你好”吧", (("“", 1), ("”", 1)), "typst#794, #5858"),
    ("他说“hello”吧", (("“", 1), ("”", 1)), "w3c/clreq#534"),
    ("他说‘hello’吧", (("‘", 1), ("’", 1)), "w3c/clreq#534"),
    ("这是“A”和“B”的", (("“", 1), ("”", 1)), "readest#2420"),
    ("他说“don’t”吧", (("“", 1), ("”", 1)), "an apostrophe inside"),
    ("“OK”，他说", (("”", 0.5),), "a pair is set alike"),
)
NARROW = (
    ("中文 He said “yes” to me 中文", "“”", "inside and outside Western"),
    ("中文don’t中文", "’", "typst#8191: an apostrophe"),
    ("中文T’Pol中文", "’", "an apostrophe"),
    ("中文Children’s Day中文", "’", "an apostrophe"),
    ("the workers’ union 中文", "’", "an apostrophe at a word’s end"),
    ("中文“\ufe00中文”\ufe00中文", "“”", "Unicode 16 standardized variants: FE00 is narrow"),
    ("I said “a ‘b’ c” there 中文", "“”‘’", "pairs in pairs are set alike"),
)
BASELINE = (
    ("中文 Wait… what happened 中文", "…", "three dots on the baseline in Western text"),
    ("中文 a dash—like this 中文", "—", "a dash of Western text"),
    ("Wait… and see", "…", "three dots on the baseline in Western text"),
)
WIDE = (
    ("中文“\ufe01a”\ufe01中文", "“", "Unicode 16 standardized variants: FE01 is full width"),
    ("A“\ufe01a”\ufe01 b", "“", "Unicode 16 standardized variants: FE01 is full width"),
)
READS = (
    ("用水电火木人大小山石", "", "vivliostyle-cli#40, LapisCV#52: never a radical"),
    (
        "一二八十口土女子寸工己干弓心手文方日月木止比毛氏火父片牙牛犬玉瓜生用田白皮目石示禾穴立竹米",
        "",
        "as above",
    ),
    (
        "羊羽老而耳肉自至舌色虫血行衣西角言谷豆赤走足身车辛辰邑里金长门阜雨青非面革音页风飞食首香马骨高鬼鱼鸟",
        "",
        "as above",
    ),
    ("⼀⼆⽤⽔⽊⽕⼈", "一二用水木火人", "EquivalentUnifiedIdeograph.txt: radicals in copy"),
    ("⻓⻔⻋⻅⻘⻛⻢⻥⻩⻰", "长门车见青风马鱼黄龙", "EquivalentUnifiedIdeograph.txt"),
    ("北京——上海", "", "a dash is two 2014"),
    ("北京……上海", "", "an ellipsis is two 2026"),
    ("国国⸺国国", "", "2E3A stays"),
    ("龙龘𠮷𬭚〇", "", "planes 2 and 3"),
    ("葛\U000e0100飾", "", "a variation sequence"),
    ("①②③㈠㊤㎡№℃‰", "", "signs"),
    ("ﬁ fi ffi flat", "", "ligatures are their letters"),
    ("AV To Wa fi", "", "kerned letters"),
    ("〓■□▲△◆◇○●★☆", "", "signs"),
    ("國語體", "", "traditional characters"),
    ("한국어", "", "Korean"),
    ("ひらがなカタカナ", "", "kana"),
    ("\ue816\ue831", "𠂇𡗗", "GB 18030-2000 private code points"),
    ("２０２４年ＡＢｃ", "2024年ABc", "full-width letters and digits"),
)


def _cases() -> list[Case]:
    options = {"normalise": False}
    made = []
    for i, (text, marks, why) in enumerate(FORMS):
        fonts = tuple((mark, SONG) for mark, _ in marks)
        advances = tuple((mark, 1.0, 1.0) for mark, _ in marks)
        made.append(Case(f"form-wide-{i:02}", text, 30, why, options, fonts=fonts, advances=advances))
    for i, (text, marks, why) in enumerate(NARROW):
        advances = tuple((mark, 0.1, 0.6) for mark in marks)
        made.append(Case(f"form-narrow-{i:02}", text, 30, why, options, advances=advances))
    for i, (text, marks, why) in enumerate(BASELINE):
        advances = tuple((mark, 0.5, 0.92) for mark in marks)
        made.append(Case(f"form-dots-{i:02}", text, 30, why, options, advances=advances))
    for i, (text, marks, why) in enumerate(WIDE):
        advances = tuple((mark, 1.0, 1.0) for mark in marks)
        made.append(Case(f"form-asked-{i:02}", text, 30, why, options, advances=advances))
    for i, (text, expected, why) in enumerate(READS):
        made.append(Case(f"reads-{i:02}", text, 45, why, reads=(expected or text)))
    return made


CASES = _cases()
