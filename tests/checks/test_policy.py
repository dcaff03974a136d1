"""Which findings are told and how severely, as settings, command and status say."""

import pytest
from tests.checking import check_text

from briefmaker.diagnostics import Severity
from briefmaker.model.check_settings import CheckSettings

LINES = """\
status: {status}
marking: NATO UNCLASSIFIED
reference: x
sources:
  one: {{title: One}}
clearances:
  - {{unit: Legal}}
considerations: x
"""


def told(status: str, *select: str, ignore: tuple[str, ...] = (), **settings: object) -> dict[str, Severity]:
    """Give the codes that are told of a brief, with their severities."""
    checks = CheckSettings.model_validate(settings)
    found = check_text(LINES.format(status=status), *select, ignore=ignore, checks=checks)
    return {each.code: each.severity for each in found}


def test_a_draft_is_warned_and_a_final_brief_has_errors() -> None:
    """Of the same things, as each rule says."""
    draft, final = told("draft"), told("final")
    assert draft["STR001"] is Severity.WARNING
    assert final["STR001"] is Severity.ERROR
    assert draft["SRC002"] is final["SRC002"] is Severity.WARNING
    assert "CLR001" not in draft
    assert final["CLR001"] is Severity.ERROR


def test_settings_make_rules_more_severe_by_code_name_or_family() -> None:
    """The closest name holds; for drafts and finals apart, where it is said so."""
    assert told("draft", severities={"SRC": "error"})["SRC002"] is Severity.ERROR
    by_name = {"SRC": "error", "incomplete-source": {"draft": "warning", "final": "error"}}
    assert told("draft", severities=by_name)["SRC002"] is Severity.WARNING
    assert told("final", severities=by_name)["SRC002"] is Severity.ERROR
    assert told("final", severities={"STR001": {"draft": "error"}})["STR001"] is Severity.ERROR


def test_a_warning_of_viewing_is_chosen_like_a_rule_s() -> None:
    """``considerations`` is not shown by this template."""
    assert told("draft")["TPL002"] is Severity.WARNING
    assert told("draft", severities={"TPL002": "error"})["TPL002"] is Severity.ERROR
    assert "TPL002" not in told("draft", ignore=("TPL",))


def test_the_command_s_choice_takes_the_place_of_the_settings() -> None:
    """Its ``ignore`` is added to theirs."""
    assert {code[:3] for code in told("draft", select=["SRC"])} == {"SRC"}
    assert {"STR001", "SRC002"} <= set(told("draft", "STR001", "SRC", select=["SRC"], ignore=()))
    assert "STR001" not in told("draft", ignore=("no-bottom-line",))
    assert not {"STR001", "SRC002"} & set(
        {each.code for each in check_text(LINES.format(status="draft"), ignore=("STR", "SRC"))}
    )


@pytest.mark.parametrize("ignore", [("ALL",), ("FLD", "FLD001")])
def test_an_error_of_reading_is_told_whatever_is_wished(ignore: tuple[str, ...]) -> None:
    """It keeps the brief from being made."""
    found = check_text("bottomline: x", ignore=ignore)
    assert "FLD001" in {each.code for each in found}
