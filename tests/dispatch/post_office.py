"""A real mail server in the test's own process: STARTTLS or TLS, AUTH, and faults by script."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "xuanchuan", "hunter2-极密"


def certificate(folder: Path, name: str = "localhost", *, days: int = 1) -> tuple[Path, Path]:
    """A certificate for ``name`` and 127.0.0.1 signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    names = [x509.DNSName(name), *([x509.IPAddress(ip_address("127.0.0.1"))] if name == "localhost" else [])]
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    crt, pem = folder / f"{name}.crt", folder / f"{name}.key"
    crt.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    pem.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return crt, pem


@dataclass
class PostOffice:
    """What came in, and what is to go wrong: ``script`` has a reply for each recipient in turn.

    ``""`` takes the letter; a reply such as ``450 later`` stands for RCPT, with ``data `` before it for the
    end of the message; ``drop rcpt`` hangs up before the message, ``drop data`` after all of it.
    """

    script: list[str] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    connections: int = 0
    recipients: list[str] = field(default_factory=list)
    _now: str = ""

    async def handle_EHLO(  # noqa: N802  their names
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.recipients.append(address)
        self._now = self.script.pop(0) if self.script else ""
        if self._now == "drop rcpt":
            assert server.transport is not None
            server.transport.abort()
            return "421 bye"
        if self._now and not self._now.startswith(("data ", "drop ")):
            return self._now
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self._now == "drop data":
            self.envelopes.append(envelope)
            assert server.transport is not None
            server.transport.abort()
            await asyncio.sleep(0)
            return "421 bye"
        if self._now.startswith("data "):
            return self._now.removeprefix("data ")
        self.envelopes.append(envelope)
        return f"250 queued as {len(self.envelopes)}"

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages, as Python's own reader has them."""
        return [read(envelope) for envelope in self.envelopes]


def read(envelope: Envelope) -> EmailMessage:
    """An envelope's message."""
    content = envelope.content
    assert isinstance(content, bytes)
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _log_in(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    right = data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False)


class _AnyPort(Controller):
    """A controller that knows which port it was given."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(
    office: PostOffice,
    pair: tuple[Path, Path] | None,
    *,
    tls: str = "starttls",
    auth: bool = True,
    **more: Any,
) -> Iterator[int]:
    """The port of a server on the loopback that runs as long as the block."""
    context = None
    if pair is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
    options: dict[str, Any] = {"auth_required": auth and tls == "starttls", "authenticator": _log_in, **more}
    if tls == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    controller = _AnyPort(
        office,
        hostname="127.0.0.1",
        port=0,
        ssl_context=context if tls == "implicit" else None,
        auth_require_tls=tls == "starttls",
        **options,
    )
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
