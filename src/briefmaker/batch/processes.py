"""How worker processes are started: from a server that has imported what they need, so that each starts warm."""

import multiprocessing
import signal
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


def start_server(preload: Sequence[str]) -> None:
    """Have the fork server begin with its imports, for workers that are needed soon; nothing is waited for."""
    if sys.platform == "win32" or "forkserver" not in multiprocessing.get_all_start_methods():
        return
    from multiprocessing.forkserver import ensure_running

    choose_context(preload)
    with _main_hidden(), _interrupts_held():
        ensure_running()


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
    from multiprocessing import resource_tracker
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    @contextmanager
    def _interrupts_held() -> Iterator[None]:
        """Hold Ctrl-C back, here for a moment, and in the server that begins for good: it would print where its imports stood."""
        # The tracker begins before, since it lets Ctrl-C through again once it has begun.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    class _Process(ForkServerProcess):
        """A process of the fork server that does not import the program which started it."""

        @staticmethod
        def _Popen(process_obj: BaseProcess) -> Any:  # noqa: N802 - the name is multiprocessing's
            with _main_hidden(), _interrupts_held():
                return ForkServerProcess._Popen(process_obj)  # noqa: SLF001 - the hook is theirs

    class _ForkServer(ForkServerContext):
        """The fork server's way, with such processes."""

        Process = _Process
