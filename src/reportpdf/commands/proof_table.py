"""The commands of proof rounds: what makes, lists, compares, marks and signs them.

Comes in: nothing. Goes out: ``PROOF_COMMANDS``, rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Command

PROOF_COMMANDS: tuple[Command, ...] = ()
