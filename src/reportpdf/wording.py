"""Problems in the reader's language.

Comes in: problems (code and arguments) and the reader's locale. Goes out: sentences, Chinese or
English. English templates are the msgids of ``locale/`` (GNU gettext .mo), so English needs no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import Problem, Severity

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("zh", "en")

_LOCALES = {"zh": "zh_CN"}
_WORDED = frozenset(("reason", "called"))
"""Arguments that may be sentences themselves: what the system said, what a control character is called."""

_FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Worded:
    """A problem as it is told: how much it matters, the fact and the fix, without final periods."""

    severity: Severity
    fact: str
    fix: str


def choose_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """``zh`` or ``en``: what was asked for, else what the first locale variable that is set says.

    Source: POSIX.1-2017 XBD 8.2, order of LC_ALL, LC_MESSAGES, LANG.
    """
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


class Wording:
    """One reader's language. Made once, at the edge, and handed to whoever speaks."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _open_catalogue(language)

    def phrase(self, template: str, /, **args: object) -> str:
        """``template`` in the reader's language, its fields filled in."""
        return self.template(template).format_map(args)

    def count(self, one: str, many: str, number: int, /, **args: object) -> str:
        """The form that fits ``number``, which fills ``{n}``."""
        if self._catalogue is None:
            template = one if number == 1 else many
        else:
            template = self._catalogue.ngettext(one, many, number)
        return template.format_map({"n": f"{number:,}", **args})

    def word(self, problem: Problem) -> Worded:
        """The problem as this reader is told it."""
        from reportpdf.base.messages import MESSAGES

        row = MESSAGES[problem.code]
        args = {name: self._told(name, value) for name, value in problem.args}
        return Worded(row.severity, self.phrase(row.fact, **args), self.phrase(row.fix, **args))

    def _told(self, name: str, value: str) -> str:
        """An argument as it stands in a sentence: words of the system or of a table in the language too."""
        return self.template(value) if name in _WORDED and value else value

    def sentence(self, worded: Worded) -> str:
        """Fact and fix in one line, joined as the language joins clauses."""
        return self.phrase("{fact}; {fix}", fact=worded.fact, fix=worded.fix)

    def template(self, template: str) -> str:
        """``template`` in the reader's language, its fields left open."""
        return template if self._catalogue is None else self._catalogue.gettext(template)


def severity_of(problem: Problem) -> Severity:
    """How much the problem matters, from its row."""
    from reportpdf.base.messages import MESSAGES

    return MESSAGES[problem.code].severity


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of them is an error."""
    return any(severity_of(one) is Severity.ERROR for one in problems)


def size_words(number: int) -> str:
    """Bytes as people say them, in SI units: ``812 kB``, ``2.3 MB``."""
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if number >= factor:
            digits = 0 if unit == "kB" and number >= 10 * factor else 1
            return f"{number / factor:,.{digits}f} {unit}"
    return f"{number} B"


def _open_catalogue(language: str) -> NullTranslations | None:
    """The compiled translations of ``language``; None for English, the language of the templates."""
    if language not in _LOCALES:
        return None
    import gettext

    path = _FOLDER / _LOCALES[language] / "LC_MESSAGES" / "reportpdf.mo"
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)
