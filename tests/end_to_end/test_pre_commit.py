"""The hook of ``.pre-commit-hooks.yaml`` in another's repository, run by pre-commit itself without any network.

It is installed from this folder by the conformance test; here the command is the one of this environment.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SOUND = ROOT / "briefs" / "pandemic-agreement-2025-05-18.yaml"


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with pre-commit's own files beside it and nothing of the user's git settings."""
    bare = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PRE_COMMIT_HOME": str(folder / ".cache")}
    return subprocess.run(command, cwd=folder, env={**os.environ, **bare}, capture_output=True, text=True, check=False)


def begin(folder: Path, files: dict[str, str]) -> Path:
    """Give a folder that is a repository with these files in its only commit."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.int")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        done = run("git", *who, *command, folder=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def hook(tmp_path: Path) -> Path:
    """Give a repository that offers the hook, with the command of this environment instead of one to install."""
    (offered,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    program, _, rest = offered["entry"].partition(" ")
    offered |= {"language": "system", "entry": f"{Path(sys.executable).with_name(program)} {rest}"}
    return begin(tmp_path / "hook", {".pre-commit-hooks.yaml": yaml.safe_dump([offered])})


def test_a_commit_with_a_finding_is_stopped_and_a_sound_one_is_not(hook: Path, tmp_path: Path) -> None:
    """Only files that are briefs are looked at; the finding stands at its line."""
    faulty = "format: 1\ntemplate: meeting\ntitle: Talks\ndate: 2026-03-02\nlanguage: en-GB\n"
    others = begin(
        tmp_path / "others",
        {
            "briefs/sound.yaml": SOUND.read_text("utf-8"),
            "unit/briefs/talks.yaml": faulty,
            "briefs/data/rows.yaml": "- x\n",
            "settings.yaml": "x: y\n",
        },
    )
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(hook), "briefmaker-check", "--color", "never")
    stopped = run(*command, "--all-files", folder=others)
    assert stopped.returncode == 1, stopped.stderr
    assert "briefmaker check" in stopped.stdout
    assert "unit/briefs/talks.yaml:1:1: STR001 warning: the brief has no bottom line" in stopped.stdout
    assert "in 1 of 2 briefs" in stopped.stdout
    passed = run(*command, "--files", "briefs/sound.yaml", folder=others)
    assert (passed.returncode, "Passed" in passed.stdout) == (0, True), passed.stdout
