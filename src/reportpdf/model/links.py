"""Addresses of links: what is written in the report becomes what a PDF may open.

In: an address as written, Chinese host names and paths included. Out: the same in ASCII, or nothing where it
is none that a report may lead to. Source: ISO 32000-2 12.6.4.8 (a URI is 7-bit ASCII); RFC 3986; RFC 3987
3.1.
"""

from __future__ import annotations

import re

SCHEMES = ("http", "https", "mailto")
"""What a link may begin with: nothing that runs or opens a file of the reader's."""

_WEB = re.compile(r"(?P<scheme>https?)://(?P<host>[^/?#@\s]+?)(?P<port>:[0-9]{1,5})?(?P<rest>[/?#].*)?", re.I)
_MAIL = re.compile(r"mailto:(?P<name>[^@\s?]+)@(?P<host>[^@\s?]+)(?P<rest>\?.*)?", re.I)
_KEPT = "/?#[]@!$&'()*+,;=:%-._~"


def link_target(address: str) -> str:
    """The address as a URI in ASCII; empty where it is no http, https or mailto address."""
    from urllib.parse import quote  # only texts with links need it

    web, mail = _WEB.fullmatch(address), _MAIL.fullmatch(address)
    found = web or mail
    if found is None:
        return ""
    host = _ascii_host(found["host"])
    if not host:
        return ""
    rest = quote(found["rest"] or "", safe=_KEPT)
    if web:
        return f"{web['scheme'].lower()}://{host}{web['port'] or ''}{rest}"
    return f"mailto:{quote(found['name'], safe=_KEPT)}@{host}{rest}"


def _ascii_host(host: str) -> str:
    """A host name as the network knows it; empty where it cannot be one. Source: RFC 3490."""
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return name if re.fullmatch(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]", name) else ""
