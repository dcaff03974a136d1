"""A workspace opened for work: its settings, right, wrong or empty."""

from pathlib import Path

import pytest

from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.failures import FindingsError
from briefmaker.model.settings import Settings
from briefmaker.workspace.workspace import find_workspace


@pytest.mark.parametrize("content", ["", "# nothing is set\n", "\n\n# here\n"])
def test_settings_that_set_nothing_are_right(workspace: Path, content: str) -> None:
    """Every setting may be left out, also all of them."""
    (workspace / "briefmaker.yaml").write_text(content, "utf-8")
    assert open_desk(find_workspace(workspace)).settings == Settings()


def test_a_scheme_that_there_is_not_is_told_in_the_settings_file(workspace: Path) -> None:
    """At its line, as a matter of settings and not of any brief."""
    (workspace / "briefmaker.yaml").write_text("paper: letter\nmarking_scheme: natoo\n", "utf-8")
    with pytest.raises(FindingsError) as raised:
        open_desk(find_workspace(workspace))
    [found] = raised.value.diagnostics
    assert (raised.value.exit_code, found.file, found.span.line, found.span.column) == (2, "briefmaker.yaml", 2, 17)
    assert found.hint == "did you mean `nato`?"
