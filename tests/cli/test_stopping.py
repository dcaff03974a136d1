"""What asks a command to stop, stops it at once, and the exit code says what it was."""

import signal
import threading

import pytest

from briefmaker.cli.stopping import StoppedError, stoppable


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_exit_code_is_that_of_a_shell(number: signal.Signals, code: int) -> None:
    """And what has to be cleaned up, is; afterwards signals do what they did before."""
    before = signal.getsignal(number)
    cleaned = []

    def work() -> None:
        with stoppable():
            try:
                signal.raise_signal(number)
            except StoppedError:
                cleaned.append(number)
                raise

    with pytest.raises(SystemExit) as left:
        work()
    assert left.value.code == code
    assert cleaned == [number]
    assert signal.getsignal(number) is before


def test_outside_of_the_main_thread_nothing_is_changed() -> None:
    """No signal comes there, and none may be asked for."""
    done = []

    def work() -> None:
        with stoppable():
            done.append("work")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["work"]
