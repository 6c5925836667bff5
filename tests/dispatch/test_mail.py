"""Letters over a real mail server: encoded right, told right, never sent twice in silence."""

from __future__ import annotations

import email
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from email import policy
from pathlib import Path
from typing import Any

import pytest

from reportpdf.base.problem import InputError
from reportpdf.dispatch.letters import (
    Attachment,
    Failed,
    Fate,
    Letter,
    Refused,
    Sent,
    letter_reference,
    post_all,
)
from reportpdf.dispatch.mail import OutboxMailer, SmtpMailer, open_mailer
from reportpdf.dispatch.mail_login import Credentials, find_credentials
from reportpdf.dispatch.mail_message import weight
from reportpdf.dispatch.mail_words import to_self, words_of
from reportpdf.model.mail import Mail
from reportpdf.source.mail_file import decode_mail, read_mail
from reportpdf.source.text_file import make_source
from tests.dispatch.post_office import PASSWORD, USER, PostOffice, certificate, serving

CHINA = timezone(timedelta(hours=8))
NAME = "滨州市公安局沾化分局（第003份，共120份）.pdf"
GOOD = Credentials(USER, PASSWORD)


class Time:
    """A clock that only sleep moves."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        return datetime(2025, 1, 10, 8, 30, tzinfo=CHINA) + timedelta(seconds=self.seconds)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def letter(tmp_path: Path) -> Letter:
    path = tmp_path / "copy.pdf"
    path.write_bytes(b"%PDF-1.7\n." + bytes(range(256)) * 40 + b"\n%%EOF\n")
    return Letter(
        "12",
        "zhang@example.cn",
        "沾化分局 张建国",
        "《数“说”影“述”滨州公安的“2024”》分发：滨州市公安局沾化分局",
        "沾化分局：\n\n　　您好！\n.\n..两点开头的行\n",
        (Attachment(path, NAME),),
        letter_reference(b"secret of the ledger", "12"),
    )


def settings_for(port: int, crt: Path | None = None, **more: Any) -> Mail:
    lines = [f"server: localhost\nport: {port}\nsender: xc@example.cn\nsender_name: 宣传科\n"]
    if crt is not None:
        lines.append(f"certificates: {crt.name}\n")
    lines += [f"{key}: {value}\n" for key, value in ({"tls": "starttls", "rate": 60000} | more).items()]
    return decode_mail(make_source("".join(lines), shown="mail.yaml"))


@contextmanager
def posting(
    office: PostOffice,
    pair: tuple[Path, Path],
    *,
    time: Time | None = None,
    credentials: Credentials | None = GOOD,
    server: dict[str, Any] | None = None,
    **more: Any,
) -> Iterator[SmtpMailer]:
    clock = time or Time()
    with serving(office, pair, tls=more.get("tls", "starttls"), **(server or {})) as port:
        mail = settings_for(port, pair[0], **more)
        with SmtpMailer(
            mail, credentials, pair[0].parent, now=clock.now, clock=clock.clock, sleep=clock.sleep
        ) as mailer:
            yield mailer


def code(fate: Fate) -> str:
    assert not isinstance(fate, Sent)
    return fate.problem.code


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_a_letter_arrives_as_it_was_written(tls: str, pair: tuple[Path, Path], letter: Letter) -> None:
    office = PostOffice()
    with posting(office, pair, tls=tls) as mailer:
        assert mailer.send(letter) == Sent("queued as 1")
    (message,) = office.messages
    (envelope,) = office.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("xc@example.cn", ["zhang@example.cn"])
    assert message["Subject"] == letter.subject
    assert str(message["To"]) == "沾化分局 张建国 <zhang@example.cn>"
    assert message["From"].addresses[0].display_name == "宣传科"
    assert message["Message-ID"] == f"<{letter.reference}@example.cn>"
    assert message["Date"].datetime == datetime(2025, 1, 10, 8, 30, tzinfo=CHINA)
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter.body
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == NAME
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == letter.attachments[0].path.read_bytes()


def test_a_file_name_is_read_by_every_reader(pair: tuple[Path, Path], letter: Letter) -> None:
    office = PostOffice()
    with posting(office, pair) as mailer:
        mailer.send(letter)
    content = office.envelopes[0].content
    assert isinstance(content, bytes)
    assert content.isascii()
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    old = email.message_from_bytes(content)  # the reader of RFC 2822 days
    part = old.get_payload()[1]
    assert isinstance(part, email.message.Message)
    assert part.get_filename() == NAME
    # Outlook and Foxmail: encoded words in the name of the type
    words = re.findall(r"=\?UTF-8\?B\?[^?]+\?=", str(part["Content-Type"]))
    assert "".join(str(email.header.make_header(email.header.decode_header(word))) for word in words) == NAME
    assert all(len(word) <= 75 for word in words)


def test_many_letters_go_over_one_connection(pair: tuple[Path, Path], letter: Letter) -> None:
    office = PostOffice()
    with posting(office, pair) as mailer:
        fates = [mailer.send(replace(letter, to=f"a{n}@example.cn")) for n in range(20)]
    assert all(isinstance(fate, Sent) for fate in fates)
    assert office.connections == 2  # EHLO before and after STARTTLS
    assert [envelope.rcpt_tos for envelope in office.envelopes] == [[f"a{n}@example.cn"] for n in range(20)]


@pytest.mark.parametrize(
    ("script", "fate", "tries"),
    [
        (["450 4.2.1 later"], Sent, 2),
        (["what now"], Sent, 2),
        (["450 later", "451 later", "data 452 full"], Sent, 4),
        (["drop rcpt"], Sent, 2),
        (["drop rcpt", "421 shutting down", "450 x"], Sent, 4),
        (["450 a", "450 b", "450 c", "450 d"], "mail-later", 4),
        (["drop rcpt"] * 4, "mail-dropped", 4),
        (["550 no such user"], "mail-refused", 1),
        (["553 5.1.3 bad"], "mail-refused", 1),
        (["data 554 spam"], "mail-refused", 1),
        (["data 333 what"], "mail-doubt", 1),
        (["450 later", "550 no"], "mail-refused", 2),
        (["drop data"], "mail-doubt", 1),
        (["450 later", "drop data"], "mail-doubt", 2),
    ],
)
def test_what_the_server_says_decides(
    script: list[str], fate: object, tries: int, pair: tuple[Path, Path], letter: Letter
) -> None:
    time, office = Time(), PostOffice(list(script))
    with posting(office, pair, time=time) as mailer:
        found = mailer.send(letter)
        assert len(office.recipients) == tries
        pauses = [seconds for seconds in time.slept if seconds > 1]
        assert pauses == [5.0, 20.0, 80.0][: tries - 1]
        if fate is Sent:
            assert isinstance(found, Sent)
        else:
            assert code(found) == fate
            assert isinstance(found, Refused) == (fate == "mail-refused")
            assert not (isinstance(found, Failed) and found.stops)
            assert isinstance(found, Failed) is (fate != "mail-refused")
            assert (isinstance(found, Failed) and found.doubtful) is (fate == "mail-doubt")
        assert isinstance(mailer.send(replace(letter, to="next@example.cn")), Sent)
    assert len([e for e in office.envelopes if e.rcpt_tos == ["zhang@example.cn"]]) <= 1


class Book:
    """A journal that dies when told to."""

    def __init__(self, dies_at: int = 10**9) -> None:
        self.lines: list[tuple[str, str]] = []
        self._left = dies_at

    def _write(self, key: str, what: str) -> None:
        if self._left == 0:
            raise KeyboardInterrupt
        self._left -= 1
        self.lines.append((key, what))

    def sending(self, letter: Letter) -> None:
        self._write(letter.key, "sending")

    def fate(self, letter: Letter, fate: Fate) -> None:
        self._write(letter.key, type(fate).__name__)


def test_each_letter_is_written_down_before_and_after(pair: tuple[Path, Path], letter: Letter) -> None:
    office, book = PostOffice(["", "550 no", ""]), Book()
    letters = [replace(letter, key=str(n)) for n in range(3)]
    with posting(office, pair) as mailer:
        assert len(list(post_all(letters, mailer, book))) == 3
    assert book.lines == [
        ("0", "sending"), ("0", "Sent"), ("1", "Refused"), ("2", "sending"), ("2", "Sent"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reply", "lines"), [("450 later", ["Failed"]), ("data 451 later", ["sending", "Failed"])]
)
def test_stopped_while_it_waits_for_the_server_no_letter_is_in_doubt(
    reply: str, lines: list[str], pair: tuple[Path, Path], letter: Letter
) -> None:
    class Stopped(Time):
        def sleep(self, seconds: float) -> None:
            raise KeyboardInterrupt

    book = Book()
    with posting(PostOffice([reply]), pair, time=Stopped()) as mailer, pytest.raises(KeyboardInterrupt):
        list(post_all([letter], mailer, book))
    assert [what for _, what in book.lines] == lines


def test_stopped_while_it_waits_for_its_turn_no_letter_is_in_doubt(
    pair: tuple[Path, Path], letter: Letter
) -> None:
    class Stopped(Time):
        def sleep(self, seconds: float) -> None:
            raise KeyboardInterrupt

    book = Book()
    with posting(PostOffice(), pair, time=Stopped(), rate=30) as mailer, pytest.raises(KeyboardInterrupt):
        list(post_all([letter, replace(letter, key="13")], mailer, book))
    assert book.lines == [("12", "sending"), ("12", "Sent")]


@pytest.mark.parametrize("dies_at", range(6))
def test_killed_anywhere_one_letter_at_most_is_in_doubt(
    dies_at: int, pair: tuple[Path, Path], letter: Letter
) -> None:
    office, book = PostOffice(), Book(dies_at)
    letters = [replace(letter, key=str(n), to=f"a{n}@example.cn") for n in range(3)]
    with posting(office, pair) as mailer, pytest.raises(KeyboardInterrupt):
        list(post_all(letters, mailer, book))
    begun = {key for key, what in book.lines if what == "sending"}
    ended = {key for key, what in book.lines if what == "Sent"}
    arrived = {envelope.rcpt_tos[0][1:2] for envelope in office.envelopes}
    assert len(begun - ended) <= 1
    assert ended <= arrived <= begun


def test_the_pace_is_kept(pair: tuple[Path, Path], letter: Letter) -> None:
    time, office = Time(), PostOffice()
    with posting(office, pair, time=time, rate=30) as mailer:
        for _ in range(5):
            mailer.send(letter)
    assert sum(time.slept) == pytest.approx(4 * 2.0)


# -- what stops the run ------------------------------------------------------------------------------------


@pytest.mark.parametrize("credentials", [Credentials(USER, "wrong-word"), None])
def test_a_wrong_login_stops_the_run_and_stays_unseen(
    credentials: Credentials | None, pair: tuple[Path, Path], letter: Letter
) -> None:
    office, book = PostOffice(), Book()
    with posting(office, pair, credentials=credentials) as mailer:
        fates = list(post_all([letter, letter], mailer, book))
    ((_, fate),) = fates
    assert isinstance(fate, Failed)
    assert fate.stops
    assert code(fate) == ("mail-login" if credentials else "mail-login-wanted")
    assert "wrong-word" not in repr(fates)
    assert not office.envelopes


def test_credentials_show_nowhere() -> None:
    assert PASSWORD not in repr(GOOD) + str(GOOD) + str([GOOD])
    with pytest.raises(TypeError):
        __import__("pickle").dumps(GOOD)


def test_a_certificate_of_nobody_stops_the_run(
    pair: tuple[Path, Path], letter: Letter, tmp_path: Path
) -> None:
    office, time = PostOffice(), Time()
    with serving(office, pair) as port:
        mail = settings_for(port)
        with SmtpMailer(mail, GOOD, tmp_path, now=time.now, clock=time.clock, sleep=time.sleep) as mailer:
            fate = mailer.send(letter)
    assert isinstance(fate, Failed)
    assert (fate.problem.code, fate.stops) == ("mail-certificate", True)
    assert time.slept == []


def test_a_certificate_of_another_stops_the_run(letter: Letter, tmp_path: Path) -> None:
    office = PostOffice()
    with posting(office, certificate(tmp_path, "mail.example.org")) as mailer:
        assert code(mailer.send(letter)) == "mail-certificate"
    assert not office.envelopes


def test_a_certificate_that_is_over_stops_the_run(letter: Letter, tmp_path: Path) -> None:
    with posting(PostOffice(), certificate(tmp_path, days=-1)) as mailer:
        fate = mailer.send(letter)
    assert code(fate) == "mail-certificate"
    assert "expired" in str(dict(fate.problem.args))  # type: ignore[union-attr]


def test_without_starttls_nothing_is_sent(pair: tuple[Path, Path], letter: Letter) -> None:
    office, time = PostOffice(), Time()
    with serving(office, None, tls="none", auth=False) as port:
        mail = settings_for(port, tls="starttls")
        with SmtpMailer(
            mail, GOOD, pair[0].parent, now=time.now, clock=time.clock, sleep=time.sleep
        ) as mailer:
            fate = mailer.send(letter)
    assert isinstance(fate, Failed)
    assert (fate.problem.code, fate.stops) == ("mail-no-starttls", True)
    assert not office.envelopes


def test_nobody_there_is_told_after_all_attempts(letter: Letter, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    time = Time()
    mail = settings_for(port, tls="none")
    with SmtpMailer(mail, None, tmp_path, now=time.now, clock=time.clock, sleep=time.sleep) as mailer:
        fate = mailer.send(letter)
    assert isinstance(fate, Failed)
    assert (fate.problem.code, fate.stops) == ("mail-unreachable", True)
    assert [s for s in time.slept if s > 1] == [5.0, 20.0, 80.0]


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(letter: Letter, tmp_path: Path) -> None:
    time = Time()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        caught: list[socket.socket] = []
        accepting = threading.Thread(target=lambda: caught.extend(silent.accept()[0] for _ in range(2)))
        accepting.start()
        mail = settings_for(silent.getsockname()[1], tls="none", attempts=2)
        mailer = SmtpMailer(mail, None, tmp_path, now=time.now, clock=time.clock, sleep=time.sleep)
        mailer._connection.patience = 0.1
        fate = mailer.send(letter)
        accepting.join()
        for one in caught:
            one.close()
    assert code(fate) == "mail-unreachable"


# -- what is refused before it is sent ----------------------------------------------------------------------


def test_what_is_too_large_is_refused_with_its_size(
    pair: tuple[Path, Path], letter: Letter, tmp_path: Path
) -> None:
    big = tmp_path / "big.pdf"
    big.write_bytes(b"x" * 800_000)
    heavy = replace(letter, attachments=(Attachment(big, "big.pdf"),))
    assert weight(heavy) == pytest.approx(800_000 * 78 / 57, rel=0.01)
    office = PostOffice()
    with posting(office, pair, limit_mb=1) as mailer:
        fate = mailer.send(heavy)
        assert code(fate) == "mail-too-large"
        assert dict(fate.problem.args) == {"size": "1.1", "limit": "1.0"}  # type: ignore[union-attr]
        assert office.connections == 0
        assert isinstance(mailer.send(letter), Sent)
    with posting(office, pair, server={"data_size_limit": 500_000}) as mailer:
        assert code(mailer.send(heavy)) == "mail-too-large-there"
        assert isinstance(mailer.send(letter), Sent)


BCC = "x\r\nBcc: spy@example.org"


@pytest.mark.parametrize(
    "evil", [BCC, "x\nBcc: spy@example.org", "x\rBcc: a@b", "x\0y", "x\u2028y", "x\x0by"]
)
@pytest.mark.parametrize("field", ["to", "to_name", "subject", "file"])
def test_no_header_can_be_smuggled_in(
    field: str, evil: str, pair: tuple[Path, Path], letter: Letter, tmp_path: Path
) -> None:
    if field == "file":
        spoiled = replace(letter, attachments=(replace(letter.attachments[0], name=evil),))
    else:
        spoiled = replace(letter, **{field: evil})  # type: ignore[arg-type]
    outbox = OutboxMailer(tmp_path / "out", settings_for(25, tls="starttls"), now=Time().now)
    assert code(outbox.send(spoiled)) == "mail-control"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "name",
    [
        "a; filename=evil.exe", 'quo"te\\.pdf', "=?UTF-8?B?eA==?=", "，逗号、顿号.pdf",
        "%0d%0aBcc: x@y.pdf", "<b@c.d>.pdf", "长" * 90 + ".pdf", "𠮷野家.pdf", "é.pdf", "a'b''c.pdf",
    ],
)  # fmt: skip
def test_names_of_all_kinds_come_back_as_they_went(name: str, letter: Letter, tmp_path: Path) -> None:
    odd = replace(
        letter, to_name=name, subject=name, attachments=(replace(letter.attachments[0], name=name),)
    )
    outbox = OutboxMailer(tmp_path, settings_for(25, tls="starttls"), now=Time().now)
    sent = outbox.send(odd)
    assert isinstance(sent, Sent)
    (path,) = tmp_path.glob("*.eml")
    assert path.name == sent.answer
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=policy.default)
    (attached,) = message.iter_attachments()  # type: ignore[attr-defined]
    assert attached.get_filename() == name
    assert [a.addr_spec for a in message["To"].addresses] == ["zhang@example.cn"]
    assert message["Bcc"] is None
    assert message["X-Unsent"] == "1"
    if not name.startswith("=?"):
        # Python's newer reader keeps the white between encoded words of a name (RFC 2047 6.2 drops it)
        with path.open("rb") as file:
            old = email.message_from_binary_file(file)
        assert words_in(old["To"].replace("\r\n", "")).removesuffix("<zhang@example.cn>").strip(' "').replace(
            "\\", ""
        ) == name.replace("\\", "")
        assert message["Subject"] == name


def words_in(header: str) -> str:
    """A header with its encoded words read."""
    return str(email.header.make_header(email.header.decode_header(header)))


@pytest.mark.parametrize(
    "address",
    [
        "", "a", "@b.cn", "a@", "a@b@c.cn", "a b@c.cn", "a@b.cn, c@d.cn", "a@b.cn;c@d.cn", "<a@b.cn>",
        "张三", "a@-b.cn", "a..b@c.cn", ".a@c.cn", "a@b..cn", "a＠b.cn", "a@b.cn ", 'A "x"@b.cn',
        "a@" + "b" * 64 + ".cn", "a" * 65 + "@b.cn", "a@[127.0.0.1]", "a@b.cn\\",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str, letter: Letter, tmp_path: Path) -> None:
    outbox = OutboxMailer(tmp_path, settings_for(25, tls="starttls"), now=Time().now)
    assert code(outbox.send(replace(letter, to=address))) == "mail-address"


def test_addresses_beyond_ascii(pair: tuple[Path, Path], letter: Letter) -> None:
    office = PostOffice()
    with posting(office, pair, server={"enable_SMTPUTF8": False}) as mailer:
        assert isinstance(mailer.send(replace(letter, to="zhang@公安局.中国")), Sent)
        assert code(mailer.send(replace(letter, to="张三@公安局.中国"))) == "mail-utf8"
    (message,) = office.messages
    assert message["To"].addresses[0].addr_spec == "zhang@xn--55q79vypa.xn--fiqs8s"
    assert office.recipients == ["zhang@xn--55q79vypa.xn--fiqs8s"]
    with posting(office, pair, server={"enable_SMTPUTF8": True}) as mailer:
        assert isinstance(mailer.send(replace(letter, to="张三@公安局.中国")), Sent)
    content = office.envelopes[1].content
    assert isinstance(content, bytes)
    assert "\r\nTo: 沾化分局 张建国 <张三@xn--55q79vypa.xn--fiqs8s>\r\n".encode() in content
    (recipient,) = office.envelopes[1].rcpt_tos
    assert recipient.encode("utf-8", "surrogateescape").decode() == "张三@xn--55q79vypa.xn--fiqs8s"


def test_to_self_goes_to_the_sender_alone(pair: tuple[Path, Path], letter: Letter) -> None:
    office = PostOffice()
    with posting(office, pair) as mailer:
        mailer.send(to_self(letter, mailer._mail))
    (message,) = office.messages
    assert office.recipients == ["xc@example.cn"]
    assert message["Subject"].startswith("【试发，原收件人：沾化分局 张建国 <zhang@example.cn>】")
    assert message["Message-ID"] != f"<{letter.reference}@example.cn>"


def test_the_same_letter_makes_the_same_bytes(letter: Letter, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        OutboxMailer(tmp_path / folder, settings_for(25), now=Time().now).send(letter)
    assert (tmp_path / "a" / "12-沾化分局-张建国.eml").read_bytes() == (
        tmp_path / "b" / "12-沾化分局-张建国.eml"
    ).read_bytes()


def test_a_reference_is_opaque_and_keeps() -> None:
    assert letter_reference(b"s", "7Q4M-X2") == letter_reference(b"s", "7Q4M-X2")
    assert letter_reference(b"s", "7Q4M-X2") != letter_reference(b"t", "7Q4M-X2")
    assert "7Q4M" not in letter_reference(b"s", "7Q4M-X2")


def test_words_are_filled_in_once() -> None:
    mail = decode_mail(
        make_source(
            "server: s\nsender: a@b.cn\nsubject: '《{title}》 {department}'\n"
            "message: |\n  {contact}，{{n}} 是 {n}/{total}\n  {title}\n",
            shown="mail.yaml",
        )
    )
    values = dict.fromkeys(
        ("department", "contact", "title", "n", "total", "edition", "copies", "date", "sender"), "甲"
    )
    subject, message = words_of(mail, values | {"title": "{contact}\r\nBcc: x", "n": "3", "total": "9"})
    assert subject == "《{contact} Bcc: x》 甲"
    assert message.startswith("甲，{n} 是 3/9\n{contact}")


def test_a_mailer_is_opened_from_a_file(tmp_path: Path, letter: Letter) -> None:
    file, time = tmp_path / "mail.yaml", Time()
    file.write_text("server: smtp.example.com\nsender: a@example.com\n", "utf-8")
    how: dict[str, Any] = {"now": time.now, "clock": time.clock, "sleep": time.sleep}
    mail = read_mail(file)
    assert isinstance(open_mailer(mail, tmp_path, {}, **how), SmtpMailer)
    assert mail.server.value == "smtp.example.com"
    with open_mailer(mail, tmp_path, {}, **how, outbox=tmp_path / "out") as outbox:
        assert outbox.send(letter) == Sent("12-沾化分局-张建国.eml")
    file.write_text("server: smtp.example.com\nsender: a@example.com\ncertificates: none.pem\n", "utf-8")
    with pytest.raises(InputError) as caught:
        open_mailer(read_mail(file), tmp_path, {}, **how)
    assert [p.code for p in caught.value.problems] == ["mail-certificates"]


LOGINS: list[tuple[dict[str, str], object]] = [
    ({}, None),
    ({"REPORTPDF_SMTP_USER": "u", "REPORTPDF_SMTP_PASSWORD": "p"}, ("u", "p")),
    ({"REPORTPDF_SMTP_USER": "u"}, "mail-half-login"),
    ({"REPORTPDF_SMTP_PASSWORD": "p"}, "mail-half-login"),
]


@pytest.mark.parametrize(("environment", "wanted"), LOGINS)
def test_a_login_comes_from_the_environment(environment: dict[str, str], wanted: object) -> None:
    def found() -> object:
        credentials = find_credentials(settings_for(465), environment)
        return credentials and credentials.reveal()

    if isinstance(wanted, str):
        with pytest.raises(InputError) as caught:
            found()
        assert caught.value.problems[0].code == wanted
    else:
        assert found() == wanted


def test_a_password_comes_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    kept: dict[tuple[str, str], str] = {("reportpdf:localhost", "xc@example.cn"): "geheim"}
    lookup: Callable[[str, str], str | None] = lambda service, user: kept.get((service, user))  # noqa: E731
    monkeypatch.setattr(keyring, "get_password", lookup)
    mail = settings_for(465, login="keyring")
    credentials = find_credentials(mail, {})
    assert credentials is not None
    assert credentials.reveal() == ("xc@example.cn", "geheim")
    with pytest.raises(InputError) as caught:
        find_credentials(mail, {"REPORTPDF_SMTP_USER": "other"})
    assert caught.value.problems[0].code == "mail-keyring-empty"
