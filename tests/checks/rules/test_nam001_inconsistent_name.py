"""One spelling of a name holds: the house's, or the list's own; what stands instead is said where safe."""

from tests.checking import check_text, lines_of, places_of

from briefmaker.diagnostics import Diagnostic
from briefmaker.model.check_settings import CheckSettings

HOUSE = CheckSettings(names={"Kyiv": ("Kiev",)})


def fixes_of(found: tuple[Diagnostic, ...]) -> list[str | None]:
    """Give what may stand instead of each find."""
    return [each.fix.text if each.fix else None for each in found if each.code == "NAM001"]


def test_the_list_s_own_name_holds_wherever_the_brief_has_it() -> None:
    """Whichever stands first, and however often another stands: a choice of names takes sides."""
    first = "background: |\n  Kiev waits.\nissue: |\n  Kyiv waits.\n"
    found = check_text(f"template: submission\n{first}", "NAM001")
    assert places_of(found, "NAM001") == [(3, "background")]
    assert fixes_of(found) == ["Kyiv"]
    often = "background: |\n  Kyiv waits.\nissue: |\n  Kiev waits. Kiev's mayor waits.\n"
    assert lines_of(check_text(f"template: submission\n{often}", "NAM001"), "NAM001") == [5, 5]


def test_a_name_with_an_article_is_the_list_s_own_too() -> None:
    """The Netherlands are in the list under their bare name."""
    found = check_text("bottom_line: |\n  Holland and Holland’s ports, and the Netherlands.\n", "NAM001")
    assert fixes_of(found) == [None, "the Netherlands"]


def test_of_other_spellings_the_one_that_stands_most_often_holds() -> None:
    """The house's `names` says otherwise where it wants to."""
    lines = "bottom_line: |\n  Byelorussia waits. Belorussia waits, and Belorussia’s ships.\n"
    found = check_text(lines, "NAM001")
    assert fixes_of(found) == ["Belorussia"]
    kiev = CheckSettings(names={"Kiev": ("Kyiv",)})
    both = "bottom_line: |\n  Kyiv waits, Kiev waits.\n"
    assert fixes_of(check_text(both, "NAM001", checks=kiev)) == ["Kiev"]


def test_the_house_s_spelling_is_wanted_also_where_there_is_no_other() -> None:
    """And without the setting a brief may write as it likes, as long as it writes in one way."""
    lines = "bottom_line: |\n  Staff in Kiev wait.\n"
    assert lines_of(check_text(lines, "NAM001", checks=HOUSE), "NAM001") == [2]
    assert check_text(lines, "NAM001") == ()


def test_the_house_may_add_names_that_nobody_else_has() -> None:
    """They need not be in the list that comes with the rule."""
    checks = CheckSettings(names={"Nordic Desk": ("North Desk",)})
    lines = "bottom_line: |\n  Ask the North Desk.\n"
    found = check_text(lines, "NAM001", checks=checks)
    assert lines_of(found, "NAM001") == [2]
    assert fixes_of(found) == ["Nordic Desk"]


def test_a_fix_keeps_ending_and_article() -> None:
    """``the`` goes with the spelling that needs it, and comes where it is missed."""
    checks = CheckSettings(names={"Czechia": ("the Czech Republic",), "the Netherlands": ("Holland",)})
    lines = "bottom_line: |\n  The Czech Republic's vote, and ships from Holland.\n"
    found = check_text(lines, "NAM001", checks=checks)
    assert fixes_of(found) == ["Czechia", "the Netherlands"]


def test_where_a_sentence_would_have_to_be_turned_nothing_is_put_instead() -> None:
    """An article cannot be added behind an adjective."""
    checks = CheckSettings(names={"the Netherlands": ("Holland",)})
    assert fixes_of(check_text("bottom_line: |\n  A stable Holland.\n", "NAM001", checks=checks)) == [None]


def test_sources_quotations_and_names_of_people_are_left_alone() -> None:
    """They are others' spellings."""
    lines = (
        "bottom_line: |\n  Kyiv heard “Kiev must wait”.\n"
        "sources: {one: {title: Kiev waits}}\nparticipants: [{name: Ivan Kiev, role: guest}]\n"
    )
    assert check_text(lines, "NAM001") == ()


def test_a_word_of_everyday_is_no_name() -> None:
    """A turkey in small letters is a bird."""
    assert check_text("bottom_line: |\n  Türkiye sells turkey.\n", "NAM001") == ()
