"""The printed list of changes: what was done to the report, what followed, what nothing explains.

Comes in: changes, what the rounds are called, the ink of the round. Goes out: a form in Chinese: old words
struck out, new ones underlined in the round's colour, each with page, mm, section and line of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpdf.base.ink import Ink
from reportpdf.check.finding import Spot
from reportpdf.layout.form.records import (
    Align,
    Block,
    Cell,
    Column,
    Field,
    Fields,
    Form,
    Heading,
    Paragraph,
    Run,
    Table,
    plain,
)
from reportpdf.proof.change_words import move_words, name_of, place_of
from reportpdf.proof.changes import Change, Changes, NumberChange, PagePixels, Standing

_CONTEXT = 12
"""Characters before and after what was edited."""

_GAP = 16
"""So many characters between two edits are printed; more are cut out of their middle."""

_WHOLE = 120
"""Characters of a callout that was added or removed."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What a list says of what it compares: the report, the old and the new round, the name of the colour."""

    report: str
    old: str
    new: str
    colour: str
    source: str
    """The report's file."""


def change_list(changes: Changes, titles: Titles, ink: Ink) -> Form:
    """The list as a form."""
    blocks: list[Block] = [_summary(changes, titles)]
    rows = [_row(number, c, ink, titles.source) for number, c in enumerate(changes.changes, 1)]
    blocks.append(Heading("一、改动"))
    if rows:
        blocks.append(Table(_COLUMNS, tuple(rows)))
    else:
        blocks.append(Paragraph(plain("稿件、样式与任务均无改动。")))
    if standing := [one for c in changes.changes for n in c.numbers for one in _standing_rows(n, ink)]:
        blocks.append(Heading("二、旧数仍在之处（请核对是否同改）"))
        blocks.append(Table(_STANDING, tuple(standing)))
    blocks.append(Heading("三、随之而来的版面变动" if standing else "二、随之而来的版面变动"))
    moves = "\n".join(move_words(one) for one in changes.moved) or "无。"
    blocks.append(Paragraph(plain(moves), small=True))
    blocks.append(Heading("四、像素核对" if standing else "三、像素核对"))
    blocks.append(Paragraph(tuple(_pixels(changes)), small=True))
    subtitle = f"{titles.old} → {titles.new}　《{titles.report}》"
    return Form(
        "改动单", subtitle, tuple(blocks), foot=f"{titles.report}　{titles.new}改动单", landscape=True
    )


_COLUMNS = (
    Column("号", 0.05, Align.RIGHT),
    Column("类别", 0.11),
    Column("改动（旧文划去，新文加下划线）", 0.50),
    Column("位置", 0.20),
    Column("来源", 0.14),
)
_STANDING = (
    Column("旧数", 0.12),
    Column("新数", 0.12),
    Column("仍作", 0.12),
    Column("上下文", 0.34),
    Column("位置", 0.30),
)


def _summary(changes: Changes, titles: Titles) -> Fields:
    unexplained = "、".join(f"第{one.page}页" for one in changes.unexplained) or "无"
    standing = sum(s.same_unit for c in changes.changes for n in c.numbers for s in n.old_stands)
    marked = "、".join(map(str, changes.pages)) or "无"
    return Fields(
        (
            Field("改动", plain(f"{len(changes.changes)}处")),
            Field("页数", plain(f"{changes.old_pages} → {changes.new_pages}")),
            Field("有改动的页", plain(marked)),
            Field("旧数仍在", plain(f"{standing}处")),
            Field("无由像素差异", plain(unexplained)),
            Field("标记颜色", plain(titles.colour)),
        ),
        columns=3,
    )


def _row(number: int, change: Change, ink: Ink, source: str) -> tuple[Cell, ...]:
    return (
        plain(str(number)),
        plain(name_of(change)),
        tuple(_words(change, ink)),
        plain(_place(change)),
        plain(_source(change, source)),
    )


def _words(change: Change, ink: Ink) -> Iterator[Run]:
    if not change.prints:
        yield Run("〔不见于版面〕")
    if change.edits and change.old and change.new:
        yield from _edited(change, ink)
    elif change.code.endswith("-moved"):
        yield Run(_cut(change.new))
        where = f"与{place_of(change.other)}互换，" if change.other else ""
        yield Run(f"　〔{where}原在{place_of(change.old_path)}{_page_words(change.old_spots)}〕", ink=ink)
    else:
        if change.old and not change.code.endswith("-added"):
            yield Run(_cut(change.old), struck=True, ink=ink)
        if change.old and change.new:
            yield Run(" → ")
        if change.new:
            yield Run(_cut(change.new), underlined=True, ink=ink)
        if change.code.endswith("-replaced") and change.old == change.new:
            yield Run("　〔同名，内容已换〕", ink=ink)


def _edited(change: Change, ink: Ink) -> Iterator[Run]:
    """The words with what was taken out and put in, in their context."""
    new, at = change.new, 0
    for i, edit in enumerate(change.edits):
        between = new[at : edit.new_at]
        yield Run(_context(between, first=i == 0, last=False))
        if edit.old:
            yield Run(_visible(edit.old), struck=True, ink=ink)
        if edit.old and edit.new:
            yield Run(" ")  # 8 and 9 beside each other read as 89
        if edit.new:
            yield Run(_visible(edit.new), underlined=True, ink=ink)
        at = edit.new_at + len(edit.new)
    yield Run(_context(new[at:], first=False, last=True))


def _context(words: str, *, first: bool, last: bool) -> str:
    words = words.replace("\n", "¶")
    if first and len(words) > _CONTEXT:
        return "……" + words[-_CONTEXT:]
    if last and len(words) > _CONTEXT:
        return words[:_CONTEXT] + "……"
    if not first and not last and len(words) > 2 * _GAP:
        return f"{words[:_CONTEXT]}……{words[-_CONTEXT:]}"
    return words


def _visible(words: str) -> str:
    """Words, with white that is alone made visible."""
    shown = words.replace("\n", "¶")
    return shown if shown.strip() else shown.replace(" ", "␣").replace("　", "□")


def _cut(words: str) -> str:
    flat = words.replace("\n", "¶")
    return flat if len(flat) <= _WHOLE else f"{flat[: _WHOLE - 20]}……{flat[-16:]}"


def _place(change: Change) -> str:
    spots = change.new_spots or change.old_spots
    where = place_of(change.path) if not change.code.startswith(("theme", "format", "job")) else change.name
    if not spots:
        return where
    first = spots[0]
    lost = "" if change.new_path else "原"
    return f"{where}\n{lost}第{first.page}页 {first.x_mm:.0f}, {first.y_mm:.0f} mm"


def _page_words(spots: Sequence[Spot]) -> str:
    return f"，第{spots[0].page}页" if spots else ""


def _source(change: Change, source: str) -> str:
    line = change.new_line or change.old_line
    if not line:
        return ""
    return f"{source}:{line}" + ("" if change.new_line else "（旧稿）")


def _standing_rows(number: NumberChange, ink: Ink) -> Iterator[tuple[Cell, ...]]:
    ranked = sorted(number.old_stands, key=lambda one: not one.same_unit)
    for i, one in enumerate(ranked):
        first = i == 0
        yield (
            (Run(number.old, struck=True, ink=ink),) if first else (),
            (Run(number.new, underlined=True, ink=ink),) if first else (),
            plain(one.written),
            plain(one.around),
            plain(_stands(one)),
        )


def _stands(one: Standing) -> str:
    where = place_of(one.path) + ("" if one.same_unit else "（单位不同）")
    if not one.spots:
        return where
    return f"{where}　第{one.spots[0].page}页 {one.spots[0].x_mm:.0f}, {one.spots[0].y_mm:.0f} mm"


def _pixels(changes: Changes) -> Iterator[Run]:
    if not changes.unexplained:
        differ = len(changes.pixels)
        yield Run(f"{differ}页像素与前不同，均由上列改动或版面变动说明。" if differ else "各页像素与前相同。")
        return
    for page in changes.unexplained:
        yield Run(f"第{page.page}页有无由差异：{_boxes(page)}。", bold=True)


def _boxes(page: PagePixels) -> str:
    return "；".join(
        f"{s.x_mm:.0f}, {s.y_mm:.0f} mm 处 {s.width_mm:.0f}×{s.height_mm:.0f} mm"
        for s in page.unexplained[:6]
    )
