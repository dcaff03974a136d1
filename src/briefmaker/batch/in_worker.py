"""What a worker does: it sets its own limits, performs a task, and sends back nothing but bytes."""

import gc
import os
import pickle
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefmaker.batch.limits import Limits, deadline, die_with_coordinator, limit_memory
from briefmaker.batch.scratch import use_scratch

OUT_OF_MEMORY = 77
"""The code with which a worker leaves when Python could get no more memory: what is left of it is not to be trusted."""

_DIVIDER = "\n"
_MUCH = 70_000
"""So many new objects are worth a search for garbage: some dozens of briefs that were checked, or three that were made."""


def set_up(limits: Limits, folder: Path, given: int = 0) -> None:
    """Prepare this process for tasks: it heeds no Ctrl-C, ends at once when told to, and takes no more memory than it may.

    What it puts aside meanwhile goes to ``folder``; ``given`` are the bytes of address space that it was begun with.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    use_scratch(folder)
    limit_memory(limits, given)
    # Garbage is searched for between tasks only, and not among what was there from the beginning.
    gc.disable()
    gc.freeze()


def set_up_worker(limits: Limits, folder: Path) -> None:
    """Prepare this process for tasks as ``set_up`` does, and see to it that it never outlives the coordinator."""
    die_with_coordinator()
    set_up(limits, folder)


def perform(function: Callable[[Any], Any], task: Any, limits: Limits) -> bytes:
    """Give what the function returned or raised, and the seconds that it took, as pickled plain data.

    Nothing that is raised leaves here as it is: its class may be one that the coordinator cannot make again.
    """
    if gc.get_count()[0] > _MUCH:
        gc.collect()
    start = time.perf_counter()
    try:
        with deadline(limits):
            content = pickle.dumps(function(task), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException as raised:  # noqa: BLE001 - sys.exit in a template must not end the batch either
        return pickle.dumps((None, describe(raised), time.perf_counter() - start))
    return pickle.dumps((content, None, time.perf_counter() - start))


def describe(raised: BaseException) -> tuple[str, str, str]:
    """Give the sentence, the place and the traceback of what was raised."""
    frames = traceback.extract_tb(raised.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    said = str(raised).split(_DIVIDER, 1)[0]
    name = type(raised).__name__
    return (f"{name}: {said}" if said else name), place, "".join(traceback.format_exception(raised))
