"""What ``briefmaker pack`` prints, and how it ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.end_to_end.slow_layouts import write_slow_template
from tests.packs import PACK, make_pack_workspace, write_brief

from briefmaker.cli.main import briefmaker


def test_a_pack_is_told_with_its_pages(workspace: Path) -> None:
    """A line a document."""
    make_pack_workspace(workspace)
    result = CliRunner().invoke(briefmaker, ["pack", "visit"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "built output/visit-DRAFT-v1.pdf (4 pages)",
        "built output/visit-DRAFT-v1.docx",
    ]


def test_a_pack_that_cannot_be_made_ends_with_1_and_says_where(workspace: Path) -> None:
    """With line, code and hint."""
    file = make_pack_workspace(workspace)
    file.write_text(PACK.replace("- grain", "- grian"), "utf-8")
    result = CliRunner().invoke(briefmaker, ["pack", "visit"])
    assert result.exit_code == 1
    assert "packs/visit.yaml:7:5: PCK001 there is no brief `grian`" in result.stderr
    assert "did you mean `grain`?" in result.stderr
    assert "1 of 1 pack not built; 1 error, 0 warnings" in result.stderr


def test_copies_replacement_and_paper_are_passed_on(workspace: Path) -> None:
    """Each option does what it says."""
    make_pack_workspace(workspace)
    run = CliRunner().invoke(briefmaker, ["pack", "visit", "--copies", "2", "--format", "pdf", "--paper", "letter"])
    assert run.stdout.splitlines() == [
        "built output/visit-DRAFT-v1-copy-1.pdf (4 pages)",
        "built output/visit-DRAFT-v1-copy-2.pdf (4 pages)",
    ]
    again = ["pack", "visit", "--replace", "output/visit-DRAFT-v1-copy-1.pdf"]
    assert "built output/visit-replacement-DRAFT-v1.pdf (5 pages)" in CliRunner().invoke(briefmaker, again).stdout


def test_a_pack_of_which_nothing_has_changed_is_told_as_unchanged(workspace: Path) -> None:
    """And the rehearsal says why one would be bound, writing nothing."""
    make_pack_workspace(workspace)
    dry = ["pack", "--dry-run", "visit"]
    assert CliRunner().invoke(briefmaker, dry).output == (
        "packs/visit.yaml would be built: it was not built before\n1 of 1 to build, 0 unchanged\n"
    )
    assert not (workspace / "output").exists()
    CliRunner().invoke(briefmaker, ["pack", "visit"])
    assert CliRunner().invoke(briefmaker, ["pack", "visit"]).stdout.splitlines() == [
        "unchanged output/visit-DRAFT-v1.pdf (4 pages)",
        "unchanged output/visit-DRAFT-v1.docx",
    ]
    assert CliRunner().invoke(briefmaker, dry).output == "0 of 1 to build, 1 unchanged\n"
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for two dates.")
    assert "packs/visit.yaml would be built: changed: briefs/grain.yaml" in CliRunner().invoke(briefmaker, dry).output


def test_all_packs_of_the_workspace_are_bound_and_a_bad_one_harms_itself_alone(workspace: Path) -> None:
    """Those that are named, or without a name all; they are told in order, and counted."""
    file = make_pack_workspace(workspace)
    file.with_name("bad.yaml").write_text(PACK.replace("- grain", "- grian"), "utf-8")
    file.with_name("third.yaml").write_text(PACK, "utf-8")
    run = CliRunner().invoke(briefmaker, ["pack", "--format", "pdf", "--jobs", "2"])
    assert run.exit_code == 1
    assert run.stdout.splitlines() == [
        "built output/third-DRAFT-v1.pdf (4 pages)",
        "built output/visit-DRAFT-v1.pdf (4 pages)",
    ]
    assert "packs/bad.yaml:7:5: PCK001" in run.stderr
    assert "1 of 3 packs not built; 1 error, 0 warnings" in run.stderr
    two = CliRunner().invoke(briefmaker, ["pack", "--format", "pdf", "visit", "third", "packs/visit.yaml"])
    assert two.exit_code == 0
    assert "0 packs built, 2 unchanged" in two.stderr


def test_a_workspace_without_packs_says_how_one_is_begun(workspace: Path) -> None:
    """Where no pack is named."""
    run = CliRunner().invoke(briefmaker, ["pack"])
    assert "there are no packs here" in str(run.exception)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_stops_the_command_leaves_nothing_half_written(workspace: Path, number: signal.Signals, code: int) -> None:
    """While a pack is bound that takes for ever: its process ends too, and no file is there."""
    file = make_pack_workspace(workspace)
    write_slow_template(workspace, "endless")
    file.with_name("endless.yaml").write_text(PACK.replace("- grain", "- endless"), "utf-8")
    command = (sys.executable, "-m", "briefmaker", "pack", "endless")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        child = _wait_for_child(run)
        run.send_signal(number)
        _, told = run.communicate()
    assert run.returncode == code, told
    assert "stopped; 0 of 1 packs were built" in told
    while _is_at_work(child):  # where the signal came right after the fork, the system ends it a moment later
        time.sleep(0.01)
    assert not (workspace / "output").exists()


def _is_at_work(process: int) -> bool:
    """Tell whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False


def _wait_for_child(run: "subprocess.Popen[str]") -> int:
    """Give the process in which a command has begun to bind."""
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while run.poll() is None:
        if found := children.read_text("ascii").split():
            return int(found[0])
        time.sleep(0.01)
    raise AssertionError("it ended by itself")
