"""A whole process that pulls a reviewed document of about ten pages, with twenty edits in it, shown and applied.

    python benchmarks/pull.py

The edits are random ones of the tests, tracked by two authors and untracked. The limit is 1 s of time on the clock, the median
of several runs; the program ends with 1 when it is missed.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from side_by_side import PROJECT

sys.path.insert(0, str(PROJECT))
from tests.end_to_end.large_brief import write_large_brief
from tests.review.edit_kinds import KINDS
from tests.review.edit_scripts import Script
from tests.review.running import make_sheet

from briefmaker import render
from briefmaker.jobs.read import find_desk

LIMIT, ROUNDS, EDITS, SEED = 1.0, 7, 20, 7
ITEMS, PEOPLE = 1, 2  # of the large brief's, for about ten pages


def main() -> int:
    """Measure, show, and tell whether the limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        brief = Path(name) / "briefs" / "long.yaml"
        brief.parent.mkdir()
        brief.write_text(_shorten(write_large_brief()), "utf-8")
        edits = _write_copy(brief, Path(name) / "long-reviewed.docx")
        pages = _count_pages(render(brief, "pdf", check=False))
        shown = [_run(brief, Path(name)) for _ in range(ROUNDS)]
        applied = [_run(brief, Path(name), "--apply") for _ in range(ROUNDS)]
    print(f"{pages} pages, {edits} edits")
    medians = {"shown": statistics.median(shown), "applied": statistics.median(applied)}
    for what, seconds in medians.items():
        print(f"{what:<8} {seconds:.2f} s, at most {LIMIT:.1f}")
    return int(max(medians.values()) > LIMIT)


def _shorten(large: str) -> str:
    brief = json.loads(large)
    brief["agenda"], brief["participants"] = brief["agenda"][:ITEMS], brief["participants"][:PEOPLE]
    return json.dumps(brief, ensure_ascii=False, indent=1)


def _write_copy(brief: Path, copy: Path) -> int:
    """Write the document of a brief with random edits in it, and give how many."""
    _, desk = find_desk(brief)
    sheet, _ = make_sheet(brief.read_bytes(), brief, desk)
    script = Script(SEED, sheet)
    copy.write_bytes(script.write(EDITS, KINDS))
    return len(script.edits)


def _count_pages(pdf: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))


def _run(brief: Path, folder: Path, *options: str) -> float:
    """Give the seconds of one run; what it wrote is taken back."""
    before = brief.read_bytes()
    command = [sys.executable, "-m", "briefmaker", "pull", "long-reviewed.docx", str(brief), *options]
    start = time.perf_counter()
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    seconds = time.perf_counter() - start
    if b"edited" not in ran.stdout:
        sys.exit(ran.stderr.decode())
    brief.write_bytes(before)
    return seconds


if __name__ == "__main__":
    sys.exit(main())
