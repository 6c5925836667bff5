"""An edition of the sample and the base of its copies, for the tests of copies and of tracing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from reportpdf.dispatch.codes import new_code
from reportpdf.dispatch.copies import CopyBase, prepare_base
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.editions import Made, make_edition
from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import Document
from reportpdf.painting import Making
from reportpdf.press.edition import Purpose
from reportpdf.source.fonts import FontShelf, bundled_fonts_dir
from reportpdf.source.wanted import Asked
from reportpdf.sources import read_sources

NAMES = ("滨州市公安局交通警察支队", "无棣县公安局棣丰派出所", "Airport Division", "")


@dataclass(frozen=True)
class Master:
    """What copies are made of."""

    base: CopyBase
    made: Made
    document: Document


def master(
    folder: Path,
    report: Path,
    theme: str = "newspaper",
    format_name: str = "a4",
    asked: Asked | None = None,
    names: tuple[str, ...] = NAMES,
) -> Master:
    """The base of the report's copies, in ``folder``."""
    date = datetime(2026, 1, 2, tzinfo=UTC)
    sources = read_sources(report, theme, format_name, None, asked or Asked((Purpose.SCREEN,)), date)
    document = lay_out(
        sources.report, sources.pictures, sources.theme, sources.format, sources.fonts, sources.goal
    ).document
    imposition = asked.imposition if asked else None
    making = Making(folder / "cache", imposition, allowed=("all",))
    made = make_edition(sources.editions[0], sources, document, making, lambda *_: None)
    words = [(name, f"{name} 内部资料") for name in names]
    fonts = FontShelf((), bundled_fonts_dir())
    base = prepare_base(made.data, document, made.edition, fonts, words, folder / "base.pdf")
    return Master(base, made, document)


def marked(name: str = NAMES[0], number: int = 3, *, seed: int = 1, watermark: bool = False) -> CopyMark:
    """A copy's mark, with a code of its own."""
    code = new_code(Random(f"{name} {number} {seed}").randbytes)
    return CopyMark(name, number, 12, code, f"{name} 内部资料" if watermark else "", True, "zh")
