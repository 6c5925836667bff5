"""The faces of a document while it is painted: opened when first met, font objects when all is shown.

Comes in: a font set. Goes out: encoders by face key, and the fonts of the PDF that they become.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.paint.encode import FaceEncoder
from reportpdf.paint.font_objects import EmbeddedPlane
from reportpdf.paint.font_tables import DamagedFontError, FontTables, read_tables
from reportpdf.paint.text_stream import font_name
from reportpdf.text.face import Face, FontSet


class OpenFaces:
    """The faces a document uses, opened when first met."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._open: dict[str, tuple[FaceEncoder, FontTables]] = {}

    def encoder(self, key: str) -> FaceEncoder:
        """The encoder of a face.

        Raises:
            InputError: its file is damaged.
        """
        known = self._open.get(key)
        if known is None:
            face = self._fonts[key]
            tables = _tables(face)
            known = self._open[key] = FaceEncoder(face, cff=tables.cff), tables
        return known[0]

    def all_planes(self, order: Iterable[str]) -> list[EmbeddedPlane]:
        """The fonts of all faces, in the order of their first use."""
        return [plane for number, key in enumerate(order, 1) for plane in self.planes(key, number)]

    def planes(self, key: str, number_of_face: int) -> list[EmbeddedPlane]:
        """The fonts that the face becomes, one a plane."""
        encoder, tables = self._open[key]
        return [
            EmbeddedPlane(font_name(number_of_face, i), encoder, plane, tables)
            for i, plane in enumerate(encoder.planes)
        ]


def _tables(face: Face) -> FontTables:
    try:
        return read_tables(face)
    except DamagedFontError as error:
        raise InputError(problem("font-damaged", Place(face.path), part=error.part)) from error
