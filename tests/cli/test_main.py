"""The command starts quickly, and tells mistakes without a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.main import briefmaker

HEAVY = ("weasyprint", "docx", "docxtpl", "jinja2", "pydantic", "yaml", "babel", "lxml", "markdown_it", "openpyxl")


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    command = [sys.executable, "-m", "briefmaker", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def _list_heavy_imports(statement: str) -> str:
    code = f"import sys; {statement}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()[
        -1
    ]


def test_help_imports_nothing_heavy() -> None:
    """What --help does not need costs it no time; the same for a command's own help."""
    start = "from click.testing import CliRunner; from briefmaker.cli.main import briefmaker; "
    assert _list_heavy_imports(start + "CliRunner().invoke(briefmaker, ['--help'])") == ""
    assert _list_heavy_imports(start + "CliRunner().invoke(briefmaker, ['build', '--help'])") == ""
    assert _list_heavy_imports(start + "CliRunner().invoke(briefmaker, ['--version'])") == ""
    assert "pydantic" in _list_heavy_imports(start + "CliRunner().invoke(briefmaker, ['schema'])")


def test_importing_the_package_imports_nothing() -> None:
    """The Python API is fetched name by name."""
    assert _list_heavy_imports("import briefmaker; assert 'click' not in sys.modules") == ""


def test_a_wrong_brief_is_told_without_the_writers(brief_file: Path) -> None:
    """Neither WeasyPrint nor Word's writer is imported for a brief that cannot be read."""
    brief_file.write_text("format: 1\ntitel: x\n", "utf-8")
    start = "from click.testing import CliRunner; from briefmaker.cli.main import briefmaker; "
    imported = _list_heavy_imports(start + "CliRunner().invoke(briefmaker, ['build'])").split()
    assert "pydantic" in imported
    assert not {"weasyprint", "docx", "docxtpl", "jinja2", "lxml", "openpyxl"} & set(imported)


def test_the_exit_codes_are_those_that_scripts_rely_on() -> None:
    """They never change."""
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "LOCKED": 3,
        "NEEDS_A_PERSON": 4,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["schema"], 0),
        (["templates"], 0),
        (["build", "--format", "html"], 0),
        (["new", "talks"], 0),
        (["new", "grain"], 2),
        (["new"], 2),
        (["new", "talks", "--template", "memo"], 2),
        (["new", "talks", "--date", "2026-02-30"], 2),
        (["build", "missing.yaml"], 2),
        (["build", "--format", "odt"], 2),
        (["build", "--paper", "a5"], 2),
        (["build", "--output", "briefs/grain.yaml"], 2),
        (["templates", "check", "memo"], 2),
        (["sing"], 2),
        (["build", "bad.yaml"], 1),
    ],
)
@pytest.mark.usefixtures("without_rules")
def test_each_way_to_end_has_its_exit_code(workspace: Path, arguments: list[str], code: int) -> None:
    """As a real process, without a traceback in any case."""
    (workspace / "bad.yaml").write_text("format: 1\n", "utf-8")
    ended = run(*arguments, folder=workspace)
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    assert bool(ended.stderr) == (code != 0)


def test_wrong_settings_end_every_command_that_reads_them(workspace: Path) -> None:
    """With file, line and column, and exit code 2."""
    (workspace / "briefmaker.yaml").write_text("papr: a4\n", "utf-8")
    for arguments in (["build"], ["new", "talks"], ["templates"], ["templates", "check"], ["doctor"]):
        ended = run(*arguments, folder=workspace)
        assert ended.returncode == ExitCode.USAGE
        assert ended.stderr.startswith("briefmaker.yaml:1:1: FLD001 ")
        assert "did you mean `paper`?" in ended.stderr


def test_a_bug_keeps_its_traceback(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is meant for users is turned into a line."""
    monkeypatch.setattr("briefmaker.jobs.print_schema.write_schema", lambda *_: 1 / 0)
    assert isinstance(CliRunner().invoke(briefmaker, ["schema"]).exception, ZeroDivisionError)


def test_the_command_runs_no_plugins_of_pydantic() -> None:
    """What else is installed is neither looked through nor run."""
    code = (
        "import atexit, sys; from briefmaker.cli.main import main; from pydantic.plugin._loader import get_plugins;"
        "import pydantic.plugin._loader as loader; loader.entry_points = lambda group: sys.exit('looked for plugins');"
        "sys.argv = ['briefmaker', '--help']; atexit.register(lambda: print(list(get_plugins()))); main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.stdout.endswith("[]\n")
    assert not ended.stderr
