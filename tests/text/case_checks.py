"""Sets all composition cases by the specimen's own way, reads its PDF back, and says what is not as expected.

In: cases. Out: for each case the faults found, none if it holds. What every case must keep is checked too:
no text is lost, inner lines are flush, nothing is wider than the measure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportpdf.specimens import make_specimen
from reportpdf.text.classes import FULL_WIDTH_MARKS
from tests.text.cases.case import Case
from tests.text.specimen_reader import Mark, ReadLine, read_pages

NEAR = 0.011
"""A hundredth of an em, and the PDF's own rounding."""

_SILENT = re.compile(
    "[ \u3000\u00a0\u2000-\u200a\u205f\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\n\r\u2028]"
)
_MARK_LESS = re.compile(r"[^\w]")


def faults(cases: Sequence[Case], folder: Path) -> dict[str, list[str]]:
    """The faults of every case, by its name."""
    file = folder / "cases.json"
    file.write_text(json.dumps([_row(case) for case in cases], ensure_ascii=False), encoding="utf-8")
    made = make_specimen(file, "newspaper")
    (folder / "cases.pdf").write_bytes(made.data)
    vertical = frozenset(i for i, c in enumerate(cases) if c.options.get("writing") == "vertical")
    pages = read_pages(made.data, vertical=vertical)
    forced = {str(p.place and p.place.path) for p in made.problems if p.code == "line-forced"}
    found: dict[str, list[str]] = {}
    for i, (case, lines, told) in enumerate(zip(cases, pages, made.cases, strict=True)):
        cut = f"[{i}].text" in forced
        found[case.id] = [*_faults(case, lines, forced=cut), *_untold(told.lines, lines)]
        if not (cut or case.uneven) and case.options.get("justify") is not False:
            found[case.id] += _short(case, told.widths)
    return found


def _untold(told: Sequence[str], lines: list[ReadLine]) -> Iterator[str]:
    """Lines that the answer tells otherwise than the page has them, the hyphens of words aside."""
    answer = [text for line in told if (text := _plain(line).replace("-", ""))]
    page = [_plain(line.text).replace("-", "") for line in lines]
    if answer != page:
        yield f"told {answer}, printed {page}"


def _short(case: Case, widths: Sequence[float]) -> Iterator[str]:
    """Inner lines that are told to be shorter or longer than the measure, in either direction."""
    indent = float(case.options.get("indent_em") or 0.0)
    for i, width in enumerate(widths[:-1] if len(case.text.splitlines()) < 2 else ()):
        room = case.measure - (indent if i == 0 else 0.0)
        hung = 0.5 if case.options.get("hang") else 0.0
        if not room - NEAR <= width <= room + hung + NEAR:
            yield f"line {i + 1} is told to be {width} wide, the measure is {room}"


def _row(case: Case) -> dict[str, object]:
    return {
        "id": case.id,
        "text": case.text,
        "measure_em": case.measure,
        "options": dict(case.options) or None,
    }


def _faults(case: Case, lines: list[ReadLine], *, forced: bool) -> Iterator[str]:
    texts = [_plain(line.text) for line in lines]
    yield from _lost(case, texts)
    yield from _edges(case, lines, forced=forced)
    if case.lines and tuple(texts) != case.lines:
        yield f"lines {texts}, not {list(case.lines)}"
    if case.first and texts[0] != case.first:
        yield f"first line {texts[0]}, not {case.first}"
    yield from (f"line begins {t[:2]}" for t in texts[1:] if t and t[0] in case.never_starts)
    yield from (f"line ends {t[-2:]}" for t in texts if t and t[-1] in case.never_ends)
    if not forced:
        wanted = [_plain(unit) for unit in case.whole]
        yield from (f"{unit} is split: {texts}" for unit in wanted if not any(unit in t for t in texts))
    if case.reads and "".join(line.text for line in lines) != case.reads:
        yield f"reads {''.join(line.text for line in lines)}, not {case.reads}"
    if case.never_alone and len(_MARK_LESS.sub("", texts[-1])) < 2:
        yield f"last line {texts[-1]}"
    for line, at in zip(lines, case.starts_at, strict=False):
        if abs(line.marks[0].at - at) > NEAR:
            yield f"line starts at {line.marks[0].at:.3f}, not {at}"
    if case.takes or case.gaps or case.fonts or case.advances:
        yield from _measured(case, lines[0])


def _plain(text: str) -> str:
    return _SILENT.sub("", text)


def _lost(case: Case, texts: list[str]) -> Iterator[str]:
    printed, delivered = "".join(texts), _plain(case.text)
    if case.options.get("normalise") is False and printed.replace("-", "") != delivered.replace("-", ""):
        yield f"printed {printed}, delivered {delivered}"
    if not printed and delivered:
        yield "nothing printed"


def _edges(case: Case, lines: list[ReadLine], *, forced: bool) -> Iterator[str]:
    """Inner lines end at the measure, no line beyond it."""
    ragged = case.options.get("justify") is False
    hang = 0.5 + NEAR if case.options.get("hang") else NEAR
    for i, line in enumerate(lines):
        if not line.marks or case.options.get("writing") == "vertical":
            continue
        right = _right(line.marks[-1], case)
        if right > max(case.measure, 2.0 if case.uneven else 0.0) + hang and len(_plain(line.text)) > 1:
            yield f"line {i + 1} ends at {right:.3f}, the measure is {case.measure}"
        inner = (
            i + 1 < len(lines)
            and "\n" not in case.text
            and "\r" not in case.text
            and "\u2028" not in case.text
        )
        if inner and not (ragged or case.uneven or forced) and right < case.measure - NEAR:
            yield f"line {i + 1} ends at {right:.3f}, the measure is {case.measure}: {line.text}"


def _right(mark: Mark, case: Case) -> float:
    style = case.options.get("punct")
    closes = (
        mark.text in FULL_WIDTH_MARKS
        and mark.text not in "“‘（《〈【〖〔［｛「『"
        and abs(mark.advance - 1) < 1e-3
    )
    fixed = mark.text in "‼⁇⁈⁉" or (mark.text in "！？" and case.options.get("lang") in ("ja", "zh-Hant"))
    return mark.at + mark.advance - (0.5 if closes and not fixed and style != "plain" else 0.0)


def _measured(case: Case, line: ReadLine) -> Iterator[str]:
    """Room of marks, white of pairs, fonts and advances in the only line."""
    vertical = case.options.get("writing") == "vertical"
    marks = [m for m in line.marks if _plain(m.text) or m.text == "\u3000"]
    text = "".join(m.text for m in marks)
    owner = [m for m in marks for _ in m.text]
    for unit, em in case.takes:
        at = text.find(unit)
        if at < 1 or at + len(unit) >= len(text):
            yield f"{unit} does not stand inside {text}"
            continue
        before, after = owner[at - 1], owner[at + len(unit)]
        width = after.at - before.at - (1.0 if vertical else before.advance)
        if abs(width - em) > NEAR:
            yield f"{unit} takes {width:.3f}, not {em}"
    for pair, em in case.gaps:
        at = text.find(pair)
        if at < 0:
            yield f"{pair} does not stand in {text}"
            continue
        a, b = owner[at], owner[at + 1]
        gap = b.at - a.at - (abs(a.advance) if vertical else a.advance)
        if a.text == "—" or b.text == "—" or abs(gap - em) <= NEAR:
            continue
        yield f"{pair} has {gap:.3f} between, not {em:.3f}"
    for mark in marks:
        for character, font in case.fonts:
            if mark.text == character and mark.font != font:
                yield f"{character} is set in {mark.font}"
        for character, low, high in case.advances:
            if mark.text == character and not low - NEAR <= mark.advance <= high + NEAR:
                yield f"{character} is {mark.advance:.3f} wide"
