"""What a brief says itself is told from the words of others and from names."""

from tests.checking import check_text, lines_of

from briefmaker.checks.own_words import is_own_field


def test_fields_of_others_are_not_our_own() -> None:
    """Also what stands under them; a field that only begins alike is ours."""
    assert not any(
        map(is_own_field, ("sources.title", "agenda.if_raised.they_say", "to", "participants.name", "glossary"))
    )
    assert all(map(is_own_field, ("agenda.if_raised.we_say", "participants.approach", "title", "agenda.topic")))
    assert not is_own_field("agenda.if_raised.they_say.text")


def test_a_name_in_capitals_is_left_alone() -> None:
    """Within a sentence, not at its beginning, behind a colon or as the first word of an entry."""
    lines = (
        "template: submission\nconsiderations: |\n  The Global Synergies programme ends.\n"
        "  Synergies are few.\n  One thing: Synergies.\n\n  - Synergies\n"
    )
    assert lines_of(check_text(lines, "STY004"), "STY004") == [4, 5, 7]


def test_what_others_say_is_left_alone() -> None:
    """Our answer is not."""
    lines = (
        "agenda:\n  - topic: Trade\n    if_raised:\n      - they_say: You leverage our ports.\n"
        "        we_say: We utilise them.\n      - {they_say: {text: You utilise us.}, we_say: No.}"
    )
    assert lines_of(check_text(lines, "STY004"), "STY004") == [5]
