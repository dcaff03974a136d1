"""The connection to a dask cluster: made, asked for its workers, given up, with a sentence for whatever is wrong with it."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from briefmaker.diagnostics import BriefmakerError

LOCAL = "local"
"""The name of the cluster that is begun here and ends with the work."""
_CONNECT_SECONDS = 10
_CLOSE_SECONDS = 2
_SCHEMES = ("tcp://", "tls://", "ws://", "wss://", "ucx://")


@contextmanager
def connect(address: str, workers: int) -> Iterator[Any]:
    """Give the client of a cluster: of the one at an address, or for ``local`` of one with so many workers in this process.

    What TLS needs is dask's own configuration, in its files or the environment. Raises BriefmakerError when dask is missing
    or nobody answers.
    """
    _refuse_address(address)
    distributed = _import_distributed()
    with ExitStack() as opened:
        opened.enter_context(_quiet())
        try:
            target = opened.enter_context(_open_local(distributed, workers)) if address == LOCAL else address
            client = distributed.Client(target, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, RuntimeError, TypeError, ValueError) as failure:
            raise _tell_unreachable(address, failure) from failure
        opened.callback(client.close, timeout=_CLOSE_SECONDS)
        yield client


def _refuse_address(address: str) -> None:
    if address != LOCAL and not address.startswith(_SCHEMES):
        hint = "write tcp://host:8786, tls://host:8786, or local"
        raise BriefmakerError(f"`{address}` is not the address of a dask scheduler", hint)


def _import_distributed() -> Any:
    try:
        import distributed
    except ImportError as missing:
        hint = 'install it, here and on each machine: pip install "briefmaker[dask]"'
        raise BriefmakerError(f"dask is not installed ({missing.name} is missing)", hint) from missing
    return distributed


def _open_local(distributed: Any, workers: int) -> Any:
    """Begin a cluster within this process: each of its threads has a process of its own for the work."""
    return distributed.LocalCluster(
        n_workers=1, threads_per_worker=workers, processes=False, dashboard_address="127.0.0.1:0", memory_limit=0
    )


def _tell_unreachable(address: str, failure: BaseException) -> BriefmakerError:
    hint = "see whether `dask scheduler` runs there and its port is open"
    if address.startswith("tls"):
        hint += "; for tls:// name authority, certificate and key in dask's configuration (distributed.comm.tls)"
    said = str(failure).split("\n", 1)[0] or type(failure).__name__
    return BriefmakerError(f"there is no dask scheduler at {address}: {said}", hint, exit_code=1)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep dask from writing its log among what the user is told; what matters of it is told as a failure."""
    loggers = [logging.getLogger(name) for name in list(logging.root.manager.loggerDict) if _is_of_dask(name)]
    before = [(each, each.level) for each in loggers]
    for each in loggers:
        each.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for each, level in before:
            each.setLevel(level)


def _is_of_dask(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in ("distributed", "tornado")
