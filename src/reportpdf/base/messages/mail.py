"""Wording of sending copies by mail.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    # Settings
    "mail-secret": Message(
        _ERROR,
        "who logs in, and with what, is not written in a file",
        "take this line out, and set REPORTPDF_SMTP_USER and REPORTPDF_SMTP_PASSWORD, or use login: keyring",
    ),
    "mail-server": Message(
        _ERROR, "this is not the name of a server", "write the name alone, like smtp.example.com"
    ),
    "mail-address": Message(
        _ERROR, "“{given}” is not an e-mail address", "write one address, like zhang@example.com"
    ),
    "mail-unprotected": Message(
        _ERROR,
        "without TLS, passwords and reports can be read on the way to {server}",
        "write tls: implicit or starttls; if the network is safe, unprotected: true",
    ),
    "mail-field": Message(
        _ERROR, "there is no field “{given}”", "write one of: {fields}; for a brace itself double it"
    ),
    "mail-certificates": Message(
        _ERROR, "{file} holds no certificates that can be read", "ask for the authority's file in PEM form"
    ),
    # Logging in
    "mail-half-login": Message(
        _ERROR, "{there} is set, but {missing} is not", "set both; neither if the server asks for no login"
    ),
    "mail-keyring-missing": Message(
        _ERROR, "the package keyring is not installed", "install it: pip install reportpdf[mail]"
    ),
    "mail-keyring-shut": Message(
        _ERROR,
        "the system's keyring cannot be opened ({kind})",
        "unlock it, or set REPORTPDF_SMTP_USER and REPORTPDF_SMTP_PASSWORD",
    ),
    "mail-keyring-empty": Message(
        _ERROR,
        "the keyring has no password of {user} for {service}",
        "put it there: keyring set {service} {user}",
    ),
    "mail-login": Message(
        _ERROR,
        "{server} refuses the login ({code})",
        "check REPORTPDF_SMTP_USER and REPORTPDF_SMTP_PASSWORD; many providers want an app password",
    ),
    "mail-login-wanted": Message(
        _ERROR,
        "{server} takes letters only from those who log in ({code})",
        "set REPORTPDF_SMTP_USER and REPORTPDF_SMTP_PASSWORD, or use login: keyring",
    ),
    "mail-no-login": Message(
        _ERROR,
        "{server} offers no login that we know",
        "leave user and password unset if it needs none, or try another port",
    ),
    # The way to the server
    "mail-unreachable": Message(
        _ERROR, "{server} cannot be reached: {reason}", "check server and port, and the network"
    ),
    "mail-turned-away": Message(
        _ERROR, "{server} takes no letters from here: {code} {said}", "ask whoever runs the server"
    ),
    "mail-certificate": Message(
        _ERROR,
        "{server} cannot prove who it is: {reason}",
        "check the server's name; for an authority of your own name its file under certificates",
    ),
    "mail-no-tls": Message(
        _ERROR, "no protected connection to {server}: {reason}", "try tls: starttls, or another port"
    ),
    "mail-no-starttls": Message(
        _ERROR,
        "{server} offers no STARTTLS, so nothing was sent",
        "try tls: implicit and port 465, or ask whoever runs the server",
    ),
    "mail-dropped": Message(
        _ERROR, "{server} hung up before it had the whole letter: {reason}", "send the rest again later"
    ),
    # One letter
    "mail-control": Message(
        _ERROR, "a control character ({character}) stands in the {called}", "take it out of the list"
    ),
    "mail-utf8": Message(
        _ERROR,
        "the server takes no addresses beyond ASCII, like {given}",
        "ask the recipient for another address",
    ),
    "mail-name-long": Message(_ERROR, "the file name {name} is too long for mail", "shorten the pattern"),
    "mail-file-gone": Message(_ERROR, "{file} is not there or cannot be read", "make the copy again"),
    "mail-too-large": Message(
        _ERROR,
        "as it would be sent the letter has {size} MB, the limit is {limit} MB",
        "hand the file over by folder, or raise limit_mb if the server takes more",
    ),
    "mail-too-large-there": Message(
        _ERROR,
        "as it would be sent the letter has {size} MB, the server takes {limit} MB",
        "hand the file over by folder",
    ),
    "mail-refused": Message(
        _ERROR, "the server refuses the letter: {code} {said}", "check the address, then send this row again"
    ),
    "mail-later": Message(
        _ERROR, "the server still says later: {code} {said}", "send this row again in an hour"
    ),
    "mail-doubt": Message(
        _ERROR,
        "the connection ended before the server said whether it has the letter",
        "ask the recipient; note it with ledger --ack if it came, else make the row anew with --redo",
    ),
}
