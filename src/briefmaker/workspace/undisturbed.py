"""A stretch of work that Ctrl-C and SIGTERM do not cut in two."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STOPPING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off what asks this process to stop until the work within is done: documents of one brief appear together.

    In a thread that is not the main one nothing is put off, as no signal comes there.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    received: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    before = [(number, signal.signal(number, remember)) for number in _STOPPING]
    try:
        yield
    finally:
        for number, handler in before:
            # None stands for a handler that was not set from Python, which cannot be set again.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
    for each in received:
        signal.raise_signal(each)
