"""Options want one that is recommended, wherever that is said."""

import pytest
from tests.checking import check_text

OPTIONS = "template: submission\ndecision:\n  ask: {ask}\n  options: [{{name: Lease the pier}}, {{name: Buy it}}]\n"


@pytest.mark.parametrize("ask", ["Agree to lease the pier.", "Agree to option B below."])
def test_an_ask_that_names_an_option_recommends_it(ask: str) -> None:
    """By its name, or by its letter or number."""
    assert check_text(OPTIONS.format(ask=ask), "STR012") == ()


@pytest.mark.parametrize("ask", ["Choose whether to lease the pier or to buy it.", "Choose option A or option B."])
def test_an_ask_that_names_all_options_recommends_none(ask: str) -> None:
    """It only puts the question."""
    assert len(check_text(OPTIONS.format(ask=ask), "STR012")) == 1


def test_a_recommendation_is_enough_unless_it_is_empty() -> None:
    """Blanks are no recommendation."""
    lines = OPTIONS.format(ask="Choose.")
    assert check_text(lines + "recommendation: Buy.\n", "STR012") == ()
    (found,) = check_text(lines + 'recommendation: " "\n', "STR012")
    assert found.message == "there are 2 options, and the brief recommends none"


def test_a_decision_without_options_and_a_meeting_brief_are_not_asked() -> None:
    """The one recommends by its ask, the other shows no options."""
    assert check_text("template: submission\ndecision: {ask: Buy the pier.}", "STR012") == ()
    assert check_text(OPTIONS.format(ask="Choose.").replace("submission", "meeting"), "STR012") == ()
