"""What systems say when they refuse something, as far as people meet it: for translation.

Comes in: nothing. Goes out: ``REASONS``, the words of strerror on Linux and macOS (POSIX.1-2017 XSH 2.3).
English needs no table: there they are told as they come.
"""

from __future__ import annotations

REASONS = (
    "Bad file descriptor",
    "Cannot allocate memory",
    "Device or resource busy",
    "Disk quota exceeded",
    "File name too long",
    "File too large",
    "Host is down",
    "Input/output error",
    "Invalid argument",
    "Is a directory",
    "No space left on device",
    "No such device or address",
    "No such file or directory",
    "Not a directory",
    "Operation not permitted",
    "Operation timed out",
    "Permission denied",
    "Read-only file system",
    "Resource temporarily unavailable",
    "Stale file handle",
    "Text file busy",
    "Too many levels of symbolic links",
    "Too many open files",
    "Transport endpoint is not connected",
    # of networks
    "Broken pipe",
    "Connection refused",
    "Connection reset by peer",
    "Connection timed out",
    "Name or service not known",
    "Network is unreachable",
    "No address associated with hostname",
    "No route to host",
    "Temporary failure in name resolution",
    "hung up",
    "timed out",
    # of certificates (OpenSSL)
    "certificate has expired",
    "certificate is not yet valid",
    "self-signed certificate",
    "self-signed certificate in certificate chain",
    "unable to get local issuer certificate",
    # where a letter has a character that mail cannot have
    "address",
    "file name",
    "name",
    "subject",
)
