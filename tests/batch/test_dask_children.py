"""What a dask worker does with a task that comes too late."""

import pickle

from briefmaker.batch.dask_children import Answer, Run, end_run, perform_in_child
from briefmaker.batch.limits import Limits


def test_a_task_of_a_run_that_has_ended_begins_no_process() -> None:
    """Dask hands over what was on its way when it was cancelled; nobody waits for it until its deadline."""
    end_run(["a run that was left"])
    answer = pickle.loads(perform_in_child(Run("a run that was left", Limits(seconds=60)), b"never read"))  # noqa: S301 - our own
    assert isinstance(answer, Answer)
    assert answer.failure is not None
    assert answer.failure.sentence == "its run has ended"
    assert answer.seconds == 0
