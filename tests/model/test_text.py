"""The kinds of text a field can hold, and how a value becomes one."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.briefs import read_text

from briefmaker.model.text import (
    DecimalNumber,
    Id,
    RichText,
    ShortText,
    VersionNumber,
    WebAddress,
    WholeNumber,
    Words,
    YesNo,
)


def read(field: Any, value: Any) -> Any:
    """Give what a field makes of a value, or the kind of error."""
    try:
        return TypeAdapter(field).validate_python(value)
    except ValidationError as refused:
        return refused.errors(include_input=False)[0]["type"]


@pytest.mark.parametrize("typed", ["0007", "007.10", "1_000", "0x1F", "1e3", "true", "NO", "12:30", "2025-10-21", "~x"])
def test_a_text_keeps_what_was_typed(typed: str) -> None:
    """Whatever YAML would make of it: a registry number keeps its zeros."""
    brief = read_text(f"reference: {typed}\nsummary: {typed}\nobjectives: [{typed}]").brief
    assert brief is not None
    assert (brief.reference, brief.summary, brief.objectives[0].text) == (typed, typed, typed)


@pytest.mark.parametrize("field", [Words, ShortText])
def test_a_short_text_is_one_line(field: Any) -> None:
    """Blanks and line breaks at its ends do not count."""
    assert read(field, " Talks \n") == "Talks"
    for break_ in ("\n", "\r", "\r\n"):
        assert read(field, f"One{break_}two") == "text_one_line"


def test_a_rich_text_keeps_its_lines() -> None:
    """They are Markdown."""
    assert read(RichText, "One\n\n- two\n") == "One\n\n- two\n"


@pytest.mark.parametrize("field", [Words, ShortText, RichText, Id, WebAddress])
def test_what_is_no_text_is_refused(field: Any) -> None:
    """A list that is a citation without quotes is told as such."""
    for value in ([], {}, ["a"], None, 7):
        assert read(field, value) == "text_expected"
    assert read(field, ["@report"]) == "text_is_citation"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (Id, "nato-2025_a", "nato-2025_a"),
        (Id, "7", "7"),
        (Id, "-a", "id_shape"),
        (Id, "a b", "id_shape"),
        (Id, "a.b", "id_shape"),
        (Id, "é", "id_shape"),
        (Id, "a\n", "id_shape"),
        (Id, "", "id_shape"),
        (WholeNumber, "15", 15),
        (WholeNumber, "0", 0),
        (WholeNumber, "015", 15),
        (WholeNumber, "1000000", "whole_number"),
        (WholeNumber, "1.0", "whole_number"),
        (WholeNumber, "-1", "whole_number"),
        (WholeNumber, "٣", "whole_number"),
        (WholeNumber, True, "whole_number"),
        (WholeNumber, 15, 15),
        (WholeNumber, -1, "whole_number"),
        (WholeNumber, 1000000, "whole_number"),
        (VersionNumber, "1", 1),
        (VersionNumber, "0", "version_number"),
        (DecimalNumber, "3.50", "3.50"),
        (DecimalNumber, "-2", "-2"),
        (DecimalNumber, ".5", "decimal_number"),
        (DecimalNumber, "1e3", "decimal_number"),
        (DecimalNumber, "9" * 5000, "decimal_number"),
        (YesNo, "true", True),
        (YesNo, False, False),
        (YesNo, "yes", "yes_no"),
        (YesNo, "True", "yes_no"),
        (WebAddress, "https://example.org/a?b#c", "https://example.org/a?b#c"),
        (WebAddress, "ftp://example.org", "web_address"),
        (WebAddress, "javascript:alert(1)", "web_address"),
        (WebAddress, "https://a b", "web_address"),
        (WebAddress, 'https://a"b', "web_address"),
        (WebAddress, "https://", "web_address"),
    ],
)
def test_numbers_ids_and_addresses_are_read_strictly(field: Any, value: Any, expected: Any) -> None:
    """What was typed is taken or refused, never guessed at."""
    assert read(field, value) == expected
