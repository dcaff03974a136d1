"""A git repository for tests, which takes nothing from the machine's own settings."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


def run_git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as somebody without settings."""
    git = shutil.which("git")
    assert git is not None
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    calm = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **who}
    subprocess.run([git, "-C", str(folder), *arguments], check=True, capture_output=True, env={**os.environ, **calm})


def begin_repository(folder: Path) -> None:
    """Make a repository of a folder."""
    run_git(folder, "init", "--quiet")


def commit(folder: Path) -> None:
    """Keep the folder as it is."""
    run_git(folder, "add", "--all")
    run_git(folder, "commit", "--quiet", "--message", "x")
