"""What the pages on mail and batches show is taken, and every key of them is named."""

from __future__ import annotations

import re
from pathlib import Path

from reportpdf.commands.table import COMMANDS
from reportpdf.model.mail import MAIL_FIELDS
from reportpdf.source.batch_file import decode_batch
from reportpdf.source.mail_file import decode_mail
from reportpdf.source.schema import SCHEMAS
from reportpdf.source.text_file import make_source

DOCS = Path(__file__).parents[2] / "docs"


def _shown(page: str) -> str:
    found = re.search(r"```yaml\n(.+?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_mail_file_shown_is_one() -> None:
    mail = decode_mail(make_source(_shown("mail.md"), shown="mail.yaml"))
    assert mail.message is not None
    text = (DOCS / "mail.md").read_text("utf-8")
    assert all(f"`{key}`" in text for key in SCHEMAS["mail"]()["properties"])
    assert all(f"`{{{name}}}`" in text for name in MAIL_FIELDS)


def test_the_batch_shown_is_one() -> None:
    batch = decode_batch(make_source(_shown("batch.md"), shown="jobs.yaml"))
    assert [job.name for job in batch.jobs] == ["年报", "简报"]
    text = (DOCS / "batch.md").read_text("utf-8")
    assert all(option.spellings[-1] in text for option in COMMANDS["batch"].options[1:4])
