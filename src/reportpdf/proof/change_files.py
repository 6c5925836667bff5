"""What a round says of its changes, as files: the list for programs and for people, marked pages, pictures.

Comes in: the states of two rounds. Goes out: :class:`Changes` with what the pixels confirm, and files by
name. Nothing is read or written here; pages are painted and rendered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import Ink
from reportpdf.check.finding import Spot
from reportpdf.check.spots import rect_of, spot_of
from reportpdf.painting import Progress
from reportpdf.proof.change_json import changes_object
from reportpdf.proof.change_list import Titles, change_list
from reportpdf.proof.changes import Changes, PagePixels
from reportpdf.proof.comparing import Compared, compare
from reportpdf.proof.page_marks import page_marks
from reportpdf.proof.pair_pictures import PagePair, page_digits, pair_pictures
from reportpdf.proof.round_colours import round_colour
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.snapshot_json import canonical

MARKED_PPI = 96.0
"""Of the pictures of marked pages: 6 point notes can be read."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RoundState:
    """A round, or a report as it is now: what it is called, its number (0: it is no round), how it was made
    and the PDF of its pages."""

    name: str
    number: int
    snapshot: Snapshot
    pdf: bytes
    purpose: str = "proof"
    """What the PDF is painted for; pixels are compared of what is painted alike."""


def compare_rounds(old: RoundState, new: RoundState, progress: Progress) -> tuple[Changes, Compared]:
    """All that changed, pixels confirmed."""
    compared = compare(old.snapshot, new.snapshot)
    pixels = tuple(_pixels(old, new, compared, progress))
    return replace(compared.changes, pixels=pixels), compared


def change_files(
    old: RoundState, new: RoundState, progress: Progress, *, pictures: bool = True
) -> tuple[Changes, dict[str, bytes]]:
    """What changed, and the files that show it: ``changes.json``, ``changes.pdf``; where pages changed
    ``marked.pdf`` and, unless not wanted, a picture of each marked page, of both pages beside each other and
    of one over the other.

    Raises: ResourceError where the fonts that come with reportpdf are not there.
    """
    from reportpdf.forms import set_form

    changes, compared = compare_rounds(old, new, progress)
    said = changes_object(
        changes,
        {"name": old.name, "round": old.number or None},
        {"name": new.name, "round": new.number or None},
    )
    colour, ink = round_colour(new.number)
    title = new.snapshot.title.words.replace("\n", "") if new.snapshot.title else new.snapshot.file
    titles = Titles(
        title, old.name, new.name, colour, new.snapshot.file.replace("\\", "/").rpartition("/")[2]
    )
    files = {
        "changes.json": canonical(said),
        "changes.pdf": set_form(change_list(changes, titles, ink)).data,
    }
    files |= _marked(changes, compared, new, titles, ink, pictures=pictures)
    if pictures:
        files |= dict(_pairs(changes, old, new, ink, progress))
    return changes, files


def _pixels(old: RoundState, new: RoundState, compared: Compared, progress: Progress) -> Iterator[PagePixels]:
    """The pages that look otherwise, and where nothing says why."""
    from reportpdf.paint.page_difference import COMPARE_PPI, difference
    from reportpdf.paint.page_rasters import blank, rasters

    if old.pdf == new.pdf or old.purpose != new.purpose:
        return
    with rasters(old.pdf) as before, rasters(new.pdf) as after:
        count = max(len(before), len(after))
        for i in range(count):
            progress("compare", i + 1, count)
            was = before.page(i, COMPARE_PPI) if i < len(before) else None
            now = after.page(i, COMPARE_PPI) if i < len(after) else None
            shown = was or now
            assert shown is not None  # one of them has this page
            number = i + 1
            found = difference(
                was or blank(shown), now or blank(shown), COMPARE_PPI, compared.explained.get(number, ())
            )
            if found.share:
                yield PagePixels(number, found.share, tuple(spot_of(number, box) for box in found.boxes))


def _marked(
    changes: Changes, compared: Compared, new: RoundState, titles: Titles, ink: Ink, *, pictures: bool
) -> dict[str, bytes]:
    """The marked pages as a PDF, and a picture of each."""
    marks = page_marks(changes, compared.new)
    if not marks:
        return {}
    from reportpdf.finish.place import Placed, place_pages
    from reportpdf.layout.form.setter import FormSetter
    from reportpdf.paint.page_images import page_pictures
    from reportpdf.paint.surface import paint_document
    from reportpdf.proof.marked_sheets import marked_sheets
    from reportpdf.source.fonts import FontShelf, bundled_fonts_dir

    fonts = FontShelf((), bundled_fonts_dir())
    trim = Size(new.snapshot.width, new.snapshot.height)
    head = f"{titles.new}改动标记　第{{page}}页，共{changes.new_pages}页"
    foot = (
        f"《{titles.report}》　与{titles.old}相比；{titles.colour}色为{titles.new}所改，虚线框：旧数仍在。"
        "校对符号依 GB/T 14706-1993。"
    )
    sheets = marked_sheets(marks, trim, ink, head, foot, FormSetter(fonts))
    painted = paint_document(sheets.document, fonts, lambda _: None)
    placed = [Placed(number - 1, i, sheets.at) for i, number in enumerate(sheets.numbers)]
    files = {"marked.pdf": place_pages(painted, new.pdf, placed)}
    if pictures:
        shown = page_pictures(files["marked.pdf"], ppi=MARKED_PPI)
        for number, (_, picture) in zip(sheets.numbers, shown, strict=True):
            files[f"marked-{number:0{_digits(changes)}d}.png"] = picture
    return files


def _pairs(
    changes: Changes, old: RoundState, new: RoundState, ink: Ink, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """For each changed page the two beside each other, and one over the other."""
    pairs = [
        PagePair(
            (other := _old_page(changes, number), number),
            (f"{old.name}　第{other}页", f"{new.name}　第{number}页"),
            (_boxes(changes, other, old=True), _boxes(changes, number, old=False)),
        )
        for number in changes.pages
    ]
    return pair_pictures(old.pdf, new.pdf, pairs, _digits(changes), ink, progress)


def _old_page(changes: Changes, number: int) -> int:
    """The old page on which most of what changed on the new one stood."""
    pages = Counter(
        change.old_spots[0].page
        for change in changes.changes
        if change.prints and change.old_spots and any(s.page == number for s in change.new_spots)
    )
    if not pages or pages[number]:
        return number
    return max(sorted(pages), key=lambda page: pages[page])


def _boxes(changes: Changes, page: int, *, old: bool) -> tuple[Rect, ...]:
    seen: list[Sequence[Spot]] = [
        change.old_spots if old else change.new_spots for change in changes.changes if change.prints
    ]
    seen += [one.unexplained for one in changes.unexplained]
    return tuple(rect_of(s) for spots in seen for s in spots if s.page == page)


def _digits(changes: Changes) -> int:
    return page_digits(changes.old_pages, changes.new_pages)
