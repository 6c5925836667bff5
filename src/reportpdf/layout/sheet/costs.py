"""What the search for a page weighs, in one table. Lines are steps of the baseline grid.

The first column of weights is the look's own; the rest were chosen by looking at pages [choice].
"""

from __future__ import annotations

WHITE = 3.0
WHITE_POWER = 1.3
"""White lines at the foot of a column of text cost ``WHITE`` x lines to this power."""

FLEX = 0.6
"""A line of flex that is used: a gap opened, a hero given a line."""

SHAPE = 4.0
"""A frame's distance from 3:2, as |ln|."""

CROPPED = 14.0
"""The share of a photo that its frame hides."""

CUT = 220.0
"""The share that is hidden beyond what the look allows."""

OUT_OF_SHAPE = 30.0
"""A frame beyond the look's aspects, as |ln|."""

NARROW = 4.0
"""A photo narrower than three units."""

AS_LARGE = 7.0
"""A photo that stands alone in a cell as large as a lead's."""

LONG_CAPTION = 1.0
"""Each line of a caption after the second."""

UNEVEN = 1.5
"""Photos of a row in frames of unlike width."""

SEAM = 12.0
"""A vertical seam that continues that of the band above: bricks break joint."""

TOUCHING = 6.0
"""Photos over photos across the gap of two bands."""

LEAD_LATE = 40.0
"""The lead photo not in the first band, or not alone in its cell."""

LEFT_OVER = 6.0
"""A line left over at the foot of the page."""

DROPPED = 150.0
"""A photo that finds no place: worse than any shape, better than white without end."""

SMALL_HEAD = 6.0
"""Each size that a vertical head goes down."""

ACROSS_HEAD = 25.0
"""A head that lies where others stand."""

BAND = 2.0
"""Each band: few are calmer than many."""

HEADLINE_AIR = 1.0
"""A line more over the headline."""

THIN = 2.0
"""Each column of a block for which there is no callout after the hero: text spread too thin."""

SHORT_BLOCK = 0.5
"""Each line by which a block is lower than :data:`LOW_BLOCK`."""

LOW_BLOCK = 22

TALL_BLOCK = 0.8
"""Each line by which a block is higher than :data:`HIGH_BLOCK`: a page of towers has no bands."""

HIGH_BLOCK = 36

PILED = 7.0
"""Each row of photos over others in one cell, after the second."""

NEARLY_LEVEL = 5.0
"""Photos at the feet of neighbours that begin a few lines apart."""

NOT_HOME = 0.8
"""Each section between a photo and the band it stands in."""
