"""Draw the pictures of the pages that the READMEs show.

Comes in: the sample report's PDF. Goes out: docs/images/page-1.png and so on, WIDTH pixels wide, in 256
colours chosen for each page, so that all of them together stay small in the repository.

    python -m assets.make_pictures out/binzhou-2024/report.pdf
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

FOLDER = Path(__file__).parent.parent / "docs" / "images"

WIDTH = 720
"""Pixels; two pages side by side fill a README's column on a fine screen."""

SHARPER = 3
"""Pages are drawn so many times larger and reduced, which renders small type better than PDFium does."""

COLOURS = 256

WHITE = 255


def picture(page: pypdfium2.PdfPage) -> Image.Image:
    """The page at WIDTH pixels."""
    drawn: Image.Image = page.render(scale=SHARPER * WIDTH / page.get_width()).to_pil().convert("RGB")
    height = round(WIDTH * drawn.height / drawn.width)
    small = drawn.resize((WIDTH, height), Image.Resampling.LANCZOS)
    # Pillow dithers only towards a palette that is given, so the colours are chosen first
    chosen = small.quantize(COLOURS)
    few = small.quantize(palette=chosen, dither=Image.Dither.FLOYDSTEINBERG)
    # and finds the nearest colour only roughly, so that paper would come out grey
    few.paste(chosen, mask=small.convert("L").point(lambda light: 255 if light == WHITE else 0))
    return few


def main(words: list[str]) -> None:
    """Write the pictures of the PDF named, and remove those of pages it no longer has."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = set()
    for number, page in enumerate(pypdfium2.PdfDocument(words[0]), 1):
        path = FOLDER / f"page-{number}.png"
        picture(page).save(path, optimize=True)
        made.add(path)
    for old in set(FOLDER.glob("page-*.png")) - made:
        old.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
