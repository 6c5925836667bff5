"""Which blocks of a manuscript are its title and the heads of its sections.

In: the blocks. Out: answers, by the heads' levels and, where there are none, by what stands first.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportpdf.source.intake.bylines import read_byline
from reportpdf.source.intake.callouts import split_marked
from reportpdf.source.intake.marks import words_of
from reportpdf.source.intake.numerals import is_figure
from reportpdf.source.intake.plain import LONGEST_HEAD
from reportpdf.source.intake.records import Block, Kind, Words
from reportpdf.source.limits import MAX_TITLE


def take_title(blocks: list[Block]) -> Words | None:
    """The manuscript's title, taken out: a head alone at the top level, else a short first line."""
    heads = [b for b in blocks if isinstance(b, Words) and b.kind is Kind.HEAD]
    at = next((i for i, b in enumerate(blocks) if isinstance(b, Words)), -1)
    first = blocks[at] if at >= 0 else None
    if not isinstance(first, Words):
        return None
    if heads and heads[0] is first:
        alone = sum(1 for head in heads if head.level <= first.level) == 1
        return _out(blocks, at) if alone else None
    short = len(words_of(first.text)) <= LONGEST_HEAD and words_of(first.text)[-1:] not in "。；，："
    if first.kind is Kind.TEXT and short and not split_marked(first.text)[0] and not read_byline(first.text):
        return _out(blocks, at) if len(blocks) > 1 and not is_figure(words_of(first.text)) else None
    return None


def has_marked(blocks: Iterable[Block]) -> bool:
    """Whether any paragraph has a figure that is marked as one."""
    return any(isinstance(block, Words) and bool(split_marked(block.text)[0]) for block in blocks)


def begins_section(block: Words, level: int) -> bool:
    """Whether a block is a section's head."""
    return block.kind is Kind.HEAD and 0 < block.level <= level and len(block.text) <= MAX_TITLE


def _out(blocks: list[Block], at: int) -> Words:
    taken = blocks.pop(at)
    assert isinstance(taken, Words)
    return taken


def section_level(blocks: Iterable[Block]) -> int:
    """The level of the heads that begin sections, 0 where there are none: a head that is a figure is none."""
    levels = [
        block.level
        for block in blocks
        if isinstance(block, Words) and block.kind is Kind.HEAD and not is_figure(words_of(block.text))
    ]
    return max(1, min(levels)) if levels else 0
