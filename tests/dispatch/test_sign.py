"""Signed copies: by a certificate made here, verified by pyHanko's own validator, faults told."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from reportpdf.base.problem import InputError, Place, ResourceError
from reportpdf.dispatch.executor import Done
from reportpdf.dispatch.executor_local import LocalExecutor
from reportpdf.dispatch.signing import find_passphrase, open_signer
from reportpdf.finish.sign import Signer, make_signer, sign_file
from reportpdf.press.choose import Wanted
from reportpdf.press.conditions import CONDITIONS
from reportpdf.press.edition import Purpose
from tests.press.editions import made

WORD = "geheim-口令"
NOW = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
PLACE = Place("cert.p12")
DAY = timedelta(days=1)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _usage(**on: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**dict.fromkeys(names, False) | on)


class Bureau:
    """An authority and what it hands out."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.root = (
            x509.CertificateBuilder()
            .subject_name(_name("测试根证书"))
            .issuer_name(_name("测试根证书"))
            .public_key(self.key.public_key())
            .serial_number(1)
            .not_valid_before(NOW - 900 * DAY)
            .not_valid_after(NOW + 900 * DAY)
            .add_extension(x509.BasicConstraints(True, None), critical=True)
            .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
            .sign(self.key, hashes.SHA256())
        )

    def p12(
        self,
        usage: x509.KeyUsage | None = None,
        *,
        begins: datetime = NOW - DAY,
        ends: datetime = NOW + DAY,
        word: str = WORD,
        key: Any = None,
    ) -> bytes:
        """A .p12 file with key, certificate and the authority's."""
        key = key or ec.generate_private_key(ec.SECP256R1())
        builder = (
            x509.CertificateBuilder()
            .subject_name(_name("滨州市公安局"))
            .issuer_name(self.root.subject)
            .public_key(key.public_key())
            .serial_number(7)
            .not_valid_before(begins)
            .not_valid_after(ends)
        )
        if usage is not None:
            builder = builder.add_extension(usage, critical=True)
        how = serialization.BestAvailableEncryption(word.encode()) if word else serialization.NoEncryption()
        certificate = builder.sign(self.key, hashes.SHA256())
        return pkcs12.serialize_key_and_certificates(b"x", key, certificate, [self.root], how)


GOOD = _usage(digital_signature=True, content_commitment=True)


@pytest.fixture(scope="module")
def bureau() -> Bureau:
    return Bureau()


@pytest.fixture(scope="module")
def signer(bureau: Bureau) -> Signer:
    signer, notes = make_signer(bureau.p12(GOOD), WORD, NOW, PLACE)
    assert notes == ()
    return signer


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(Wanted((Purpose.SCREEN,)), tmp_path_factory.mktemp("cache")).data


def verified(data: bytes, bureau: Bureau) -> Any:
    """pyHanko's verdict on the only signature, the bureau's authority being trusted."""
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    root = Certificate.load(bureau.root.public_bytes(serialization.Encoding.DER))
    (signature,) = PdfFileReader(BytesIO(data)).embedded_signatures
    context = ValidationContext(trust_roots=[root], moment=NOW, allow_fetching=False)
    return signature, validate_pdf_signature(signature, context)


def test_a_signature_is_good_and_covers_all(bureau: Bureau, signer: Signer, screen: bytes) -> None:
    signed = sign_file(screen, signer, NOW)
    assert signed.startswith(screen)
    assert len(signed) - len(screen) < 40_000
    signature, status = verified(signed, bureau)
    assert status.bottom_line, status.pretty_print_details()
    assert status.coverage.name == "ENTIRE_FILE"
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert status.signer_reported_dt == NOW
    assert b"signing_time" not in signed
    with pikepdf.open(BytesIO(screen)) as before, pikepdf.open(BytesIO(signed)) as after:
        assert len(before.pages) == len(after.pages)
        assert before.open_metadata().pdfa_status == after.open_metadata().pdfa_status


def test_one_changed_byte_is_seen(bureau: Bureau, signer: Signer, screen: bytes) -> None:
    signed = bytearray(sign_file(screen, signer, NOW))
    signed[len(screen) // 2] ^= 1
    assert not verified(bytes(signed), bureau)[1].bottom_line


def test_the_field_keeps_what_the_copy_claims(signer: Signer, screen: bytes) -> None:
    with pikepdf.open(BytesIO(sign_file(screen, signer, NOW))) as pdf:
        form = pdf.Root.AcroForm
        assert int(form.SigFlags) == 3
        (field,) = form.Fields
        print_flag, hidden = 4, 2 | 1 | 32  # ISO 19005-2 6.3.2: print, and none of hidden, invisible, no view
        assert int(field.F) & print_flag
        assert not int(field.F) & hidden
        x0, y0, x1, y1 = map(float, field.Rect)
        assert (x0, y0) == (x1, y1)
        assert x0 < float(pdf.pages[0].mediabox[0])  # ISO 14289-1 7.18.1: outside the page, no tag asked
        assert str(field.TU)
        assert pdf.pages[0].obj.Tabs == "/S"
        assert "/NeedAppearances" not in form
        annotations = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
        assert sum(a.get("/Subtype") == "/Widget" for a in annotations) == 1


@pytest.mark.parametrize("program", ["qpdf", "pdftotext"])
def test_other_programs_read_it(
    program: str, tools: Any, signer: Signer, screen: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(sign_file(screen, signer, NOW))
    words = {"qpdf": ["--check", path], "pdftotext": [path, "-"]}[program]
    done = subprocess.run([tools[program], *map(str, words)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""


def test_archive_copies_are_signed_and_print_files_are_not(
    bureau: Bureau, signer: Signer, tmp_path: Path
) -> None:
    data = made(Wanted((Purpose.ARCHIVE,), date=NOW), tmp_path).data
    assert verified(sign_file(data, signer, NOW), bureau)[1].bottom_line
    press = made(Wanted((Purpose.PRESS,), condition=CONDITIONS["coated"]), tmp_path).data
    with pytest.raises(InputError) as caught:
        sign_file(press, signer, NOW)
    assert caught.value.problems[0].code == "sign-press"


def locked(data: bytes, user: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner="owner", R=6))
    return out.getvalue()


@pytest.mark.parametrize("password", ["", "open-me", "口令"])
def test_an_encrypted_copy_is_signed_with_its_password(password: str, signer: Signer, screen: bytes) -> None:
    data = locked(screen, password)
    signed = sign_file(data, signer, NOW, password=password)
    assert signed.startswith(data)
    with pikepdf.open(BytesIO(signed), password=password) as pdf:
        assert pdf.Root.AcroForm.Fields[0].FT == "/Sig"
        assert pdf.is_encrypted
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(BytesIO(signed))
    reader.decrypt(password)
    (signature,) = reader.embedded_signatures
    signature.compute_integrity_info()
    assert signature.compute_digest()
    if password:
        with pytest.raises(InputError) as caught:
            sign_file(data, signer, NOW, password="wrong")
        assert caught.value.problems[0].code == "sign-locked"


@pytest.mark.parametrize("data", [b"", b"not a pdf", b"%PDF-1.7\ntrailer<<>>\n%%EOF"])
def test_what_is_no_pdf_is_told(data: bytes, signer: Signer) -> None:
    with pytest.raises(InputError) as caught:
        sign_file(data, signer, NOW)
    assert caught.value.problems[0].code == "sign-pdf"


def _sign(shared: tuple[Signer, bytes], item: int) -> bytes:
    return sign_file(shared[1] + b"%%%d\n" % item, shared[0], NOW)


def test_a_signer_goes_to_other_processes(bureau: Bureau, signer: Signer) -> None:
    out = BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(out)
    found = list(LocalExecutor(2).run(_sign, (signer, out.getvalue()), range(6)))
    assert all(isinstance(one, Done) and verified(one.result, bureau)[1].bottom_line for one in found)


def test_a_signer_shows_nothing(bureau: Bureau, signer: Signer) -> None:
    assert WORD not in repr(signer)
    assert signer.name == "CN=滨州市公安局"
    assert pickle.loads(pickle.dumps(signer)).name == signer.name


RSA = rsa.generate_private_key(65537, 2048)


@pytest.mark.parametrize(
    ("options", "word", "codes"),
    [
        ({}, "wrong", ["sign-passphrase"]),
        ({}, "", ["sign-passphrase-missing"]),
        ({"begins": NOW + DAY, "ends": NOW + 2 * DAY}, WORD, ["sign-early"]),
        ({"begins": NOW - 2 * DAY, "ends": NOW - DAY}, WORD, ["sign-expired"]),
        ({"usage": _usage(key_encipherment=True)}, WORD, ["sign-usage"]),
        (
            {"usage": _usage(key_cert_sign=True), "ends": NOW - timedelta(hours=1)},
            WORD,
            ["sign-expired", "sign-usage"],
        ),
    ],
)
def test_what_is_wrong_with_a_certificate_is_told(
    options: dict[str, Any], word: str, codes: list[str], bureau: Bureau
) -> None:
    with pytest.raises(InputError) as caught:
        make_signer(bureau.p12(**({"usage": GOOD} | options)), word, NOW, PLACE)
    assert [p.code for p in caught.value.problems] == codes
    assert all(p.place == PLACE for p in caught.value.problems)


@pytest.mark.parametrize(
    ("options", "notes"),
    [
        ({"usage": None}, ["sign-usage-open"]),
        ({"usage": _usage(digital_signature=True)}, []),
        ({"usage": GOOD, "word": ""}, []),
        ({"usage": GOOD, "key": RSA}, []),
    ],
)
def test_certificates_of_other_kinds_sign_too(
    options: dict[str, Any], notes: list[str], bureau: Bureau, screen: bytes
) -> None:
    signer, told = make_signer(bureau.p12(**options), options.get("word", WORD), NOW, PLACE)
    assert [p.code for p in told] == notes
    assert verified(sign_file(screen, signer, NOW), bureau)[1].intact


@pytest.mark.parametrize(
    "data", [b"", b"-----BEGIN CERTIFICATE-----\n", b"\x30\x03\x02\x01\x03", bytes(range(256))]
)
def test_what_is_no_certificate_is_told(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        make_signer(data, WORD, NOW, PLACE)
    assert caught.value.problems[0].code == "sign-file"


def test_without_pyhanko_it_is_said_how_to_get_it(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    with pytest.raises(ResourceError) as caught:
        make_signer(b"", "", NOW, PLACE)
    assert caught.value.problems[0].code == "sign-no-part"


def test_the_passphrase_comes_from_where_nobody_sees_it(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring

    path = tmp_path / "bureau.p12"
    path.write_bytes(bureau.p12(GOOD))
    monkeypatch.setattr(keyring, "get_password", lambda service, name: None)
    assert open_signer(path, {"REPORTPDF_SIGN_PASSPHRASE": WORD}, NOW)[0].name
    assert open_signer(path, {}, NOW, ask=lambda: WORD)[0].name
    monkeypatch.setattr(
        keyring, "get_password", lambda *asked: WORD if asked == ("reportpdf:sign", "bureau.p12") else None
    )
    assert find_passphrase(path, {}, None) == WORD
    with pytest.raises(InputError) as caught:
        open_signer(tmp_path / "none.p12", {}, NOW)
    assert caught.value.problems[0].code == "source-missing"
    assert not re.search(WORD, str(caught.value.problems))
