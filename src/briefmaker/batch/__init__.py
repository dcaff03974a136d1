"""Many tasks at once, in worker processes that may die: functions, tasks and bytes, nothing of briefs, and no file."""
