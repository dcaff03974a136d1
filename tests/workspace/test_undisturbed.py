"""A stretch of work that is not cut in two."""

import signal
import threading

import pytest

from briefmaker.workspace.undisturbed import undisturbed


def test_a_signal_waits_until_the_work_is_done() -> None:
    """Ctrl-C comes after the last line, and the handlers are as before."""
    before = signal.getsignal(signal.SIGTERM)
    done = []

    def work() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("work")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["work"]
    assert signal.getsignal(signal.SIGTERM) is before


def test_an_error_within_goes_out_as_it_is() -> None:
    """And the handlers are as before."""
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ValueError, match="mine"), undisturbed():
        raise ValueError("mine")
    assert signal.getsignal(signal.SIGINT) is before


def test_in_another_thread_nothing_is_put_off() -> None:
    """No signal comes there, and no handler can be set."""
    done = []

    def work() -> None:
        with undisturbed():
            done.append("work")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["work"]
