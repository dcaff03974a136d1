"""Which fields say something to a reader, and how a place in a brief names its field."""

import pytest
from tests.briefs import read_text

from briefmaker.model import Brief
from briefmaker.model.fields import field_of, has_field, has_shown_part, is_content, is_shown, iterate_parts


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("title", "title"),
        ("agenda[0].lines_to_take[11]", "agenda.lines_to_take"),
        ("agenda[3].if_raised[0].they_say", "agenda.if_raised.they_say"),
        ("sources.hague-2025.title", "sources.title"),
        ("figures.spending.caption", "figures.caption"),
        ("figures.spending.rows[0].Share (2014)", "figures.rows"),
        ("figures.spending.rows[0].U.S. [x]", "figures.rows"),
        ("figures.spending.y.2014", "figures.y"),
        ("figures.spending.reference_line.label", "figures.reference_line.label"),
        ("figures", "figures"),
        ("sources", "sources"),
        ("glossary", "glossary"),
        ("glossary.PURL", "glossary"),
        ("glossary.U.S.", "glossary"),
    ],
)
def test_a_place_names_its_field(path: str, field: str) -> None:
    """Numbers in a list and names that a brief invents do not belong to it."""
    assert field_of(path) == field


@pytest.mark.parametrize(
    "field", ["title", "marking", "agenda.background", "figures.rows", "glossary", "contact.email", "meeting.start"]
)
def test_what_a_reader_is_meant_to_see_is_content(field: str) -> None:
    """The brief's own marking too."""
    assert is_content(field)


@pytest.mark.parametrize(
    "field",
    [
        "format",
        "timezone",
        "home_timezone",
        "agenda.marking",
        "agenda.if_raised.editions",
        "participants.id",
        "participants.side",
        "facts",
        "facts.value",
        "meeting.end",
        "figures.data",
        "figures.marking",
    ],
)
def test_what_steers_is_no_content(field: str) -> None:
    """No template shows it as a text of its own."""
    assert not is_content(field)


def test_naming_a_field_names_all_that_stand_under_it() -> None:
    """But not those that only begin alike."""
    shows = ("agenda", "sources.title")
    assert is_shown("agenda", shows)
    assert is_shown("agenda.if_raised.they_say", shows)
    assert is_shown("sources.title", shows)
    assert not is_shown("sources", shows)
    assert not is_shown("sources.titles", shows)
    assert not is_shown("agendas", shows)
    assert has_shown_part("sources", shows)
    assert not has_shown_part("agenda", shows)
    assert not has_shown_part("source", shows)


def test_every_part_is_given_with_its_path_in_the_order_of_the_model() -> None:
    """The brief itself first, without a path; lists and named entries are gone into."""
    brief = read_text(
        """
        sources: {report: {title: Report}}
        agenda: [{topic: Grain, lines_to_take: [Now., Soon.]}]
        contact: {name: Anna}
        """
    ).brief
    assert brief is not None
    parts = list(iterate_parts(brief))
    assert parts[0] == ("", brief)
    assert [path for path, _ in parts[1:]] == [
        "contact",
        "agenda[0]",
        "agenda[0].lines_to_take[0]",
        "agenda[0].lines_to_take[1]",
        "sources.report",
    ]


def test_every_field_of_a_brief_is_content_or_steers_as_a_whole() -> None:
    """Of the fields at the top, these steer and no others."""
    steering = {name for name in Brief.model_fields if not is_content(name)}
    assert steering == {
        "format",
        "template",
        "language",
        "timezone",
        "home_timezone",
        "likelihood_scale",
        "distribution",
        "facts",
        "portions",
        "for_each",
        "slug",
    }


@pytest.mark.parametrize(
    ("field", "is_one"),
    [
        ("title", True),
        ("agenda", True),
        ("agenda.if_raised.they_say", True),
        ("meeting.last_met.outcome", True),
        ("sources.title", True),
        ("objectives.text", True),
        ("agenda.title", False),
        ("titel", False),
        ("title.short", False),
        ("", False),
    ],
)
def test_the_fields_of_a_brief_are_known_by_name(field: str, is_one: bool) -> None:
    """Also those of parts that stand in lists, or under names of their own."""
    assert has_field(Brief, field) is is_one
