"""How worker processes are started: from a server that has imported what they need, so that each starts warm."""

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any


def choose_context(preload: Sequence[str]) -> BaseContext:
    """Give the way to start processes: a fork server with these modules imported; on Windows each starts from nothing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = _ForkServer()
    context.set_forkserver_preload(list(preload))
    return context


@contextmanager
def _main_hidden() -> Iterator[None]:
    """Keep the program that calls from being run a second time in each worker: no task needs anything of it.

    Without this a script that builds briefs, and does not ask whether it is ``__main__``, would build them in its workers too.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


if sys.platform != "win32":
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class _Process(ForkServerProcess):
        """A process of the fork server that does not import the program which started it."""

        @staticmethod
        def _Popen(process_obj: BaseProcess) -> Any:  # noqa: N802 - the name is multiprocessing's
            with _main_hidden():
                return ForkServerProcess._Popen(process_obj)  # noqa: SLF001 - the hook is theirs

    class _ForkServer(ForkServerContext):
        """The fork server's way, with such processes."""

        Process = _Process
