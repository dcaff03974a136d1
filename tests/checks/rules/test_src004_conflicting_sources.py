"""Facts that are one thing with two values, and pairs that only look so."""

import pytest
from tests.checking import check_text, lines_of

LINES = """\
facts:
  - {{id: share, value: 34, unit: "%", sources: [one]}}
  - {{id: {id}, value: {value}, unit: "{unit}", sources: [{source}]}}
sources: {{one: {{title: A}}, two: {{title: B}}}}
"""


@pytest.mark.parametrize(
    ("id", "value", "unit", "source", "is_conflict"),
    [
        ("share-ministry", "31", "%", "two", True),
        ("share-of-the-ministry", "31", "%", "two", True),
        ("share-ministry", "34", "%", "two", False),
        ("share-ministry", "31", "%", "one", False),
        ("share-ministry", "31", "tonnes", "two", False),
        ("share-2024", "31", "%", "two", False),
        ("shares", "31", "%", "two", False),
        ("other", "31", "%", "two", False),
    ],
)
def test_value_source_unit_and_name_decide(id: str, value: str, unit: str, source: str, is_conflict: bool) -> None:  # noqa: A002 - the field's name
    """Another year, another unit or the same source is no conflict."""
    found = check_text(LINES.format(id=id, value=value, unit=unit, source=source), "SRC004")
    assert lines_of(found, "SRC004") == [3] * is_conflict


def test_citing_each_in_another_text_does_not_tell_of_it() -> None:
    """The reader has to see both at once."""
    lines = LINES.format(id="share-ministry", value="31", unit="%", source="two")
    apart = 'bottom_line: "It is [@share]."\nsections: [{heading: A, text: "It is [@share-ministry]."}]\n'
    together = 'bottom_line: "It is [@share] or [@share-ministry]."\n'
    assert lines_of(check_text(apart + lines, "SRC004"), "SRC004") == [5]
    assert check_text(together + lines, "SRC004") == ()
