"""Scalars and inks of a file become values, or problems.

In: a shape, a node and its path. Out: the value, or, where a problem was reported, a blank of the same
kind; a reading with problems never hands its values on.
"""

from __future__ import annotations

import math

from reportpdf.base.ink import Ink
from reportpdf.model.report import Text
from reportpdf.source.excerpt import brief
from reportpdf.source.facts import Fact
from reportpdf.source.inline_marks import read_inline
from reportpdf.source.limits import MAX_NUMBER, MAX_TEXT, MAX_WORD
from reportpdf.source.places import place_of
from reportpdf.source.reading import Reading, nearest
from reportpdf.source.shapes import BoolShape, ChoiceShape, InkShape, NumberShape, TextShape
from reportpdf.source.yaml_nodes import Mapping, Node, Scalar, Sequence

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_SWITCHES = frozenset(word for low in ("yes", "no", "on", "off") for word in (low, low.title(), low.upper()))
"""Booleans of YAML 1.1 and text of 1.2: as text they must be quoted, as a switch they are refused."""
_NUMBER_MARKS = frozenset("0123456789+-.eE")
_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")
BLANKS = " \t\r\n\xa0\u3000" + "".join(map(chr, range(0x2000, 0x200E))) + "\u202f\u2060"
"""White and invisible characters: a text of nothing else is empty."""


def is_null(node: Node) -> bool:
    """Whether nothing is written, or an unquoted null."""
    return type(node) is Scalar and node.plain and node.value in NULLS


def is_blank(node: Node) -> bool:
    """Whether nothing that shows is written."""
    return type(node) is Scalar and (not node.value.strip(BLANKS) or is_null(node))


def read_text(reading: Reading, shape: TextShape, node: Node, path: str) -> Text | str:
    """The words as written: a number or a date without quotes is the text that stands there."""
    if type(node) is Mapping and shape.fact.bindable:
        from reportpdf.source.bound import read_bound  # few reports have any

        return read_bound(reading, node, path)
    if type(node) is not Scalar:
        code = "value-text-list" if type(node) is Sequence else "value-text-mapping"
        reading.refuse(code, node.start, path)
        return _words(reading, shape, "", node.start, "", path)
    value = node.value
    if value[-1:] == "\n":
        value = value.rstrip("\n")
    fact = shape.fact
    limit = MAX_TEXT if fact.length is None else fact.length
    if is_blank(node):
        _refuse_blank(reading, fact, node, path)
        value = ""
    elif (hidden := _comment(reading, node)) is not None:
        _refuse_comment(reading, hidden, path)
    elif node.plain and (value in _TRUE or value in _FALSE or value in _SWITCHES):
        reading.refuse("value-text-word", node.start, path, given=value)
    elif len(value) > limit:
        reading.refuse("value-too-long", node.start, path, length=len(value), limit=limit)
    elif "\n" in value and (fact.one_line or not shape.placed):
        reading.refuse("value-line-break", node.start, path)
    elif "\t" in value:
        placed = Text(value, reading.source.place(node.start, path), node.raw)
        reading.refuse_at("value-tab", place_of(placed, value.index("\t")))
    if fact.refers:
        reading.references.append((fact, node, path))
    return _words(reading, shape, value, node.start, node.raw, path)


def _refuse_blank(reading: Reading, fact: Fact, node: Scalar, path: str) -> None:
    """Nothing is written; if a comment stands in its place, that is likelier the cause."""
    hidden = _comment(reading, node)
    if hidden is not None:
        _refuse_comment(reading, hidden, path)
    elif fact.example.startswith("file: "):
        reading.refuse("value-empty-path", node.start, path, example=fact.example.removeprefix("file: "))
    else:
        reading.refuse("value-empty", node.start, path)


def _refuse_comment(reading: Reading, offset: int, path: str) -> None:
    line, column = reading.source.position(offset)
    comment = brief(reading.source.line(line)[column - 1 :])
    reading.refuse("value-comment", offset, path, comment=comment)


def _comment(reading: Reading, node: Scalar) -> int | None:
    """The offset of a # that ends an unquoted text on its line and was hardly meant as a comment.

    None if there is no comment, or a space follows the #, as people write comments.
    """
    if not node.plain or "\n" in node.raw:
        return None
    text, at = reading.source.text, node.start + len(node.raw)
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    follows = text[at + 1 : at + 2]
    return at if text[at : at + 1] == "#" and follows.strip() and follows != "#" else None


def _words(reading: Reading, shape: TextShape, value: str, start: int, raw: str, path: str) -> Text | str:
    if not shape.placed:
        return value
    text = Text(value, reading.source.place(start, path), raw)
    return read_inline(reading, text, shape.fact.inline) if shape.fact.inline else text


def read_bool(reading: Reading, shape: BoolShape, node: Node, path: str) -> bool:
    """true or false; yes, no, on and off are refused, since YAML 1.2 and editors take them for text."""
    del shape
    if type(node) is Scalar and node.plain:
        if node.value in _TRUE:
            return True
        if node.value in _FALSE:
            return False
    reading.refuse("value-bool", node.start, path, given=_shown(node))
    return False


def read_number(reading: Reading, shape: NumberShape, node: Node, path: str) -> float:
    """A decimal number within the bounds; octal, hexadecimal and sexagesimal forms are no numbers here."""
    fact = shape.fact
    example = fact.example or ("12" if shape.whole else "0.5")
    if type(node) is not Scalar or not node.plain or not _is_decimal(node.value):
        reading.refuse("value-number", node.start, path, given=_shown(node), example=example)
        return 0
    given, value = _shown(node), float(node.value)
    low = -MAX_NUMBER if fact.min is None else fact.min
    high = MAX_NUMBER if fact.max is None else fact.max
    if not math.isfinite(value):
        reading.refuse("value-not-finite", node.start, path, given=given)
    elif shape.whole and not value.is_integer():
        reading.refuse("value-integer", node.start, path, given=given, example=example)
    elif fact.above is not None and value <= fact.above:
        reading.refuse("value-above", node.start, path, given=given, low=f"{fact.above:g}")
    elif value < low:
        reading.refuse("value-low", node.start, path, given=given, low=f"{low:g}")
    elif value > high:
        reading.refuse("value-high", node.start, path, given=given, high=f"{high:g}")
    else:
        return int(value) if shape.whole else value
    return 0


def read_choice(reading: Reading, shape: ChoiceShape, node: Node, path: str) -> object:
    """The value of one of the words."""
    if type(node) is Scalar and node.value in shape.words:
        return shape.values[shape.words.index(node.value)]
    near = nearest(node.value, shape.words) if type(node) is Scalar else ""
    code = "value-choice-near" if near else "value-choice"
    choices = ", ".join(shape.words)
    reading.refuse(code, node.start, path, given=_shown(node), nearest=near, choices=choices)
    return shape.values[0]


def read_ink(reading: Reading, shape: InkShape, node: Node, path: str) -> Ink:
    """An ink from ``[c, m, y, k]`` in percent, or ``{cmyk: [...], screen: "#rrggbb", spot: NAME}``."""
    del shape
    parts = {key.value: value for key, value in node.items} if type(node) is Mapping else {"cmyk": node}
    cmyk = parts.get("cmyk")
    if set(parts) - {"cmyk", "screen", "spot"} or type(cmyk) is not Sequence or len(cmyk.items) != 4:
        reading.refuse("ink-form", node.start, path)
        return Ink(0, 0, 0, 0)
    c, m, y, k = (
        read_number(reading, _PERCENT, item, f"{path}[{i}]") / 100 for i, item in enumerate(cmyk.items)
    )
    screen = _screen(reading, parts["screen"], f"{path}.screen") if "screen" in parts else None
    spot = _spot(reading, parts["spot"], f"{path}.spot") if "spot" in parts else ""
    return Ink(c, m, y, k, screen, spot)


_SPOT = TextShape(Fact(length=MAX_WORD, one_line=True), placed=False)
PROCESS_NAMES = frozenset(("all", "none", "cyan", "magenta", "yellow", "black", "registration"))
"""Names of plates that a spot colour cannot have. Source: ISO 32000-2 8.6.6.4."""


def _spot(reading: Reading, node: Node, path: str) -> str:
    """A spot colour's name, as the swatch book writes it with its suffix: ``PANTONE 185 C``."""
    name = str(read_text(reading, _SPOT, node, path))
    if name.strip().lower() in PROCESS_NAMES:
        reading.refuse("ink-spot-name", node.start, path, given=brief(name))
    return name.strip()


def _screen(reading: Reading, node: Node, path: str) -> tuple[int, int, int] | None:
    """Red, green and blue of ``#rrggbb``, 0-255."""
    value = node.value if type(node) is Scalar else ""
    if len(value) != 7 or value[0] != "#" or not _HEX_DIGITS.issuperset(value[1:]):
        reading.refuse("ink-screen", node.start, path, given=_shown(node))
        return None
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _shown(node: Node) -> str:
    """A node as a message quotes it."""
    if type(node) is Scalar:
        return brief(node.value)
    return "[…]" if type(node) is Sequence else "{…}"


def _is_decimal(written: str) -> bool:
    """Whether this is a number to every reader: 010 and 1_000 are not the same to YAML 1.1 and 1.2."""
    digits = written.lstrip("+-")
    if not _NUMBER_MARKS.issuperset(written) or (digits[:1] == "0" and digits[1:2].isdigit()):
        return False
    try:
        float(written)
    except ValueError:
        return False
    return True


_PERCENT = NumberShape(Fact(min=0, max=100, example="98"), whole=False)
