"""Copies made first and sent after a look, through the command line and a real mail server."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf import cli
from tests.dispatch.post_office import PASSWORD, USER, PostOffice, certificate, serving
from tests.dispatch.test_dispatch_command import LIST, REPORT


def test_copies_are_made_first_and_sent_after_a_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = certificate(tmp_path)
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    monkeypatch.setenv("REPORTPDF_DEBUG", "1")
    monkeypatch.setenv("REPORTPDF_SMTP_USER", USER)
    words = ["dispatch", str(tmp_path / "report.yaml"), str(tmp_path / "list.csv"), "--lang", "zh"]
    office = PostOffice(["", "550 no such user"])

    def asked(*more: str) -> tuple[int, str]:
        code = cli.main([*words, *more])
        told = capsys.readouterr()
        return code, told.out + told.err

    with serving(office, pair) as port:
        (tmp_path / "mail.yaml").write_text(
            f"server: localhost\nport: {port}\ntls: starttls\ncertificates: localhost.crt\n"
            "sender: xc@example.cn\nsender_name: 市局宣传科\nrate: 60000\n",
            "utf-8",
        )
        assert asked("--go")[0] == 0
        mail = ("--mail", str(tmp_path / "mail.yaml"))
        monkeypatch.setenv("REPORTPDF_SMTP_PASSWORD", "wrong-word")
        code, told = asked(*mail)
        assert (code, office.recipients) == (0, [])
        assert "要发 2 封信" in told
        code, told = asked(*mail, "--resume")
        assert (code, office.recipients) == (1, [])
        assert "wrong-word" not in told
        monkeypatch.setenv("REPORTPDF_SMTP_PASSWORD", PASSWORD)
        code, told = asked(*mail, "--resume")
        assert code == 1
        assert "list.csv:3:1: 刑侦支队: 服务器拒收：550 no such user" in told
        assert asked(*mail, "--resume")[0] == 0
    assert office.recipients == ["wf@example.cn", "lq@example.cn", "lq@example.cn"]
    assert [str(message["To"]) for message in office.messages] == [
        "王芳 <wf@example.cn>", "李强 <lq@example.cn>",
    ]  # fmt: skip
    assert not any(name in message for message in office.messages for name in ("Cc", "Bcc"))
    told = [body.get_content() for message in office.messages if (body := message.get_body())]
    assert "密码另行告知" in told[1]
    assert not any("correct horse" in words for words in told)
    letters = b"".join(bytes(envelope.content or b"") for envelope in office.envelopes)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for secret in (PASSWORD, "wrong-word"):
        assert not any(secret.encode() in content for content in (letters, *written))
