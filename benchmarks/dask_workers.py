"""Two dask workers against one, and against two workers without dask, on the same briefs.

    python benchmarks/dask_workers.py [BRIEFS]

A scheduler and workers of one thread each run on this machine, all started anew for each build; the time is that of the whole
command, in both formats. Nothing is promised: the scheduler and the caller need the same cores as the workers.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unchanged import write_briefs

BRIEFS, ROUNDS = 40, 3
PATIENCE = 60.0


def main(count: int) -> int:
    """Measure and show."""
    times: dict[str, list[float]] = {"one dask worker": [], "two dask workers": [], "two workers, no dask": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_briefs(folder, count)
        for _ in range(ROUNDS):
            for workers, told in ((1, "one dask worker"), (2, "two dask workers")):
                with start_cluster(folder, workers) as address:
                    times[told].append(measure(folder, "--dask", address))
            times["two workers, no dask"].append(measure(folder, "--jobs", "2"))
    print(f"{count} briefs of one page, both formats, medians of {ROUNDS}")
    for told, seconds in times.items():
        print(f"  {told:22} {statistics.median(seconds):6.1f} s")
    gain = statistics.median(times["one dask worker"]) / statistics.median(times["two dask workers"])
    print(f"  two dask workers are {gain:.2f} times as fast as one")
    return 0


@contextmanager
def start_cluster(folder: Path, workers: int) -> Iterator[str]:
    """Give the address of a scheduler with so many workers; all are ended afterwards."""
    told = folder / "scheduler.json"
    told.unlink(missing_ok=True)
    place = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
    started = [_start(folder, "scheduler", *place)]
    try:
        address = _wait_for_address(told)
        each = ("worker", address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        started += [_start(folder, *each) for _ in range(workers)]
        time.sleep(4)  # until all have joined
        yield address
    finally:
        for process in started:
            process.terminate()
            process.wait()


def _start(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    program = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    return subprocess.Popen(program, cwd=folder, stderr=subprocess.DEVNULL)


def _wait_for_address(file: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except (FileNotFoundError, ValueError):
            time.sleep(0.1)
    raise TimeoutError("the scheduler did not start")


def measure(folder: Path, *options: str) -> float:
    """Give the seconds that a whole process takes to build all anew."""
    start = time.perf_counter()
    program = [sys.executable, "-m", "briefmaker", "build", "--force", *options]
    subprocess.run(program, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else BRIEFS))
