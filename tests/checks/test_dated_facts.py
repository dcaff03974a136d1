"""A register knows which value holds on a day; the one that comes along is sound."""

import datetime

import pytest

from briefmaker.checks.dated_facts import choose_registers, list_registers, load_register, say, value_on
from briefmaker.diagnostics import Places
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.fact_register import Register, RegisterTopic
from briefmaker.reading.register_file import check_register


def topic_of(*values: dict[str, str]) -> RegisterTopic:
    """Give a topic with these values."""
    written = [{"source": "x", **value} for value in values]
    return RegisterTopic.model_validate({"topic": "t", "said_as": ["{value}"], "values": written})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-12-31", None),
        ("2018-01-01", "A"),
        ("2019-12-31", "A"),
        ("2020-01-01", None),
        ("2020-02-01", "B"),
        ("2030-01-01", "B"),
    ],
)
def test_a_value_holds_from_its_first_day_to_the_one_before_its_end(day: str, expected: str | None) -> None:
    """Before the first and in a gap none does."""
    topic = topic_of({"value": "A", "since": "2018", "until": "2020-01-01"}, {"value": "B", "since": "2020-02"})
    found = value_on(topic, datetime.date.fromisoformat(day))
    assert (found.value if found else None) == expected


def test_without_an_end_the_next_value_ends_it() -> None:
    """And a topic without a sentence of its own says name and value."""
    topic = topic_of({"value": "A"}, {"value": "B", "since": "2020-02"})
    assert value_on(topic, datetime.date(2020, 1, 31)) == topic.values[0]
    assert value_on(topic, datetime.date(2020, 2, 1)) == topic.values[1]
    assert say(topic, topic.values[1]) == "t: B"


@pytest.mark.parametrize("name", list_registers())
def test_a_register_that_comes_along_is_sound(name: str) -> None:
    """As sound as one of a workspace has to be."""
    assert list(check_register(load_register(name), Places(name))) == []


@pytest.mark.parametrize(
    ("day", "allies"),
    [("2017-06-04", "28"), ("2017-06-05", "29"), ("2020-03-27", "30"), ("2023-04-04", "31"), ("2024-03-07", "32")],
)
def test_the_number_of_allies_is_that_of_the_day(day: str, allies: str) -> None:
    """On the day of an accession the new ally counts."""
    value = value_on(load_register("nato").topics[0], datetime.date.fromisoformat(day))
    assert value is not None
    assert value.value == allies


def test_a_workspace_adds_its_own_and_leaves_out_what_comes_along() -> None:
    """By name."""
    own = (Register.model_validate({"register_of": "us", "topics": []}),)
    assert choose_registers(CheckSettings(), own) == (load_register("nato"), *own)
    assert choose_registers(CheckSettings(without_registers=("nato",)), own) == own
