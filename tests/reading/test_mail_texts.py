"""Texts of messages are filled in with plain words, and nothing else may stand in them."""

import pytest

from briefmaker.model.mail_words import MAIL_WORDS
from briefmaker.reading.mail_texts import MailText, MailTextError


def test_a_text_is_filled_in_by_every_name() -> None:
    """What is not given is empty, and can be asked about."""
    text = " ".join(f"{{{{ {name} }}}}" for name in MAIL_WORDS)
    assert MailText(text).fill({name: name.upper() for name in MAIL_WORDS}) == " ".join(MAIL_WORDS).upper()
    text = "{% if place %}In {{ place }}{% else %}Nowhere{% endif %}"
    assert [MailText(text).fill(words) for words in ({}, {"place": "Ankara"})] == ["Nowhere", "In Ankara"]


def test_signs_of_markdown_in_a_value_are_letters_in_a_body() -> None:
    """A title cannot make a link or a heading of a message; in a subject they stand as they are."""
    words = {"title": "*Grain* [talks](https://example.com)"}
    assert MailText("{{ title }}").fill(words) == words["title"]
    assert MailText("{{ title }}", is_markdown=True).fill(words) == r"\*Grain\* \[talks\](https://example.com)"


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("{{ titel }}", "there is no `titel` here", "titel"),
        ("titel {{ title }}\n{{ titel }}", "there is no `titel` here", "titel"),
        ("a {{ title|shout }}", "there is no filter `shout` here", "shout"),
        ("{{ title.upper() }}", "a text of a message may hold no call", "{{ title.upper() }}"),
        ("{{ title.__class__ }}", "a text of a message may hold no part of a value", "{{ title.__class__ }}"),
        ("{{ title[0] }}", "a text of a message may hold no part of a value", "{{ title[0] }}"),
        ("{% for a in title %}{% endfor %}", "a text of a message may hold no for", "{% for a in title %}"),
        ("{% set a = 1 %}", "a text of a message may hold no assign", "{% set a = 1 %}"),
        ("{{ 9 ** 9 ** 9 }}", "a text of a message may hold no pow", "{{ 9 ** 9 ** 9 }}"),
        ("{% include 'a' %}", "a text of a message may hold no include", "{% include 'a' %}"),
        ("a\n{{ title", "this cannot be read: unexpected end of template", "{{ title"),
        ("{% if title %}", "this cannot be read: unexpected end of template", "{% if title %}"),
    ],
)
def test_what_may_not_stand_in_a_text_is_told_at_its_place(text: str, message: str, marked: str) -> None:
    """Nothing is worked out before all of it has been looked at."""
    for each in (MailText(text).check, lambda: MailText(text, is_markdown=True).fill({})):
        with pytest.raises(MailTextError) as raised:
            each()
        assert str(raised.value).startswith(message)
        assert raised.value.hint
        place = raised.value.offset
        assert text[place : place + raised.value.length] == marked
    assert "titel" not in text[: text.find("{{")] or place > text.find("{{")


def test_a_text_that_cannot_be_worked_out_is_told() -> None:
    """As an error of the text, whatever the filter raises."""
    for text in ("{{ title|replace('a') }}", "{{ title + 1 }}", "{{ place|first }}"):
        with pytest.raises(MailTextError):
            MailText(text).fill({"title": "Grain"})


@pytest.mark.parametrize("depth", [60, 5000])
@pytest.mark.parametrize(
    "signs", [("", "not ", ""), ("", "-", ""), ("", "", "|upper"), ("", "", " + title"), ("(", "", ")")]
)
def test_an_expression_that_goes_too_deep_is_told(depth: int, signs: tuple[str, str, str]) -> None:
    """Before seconds are spent on it, and instead of what Python would raise."""
    before, sign, after = signs
    text = MailText(f"{{{{ {before * depth}{sign * depth}title{after * depth} }}}}")
    if before and depth == 60:
        assert text.fill({}) == MailText("{{ title }}").fill({}), "brackets alone are no levels"
        return
    with pytest.raises(MailTextError, match="goes too deep"):
        text.fill({})
