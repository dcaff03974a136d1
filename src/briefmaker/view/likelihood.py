"""Likelihood: a term of the brief's scale, in the brief's language, with its range."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief
from briefmaker.view.shipped_data import load_shipped, names_of_shipped

NARROW = "\u00a0"


@dataclass(frozen=True, slots=True)
class LikelihoodRow:
    """One row of a scale: its ends in percent, its range as printed, and its terms by language."""

    low: int
    high: int
    range: str
    terms: dict[str, list[str]]


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
    return LikelihoodScale(data["name"], tuple(_make_row(dict(row)) for row in data["rows"]))


def _make_row(row: dict[str, object]) -> LikelihoodRow:
    low, high = int(str(row.pop("low"))), int(str(row.pop("high")))
    printed = str(row.pop("range", f"{low}–{high} %")).replace(" ", NARROW)
    return LikelihoodRow(low, high, printed, row)  # type: ignore[arg-type]  # what is left are the languages


def find_term(scale: LikelihoodScale, term: str, language: str) -> tuple[str, LikelihoodRow] | None:
    """Give the term in the brief's language with its row; None for a term that the scale has not.

    A brief may use its own language's term or the English one; the English one is printed translated.
    """
    wanted = " ".join(term.casefold().split())
    for row in scale.rows:
        own = row.terms.get(language, row.terms["en"])
        if wanted in own:
            return wanted, row
        if wanted in row.terms["en"]:
            return own[min(row.terms["en"].index(wanted), len(own) - 1)], row
    return None


def check_likelihoods(brief: Brief, scale: LikelihoodScale | None, language: str, places: Places) -> Iterator[Diagnostic]:
    """Give what is wrong: a scale that is not known, a term that the scale has not."""
    if scale is None:
        names = ", ".join(names_of_shipped("likelihood_scales"))
        message = f"There is no likelihood scale `{brief.likelihood_scale}`."
        yield places.finding(Code.LIKELIHOOD_UNKNOWN, "likelihood_scale", message, f"Known are: {names}.")
        return
    for path, term in _iterate_terms(brief):
        if find_term(scale, term, language) is None:
            yield _unknown_term(path, term, scale, language, places)


def _iterate_terms(brief: Brief) -> Iterator[tuple[str, str]]:
    for name, entries in (("implications", brief.implications), ("items", brief.items)):
        for index, entry in enumerate(entries):
            if entry.likelihood is not None:
                yield f"{name}[{index}].likelihood", entry.likelihood


def _unknown_term(path: str, term: str, scale: LikelihoodScale, language: str, places: Places) -> Diagnostic:
    terms = [each for row in scale.rows for each in row.terms.get(language, row.terms["en"])]
    close = get_close_matches(term.casefold(), terms, 1)
    hint = f"Did you mean `{close[0]}`?" if close else f"Its terms are: {', '.join(terms)}."
    return places.finding(Code.LIKELIHOOD_UNKNOWN, path, f"`{term}` is no term of the {scale.name} scale.", hint)
