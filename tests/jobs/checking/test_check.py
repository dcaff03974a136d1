"""Checking briefs: all that is wrong with each, and the shipped examples clean."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.checking.check import check
from briefmaker.model.answers import Life

EXAMPLES = Path(__file__).parents[3] / "briefs"


def test_what_reading_viewing_and_rules_find_is_told_together(workspace: Path, brief_file: Path) -> None:
    """In the order of the file, each once."""
    brief_file.write_text(brief_file.read_text("utf-8") + "bottomline: x\nconsiderations: x\n", "utf-8")
    (outcome,) = check([brief_file])
    codes = [each.code for each in outcome.diagnostics]
    assert {"FLD001", "TPL002", "SRC002", "STR005"} <= set(codes)
    assert outcome.brief == brief_file
    lines = [each.span.line for each in outcome.diagnostics]
    assert lines == sorted(lines)


def test_a_file_that_is_no_brief_is_told_and_the_others_are_checked(workspace: Path) -> None:
    """Nothing is raised for one."""
    (workspace / "briefs" / "empty.yaml").write_bytes(b"")
    (workspace / "briefs" / "list.yaml").write_bytes(b"- x\n")
    found = {outcome.brief.stem: {each.code for each in outcome.diagnostics} for outcome in check()}
    assert found["empty"] == {"FIL005"}
    assert found["list"] == {"YML010"}
    assert "STR005" in found["grain"]


def test_an_unknown_template_is_told_and_what_needs_none_is_found(workspace: Path, brief_file: Path) -> None:
    """Rules that look at what the template shows are not asked."""
    text = brief_file.read_text("utf-8").replace("template: meeting", "template: meting")
    brief_file.write_text(text, "utf-8")
    assert {each.code for each in check()[0].diagnostics} == {"TPL001", "ACC002"}


def test_a_name_that_means_no_rule_is_refused(workspace: Path) -> None:
    """Before any brief is read."""
    with pytest.raises(BriefmakerError, match="there is no rule, code or family `XYZ`"):
        check(select=["XYZ"])


def test_the_examples_are_clean() -> None:
    """No rule finds anything in any of them, drafts as they are."""
    outcomes = check([EXAMPLES])
    found = {(outcome.brief.stem, each.code, each.path) for outcome in outcomes for each in outcome.diagnostics}
    assert len(outcomes) >= 10
    assert found == set()


def test_a_register_of_the_workspace_is_asked(workspace: Path, brief_file: Path) -> None:
    """Beside those that come along."""
    lines = "register_of: Us\ntopics:\n  - topic: the minister\n    said_as: ['the {value} minister']\n    values:\n"
    lines += "      - {value: Jones, since: 2018, source: G}\n      - {value: Smith, since: 2020, source: G}\n"
    (workspace / "ours.yaml").write_text(lines, "utf-8")
    (workspace / "briefmaker.yaml").write_text("checks: {registers: [ours.yaml]}\n", "utf-8")
    text = brief_file.read_text("utf-8").replace("template: meeting", "template: information")
    brief_file.write_text(text + "issue: See the Jones minister.\n", "utf-8")
    (found,) = check(select=["DAT005"])[0].diagnostics
    assert found.message == "`the Jones minister` held until 2020-01-01: the minister: Smith since 2020 (G)"


def test_addresses_are_asked_only_online_and_only_where_a_rule_wants_to_know(
    brief_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each brief has the answers of its own addresses; those of texts too."""
    monkeypatch.setenv("no_proxy", "*")
    text = brief_file.read_text("utf-8").replace(
        "publisher: Ministry", "publisher: Ministry, url: 'http://127.0.0.1:1/a'"
    )
    brief_file.write_text(text.replace("since May", "since [May](http://127.0.0.1:1/b)"), "utf-8")
    (online,) = check([brief_file], online=True)
    assert [(each.address, each.life) for each in online.answers] == [
        ("http://127.0.0.1:1/a", Life.UNCLEAR),
        ("http://127.0.0.1:1/b", Life.UNCLEAR),
    ]
    assert "SRC005" not in {each.code for each in online.diagnostics}
    assert check([brief_file])[0].answers == ()
    assert check([brief_file], online=True, select=["STR"])[0].answers == ()
    assert check([brief_file], online=True, ignore=["dead-link"])[0].answers == ()


def test_lengths_are_told_beside_all_else(brief_file: Path) -> None:
    """What reading and the rules find comes once, laid out or not."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("  Ask for a date.\n", "  Ask.\n\n" * 5), "utf-8")
    plain, laid_out = (
        [(each.code, each.path) for each in check([brief_file], with_lengths=with_lengths)[0].diagnostics]
        for with_lengths in (False, True)
    )
    assert [each for each in laid_out if each[0] != "LEN002"] == plain
    assert ("LEN002", "bottom_line") in laid_out
