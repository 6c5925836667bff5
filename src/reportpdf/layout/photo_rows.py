"""Photos in justified rows: whole columns, one height, cropped about their focus, captions beneath.

In: the photos of a section. Out: rows with the columns of each frame and the height they may take.
Heights are in quarter steps. Which rows: two, three, two and two, two and three, threes; never a
lonely one at the end. Which columns: the split that crops least at a common height.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from reportpdf.layout.captions import caption_height, set_caption
from reportpdf.layout.grid import Q
from reportpdf.layout.setting import PlacedPhoto, Setting

_PAIRS = ((6, 6), (8, 4), (4, 8))
_TRIPLES = ((4, 4, 4), (3, 3, 6), (6, 3, 3), (3, 6, 3))
_BESIDE = (8, 6, 4)
"""Columns of a single photo that has its caption beside it."""

LAST_RESORT = 1.4
"""How much higher than the look's most a row may go to fill a page, if no photo is cut too far [choice]."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhotoRow:
    """Photos side by side: columns of each, height limits and the caption's height under them.

    ``most`` is the look's; ``limit`` is how high the row may go, for want of anything else to fill a
    page, before a photo loses more of its side than the look allows.
    """

    photos: tuple[PlacedPhoto, ...]
    columns: tuple[int, ...]
    least: int
    most: int
    limit: int
    caption: int


def pair_rows(setting: Setting, photos: tuple[PlacedPhoto, ...]) -> tuple[tuple[PhotoRow, ...], ...]:
    """The photos in rows, in their order; for each row the forms it may take.

    Only a single photo has more than one: across the page, or with its caption beside it.
    """
    rows: list[tuple[PhotoRow, ...]] = []
    while left := photos[sum(len(forms[0].photos) for forms in rows) :]:
        rows.append(next_row(setting, left))
    return tuple(rows)


def next_row(setting: Setting, left: tuple[PlacedPhoto, ...]) -> tuple[PhotoRow, ...]:
    """The forms of the row that the first of the photos left stand in, the usual one first."""
    chosen = left[: _sizes(len(left))[0]]
    if len(chosen) == 1:
        return _single(setting, chosen)
    alone = _single(setting, left[:1]) if setting.look.photos.alone else ()
    return (_row(setting, chosen), *alone)


def _single(setting: Setting, photos: tuple[PlacedPhoto, ...]) -> tuple[PhotoRow, ...]:
    """A photo alone in its section: across the page if its shape allows it, or beside its caption.

    The taller the photo, the fewer columns it takes; one of no usual shape takes those that cut it least.
    """
    full = setting.grid.format.columns
    forms = [
        form
        for form in (_alone(setting, photos, columns) for columns in (full, *_BESIDE))
        if not is_beside(setting, form) or _holds_caption(setting, form)
    ]
    fitting = [form for form in forms if _cut_of(setting, form) <= setting.look.photos.crop + 1e-6]
    if not fitting:
        return (min(forms, key=lambda form: _cut_of(setting, form)),)
    beside = [form for form in fitting if is_beside(setting, form)]
    return (*fitting[: len(fitting) - len(beside)], *beside[:1])


def _alone(setting: Setting, photos: tuple[PlacedPhoto, ...], columns: int) -> PhotoRow:
    """A single photo in so many columns, as high as the look and its own shape allow."""
    look, full = setting.look.photos, columns == setting.grid.format.columns
    least, most = look.full_u if full else look.wide_u
    native = setting.grid.span(columns) / photos[0].picture.aspect / setting.u
    low = min(max(least, native * (1 - look.crop)), most)
    high = max(low, min(most, native / (1 - look.crop)))
    caption = _caption_height(setting, photos, (columns,)) if full else 0
    least_q = ceil(low * Q - 1e-6)
    most_q = max(least_q, int(high * Q + 1e-6))
    return PhotoRow(photos, (columns,), least_q, most_q, most_q, caption)


def _cut_of(setting: Setting, row: PhotoRow) -> float:
    """The share of its side that a single photo loses at its least height."""
    return _share_cut(setting, row.photos[0], row.columns[0], row.least)


def _holds_caption(setting: Setting, row: PhotoRow) -> bool:
    """Whether a caption beside its photo is no higher than the photo at its least."""
    style = setting.styles.caption_beside
    width = setting.grid.span(setting.grid.format.columns - row.columns[0])
    caption = set_caption(setting, row.photos[0], width, style)
    return caption is None or len(caption.ranges) * style.pitch <= row.least * setting.u / Q


def _sizes(count: int) -> tuple[int, ...]:
    """How many photos stand in each row."""
    if count < 3:
        return (count,) if count else ()
    twos = {0: 0, 1: 2, 2: 1}[count % 3]
    return (2,) * twos + (3,) * ((count - 2 * twos) // 3)


def _row(setting: Setting, photos: tuple[PlacedPhoto, ...]) -> PhotoRow:
    """The split of columns and the heights that cut least of the photos."""
    look = setting.look.photos
    splits = _PAIRS if len(photos) == 2 else _TRIPLES
    best, best_cost = None, float("inf")
    for split in splits:
        mixed = len(set(split)) > 1
        least, most = look.triple_u if len(photos) == 3 else look.pair_mixed_u if mixed else look.pair_u
        for quarter in range(round(least * Q), round(most * Q) + 1):
            # An even row is the quiet choice: a mixed one must save something to be taken.
            cost = (
                sum(_cut(setting, p, n, quarter) for p, n in zip(photos, split, strict=True)) + 0.12 * mixed
            )
            if cost < best_cost - 1e-9:
                best, best_cost = (split, quarter), cost
    assert best is not None  # every split has at least one height
    split, quarter = best
    mixed = len(set(split)) > 1
    least, most = look.triple_u if len(photos) == 3 else look.pair_mixed_u if mixed else look.pair_u
    low = round(least * Q)
    while low < quarter and any(
        _share_cut(setting, p, n, low) > look.crop + 1e-6 for p, n in zip(photos, split, strict=True)
    ):
        low += 1
    high = _highest(setting, photos, split, round(most * Q), low)
    limit = max(high, _highest(setting, photos, split, round(most * Q * LAST_RESORT), low))
    return PhotoRow(photos, split, low, high, limit, _caption_height(setting, photos, split))


def _highest(
    setting: Setting, photos: tuple[PlacedPhoto, ...], split: tuple[int, ...], most: int, low: int
) -> int:
    """The greatest height at which no photo loses more than the look allows."""
    height = most
    limit = setting.look.photos.crop
    while height > low and any(
        _share_cut(setting, p, n, height) > limit for p, n in zip(photos, split, strict=True)
    ):
        height -= 1
    return height


def _share_cut(setting: Setting, photo: PlacedPhoto, columns: int, quarters: float) -> float:
    """The share of a side that a frame of so many columns and quarter steps cuts from the photo."""
    frame = setting.grid.span(columns) / (quarters * setting.u / Q)
    return 1 - min(frame / photo.picture.aspect, photo.picture.aspect / frame)


def _cut(setting: Setting, photo: PlacedPhoto, columns: int, quarters: int) -> float:
    """Cost of a cut: small ones hardly count, those over the limit count ten times."""
    share = _share_cut(setting, photo, columns, quarters)
    return share**2 + (10 * (share - setting.look.photos.crop) if share > setting.look.photos.crop else 0.0)


def _caption_height(setting: Setting, photos: tuple[PlacedPhoto, ...], split: tuple[int, ...]) -> int:
    """The longest caption of a row with the gap above it, in quarter steps."""
    heights = [caption_height(setting, p, setting.grid.span(n)) for p, n in zip(photos, split, strict=True)]
    return ceil(max(heights) / setting.u * Q - 1e-6)


def stack_limits(setting: Setting, photo: PlacedPhoto) -> tuple[int, int, int]:
    """(least, most, rest) of a photo in eight columns beside a stack, quarter steps; least over most: none.

    The rest is what of the stack's height the photo does not take: the drop and its caption.
    """
    look, callouts = setting.look.photos, setting.look.callouts
    caption = caption_height(setting, photo, setting.grid.span(8))
    taken = ((callouts.figure_drop_u - callouts.rise_u) * setting.u + caption) / setting.u * Q
    rest = ceil(taken)
    spare = rest - taken  # the photo is higher by so much than whole quarters
    least, most = (round(v * Q) for v in look.wide_u)
    while least < most and _share_cut(setting, photo, 8, least + spare) > look.crop:
        least += 1
    while most > least and _share_cut(setting, photo, 8, most + spare) > look.crop:
        most -= 1
    if _share_cut(setting, photo, 8, least + spare) > look.crop + 1e-6:
        most = least - 1  # no height does: a tall photo stands elsewhere
    return least, most, rest


def is_beside(setting: Setting, row: PhotoRow) -> bool:
    """Whether the row is a single photo with its caption beside it."""
    return len(row.columns) == 1 and row.columns[0] < setting.grid.format.columns
