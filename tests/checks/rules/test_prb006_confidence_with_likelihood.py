"""Confidence and likelihood in one sentence are found; in two, or the confidence of others, they are not."""

import pytest
from tests.checking import check_text, lines_of

CODE = "PRB006"


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("bottom_line: It is likely, with high confidence.", True),
        ("bottom_line: It is likely. We have high confidence in this.", False),
        ("bottom_line: |\n  - It is likely\n  - High confidence\n", False),
        ("implications: [{statement: One., likelihood: likely, confidence: high}]", False),
        ("bottom_line: Consumer confidence is likely to fall.", False),
        ("language: fr\nbottom_line: Nous jugeons probable, avec une confiance élevée, un report.", True),
        ("language: fr\nbottom_line: Un report est probable. Notre confiance est élevée.", False),
        ("language: de\nbottom_line: It is likely, with high confidence.", False),
    ],
)
def test_both_have_to_be_ours_and_in_one_sentence(lines: str, is_found: bool) -> None:
    """Entries of a list are sentences of their own, and so are fields."""
    assert bool(check_text(lines, CODE)) == is_found


def test_one_sentence_is_told_once_at_its_confidence() -> None:
    """However many likelihoods it gives."""
    lines = "bottom_line: |\n  One is likely, two is unlikely,\n  with high confidence.\n"
    found = check_text(lines, CODE)
    assert lines_of(found, CODE) == [3]
    assert found[0].span.column == 8
