"""Breaks of other scripts by UAX #14, after its LineBreakTest.txt: ÷ is where a line may begin.

Rows keep to characters that Chinese does not tailor; what it does tailor is in ``edges``.
"""

from __future__ import annotations

from tests.text.cases.case import Case

ROWS = """
the ÷quick ÷(“brown”) ÷fox ÷can’t ÷jump ÷32.3 ÷feet, ÷right?  LB7, LB13, LB18, LB19
can't  LB19
e-÷mail  LB21
co-÷op ÷well-÷known  LB21
equals ÷.35 ÷cents  LB13, LB25
(s)he  LB30
code(s)  LB30
cod{e}÷s  LB30: not after a brace
100 ÷-5 ÷+5  LB25
$1,000.00 ÷and  LB25
3.5 ÷kg  LB18
12/25/2024 ÷now  LB25
U.S. ÷A  LB29
i.e. ÷x  LB29
C++ ÷or ÷C#  LB28
a=b ÷c  LB28
AT&T ÷x  LB28
naïve ÷café ÷über  LB28
e\u0301te\u0301 ÷x  LB9
Привет ÷мир  LB28
Αθήνα ÷πόλη  LB28
한÷국÷어  LB26, LB31
한÷국÷어 ÷문÷장  LB18, LB31
대÷한÷민÷국,  LB13
가÷A÷나  LB31
漢÷字÷가÷나  LB31
あ÷い÷う  ID
ア÷イ、÷ウ  LB13
國÷語  ID
国÷家 ÷机÷关  LB18
a\u200b÷b  LB8
国\u2060家  LB11
a\u2060b  LB11
a\u00a0b ÷c  LB12
国\u00a0家  LB12
a\u2011b  LB12
hy\u00ad÷phen  LB21
A–÷B  LB21
1–÷2  LB21
x ÷[1] ÷y  LB14, LB13
f(x) ÷g  LB30
“a” ÷b  LB19
‘a’ ÷b  LB19
"a" ÷b  LB19
№5 ÷x  LB25
x² ÷y  AL
"""


def _cases() -> list[Case]:
    made = []
    for i, line in enumerate(ROWS.strip().splitlines()):
        marked, _, why = line.rpartition("  ")
        offsets, text = set[int](), ""
        for piece in marked.strip().split("÷"):
            if text:
                offsets.add(len(text))
            text += piece
        made.append(
            Case(f"uax14-{i:02}", text, 20, "UAX #14 " + why, {"normalise": False}, breaks=frozenset(offsets))
        )
    return made


CASES = _cases()
