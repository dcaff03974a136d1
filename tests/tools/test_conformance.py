"""The page on conformance is laid out as it says."""

from pathlib import Path

import pytest
from tools.conformance.samples import LABELS, Sample, list_examples, make_samples
from tools.conformance.table import write_page

from briefmaker.jobs.formats import DocumentFormat
from briefmaker.model.settings import Paper


def test_each_brief_and_paper_has_a_row() -> None:
    """With what was found of its PDF, of the archived one by both standards, and of its Word document."""
    given = ("talks", "meeting", "en-GB", Paper.A4)
    samples = [
        Sample(*given, DocumentFormat.PDF, False, Path("a.pdf")),
        Sample(*given, DocumentFormat.DOCX, False, Path("a.docx")),
        Sample(*given, DocumentFormat.PDF, True, Path("b.pdf")),
    ]
    results = {
        (Path("a.pdf"), "ua1"): (6000, 1),
        (Path("b.pdf"), "ua1"): (6001, 0),
        (Path("b.pdf"), "3a"): (9000, 0),
        (Path("a.docx"), "word"): (0, 2),
    }
    page = write_page(samples, results, {"ua1": 106, "3a": 155})
    assert "3 documents, 3 broken rules" in page
    assert "106 for PDF/UA-1, 155 for PDF/A-3a" in page
    assert page.splitlines()[-1] == "| meeting | talks | en-GB | a4 | 1 of 6,000 | 0 of 6,001 | 0 of 9,000 | 2 |"


@pytest.mark.conformance
def test_every_example_and_language_is_among_the_samples(tmp_path: Path) -> None:
    """Examples on both papers, specimens of every template in every language, each as three documents."""
    samples = make_samples(tmp_path)
    for brief in list_examples():
        assert [each.paper for each in samples if each.brief == brief.stem] == [Paper.A4] * 3 + [Paper.LETTER] * 3
    languages = {each.language for each in samples if each.brief.startswith("specimen-meeting-")}
    assert languages == {file.stem for file in LABELS.glob("*.yaml")}
    assert all(each.file.stat().st_size > 10_000 for each in samples)
