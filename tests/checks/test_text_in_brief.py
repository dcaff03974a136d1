"""A text as rules see it: what a sentence around a place is, however long it goes on."""

from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def _text(words: str) -> TextInBrief:
    return TextInBrief("background", "background", TextKind.RICH, words, {})


def test_a_sentence_nearby_is_the_whole_one_where_it_is_of_usual_length() -> None:
    """As ``sentence_at`` gives it."""
    text = _text("Grain waits. Ships wait in the harbour. Nobody pays.")
    assert text.sentence_near(20) == text.sentence_at(20)
    assert text.quote(text.sentence_near(20)) == "Ships wait in the harbour."


def test_of_a_sentence_of_pages_only_what_is_nearby_is_looked_at() -> None:
    """Else a rule that looks around each of its words takes time by the square of the length."""
    near = _text("grain and ships " * 5_000).sentence_near(40_000)
    assert near.start < 40_000 < near.end
    assert near.end - near.start == 2_000
