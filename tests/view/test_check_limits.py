"""What is longer than it may be is told, at its place; what is just as long is not."""

import pytest
from tests.briefs import read_text

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.model.lengths import Lengths
from briefmaker.model.limits import Limits, TextLimit
from briefmaker.view.check_limits import check_entries, check_lengths, count_entries

BRIEF = """
bottom_line: Act.
issue: Grain.
key_points: [one, two]
agenda:
  - {topic: Grain, lines_to_take: [one, two, three]}
  - {topic: Ships, lines_to_take: [one], if_raised: [{they_say: a, we_say: b}]}
sections:
  - {heading: First, text: Long.}
sources: {one: {title: One}, two: {title: Two}}
template: meeting
"""


def lengths_told(limits: Limits, pages: int = 1, **lines: int) -> list[Diagnostic]:
    """Give what is told of a document with so many pages and lines."""
    paths = {path.replace("__", "[0]."): count for path, count in lines.items()}
    return list(check_lengths(Lengths(pages, paths), limits, read_text(BRIEF).places))


def entries_told(entries: dict[str, int]) -> list[Diagnostic]:
    """Give what is told of the brief's lists."""
    reading = read_text(BRIEF)
    assert reading.brief is not None
    return list(check_entries(reading.brief, Limits(entries=entries), reading.places))


def test_a_page_too_many_is_told_at_the_template_s_name() -> None:
    """As a warning: the document is made."""
    assert lengths_told(Limits(pages=2), pages=2) == []
    (found,) = lengths_told(Limits(pages=2), pages=3)
    assert (found.code, found.severity, found.path) == (Code.LENGTH_PAGES, Severity.WARNING, "template")
    assert found.excerpt == "template: meeting"
    assert found.message == "the document has 3 pages, and may have 2"
    assert lengths_told(Limits(), pages=99) == []


def test_a_line_too_many_is_told_at_the_field() -> None:
    """Each text of the field by itself."""
    limits = Limits(lines={"bottom_line": 4, "sections.text": 2})
    assert lengths_told(limits, bottom_line=4, sections__text=2, issue=50) == []
    found = lengths_told(limits, bottom_line=5, sections__text=3)
    assert [(each.code, each.path) for each in found] == [
        (Code.LENGTH_LINES, "bottom_line"),
        (Code.LENGTH_LINES, "sections[0].text"),
    ]
    assert found[0].excerpt == "bottom_line: Act."
    assert "`bottom_line` takes 5 lines on the page, and may take 4" in found[0].message


def test_lines_of_several_fields_are_told_at_the_longest() -> None:
    """Only their sum counts."""
    limits = Limits(text=TextLimit(fields=("bottom_line", "issue", "sections"), lines=15))
    assert lengths_told(limits, bottom_line=4, issue=6, sections__text=5, background=9) == []
    (found,) = lengths_told(limits, bottom_line=4, issue=7, sections__text=5)
    assert (found.code, found.path) == (Code.LENGTH_TEXT, "issue")
    assert "16 lines" in found.message
    assert lengths_told(limits) == []


def test_an_entry_too_many_is_told_at_the_list() -> None:
    """Of lists within lists, at the one that is too long."""
    assert entries_told({"agenda": 2, "agenda.lines_to_take": 3, "key_points": 2, "sources": 2}) == []
    found = entries_told({"agenda.lines_to_take": 2, "sources": 1})
    assert [(each.code, each.path, each.severity) for each in found] == [
        (Code.LENGTH_ENTRIES, "agenda[0].lines_to_take", Severity.WARNING),
        (Code.LENGTH_ENTRIES, "sources", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("field", "counts"),
    [
        ("agenda", {"agenda": 2}),
        ("agenda.lines_to_take", {"agenda[0].lines_to_take": 3, "agenda[1].lines_to_take": 1}),
        ("agenda.if_raised", {"agenda[0].if_raised": 0, "agenda[1].if_raised": 1}),
        ("meeting.programme", {}),
        ("bottom_line", {}),
        ("nothing.here", {}),
    ],
)
def test_each_list_of_a_field_is_counted(field: str, counts: dict[str, int]) -> None:
    """What is no list, or is not there, has no count."""
    brief = read_text(BRIEF).brief
    assert brief is not None
    assert dict(count_entries(brief, field)) == counts
