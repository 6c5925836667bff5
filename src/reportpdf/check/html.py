"""Findings as one self-contained page: pages as pictures with the findings marked, the list beside.

Comes in: worded findings, pictures of the pages, the words of the page itself in the reader's language.
Goes out: HTML with its styles and script inlined; nothing is fetched. Source: HTML Living Standard; CSS
paged media for printing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reportpdf.check.finding import Spot
from reportpdf.check.html_style import SCRIPT, STYLE
from reportpdf.check.pdf.shown import ShownPage


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Row:
    """A finding in words. ``severity`` is error, warning or note; ``accepted`` the reason, if any."""

    code: str
    severity: str
    fact: str
    fix: str
    where: str
    spots: tuple[Spot, ...]
    accepted: str = ""
    known: bool = False


def page_of(
    title: str, rows: Sequence[Row], pictures: Sequence[tuple[bytes, ShownPage]], words: Mapping[str, str]
) -> str:
    """The whole page. ``words``: language, summary, all, page, none, and each kind of finding."""
    say = {key: escape(value) for key, value in words.items()}
    sheets = "\n".join(_sheet(n, data, shown, rows, say) for n, (data, shown) in enumerate(pictures, 1))
    listed = (
        "\n".join(_row(i, row, say) for i, row in enumerate(rows, 1)) or f"<p class=none>{say['none']}</p>"
    )
    return (
        f'<!doctype html>\n<html lang="{say["language"]}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n"
        f"<header><h1>{escape(title)}</h1><p>{say['summary']}</p>{_filters(rows, say)}</header>\n"
        f"<main>\n<section id=pages>\n{sheets}\n</section>\n<ol id=list>\n{listed}\n</ol>\n</main>\n"
        f"<script>{SCRIPT}</script>\n</html>\n"
    )


def _kind(row: Row) -> str:
    return "accepted" if row.accepted else "known" if row.known else row.severity


def _filters(rows: Sequence[Row], say: Mapping[str, str]) -> str:
    """A switch for each kind of finding there is, and a choice of the code."""
    kinds = [
        kind
        for kind in ("error", "warning", "note", "accepted", "known")
        if any(_kind(r) == kind for r in rows)
    ]
    switches = "".join(
        f'<label class="{kind}"><input type=checkbox checked value="{kind}">{say[kind]} '
        f"{sum(_kind(r) == kind for r in rows)}</label>"
        for kind in kinds
    )
    codes = sorted({row.code for row in rows})
    options = "".join(f"<option>{escape(code)}</option>" for code in codes)
    choice = f'<select aria-label="{say["all"]}"><option value="">{say["all"]}</option>{options}</select>'
    return f"<nav>{switches}{choice}</nav>" if rows else ""


def _sheet(number: int, data: bytes, shown: ShownPage, rows: Sequence[Row], say: Mapping[str, str]) -> str:
    marks = ""
    for i, row in enumerate(rows, 1):
        here = [spot for spot in row.spots if spot.page == number]
        marks += "".join(_mark(i, row, spot, shown, named=n == 0) for n, spot in enumerate(here))
    source = b64encode(data).decode("ascii")
    name = say["page"].replace("{n}", str(number))
    return (
        f'<figure id="page-{number}"><figcaption>{name}</figcaption><div class=sheet>'
        f'<img alt="{name}" src="data:image/png;base64,{source}">{marks}</div></figure>'
    )


def _mark(index: int, row: Row, spot: Spot, shown: ShownPage, *, named: bool) -> str:
    """A box over the page, in per cent of it, with the finding's number on the first."""
    left, top = (spot.x_mm + shown.x) / shown.width, (spot.y_mm + shown.y) / shown.height
    wide, high = spot.width_mm / shown.width, spot.height_mm / shown.height
    box = ";".join(
        f"{name}:{100 * value:.2f}%"
        for name, value in (("left", left), ("top", top), ("width", wide), ("height", high))
    )
    number = f"<b>{index}</b>" if named else ""
    return (
        f'<a class="mark {_kind(row)}" data-n={index} href="#finding-{index}" style="{box}" '
        f'title="{escape(row.fact)}">{number}</a>'
    )


def _row(index: int, row: Row, say: Mapping[str, str]) -> str:
    kind = _kind(row)
    pages = sorted({spot.page for spot in row.spots})
    at = ", ".join(f'<a href="#page-{n}">{say["page"].replace("{n}", str(n))}</a>' for n in pages)
    where = " · ".join(part for part in (escape(row.where), at) if part)
    reason = f"<p class=reason>{say['accepted']}: {escape(row.accepted)}</p>" if row.accepted else ""
    return (
        f'<li id="finding-{index}" class="{kind}" data-n={index} data-kind="{kind}" '
        f'data-code="{escape(row.code)}">'
        f"<b>{index}</b><div><p class=fact>{escape(row.fact)}</p><p class=fix>{escape(row.fix)}</p>{reason}"
        f"<p class=where>{where}<code>{escape(row.code)}</code></p></div></li>"
    )
