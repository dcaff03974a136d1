"""How long a redline takes beyond making both documents: the Word document with tracked changes, and the page with marks.

    python benchmarks/redline.py [--rounds 9]

The examples are compared with themselves after changes: every tenth sentence loses its first word, the version is raised. The
program ends with 1 when the median of any example is over the limit.
"""

import argparse
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from used_time import name_machine

from briefmaker.jobs.reviewing.redline_sides import find_side
from briefmaker.jobs.reviewing.redline_versions import compare_versions
from briefmaker.review.redline.write_page import PageWords, write_redline_page
from briefmaker.review.redline.write_word import write_redline_word
from briefmaker.writing.html import write_html

BRIEFS = Path(__file__).resolve().parents[1] / "briefs"
LIMIT = 100.0  # milliseconds of processor time
_SENTENCE = re.compile(r"(?<=\. )[A-Z][a-z]+ (?=[a-z])")


def main() -> int:
    """Measure each example, show, and tell whether the limit was kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    print(name_machine())
    slowest = 0.0
    for file in sorted(BRIEFS.glob("*.yaml")):
        word, page, revisions = _measure(file, rounds)
        slowest = max(slowest, word, page)
        print(f"{file.stem:40} {revisions:4} changes   docx {word:6.1f} ms   html {page:6.1f} ms")
    print(f"limit {LIMIT:.0f} ms: {'kept' if slowest <= LIMIT else 'missed'}")
    return 0 if slowest <= LIMIT else 1


def _measure(file: Path, rounds: int) -> tuple[float, float, int]:
    """Give the medians for the Word document and the page in milliseconds, and the number of tracked changes."""
    with tempfile.TemporaryDirectory() as folder:
        briefs = shutil.copytree(file.parent, Path(folder) / "briefs")
        changed = briefs / f"changed-{file.name}"
        changed.write_text(_change(file.read_text("utf-8")), "utf-8")
        versions = compare_versions(find_side(str(file)), find_side(str(changed)), None, None)
    old, new = versions.old, versions.new
    documents = old.write_word(), new.write_word()
    assert old.view is not None and old.template is not None and new.view is not None  # noqa: S101, PT018 - examples are sound
    pages = write_html(old.view, old.template), write_html(new.view, old.template)
    words, style = PageWords("", "", "{words}", "{words}"), new.view.style

    def write_word() -> int:
        return write_redline_word(*documents, author="A", moment="2025-01-01T00:00:00Z", compared="").revisions

    word = _time(write_word, rounds)
    page = _time(lambda: write_redline_page(*pages, words, style), rounds)
    return word, page, write_word()


def _change(text: str) -> str:
    number = iter(range(1_000_000))
    changed = _SENTENCE.sub(lambda match: "" if next(number) % 10 == 0 else match[0], text)
    return re.sub(r"(?m)^version: (\d+)", lambda match: f"version: {int(match[1]) + 1}", changed)


def _time(work: Callable[[], object], rounds: int) -> float:
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
