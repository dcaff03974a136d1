"""Checking briefs: all that is wrong with each, and the shipped examples clean."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.check import check
from briefmaker.model.answers import Life

EXAMPLES = Path(__file__).parents[2] / "briefs"
# What is true of examples and stands there knowingly: a list that may only grow shorter.
KNOWN = {
    ("amazon-summit-2023-08-08", "SRC003", "facts[0].sources"),
    ("high-seas-2025-05-29", "SRC003", "facts[0].sources"),
    ("jordan-eu-water-2026-01-08", "SRC002", "sources.ammon-2022"),
    ("jordan-eu-water-2026-01-08", "STR004", "participants[1].role"),
    ("jordan-eu-water-2026-01-08", "STR004", "participants[3].role"),
    ("jordan-eu-water-2026-01-08", "STR007", "agenda[2].their_position"),
    ("matieres-critiques-2025-12-08", "SRC003", "facts[0].sources"),
    ("nato-us-2025-10-22", "SRC003", "facts[0].sources"),
    ("nato-us-2025-10-22", "SRC003", "facts[1].sources"),
    ("nato-us-2025-10-22", "SRC003", "facts[3].sources"),
}


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
    """But for what is known of them."""
    outcomes = check([EXAMPLES])
    found = {(outcome.brief.stem, each.code, each.path) for outcome in outcomes for each in outcome.diagnostics}
    assert len(outcomes) >= 10
    assert found == KNOWN


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
