"""Jargon is found with the plain word beside it; a workspace changes the list."""

from tests.checking import check_text

from briefmaker.checks.words_of_rules import load_words
from briefmaker.model.check_settings import CheckSettings, WordChoice


def test_there_are_many_words_each_with_a_plain_one() -> None:
    """And no plain word is jargon itself."""
    words = load_words("jargon", "en")
    assert len(words) > 150
    assert all(words.values())
    assert not {plain for plain in words.values() if plain in words}


def test_the_hint_gives_the_plain_word() -> None:
    """At the words, which the message quotes."""
    found = check_text("bottom_line: We will utilise the fund.", "STY004")
    assert [(each.span.column, each.message, each.hint) for each in found] == [
        (22, "“utilise” is jargon", "in plain words: use")
    ]


def test_a_workspace_adds_and_leaves_out() -> None:
    """Also phrases in which a word is right."""
    words = {
        "jargon": WordChoice(add={"blue water": ""}, leave=("utilise",)),
        "plain_phrases": WordChoice(add={"synergies fund": ""}),
    }
    text = "bottom_line: We utilise the synergies fund for blue water."
    found = check_text(text, "STY004", checks=CheckSettings(words=words))
    assert [each.message for each in found] == ["“blue water” is jargon"]
    assert found[0].hint == "say it in plain words"
