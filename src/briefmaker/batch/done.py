"""What became of a task: its result, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Cause(StrEnum):
    """Why a task has no result."""

    DEADLINE = "deadline"
    """It took longer than it may."""
    MEMORY = "memory"
    """It asked for more memory than it may have."""
    KILLED = "killed"
    """Its process ended: by a signal from outside, or on its own."""
    RAISED = "raised"
    """The function raised something."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result: a sentence without the task's name, and what a report of a bug needs, where there is some.

    ``place`` is the innermost file and line that raised, ``trace`` the whole traceback.
    """

    cause: Cause
    sentence: str
    place: str = ""
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task that ended: the how-manyth it was, counted from 0, its result or its failure, and the seconds that it took."""

    number: int
    task: Task
    result: Result | None
    failure: Failure | None
    seconds: float
