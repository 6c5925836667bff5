"""Text cut into what is never split: Han characters, marks, dashes, ellipses, numbers and words.

In: one paragraph. Out: tokens whose concatenation is the paragraph. Source: clreq
#unbreakable_marks_punctuation; GB/T 15834-2011 5.1.2, 5.1.4, 5.1.5; UAX #14 for Western words;
UAX #29 for characters with their marks and selectors.
"""

from __future__ import annotations

import re

from reportpdf.text.western_marks import western_marks

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
_LETTER_OR_DIGIT = f"[{_WORD_END}]{_TAIL}*"
_SIGN = r"(?:[¥$€£№±+−\-](?=\.?[0-9]))"
_POINT = r"(?:(?<![^\s(\[“‘¥$€£±+−\-])\.(?=[0-9]))"  # UAX #14 LB25: .35 is a number
_JOINT = rf"(?:[{_INNER}/](?=[0-9])|[.+@#&_’'](?=[{_LETTER}])|(?<=[0-9])[:,\-](?=[0-9]))"
_WORD_TAIL = (
    rf"(?:(?<=[{_LETTER}])-(?=[{_LETTER}])|(?<=[0-9])[{_UNIT}]"
    rf"|(?<=[A-Za-z0-9])(?:\+\+|[+#])(?![+#{_WORD_END}]))"  # C++, C#, 30+
)

CONTROLS = "\u00ad\u200b\u200c\u2060\ufeff"
"""Characters that print nothing and govern breaks: each belongs to the token before it."""

TOKEN = re.compile(
    "(?:"
    + "|".join(
        (
            "——|⸺|――|──",
            "……|⋯⋯|‥‥",
            "[！？]{2,3}(?![！？])",
            # A number with its sign, inner marks and unit; a word with inner marks; a mix such as
            # 1+9+N or COVID-19. A hyphen between letters ends a token, for it may end a line.
            f"{_SIGN}?{_POINT}?{_LETTER_OR_DIGIT}(?:{_JOINT}?{_LETTER_OR_DIGIT})*{_WORD_TAIL}?",
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
_MAY_BE_WESTERN = frozenset("“‘’…—/")
_NARROW = {
    "…": "…\ufe00",
    "—": "—\ufe00",
    "/": "/\ufe00",
    "“": "“\ufe00",
    "”": "”\ufe00",
    "‘": "‘\ufe00",
    "’": "’\ufe00",
}


def split_tokens(paragraph: str) -> list[str]:
    """The tokens of the paragraph, in order.

    A mark of Western text that Chinese has as well (see ``western_marks``) is given the narrow variation
    selector FE00 (Unicode 16 standardized variants) as its token, so that it is set in the Western form.
    """
    tokens = TOKEN.findall(paragraph)
    if not _MAY_BE_WESTERN.isdisjoint(paragraph):
        narrow = western_marks(paragraph)
        if narrow:
            offset = 0
            for i, token in enumerate(tokens):
                if offset in narrow and token in _NARROW:
                    tokens[i] = _NARROW[token]
                offset += len(token)
    return tokens


def split_letters(word: str) -> list[str]:
    """The word's characters, each with its combining marks."""
    return _CHARACTER.findall(word)
