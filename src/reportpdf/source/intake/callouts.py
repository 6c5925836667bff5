"""Paragraphs of one section become its callouts; what has no figure is joined or asked about.

In: paragraphs, one after the other. Out: callouts with their questions. Certain are figures that the
manuscript marks (``**23项**——…``, a head or a line that is a figure); every other is a question.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportpdf.base.problem import Place, problem
from reportpdf.source.excerpt import brief
from reportpdf.source.intake.marks import plain, unmarked, words_of
from reportpdf.source.intake.numerals import figure_count, first_figure, is_figure
from reportpdf.source.intake.records import DraftCallout
from reportpdf.source.limits import MAX_FIGURE

_DASH = r"\s*(?:——+|—|──|－－|–|--)\s*"
_MARKED = re.compile(
    rf"\*\*(?P<figure>(?:[^*]|\\\*)+?)(?:\*\*{_DASH}|{_DASH}\*\*|\*\*\s*[:：]\s*|[:：]\*\*\s*)(?P<text>\S.*)$",
    re.DOTALL,
)
_BOLD_LEAD = re.compile(r"\*\*(?P<figure>[^*]+)\*\*\s*(?P<text>\S.*)$", re.DOTALL)
_DASHED = re.compile(r"(?P<figure>[^，,。；;：:*—]{1,20}?)(?:——+|──|－－)\s*(?P<text>\S.{7,})$", re.DOTALL)
_CLAUSE = re.compile(r"[^，,。；;：:！？\n]+")
_ORDINAL = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])\s*")
_SHORT_CLAUSE = 12
"""Characters of words that stand in for a figure."""


def split_marked(text: str) -> tuple[str, str]:
    """Figure and text of a paragraph whose figure is marked as one; empty if it is not."""
    found = _MARKED.match(text)
    if found and len(words_of(found["figure"])) <= MAX_FIGURE:
        return found["figure"].strip(), found["text"]
    for pattern in (_BOLD_LEAD, _DASHED):
        found = pattern.match(text)
        if found and is_figure(words_of(found["figure"])):
            return found["figure"].strip(), found["text"]
    return "", ""


class CalloutsInMaking:
    """The callouts of one section so far."""

    def __init__(self) -> None:
        self.made: list[DraftCallout] = []
        self._figure: tuple[str, Place] | None = None
        """A figure that stands alone, its text to come."""

        self._head = ""
        """A head inside the section, for the callout to come."""

        self._held: list[str] = []
        """Paragraphs that wait for the callout to come."""

        self._held_at: Place | None = None

    def take_figure(self, figure: str, place: Place) -> None:
        """A head or a line that is a figure and nothing else: the next paragraph is its text."""
        self._settle_figure()
        self._figure = figure, place

    def take_head(self, words: str, place: Place) -> None:
        """A head that is no figure: what it stood over before is complete."""
        self._settle_figure()
        self._settle_held()
        self._head, self._held_at = words, place

    def take_marked(self, figure: str, text: str, place: Place) -> None:
        """A paragraph whose figure is marked."""
        self._settle_figure()
        self._add(DraftCallout(unmarked(figure), text, place))

    def take_paragraph(self, text: str, place: Place, *, marked: bool) -> None:
        """Any other paragraph; ``marked``: the manuscript marks its figures, so this one has none."""
        if self._figure is not None:
            (figure, _), self._figure = self._figure, None
            self._add(DraftCallout(unmarked(figure), text, place))
            return
        words = words_of(text)
        figure = "" if marked else first_figure(words)
        if figure:
            count = figure_count(words)
            code = "ask-figure-only" if count == 1 else "ask-figure-first"
            ask = problem(code, place, figure=figure, count=count)
            self._add(DraftCallout(plain(figure), text, place, (ask,)))
        elif self.made and not self._head and not self._held:
            last = self.made[-1]
            ask = problem("ask-joined", place, words=brief(words, 16))
            self.made[-1] = replace(last, text=f"{last.text}\n{text}", asks=(*last.asks, ask))
        else:
            self._held.append(text)
            self._held_at = self._held_at or place

    @property
    def waits(self) -> bool:
        """Whether a figure's text is to come."""
        return self._figure is not None

    @property
    def ends_in_colon(self) -> bool:
        """Whether the last paragraph announces a list."""
        return bool(self.made) and not self._held and self.made[-1].text[-1] in "：:"

    def go_on(self, text: str) -> None:
        """One more paragraph of the last callout."""
        self.made[-1] = replace(self.made[-1], text=f"{self.made[-1].text}\n{text}")

    def add(self, callout: DraftCallout) -> None:
        """A callout that is ready, from a table."""
        self._settle_figure()
        self._add(callout)

    def finish(self) -> tuple[DraftCallout, ...]:
        """All of them."""
        self._settle_figure()
        self._settle_held()
        return tuple(self.made)

    def _settle_figure(self) -> None:
        """A figure whose text never came is words like any other."""
        if self._figure is not None:
            (figure, place), self._figure = self._figure, None
            self.take_paragraph(figure, place, marked=True)

    def _settle_held(self) -> None:
        """Paragraphs that no figure came for stand under their head, or under their own first words."""
        if not self._held and not self._head:
            return
        place = self._held_at or Place("")
        head = unmarked(self._head)
        clause = _CLAUSE.match(words_of(self._held[0])) if self._held else None
        figure = _ORDINAL.sub("", head) or (clause[0].strip() if clause else "")
        parts = [part for part in (self._head, *self._held) if part]
        if len(figure) > _SHORT_CLAUSE or not self._held:
            figure = figure[:_SHORT_CLAUSE]
        elif head:
            parts = self._held
        ask = problem("ask-no-figure", place, figure=figure)
        self.made.append(DraftCallout(plain(figure or "…"), "\n".join(parts), place, (ask,)))
        self._head, self._held, self._held_at = "", [], None

    def _add(self, callout: DraftCallout) -> None:
        parts = [part for part in (self._head, *self._held) if part]
        if parts:
            ask = problem("ask-joined", self._held_at, words=brief(words_of(parts[0]), 16))
            text = "\n".join((*parts, callout.text))
            callout = replace(callout, text=text, asks=(*callout.asks, ask))
            self._head, self._held, self._held_at = "", [], None
        self.made.append(callout)
