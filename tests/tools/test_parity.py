"""The page that says whether PDF and Word say the same counts every check, and hides none that failed."""

from dataclasses import replace
from pathlib import Path

from tools.parity import SHOWN_WHOLE, write_page

from briefmaker import build
from briefmaker.jobs.checking.verify import Verification, verify
from briefmaker.verifying.check import State


def test_each_document_has_a_row_and_each_check_of_one_brief_its_own(workspace: Path, brief_file: Path) -> None:
    """Both formats stand beside one another; a failure is counted at the head."""
    brief_file = brief_file.rename(brief_file.with_stem(SHOWN_WHOLE))
    (outcome,) = build([brief_file])
    found = [verify(each.path) for each in outcome.documents]
    page = write_page({"a4": found, "letter": found})
    checks = {result.check.name for each in found for result in each.results}
    assert f"4 documents, {2 * sum(len(each.results) for each in found):,} checks,\n0 failed." in page
    assert all(page.count(f"| `{name}` |") == 1 for name in checks)
    assert page.count(f"| {brief_file.stem}") == 4
    assert "1 failed." in write_page({"a4": [_spoil(found[0])], "letter": []})


def _spoil(verification: Verification) -> Verification:
    first, *others = verification.results
    return replace(verification, results=(replace(first, state=State.FAILED), *others))
