"""Writes docs/parity.md: what `briefmaker verify` says of every example, and every check of one of them.

    python -m tools.parity

The schema of Word documents is looked at too where its validator is on the PATH: ``npm install --prefix tools --no-package-lock``.
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefmaker.jobs.building.build import build
from briefmaker.jobs.checking.verify import Verification, verify
from briefmaker.verifying.check import State
from tools.conformance.samples import PROJECT

PAGE = PROJECT / "docs" / "parity.md"
SHOWN_WHOLE = "nato-us-2025-10-22"
PAPERS = ("a4", "letter")
_HEAD = """# Whether PDF and Word say the same

What `briefmaker verify` finds when it opens the documents of every example again, on both papers: each is compared with its brief and
with the other format, and looked at for itself. `python -m tools.parity` writes this page. {documents} documents, {checks:,} checks,
{failed} failed.

| Brief | Paper | Format | ok | FAILED | not run |
|---|---|---|---|---|---|
"""
_WHOLE = """
## One of them, check by check

`{brief}` on A4; a check that a format does not have is left empty.

| Check | What it proves | PDF | Word |
|---|---|---|---|
"""


def main() -> int:
    """Write the page, and tell whether nothing has failed."""
    os.environ["PATH"] += os.pathsep + str(PROJECT / "tools" / "node_modules" / ".bin")
    with tempfile.TemporaryDirectory() as folder:
        verifications = {paper: _verify_examples(Path(folder), paper) for paper in PAPERS}
    PAGE.write_text(write_page(verifications), "utf-8")
    return 0 if all(each.is_sound for group in verifications.values() for each in group) else 1


def _verify_examples(folder: Path, paper: str) -> list[Verification]:
    outcomes = build([PROJECT / "briefs"], output=folder / paper, paper=paper)
    return [verify(each.path, brief=outcome.brief) for outcome in outcomes for each in outcome.documents]


def write_page(verifications: dict[str, list[Verification]]) -> str:
    """Give the page: a row for each document by paper, then every check of one brief."""
    everything = [each for group in verifications.values() for each in group]
    head = _HEAD.format(
        documents=len(everything),
        checks=sum(len(each.results) for each in everything),
        failed=sum(each.count(State.FAILED) for each in everything),
    )
    rows = (_write_row(paper, each) for paper, group in verifications.items() for each in group)
    whole = [each for each in verifications[PAPERS[0]] if each.document.name.startswith(SHOWN_WHOLE)]
    return head + "".join(rows) + _WHOLE.format(brief=SHOWN_WHOLE) + "".join(_write_checks(whole))


def _write_row(paper: str, verification: Verification) -> str:
    counts = " | ".join(str(verification.count(state)) for state in State)
    file = verification.document
    return f"| {file.name.split('.')[0]} | {paper} | {file.suffix[1:]} | {counts} |\n"


def _write_checks(verifications: Iterable[Verification]) -> Iterator[str]:
    """Give a row for each check, with how it ended in each format."""
    ended: dict[str, dict[str, str]] = {}
    sentences: dict[str, str] = {}
    for verification in verifications:
        for result in verification.results:
            ended.setdefault(result.check.name, {})[verification.document.suffix] = str(result.state)
            sentences[result.check.name] = result.check.sentence
    for name, states in ended.items():
        yield f"| `{name}` | {sentences[name]} | {states.get('.pdf', '')} | {states.get('.docx', '')} |\n"


if __name__ == "__main__":
    sys.exit(main())
