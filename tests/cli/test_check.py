"""What ``briefmaker check`` prints in each format, and what it leaves with."""

import gc
import json
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from briefmaker.cli.main import briefmaker

FAULTS = """\
format: 1
template: meeting
title: "Talks: 50 % done, or so"
date: 2026-03-02
bottom_line: Ask for a date.
sources:
  report: {title: Report}
"""


@pytest.fixture
def faulty(workspace: Path) -> Path:
    """Give a brief with an incomplete source, in a folder whose name has a blank in it."""
    folder = workspace / "my briefs"
    folder.mkdir()
    brief = folder / "talks.yaml"
    brief.write_text(FAULTS, "utf-8")
    return brief


def run(*arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(briefmaker, ["check", *arguments])


def test_a_finding_shows_its_line_and_a_sum_ends_it(faulty: Path) -> None:
    """And the command leaves with 1."""
    result = run("my briefs", "--select", "SRC002")
    assert result.exit_code == 1
    assert result.stdout == (
        "my briefs/talks.yaml:7:11: SRC002 warning: the source `report` cannot be found again by what stands here\n"
        "      report: {title: Report}\n"
        "              ^^^^^^^^^^^^^^^\n"
        "    hint: add `publisher`, `date`\n"
        "1 finding in 1 of 1 brief\n"
    )


def test_nothing_found_is_said_and_leaves_with_0(workspace: Path) -> None:
    """Without a path, all of briefs/ is checked."""
    result = run("--select", "CLR")
    assert (result.exit_code, result.stdout) == (0, "1 brief, nothing found\n")


def test_data_has_these_fields_and_no_others(faulty: Path) -> None:
    """Programs rely on them."""
    result = run(str(faulty), "--select", "SRC002,STR001", "--output-format", "json")
    assert json.loads(result.stdout) == {
        "findings": [
            {
                "code": "SRC002",
                "severity": "warning",
                "message": "the source `report` cannot be found again by what stands here",
                "file": "my briefs/talks.yaml",
                "line": 7,
                "column": 11,
                "path": "sources.report",
                "hint": "add `publisher`, `date`",
            }
        ]
    }
    assert run("--select", "CLR", "--output-format", "json").stdout == '{\n  "findings": []\n}\n'


def test_github_gets_annotations(faulty: Path) -> None:
    """With signs escaped that would end them; commas and colons in properties too."""
    faulty = faulty.rename(faulty.with_name("50%, a:b.yaml"))
    result = run(str(faulty), "--select", "SRC002", "--output-format", "github")
    assert result.stdout == (
        "::warning file=my briefs/50%25%2C a%3Ab.yaml,line=7,col=11,endLine=7,endColumn=26,title=SRC002"
        "::the source `report` cannot be found again by what stands here; add `publisher`, `date`\n"
    )


def test_several_names_can_be_given(faulty: Path) -> None:
    """With commas between them, or with the option said again."""
    both = run(str(faulty), "--select", "SRC002, ACC002", "--output-format", "json").stdout
    assert both == run(str(faulty), "--select", "SRC002", "--select", "ACC002", "--output-format", "json").stdout
    assert {each["code"] for each in json.loads(both)["findings"]} == {"SRC002", "ACC002"}
    assert run(str(faulty), "--select", "SRC002,ACC002", "--ignore", "ACC,SRC").exit_code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_name_that_means_nothing_is_wrong_usage(workspace: Path, option: str) -> None:
    """With the one that was probably meant."""
    result = subprocess.run(
        [sys.executable, "-m", "briefmaker", "check", option, "no-botom-line"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "there is no rule, code or family `no-botom-line`" in result.stderr
    assert "did you mean `no-bottom-line`?" in result.stderr


def test_neither_weasyprint_nor_word_is_imported(workspace: Path) -> None:
    """Checking is quick, and needs no writer, nor what remembers builds."""
    program = (
        "import sys; from briefmaker.jobs.checking.check import check; assert check()[0].diagnostics;"
        "print({name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "'briefmaker'" in done.stdout
    assert not {
        each
        for each in ("weasyprint", "docx", "docxtpl", "jinja2", "lxml", "sqlite3", "cronsim", "email_validator")
        if f"'{each}'" in done.stdout
    }


def test_what_could_not_be_asked_is_told_beside_the_findings(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the error stream, so that data stays data; a page that is gone is a finding, at its address."""
    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Gone) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        gone = f"http://127.0.0.1:{server.server_port}/"
        brief = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2026-03-02\nsources:\n  one: {title: One, url: '%s'}\n"
        (workspace / "briefs" / "grain.yaml").write_text(brief % gone, "utf-8")
        (workspace / "briefs" / "more.yaml").write_text(brief % "http://127.0.0.1:1/", "utf-8")
        result = run("--online", "--select", "SRC005", "--output-format", "json")
        server.shutdown()
    (found,) = json.loads(result.stdout)["findings"]
    assert (found["message"], found["line"]) == (f"`{gone}` answers no more: 404 Not Found", 6)
    assert result.stderr == (
        "could not be asked: http://127.0.0.1:1/ (it closed or refused the connection)\n"
        "2 addresses asked: 1 dead, 1 could not be asked\n"
    )
    assert result.exit_code == 1


class _Gone(BaseHTTPRequestHandler):
    """A site that has nothing."""

    def do_HEAD(self) -> None:
        """Say so."""
        self.send_error(404)

    def do_GET(self) -> None:
        """Say so."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("settings", "places"),
    [
        ("checks:\n  select: [ALL, no-botom-line]\n  severities:\n    SRC999: error\n", ["2:17", "4:5"]),
        ("checks:\n  severities:\n    STR: loud\n  stale_after: soon\n", ["3:10", "4:16"]),
        ("checks:\n  severities: {STR: {draft: error, end: error}}\n", ["2:36"]),
        ("checks: [ALL]\n", ["1:9"]),
        ("checks:\n  names: {Kyiv: [Kiev, Kyiv], Kijev: [Kiev]}\n", ["2:24", "2:39"]),
        ("checks:\n  names: {Kyiv: Kiev}\n", ["2:17"]),
    ],
)
def test_wrong_settings_are_told_at_their_place(workspace: Path, settings: str, places: list[str]) -> None:
    """Rules that there are not, severities that are none, a number that is none; and nothing is checked."""
    (workspace / "briefmaker.yaml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "briefmaker", "check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    told = [line.split(": ")[0] for line in result.stderr.splitlines() if line.startswith("briefmaker.yaml:")]
    assert told == [f"briefmaker.yaml:{place}" for place in places]


def test_the_search_for_garbage_is_as_it_was_afterwards(faulty: Path) -> None:
    """Whatever the check leaves with."""
    usual = gc.get_threshold()
    assert run(str(faulty)).exit_code == 1
    assert gc.get_threshold() == usual
