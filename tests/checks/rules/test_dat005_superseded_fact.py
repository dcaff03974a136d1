"""What a register knows to hold no more, or not yet, is told with what holds instead."""

import pytest
from tests.checking import check_text

from briefmaker.model.check_settings import CheckSettings

LINES = "as_of: {day}\ndate: {day}\ntemplate: information\nbackground: {text}"


def messages(text: str, day: str = "2025-10-21", checks: CheckSettings | None = None) -> list[str]:
    """Give what is told of a text."""
    return [each.message for each in check_text(LINES.format(day=day, text=text), "DAT005", checks=checks)]


def test_it_says_what_was_said_what_holds_since_when_and_who_says_so() -> None:
    """In one sentence."""
    assert messages("NATO has 30 members.") == [
        "`has 30 members` held until 2023-04-04: NATO has 32 allies since 2024-03-07 (Government of Sweden, 7 March 2024)"
    ]


def test_what_ended_is_told_with_what_is_so_since() -> None:
    """Where no value followed."""
    (told,) = messages("The NATO presence in Afghanistan needs American support.")
    assert told.endswith(
        "no troops have been in Afghanistan under NATO command since mid-August 2021 (NATO, topic page 8189)"
    )


def test_what_a_brief_cannot_know_yet_is_told() -> None:
    """With what holds on its day."""
    (told,) = messages("NATO has 32 members.", "2023-06-01")
    assert told == (
        "`has 32 members` holds only from 2024-03-07 on (Government of Sweden, 7 March 2024); on 2023-06-01 NATO has 31 allies"
    )


@pytest.mark.parametrize(("day", "is_told"), [("2025-06-24", False), ("2025-06-25", True)])
def test_the_day_of_the_brief_decides(day: str, *, is_told: bool) -> None:
    """On the day of the change the new value holds."""
    assert bool(messages("All NATO allies must meet the 2 % target.", day)) == is_told


def test_a_date_acquits_a_sentence_and_since_does_not() -> None:
    """Since 2014 says that it still is so."""
    assert messages("In 2014 allies set a 2 % target.") == []
    assert messages("Since 2014 allies have had a 2 % target.") != []


def test_a_register_can_be_switched_off() -> None:
    """By name."""
    assert messages("NATO has 30 members.", checks=CheckSettings(without_registers=("nato",))) == []


@pytest.mark.parametrize(
    "text", ["Washington wants NATO to adopt a 5 % target.", "Once Sweden joins, NATO has 32 allies."]
)
def test_what_is_wanted_or_expected_is_not_told_as_holding(text: str) -> None:
    """Before the day on which it began to."""
    assert messages(text, "2023-06-01") == []


def test_a_brief_whose_title_names_what_it_is_about_need_not_say_so_in_each_sentence() -> None:
    """A brief on NATO has `the 30 member states`; one on something else may mean others."""
    text = "The 30 member states agree."
    assert messages(text) == []
    assert len(messages(f"{text}\ntitle: The road to NATO's summit")) == 1
    assert messages("The 30 member states of the OECD agree.\ntitle: The road to NATO's summit") == []
