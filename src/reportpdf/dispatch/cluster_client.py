"""A connection to a Dask cluster whose workers are fit for our work.

Comes in: the scheduler's address. Goes out: a client and what is worth telling; or every reason why not.
"""

from __future__ import annotations

import logging
import platform
import warnings
from typing import Any

import reportpdf
from reportpdf.base.problem import InputError, Place, Problem, ResourceError, problem

_SCHEMES = ("tcp://", "tls://", "ws://", "wss://", "ucx://")


def connect(address: str, patience: float) -> tuple[Any, tuple[Problem, ...]]:
    """A client of the cluster, and notes.

    Raises: InputError for what is no address; ResourceError when something is missing there or here.
    """
    if not address.startswith(_SCHEMES):
        raise InputError(problem("cluster-address", given=address))
    try:
        import distributed
    except ImportError as error:
        raise ResourceError(problem("cluster-missing")) from error
    place = Place(address)
    _silence()
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            open_client: Any = distributed.Client
            client = open_client(address, timeout=patience)
    except (OSError, ValueError, TypeError) as error:
        raise ResourceError(problem("cluster-unreachable", place)) from error
    try:
        notes = _fit(client, place, patience)
    except BaseException:
        client.close()
        raise
    if any("version" in str(one.message).lower() for one in told):
        notes += (problem("cluster-dask-versions", place),)
    return client, notes


def _silence() -> None:
    """Dask writes to stderr what we tell ourselves."""
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _fit(client: Any, place: Place, patience: float) -> tuple[Problem, ...]:
    """Notes on the workers.

    Raises: ResourceError when there is none, or one has no reportpdf or another.
    """
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError as error:
        raise ResourceError(problem("cluster-no-workers", place)) from error
    ours = versions()
    problems: list[Problem] = []
    notes: list[Problem] = []
    for worker, found in sorted(client.run(versions, on_error="return").items()):
        if isinstance(found, BaseException):
            problems.append(problem("cluster-worker-bare", Place(worker)))
        elif found[0] != ours[0]:
            problems.append(problem("cluster-worker-version", Place(worker), there=found[0], here=ours[0]))
        elif found[1] != ours[1]:
            notes.append(problem("cluster-worker-python", Place(worker), there=found[1], here=ours[1]))
    if problems:
        raise ResourceError(*problems)
    return tuple(notes)


def versions() -> tuple[str, str]:
    """Of reportpdf, and of Python without its last number."""
    return reportpdf.__version__, ".".join(platform.python_version_tuple()[:2])
