"""Terms of two rows or two scales are found in fields and in texts, each with its equal in the row that the brief uses."""

import pytest
from tests.checking import check_text, places_of

CODE = "PRB005"


def judgements(*terms: str, language: str = "en-GB", scale: str = "icd-203") -> str:
    """Give lines with one judgement for each term."""
    entries = "".join(f"  - {{statement: One., likelihood: {term}}}\n" for term in terms)
    return f"language: {language}\nlikelihood_scale: {scale}\nimplications:\n{entries}"


@pytest.mark.parametrize(
    ("terms", "language", "expected"),
    [
        (("likely", "very unlikely", "improbable"), "en-GB", {"implications[2].likelihood": "unlikely"}),
        (("likely", "improbable", "probable"), "en-GB", {"implications[0].likelihood": "probable"}),
        (("likely", "improbable"), "en-GB", {"implications[1].likelihood": "unlikely"}),
        (("roughly even odds", "likely", "likely"), "en-GB", {"implications[0].likelihood": "roughly even chance"}),
        (("Remote", "likely", "likely"), "en-GB", {"implications[0].likelihood": "Almost no chance"}),
        (("probable", "quasi certain", "peu probable"), "fr", {"implications[1].likelihood": "presque certain"}),
        (("likely", "improbable", "very likely"), "fr", {"implications[1].likelihood": "peu probable"}),
    ],
)
def test_the_row_that_most_fields_use_is_the_briefs_own(
    terms: tuple[str, ...], language: str, expected: dict[str, str]
) -> None:
    """Or else the first; the other row's term gets its equal, also for a term in English."""
    found = check_text(judgements(*terms, language=language), CODE)
    assert {each.path: each.fix.text for each in found if each.fix} == expected
    assert len(found) == len(expected)


def test_phia_offers_two_words_for_one_thing() -> None:
    """They are one row."""
    assert check_text(judgements("likely", "probable", scale="phia"), CODE) == ()


def test_another_scales_term_is_found_in_a_text() -> None:
    """At its words, with what the brief's own scale has for it."""
    lines = judgements("very likely") + "bottom_line: |\n  Offer a date.\n  Oslo is highly unlikely to object.\n"
    (found,) = check_text(lines, CODE)
    assert (found.span.line, found.span.column) == (7, 11)
    assert found.fix is not None
    assert found.fix.text == "very unlikely"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oslo is likely to object.", None),
        ("It is likely that Oslo objects.", "probable"),
        ("A veto is likely.", "probable"),
        ("Prices likely fall.", None),
    ],
)
def test_likely_gives_way_to_probable_only_where_the_sentence_stays_right(sentence: str, expected: str | None) -> None:
    """Nobody says that Oslo is probable to object."""
    found = check_text(judgements("probable") + f"bottom_line: {sentence}\n", CODE)
    assert [each.fix and each.fix.text for each in found] == [expected]


def test_no_fix_spoils_a_sentence() -> None:
    """There are no roughly even chance, and nothing unlikely survives."""
    lines = judgements("likely") + "bottom_line: There are roughly even odds. The bill improbably survives.\n"
    assert [each.fix for each in check_text(lines, CODE)] == [None, None]


def test_what_only_describes_a_thing_or_is_quoted_is_no_term() -> None:
    """The probable cause, and what somebody else holds."""
    lines = judgements("likely") + (
        "agenda:\n  - topic: One\n    background: |\n      The probable cause is rust. A daily says a deal is improbable.\n"
        "      The report calls it “highly probable”.\n"
    )
    assert places_of(check_text(lines, CODE), CODE) == []
