"""Where sentences and words begin and end."""

import pytest

from briefmaker.checks.sentences import count_words
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind

SENTENCES = {
    "two": ("It is open. Ask for a date.", ["It is open.", "Ask for a date."]),
    "a number": ("It is 3.5 % of GDP. Good.", ["It is 3.5 % of GDP.", "Good."]),
    "titles and initials": (
        "Mr. Rutte met Donald J. Trump. They spoke.",
        ["Mr. Rutte met Donald J. Trump.", "They spoke."],
    ),
    "states": ("The U.S. Navy left. It returns.", ["The U.S. Navy left.", "It returns."]),
    "quotation marks": ("He said “No.” She left.", ["He said “No.”", "She left."]),
    "a citation at the end": ("It is so [@x]. And so [@y].", ["It is so.", "And so."]),
    "paragraphs": ("One\n\nTwo. Three", ["One", "Two.", "Three"]),
    "entries": ("- one\n- two. Three", ["one", "two.", "Three"]),
    "a number of something": ("See No. 5 and p. 7. No. He left.", ["See No. 5 and p. 7.", "No.", "He left."]),
    "a question": ("Why? Because.", ["Why?", "Because."]),
    "Arabic": ("هل وصل؟ نعم.", ["هل وصل؟", "نعم."]),
    "capitals of French": ("Il part. Évidemment.", ["Il part.", "Évidemment."]),
    "a lower letter goes on": ("It is approx. ten, i.e. few. So be it.", ["It is approx. ten, i.e. few.", "So be it."]),
    "a state at the end": ("It is in the U.S. The fleet left.", ["It is in the U.S.", "The fleet left."]),
    "hours of the day": (
        "It ends at 4 p.m. We leave. At 9 a.m. Mr. B spoke.",
        ["It ends at 4 p.m.", "We leave.", "At 9 a.m. Mr. B spoke."],
    ),
    "a French title": ("M. Le Drian parle. Il part.", ["M. Le Drian parle.", "Il part."]),
    "about a number": ("It has approx. 300 men. See Oct. 12.", ["It has approx. 300 men.", "See Oct. 12."]),
    "initials": ("J. A. Smith wrote it. Plan B. It failed.", ["J. A. Smith wrote it.", "Plan B.", "It failed."]),
}


def text_of(typed: str) -> TextInBrief:
    """Give a text."""
    return TextInBrief("background", "background", TextKind.RICH, typed, {})


@pytest.mark.parametrize("name", SENTENCES)
def test_sentences_are_told_apart(name: str) -> None:
    """Within paragraphs, entries and cells."""
    typed, expected = SENTENCES[name]
    text = text_of(typed)
    assert [text.quote(each) for each in text.sentences] == expected


def test_words_are_counted_as_one_reads_them() -> None:
    """What a hyphen, a point or an apostrophe joins is one word; a sign is none."""
    text = text_of("Don't say 3.5 % – say well-known.")
    assert [text.quote(each) for each in text.words_in(text.sentences[0])] == [
        "Don't",
        "say",
        "3.5",
        "say",
        "well-known",
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1,590 men", 2),
        ("1 590 000 hommes", 2),
        ("1\u00a0590,5 tonnes", 2),
        ("2024 100 men", 3),
        ("5, 6 and 7", 4),
        ("12 300 men", 2),
        ("a b", 2),
    ],
)
def test_a_number_is_one_word(typed: str, expected: int) -> None:
    """Whatever stands between its thousands."""
    text = text_of(typed)
    assert count_words(text.words, text.words_in(text.sentences[0])) == expected
