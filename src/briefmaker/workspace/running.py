"""Tells whether a process is still at work on this machine."""

import os


def is_running(process: int) -> bool:
    """Tell whether there is a process of this number; where the system cannot tell without harm, it is taken for there."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
