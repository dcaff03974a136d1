"""Tells when files of a workspace change, soon after they were saved."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

SETTLE_MILLISECONDS = 50
"""Editors save in several steps; what follows within this time belongs to one save."""
_STEP_MILLISECONDS = 10
_LOOK_UP_MILLISECONDS = 200


def watch_folders(
    folders: Sequence[Path], *, ignored: Sequence[Path] = (), stop: threading.Event | None = None
) -> Iterator[frozenset[Path]]:
    """Give the files that changed, save by save, until ``stop`` is set; never ends by itself.

    What comes first is usually empty, and says that from now on no save is missed, whatever the caller does meanwhile.
    ``ignored`` are folders that nobody is told of, such as that of the documents; nor of hidden files and those that editors
    keep beside the one they save.
    """
    # Imported here: only this needs it.
    from watchfiles import Change, DefaultFilter, watch

    class Filter(DefaultFilter):
        """Leaves out what is ignored, and files that end in .part or begin with a point."""

        def __call__(self, change: Change, path: str) -> bool:
            name = Path(path).name
            is_hidden = name.startswith(".") or name.endswith(".part")
            return not is_hidden and super().__call__(change, path)

    changes = watch(
        *(folder for folder in folders if folder.is_dir()),
        watch_filter=Filter(ignore_paths=[folder.resolve() for folder in ignored]),
        debounce=SETTLE_MILLISECONDS,
        step=_STEP_MILLISECONDS,
        rust_timeout=_LOOK_UP_MILLISECONDS,
        stop_event=stop,
        yield_on_timeout=True,
    )
    is_begun = False
    for saved in changes:
        if saved or not is_begun:
            is_begun = True
            yield frozenset(Path(path) for _, path in saved)
