"""A process that performs tasks for a dask worker, one after the other, within the limits that dask itself has not.

A dask worker is a daemon with threads: in it neither a pool nor a fork is safe, so this is a program of its own, started anew.
"""

import pickle
import sys
from dataclasses import replace
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from briefmaker.batch.in_worker import perform, set_up
from briefmaker.batch.limits import Limits, deadline, die_with_parent

IDLE_SECONDS = 300.0
"""How long it waits for a task before it ends by itself: nobody may be there any more to end it."""


def main(handle: int) -> None:
    """Perform what comes through the connection with this handle, until it is closed."""
    with Connection(handle) as connection:
        limits, preload, folder = pickle.loads(connection.recv_bytes())  # noqa: S301 - from the process that started this one
        for name in preload:
            import_module(name)
        die_with_parent()
        set_up(limits, Path(folder))
        connection.send_bytes(b"")
        while (content := _wait(connection, limits)) is not None:
            connection.send_bytes(perform(_perform, content, limits))


def _wait(connection: Connection, limits: Limits) -> bytes | None:
    try:
        with deadline(replace(limits, seconds=IDLE_SECONDS)):
            return connection.recv_bytes()
    except EOFError:
        return None


def _perform(content: bytes) -> Any:
    function, task = pickle.loads(content)  # noqa: S301 - from the coordinator, by way of the cluster that its user trusts
    return function(task)


if __name__ == "__main__":
    main(int(sys.argv[1]))
