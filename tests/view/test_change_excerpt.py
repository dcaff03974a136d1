"""Long texts are shown by the words that changed; short ones whole."""

from hypothesis import given
from hypothesis import strategies as st

from briefmaker.view.change_excerpt import cut_to_changes, shorten

LONG = " ".join(f"word{number}" for number in range(60))


def test_short_texts_are_shown_whole_on_one_line() -> None:
    """Whatever lines they had."""
    assert cut_to_changes("We want\na date.", "We want\n\na firm date.") == ("We want a date.", "We want a firm date.")


def test_of_a_long_text_the_changed_words_are_shown_with_a_few_around() -> None:
    """And dots for what is left out, at the ends and between two changes."""
    before, after = cut_to_changes(LONG, LONG.replace("word30", "other").replace("word45", "another"))
    assert (
        before
        == "… word27 word28 word29 word30 word31 word32 word33 … word42 word43 word44 word45 word46 word47 word48 …"
    )
    assert after == before.replace("word30", "other").replace("word45", "another")


def test_changes_that_stand_close_are_shown_together() -> None:
    """Dots for two words would hide more than they save."""
    _, after = cut_to_changes(LONG, LONG.replace("word30", "one").replace("word34", "two"))
    assert "one word31 word32 word33 two" in after


def test_a_text_is_cut_between_words() -> None:
    """And one word that is too long is cut within, lest nothing be left."""
    assert shorten("one two three", 9) == "one two…"
    assert shorten("x" * 20, 10) == "x" * 9 + "…"
    assert shorten("one\n two") == "one two"


@given(st.lists(st.sampled_from(["a", "long", "word", "\n", "2 %"]), max_size=120), st.integers(0, 119))
def test_what_is_shown_is_never_long(words: list[str], place: int) -> None:
    """However much there is of it."""
    before = " ".join(words)
    shown = cut_to_changes(before, " ".join([*words[:place], "new " * 50, *words[place:]]))
    assert all(len(each) <= 181 and "\n" not in each for each in shown)
