"""Word lists: those that ship, and what a workspace adds and leaves out."""

import pytest

from briefmaker.checks.words_of_rules import choose_phrases, list_word_lists, load_words
from briefmaker.model.check_settings import WordChoice
from briefmaker.reading.shipped_yaml import load_shipped_yaml


def test_every_list_can_be_read_in_english() -> None:
    """And holds something."""
    assert "acronyms" in list_word_lists()
    assert all(load_words(name, "en") for name in list_word_lists())


def test_a_language_without_data_gives_none() -> None:
    """And a list that there is not is a mistake of whoever asks."""
    assert load_words("acronyms", "xx") == {}
    with pytest.raises(KeyError):
        load_words("nothing", "en")


def test_a_workspace_adds_and_leaves_out() -> None:
    """In capitals or not."""
    chosen = choose_phrases("acronyms", "en", WordChoice(add={"PURL": "Requirements List"}, leave=("gdp",)))
    assert chosen.entries["PURL"] == "Requirements List"
    assert "GDP" not in chosen.entries
    assert "GDP" in choose_phrases("acronyms", "en", None).entries


@pytest.mark.parametrize("name", list_word_lists())
def test_all_words_of_a_list_are_text(name: str) -> None:
    """YAML takes ``on`` and ``no`` without quotes for yes and no, and the word is lost."""
    lists = load_shipped_yaml("briefmaker.checks", "word_lists", name)
    assert lists
    assert all(isinstance(word, str) for words in lists.values() for word in words)


def test_what_belongs_to_a_phrase_is_what_was_typed() -> None:
    """A `no` or `yes` that stands for a word is no truth value."""
    assert load_words("chatty", "en")["nope"] == "no"
    assert load_words("chatty", "en")["yup"] == "yes"
    meanings = {meaning for name in list_word_lists() for meaning in load_words(name, "en").values()}
    assert meanings.isdisjoint({"True", "False", "None", "null"})
