"""A finished PDF locked: AES-256, a password to open it, and what its reader is asked not to do.

Comes in: the bytes of a PDF and a :class:`Protection`. Goes out: the bytes of the locked one, other ones
each time, since the standard asks for random salts and keys. Metadata is locked as well. What is permitted
is a request: readers may ignore it, and whoever has the password has the words. Reading aloud is always
permitted.
Source: ISO 32000-2 7.6.4 (standard security handler, revision 6), table 22 (permissions).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True, repr=False)
class Protection:
    """How a copy is locked. It is not shown by ``repr``, so that no password gets into a log."""

    opens: str
    """The password that opens the copy."""

    owner: str
    """The password that lifts the permissions: random, and kept by nobody."""

    printing: bool = True
    copying: bool = False
    changing: bool = False


def protect(data: bytes, protection: Protection) -> bytes:
    """The PDF, locked."""
    import pikepdf

    allow = pikepdf.Permissions(
        accessibility=True,
        extract=protection.copying,
        modify_annotation=protection.changing,
        modify_assembly=protection.changing,
        modify_form=protection.changing,
        modify_other=protection.changing,
        print_lowres=protection.printing,
        print_highres=protection.printing,
    )
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            file,
            encryption=pikepdf.Encryption(
                owner=protection.owner, user=protection.opens, R=6, allow=allow, metadata=True
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            compress_streams=False,
            fix_metadata_version=False,
        )
    return file.getvalue()
