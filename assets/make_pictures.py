"""Draw the pictures of the pages that the READMEs show.

Comes in: PDFs of the sample report. Goes out: docs/images/page-1.png and so on, WIDTH pixels wide, in 256
colours chosen for each page, so that all of them together stay small in the repository; of a PDF given as
NAME=PDF:PAGES only those pages, as docs/images/NAME-1.png.

    python -m assets.make_pictures page=out/binzhou-2024/report.pdf gallery=out/gallery.pdf:1,3
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
    """Write the pictures of the PDFs named, and remove all others."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = set()
    for word in words:
        name, _, which = word.partition("=")
        pdf, _, pages = which.partition(":")
        wanted = {int(page) for page in pages.split(",")} if pages else None
        for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
            if wanted is None or number in wanted:
                path = FOLDER / f"{name}-{number}.png"
                picture(page).save(path, optimize=True)
                made.add(path)
    for old in set(FOLDER.glob("*.png")) - made:
        old.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
