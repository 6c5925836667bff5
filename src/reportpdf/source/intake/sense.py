"""Manuscripts become the draft of a report: title, byline, lede, sections, callouts, captions.

In: the blocks of each manuscript in turn; the first gives title, byline and lede. Out: a :class:`Draft`
that holds every word: what has no place in a report is a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.source.intake.bylines import read_byline
from reportpdf.source.intake.callouts import split_marked
from reportpdf.source.intake.heads import begins_section, has_marked, section_level, take_title
from reportpdf.source.intake.marks import plain, unmarked, words_of
from reportpdf.source.intake.numerals import first_figure, is_figure
from reportpdf.source.intake.order import settle_order
from reportpdf.source.intake.plain import LONGEST_HEAD
from reportpdf.source.intake.records import (
    Block,
    Draft,
    DraftPhoto,
    Grid,
    Image,
    Kind,
    Manuscript,
    Words,
)
from reportpdf.source.intake.sections import SectionInMaking
from reportpdf.source.limits import MAX_TITLE

_ORDINAL = re.compile(
    r"(?:第[一二三四五六七八九十百]+[章节部分篇]+[、:：]?|[一二三四五六七八九十]+、|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[、.．])\s*"
)
_DATELINE = re.compile(r"[（(][^（()）]{2,30}[)）]|\d{4}年\d{1,2}月(?:\d{1,2}日)?")
"""What stands under an official document's title: its date, or that it is a draft."""


def draft_report(manuscripts: Sequence[Manuscript]) -> Draft:
    """The report that the manuscripts make together."""
    drafting = _Drafting()
    for manuscript in manuscripts:
        drafting.take(manuscript)
    return drafting.finish()


class _Drafting:
    """The report so far."""

    def __init__(self) -> None:
        self._title = ""
        self._byline: list[tuple[str, tuple[str, ...]]] = []
        self._lede: list[str] = []
        self._sections: list[SectionInMaking] = []
        self._before: list[DraftPhoto] = []
        """Captions and photos that stand before the first section."""

        self._asks: list[Problem] = []
        self._ordinals = 0
        self._first = True
        self._open = False
        """A section of the manuscript at hand has begun."""

    def take(self, manuscript: Manuscript) -> None:
        """One manuscript's blocks."""
        blocks = list(manuscript.blocks)
        self._open = False
        title = take_title(blocks)
        level = section_level(blocks)
        if title is not None and (self._first or level):
            self._name(title)
        elif title is not None:  # of a further manuscript without heads: it is a section
            self._begin(unmarked(title.text), title.place)
        if not level and not self._open:
            self._without_heads(blocks, manuscript, has_marked(blocks))
        else:
            self._open_sections(blocks, level)
        self._first = False

    def _open_sections(self, blocks: list[Block], level: int) -> None:
        """Block after block; in a section that marks its figures, short lines without one are captions."""
        starts = [i for i, b in enumerate(blocks) if isinstance(b, Words) and begins_section(b, level)]
        for start, end in zip([0, *starts], [*starts, len(blocks)], strict=True):
            # what stands before the first section is read as all the manuscript is
            marked = has_marked(blocks[start:end] if start in starts or not starts else blocks)
            for block in blocks[start:end]:
                self._block(block, level, marked)

    def finish(self) -> Draft:
        """The draft, its captions in the sections where they belong by order."""
        if not self._title and self._sections:
            place = self._sections[0].place
            self._title = plain(_stem(place.file))
            self._asks.append(problem("ask-no-title", place, title=self._title))
        sections = [section.finish() for section in self._sections]
        if self._before and sections:
            first = sections[0]
            sections[0] = replace(first, photos=(*self._before, *first.photos))
        preceding = bool(self._before) and bool(sections) and not self._sections[-1].trailing
        sections = settle_order(sections, [s.trailing for s in self._sections], preceding)
        kept = [s for s in sections if s.callouts or s.photos]
        if self._ordinals:
            self._asks.append(problem("ask-ordinal", None, count=self._ordinals))
        if numbers := sum(section.numbers for section in self._sections):
            self._asks.append(problem("ask-numbers", None, count=numbers))
        bare = [
            problem("ask-bare-head", s.place, words="\n".join((s.title, s.quote)).strip())
            for s in sections
            if s not in kept
        ]
        return Draft(
            self._title, tuple(self._byline), "\n".join(self._lede), tuple(kept), (*self._asks, *bare)
        )

    def _name(self, title: Words) -> None:
        """The report's title; that of a further manuscript has no place."""
        words = unmarked(title.text)
        if self._first and len(words) <= MAX_TITLE:
            self._title = words
        elif words != self._title:
            self._unplaced(title)

    def _unplaced(self, words: Words) -> None:
        self._asks.append(problem("ask-not-placed", words.place, words=words_of(words.text)))

    def _begin(self, title: str, place: Place) -> SectionInMaking:
        self._sections.append(SectionInMaking(title, place))
        self._open = True
        return self._sections[-1]

    def _implied(self, place: Place) -> SectionInMaking:
        """A section that no head begins: it has the report's title, and asks for its own."""
        section = self._begin(self._title.split("\n")[0] or plain(_stem(place.file)), place)
        section.asks.append(problem("ask-no-heads", place))
        return section

    def _without_heads(self, blocks: list[Block], manuscript: Manuscript, marked: bool) -> None:
        """A manuscript without sections: a byline, a first paragraph as the lede, the rest one section."""
        while blocks and isinstance(blocks[0], Words) and self._opening(blocks[0], len(blocks) > 1, marked):
            del blocks[0]
        if not blocks:
            return
        place = getattr(blocks[0], "place", Place(manuscript.shown))
        self._implied(place)
        for block in blocks:
            self._block(block, 0, marked)

    def _opening(self, words: Words, more: bool, marked: bool) -> bool:
        """Whether a block before any section was taken as byline or lede."""
        if words.kind is not Kind.TEXT or split_marked(words.text)[0] or is_figure(words_of(words.text)):
            return False
        if self._take_byline(words):
            return True
        if self._lede or not self._first or not more:
            return False
        if not marked and len(words.text) <= LONGEST_HEAD and first_figure(words_of(words.text)):
            return False
        self._lede.append(words.text)
        return True

    def _take_byline(self, words: Words) -> bool:
        found = read_byline(words_of(words.text))
        self._byline += [entry for entry in found if entry not in self._byline]
        return bool(found)

    def _block(self, block: Block, level: int, marked: bool) -> None:
        """One block, in the section that is open or before all of them."""
        if isinstance(block, Words) and begins_section(block, level):
            self._section(block)
        elif self._open:
            if not (isinstance(block, Words) and block.kind is Kind.TEXT and self._take_byline(block)):
                self._sections[-1].take(block, marked)
        elif isinstance(block, Words):
            self._before_sections(block, marked)
        elif isinstance(block, Image):
            self._photo_before(block)
        elif isinstance(block, Grid):
            self._implied(block.place).take(block, marked)

    def _section(self, head: Words) -> None:
        """A section with its title; the ordinal before it is the layout's to set."""
        words = unmarked(head.text)
        title = _ORDINAL.sub("", words, count=1) or words
        self._begin(title, head.place)
        self._ordinals += title != words

    def _photo_before(self, image: Image) -> None:
        self._before.append(DraftPhoto(image.place, image, unmarked(image.caption)))

    def _before_sections(self, words: Words, marked: bool) -> None:
        """Byline, subtitle, lede, captions; in a further manuscript what the report has already is asked."""
        text = words_of(words.text)
        if words.kind is Kind.TEXT and self._take_byline(words):
            return
        photo = SectionInMaking.as_caption(words, marked and bool(self._lede))
        if split_marked(words.text)[0]:
            self._implied(words.place).take(words, marked)
        elif (
            self._before
            and self._before[-1].image
            and not self._before[-1].caption
            and (found := SectionInMaking.as_caption(words, True))
        ):
            self._before[-1] = replace(self._before[-1], caption=found.caption, credit=found.credit)
        elif photo is not None:
            ask = problem("ask-caption-first", words.place)
            self._before.append(replace(photo, asks=(*photo.asks, ask)))
        elif self._first and not self._lede and text.startswith(("——", "──")) and len(text) <= LONGEST_HEAD:
            self._title += "\n" + unmarked(words.text)
        elif not self._lede and _DATELINE.fullmatch(text):
            self._unplaced(words)
        elif self._first:
            self._lede.append(f"{words.number}{words.text}")
        else:
            self._unplaced(words)


def _stem(shown: str) -> str:
    return shown.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or shown
