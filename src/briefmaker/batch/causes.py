"""Why a task has no result, told from how its worker ended."""

import signal

from briefmaker.batch.done import Cause, Failure
from briefmaker.batch.in_worker import OUT_OF_MEMORY
from briefmaker.batch.limits import Limits

# How C libraries end a process that gets no memory: GLib traps, C++ aborts, and others do not look at what they were given.
_WHEN_STARVED = ("SIGTRAP", "SIGABRT", "SIGSEGV", "SIGBUS")


def tell_deadline(limits: Limits) -> Failure:
    """Give the failure of a task that took too long."""
    return Failure(Cause.DEADLINE, f"it took longer than {limits.seconds:g} s and was stopped")


def tell_end(code: int, limits: Limits) -> Failure:
    """Give the failure of a task whose process ended with this code; that of a signal is negative, as Python tells it."""
    if code == OUT_OF_MEMORY:
        return Failure(Cause.MEMORY, f"it asked for more than {limits.megabytes} MB of memory and was stopped")
    if code >= 0:
        return Failure(Cause.KILLED, f"its process ended by itself, with code {code}")
    name = _name_signal(-code)
    if name == "SIGALRM":
        return tell_deadline(limits)
    if name in _WHEN_STARVED:
        return Failure(
            Cause.KILLED,
            f"a library ended its process with {name}, as happens where {limits.megabytes} MB do not suffice",
        )
    return Failure(Cause.KILLED, f"its process was killed by {name}")


def tell_lost() -> Failure:
    """Give the failure of a task with which workers were lost again and again, in a way that tells no more."""
    return Failure(Cause.KILLED, "its process was lost, twice, without a trace")


def tell_raised(sentence: str, place: str, trace: str) -> Failure:
    """Give the failure of a task whose function raised something."""
    return Failure(Cause.RAISED, sentence, place, trace)


def _name_signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
