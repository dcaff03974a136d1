"""What a build with nothing to do takes, and how soon a save is answered with --watch.

    python benchmarks/unchanged.py [BRIEFS]

5,000 short briefs that share no sentence are built once, to HTML, and then again with nothing to do, in processes of their own.
Then one brief of a fresh workspace is watched, in both formats, and saved again and again: the time is from the save to the line
that says that its documents are there. The program ends with 1 when nothing to do takes more than 2 s or, in the median, a save
more than 0.5 s.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rows import DEFINITION, lay_out

from briefmaker.reading.row_data import read_rows
from briefmaker.reading.row_texts import RowText

BRIEFS, ROUNDS, SAVES = 5_000, 3, 9
LIMIT, WATCH_LIMIT = 2.0, 0.5


def main(count: int) -> int:
    """Measure, show, and tell whether the limits were kept."""
    with tempfile.TemporaryDirectory() as name:
        write_briefs(Path(name), count)
        first = measure_build(Path(name))
        idle = statistics.median(measure_build(Path(name)) for _ in range(ROUNDS))
    print(f"{count:,} briefs to HTML                       {first:7.1f} s")
    print(f"the same with nothing to do               {idle:7.2f} s")
    with tempfile.TemporaryDirectory() as name:
        write_briefs(Path(name), 1)
        saves = measure_saves(Path(name))
    print(f"from a save to both formats, median       {statistics.median(saves):7.2f} s (most {max(saves):.2f} s)")
    return 0 if idle <= LIMIT and statistics.median(saves) <= WATCH_LIMIT else 1


def write_briefs(folder: Path, count: int) -> None:
    """Make a workspace of briefs, each of which is what one row makes of the definition in rows.py."""
    lay_out(folder, count)
    briefs = folder / "briefs"
    table = read_rows((briefs / "members.csv").read_bytes(), "members.csv")
    lines = [line for line in DEFINITION.splitlines(keepends=True) if not line.startswith(("for_each", "slug"))]
    text = RowText("".join(lines))
    for row in table.rows:
        (briefs / f"talks-{row.number}.yaml").write_text(text.fill(row.cells), "utf-8")
    (briefs / "talks.yaml").unlink()


def measure_build(folder: Path) -> float:
    """Give the seconds that a whole process takes to build all."""
    start = time.perf_counter()
    program = [sys.executable, "-m", "briefmaker", "build", "--format", "html"]
    subprocess.run(program, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure_saves(folder: Path) -> list[float]:
    """Give the seconds from each save of a brief to the line that tells of its last document."""
    brief = folder / "briefs" / "talks-1.yaml"
    program = [sys.executable, "-u", "-m", "briefmaker", "build", "--watch"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        program, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        _wait_for_word(process)
        seconds = []
        for number in range(SAVES + 1):
            time.sleep(1)
            start = time.perf_counter()
            brief.write_text(
                brief.read_text("utf-8").replace("on grain", f"on grain and more {'again ' * number}", 1), "utf-8"
            )
            _wait_for_word(process)
            seconds.append(time.perf_counter() - start)
        process.terminate()
    return seconds[1:]  # the first finds nothing of the page in the machine's memory


def _wait_for_word(process: "subprocess.Popen[str]") -> None:
    for line in process.stdout or ():
        if ".docx" in line:
            return


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else BRIEFS))
