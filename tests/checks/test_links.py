"""Links and bare addresses of a text, as they were typed."""

import pytest

from briefmaker.checks.links import WrittenLink, find_addresses, find_links
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model import Brief
from briefmaker.model.text import TextKind


def write(typed: str, kind: TextKind = TextKind.RICH) -> TextInBrief:
    """Give a text."""
    return TextInBrief("background", "background", kind, typed, {})


@pytest.mark.parametrize(
    ("typed", "words", "address"),
    [
        ("[a b](https://x.int/a)", "a b", "https://x.int/a"),
        ("[*a*\nb](<https://x.int/a> 'title')", "a\nb", "https://x.int/a"),
        (r"[a\_b [c]](https://x.int/(a)_b)", "a_b [c]", "https://x.int/(a)_b"),
        ("<https://x.int/a>", "", "https://x.int/a"),
        ("WWW.x.int", "", "WWW.x.int"),
    ],
)
def test_words_and_address_are_read(typed: str, words: str, address: str) -> None:
    """In each way in which a link can be written."""
    (link,) = find_links(write(f"See {typed}, please."))
    assert (link.words, link.address) == (words, address)


def test_an_address_within_a_link_is_no_second_one() -> None:
    """And one between two links is."""
    typed = "[https://x.int/a](https://x.int/a) https://x.int/b [c](https://x.int/c) https://x.int/d."
    assert [(link.words, link.address) for link in find_links(write(typed))] == [
        ("https://x.int/a", "https://x.int/a"),
        ("c", "https://x.int/c"),
        ("", "https://x.int/b"),
        ("", "https://x.int/d"),
    ]
    assert list(find_links(write("x https://x.int"))) == [WrittenLink(Stretch(2, 15), "", "https://x.int")]


def test_plain_words_have_no_links() -> None:
    """They are printed as typed."""
    assert list(find_links(write("https://x.int", TextKind.WORDS))) == []


def test_addresses_that_can_be_asked_are_those_of_sources_and_of_links_to_the_web() -> None:
    """Mail is no page."""
    brief = Brief.model_validate(
        {
            "format": 1,
            "template": "meeting",
            "title": "T",
            "date": "2025-10-21",
            "sources": {"one": {"title": "One", "url": "https://x.int/one"}, "two": {"title": "Two"}},
        }
    )
    texts = [write("[a](mailto:a@x.int) [b](http://x.int/b) www.x.int")]
    assert [(found.path, found.address) for found in find_addresses(brief, texts)] == [
        ("sources.one.url", "https://x.int/one"),
        ("background", "http://x.int/b"),
    ]
