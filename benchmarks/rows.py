"""Briefs of many rows, with the memory of the process that was called and of its workers while it goes on.

    python benchmarks/rows.py [ROWS] [FORMATS]

One definition and a table of 10,000 rows make as many briefs in both formats, in a workspace of their own. Twice a second the
resident memory of each process is looked at; shared pages count for every process that has them. The program ends with 1 when
the first process ever has more than 250 MB, or a worker more than 200 MB. Then the same is asked for again, with nothing to do.
What was measured goes to docs/pictures/rows-memory.svg.
"""

import contextlib
import csv
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from curves import Curve, draw_curves

ROWS, FORMATS = 10_000, "pdf,docx"
EVERY = 0.5
COORDINATOR_LIMIT, WORKER_LIMIT = 250, 200
PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "rows-memory.svg"
DEFINITION = """\
format: 1
template: information
language: en-GB
title: "Talks with {{ row.name }} on grain"
for_each: members.csv
slug: "talks-{{ row.code }}"
date: 2025-10-21
status: final
reference: "GR/{{ row.code }}"
bottom_line: |
  {{ row.name }} holds **{{ row.seats }} seats** and decides on {{ row.day }}. Ask for its vote on the
  grain corridor {% if row.friend == "yes" %}as a friend{% else %}and offer inspections in return{% endif %}.
background: |
  {{ row.name }} imported {{ row.tonnes }} tonnes of grain in 2024, most of it through the corridor [@agency]. Its government
  is under pressure at home, as bread has become dear in {{ row.capital }}.

  {% if row.friend == "yes" %}It has voted with us {{ row.votes }} times.{% else %}It abstained when we asked last.{% endif %}
sources:
  agency: {title: "Grain imports of {{ row.name }}", publisher: Grain Agency, date: 2025-03-01}
decision: {ask: "Agree to ask {{ row.name }} for its vote."}
implications:
  - statement: "{{ row.name }} votes for the corridor."
    likelihood: likely
    confidence: moderate
    basis: "It has done so {{ row.votes }} times."
    so_what: "Count on {{ row.seats }} seats."
"""


@dataclass
class Memory:
    """Megabytes of resident memory over time: of the process that was called, and the most that any worker of it has."""

    seconds: list[float] = field(default_factory=list)
    coordinator: list[float] = field(default_factory=list)
    worker: list[float] = field(default_factory=list)


def main(rows: int, formats: str) -> int:
    """Build, show, draw, and tell whether the limits were kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder, rows)
        start = time.monotonic()
        memory = build(folder, formats)
        seconds = time.monotonic() - start
        show("first build", memory)
        draw(memory, rows)
        made = len(list((folder / "output").glob(f"*.{formats.split(',', maxsplit=1)[0]}")))
        again = build(folder, formats)
        print(f"{made:,} briefs of {rows:,} rows, {formats}: {seconds:,.0f} s, {1000 * seconds / rows:.0f} ms a brief")
        show("nothing to do", again)
        print(f"  with nothing to do it took {again.seconds[-1]:.1f} s")
    is_kept = max(memory.coordinator) <= COORDINATOR_LIMIT and max(memory.worker) <= WORKER_LIMIT
    return 0 if is_kept and made == rows else 1


def lay_out(folder: Path, rows: int) -> None:
    """Make a workspace with one definition and its rows."""
    (folder / "briefs").mkdir()
    (folder / "briefs" / "talks.yaml").write_text(DEFINITION, "utf-8")
    with (folder / "briefs" / "members.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["code", "name", "capital", "seats", "tonnes", "votes", "day", "friend"])
        for number in range(1, rows + 1):
            day = f"2025-11-{1 + number % 28:02}"
            friend = "yes" if number % 3 else "no"
            cells = [
                f"m{number:05}",
                f"{_invent(number)}ia",
                f"{_invent(number)}burg",
                number % 40 + 1,
                f"{number * 37:,}",
            ]
            table.writerow([*cells, number % 9, day, friend])


def _invent(number: int) -> str:
    """Give a name of its own for each number: digits would be taken for figures without a source."""
    syllables = ("ba", "do", "fi", "gu", "ke", "la", "mo", "ni", "ru", "so")
    return "".join(syllables[int(digit)] for digit in f"{number:05}").capitalize()


def build(folder: Path, formats: str) -> Memory:
    """Build all in a process of its own, and look at its memory and that of its workers meanwhile."""
    program = [sys.executable, "-m", "briefmaker", "build", "--format", formats]
    memory = Memory()
    start = time.monotonic()
    with (folder / "told").open("wb") as told:
        process = subprocess.Popen(program, cwd=folder, stdout=told, stderr=told)
        while process.poll() is None:
            memory.seconds.append(time.monotonic() - start)
            memory.coordinator.append(_resident(process.pid))
            memory.worker.append(max(map(_resident, _list_children(process.pid)), default=0.0))
            time.sleep(EVERY)
    if process.returncode:
        print((folder / "told").read_text("utf-8")[-2000:])
    return memory


def _list_children(process: int) -> list[int]:
    """Give all processes under one."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(folder.name))
    found, left = [], [process]
    while left:
        children = parents.get(left.pop(), [])
        found += children
        left += children
    return found


def _resident(process: int) -> float:
    """Give the resident memory of a process in MB; none for one that is gone."""
    with contextlib.suppress(OSError):
        for line in Path("/proc", str(process), "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1000
    return 0.0


def show(title: str, memory: Memory) -> None:
    """Print the memory of one build."""
    for name, values in (("called process", memory.coordinator), ("largest worker", memory.worker)):
        quarters = [statistics.median(part) for part in _quarter(values)]
        shown = "  ".join(f"{each:4.0f}" for each in quarters)
        print(f"  {title}: {name:15} median of each quarter {shown} MB, most {max(values):4.0f} MB")


def _quarter(values: list[float]) -> list[list[float]]:
    size = max(len(values) // 4, 1)
    return [values[index * size : (index + 1) * size] or values[-1:] for index in range(4)]


def draw(memory: Memory, rows: int) -> None:
    """Draw the memory over time."""
    curves = (
        Curve("the process that was called", "#1f4e79", tuple(zip(memory.seconds, memory.coordinator, strict=True))),
        Curve("the largest worker", "#c55a11", tuple(zip(memory.seconds, memory.worker, strict=True))),
    )
    title = f"{rows:,} briefs of {rows:,} rows: resident memory"
    PICTURE.write_text(draw_curves(title, "minutes", "MB", curves, top=COORDINATOR_LIMIT), "utf-8")


if __name__ == "__main__":
    wished = sys.argv[1:]
    sys.exit(main(int(wished[0]) if wished else ROWS, wished[1] if len(wished) > 1 else FORMATS))
