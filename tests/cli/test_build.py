"""What ``briefmaker build`` prints."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker
from briefmaker.diagnostics import BriefmakerError


@pytest.mark.usefixtures("without_rules")
def test_in_a_pipe_each_document_is_a_plain_line(workspace: Path, brief_file: Path) -> None:
    """Relative to the current folder, with the number of pages where there are pages."""
    result = CliRunner().invoke(briefmaker, ["build"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "built output/grain-DRAFT-v2.pdf (1 page)",
        "built output/grain-DRAFT-v2.docx",
    ]
    assert result.stderr == ""


@pytest.mark.usefixtures("without_rules")
def test_findings_go_to_stderr_and_documents_to_stdout(workspace: Path, brief_file: Path) -> None:
    """The last line counts them; the exit code says that a brief was not built."""
    (workspace / "briefs" / "bad.yaml").write_text(
        "format: 1\ntemplate: meeting\ntitle: x\ndate: 2026-02-30\n", "utf-8"
    )
    result = CliRunner().invoke(briefmaker, ["build", "--format", "html"])
    assert result.exit_code == 1
    assert result.stdout.splitlines() == ["built output/grain-DRAFT-v2.html"]
    lines = result.stderr.splitlines()
    assert lines[0].startswith("briefs/bad.yaml:4:7: FLD008 ")
    assert lines[1:3] == ["    date: 2026-02-30", "          ^^^^^^^^^^"]
    assert lines[-1] == "1 of 2 briefs not built; 1 error, 0 warnings"


def test_paths_are_shown_as_they_were_typed(workspace: Path, brief_file: Path) -> None:
    """So that they can be copied."""
    brief_file.write_text("format: 1\n", "utf-8")
    typed = f"briefs{os.sep}..{os.sep}briefs{os.sep}grain.yaml"
    result = CliRunner().invoke(briefmaker, ["build", typed])
    assert result.stderr.startswith(f"{typed}:1:1: ")


def test_output_and_paper_are_taken(workspace: Path, brief_file: Path) -> None:
    """--output is seen from the current folder."""
    result = CliRunner().invoke(
        briefmaker, ["build", "briefs", "--format", "HTML", "--output", "a/b", "--paper", "letter"]
    )
    assert result.stdout.splitlines() == ["built a/b/grain-DRAFT-v2.html"]
    assert 'data-paper="letter"' in (workspace / "a" / "b" / "grain-DRAFT-v2.html").read_text("utf-8")


def test_an_archive_is_asked_for_and_named(workspace: Path, brief_file: Path) -> None:
    """Without a PDF there is none, and the command says so."""
    result = CliRunner().invoke(briefmaker, ["build", "--archive", "--format", "pdf"])
    assert result.stdout.splitlines() == ["built output/grain-DRAFT-v2.archive.pdf (1 page)"]
    result = CliRunner().invoke(briefmaker, ["build", "--archive", "--format", "docx"])
    assert "only a PDF" in str(result.exception)


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="needs a terminal of its own")
def test_on_a_terminal_progress_and_colours_are_shown(workspace: Path, brief_file: Path) -> None:
    """The progress line is taken away again; nothing of it is left in a pipe."""
    brief_file.write_text("format: 1\n", "utf-8")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "briefmaker", "build"]
    ended = subprocess.run(command, cwd=workspace, stdout=subprocess.PIPE, stderr=follower, check=False)
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert ended.returncode == 1
    assert "1 of 1: briefs/grain.yaml" in shown
    assert "\x1b[31m" in shown
    assert "\x1b" not in CliRunner().invoke(briefmaker, ["build"]).stderr


@pytest.mark.usefixtures("without_rules")
def test_nothing_is_left_in_the_temporary_folder(brief_file: Path, tmp_path: Path) -> None:
    """The fonts that a PDF was made with are cleared away when the command ends."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "briefmaker", "build", str(brief_file), "--format", "pdf"]
    ran = subprocess.run(
        command, env={**os.environ, "TMPDIR": str(temporary)}, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert list(temporary.iterdir()) == []


def test_editions_are_built_and_a_wrong_name_is_answered(workspace: Path) -> None:
    """An edition that is empty is a warning where all are built, and code 1 by itself; a typing mistake is code 2."""
    editions = "{a: {shows: [agenda], ceiling: NATO SECRET}, b: {shows: [annexes], ceiling: NATO SECRET}}"
    (workspace / "briefmaker.yaml").write_text(f"editions: {editions}\n", "utf-8")
    done = CliRunner().invoke(briefmaker, ["build", "--edition", "all", "--format", "html"])
    assert (done.exit_code, done.stdout) == (0, "built output/grain-DRAFT-v2.a.html\n")
    assert done.stderr.count("EDN002") == 1
    assert CliRunner().invoke(briefmaker, ["build", "--edition", "b", "--format", "html"]).exit_code == 1
    wrong = CliRunner().invoke(briefmaker, ["build", "--edition", "c"])
    assert isinstance(wrong.exception, BriefmakerError)
    assert wrong.exception.exit_code == 2


def test_no_check_asks_no_rule(workspace: Path, brief_file: Path) -> None:
    """What is built is named as a draft even where the brief is final."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    refused = CliRunner().invoke(briefmaker, ["build", "--format", "html"])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "STR002 the brief does not say what is to be achieved" in refused.stderr
    done = CliRunner().invoke(briefmaker, ["build", "--format", "html", "--no-check"])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "built output/grain-DRAFT-v2.html\n", "")
