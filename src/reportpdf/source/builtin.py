"""The themes and formats that come with reportpdf, by name; files of the user's own, by path.

In: a kind (``theme`` or ``format``) and a name or path. Out: the text of the YAML file. A kind is told
by a key that only its files have, so that adding a file to ``theme/builtin`` is all there is to do.
"""

from __future__ import annotations

import os
from pathlib import Path

import reportpdf.theme
from reportpdf.base.problem import InputError, problem
from reportpdf.source.excerpt import brief
from reportpdf.source.text_file import Source, read_source

_FOLDER = Path(next(iter(reportpdf.theme.__path__))) / "builtin"
_TOLD_BY = {"theme": "\npalettes:", "format": "\nwidth_mm:"}
_ENDINGS = (".yaml", ".yml")


def builtin_names(kind: str) -> tuple[str, ...]:
    """The names of the built-in files of a kind, sorted."""
    files = sorted(_FOLDER.glob("*.yaml"))
    return tuple(f.stem for f in files if _TOLD_BY[kind] in "\n" + f.read_text(encoding="utf-8"))


def builtin_source(kind: str, name: str) -> Source:
    """The text of a built-in file.

    Raises:
        InputError: there is none of that name and kind.
    """
    source = _find(kind, name)
    if source is None:
        choices = ", ".join(builtin_names(kind))
        raise InputError(problem(f"{kind}-unknown", given=brief(name), choices=choices))
    return source


def named_source(kind: str, name_or_path: str, base: Path | None) -> tuple[Source, Path, str]:
    """The text that a name or a path stands for, the folder it is in, and the name its file gives it.

    A built-in name goes first; what has a slash, ends in .yaml or is a file in ``base`` is a path.

    Raises:
        InputError: there is no such name, or the file cannot be read.
    """
    source = _find(kind, name_or_path)
    if source is not None:
        return source, _FOLDER, name_or_path
    path = (base or Path()) / name_or_path
    if any(mark in name_or_path for mark in ("/", os.sep)) or name_or_path.endswith(_ENDINGS):
        return read_source(path, shown=name_or_path), path.parent, path.stem
    if os.path.isfile(path):
        return read_source(path, shown=name_or_path), path.parent, path.stem
    return builtin_source(kind, name_or_path), _FOLDER, name_or_path


def _find(kind: str, name: str) -> Source | None:
    """The built-in file of that name and kind, None if there is none."""
    path = _FOLDER / f"{name}.yaml"
    if os.path.basename(name) != name or not os.path.isfile(path):
        return None
    source = read_source(path, shown=path.name)
    return source if _TOLD_BY[kind] in "\n" + source.text else None
