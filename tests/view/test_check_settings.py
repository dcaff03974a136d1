"""What is told of a workspace's schemes of markings and editions."""

import textwrap

import pytest

from briefmaker.reading import read_settings
from briefmaker.view.check_settings import check_settings


def tell(lines: str) -> list[tuple[int, str, str]]:
    """Give line, sentence and hint of what is found in settings."""
    reading = read_settings(textwrap.dedent(lines).encode(), "briefmaker.yaml")
    assert reading.value is not None, reading.diagnostics
    found = check_settings(reading.value, reading.places)
    return [(each.span.line, each.message, each.hint) for each in found]


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ("marking_scheme: natoo", "did you mean `nato`?"),
        ("marking_scheme: mine", "choose `eu`, `nato`, `tlp`, `uk` or `us`"),
    ],
)
def test_a_scheme_that_there_is_not_is_told_of_the_settings(lines: str, hint: str) -> None:
    """Not as if the brief's marking were wrong."""
    assert [each[2] for each in tell(lines)] == [hint]
    assert tell("marking_scheme: nato") == []


OURS = """
marking_scheme: ours
marking_schemes:
  ours:
    name: Ours
    levels:
      - {marking: OPEN, portion: O}
      - {marking: HOUSE, portion: H}
    caveats:
      - {caveat: MINISTER ALONE, portion: M, lowest: HOUSE}
"""


def test_a_scheme_of_one_s_own_can_be_chosen() -> None:
    """It has the shape of the shipped ones."""
    assert tell(OURS) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("marking: HOUSE", "marking: OPEN", 8, "`OPEN` stands here a second time"),
        ("portion: H", "portion: O", 8, "`O` stands here a second time"),
        ("lowest: HOUSE", "lowest: HOUS", 10, "the scheme has no marking `HOUS`"),
    ],
)
def test_a_scheme_that_contradicts_itself_is_told_at_the_line(old: str, new: str, line: int, sentence: str) -> None:
    """Two levels of one name could not be told apart."""
    assert [each[:2] for each in tell(OURS.replace(old, new))][:1] == [(line, sentence)]


def test_a_scheme_without_levels_is_told() -> None:
    """Nothing could be marked by it."""
    assert [each[1] for each in tell("marking_schemes: {ours: {name: Ours, levels: []}}")] == [
        "a scheme has at least one level"
    ]


@pytest.mark.parametrize(
    ("lines", "line", "sentence", "hint"),
    [
        ("editions:\n  all: {shows: [title]}", 2, "no edition can be called `all`, which stands for all of them", None),
        ("editions:\n  All: {shows: [title]}", 2, "no edition can be called `All`, which stands for all of them", None),
        (
            "editions:\n  archive: {shows: [title]}",
            2,
            "no edition can be called `archive`, which names the PDF that holds the whole brief",
            "give it another name",
        ),
        (
            "editions:\n  press: {shows: [title]}\n  Press: {shows: [title]}",
            3,
            "`Press` and `press` differ in capitals only",
            "give it another name",
        ),
        (
            "editions:\n  a:\n    shows:\n      - title\n      - agend",
            5,
            "a brief has no field `agend` that can be shown",
            "did you mean `agenda`?",
        ),
        ("editions: {a: {shows: [agenda.nope]}}", 1, "a brief has no field `agenda.nope` that can be shown", None),
        (
            "editions: {a: {shows: [agenda.avoid]}}",
            1,
            "`agenda.avoid` is shown and `agenda.topic`, which each of its entries must have, is not",
            "add `agenda.topic`",
        ),
        (
            "editions: {a: {shows: [title], ceiling: NATO SECRETT}}",
            1,
            "the schemes have no marking `NATO SECRETT`",
            "did you mean `NATO SECRET`?",
        ),
        (
            "marking_scheme: uk\neditions: {a: {shows: [title], ceiling: NATO SECRET}}",
            2,
            "the scheme United Kingdom has no marking `NATO SECRET`",
            None,
        ),
    ],
)
def test_an_edition_that_cannot_work_is_told_at_the_line(
    lines: str, line: int, sentence: str, hint: str | None
) -> None:
    """Before any brief is built for it."""
    ((at, said, advised),) = tell(lines)
    assert (at, said) == (line, sentence)
    assert hint in (None, advised)


def test_editions_that_work_are_not_spoken_of() -> None:
    """With whole parts, single fields and what their entries need."""
    lines = """
        marking_scheme: nato
        editions:
          chair: {shows: [title, agenda, meeting.place], ceiling: NATO SECRET, title: For the chair}
          press: {shows: [title, agenda.topic, agenda.lines_to_take], ceiling: NATO UNCLASSIFIED, caveats: []}
    """
    assert tell(lines) == []
