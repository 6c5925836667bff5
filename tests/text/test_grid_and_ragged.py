"""Lines that are not flush: the strict grid of manuscript paper (clreq #id119), and ragged ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest

from reportpdf.text.radicals import UNIFIED
from tests.text.typesetting import AS_DELIVERED, advances, line_text, set_text

CELLS = replace(AS_DELIVERED, cells=True)
RAGGED = replace(AS_DELIVERED, justify=False)
COPY = "国家，“美丽”GDP中国 Hello world，你好2024年12月·李/王——好……吧！！国国"


@pytest.mark.parametrize("measure", [8, 10, 13, 20])
def test_every_han_character_of_a_grid_stands_in_a_cell(measure: int) -> None:
    for line in set_text(COPY, measure, CELLS).lines:
        places = [0.0, *accumulate(advances(line))]
        for cluster, at in zip(line.clusters, places, strict=False):
            if cluster.text.isalpha() and not cluster.text.isascii():
                assert at == pytest.approx(round(at), abs=1e-9), line_text(line)


def test_a_word_of_a_grid_has_white_on_both_sides() -> None:
    word = next(c for c in set_text(COPY, 20, CELLS).lines[0].clusters if c.text == "GDP")
    natural = set_text("GDP", 20).lines[0].clusters[0].advance
    assert word.advance == 3
    assert word.glyphs[0].dx == pytest.approx((3 - natural) / 2)


@pytest.mark.parametrize("measure", [8, 13])
def test_the_glyphs_of_a_grid_move_the_pen_as_far_as_their_clusters(measure: int) -> None:
    # a painter goes by the glyphs
    for line in set_text(COPY, measure, CELLS).lines:
        for cluster in line.clusters:
            assert sum(g.advance for g in cluster.glyphs) == pytest.approx(cluster.advance), cluster.text


@pytest.mark.parametrize("measure", [6, 7.4, 9, 12.5])
def test_ragged_lines_are_neither_opened_nor_squeezed(measure: float) -> None:
    for line in set_text(COPY, measure, RAGGED).lines:
        assert line.tracking == 0
        assert line.width <= measure + 1e-9


def test_a_ragged_line_takes_whatever_fits() -> None:
    assert set_text("国国国，国国，国国国国国国国", 6.5, RAGGED).texts[0] == "国国国，国国，"


def test_ragged_text_has_no_orphan_where_the_line_above_can_spare_a_letter() -> None:
    assert set_text("国" * 13, 6, RAGGED).texts == ["国" * 6, "国" * 5, "国国"]


def test_radicals_are_never_characters_and_their_characters_never_radicals() -> None:
    assert all("\u2e80" <= radical <= "\u2fd5" for radical in UNIFIED)
    assert all("\u3400" <= character <= "\u9fff" for character in UNIFIED.values())
    assert (UNIFIED["⽤"], UNIFIED["⻓"], UNIFIED["⿕"]) == ("用", "长", "龠")
