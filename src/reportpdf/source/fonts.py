"""The faces a theme may name, opened when first asked for.

Comes in: a theme, and the folder of fonts that come with reportpdf. Goes out: a font set, key to
:class:`~reportpdf.text.face.Face`. A key is the name of a file of that folder without its ending, e.g.
``NotoSerifSC-Regular``, or the name of a font file of the theme's own, which goes before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, ResourceError, problem
from reportpdf.source.font_file import open_font_file
from reportpdf.text.face import Face
from reportpdf.theme.records import FontFile, Theme
from reportpdf.theme.style import TextStyle

_ENDINGS = (".ttf", ".otf")
_PACKAGE = Path(__file__).resolve().parent.parent


class UnknownFontError(InputError, KeyError):
    """A style names a face that neither the theme nor reportpdf has."""


def bundled_fonts_dir() -> Path:
    """The folder of the fonts that come with reportpdf: in the package, or ``fonts`` of a checkout.

    Raises:
        ResourceError: there is neither.
    """
    installed = _PACKAGE / "_fonts"
    checkout = _PACKAGE.parent.parent / "fonts"
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise ResourceError(problem("fonts-missing", Place(str(installed))))


def open_fonts(theme: Theme, *, fonts_dir: Path) -> FontShelf:
    """The font set of ``theme``. No file is opened before its face is asked for."""
    return FontShelf(theme.fonts, fonts_dir)


class FontShelf(Mapping[str, Face]):
    """A font set over files. Looking up a face opens its file; see the errors of :meth:`__getitem__`."""

    def __init__(self, own: tuple[FontFile, ...], fonts_dir: Path) -> None:
        self._own = {font.name: font for font in own}
        self._dir = fonts_dir
        self._open: dict[str, Face] = {}
        self._bundled: dict[str, str] | None = None

    def __getitem__(self, key: str) -> Face:
        """The face called ``key``.

        Raises:
            UnknownFontError: no font has this name.
            InputError: its file cannot be used.
        """
        face = self._open.get(key)
        if face is None:
            face = self._open[key] = self._opened(key)
        return face

    def __iter__(self) -> Iterator[str]:
        """The names of the theme's own fonts, then those that come with reportpdf, each once."""
        return iter({**dict.fromkeys(self._own), **dict.fromkeys(self._files())})

    def __len__(self) -> int:
        return len(self._own.keys() | self._files().keys())

    def __contains__(self, key: object) -> bool:
        return key in self._own or key in self._files()

    def _opened(self, key: str) -> Face:
        own = self._own.get(key)
        if own:
            return open_font_file(own.path or own.file, key, own.face)
        path = self._files().get(key)
        if path is None:
            raise UnknownFontError(self._unknown(key))
        return open_font_file(path, key)

    def _files(self) -> dict[str, str]:
        """Names and paths of the fonts in the folder, by name; of two endings the first one counts."""
        if self._bundled is None:
            paths = sorted(p for p in self._dir.iterdir() if p.suffix.lower() in _ENDINGS)
            paths.sort(key=lambda p: _ENDINGS.index(p.suffix.lower()), reverse=True)
            self._bundled = dict(sorted({path.stem: str(path) for path in paths}.items()))
        return self._bundled

    def _unknown(self, key: str) -> Problem:
        from difflib import get_close_matches

        names = list(self)
        near = get_close_matches(key, names, n=3, cutoff=0.5)
        if near:
            return problem("font-near", None, name=key, nearest=", ".join(near))
        return problem("font-unknown", None, name=key, names=", ".join(names))


def font_keys(theme: Theme) -> tuple[str, ...]:
    """The names of all faces that the theme's styles name, in the order of the styles."""
    looks = (theme.look, theme.gallery, theme.sheet)
    return tuple(
        dict.fromkeys(
            key for style in _styles(looks) for key in (*style.fonts, style.latin, style.strong) if key
        )
    )


def font_problems(theme: Theme, fonts: Mapping[str, Face]) -> tuple[Problem, ...]:
    """Why faces that the theme names cannot be used: every reason, not only the first met."""
    problems: list[Problem] = []
    for key in dict.fromkeys((*font_keys(theme), *(font.name for font in theme.fonts))):
        try:
            fonts[key]
        except InputError as error:
            problems.extend(error.problems)
    return tuple(problems)


def _styles(record: object) -> Iterator[TextStyle]:
    """Every style in a look, however its record groups them."""
    if isinstance(record, TextStyle):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from _styles(getattr(record, field.name))
    elif isinstance(record, tuple):
        for member in record:
            yield from _styles(member)
