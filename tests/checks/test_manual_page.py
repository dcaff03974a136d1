"""A rule's page is read from its docstring, and one that lacks a part is seen."""

import pytest

from briefmaker.checks.manual_page import read_manual_page

PAGE = """Something is
wrong.

It is so where it is.

Why: it matters
(ISO 1).

Wrong:

    title: x
      y

Right:

    title: z
"""


def test_the_parts_of_a_page() -> None:
    """Summary in one line, what and why as they stand, examples without their indentation."""
    page = read_manual_page(PAGE)
    assert (page.summary, page.what) == ("Something is wrong.", "It is so where it is.")
    assert page.why == "it matters\n(ISO 1)."
    assert (page.wrong, page.right) == ("title: x\n  y\n", "title: z\n")


@pytest.mark.parametrize("part", ["Why", "Wrong", "Right"])
def test_a_missing_part_is_named(part: str) -> None:
    """So that no rule goes without its reference and its examples."""
    with pytest.raises(ValueError, match=part.lower()):
        read_manual_page(PAGE.replace(f"{part}:", f"{part}."))
