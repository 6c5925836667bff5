"""How much is read, and how large one piece may be: the bounds of every file that people write.

A report is a page or a hundred; whatever is far beyond that is a wrong file or an attack, and is
refused with the number. Chosen by this project, with room to spare over a thousand bodies of text.
"""

from __future__ import annotations

MAX_BYTES = 16 * 1024 * 1024
"""Of a report, theme or format file."""

MAX_LINES = 1_000_000

MAX_FOLDED = 1_000_000
"""Characters of a scalar whose folds are looked at; what is longer is refused by its length anyway."""

MAX_DEPTH = 64
"""Levels of nesting; the formats use nine."""

MAX_NODES = 1_000_000
"""Nodes of a file, every use of an alias counted with all that it stands for."""

MAX_ALIASED = 100_000
"""Nodes that aliases may add to those that are written out."""

MAX_PROBLEMS = 200
"""Problems of one file; reading stops there, for nobody mends more at one go."""

MAX_CONTROLS = 20
"""Control characters shown for one file."""

MAX_LINES_NAMED = 20
"""Indented-by-tab lines shown for one file."""

EXCERPT = 120
"""Characters of the source line that go with a problem."""

EXCERPT_LEAD = 40
"""Characters kept before the column where the line has to be clipped on the left."""

MAX_SECTIONS = 10_000
MAX_CALLOUTS = 1_000
MAX_PHOTOS = 500
MAX_BYLINES = 50
MAX_NAMES = 100
MAX_TERMS = 10_000

MAX_WORD = 60
"""Characters of a name, a role, a label of the theme."""

MAX_FIGURE = 40
MAX_TITLE = 200
MAX_LINE = 500
"""Characters of a label, a credit, a subject."""

MAX_PATH = 1_024
MAX_TEXT = 20_000
"""Characters of a callout's text, a lede or a caption."""

MAX_LIST = 1_000
"""Items of any list of a theme."""

MAX_NUMBER = 20_000.0
"""Of any number without a bound of its own, either way: points of seven metres."""
