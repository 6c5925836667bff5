"""The head of a sheet: rules, folio and running title, the headline; byline and lede.

In: the report and the setting. Out: items, and the lines they take. Nothing is printed that the report does
not say: no date, no page number of a paper, no staff. The lede stands over the first section's block.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from reportpdf.layout.display import ARTIFACT, Item, Role, Tag, TextItem
from reportpdf.layout.headline import set_headline
from reportpdf.layout.lines import ink_left, ink_right, put_block, rule, set_words
from reportpdf.layout.properties import document_title
from reportpdf.layout.sheet.setting import SheetSetting
from reportpdf.layout.titles import Title, TitleLine
from reportpdf.model.report import Report
from reportpdf.text.block import HAN_TOP, first_baseline
from reportpdf.text.justify import Line

ROLE_GAP = 1.0
"""Between a role and its names, and between names, em."""

LINE_GAP = 2.0
"""Between one role's names and the next role, em."""

MOST_LINES = 3
NO_LINE = 1e9


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetHeadline:
    """The headline with the lines of its band."""

    title: Title
    lines: int


def rules_lines(setting: SheetSetting, pages: int) -> int:
    """Lines from the head of the type area to the headline, or to the first band of a page without one."""
    look = setting.look.masthead
    lines = ceil((look.bar + look.rule_gap + look.hairline) / setting.u)
    return lines + (look.folio_lines if pages > 1 else 0)


def set_headline_band(setting: SheetSetting, report: Report) -> SheetHeadline | None:
    """The headline as its level asks, its longest line filling the page by its ink."""
    if not report.title:
        return None
    look, style, width = setting.look.masthead, setting.styles.headline, setting.grid.width
    wanted = setting.level.headline
    one_line = {0: look.one_line_least, 1: look.headline_least, 2: NO_LINE}[wanted]
    most = 2 if wanted == 2 else MOST_LINES
    title = set_headline(setting.setter, report.title, style, look.headline_least, width, most, one_line)
    widest = max(title.lines, key=lambda line: line.words.width)
    bare = _bearing(setting, widest.words.line) * title.size
    if title.size < style.size and 0 < bare < width / 4:
        # The white beside the first and the last character stands outside the measure.
        larger = replace(style, size=min(style.size, title.size * width / (width - bare)))
        larger = replace(larger, pitch=style.pitch * larger.size / style.size)
        again = set_headline(
            setting.setter, report.title, larger, look.headline_least, width + bare * 1.1, most, one_line
        )
        if len(again.lines) == len(title.lines) and _ink_width(setting, again) <= width + 0.01:
            title = again
    high = (len(title.lines) - 1) * title.pitch + title.size + look.headline_air
    return SheetHeadline(title, ceil(high / setting.u - 0.1))


def _ink_width(setting: SheetSetting, title: Title) -> float:
    """Width of the longest line from its first ink to its last, points."""
    return max(line.words.width - _bearing(setting, line.words.line) * title.size for line in title.lines)


def _bearing(setting: SheetSetting, line: Line) -> float:
    """White within a line's width before its first ink and after its last, em."""
    return _first(setting, line) + ink_right(setting.setter, line.clusters[-1]) - line.clusters[-1].right


def _first(setting: SheetSetting, line: Line) -> float:
    """White before a line's first ink, em."""
    moved = line.moves[0][1] if line.moves and line.moves[0][0] == 0 else 0.0
    return ink_left(setting.setter, line.clusters[0]) + moved


def draw_masthead(
    setting: SheetSetting, report: Report, headline: SheetHeadline | None, lines: int, number: int, pages: int
) -> list[Item]:
    """Rules and folio of a page, and the headline in a band of ``lines`` under them on the first."""
    grid, look, ink = setting.grid, setting.look.masthead, setting.inks["text"]
    x, y = grid.x(0), grid.y(0)
    items: list[Item] = [
        rule(x, y, grid.width, look.bar, ink),
        rule(x, y + look.bar + look.rule_gap, grid.width, look.hairline, ink),
    ]
    head = rules_lines(setting, pages)
    if pages > 1:
        items += _folio(setting, report, number, head)
    if headline is None or number > 1:
        return items
    title = headline.title
    high = (len(title.lines) - 1) * title.pitch + title.size
    baseline = grid.y(head) + (lines * setting.u - high) / 2 + HAN_TOP * title.size
    for row, line in enumerate(title.lines):
        items += _put(setting, line, title, x, baseline + row * title.pitch)
    return items


def _put(setting: SheetSetting, line: TitleLine, title: Title, x: float, y: float) -> list[Item]:
    """A line of the headline with its ink at the edge of the type area."""
    left = x - _first(setting, line.words.line) * title.size
    return line.put(left, y, setting.inks["text"], Tag(Role.TITLE, "title"))


def _folio(setting: SheetSetting, report: Report, number: int, head: int) -> list[Item]:
    """The page's number at the outer edge, after the first page the report's title beside it; a hairline."""
    grid, look, styles = setting.grid, setting.look.masthead, setting.styles
    ink = setting.inks["text"]
    foot = grid.y(head) - look.hairline
    y = grid.y(head) - setting.u * 0.45
    folio = set_words(setting.setter, str(number), styles.folio)
    items: list[Item] = [folio.put(grid.x(0), y, ink, ARTIFACT)]
    title = document_title(setting.setter, report) if number > 1 else ""
    if title:
        words = set_words(setting.setter, title, styles.running_head)
        room = grid.width - folio.width - 2 * words.style.size
        words = words if words.width <= room else replace(words, size=words.size * room / words.width)
        items.append(words.put(grid.x(0) + grid.width - words.width, y, ink, ARTIFACT))
    return [*items, rule(grid.x(0), foot, grid.width, look.hairline, ink)]


def lede_lines(setting: SheetSetting, report: Report, units: int) -> int:
    """Lines of byline and lede over a block of so many units, and the gap under them; 0 for neither."""
    start = _lede_start(setting, report, units)
    if not report.lede:
        return ceil(start) + 1 if report.byline else 0
    columns, width = _lede_columns(setting, units)
    block = setting.setter.block(report.lede, setting.styles.lede, width, first=True)
    rows = -(-block.count // columns)
    return ceil(start + rows * block.style.pitch / setting.u - 1e-6) + 1


def _lede_columns(setting: SheetSetting, units: int) -> tuple[int, float]:
    """Columns that the lede over a block is set in, and the width of one."""
    grid = setting.grid
    width = grid.span(units)
    columns = ceil(width / (setting.look.masthead.lede_column_em * setting.styles.lede.size))
    return columns, (width - (columns - 1) * grid.format.gutter) / columns


def _lede_start(setting: SheetSetting, report: Report, units: int) -> float:
    """Lines from the rule to the lede."""
    if not report.byline:
        return 1.0
    rows = len(_byline_rows(setting, report, setting.grid.span(units)))
    return setting.look.masthead.byline_lines + rows - 1


def draw_lede(setting: SheetSetting, report: Report, unit: int, units: int, line: int) -> list[Item]:
    """Byline and lede over a block, from a line of the grid down."""
    grid, look, ink = setting.grid, setting.look.masthead, setting.inks["text"]
    x, top = grid.x(unit), grid.y(line)
    items: list[Item] = [rule(x, top, grid.span(units), look.byline_rule, ink)]
    style = setting.styles.byline
    for row, words in enumerate(_byline_rows(setting, report, grid.span(units))):
        y = top + (row + 1) * setting.u + first_baseline(style)
        for item in words:
            items.append(replace(item, x=item.x + x, y=y))
    if report.lede:
        columns, width = _lede_columns(setting, units)
        block = setting.setter.block(report.lede, setting.styles.lede, width, first=True)
        rows = -(-block.count // columns)
        start = top + _lede_start(setting, report, units) * setting.u
        for column in range(columns):
            left = x + column * (width + grid.format.gutter)
            lines = range(column * rows, min((column + 1) * rows, block.count))
            items += put_block(block, left, start, ink, Tag(Role.PARAGRAPH, "lede"), lines=lines)
    return items


def _byline_rows(setting: SheetSetting, report: Report, width: float) -> list[list[TextItem]]:
    """Roles and names one after the other; a new line begins where the width ends."""
    setter, style, ink = setting.setter, setting.styles.byline, setting.inks["text"]
    rows: list[list[TextItem]] = [[]] if report.byline else []
    x = 0.0
    for i, line in enumerate(report.byline):
        parts = [(f"byline[{i}].role", line.role)]
        parts += [(f"byline[{i}].names[{j}]", name) for j, name in enumerate(line.names)]
        for number, (path, text) in enumerate(parts):
            words = set_words(setter, setter.normalised(text), style, None, text)
            gap = (LINE_GAP if number == 0 else ROLE_GAP) * style.size if x else 0.0
            if x and x + gap + words.width > width:
                rows.append([])
                x = gap = 0.0
            rows[-1].append(words.put(x + gap, 0.0, ink, Tag(Role.PARAGRAPH, path)))
            x += gap + words.width
    return rows
