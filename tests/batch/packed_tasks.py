"""How tests pack tasks for a cluster, and a function that asks for more."""

from typing import Any

from briefmaker.batch.dask_workers import Lacking


def pack_as_it_is(task: Any, asked: frozenset[str], is_whole: bool) -> Any:
    """Send the task itself."""
    return task


def pack_with_asked(task: str, asked: frozenset[str], is_whole: bool) -> tuple[str, frozenset[str], bool]:
    """Send the task with what was asked for."""
    return task, asked, is_whole


def ask_twice(packed: tuple[str, frozenset[str], bool]) -> object:
    """Ask for one thing, then for another one, then give the task with both."""
    task, asked, is_whole = packed
    for name in ("first", "second"):
        if name not in asked:
            return Lacking((name,))
    return task, sorted(asked), is_whole


def ask_for_ever(packed: object) -> Lacking:
    """Ask for the same again and again."""
    return Lacking(("nothing",))
