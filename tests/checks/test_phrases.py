"""Phrases are found word by word, the longest first, where nothing but blanks parts their words."""

from briefmaker.checks.phrases import Phrases
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.checks.words_of_rules import load_words
from briefmaker.model.text import TextKind


def text_of(typed: str, path: str = "background") -> TextInBrief:
    """Give a rich text."""
    return TextInBrief(path, path, TextKind.RICH, typed, {})


def find(typed: str, *phrases: str) -> list[str]:
    """Give the words of the text that were found."""
    text = text_of(typed)
    return [text.quote(found.stretch) for found in Phrases(dict.fromkeys(phrases, "")).find(WordIndex((text,)))]


def test_words_are_found_in_capitals_or_not() -> None:
    """Also between signs, and with either apostrophe; not within longer words."""
    assert find("Leverage (leverage) and deleveraged.", "leverage") == ["Leverage", "leverage"]
    assert find("It’s odd.", "it's") == ["It’s"]


def test_the_longest_phrase_counts() -> None:
    """And none is found within it, though one may begin right behind."""
    assert find("a lot of work", "a lot of", "a lot", "lot of work") == ["a lot of"]
    assert find("a lot a lot", "a lot") == ["a lot", "a lot"]


def test_only_blanks_may_part_the_words() -> None:
    """A line break within a paragraph is one; a comma and the end of a paragraph are none."""
    assert find("in\norder to", "in order to") == ["in order to"]
    assert find("in, order to", "in order to") == []
    assert find("in order.\n\nTo", "in order to") == []
    assert find("well-known and well known", "well known") == ["well known"]


def test_all_texts_are_looked_through_in_order() -> None:
    """Each find tells its text, the phrase as the list writes it, and what belongs to it."""
    texts = (text_of("To utilise", "issue"), text_of("Then utilise again, and UTILISE"))
    found = list(Phrases({"Utilise": "use"}).find(WordIndex(texts)))
    assert [(each.text.path, each.phrase, each.meaning, each.first) for each in found] == [
        ("issue", "Utilise", "use", 1),
        ("background", "Utilise", "use", 1),
        ("background", "Utilise", "use", 4),
    ]


def test_one_text_can_be_looked_through_alone() -> None:
    """With the same finds, and none in an empty one."""
    phrases = Phrases({"now": "", "...": ""})
    assert [each.stretch.start for each in phrases.find_in(text_of("Not now, now"))] == [4, 9]
    assert list(phrases.find_in(text_of(""))) == []


def test_a_stretch_of_a_text_can_be_looked_through() -> None:
    """What begins in it is found."""
    text = text_of("One here. Two here. Three here.")
    found = Phrases({"here": ""}).find_between(text, 10, 20)
    assert [each.stretch.start for each in found] == [14]


def test_a_letter_that_is_two_when_small_moves_no_word() -> None:
    """The dotted capital I of Turkish is: each word keeps its place."""
    text = text_of("İSTANBUL agreed now")
    assert [text.words[token.start : token.end] for token in text.tokens] == ["İSTANBUL", "agreed", "now"]
    assert [each.stretch.start for each in Phrases({"now": ""}).find_in(text)] == [16]


def test_shipped_phrases_are_parted_as_texts_are() -> None:
    """The quick way with letters and blanks parts a phrase into the words that a text of the same words has."""
    words = ["Straße", "two  words", "don’t know", "24/7 service", "ad-hoc basis", "États membres"]
    for phrase in [*load_words("jargon", "en"), *load_words("assistant_phrases", "fr"), *words]:
        assert phrase in find(phrase, phrase), phrase
