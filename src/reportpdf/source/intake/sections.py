"""The blocks of one section become its callouts, photos and quote.

In: blocks, one after the other. Out: a :class:`DraftSection`, and how many of its captions stand at its
end, where order alone says whose they are.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.problem import Place, Problem
from reportpdf.source.intake.callouts import CalloutsInMaking, split_marked
from reportpdf.source.intake.captions import LONGEST, may_be_one, says_it_is_one, split_credit
from reportpdf.source.intake.marks import words_of
from reportpdf.source.intake.numerals import is_figure
from reportpdf.source.intake.records import Block, DraftPhoto, DraftSection, Grid, Image, Kind, Words
from reportpdf.source.intake.tables import callouts_of
from reportpdf.source.limits import MAX_FIGURE, MAX_WORD


class SectionInMaking:
    """One section so far."""

    def __init__(self, title: str, place: Place) -> None:
        self.title = title
        self.place = place
        self.asks: list[Problem] = []
        self.trailing = 0
        """Captions since the last callout that no photo stands beside."""

        self.numbers = 0
        """Of list items, left out where each item is a callout."""

        self._listing = False
        self._callouts = CalloutsInMaking()
        self._photos: list[DraftPhoto] = []
        self._quote = ""
        self._loose: DraftPhoto | None = None
        """A caption just before, which the next photo may be of."""

    def take(self, block: Block, marked: bool) -> None:
        """One block; ``marked``: the manuscript marks its figures, so that short loose lines are captions."""
        if isinstance(block, Image):
            self._image(block)
        elif isinstance(block, Grid):
            self._grid(block, marked)
        elif isinstance(block, Words):
            self._words(block, marked)

    @staticmethod
    def as_caption(words: Words, loose: bool) -> DraftPhoto | None:
        """A photo yet to come, if the words are a caption: by style, sign or credit; ``loose``: by length."""
        certain = words.kind is Kind.CAPTION or (words.kind is Kind.TEXT and says_it_is_one(words.text))
        if not certain and not (loose and words.kind is Kind.TEXT and may_be_one(words.text)):
            return None
        caption, credit = split_credit(words.text)
        return DraftPhoto(words.place, caption=caption, credit=credit)

    def finish(self) -> DraftSection:
        """The section with everything that was taken."""
        callouts = self._callouts.finish()
        return DraftSection(
            self.title, self.place, callouts, tuple(self._photos), self._quote, tuple(self.asks)
        )

    def _image(self, image: Image) -> None:
        """A picture, with its own caption or the one that stands just before it."""
        if self._loose is not None and not image.caption:
            self._photos[-1] = replace(self._loose, image=image)
            self.trailing -= 1
        else:
            caption, credit = split_credit(image.caption)
            self._photos.append(DraftPhoto(image.place, image, caption, credit))
            self.trailing = 0  # what stands before a photo is nobody's end
        self._loose = None

    def _grid(self, grid: Grid, marked: bool) -> None:
        for row in callouts_of(grid):
            if isinstance(row, str):
                self._callouts.take_paragraph(row, grid.place, marked=marked)
            else:
                self._callouts.add(row)
        self._ended()

    def _words(self, words: Words, marked: bool) -> None:
        plain_words = words_of(words.text)
        figure, text = split_marked(words.text)
        if figure:
            self._callouts.take_marked(figure, text, words.place)
        elif words.kind is Kind.HEAD:
            self._subhead(words, plain_words)
        elif is_figure(plain_words) and words.kind is not Kind.CAPTION:
            self._callouts.take_figure(words.text, words.place)
        elif words.kind is Kind.QUOTE and not self._quote and len(words.text) <= MAX_WORD:
            self._quote = words.text
        elif not self._callouts.waits and self._caption(words, marked):
            return
        else:
            self._paragraph(words, marked)
        self._ended()

    def _paragraph(self, words: Words, marked: bool) -> None:
        """A paragraph or a list item. A list under a text that ends in a colon is part of that text."""
        item = words.kind is Kind.ITEM
        self._listing = item and marked and (self._listing or self._callouts.ends_in_colon)
        if self._listing:
            self._callouts.go_on(words.number + words.text)
            return
        self.numbers += bool(words.number)
        self._callouts.take_paragraph(words.text, words.place, marked=marked)

    def _subhead(self, words: Words, plain_words: str) -> None:
        """A head inside a section: a figure if it is one, else the strong beginning of what follows."""
        if is_figure(plain_words) or (len(plain_words) <= MAX_FIGURE and plain_words[:1].isdigit()):
            self._callouts.take_figure(words.text, words.place)
            return
        strong = words.text if "*" in words.text else f"**{words.text}**"
        self._callouts.take_head(strong, words.place)

    def _caption(self, words: Words, marked: bool) -> bool:
        """Whether the words were taken as a caption: of the photo just before, or of one to come."""
        beside = bool(self._photos) and self._photos[-1].image is not None and not self._photos[-1].caption
        beside = beside and len(words_of(words.text)) <= LONGEST
        photo = self.as_caption(words, marked or beside)
        if photo is None:
            return False
        if beside:
            self._photos[-1] = replace(self._photos[-1], caption=photo.caption, credit=photo.credit)
            self._loose = None
        else:
            self._photos.append(photo)
            self._loose = photo
            self.trailing += 1
        return True

    def _ended(self) -> None:
        """A callout came: captions before it are this section's, and wait for no photo."""
        self.trailing = 0
        self._loose = None
