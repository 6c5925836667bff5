"""A finished PDF signed with a certificate: the last thing done to it.

Comes in: the bytes of a whole PDF, a :class:`Signer`, the time. Goes out: the same bytes with a signature
after them (an incremental update, ISO 32000-2 7.5.6). Source: ETSI EN 319 142-1 (PAdES), baseline level B-B:
who signed and that nothing was changed since; no time stamp of a third party. pyHanko is known to this room
only.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from reportpdf.base.problem import InputError, Place, Problem, ResourceError, problem

FIELD = "Signature1"

_USAGES = ("digital_signature", "content_commitment")
"""A key may sign documents if it is meant for one of these. Source: RFC 5280 4.2.1.3."""


class Signer:
    """A certificate with its key. It may go to other processes of this machine, each of which opens it once;
    no repr, problem or traceback shows what it holds."""

    __slots__ = ("_data", "_opened", "_passphrase", "name")

    def __init__(self, data: bytes, passphrase: str, name: str = "") -> None:
        self._data = data
        self._passphrase = passphrase
        self._opened: Any = None
        self.name = name

    def __getstate__(self) -> tuple[bytes, str, str]:
        return self._data, self._passphrase, self.name

    def __setstate__(self, state: tuple[bytes, str, str]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def opened(self) -> Any:
        """pyHanko's own signer, made once a process."""
        if self._opened is None:
            from pyhanko.sign.signers import SimpleSigner

            self._opened = SimpleSigner.load_pkcs12_data(self._data, [], self._passphrase.encode() or None)
        return self._opened


def make_signer(
    data: bytes, passphrase: str, at: datetime, place: Place
) -> tuple[Signer, tuple[Problem, ...]]:
    """The signer in a PKCS #12 file (.p12, .pfx), and notes on its certificate. ``at``: when it is to sign.

    Raises: ResourceError when pyHanko is missing; InputError with all that is wrong with the file.
    """
    try:
        import pyhanko  # noqa: F401
        from cryptography.hazmat.primitives.serialization import pkcs12
    except ImportError as error:
        raise ResourceError(problem("sign-no-part")) from error
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(data, passphrase.encode() or None)
    except ValueError as error:
        raise InputError(problem(_unreadable(error, passphrase), place)) from None
    if key is None or certificate is None:
        raise InputError(problem("sign-no-key", place))
    problems = (*_dates(certificate, at, place), *_usage(certificate, place))
    if problems:
        raise InputError(*problems)
    name = certificate.subject.rfc4514_string()
    notes = () if _states_usage(certificate) else (problem("sign-usage-open", place, name=name),)
    return Signer(data, passphrase, name), notes


def _unreadable(error: ValueError, passphrase: str) -> str:
    """What is wrong with a file: cryptography tells one that is no PKCS #12 from one that stays shut."""
    if "deserialize" in str(error):
        return "sign-file"
    return "sign-passphrase" if passphrase else "sign-passphrase-missing"


def _dates(certificate: Any, at: datetime, place: Place) -> tuple[Problem, ...]:
    """What is wrong with the time of signing."""
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if at < begins:
        return (problem("sign-early", place, date=f"{begins:%Y-%m-%d %H:%M} UTC"),)
    if at > ends:
        return (problem("sign-expired", place, date=f"{ends:%Y-%m-%d %H:%M} UTC"),)
    return ()


def _usage(certificate: Any, place: Place) -> tuple[Problem, ...]:
    """What is wrong with what the key is meant for."""
    usage = _key_usage(certificate)
    if usage is not None and not any(getattr(usage, name) for name in _USAGES):
        return (problem("sign-usage", place),)
    return ()


def _states_usage(certificate: Any) -> bool:
    return _key_usage(certificate) is not None


def _key_usage(certificate: Any) -> Any:
    from cryptography.x509 import ExtensionNotFound, KeyUsage

    try:
        return certificate.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return None


def sign_file(pdf: bytes | Path, signer: Signer, at: datetime, *, password: str = "") -> bytes:
    """The PDF with its signature, whose field nobody sees. ``password`` opens an encrypted one.

    Raises: InputError when the PDF cannot be signed.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    place = Place("" if isinstance(pdf, bytes) else str(pdf))
    try:
        writer = IncrementalPdfFileWriter(BytesIO(data))
        if writer.prev.encrypted:
            _unlock(writer, password, place)
        else:  # PDF/X is never encrypted
            _refuse_print_file(writer, place)
        _keep_order_of_tabs(writer)
        signed: BytesIO = _pdf_signer(signer, at).sign_pdf(writer)
    except (PdfError, SigningError) as error:
        raise InputError(problem("sign-pdf", place, reason=str(error)[:120])) from error
    return signed.getvalue()


def _unlock(writer: Any, password: str, place: Place) -> None:
    from pyhanko.pdf_utils.crypt import AuthStatus

    if writer.encrypt(password).status is AuthStatus.FAILED:
        raise InputError(problem("sign-locked", place))


def _refuse_print_file(writer: Any, place: Place) -> None:
    """A print file takes no form. Source: ISO 15930-7 6.18."""
    intents = writer.root.get("/OutputIntents", ())
    if any(intent.get_object().get("/S") == "/GTS_PDFX" for intent in intents):
        raise InputError(problem("sign-press", place))


def _keep_order_of_tabs(writer: Any) -> None:
    """A page with an annotation states that tabs follow the structure. Source: ISO 14289-1 7.18.3."""
    from pyhanko.pdf_utils.generic import NameObject

    if "/StructTreeRoot" not in writer.root:
        return
    page, _ = writer.find_page_for_modification(0)
    if page.get_object().get("/Tabs") != "/S":
        page.get_object()["/Tabs"] = NameObject("/S")
        writer.mark_update(page)


def _pdf_signer(signer: Signer, at: datetime) -> Any:
    """pyHanko's signer of PDFs, told the time and how the field is made.

    The field prints (PDF/A), has no size, and lies outside the page, where PDF/UA asks for no tag of it (ISO
    14289-1 7.18.1).
    """
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    class Dated(PdfSigner):  # type: ignore[misc, unused-ignore]
        """A signer that is told the time instead of asking for it."""

        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = at.astimezone(UTC)
            return session

    settings = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    spec = SigFieldSpec(
        FIELD, on_page=0, invis_sig_settings=settings, readable_field_name="数字签名 Digital signature"
    )
    metadata = PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=None
    )
    return Dated(metadata, signer.opened(), new_field_spec=spec)
