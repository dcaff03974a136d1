"""What Ctrl-C and SIGTERM do to a command: it stops at once, cleans up, and its exit code says what stopped it."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class StoppedError(BaseException):
    """The command was asked to stop; not an Exception, so that nothing on the way takes it for a mistake of its own."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise StoppedError within when the command is asked to stop, and leave with 128 and the signal's number, as shells do.

    Outside of the main thread, where no signal comes, nothing is changed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [(number, signal.signal(number, _stop)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    except StoppedError as stopped:
        sys.exit(128 + stopped.number)
    finally:
        for number, handler in before:
            # None stands for a handler that was not set from Python, which cannot be set again.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise StoppedError(number)
