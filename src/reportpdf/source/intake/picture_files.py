"""The pictures of a draft get their files in the report's folder: photos, and stand-ins where none came.

In: a draft and loose photos. Out: the draft with a path for each photo, and what has to be written there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from reportpdf.base.problem import problem
from reportpdf.paint.photo_header import inspect_photo, read_header
from reportpdf.paint.photo_records import PhotoError
from reportpdf.source.intake.records import Draft, DraftPhoto, Image
from reportpdf.source.locate import locate

FOLDER = "photos"
_ENDINGS = {"JPEG": ".jpg", "TIFF": ".tif", "HEIF": ".heic"}
_STAND_IN_PX = (1500, 1000)
_STAND_IN_GREY = 205
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file for the report's folder: its path in it, and its bytes or the file that it is a copy of."""

    name: str
    content: bytes = b""
    source: str = ""

    def read(self) -> bytes:
        """Its bytes."""
        return Path(self.source).read_bytes() if self.source else self.content


class PictureFiles:
    """Gives names in the order of the report; the same pictures get the same names every time."""

    def __init__(self, folder: Path) -> None:
        self._root = os.path.realpath(folder)
        self._names: dict[str, str] = {}
        """By name in small letters: what it is of, for one picture may stand twice."""

        self._count = 0
        self.files: list[NewFile] = []

    def name_all(self, draft: Draft, loose: Sequence[Image]) -> Draft:
        """The draft with its photos' paths; ``loose`` photos get files as well."""
        sections = tuple(
            replace(section, photos=tuple(self._photo(photo) for photo in section.photos))
            for section in draft.sections
        )
        for image in loose:
            self._file(image, Path(image.name).suffix)
        asks = draft.asks
        if count := sum(photo.stand_in for section in sections for photo in section.photos):
            asks = (*asks, problem("ask-no-photo", None, count=count))
        return replace(draft, sections=sections, asks=asks)

    def _photo(self, photo: DraftPhoto) -> DraftPhoto:
        self._count += 1
        image, asks = photo.image, list(photo.asks)
        if image is not None and (fault := _fault(image)):
            asks.append(problem("ask-picture", image.place, file=image.name, kind=fault))
            if image.content:
                self._file(image, Path(image.name).suffix)
            image = None
        if image is None:
            name = f"{FOLDER}/stand-in-{self._count:02}.png"
            self.files.append(NewFile(name, stand_in()))
            return replace(photo, image=None, file=name, stand_in=True, asks=tuple(asks))
        if not photo.caption:
            asks.append(problem("ask-no-caption", photo.place))
        return replace(photo, file=self._file(image, _ending(image)), asks=tuple(asks))

    def _file(self, image: Image, ending: str) -> str:
        """The picture's path in the folder; one that lies there already stays where it is."""
        if image.path:
            real = os.path.realpath(image.path)
            if real.startswith(self._root + os.sep):
                return os.path.relpath(real, self._root).replace(os.sep, "/")
        name = _safe(image.name) if image.path else f"{self._count:02}{ending}"
        name, same = self._free(name, image)
        if not same:
            self.files.append(NewFile(name, image.content, image.path))
        return name

    def _free(self, name: str, image: Image) -> tuple[str, bool]:
        """A path that no other picture has, and whether this very picture has it already."""
        stem, ending = os.path.splitext(name)
        of = image.path or sha256(image.content).hexdigest()
        number = 1
        while True:
            tried = f"{FOLDER}/{stem}{f'-{number}' if number > 1 else ''}{ending}"
            known = self._names.setdefault(tried.lower(), of)
            if known == of:
                return tried, any(file.name == tried for file in self.files)
            number += 1


def found_image(image: Image, manuscript: Path) -> tuple[Image, str]:
    """A picture that a manuscript names, looked for in its own folder; and what is wrong."""
    if image.content or not image.path:
        return image, ""
    located = locate(image.path, manuscript.parent)
    return replace(image, path=located.path), located.fault


def stand_in() -> bytes:
    """A grey picture for a photo that has not come: the report marks it 示意图 and press refuses it."""
    from PIL import Image as Picture

    stream = BytesIO()
    Picture.new("L", _STAND_IN_PX, _STAND_IN_GREY).save(stream, "PNG", dpi=(300, 300))
    return stream.getvalue()


def _fault(image: Image) -> str:
    """Why a picture cannot be printed: its ending, or what its header says; empty if it can."""
    try:
        if image.content:
            read_header(BytesIO(image.content))
        else:
            inspect_photo(image.path)
    except PhotoError as error:
        ending = Path(image.name).suffix.lstrip(".").upper() or "?"
        return ending if error.fault.code == "photo-corrupt-format" else error.fault.code.rpartition("-")[2]
    return ""


def _ending(image: Image) -> str:
    """The ending that fits what the picture is, whatever it is called."""
    if not image.content:
        return Path(image.name).suffix.lower()
    kind = read_header(BytesIO(image.content)).kind
    return _ENDINGS.get(kind, "." + kind.lower())


def _safe(name: str) -> str:
    """A file name that every system takes."""
    stem, ending = os.path.splitext(_UNSAFE.sub("-", name).strip(". "))
    return (stem[:_LONGEST_NAME] or "photo") + ending
