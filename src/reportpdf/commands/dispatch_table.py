"""The commands of dispatch: what makes copies, tells of them and traces them.

Comes in: nothing. Goes out: ``DISPATCH_COMMANDS``, rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Command

DISPATCH_COMMANDS: tuple[Command, ...] = ()
