"""Wording of batches, workers and digital signatures.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    # Processes and machines
    "worker-lost": Message(
        _ERROR,
        "two processes ended while they were making this",
        "see whether memory ran out, then try with --workers 1",
    ),
    "work-fault": Message(
        _ERROR,
        "this is a fault in reportpdf, not in your files ({kind} at {where})",
        "please report it with this line",
    ),
    "cluster-missing": Message(
        _ERROR,
        "the package distributed is not installed",
        "install it: pip install reportpdf[cluster], here and on every worker",
    ),
    "cluster-address": Message(
        _ERROR, "“{given}” is not the address of a scheduler", "write it like tcp://scheduler:8786"
    ),
    "cluster-unreachable": Message(
        _ERROR, "no scheduler answers here", "see that it runs (dask scheduler), and that the port is open"
    ),
    "cluster-lost": Message(
        _ERROR,
        "the scheduler is gone; what was made until then is there",
        "start it, then go on with the rest",
    ),
    "cluster-no-workers": Message(
        _ERROR, "the scheduler has no workers", "start some: dask worker ADDRESS --nthreads 1"
    ),
    "cluster-worker-bare": Message(
        _ERROR, "this worker has no reportpdf", "install it there: pip install reportpdf[cluster]"
    ),
    "cluster-worker-version": Message(
        _ERROR, "this worker has reportpdf {there}, here is {here}", "install the same version there"
    ),
    "cluster-worker-python": Message(
        Severity.WARNING,
        "this worker runs Python {there}, here is {here}",
        "use the same, so that all copies are made alike",
    ),
    "cluster-dask-versions": Message(
        Severity.WARNING,
        "scheduler, workers and this machine have different versions of Dask or Python",
        "install the same everywhere",
    ),
    # Batches
    "batch-theme": Message(
        _ERROR, "there is no theme “{given}”", "write one of: {choices}; or the path of a file (.yaml)"
    ),
    "batch-format": Message(
        _ERROR, "there is no format “{given}”", "write one of: {choices}; or the path of a file (.yaml)"
    ),
    "batch-outside": Message(
        _ERROR,
        "the folder “{given}” is not inside that of the file",
        "write a folder below it, or name one with --output",
    ),
    "batch-clash": Message(
        _ERROR,
        "{job} and {other} would both write {file}",
        "give the jobs other names, or folders of their own",
    ),
    # Signatures
    "sign-no-part": Message(
        _ERROR, "the package pyhanko is not installed", "install it: pip install reportpdf[sign]"
    ),
    "sign-file": Message(
        _ERROR, "this is no certificate with its key (PKCS #12)", "give the .p12 or .pfx file of the bureau"
    ),
    "sign-passphrase": Message(
        _ERROR, "the passphrase does not open this certificate", "check REPORTPDF_SIGN_PASSPHRASE"
    ),
    "sign-passphrase-missing": Message(
        _ERROR, "this certificate needs a passphrase", "set REPORTPDF_SIGN_PASSPHRASE, or run in a terminal"
    ),
    "sign-no-key": Message(
        _ERROR,
        "this file has no private key, or no certificate of it",
        "export the certificate anew, with its key",
    ),
    "sign-early": Message(_ERROR, "the certificate is not valid before {date}", "wait, or take another"),
    "sign-expired": Message(_ERROR, "the certificate was valid until {date}", "have it renewed"),
    "sign-usage": Message(
        _ERROR,
        "the certificate's key is not meant for signing documents",
        "ask for one with digitalSignature",
    ),
    "sign-usage-open": Message(
        Severity.NOTE,
        "the certificate does not say what its key is for ({name})",
        "some readers will not trust it; ask for one with digitalSignature and nonRepudiation",
    ),
    "sign-locked": Message(
        _ERROR,
        "an encrypted PDF can only be signed with the password that opens it",
        "sign copies without a password",
    ),
    "sign-press": Message(
        _ERROR, "a PDF/X print file takes no signature (ISO 15930)", "sign the screen or archive copies"
    ),
    "sign-pdf": Message(_ERROR, "the PDF cannot be signed: {reason}", "check it first: reportpdf check"),
}
