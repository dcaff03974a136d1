"""What stands between the anchors of a paragraph is told apart: printed words, and words of fields whose anchors are gone."""

from collections.abc import Sequence

import pytest

from briefmaker.review.gaps import Gap, read_gap
from briefmaker.review.versions import Span


def said(spans: Sequence[Span]) -> str:
    """Give the words of spans."""
    return "".join(span.text for span in spans).strip()


def read(text: str, fixed: list[str], *, is_before_first: bool = False) -> tuple[str, list[str], str, str]:
    """Read a gap and give its words."""
    gap = read_gap([Span(text)], fixed, list(range(1, len(fixed))), is_before_first=is_before_first)
    return said(gap.before), [said(spans) for _, spans in gap.between], said(gap.behind), gap.strange


@pytest.mark.parametrize(
    ("text", "fixed", "wanted"),
    [
        (", ", [", "], ("", [], "", "")),
        (" ,\u00a0 ", [", "], ("", [], "", "")),
        (" more, ", [", "], ("more", [], "", "")),
        (", even more", [", "], ("", [], "even more", "")),
        ("Lead  Ada, leads", ["Lead ", " leads"], ("", ["Ada,"], "", "")),
        (", a, b, ", [", ", ", "], ("", ["a, b"], "", "")),
        ("Label words", ["Label ", ""], ("", ["words"], "", "")),
        ("one", [""], ("", [], "one", "")),
        ("Lable words", ["Label ", ""], ("", [], "", "Lable words")),
        ("   ", ["Label "], ("", [], "", "")),
    ],
)
def test_a_gap_is_taken_apart(text: str, fixed: list[str], wanted: tuple[str, list[str], str, str]) -> None:
    """Printed words may have other blanks; what is not as it was printed is strange, and nothing of it is lost."""
    assert read(text, fixed) == wanted


def test_words_beside_an_empty_anchor_are_its_own() -> None:
    """Up to the last place where what is printed behind it stands."""
    assert read("a, b, ", [", "], is_before_first=True) == ("a, b", [], "", "")


def test_a_gap_of_a_thousand_signs_is_read_at_once() -> None:
    """A pattern that tries all ways would take for ever."""
    gap = read_gap([Span(", x" * 5000)], [", "] * 30, list(range(1, 30)))
    assert gap != Gap()
    assert read_gap([Span(", x" * 5000)], [*[", "] * 30, "absent"], list(range(1, 31))).strange
