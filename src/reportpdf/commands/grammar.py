"""Words typed after ``reportpdf`` become a command and its values.

Comes in: the words and the table of commands. Goes out: :class:`Order`, or an :class:`InputError`
with everything that is wrong with the words, not the first only. Source: POSIX.1-2017 XBD 12.2
(utility syntax guidelines), with the long options GNU adds (``--name value``, ``--name=value``).

Not argparse: its texts differ from one Python to the next, so that they cannot be translated once;
it stops at the first error; and its help counts Han characters as one column. The records here are
named tuples, because a frozen dataclass takes eight times as long to make, and every start makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportpdf.base.problem import InputError, Problem, problem


class Option(NamedTuple):
    """An option: its spellings (the long one last), the name of its value (empty: a switch), its help.

    ``choices`` are the values there are (empty: any), ``later`` those that a later version will know.
    """

    spellings: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The long spelling without its dashes: the name under which the value is found."""
        return self.spellings[-1].removeprefix("--")


class Argument(NamedTuple):
    """A word without a dash: its name in the help, whether it must be there, the words it may be.

    ``many``: the last argument of a command may be given any number of times.
    """

    name: str
    help: str
    required: bool = True
    choices: tuple[str, ...] = ()
    many: bool = False


class Command(NamedTuple):
    """One command: what it is called, what it does in a line, what it takes."""

    name: str
    summary: str
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]


class Order(NamedTuple):
    """What was typed: the command's name, its arguments in order, values by option, switches that are on."""

    command: str
    arguments: tuple[str, ...]
    values: Mapping[str, str]
    switches: frozenset[str]


def parse(words: Sequence[str], command: Command) -> Order:
    """The order that ``words`` (without the command's own name) give to ``command``.

    Raises: InputError with one problem for each wrong word.
    """
    reading = _Reading(command)
    rest = iter(words)
    for word in rest:
        if word == "--":
            reading.arguments.extend(rest)
        elif word.startswith("--") or (word.startswith("-") and word != "-"):
            reading.take_option(word, rest)
        else:
            reading.arguments.append(word)
    if "help" not in reading.switches:
        reading.problems += _wrong_arguments(command, reading.arguments)
    if reading.problems:
        raise InputError(*reading.problems)
    return Order(command.name, tuple(reading.arguments), reading.values, frozenset(reading.switches))


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that ``word`` was probably meant to be; empty when none is near."""
    from difflib import get_close_matches

    known = {choice.lower(): choice for choice in choices}
    found = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


def wrong_choice(name: str, given: str, choices: Sequence[str], later: Sequence[str] = ()) -> Problem:
    """What is wrong with a value that is none of ``choices``: too early, nearly right, or unknown."""
    listed = " | ".join(choices)
    if given in later:
        return problem("option-later", option=name, given=given, choices=listed)
    if near := nearest(given, choices):
        return problem("option-value-near", option=name, given=given, nearest=near, choices=listed)
    return problem("option-value", option=name, given=given, choices=listed)


class _Reading:
    """The words read so far; one pass, then thrown away."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.options = {spelling: option for option in command.options for spelling in option.spellings}
        self.arguments: list[str] = []
        self.values: dict[str, str] = {}
        self.switches: set[str] = set()
        self.problems: list[Problem] = []

    def take_option(self, word: str, rest: Iterable[str]) -> None:
        """Read one option, and its value from the word itself or the next."""
        spelling, given = _split(word)
        option = self.options.get(spelling)
        if option is None:
            self.problems.append(_unknown_option(self.command, spelling, self.options))
        elif not option.value:
            if given is not None:
                self.problems.append(problem("option-takes-none", option=spelling))
            self.switches.add(option.key)
        else:
            self._take_value(option, spelling, given if given is not None else next(iter(rest), None))

    def _take_value(self, option: Option, spelling: str, given: str | None) -> None:
        if not given or (given in self.options and given != "-"):
            self.problems.append(problem("option-no-value", option=spelling, name=option.value))
        elif option.key in self.values:
            self.problems.append(problem("option-twice", option=spelling))
        elif option.choices and given not in option.choices:
            self.problems.append(wrong_choice(spelling, given, option.choices, option.later))
        else:
            self.values[option.key] = given


def _split(word: str) -> tuple[str, str | None]:
    """The spelling and, if it stands in the same word, the value: ``--name=value``, ``-ovalue``."""
    if word.startswith("--"):
        spelling, sign, value = word.partition("=")
        return spelling, value if sign else None
    return word[:2], word[2:] or None


def _unknown_option(command: Command, spelling: str, known: Iterable[str]) -> Problem:
    if near := nearest(spelling, known):
        return problem("option-near", command=command.name, given=spelling, nearest=near)
    return problem("option-unknown", command=command.name, given=spelling)


def _wrong_arguments(command: Command, given: Sequence[str]) -> list[Problem]:
    """Arguments that are missing, too many or none of their choices."""
    known = command.arguments
    found = [
        problem("argument-missing", command=command.name, name=argument.name)
        for argument in known[len(given) :]
        if argument.required
    ]
    if not any(argument.many for argument in known):
        found += [problem("argument-extra", command=command.name, given=word) for word in given[len(known) :]]
    found += [
        wrong_choice(argument.name, word, argument.choices)
        for argument, word in zip(known, given, strict=False)
        if argument.choices and word not in argument.choices
    ]
    return found
