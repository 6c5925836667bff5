"""Write src/reportpdf/text/lexicon.py: the commoner words of Chinese, between which heads are broken.

Comes in: jieba's dict.txt (word, count, part of speech; counted in the People's Daily among others).
Goes out: a module of one string, the commonest words first. Names of people are left out: too many of them
are two ordinary characters; names of places come in at a lower count than other words do.

    pip download jieba==0.42.1, unpack it, then
    python -m assets.make_lexicon jieba/dict.txt
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "reportpdf" / "text" / "lexicon.py"

WORDS = 30_000
PLACE_BONUS = 12
"""A place counts as so many times more common than the dictionary says: heads are full of them."""

LONGEST = 4
LONGEST_PLACE = 8
ON_A_LINE = 150

HEAD = '''"""The commoner words of Chinese, the commonest first. Data only, for :mod:`reportpdf.text.words`.

Made by assets/make_lexicon.py from dict.txt of jieba 0.42.1, https://github.com/fxsjy/jieba, under the MIT
licence: Copyright (c) 2013 Sun Junyi. Permission is hereby granted, free of charge, to any person obtaining
a copy of this software and associated documentation files (the "Software"), to deal in the Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions: The above copyright notice and this permission notice shall be
included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT
WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
# ruff: noqa: E501

WORDS = """
'''


def _wanted(word: str, kind: str) -> bool:
    """Whether a row is a word of Han characters that a head may hold, and no person's name."""
    if not re.fullmatch("[一-鿿]{2,}", word) or kind.startswith("nr"):
        return False
    return len(word) <= (LONGEST_PLACE if kind == "ns" else LONGEST)


def main(source: str) -> None:
    """Write the module."""
    rows = [line.split() for line in Path(source).read_text("utf-8").splitlines()]
    ranked = sorted(
        (-int(count) * (PLACE_BONUS if kind == "ns" else 1), word)
        for word, count, kind in rows
        if _wanted(word, kind)
    )
    words = [word for _, word in ranked[:WORDS]]
    lines = [" ".join(words[i : i + ON_A_LINE]) for i in range(0, len(words), ON_A_LINE)]
    TARGET.write_text(HEAD + "\n".join(lines) + '\n"""\n', "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
