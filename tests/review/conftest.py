"""A brief with its Word document, for all tests of what comes back."""

from pathlib import Path

import pytest
from tests.review.returned import Desk, open_desk_with


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a brief in a workspace, and its document."""
    monkeypatch.chdir(tmp_path)
    return open_desk_with(tmp_path)
