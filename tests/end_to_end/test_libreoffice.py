"""What is left of a Word document after LibreOffice has opened it and saved it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.writing.word.desk import EXAMPLES, open_brief
from tests.writing.word.soundness import anchored_texts, open_parts

from briefmaker.reading.office_package import read_custom_properties
from briefmaker.writing.word import is_untouched, write_word
from briefmaker.writing.word.anchors import read_anchor_map


def save_with_libreoffice(file: Path, kind: str) -> Path:
    """Let LibreOffice open a document and save it as another kind, with a profile of its own; gives the new file."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is needed for the tests: install libreoffice-writer"
    folder = file.parent / kind
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the Word document of the Spanish brief, with its nested lists and tables."""
    reading, view, template, _ = open_brief(next(each for each in EXAMPLES if each.stem == "cumbre-es"))
    file = tmp_path_factory.mktemp("libreoffice") / "brief.docx"
    file.write_bytes(write_word(view, template, fingerprint=reading.fingerprint))
    return file


def test_anchors_and_their_map_come_back_from_libreoffice(flagship: Path) -> None:
    """Every bookmark is still there, around the same words, and still leads to its field; the seal is broken."""
    before = flagship.read_bytes()
    after = save_with_libreoffice(flagship, "docx").read_bytes()
    assert len(anchored_texts(before)) > 100
    assert dict(anchored_texts(after)) == dict(anchored_texts(before))
    old, new = (read_custom_properties(open_parts(each)["docProps/custom.xml"]) for each in (before, after))
    assert read_anchor_map(new, "x") == read_anchor_map(old, "x")
    assert new["briefmaker-source"] == old["briefmaker-source"]
    assert is_untouched(before)
    assert not is_untouched(after)


def test_libreoffice_makes_pages_of_it(flagship: Path) -> None:
    """The document opens and is laid out in as many pages as the brief needs."""
    import pypdfium2

    pages = len(pypdfium2.PdfDocument(save_with_libreoffice(flagship, "pdf").read_bytes()))
    assert 4 <= pages <= 7
