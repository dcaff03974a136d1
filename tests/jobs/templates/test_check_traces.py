"""A Word template whose fields could not be traced back fails its check."""

import shutil
from pathlib import Path

import docx
import pytest

from briefmaker.diagnostics import Code
from briefmaker.jobs.templates.check_templates import check_templates
from briefmaker.workspace.workspace import built_in_templates


@pytest.fixture
def own_template(workspace: Path) -> Path:
    """Give a copy of the meeting template in the workspace, under another name."""
    return Path(shutil.copytree(built_in_templates() / "meeting", workspace / "templates" / "own"))


def test_words_taken_out_of_a_text_are_found(own_template: Path) -> None:
    """They are shown as the field's, but no anchor stands around them: an edit of them would be nobody's."""
    file = own_template / "word.docx"
    document = docx.Document(str(file))
    paragraph = document.add_paragraph("{{ view.title.blocks[0].inlines[0].text }}")
    document.element.body.insert(0, paragraph._element)
    document.save(str(file))
    (check,) = check_templates("own")
    (found,) = check.diagnostics
    assert found.code == Code.TEMPLATE_UNTRACED
    assert "word.docx shows `title` in a way that edits of it could not be brought back" in found.message
    assert found.span.line > 1
