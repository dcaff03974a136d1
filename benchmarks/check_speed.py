"""How long `briefmaker check` takes for 1,000 briefs of five pages, beside yamllint and proselint; for one; for a large one.

    python benchmarks/check_speed.py [COUNT]

Each is run in its own best way: as one command over all files, yamllint with its relaxed rules, since the usual ones hold
every paragraph for too long a line. Both are installed once into ``benchmarks/.linters``, and belong to no part of the project.
The program ends with 1 when a limit is missed: 10 s for 1,000 briefs, 60 ms for the first brief beyond start-up, and twice the
time for a megabyte when the brief is eight times as large.
"""

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from make_briefs import Writer, write_brief, write_briefs, write_item
from side_by_side import AS_INSTALLED, PROJECT

LINTERS = PROJECT / "benchmarks" / ".linters"
COUNT = 1000
MOST_SECONDS_A_BRIEF, MOST_MILLISECONDS, MOST_GROWTH = 0.010, 60.0, 2.0
SIZES = (250_000, 500_000, 1_000_000, 2_000_000)
ROUNDS = 9
_FOUND = 1

_FIRST_BRIEF = """
import gc, os, sys, time
gc.set_threshold(70_000)  # this and the next as the command does
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
from briefmaker.checks.all_rules import list_rules
from briefmaker.jobs.checking.check import check
from briefmaker.reading.markdown import prepare_parser
list_rules()
prepare_parser()  # imports the parser of Markdown, which waits until a text needs it
start = time.process_time()
check([sys.argv[1]])
first = time.process_time()
check([sys.argv[2]])
print(first - start, time.process_time() - first)
"""


def main() -> int:
    """Measure all three, show them, and tell whether the limits were kept."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as name:
        briefs = list(write_briefs(Path(name) / "briefs", count))
        are_kept = [_measure_many(briefs), _measure_one(briefs), _measure_growth(Path(name))]
    return 0 if all(are_kept) else 1


def _measure_many(briefs: list[Path]) -> bool:
    folder = briefs[0].parent
    commands: dict[str, list[str | Path]] = {
        "briefmaker": [sys.executable, "-m", "briefmaker", "check", folder],
        "yamllint": [_install("yamllint"), "-d", "relaxed", folder],
        "proselint": [_install("proselint"), "check", *briefs],
    }
    seconds = {name: _run(command, folder.parent) for name, command in commands.items()}
    print(f"{len(briefs):,} briefs, {sum(brief.stat().st_size for brief in briefs) / 1e6:.1f} MB, one command each:")
    for name, each in seconds.items():
        print(
            f"  {name:<12} {each:7.2f} s   {1000 * each / len(briefs):5.1f} ms a brief   {each / seconds['briefmaker']:5.2f}"
        )
    return seconds["briefmaker"] <= MOST_SECONDS_A_BRIEF * len(briefs)


def _run(command: list[str | Path], folder: Path) -> float:
    start = time.perf_counter()
    ended = subprocess.run(command, cwd=folder, env=AS_INSTALLED, capture_output=True, check=False)
    if ended.returncode > _FOUND:
        raise SystemExit(f"{command[0]} ended with {ended.returncode}\n{ended.stderr.decode()}")
    return time.perf_counter() - start


def _install(tool: str) -> Path:
    """Give the command of a linter, and install both where they are not."""
    command = LINTERS / "bin" / tool
    if not command.is_file():
        venv.create(LINTERS, with_pip=True)
        subprocess.run([LINTERS / "bin" / "pip", "install", "--quiet", "yamllint", "proselint"], check=True)
    return command


def _measure_one(briefs: list[Path]) -> bool:
    """Measure the first brief of a process, and the second, which finds everything loaded; both beyond imports."""
    _time_first(briefs[0], briefs[-1])  # compiles the modules where that was not done
    runs = [_time_first(briefs[index], briefs[-1 - index]) for index in range(ROUNDS)]
    first, second = (statistics.median(run[place] for run in runs) * 1000 for place in (0, 1))
    print(f"one brief beyond start-up: {first:.0f} ms, at most {MOST_MILLISECONDS:.0f}; the next one {second:.0f} ms")
    return first <= MOST_MILLISECONDS


def _time_first(one: Path, other: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", _FIRST_BRIEF, one, other]
    ended = subprocess.run(command, env=AS_INSTALLED, capture_output=True, text=True, check=True)
    first, second = map(float, ended.stdout.split())
    return first, second


def _measure_growth(folder: Path) -> bool:
    """Measure briefs of growing size, with more and more items on the agenda, in one process each."""
    rates = []
    for size in SIZES:
        brief = folder / "large.yaml"
        brief.write_text(_write_large(size), "utf-8")
        seconds = _time_first(brief, brief)[0]
        rates.append(seconds / (brief.stat().st_size / 1e6))
        print(f"a brief of {size / 1e6:.2f} MB: {seconds:6.2f} s, {rates[-1]:.2f} s a megabyte")
    return rates[-1] <= MOST_GROWTH * rates[0]


def _write_large(size: int) -> str:
    writer = Writer(COUNT)
    front, end = write_brief(COUNT).split("\nimplications:\n", 1)
    items: list[str] = []
    length = len(front) + len(end)
    while length < size:
        items.append(write_item(writer, len(items) + 10))
        length += len(items[-1].encode())
    return f"{front}\n{''.join(items)}\nimplications:\n{end}"


if __name__ == "__main__":
    sys.exit(main())
