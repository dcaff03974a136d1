"""The hook as other repositories install it: pre-commit puts this project and what it needs into an environment of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.conformance


def test_the_hook_is_installed_and_passes_an_example(tmp_path: Path) -> None:
    """Over the network, as pip does; none of WeasyPrint's own libraries is asked for."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path)}
    brief = "briefs/pandemic-agreement-2025-05-18.yaml"
    command = (sys.executable, "-m", "pre_commit", "try-repo", ".", "briefmaker-check", "--color", "never")
    done = subprocess.run(
        [*command, "--files", brief],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
