"""What is told of a brief against the settings of its workspace, before it is made."""

import pytest
from tests.briefs import look_at

from briefmaker.diagnostics import Code, Severity
from briefmaker.model.settings import Settings

LISTS = Settings.model_validate(
    {"distribution_lists": {"private-office": {"people": [{"name": "Ann", "email": "ann@example.int"}]}}}
)


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("private-ofice", "did you mean `private-office`?"),
        ("Private_Office", "did you mean `private-office`?"),
        ("embassy", "choose `private-office`, or define it in briefmaker.yaml"),
    ],
)
def test_a_list_that_the_workspace_does_not_define_is_an_error_at_its_place(named: str, hint: str) -> None:
    """Whoever is on the one that was meant would never get the brief."""
    viewing = look_at(f"distribution: [private-office, {named}]", settings=LISTS)
    [found] = viewing.diagnostics
    assert (found.code, found.severity) == (Code.LIST_UNKNOWN, Severity.ERROR)
    assert (found.span.line, found.span.column, found.hint) == (1, 32, hint)
    assert viewing.view is None


def test_a_workspace_without_lists_knows_nothing_of_them() -> None:
    """They are kept elsewhere, and their names may say something to people."""
    assert look_at("distribution: [anybody]").diagnostics == ()
    assert look_at("distribution: [private-office]", settings=LISTS).diagnostics == ()
