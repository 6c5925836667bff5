"""Characters that no face of a style can draw, found in what was set.

In: a paragraph, the table its clusters came from, and its words. Out: into the findings, every such character
with its place in the text as delivered.
"""

from __future__ import annotations

import re

from reportpdf.model.report import Text
from reportpdf.text.coverage import prints
from reportpdf.text.findings import Findings, MissingGlyph
from reportpdf.text.normalise import Normalised
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.shape import ClusterTable


def note_missing(
    findings: Findings,
    table: ClusterTable,
    paragraph: Paragraph,
    words: str,
    normal: Normalised,
    source: Text,
) -> None:
    """Every character of the words without a glyph."""
    if not any(c.text in table.missing for c in paragraph.clusters):
        return
    faces = table.faces
    fonts = tuple(face.key for face in faces)
    holes = [i for i, c in enumerate(words) if prints(c) and not any(face.has(c) for face in faces)]
    for hole in holes:
        # The same words may stand in the text more than once; words made up for the page not at all.
        starts = [m.start() + hole for m in re.finditer(re.escape(words), normal.text)]
        for offset in starts or [max(0, normal.text.find(words[hole]))]:
            at = normal.source_offset(offset)
            findings.missing[source, at] = MissingGlyph(source, at, words[hole], fonts)
