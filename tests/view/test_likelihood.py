"""Likelihood: a term of the brief's scale, in the brief's language, with its range."""

import unicodedata
from itertools import pairwise

import pytest
from babel import Locale
from tests.briefs import look_at, view_text, words_of

from briefmaker.diagnostics import Code
from briefmaker.view.labels import languages_with_labels, load_labels, write_label
from briefmaker.view.likelihood import LikelihoodScale, find_term, load_scale

ICD_203 = {
    "almost no chance": "1–5 %",
    "remote": "1–5 %",
    "very unlikely": "5–20 %",
    "highly improbable": "5–20 %",
    "unlikely": "20–45 %",
    "improbable": "20–45 %",
    "roughly even chance": "45–55 %",
    "roughly even odds": "45–55 %",
    "likely": "55–80 %",
    "probable": "55–80 %",
    "very likely": "80–95 %",
    "highly probable": "80–95 %",
    "almost certain": "95–99 %",
    "nearly certain": "95–99 %",
}
PHIA = {
    "remote chance": "≤ 5 %",
    "highly unlikely": "10–20 %",
    "unlikely": "25–35 %",
    "realistic possibility": "40–<50 %",
    "likely": "55–75 %",
    "probable": "55–75 %",
    "highly likely": "80–90 %",
    "almost certain": "≥ 95 %",
}


def scale_of(name: str) -> LikelihoodScale:
    """Give one of the scales that come with briefmaker."""
    scale = load_scale(name)
    assert scale is not None
    return scale


@pytest.mark.parametrize(("name", "ranges"), [("icd-203", ICD_203), ("phia", PHIA)])
def test_the_ranges_are_those_of_the_published_scales(name: str, ranges: dict[str, str]) -> None:
    """Every English term with its range, none more and none less."""
    rows = scale_of(name).rows
    labels = load_labels("en")
    assert labels is not None
    printed = {
        term: write_label(labels, row.form, Locale("en"), low=row.low, high=row.high)
        for row in rows
        for term in row.terms["en"]
    }
    assert printed == ranges


@pytest.mark.parametrize("name", ["icd-203", "phia"])
def test_the_rows_rise_and_every_language_has_every_row(name: str) -> None:
    """As many terms in each language as in English, and none in two rows: a term has one range."""
    rows = scale_of(name).rows
    assert all(lower.high <= upper.low for lower, upper in pairwise(rows))
    assert all(0 <= row.low < row.high <= 100 for row in rows)
    for language in languages_with_labels():
        assert all(len(row.terms[language]) == len(row.terms["en"]) for row in rows)
        terms = [term for row in rows for term in row.terms[language]]
        assert len(set(terms)) == len(terms)
        assert terms == [unicodedata.normalize("NFC", term) for term in terms]
        assert len({term.lower() for term in terms}) == len(terms)
        assert language != "en" or terms == [term.lower() for term in terms]


@pytest.mark.parametrize("name", ["icd-203", "phia"])
@pytest.mark.parametrize("language", languages_with_labels())
def test_a_term_means_the_same_in_whichever_language_it_is_taken(name: str, language: str) -> None:
    """A term of the brief's own language is found in its own row, an English one in its row."""
    scale = scale_of(name)
    for row in scale.rows:
        assert [find_term(scale, term, language) for term in row.terms[language]] == [
            (term, row) for term in row.terms[language]
        ]
        found = [find_term(scale, term, language) for term in row.terms["en"]]
        assert [each[1] if each else None for each in found] == [row] * len(row.terms["en"])


@pytest.mark.parametrize("typed", ["Very likely", "  very   likely ", "VERY LIKELY"])
def test_capitals_and_blanks_do_not_matter(typed: str) -> None:
    """The term is printed as the scale has it."""
    found = find_term(scale_of("icd-203"), typed, "en")
    assert found is not None
    assert found[0] == "very likely"


def test_an_accent_typed_as_a_character_of_its_own_is_the_same() -> None:
    """Some programs copy it so."""
    found = find_term(scale_of("icd-203"), unicodedata.normalize("NFD", "très probable"), "fr")
    assert found is not None
    assert found[0] == "très probable"


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en-GB", "very likely", "very likely"),
        ("es", "very likely", "muy probable"),
        ("es-MX", "highly probable", "sumamente probable"),
        ("fr", "Très probable", "très probable"),
        ("fr", "very likely", "très probable"),
        ("tr", "ÇOK OLASI", "çok olası"),
        ("tr-TR", "very likely", "çok olası"),
    ],
)
def test_a_term_is_printed_in_the_brief_s_language_with_its_range(language: str, typed: str, printed: str) -> None:
    """Whether it was written in that language or in English."""
    view = view_text(f"language: {language}\nimplications: [{{statement: It lasts., likelihood: {typed}}}]")
    likelihood = view.implications[0].likelihood
    assert likelihood is not None
    assert words_of(likelihood.term) == printed
    assert likelihood.term.path == "implications[0].likelihood"
    assert likelihood.range == ("%80–95" if language.startswith("tr") else "80–95\u00a0%")
    assert (likelihood.low, likelihood.high) == (80, 95)


@pytest.mark.parametrize(
    ("language", "term", "printed"),
    [
        ("en-GB", "likely", "55–75\u00a0%"),
        ("en-US", "likely", "55–75%"),
        ("nl", "remote chance", "≤\u00a05%"),
        ("tr", "almost certain", "≥\u00a0%95"),
        ("de", "realistic possibility", "40–<50\u00a0%"),
    ],
)
def test_a_range_is_printed_as_its_language_writes_percentages(language: str, term: str, printed: str) -> None:
    """The sign before or behind, with or without a blank that never breaks."""
    view = view_text(f"language: {language}\nlikelihood_scale: phia\nitems: [{{title: Grain, likelihood: {term}}}]")
    (item,) = view.themes[0].items
    assert item.likelihood is not None
    assert item.likelihood.range == printed


def test_a_judgement_without_a_likelihood_has_none() -> None:
    """Nothing is guessed, and the note that explains the terms is left out."""
    view = view_text("implications: [{statement: It lasts.}]\nitems: [{title: Grain}]")
    assert view.implications[0].likelihood is None
    assert view.themes[0].items[0].likelihood is None
    assert view.scale_name == ""
    assert view_text("items: [{title: Grain, likelihood: likely}]").scale_name == "ICD 203"


@pytest.mark.parametrize(
    ("language", "typed", "hint"),
    [
        ("en-GB", "very likly", "did you mean `very likely`?"),
        ("es", "muy probale", "did you mean `muy probable`?"),
        ("en-GB", "unlikly", "did you mean `unlikely`?"),
        ("en-GB", "quite likely", "choose `almost no chance`, `remote`, `very unlikely`"),
        ("en-GB", "highly likely", "choose `almost no chance`, `remote`, `very unlikely`"),
        ("fr", "très improbable", "choose"),
        ("en-GB", "perhaps", "choose `almost no chance`, `remote`, `very unlikely`"),
    ],
)
def test_an_unknown_term_is_told_with_the_nearest(language: str, typed: str, hint: str) -> None:
    """Or with all there are; in judgements and in entries of a weekly brief."""
    viewing = look_at(
        f"""
        language: {language}
        items: [{{title: Grain, likelihood: {typed}}}]
        implications:
          - statement: It lasts.
            likelihood: {typed}
        """
    )
    assert viewing.view is None
    assert [(found.code, found.path, found.span.line) for found in viewing.diagnostics] == [
        (Code.LIKELIHOOD_UNKNOWN, "implications[0].likelihood", 5),
        (Code.LIKELIHOOD_UNKNOWN, "items[0].likelihood", 2),
    ]
    assert all(found.hint.startswith(hint) for found in viewing.diagnostics)


def test_a_term_of_the_other_scale_is_unknown() -> None:
    """Terms belong to their scale."""
    viewing = look_at("likelihood_scale: phia\nitems: [{title: Grain, likelihood: very likely}]")
    assert [found.message for found in viewing.diagnostics] == ["`very likely` is no term of the scale PHIA"]


@pytest.mark.parametrize(
    ("name", "hint"), [("icd203", "did you mean `icd-203`?"), ("mine", "choose `icd-203` or `phia`")]
)
def test_an_unknown_scale_is_told_and_its_terms_are_not(name: str, hint: str) -> None:
    """One finding, at the scale's line."""
    viewing = look_at(f"likelihood_scale: {name}\nitems: [{{title: Grain, likelihood: perhaps}}]")
    assert viewing.view is None
    (found,) = viewing.diagnostics
    assert (found.code, found.path, found.span.line, found.hint) == (
        Code.LIKELIHOOD_UNKNOWN,
        "likelihood_scale",
        1,
        hint,
    )
