"""What the tests of reading share: a small workspace, and a brief read from a few lines of YAML."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefmaker.reading import Reading, read_brief
from briefmaker.workspace.files import BriefFolder

WORKSPACE = Path(__file__).parent / "workspace"


@pytest.fixture(scope="session")
def workspace_root() -> Path:
    """Give the folder of a workspace with people.yaml, briefs/valid.yaml and its data."""
    return WORKSPACE


@pytest.fixture(scope="session")
def folder() -> BriefFolder:
    """Give the folder of briefs in that workspace."""
    return BriefFolder(WORKSPACE / "briefs", WORKSPACE)


@pytest.fixture(scope="session")
def valid_brief() -> bytes:
    """Give the bytes of a brief without any mistake."""
    return (WORKSPACE / "briefs" / "valid.yaml").read_bytes()


@pytest.fixture(scope="session")
def read_lines(folder: BriefFolder) -> Callable[[str], Reading]:
    """Give a function that reads some lines as a brief; required fields that the lines lack stand after them."""

    def read(lines: str) -> Reading:
        text = lines if lines.endswith("\n") else lines + "\n"
        for name, value in {"format": "1", "template": "meeting", "title": "T", "date": "2025-10-21"}.items():
            if not any(line.startswith(f"{name}:") for line in text.splitlines()):
                text += f"{name}: {value}\n"
        return read_brief(text.encode(), "brief.yaml", folder)

    return read
