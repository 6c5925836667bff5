"""Text cut into what is never split: Han characters, marks, dashes, ellipses, numbers and words.

In: one paragraph. Out: tokens whose concatenation is the paragraph. Source: clreq
#unbreakable_marks_punctuation; GB/T 15834-2011 5.1.2, 5.1.4, 5.1.5; UAX #14 for Western words;
UAX #29 for characters with their marks and selectors.
"""

from __future__ import annotations

import re

_TAIL = (
    "[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\ufe00-\ufe0f\U000e0100-\U000e01ef\u3099\u309a"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_LETTER = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff"
    # Scripts written in words: without a dictionary a run of them is one word (UAX #14, SA as AL).
    "\u0250-\u02af\u0531-\u05f4\u0620-\u10ff\u1200-\u1dff\u2c00-\u2dff\ua4d0-\ua95f\ua980-\uabff\ufb1d-\ufdff"
)
_UNIT = "%‰‱℃℉°′″\u3380-\u33df\u33ff"
_WORD_END = f"{_LETTER}0-9"
_INNER = r".,:+\-_@#&*=~’'"

CONTROLS = "\u00ad\u200b\u200c\u2060\ufeff"
"""Characters that print nothing and govern breaks: each belongs to the token before it."""

TOKEN = re.compile(
    "(?:"
    + "|".join(
        (
            "——|⸺",
            "……|⋯⋯",
            "[！？]{2,3}(?![！？])",
            # A number with its sign, inner marks and unit; a word with inner marks; a mix such as
            # 1+9+N or COVID-19. A hyphen between letters ends a token, for it may end a line.
            f"(?:[¥$€£№±+−\\-](?=[0-9]))?[{_WORD_END}]{_TAIL}*(?:(?:[{_INNER}/](?=[0-9])|[.+@#&_’'](?=[{_LETTER}])"
            f"|(?<=[0-9])[:,\\-](?=[0-9]))?[{_WORD_END}]{_TAIL}*)*(?:(?<=[{_LETTER}])-(?=[{_LETTER}])|(?<=[0-9])[{_UNIT}])?",
            " +",
            "[\U0001f1e6-\U0001f1ff]{2}",
            f".{_TAIL}*(?:\u200d.{_TAIL}*)*",
        )
    )
    + f")[{CONTROLS}]*",
    re.DOTALL,
)
"""One token; the last alternative takes any character with its combining marks and selectors."""

_CHARACTER = re.compile(f".{_TAIL}*", re.DOTALL)
_WESTERN_QUOTE = re.compile(f"[“‘](?=[{_WORD_END}])[^“”‘’]*[{_WORD_END}.,!?][”’]")
_NARROW = {"“": "“\ufe00", "”": "”\ufe00", "‘": "‘\ufe00", "’": "’\ufe00"}


def split_tokens(paragraph: str) -> list[str]:
    """The tokens of the paragraph, in order.

    A pair of quotes whose inside and outside are both Western is cut with the narrow variation
    selector FE00 (Unicode 16 standardized variants) as its token, so that it is set in the Western
    form; every other quote belongs to the Han text.
    """
    tokens = TOKEN.findall(paragraph)
    if "“" in paragraph or "‘" in paragraph:
        narrow = _western_quotes(paragraph)
        if narrow:
            offset = 0
            for i, token in enumerate(tokens):
                if offset in narrow:
                    tokens[i] = _NARROW[token]
                offset += len(token)
    return tokens


def _western_quotes(paragraph: str) -> set[int]:
    """Offsets of quotes that stand in Western text."""
    found: set[int] = set()
    for match in _WESTERN_QUOTE.finditer(paragraph):
        before = paragraph[: match.start()].rstrip()[-1:]
        after = paragraph[match.end() :].lstrip(" .,;:!?")[:1]
        if (
            (not before or before.isascii())
            and (not after or after.isascii())
            and match.group().isprintable()
        ):
            inside = match.group()[1:-1]
            if all(ord(c) < 0x2E80 for c in inside):
                found.update((match.start(), match.end() - 1))
    return found


def split_letters(word: str) -> list[str]:
    """The word's characters, each with its combining marks."""
    return _CHARACTER.findall(word)
