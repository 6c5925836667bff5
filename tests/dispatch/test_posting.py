"""Copies sent, made far away and signed: what the ledger says of it, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.dispatch import dry, runs
from reportpdf.dispatch.dry import foresee
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.letters import UNWRITTEN, Failed, Fate, Journal, Letter, Refused, Sent
from reportpdf.dispatch.mail import OutboxMailer
from reportpdf.dispatch.posting import Post
from reportpdf.model.mail import Mail
from reportpdf.model.report import Text
from tests.dispatch import running
from tests.dispatch.running import edge_of, order_of, run

MAIL = Mail(Text("smtp.example.cn", Place("m")), Text("office@example.cn", Place("m")))
LIST = (
    "单位,份数,版本,联系人,邮箱\n办公室,2,屏幕版、存档版,王芳,wf@example.cn\n刑侦支队,1,屏幕版,,lq@example.cn\n"
    "档案馆,1,存档版,,\n治安支队,1,屏幕版,,st@example.cn\n"
)
REFUSED = Refused(problem("mail-address", given="x"))
LATER = Failed(problem("mail-address", given="x"))


class Server:
    """A mailer that keeps what it is given and answers as ``fate`` says."""

    def __init__(self, fate: Callable[[Letter], Fate] = lambda letter: Sent("250")) -> None:
        self.letters: list[Letter] = []
        self._fate = fate

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *raised: object) -> None:
        return None

    def send(self, letter: Letter, journal: Journal = UNWRITTEN) -> Fate:
        journal.sending(letter)
        self.letters.append(letter)
        return self._fate(letter)


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "lay_bases", running.lay)
    monkeypatch.setattr(dry, "lay_bases", running.lay)


@pytest.fixture
def list_path(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def rows_of(folder: Path) -> dict[str, LedgerRow]:
    with Ledger.open(folder) as ledger:
        return {row.department: row for row in ledger.rows()}


def told(list_path: Path, server: Server, *, to_self: bool = False, **also: object) -> tuple[Problem, ...]:
    """One run with mail; what is told."""
    post = Post(MAIL, server, to_self)
    order = order_of(list_path, list_path.parent / "d", **also)
    return run(order, edge=replace(edge_of(), post=post)).problems


def send(list_path: Path, server: Server, *, to_self: bool = False, **also: object) -> list[str]:
    """One run with mail; the codes of what is told, but for departments without an address."""
    codes = [found.code for found in told(list_path, server, to_self=to_self, **also)]
    return [code for code in codes if code != "letters-no-address"]


def test_each_department_gets_one_letter_with_all_its_copies(list_path: Path, tmp_path: Path) -> None:
    server = Server()
    assert send(list_path, server) == []
    assert [letter.to for letter in server.letters] == ["wf@example.cn", "lq@example.cn", "st@example.cn"]
    first = server.letters[0]
    assert first.to_name == "王芳"
    assert [file.name for file in first.attachments] == [
        "办公室-1.pdf", "办公室-2.pdf", "办公室-1-archive.pdf", "办公室-2-archive.pdf",
    ]  # fmt: skip
    rows = rows_of(tmp_path / "d")
    assert {name for name, row in rows.items() if row.sent} == {"办公室", "刑侦支队", "治安支队"}
    assert len({letter.reference for letter in server.letters}) == 3
    assert not any(row.code in letter.reference for row in rows.values() for letter in server.letters)
    again = Server()
    assert send(list_path, again, resume=True) == []
    assert again.letters == []


def test_a_refusal_stops_its_row_only_and_a_later_run_tries_again(list_path: Path, tmp_path: Path) -> None:
    server = Server(lambda letter: REFUSED if letter.to.startswith("lq") else Sent())
    assert send(list_path, server) == ["mail-address"]
    rows = rows_of(tmp_path / "d")
    assert rows["刑侦支队"].error == "mail-address"
    assert (rows["刑侦支队"].sent, rows["刑侦支队"].posting) == ("", "")
    assert rows["治安支队"].sent
    again = Server()
    assert send(list_path, again, resume=True) == []
    assert [letter.to for letter in again.letters] == ["lq@example.cn"]
    assert again.letters[0].reference == server.letters[1].reference
    assert rows_of(tmp_path / "d")["刑侦支队"].error == ""


def test_what_stops_all_letters_stops_at_the_first(list_path: Path) -> None:
    server = Server(lambda letter: replace(LATER, stops=True))
    assert send(list_path, server) == ["mail-address"]
    assert len(server.letters) == 1
    assert len((again := Server()).letters) == 0
    assert send(list_path, again, resume=True) == []
    assert len(again.letters) == 3


def test_a_letter_of_which_nobody_knows_is_not_sent_again(list_path: Path, tmp_path: Path) -> None:
    class KilledError(Exception):
        pass

    def dies(letter: Letter) -> Fate:
        raise KilledError

    with pytest.raises(KilledError):
        send(list_path, Server(dies))
    assert rows_of(tmp_path / "d")["办公室"].posting
    server = Server(lambda letter: replace(LATER, doubtful=True) if letter.to.startswith("st") else Sent())
    assert send(list_path, server, resume=True) == ["letter-doubtful", "mail-address"]
    assert [letter.to for letter in server.letters] == ["lq@example.cn", "st@example.cn"]
    last = Server()
    assert send(list_path, last, resume=True) == ["letter-doubtful", "letter-doubtful"]
    with Ledger.open(tmp_path / "d") as ledger, ledger.transaction():
        ids = [row.id for row in ledger.rows() if row.department == "治安支队"]
        ledger.acknowledged(ids, "2025-01-11", "孙涛")
    assert send(list_path, last, resume=True) == ["letter-doubtful"]
    assert last.letters == []
    assert send(list_path, last, redo="办公室") == []
    assert [letter.to for letter in last.letters] == ["wf@example.cn"]


def test_letters_to_the_sender_count_as_not_sent(list_path: Path, tmp_path: Path) -> None:
    server = Server()
    assert send(list_path, server, to_self=True) == []
    assert {letter.to for letter in server.letters} == {"office@example.cn"}
    assert not any(row.sent or row.posting for row in rows_of(tmp_path / "d").values())
    assert send(list_path, server, resume=True) == []
    assert len(server.letters) == 6


def test_an_outbox_holds_a_letter_for_each(list_path: Path, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    outbox = OutboxMailer(tmp_path / "out", MAIL, now=lambda: datetime(2025, 1, 10, tzinfo=UTC))
    edge = replace(edge_of(), post=Post(MAIL, outbox, repeatable=True))
    assert run(order_of(list_path, tmp_path / "d"), edge=edge).sent == 3
    letters = sorted((tmp_path / "out").iterdir())
    assert [path.name.split("-")[0] for path in letters] == ["2", "3", "5"]
    assert all(path.suffix == ".eml" for path in letters)
    message = message_from_bytes(letters[0].read_bytes(), policy=policy.default)
    assert message["to"].addresses[0].display_name == "王芳"
    names = [part.get_filename() for part in message.iter_attachments()]  # type: ignore[attr-defined]
    assert names[0] == "办公室-1.pdf"
    assert rows_of(tmp_path / "d")["办公室"].sent_to == f"wf@example.cn ({letters[0].name})"


@pytest.mark.parametrize("workers", [1, 2])
def test_copies_made_far_away_are_those_made_here(list_path: Path, tmp_path: Path, workers: int) -> None:
    list_path.write_text(LIST.replace("治安支队,1,屏幕版", "治安支队,40,屏幕版"), encoding="utf-8")
    outcome = run(order_of(list_path, tmp_path / "far"), edge=replace(edge_of(workers), far=True))
    assert outcome.made.copies == 46
    with Ledger.open(tmp_path / "far") as ledger:
        from hashlib import sha256

        for row in ledger.rows():
            content = (tmp_path / "far" / row.path).read_bytes()
            assert row.sha256 == sha256(content).hexdigest()
            assert row.code.encode() in content


def test_what_is_told_of_a_letter_names_its_row(list_path: Path) -> None:
    found = told(list_path, Server(lambda letter: REFUSED if letter.to.startswith("lq") else Sent()))
    assert {one.code: (str(one.place), dict(one.args)) for one in found} == {
        "mail-address": ("list.csv:3:1: 刑侦支队", {"given": "x"}),
        "letters-no-address": ("list.csv", {"names": "档案馆"}),
    }


def test_a_dry_run_counts_the_letters_that_are_due(list_path: Path, tmp_path: Path) -> None:
    def due(limit: float = 20, **also: object) -> tuple[int, list[str]]:
        order = order_of(list_path, tmp_path / "d", **also)
        post = Post(replace(MAIL, limit_mb=limit), Server())
        seen = foresee(order, running.Pages(), replace(edge_of(), post=post))  # type: ignore[arg-type]
        return seen.letters, [one.code for one in seen.problems if one.code != "letters-no-address"]

    assert due() == (3, [])
    assert due(0.006) == (2, ["mail-too-large"])
    run(order_of(list_path, tmp_path / "d"))  # copies first, letters after a look at them
    assert due() == (3, [])
    server = Server(lambda letter: REFUSED if letter.to.startswith("lq") else Sent())
    assert send(list_path, server, resume=True) == ["mail-address"]
    assert due() == (1, [])


def test_a_letter_is_signed_dated_and_tells_of_a_password(list_path: Path) -> None:
    text = LIST.replace("邮箱\n", "邮箱,密码\n").replace("lq@example.cn\n", "lq@example.cn,random\n")
    list_path.write_text(text, encoding="utf-8")
    server = Server()
    mail = replace(MAIL, sender_name=Text("市局宣传科", Place("m")))
    edge = replace(edge_of(), post=Post(mail, server), now=lambda: "2025-02-01T08:00:00+08:00")
    run(order_of(list_path, list_path.parent / "d"), edge=edge)
    first, second = server.letters[:2]
    assert first.body == (
        "办公室：\n\n　　王芳您好！现送上《年度工作回顾》（屏幕版、存档版）共4份，见附件，请查收。\n\n"
        "　　各份均有编号，仅供贵单位使用，请妥善保管，勿转发。收到后请回复确认。\n\n"
        "市局宣传科\n2025年2月1日\n"
    )
    assert "屏幕版凭密码打开，密码另行告知。" in second.body
    later = Server()
    edge = replace(edge, post=Post(mail, later), now=lambda: "2025-02-08T08:00:00+08:00")
    run(order_of(list_path, list_path.parent / "d", redo="刑侦支队"), edge=edge)
    assert later.letters[0].body.endswith("2025年2月8日\n")


def test_a_title_inside_a_title_has_the_inner_marks() -> None:
    from reportpdf.dispatch.mail_words import fill

    assert fill("《{title}》与{title}", {"title": "学《条例》"}) == "《学〈条例〉》与学〈条例〉"
