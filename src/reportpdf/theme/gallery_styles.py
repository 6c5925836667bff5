"""The roles of type in the ``gallery`` look."""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.theme.style import TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryStyles:
    """Every role of type in the look. Figures are sized by ``figures``, so their sizes here are unused."""

    title: TextStyle
    title_alone: TextStyle
    """The title of an opening without a photo."""

    lede: TextStyle
    byline_role: TextStyle
    byline_name: TextStyle
    number: TextStyle
    section_title: TextStyle
    """Down the strip; ``pitch`` is from line to line, that is across the strip."""

    section_title_wide: TextStyle
    """Across the columns, where the title cannot stand in the strip."""

    quote: TextStyle
    quote_wide: TextStyle
    figure_digits: TextStyle
    figure_words: TextStyle
    figure_unit: TextStyle
    figure_sign: TextStyle
    body: TextStyle
    caption: TextStyle
    contents_number: TextStyle
    contents_title: TextStyle
    contents_page: TextStyle
    contents_label: TextStyle
    folio: TextStyle
    running_title: TextStyle
    frame_note: TextStyle
