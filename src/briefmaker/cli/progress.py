"""What shows on a terminal how far the work is: a line for one brief, a bar with rate and remaining time for several."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click


class Bar(Protocol):
    """What shows how far the work is."""

    def advance(self) -> None:
        """Tell that one more is done."""

    def hide(self) -> None:
        """Take it away, as something else is to be printed; the next ``advance`` brings it back."""


@contextmanager
def show_progress(name: str, total: int) -> Iterator[Bar]:
    """Show how far the work is while something is done; nothing where the error stream is no terminal."""
    if not sys.stderr.isatty():
        yield _Nothing()
        return
    bar = _Line(f"1 of 1: {name}") if total == 1 else _RichBar(name, total)
    try:
        yield bar
    finally:
        bar.hide()


class _Nothing:
    """What is shown in a pipe."""

    def advance(self) -> None:
        """Show nothing."""

    def hide(self) -> None:
        """There is nothing to take away."""


class _Line:
    """A line that stands until the one brief is done."""

    def __init__(self, text: str) -> None:
        self._show(text)

    def advance(self) -> None:
        """There is no more to come."""
        self.hide()

    def hide(self) -> None:
        """Take the line away."""
        self._show("")

    def _show(self, text: str) -> None:
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


class _RichBar:
    """A bar with how many are done, how many a second, and how long it will take."""

    def __init__(self, name: str, total: int) -> None:
        # Imported here, since a pipe and a single brief do not need it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(compact=True),
        )
        self._bar = Progress(
            *columns,
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task(name, total=total, rate="")
        self._bar.start()

    def advance(self) -> None:
        """Move the bar on."""
        self._bar.advance(self._task)
        task = self._bar.tasks[0]
        rate = task.completed / task.elapsed if task.elapsed else 0
        self._bar.update(self._task, rate=f"{rate:.1f}/s")
        self._bar.start()

    def hide(self) -> None:
        """Take the bar away."""
        self._bar.stop()
