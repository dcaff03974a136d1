"""The Word templates that come with briefmaker are those that their maker makes."""

import io
import zipfile

import pytest
from tools.word_template.make import BODIES, TEMPLATES, make_template


@pytest.mark.parametrize("name", BODIES)
def test_a_shipped_word_template_is_what_its_maker_makes(name: str) -> None:
    """A change of styles or parts reaches the file that ships; run python -m tools.word_template.make after one."""
    assert _parts((TEMPLATES / name / "word.docx").read_bytes()) == _parts(make_template(name))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
