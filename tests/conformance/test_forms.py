"""Forms in other people's programs: valid Word, and read back after LibreOffice has saved them."""

from pathlib import Path

import pytest
from tests.conformance.test_word_schema import find_schema_errors
from tests.end_to_end.test_libreoffice import save_with_libreoffice
from tests.filled_forms import fill, fill_table, iterate_places, open_form, save

from briefmaker.jobs.read import read
from briefmaker.jobs.reviewing.form import form
from briefmaker.jobs.reviewing.import_word import import_word

pytestmark = pytest.mark.conformance
TEMPLATES = ("meeting", "information", "submission", "scene-setter", "speaking-points", "summary", "weekly")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_form_is_valid(template: str, paper: str, workspace: Path) -> None:
    """In a language from left to right, and in one from right to left."""
    for language in ("en-GB", "ar"):
        file = form(template, output=workspace / f"{language}.docx", language=language, paper=paper)
        assert find_schema_errors(file.read_bytes(), workspace) == []


def test_a_form_comes_back_from_libreoffice(workspace: Path) -> None:
    """Filled in, saved by LibreOffice: every place is read as before, and nothing stands outside of them."""
    document = open_form(form("meeting", output=workspace / "form.docx").read_bytes())
    for number, (path, _) in enumerate(list(iterate_places(document))):
        if not path.endswith(("minutes", "confidence", "likelihood", "date", "start", "end", "as_of", "marking")):
            earlier = [each for each, _ in list(iterate_places(document))[:number]]
            fill(document, path, f"Words {number}", number=earlier.count(path))
    fill(document, "agenda.lines_to_take", "One line", "Another line")
    fill_table(document, "participants", [{"name": f"Person {number}", "title": "Minister"} for number in range(8)])
    fill_table(document, "agenda.if_raised", [{"they_say": "Why?", "we_say": "Because."}], number=2)
    (workspace / "before.docx").write_bytes(save(document))
    (workspace / "after.docx").write_bytes(save_with_libreoffice(workspace / "before.docx", "docx").read_bytes())
    briefs = [read(import_word(workspace / f"{name}.docx").brief).brief for name in ("before", "after")]
    assert briefs[0] is not None
    assert briefs[0] == briefs[1]
    assert len(briefs[0].participants) == 8
    assert briefs[0].annexes[-1].title != "Written outside of the places"
