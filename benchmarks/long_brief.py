"""A brief of about 60 pages to PDF, beside WeasyPrint's bare ``write_pdf`` of the same HTML, CSS, fonts and variant.

    python benchmarks/long_brief.py

Each run is a process of its own, from its start to the file on the disk; both take turns. Ours reads, checks and views the YAML
and writes the HTML too. At most 1.2 of WeasyPrint's time and 1.3 of its memory; the program ends with 1 when it is more.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from side_by_side import PROJECT, lay_out_page

sys.path.insert(0, str(PROJECT))
from tests.end_to_end.large_brief import write_large_brief

ROUNDS = 5
LIMIT_OF_TIME, LIMIT_OF_MEMORY = 1.2, 1.3
ITEMS, PEOPLE = 31, 30  # of the large brief's, for about 60 pages

_OURS = """
import sys
from pathlib import Path
from briefmaker import render
Path(sys.argv[2]).write_bytes(render(sys.argv[1], "pdf"))
"""
_BARE = """
import sys
import weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], stylesheets=sys.argv[3:], pdf_variant="pdf/ua-1")
"""


def main() -> int:
    """Measure, show, and tell whether the limits were kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = folder / "long.yaml"
        brief.write_text(_write_brief(), "utf-8")
        page, styles = lay_out_page(brief, folder)
        python = [sys.executable, "-c"]
        works = {
            "briefmaker": [*python, _OURS, str(brief), str(folder / "ours.pdf")],
            "WeasyPrint": [*python, _BARE, str(page), str(folder / "bare.pdf"), *map(str, styles)],
        }
        measured: dict[str, list[tuple[float, float]]] = {work: [] for work in works}
        for _ in range(ROUNDS):
            for work, command in works.items():
                measured[work].append(_run(command))
        pages = _count_pages(folder / "ours.pdf")
    return _show(measured, pages)


def _write_brief() -> str:
    brief = json.loads(write_large_brief())
    brief["agenda"] = brief["agenda"][:ITEMS]
    brief["participants"] = brief["participants"][:PEOPLE]
    for item in brief["agenda"]:
        item["lead"] = brief["participants"][0]["id"]
    return json.dumps(brief)


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Give the seconds that a process took, and the most memory that it held, in megabytes."""
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(process, 0)
    if status != 0:
        raise SystemExit(f"{command[3:]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, used.ru_maxrss / 1000


def _count_pages(file: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(file))


def _show(measured: dict[str, list[tuple[float, float]]], pages: int) -> int:
    medians = {work: [statistics.median(each) for each in zip(*runs, strict=True)] for work, runs in measured.items()}
    print(f"A brief of {pages} pages, cold (medians of {ROUNDS})")
    for work, (seconds, memory) in medians.items():
        print(f"  {work}  {seconds:6.2f} s  {memory:5.0f} MB")
    of_time, of_memory = (ours / bare for ours, bare in zip(*medians.values(), strict=True))
    print(
        f"  {of_time:.2f} of the time, at most {LIMIT_OF_TIME}; {of_memory:.2f} of the memory, at most {LIMIT_OF_MEMORY}"
    )
    return 0 if of_time <= LIMIT_OF_TIME and of_memory <= LIMIT_OF_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
