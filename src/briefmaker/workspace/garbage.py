"""A stretch of work in which Python does not search for garbage: much is made and little of it is dropped."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collector() -> Iterator[None]:
    """Keep Python from searching for garbage until the work within is done; where it does not anyway, it goes on not to."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
