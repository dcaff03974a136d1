"""Phrases of a register are found with all their alternatives, in time that grows with the text alone."""

from briefmaker.checks.register_phrases import prepare_register
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.model.fact_register import Register
from briefmaker.model.text import TextKind


def find(typed: str, *phrases: str) -> list[tuple[str, str]]:
    """Give the words of each place that was found, and the value that they say."""
    values = [{"value": "30", "source": "x"}, {"value": "Jens Stoltenberg", "also": ["Stoltenberg"], "source": "x"}]
    topic = {"topic": "t", "said_as": list(phrases), "values": values}
    register = Register.model_validate({"register_of": "r", "topics": [topic]})
    index = WordIndex((TextInBrief("background", "background", TextKind.RICH, typed, {}),))
    found = prepare_register(register).find(index)
    return [(each.text.quote(each.stretch), each.value.value) for each in found]


def test_alternatives_and_what_may_be_left_out_are_found() -> None:
    """In capitals or not, with number words and hyphens."""
    phrase = "(all|the) {value} (NATO|) (allies|members)"
    assert find("All thirty NATO members and the 30 allies.", phrase) == [
        ("All thirty NATO members", "30"),
        ("the 30 allies", "30"),
    ]
    assert find("The thirty-member club, all 31 allies.", phrase) == []


def test_the_longest_reading_counts_and_another_writing_is_the_same_value() -> None:
    """At each place one is found."""
    found = find("Secretary General Jens Stoltenberg and Stoltenberg", "Secretary General {value}", "{value}")
    assert found == [("Secretary General Jens Stoltenberg", "Jens Stoltenberg"), ("Stoltenberg", "Jens Stoltenberg")]


def test_a_comma_is_found_where_the_phrase_has_one() -> None:
    """And parts words where it has none."""
    assert find("Stoltenberg, the Secretary General", "{value} , the Secretary General")
    assert not find("He has 30, members say", "has {value} members")


def test_alternatives_do_not_multiply() -> None:
    """Nine parts that may each be left out are as many readings as 512 phrases, and found as one."""
    assert find("a " * 200 + "30 b", "(a|)" * 9 + " {value} b") == [("a " * 9 + "30 b", "30")]


def test_sentences_are_told_apart() -> None:
    """A phrase does not run on into the next one."""
    assert find("We met all. 30 allies came.", "all {value} allies") == []
