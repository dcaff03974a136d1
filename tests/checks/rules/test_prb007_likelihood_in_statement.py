"""A likelihood or confidence in a judgement's own sentence is found, with what its field says."""

from tests.checking import check_text, places_of

CODE = "PRB007"


def test_what_the_field_says_is_told_beside() -> None:
    """So that the reader of the finding sees whether they differ."""
    found = check_text("implications:\n  - {statement: One is likely to pass., likelihood: very likely}", CODE)
    assert [each.message for each in found] == [
        "this judgement says “likely” in its own sentence, beside `likelihood: very likely`"
    ]
    assert found[0].fix is None


def test_likelihood_and_confidence_are_two_findings() -> None:
    """Each belongs in a field of its own."""
    lines = "template: weekly\nitems:\n  - title: One\n    judgement: With low confidence, there is a 70 % chance.\n"
    found = check_text(lines, CODE)
    assert places_of(found, CODE) == [(4, "items[0].judgement")] * 2
    assert {each.hint.split("`")[1] for each in found} == {"likelihood", "confidence"}


def test_what_describes_a_thing_is_left() -> None:
    """A likely winner is somebody, not a likelihood."""
    lines = "implications:\n  - statement: A likely winner is named.\n  - statement: One is unlikely.\n"
    assert places_of(check_text(lines, CODE), CODE) == [(3, "implications[1].statement")]
