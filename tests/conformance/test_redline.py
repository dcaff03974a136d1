"""Redlines in the hands of others: the schema of Office Open XML, LibreOffice that accepts and rejects, and veraPDF."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conformance.test_word_schema import find_schema_errors
from tests.review.redline.random_briefs import BRIEFS, make_pair
from tests.review.redline.settled import settle
from tools.verapdf.validate import PDF_UA, find_missing, validate

from briefmaker.jobs.building.render import render
from briefmaker.jobs.reviewing.redline import RedlineWishes, redline
from briefmaker.review.redline.write_word import write_redline_word

pytestmark = pytest.mark.conformance

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redline" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, kind())
  document.close(True)
End Sub
</script:module>
"""
LIBRARY = '<library:element library:name="Module1"/>'


def redline_of(old: bytes, new: bytes) -> bytes:
    """Give the redline of two documents."""
    return write_redline_word(old, new, author="A", moment="2025-10-22T00:00:00Z", compared="1 to 2").content


@pytest.mark.parametrize("seed", range(12))
def test_a_redline_is_valid(seed: int, tmp_path: Path) -> None:
    """Of random pairs: lists, tables, heads and feet, links and bookmarks."""
    assert find_schema_errors(redline_of(*make_pair(seed)), tmp_path) == []


@pytest.mark.parametrize(
    "names", [("nato-us-2025-10-22", "haiti-2025-10-16"), ("weekly-2025-10-20", "nato-us-2025-10-22")]
)
def test_a_redline_of_two_that_share_nothing_is_valid(names: tuple[str, str], tmp_path: Path) -> None:
    """With styles and lists that come over from the old document."""
    documents = [render(BRIEFS / f"{name}.yaml", "docx", check=False) for name in names]
    assert find_schema_errors(redline_of(*documents), tmp_path) == []


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a profile of LibreOffice with a macro that accepts or rejects all changes; its first start writes the profile."""
    folder = tmp_path_factory.mktemp("profile")
    _start(folder, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "none"))
    library = folder / "user" / "basic" / "Standard"
    (library / "Redline.xba").write_text(MACRO, "utf-8")
    listed = (library / "script.xlb").read_text("utf-8")
    assert LIBRARY in listed
    written = listed.replace(LIBRARY, LIBRARY + LIBRARY.replace("Module1", "Redline"))
    (library / "script.xlb").write_text(written, "utf-8")
    return folder


def _start(profile: Path, *arguments: str) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is needed for the tests: install libreoffice-writer"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    subprocess.run(command, check=False, capture_output=True, timeout=180)


def settle_with_libreoffice(profile: Path, content: bytes, command: str, folder: Path) -> bytes:
    """Let LibreOffice accept or reject all changes in a document, and give what it saves."""
    source, target = folder / "source.docx", folder / f"{command}.docx"
    source.write_bytes(content)
    _start(profile, f'macro:///Standard.Redline.Settle("{source.as_uri()}","{target.as_uri()}","{command}")')
    return target.read_bytes()


def read_lines(content: bytes) -> list[str]:
    """Give the paragraphs with words, and where tables and rows begin and end, in what has no tracked change left."""
    lines = settle(content, accept=True, looks=False)
    words = [
        line if line.startswith(("<row", "</row", "<table", "</table")) else line.partition("|")[2] for line in lines
    ]
    plain = (line.replace("<br>", "").strip() for line in words)
    return [line for line in plain if line]


@pytest.mark.parametrize("seed", [1, 2, 8, 9])
def test_libreoffice_accepts_and_rejects_exactly(seed: int, profile: Path, tmp_path: Path) -> None:
    """What it saves then has the paragraphs, rows and words of the new document, or of the old one."""
    old, new = make_pair(seed)
    content = redline_of(old, new)
    accepted = settle_with_libreoffice(profile, content, "AcceptAllTrackedChanges", tmp_path)
    assert read_lines(accepted) == read_lines(new)
    rejected = settle_with_libreoffice(profile, content, "RejectAllTrackedChanges", tmp_path)
    assert read_lines(rejected) == read_lines(old)
    assert read_lines(old) != read_lines(new)


@pytest.mark.skipif(bool(find_missing()), reason=f"veraPDF needs {' and '.join(find_missing())}")
def test_the_pdf_of_a_redline_is_accessible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF/UA-1, with words in the place of those that are new or gone, and bars that are artifacts."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BRIEFS, tmp_path / "briefs")
    text = (BRIEFS / "nato-us-2025-10-22.yaml").read_text("utf-8")
    text = text.replace("He agrees to fill", "He promises to fill").replace(
        "likelihood: likely", "likelihood: unlikely", 1
    )
    (tmp_path / "briefs" / "new.yaml").write_text(text, "utf-8")
    outcome = redline("briefs/nato-us-2025-10-22.yaml", "briefs/new.yaml", RedlineWishes(("pdf",)))
    (found,) = validate([(PDF_UA, outcome.documents[0])])
    assert found.rules > 100
    assert not found.failed
