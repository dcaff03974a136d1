"""A fact's age is counted from the last day of what it holds for to the moment whose knowledge the brief holds."""

import pytest
from tests.checking import check_text, lines_of

from briefmaker.model.check_settings import CheckSettings

FACT = "as_of: 2025-10-21 12:00\nfacts:\n  - {{id: a, value: 1, as_of: {as_of}}}"


@pytest.mark.parametrize(
    ("as_of", "is_old"),
    [
        ("2024-10-21", False),
        ("2024-10-20", True),
        ("2024-10", False),
        ("2024-09", True),
        ("2024", False),
        ("2023", True),
    ],
)
def test_a_year_is_allowed(as_of: str, is_old: bool) -> None:
    """To the day; of a month or a year the last day counts."""
    assert lines_of(check_text(FACT.format(as_of=as_of), "DAT001"), "DAT001") == [3] * is_old


def test_settings_say_how_old_it_may_be() -> None:
    """In days."""
    checks = CheckSettings(stale_after=30)
    assert lines_of(check_text(FACT.format(as_of="2025-09-21"), "DAT001", checks=checks), "DAT001") == []
    assert lines_of(check_text(FACT.format(as_of="2025-09-20"), "DAT001", checks=checks), "DAT001") == [3]


def test_without_as_of_the_date_of_the_brief_counts_and_never_today() -> None:
    """An old brief stays as it was."""
    lines = "date: 2001-01-01\nfacts:\n  - {id: a, value: 1, as_of: 2000-06-01}"
    assert check_text(lines, "DAT001") == ()


def test_where_the_date_cannot_be_read_nothing_is_old() -> None:
    """What stands in for it is no date."""
    found = check_text("date: soon\nfacts:\n  - {id: a, value: 1, as_of: 1990}", "DAT")
    assert [each.code for each in found] == ["FLD008"]
