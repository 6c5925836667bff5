"""Findings that the report accepts, with its reason; and what of an earlier list is known already.

Comes in: what was noted, with its spots, and the report's ``accept``. Goes out: findings, those accepted with
the reason; and a problem for each entry that matches nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from reportpdf.base.problem import problem
from reportpdf.check.finding import Finding, Noted
from reportpdf.model.report import Accept


def accepted(
    found: Iterable[Finding], accept: Iterable[Accept], codes: Collection[str]
) -> tuple[Finding, ...]:
    """The findings, accepted ones with their reason, and what is wrong with the entries themselves."""
    findings, entries = list(found), list(accept)
    used: set[int] = set()
    for i, finding in enumerate(findings):
        meant = [n for n, entry in enumerate(entries) if _matches(entry, finding)]
        used.update(meant)
        if meant:
            findings[i] = replace(finding, accepted=entries[meant[0]].reason.value)
    for n, entry in enumerate(entries):
        if n not in used:
            code = "accept-nothing" if entry.code.value in codes else "accept-unknown"
            findings.append(Finding(Noted(problem(code, entry.code.place, code=entry.code.value))))
    return tuple(findings)


def _matches(entry: Accept, finding: Finding) -> bool:
    """Whether an entry is about a finding: by its code, and where ``at`` says."""
    noted = finding.noted
    if entry.code.value != noted.problem.code:
        return False
    if entry.at is None:
        return True
    at = entry.at.value.strip()
    path = noted.problem.place.path if noted.problem.place else ""
    if path == at or path.startswith((at + ".", at + "[")):
        return True
    if at in {f"page {spot.page}" for spot in finding.spots}:
        return True
    if noted.text is None:
        return any(at == value for _, value in noted.problem.args)
    words = noted.text.value[noted.offset : noted.offset + max(noted.length, 1)]
    return bool(words) and (at in words or words in at)
