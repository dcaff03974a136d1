"""Distribution lists as they are read, and as their schema tells editors."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefmaker.diagnostics import Code
from briefmaker.model.recipients import MailedFormat
from briefmaker.model.schema import settings_schema
from briefmaker.reading import read_settings

ANN = {"name": "Ann", "email": "ann@example.int"}


def test_somebody_of_whom_little_is_said_gets_both_formats_of_what_bears_no_marking() -> None:
    """The careful way: more is to be said."""
    lines = b"distribution_lists: {office: {people: [{name: Ann, email: ann@EXAMPLE.int}]}}"
    value = read_settings(lines, "briefmaker.yaml").value
    assert value is not None
    [ann] = value.distribution_lists["office"].people
    assert (ann.clearance, ann.caveats, ann.edition, ann.email) == (None, (), None, "ann@example.int")
    assert ann.formats == (MailedFormat.PDF, MailedFormat.DOCX)


@pytest.mark.parametrize(
    ("person", "code", "column"),
    [
        ("{name: Ann}", Code.FIELD_MISSING, 48),
        ("{name: Ann, email: ann@}", Code.FIELD_MAIL, 67),
        ("{name: Ann, email: ann@example.int, formats: pdf}", Code.FIELD_LIST, 93),
        ("{name: Ann, email: ann@example.int, formats: [html]}", Code.FIELD_CHOICE, 94),
        ("{name: Ann, email: ann@example.int, language: french}", Code.FIELD_LANGUAGE, 94),
        ("{name: Ann, email: ann@example.int, clearence: SECRET}", Code.FIELD_UNKNOWN, 84),
    ],
)
def test_a_mistake_about_somebody_is_told_at_its_place(person: str, code: Code, column: int) -> None:
    """Line, column and code."""
    lines = f"distribution_lists: {{private-office: {{people: [{person}]}}}}"
    [found] = read_settings(lines.encode(), "briefmaker.yaml").diagnostics
    assert (found.code, found.span.line, found.span.column) == (code, 1, column)


@pytest.mark.parametrize(
    ("people", "is_right"),
    [
        ([ANN], True),
        ([ANN | {"clearance": "SECRET", "caveats": ["NOFORN"], "edition": "press", "formats": ["pdf"]}], True),
        ([], False),
        ([ANN | {"formats": []}], False),
        ([ANN | {"formats": ["pdf", "pdf"]}], False),
        ([ANN | {"formats": ["html"]}], False),
        ([{"name": "Ann"}], False),
    ],
)
def test_the_schema_knows_people(people: list[Any], is_right: bool) -> None:
    """As far as an editor can tell."""
    settings = {"distribution_lists": {"office": {"title": "Office", "people": people}}}
    assert Draft202012Validator(settings_schema()).is_valid(settings) is is_right
