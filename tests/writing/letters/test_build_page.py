"""Marks of portions stand in a letter where they stand on the page."""

from tests.letters import write_about

from briefmaker.model.settings import Settings

US = Settings(marking_scheme="us")
BRIEF = """\
title: Haiti
status: final
marking: UNCLASSIFIED
bottom_line: |
  One.

  - Two.

  Three.
objectives: [Four., Five.]
meeting: {place: Port-au-Prince}
"""


def test_every_portion_bears_its_mark() -> None:
    """Where the scheme marks each: title, paragraphs, entries of lists, and the subject."""
    letter = write_about(BRIEF, settings=US, marking="UNCLASSIFIED")
    assert letter.subject == "[UNCLASSIFIED] (U) Haiti (version 1)"
    for words in ("(U) Haiti\n", "(U) One.\n\n- (U) Two.\n\n(U) Three.\n", "1. (U) Four.\n2. (U) Five.\n"):
        assert words in letter.text
    assert "Where: (U) Port-au-Prince" in letter.text
    assert letter.html.count("<strong>(U) </strong>") == 7


def test_a_text_of_a_list_alone_bears_its_mark_on_a_line_of_its_own() -> None:
    """Where entries do not bear it."""
    lines = "title: Grain\nstatus: final\nmarking: NATO RESTRICTED\nportions: {bottom_line: NATO RESTRICTED}\n"
    letter = write_about(lines + "bottom_line: |\n  - One.\n  - Two.\n")
    assert "Bottom line:\n(NR)\n\n- One.\n- Two.\n" in letter.text


def test_what_is_replaced_says_so() -> None:
    """Though it is no draft any more."""
    letter = write_about("title: Grain\nstatus: replaced\nversion: 3\n")
    assert letter.subject == "Grain (version 3)"
    assert letter.text.startswith("REPLACED \u00b7 version 3\n")
