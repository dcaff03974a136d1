"""Functions that a test has workers perform: good ones, and all that may kill a worker."""

import os
import signal
import sys
import time


def square(number: int) -> int:
    """Give the square of a number."""
    return number * number


def meet_fate(fate: str) -> object:
    """Do what the task says: come back with its name in capitals, or die in one of many ways."""
    _FATES.get(fate, lambda: None)()
    return (lambda: None) if fate == "unsendable" else fate.upper()


class OddError(Exception):
    """An error that cannot be made again from its pickle."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}\nand more")


def _spin() -> None:
    sum(range(10**13))  # in C, where Python handles no signal


def _hog() -> None:
    hoard = []
    while True:
        hoard.append(bytes(50_000_000))  # asked for, and never touched: it takes no time


def _raise_base() -> None:
    raise GeneratorExit("enough")


def _raise_odd() -> None:
    raise OddError("one", "two")


_FATES = {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "sleep": lambda: time.sleep(3600),
    "spin": _spin,
    "hog": _hog,
    "base": _raise_base,
    "exit": lambda: sys.exit(3),
    "leave": lambda: os._exit(5),
    "bug": _raise_odd,
    "slow": lambda: time.sleep(0.3),
}


def tell_process(_: object) -> int:
    """Give the number of the process that performs this."""
    return os.getpid()


def return_late(seconds: float) -> int:
    """Give the number of the process that performs this, after some time."""
    time.sleep(seconds)
    return os.getpid()


def take_memory(megabytes: int) -> int:
    """Hold so much memory for a moment, and give how much it was."""
    return len(bytearray(megabytes * 1_000_000)) // 1_000_000
