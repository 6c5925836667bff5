"""Every message of every room, by code.

Comes in: each room's ``ROWS``. Goes out: ``MESSAGES``, one table; codes are unique over all rooms.
"""

from __future__ import annotations

from reportpdf.base.messages import (
    check,
    cli,
    figures,
    fit,
    fonts,
    inline,
    intake,
    office,
    page_check,
    photos,
    press,
    sheet,
    source,
    specimen,
    text,
)
from reportpdf.base.messages.record import Message

_ROOMS = (
    cli,
    fit,
    source,
    photos,
    fonts,
    text,
    inline,
    sheet,
    press,
    check,
    page_check,
    specimen,
    intake,
    office,
    figures,
)

MESSAGES: dict[str, Message] = {code: row for room in _ROOMS for code, row in room.ROWS.items()}
