"""Photos in rows: how many in each, which columns, how high, and what is cropped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.layout.grid import Q
from reportpdf.layout.photo_frames import crop_about
from reportpdf.layout.photo_rows import PhotoRow, is_beside, pair_rows, stack_limits
from reportpdf.layout.setting import PlacedPhoto
from tests.layout.reports import GRID, LOOK, U, new_setting, photo, picture, prose

SETTING = new_setting()
CROP = LOOK.photos.crop
WIDE, NARROW, SQUARE = (3000, 2000), (2000, 3000), (2000, 2000)


def placed(*shapes: tuple[int, int], caption: str | None = None) -> tuple[PlacedPhoto, ...]:
    return tuple(
        PlacedPhoto(picture(photo(caption), *shape), f"sections[0].photos[{i}]")
        for i, shape in enumerate(shapes)
    )


def rows(*shapes: tuple[int, int]) -> tuple[PhotoRow, ...]:
    """The first form of every row."""
    return tuple(forms[0] for forms in pair_rows(SETTING, placed(*shapes)))


SIZES = {
    1: (1,),
    2: (2,),
    3: (3,),
    4: (2, 2),
    5: (2, 3),
    6: (3, 3),
    7: (2, 2, 3),
    8: (2, 3, 3),
    9: (3, 3, 3),
    10: (2, 2, 3, 3),
}


@pytest.mark.parametrize(("count", "sizes"), SIZES.items())
def test_photos_are_dealt_to_rows(count: int, sizes: tuple[int, ...]) -> None:
    assert tuple(len(row.photos) for row in rows(*[WIDE] * count)) == sizes


@pytest.mark.parametrize("count", range(2, 31))
def test_no_photo_is_alone_and_none_is_lost(count: int) -> None:
    made = rows(*[WIDE] * count)
    assert {len(row.photos) for row in made} <= {2, 3}
    assert [p.path for row in made for p in row.photos] == [f"sections[0].photos[{i}]" for i in range(count)]
    assert all(sum(row.columns) == 12 for row in made)


SPLITS = [
    ((WIDE, WIDE), (6, 6)),
    ((SQUARE, SQUARE), (6, 6)),
    ((WIDE, NARROW), (8, 4)),
    ((NARROW, WIDE), (4, 8)),
    ((WIDE, WIDE, WIDE), (4, 4, 4)),
    (((2400, 1000), (1000, 1100), (1000, 1100)), (6, 3, 3)),
    (((1000, 1100), (1000, 1100), (2400, 1000)), (3, 3, 6)),
]


@pytest.mark.parametrize(("shapes", "columns"), SPLITS)
def test_a_row_is_split_so_that_least_is_cropped(
    shapes: tuple[tuple[int, int], ...], columns: tuple[int, ...]
) -> None:
    (row,) = rows(*shapes)
    assert row.columns == columns


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.55, 2.6), min_size=2, max_size=3))
def test_rows_keep_within_the_look_and_cut_no_more_at_any_height_than_at_their_least(
    aspects: list[float],
) -> None:
    (row,) = rows(*((round(1000 * a), 1000) for a in aspects))
    assert 0 < row.least <= row.most <= row.limit
    mixed = len(set(row.columns)) > 1
    look = LOOK.photos
    least, most = look.triple_u if len(aspects) == 3 else look.pair_mixed_u if mixed else look.pair_u
    assert least * Q <= row.least
    assert row.most <= most * Q
    at_least = _cut(row, row.least)
    for height in (row.most, row.limit):
        assert _cut(row, height) <= max(CROP, at_least) + 1e-6


def test_a_row_is_not_made_as_high_as_cuts_a_photo_too_far_where_a_lower_one_does_not() -> None:
    (row,) = rows((1875, 1000), (1434, 1000), (875, 1000))
    assert all(_cut(row, height) <= CROP for height in (row.least, row.most, row.limit))


def _cut(row: PhotoRow, quarters: int) -> float:
    """The greatest share of a side that a photo of the row loses."""
    frames = [GRID.span(n) / (quarters * U / Q) for n in row.columns]
    aspects = [p.picture.aspect for p in row.photos]
    return max(1 - min(f / a, a / f) for f, a in zip(frames, aspects, strict=True))


SINGLES = [
    ((3000, 2000), [12, 8]),
    ((1600, 900), [12, 8]),
    ((2000, 2000), [12, 8]),
    ((2000, 3000), [6]),
    ((900, 1600), [4]),
    ((3000, 1000), [12]),
    ((4000, 1000), [12]),
    ((1000, 4000), [4]),
]


@pytest.mark.parametrize(("shape", "columns"), SINGLES)
def test_a_single_photo_takes_the_columns_its_shape_asks(shape: tuple[int, int], columns: list[int]) -> None:
    (forms,) = pair_rows(SETTING, placed(shape))
    assert [form.columns[0] for form in forms] == columns
    assert [is_beside(SETTING, form) for form in forms] == [n < 12 for n in columns]


def test_a_caption_longer_than_its_photo_is_high_stands_under_it() -> None:
    (forms,) = pair_rows(SETTING, placed(WIDE, caption=prose(500)))
    assert [form.columns for form in forms] == [(12,)]
    assert forms[0].caption > 0


def test_a_tall_photo_is_not_stacked_beside_callouts() -> None:
    least, most, _ = stack_limits(SETTING, placed(WIDE)[0])
    assert least <= most
    least, most, _ = stack_limits(SETTING, placed(NARROW)[0])
    assert least > most


CROPS = [
    (1.5, 1.5, None, (0.0, 0.0, 1.0, 1.0)),
    (1.5, 3.0, None, (0.0, 0.25, 1.0, 0.75)),
    (1.5, 3.0, (0.5, 0.0), (0.0, 0.0, 1.0, 0.5)),
    (1.5, 3.0, (0.5, 1.0), (0.0, 0.5, 1.0, 1.0)),
    (2.0, 1.0, (0.9, 0.5), (0.5, 0.0, 1.0, 1.0)),
    (2.0, 1.0, (0.4, 0.5), (0.15, 0.0, 0.65, 1.0)),
]


@pytest.mark.parametrize(("aspect", "frame", "focus", "crop"), CROPS)
def test_a_crop_is_about_its_focus_and_inside_the_photo(
    aspect: float,
    frame: float,
    focus: tuple[float, float] | None,
    crop: tuple[float, float, float, float],
) -> None:
    assert crop_about(aspect, frame, focus) == pytest.approx(crop)


@given(st.floats(0.25, 4), st.floats(0.25, 4), st.floats(0, 1), st.floats(0, 1))
def test_any_crop_has_the_shape_of_its_frame_and_holds_its_focus(
    aspect: float, frame: float, x: float, y: float
) -> None:
    left, top, right, bottom = crop_about(aspect, frame, (x, y))
    assert aspect * (right - left) / (bottom - top) == pytest.approx(frame)
    assert -1e-9 <= left <= x + 1e-9
    assert x - 1e-9 <= right <= 1 + 1e-9
    assert -1e-9 <= top <= y + 1e-9
    assert y - 1e-9 <= bottom <= 1 + 1e-9
