"""Likelihood: a term of the brief's scale, in the brief's language, with its range."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief, Implication, Item
from briefmaker.reading.suggest import did_you_mean, list_words, suggest
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.shipped_data import load_shipped, names_of_shipped


@dataclass(frozen=True, slots=True)
class LikelihoodRow:
    """One row of a scale: its ends in percent, the label that prints its range, its terms by language."""

    low: int
    high: int
    form: str
    terms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LikelihoodScale:
    """A scale of likelihood terms, lowest first."""

    name: str
    rows: tuple[LikelihoodRow, ...]


def load_scale(name: str) -> LikelihoodScale | None:
    """Give the scale of that name (``icd-203``, ``phia``), or None."""
    data = load_shipped("likelihood_scales", name)
    if data is None:
        return None
    return LikelihoodScale(data["name"], tuple(_make_row(**row) for row in data["rows"]))


def _make_row(low: int, high: int, form: str = "range", **terms: list[str]) -> LikelihoodRow:
    return LikelihoodRow(low, high, form, {language: tuple(own) for language, own in terms.items()})


def find_term(scale: LikelihoodScale, term: str, language: str) -> tuple[str, LikelihoodRow] | None:
    """Give the term in the brief's language with its row; None for a term that the scale has not.

    A brief may use its own language's term or the English one; the English one is printed translated.
    """
    wanted, in_english = _normalise(term, language), _normalise(term, "en")
    for row in scale.rows:
        own = row.terms.get(language, row.terms["en"])
        for each in own:
            if wanted == _normalise(each, language):
                return each, row
        if in_english in row.terms["en"]:
            return own[min(row.terms["en"].index(in_english), len(own) - 1)], row
    return None


def _normalise(term: str, language: str) -> str:
    """Give a term in small letters; an accent may have been typed as a character of its own."""
    composed = unicodedata.normalize("NFC", term)
    if language == "tr":
        composed = composed.replace("I", "ı").replace("İ", "i")  # Turkish has an i with and one without a dot
    return " ".join(composed.lower().split())


def check_likelihoods(
    brief: Brief, scale: LikelihoodScale | None, language: str, places: Places
) -> Iterator[Diagnostic]:
    """Give what is wrong: a scale that is not known, a term that the scale has not."""
    if scale is None:
        known = names_of_shipped("likelihood_scales")
        message = f"there is no likelihood scale `{brief.likelihood_scale}`"
        hint = did_you_mean(brief.likelihood_scale, known, f"choose {list_words(known)}")
        yield places.finding(Code.LIKELIHOOD_UNKNOWN, "likelihood_scale", message, hint)
        return
    for path, term in _iterate_terms(brief):
        if find_term(scale, term, language) is None:
            yield _unknown_term(path, term, scale, language, places)


def _iterate_terms(brief: Brief) -> Iterator[tuple[str, str]]:
    judgements: dict[str, tuple[Implication | Item, ...]] = {"implications": brief.implications, "items": brief.items}
    for name, entries in judgements.items():
        for index, entry in enumerate(entries):
            if entry.likelihood is not None:
                yield f"{name}[{index}].likelihood", entry.likelihood


def _unknown_term(path: str, term: str, scale: LikelihoodScale, language: str, places: Places) -> Diagnostic:
    terms = [each for row in scale.rows for each in row.terms.get(language, row.terms["en"])]
    typed = _normalise(term, language)
    near = [each for each in terms if _is_misspelling(typed, each)]
    hint = did_you_mean(typed, near, f"choose {list_words(terms, len(terms))}")
    return places.finding(
        Code.LIKELIHOOD_UNKNOWN, path, f"`{shorten(term)}` is no term of the scale {scale.name}", hint
    )


def _is_misspelling(typed: str, term: str) -> bool:
    """Tell whether a term may be meant by what was typed: word for word nearly the same, and not the contrary of it."""
    words, others = typed.split(), term.split()
    return len(words) == len(others) and all(
        suggest(word, [other]) and not _is_contrary(word, other) for word, other in zip(words, others, strict=True)
    )


def _is_contrary(word: str, other: str) -> bool:
    """Tell whether one word is the other with a prefix: likely and unlikely, probable and improbable."""
    shorter, longer = sorted((word, other), key=len)
    return len(longer) > len(shorter) and longer.endswith(shorter)
