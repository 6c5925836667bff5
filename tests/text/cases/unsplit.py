"""What is never split, at every measure that could split it."""

from __future__ import annotations

from tests.text.cases.case import Case

UNITS = (
    ("——", "GB/T 15834-2011 5.1.4; ctex-kit#257"),
    ("⸺", "GB/T 15834-2011 5.1.4"),
    ("……", "GB/T 15834-2011 5.1.5"),
    ("⋯⋯", "GB/T 15834-2011 5.1.5"),
    ("！！", "GB/T 15834-2011 5.1.2"),
    ("？！", "GB/T 15834-2011 5.1.2"),
    ("！！！", "GB/T 15834-2011 5.1.2"),
    ("1,234,567", "w3c/clreq#262; UAX #14 LB25"),
    ("30.9%", "w3c/clreq#262"),
    ("36.5℃", "w3c/clreq#262"),
    ("￥1200", "w3c/clreq#262"),
    ("¥1200", "UAX #14 LB25"),
    ("$1,200.50", "UAX #14 LB25"),
    ("€99", "UAX #14 LB25"),
    ("±5", "w3c/clreq#262"),
    ("-5", "UAX #14 LB25"),
    ("+12%", "UAX #14 LB25"),
    ("−5℃", "UAX #14 LB25"),
    ("10:30", "w3c/clreq#262"),
    ("1/2", "UAX #14 LB25"),
    ("2024/5/1", "UAX #14 LB25"),
    ("3.14159", "UAX #14 LB25"),
    ("100‰", "UAX #14 LB25"),
    ("12㎡", "typography of units"),
    ("50㎏", "typography of units"),
    ("15％", "UAX #14 LB25"),
    ("1.08", "UAX #14 LB25"),
    ("12′30″", "UAX #14 LB25"),
    ("№5", "UAX #14 LB25"),
    ("word", "clreq id114"),
    ("don’t", "UAX #14 LB19"),
    ("can't", "UAX #14 LB19"),
    ("AT&T", "UAX #14 AL"),
    ("5G", "UAX #14 LB23"),
    ("A4", "UAX #14 LB23"),
    ("H2O", "UAX #14 LB23"),
    ("3D", "UAX #14 LB23"),
    ("km/h", "UAX #14 LB13"),
    ("U.S.", "UAX #14 LB29"),
    ("code(s)", "UAX #14 LB30"),
    ("(1)", "UAX #14 LB14, LB13"),
    ("[12]", "UAX #14 LB14, LB13"),
    ("v2.0.1", "UAX #14 LB25, LB29"),
    ("1+9+N", "UAX #14"),
    ("C++", "UAX #14 AL"),
    ("a=b", "UAX #14 AL"),
    ("naïve", "a letter and its marks"),
    ("e\u0301t\u00e9", "a letter and its combining mark, UAX #14 LB9"),
    ("葛\U000e0100", "typst#5319: a base and its selector"),
    ("国\u2060家", "UAX #14 LB11"),
    ("国\ufeff家", "UAX #14 LB11"),
    ("国\u00a0家", "UAX #14 LB12"),
    ("10\u00a0km", "UAX #14 LB12"),
    ("A\u20111", "UAX #14 LB12"),
    ("Привет", "clreq id114"),
    ("αβγδ", "clreq id114"),
)
MEASURES = (5, 6, 6.5, 7)


def _cases() -> list[Case]:
    made = []
    for unit, why in UNITS:
        for measure in MEASURES:
            lead = "国" * 5
            text = f"{lead}{unit}国国国国国国国国国国国国"
            name = "".join(f"{ord(c):X}" for c in unit[:4])
            made.append(
                Case(
                    f"unsplit-{name}-{measure:g}",
                    text,
                    measure,
                    why,
                    {"normalise": False},
                    whole=(unit,),
                    uneven=len(unit) > 2,
                )
            )
    return made


CASES = _cases()
