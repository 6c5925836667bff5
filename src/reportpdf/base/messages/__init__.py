"""Every message of every room, by code.

Comes in: each room's ``ROWS``. Goes out: ``MESSAGES``, one table; codes are unique over all rooms.
"""

from __future__ import annotations

from reportpdf.base.messages import (
    check,
    cli,
    compare,
    copies,
    dispatch,
    figures,
    fit,
    fonts,
    inline,
    intake,
    jobs,
    lists,
    mail,
    office,
    page_check,
    photos,
    press,
    proof,
    redmarks,
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
    proof,
    compare,
    redmarks,
    dispatch,
    lists,
    copies,
    mail,
    jobs,
)

MESSAGES: dict[str, Message] = {code: row for room in _ROOMS for code, row in room.ROWS.items()}
