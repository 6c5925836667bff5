"""``changes.json``: all changes for programs, with stable keys and codes in English.

Comes in: changes, what the two are called. Goes out: an object whose keys are always the same. Lengths are mm
from the trim's upper left corner; paths are those of the report.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportpdf.check.finding import Spot
from reportpdf.proof.changes import Change, Changes, Moved, NumberChange, PagePixels, Standing
from reportpdf.proof.edits import Edit

Json = dict[str, object]

SCHEMA = 1
_CONTEXT = 10
"""Characters before and after an edit."""


def changes_object(changes: Changes, old: Json, new: Json) -> Json:
    """The whole object; ``old`` and ``new`` say what was compared."""
    return {
        "version": SCHEMA,
        "old": {**old, "pages": changes.old_pages},
        "new": {**new, "pages": changes.new_pages},
        "changes": [_change(one) for one in changes.changes],
        "layout": [_moved(one) for one in changes.moved],
        "pages": list(changes.pages),
        "pixels": [_pixels(one) for one in changes.pixels],
        "unexplained": [_pixels(one) for one in changes.unexplained],
    }


def _change(change: Change) -> Json:
    return {
        "code": change.code,
        "path": change.path,
        "old_path": change.old_path or None,
        "new_path": change.new_path or None,
        "section": change.section or None,
        "name": change.name or None,
        "old": change.old or None,
        "new": change.new or None,
        "edits": [_edit(one, change) for one in change.edits],
        "numbers": [_number(one) for one in change.numbers],
        "whitespace_only": change.white,
        "on_page": change.prints,
        "swapped_with": change.other or None,
        "old_line": change.old_line or None,
        "new_line": change.new_line or None,
        "old_places": spot_list(change.old_spots),
        "new_places": spot_list(change.new_spots),
        "repeated_places": spot_list(change.repeats),
    }


def _edit(edit: Edit, change: Change) -> Json:
    end = edit.new_at + len(edit.new)
    return {
        "old": edit.old,
        "new": edit.new,
        "old_at": edit.old_at,
        "new_at": edit.new_at,
        "before": change.new[max(0, edit.new_at - _CONTEXT) : edit.new_at],
        "after": change.new[end : end + _CONTEXT],
    }


def _number(number: NumberChange) -> Json:
    return {
        "old": number.old,
        "new": number.new,
        "old_stands": [_standing(one) for one in number.old_stands],
        "new_stands": [_standing(one) for one in number.new_stands],
    }


def _standing(standing: Standing) -> Json:
    return {
        "path": standing.path,
        "line": standing.line or None,
        "written": standing.written,
        "around": standing.around,
        "same_unit": standing.same_unit,
        "places": spot_list(standing.spots),
    }


def spot_list(spots: Sequence[Spot]) -> list[Json]:
    """Places on pages, mm."""
    return [
        {"page": s.page, "x": s.x_mm, "y": s.y_mm, "width": s.width_mm, "height": s.height_mm} for s in spots
    ]


def _moved(moved: Moved) -> Json:
    return {
        "code": moved.code,
        "first": moved.first or None,
        "last": moved.last or None,
        "count": moved.count,
        "old": moved.old,
        "new": moved.new,
    }


def _pixels(page: PagePixels) -> Json:
    return {
        "page": page.page,
        "share": round(page.share, 5),
        "unexplained": spot_list(page.unexplained),
    }
