"""All rules about words, one row a code, and what they find in a report.

Comes in: a report, a bureau's word list, and the codes that are off. Goes out: what is wrong, in reading
order. A rule may make problems of several codes; it runs once, and what is off is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.check.copy import (
    captions,
    confusables,
    dates,
    digits,
    facts,
    figures,
    imprint,
    marks,
    pairs,
    particles,
    people,
    repeats,
    sums,
    terms,
    units,
)
from reportpdf.check.copy.words import Copy, Rule, copy_of
from reportpdf.check.finding import Noted
from reportpdf.model.report import Report
from reportpdf.model.terms import NO_TERMS, Terms


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A code, the rule that makes it, where the rule is from, and whether it is on by default."""

    code: str
    rule: Rule
    source: str
    on: bool = True


_ROWS = (
    # Marks
    CopyRow("copy-half-width", marks.set_otherwise, "GB/T 15834-2011 5.1; clreq #id77"),
    CopyRow("copy-ellipsis", marks.set_otherwise, "GB/T 15834-2011 4.11"),
    CopyRow("copy-dash", marks.set_otherwise, "GB/T 15834-2011 4.10"),
    CopyRow("copy-full-width-digit", marks.set_otherwise, "GB/T 15835-2011 5.1"),
    CopyRow("copy-full-width-letter", marks.set_otherwise, "clreq 3.2.2"),
    CopyRow("copy-space", marks.set_otherwise, "choice"),
    CopyRow("copy-invisible", marks.set_otherwise, "Unicode: default ignorable"),
    CopyRow("copy-private-use", marks.set_otherwise, "GB 18030-2022"),
    CopyRow("copy-radical", marks.set_otherwise, "Unicode: Kangxi radicals, CJK radicals supplement"),
    CopyRow("copy-marks-doubled", marks.doubled, "GB/T 15834-2011 4.1 to 4.7"),
    CopyRow("copy-mark-first", marks.at_edges, "GB/T 15834-2011 5.1.1"),
    CopyRow("copy-mark-last", marks.at_edges, "GB/T 15834-2011 5.1.1"),
    CopyRow("copy-unstopped", marks.unstopped, "GB/T 15834-2011 4.1"),
    CopyRow("copy-title-stop", marks.titles_end, "GB/T 15834-2011 B.4"),
    CopyRow("copy-pause-between", marks.between_quotes, "GB/T 15834-2011 4.5.3.5"),
    CopyRow("copy-et-cetera", marks.et_cetera, "GB/T 15834-2011 B.1.2, B.2"),
    CopyRow("copy-ordinal", marks.ordinals, "GB/T 15834-2011 4.4.3.3, B.3"),
    CopyRow("copy-unpaired", pairs.unpaired, "GB/T 15834-2011 4.8, 4.9, 4.15"),
    CopyRow("copy-nested", pairs.unpaired, "GB/T 15834-2011 4.8, 4.9, 4.15"),
    # Characters and words
    CopyRow("copy-repeated", repeats.characters, "choice"),
    CopyRow("copy-repeated-phrase", repeats.phrases, "choice"),
    CopyRow("copy-wrong-character", confusables.wrong_characters, "each row of confusables.WRONG"),
    CopyRow("copy-variant", confusables.variants, "GF 1001-2001"),
    CopyRow("copy-particle", particles.particles, "现代汉语词典 (7)"),
    CopyRow("copy-phrase", particles.phrases, "each row of particles.PHRASES"),
    CopyRow("terms-preferred", terms.preferred, "terms.yaml"),
    CopyRow("terms-forbidden", terms.forbidden, "terms.yaml"),
    CopyRow("terms-name", terms.names, "terms.yaml"),
    # Digits and units
    *(CopyRow(code, digits.written, f"GB/T 15835-2011 {clause}") for code, clause in digits.CODES),
    CopyRow("digits-about-twice", digits.approximated_twice, "choice"),
    CopyRow("digits-mixed", digits.mixed, "GB/T 15835-2011 4.3"),
    CopyRow("digits-large", digits.large, "GB/T 15835-2011 4.3"),
    CopyRow("digits-grouped", digits.grouped, "GB/T 15835-2011 5.1.1"),
    CopyRow("copy-unit", units.units, "法定计量单位 (1984); GB 3100-1993"),
    # Dates
    CopyRow("date-impossible", dates.impossible, "GB/T 7408-2005"),
    CopyRow("date-weekday", dates.weekdays, "GB/T 7408-2005"),
    CopyRow("date-of-day", dates.fixed_days, "each row of dates.FIXED"),
    CopyRow("date-hour", dates.hours, "GB/T 7408-2005"),
    CopyRow("date-backward", dates.spans, "choice"),
    # Figures
    CopyRow("figure-missing", figures.figures, "校异同: figure and text"),
    CopyRow("figure-unit", figures.figures, "校异同: figure and text"),
    CopyRow("figure-bound", figures.figures, "校异同: figure and text"),
    CopyRow("figure-rounded", figures.figures, "校异同: figure and text"),
    CopyRow("figure-direction", figures.figures, "校异同: figure and text"),
    CopyRow("figure-style", figures.style, "GB/T 15835-2011 4.3"),
    CopyRow("figure-no-unit", figures.style, "GB/T 15835-2011 4.3"),
    CopyRow("quote-not-in-text", figures.quotations, "校异同: quotation and text"),
    CopyRow("fact-two-values", facts.contradictions, "校是非: one fact, one value"),
    CopyRow("sum-wrong", sums.totals, "arithmetic"),
    CopyRow("sum-wrong", sums.rates, "arithmetic"),
    CopyRow("sum-wrong", sums.shares, "arithmetic"),
    CopyRow("sum-over-all", sums.shares, "arithmetic"),
    CopyRow("sum-direction", sums.directions, "arithmetic"),
    CopyRow("sum-over-whole", sums.wholes, "arithmetic"),
    CopyRow("sum-percent", sums.changes, "arithmetic"),
    CopyRow("sum-percent", sums.rates, "arithmetic"),
    CopyRow("sum-count", sums.counted, "arithmetic"),
    # Photos and people
    CopyRow("caption-missing", captions.missing, "choice"),
    CopyRow("caption-no-credit", captions.missing, "著作权法 art. 10 (2)"),
    CopyRow("caption-none-credited", captions.missing, "著作权法 art. 10 (2)"),
    CopyRow("caption-time", captions.vague_times, "choice: a caption says when"),
    CopyRow("caption-twice", captions.twice, "choice"),
    CopyRow("photo-used-twice", captions.twice, "choice"),
    CopyRow("name-two-ways", people.spelt_two_ways, "choice"),
    CopyRow("name-twice", people.twice_in_byline, "choice"),
    # Issues for inside use
    CopyRow("imprint-missing", imprint.required, "内部资料性出版物管理办法 art. 14"),
    CopyRow("imprint-statement", imprint.required, "内部资料性出版物管理办法 art. 14"),
    CopyRow("imprint-press-word", imprint.press_words, "内部资料性出版物管理办法 art. 14"),
    CopyRow("imprint-price", imprint.prices, "内部资料性出版物管理办法 art. 15"),
)

COPY_ROWS: tuple[CopyRow, ...] = _ROWS
"""Every code of a rule about words. ``photo-alike`` is not among them: it needs hashes of photos."""

COPY_CODES = tuple(dict.fromkeys(row.code for row in COPY_ROWS))


def copy_findings(
    report: Report, terms: Terms | None = None, off: frozenset[str] = frozenset()
) -> tuple[Noted, ...]:
    """What is wrong with the words of a report, in reading order, without the codes that are off."""
    copy = copy_of(report, terms or NO_TERMS)
    wanted = {row.code for row in COPY_ROWS if row.on} - off
    rules = dict.fromkeys(row.rule for row in COPY_ROWS if row.code in wanted)
    found = [noted for rule in rules for noted in rule(copy) if noted.problem.code in wanted]
    order = _order(copy)
    return tuple(sorted(found, key=lambda noted: (*_position(noted, order), noted.problem.code)))


def _order(copy: Copy) -> dict[int, int]:
    return {id(passage.text): i for i, passage in enumerate(copy.passages)}


def _position(noted: Noted, order: dict[int, int]) -> tuple[int, int, int]:
    """Where it stands: by the file, then by the text; what has no place comes first."""
    place = noted.problem.place
    line = place.line if place else 0
    return line, order.get(id(noted.text), 0), noted.offset
