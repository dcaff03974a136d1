"""The word lists that rules look for: those that come with briefmaker, with what the workspace adds and leaves out."""

from collections.abc import Mapping
from functools import cache

from briefmaker.checks.phrases import Phrases
from briefmaker.model.check_settings import WordChoice
from briefmaker.reading.shipped_yaml import load_shipped_text, names_of_shipped_yaml

_PACKAGE, _FOLDER = __package__ or "", "word_lists"


def list_word_lists() -> tuple[str, ...]:
    """Give the names of the word lists, which settings may add to."""
    return names_of_shipped_yaml(_PACKAGE, _FOLDER)


def load_words(name: str, language: str) -> Mapping[str, str]:
    """Give a shipped list in a language: each phrase with what belongs to it, often what to say instead; empty for none.

    A file of ``word_lists/`` has a mapping for each language, or a list where nothing belongs to its phrases. Raises
    KeyError for a list that there is not.
    """
    if name not in list_word_lists():
        raise KeyError(name)
    words = load_shipped_text(_PACKAGE, _FOLDER, name).get(language) or {}
    return words if isinstance(words, dict) else dict.fromkeys(words, "")


def choose_phrases(name: str, language: str, choice: WordChoice | None) -> Phrases:
    """Give a list ready to be looked for, with what a workspace adds and without what it leaves out."""
    added = tuple(choice.add.items()) if choice else ()
    return _make_phrases(name, language, added, choice.leave if choice else ())


@cache
def _make_phrases(name: str, language: str, added: tuple[tuple[str, str], ...], left: tuple[str, ...]) -> Phrases:
    gone = {each.lower() for each in left}
    words = {**load_words(name, language), **dict(added)}
    return Phrases({each: meaning for each, meaning in words.items() if each.lower() not in gone})
