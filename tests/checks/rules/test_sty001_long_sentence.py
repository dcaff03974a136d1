"""Long sentences are told where they begin, as many words as the settings allow."""

from tests.checking import check_text

from briefmaker.model.check_settings import CheckSettings

WORDS = "Word " * 24


def test_one_word_more_than_is_allowed_is_too_many() -> None:
    """Citations are not counted, and a number is one word."""
    source = "template: information\nsources: {a: {title: A, publisher: B, date: 2025}}"
    start = f'{source}\nbackground: "So be it. {WORDS}'
    assert check_text(f'{start}end [@a, page 4]."', "STY001") == ()
    assert check_text(f'{start}1 000 000."', "STY001") == ()
    (found,) = check_text(f'{start}one end."', "STY001")
    assert (found.span.line, found.span.column) == (3, 24)
    assert "26 words" in found.message


def test_settings_say_how_many() -> None:
    """More, or fewer."""
    lines = 'template: information\nbackground: "One two three four five."'
    assert check_text(lines, "STY001") == ()
    assert len(check_text(lines, "STY001", checks=CheckSettings(longest_sentence=4))) == 1
    assert check_text(lines, "STY001", checks=CheckSettings(longest_sentence=5)) == ()


def test_names_are_no_sentences() -> None:
    """A source's title may be as long as it is."""
    title = f"{WORDS}one end"
    assert check_text(f"sources: {{a: {{title: {title}, publisher: B, date: 2025}}}}", "STY001") == ()
