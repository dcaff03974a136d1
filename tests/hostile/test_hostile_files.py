"""Files made to do harm: each is told of, with a place, and nothing of it is carried out."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import has_errors
from briefmaker.reading import read_brief
from briefmaker.workspace.files import BriefFolder

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


def test_there_are_hostile_files() -> None:
    """Proves that the test below looks at something."""
    assert len(FILES) >= 12


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_hostile_file_is_told_of_and_does_nothing(file: Path, folder: BriefFolder) -> None:
    """Proves that each gives errors with places, and no brief that could be made."""
    reading = read_brief(file.read_bytes(), file.name, folder)
    assert has_errors(reading.diagnostics)
    assert all(found.span.line >= 1 and found.message and found.hint for found in reading.diagnostics)


def test_a_file_broken_everywhere_is_told_of_everywhere(folder: BriefFolder) -> None:
    """Proves that each line of a file with many kinds of mistake has its own finding."""
    file = next(file for file in FILES if file.stem == "broken-everywhere")
    found = read_brief(file.read_bytes(), file.name, folder).diagnostics
    assert {one.span.line for one in found} >= {1, 3, 4, 5, 7, 8, 9}
