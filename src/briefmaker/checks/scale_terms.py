"""The terms of likelihood that a brief uses where it judges, and those among them that do not go together."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.judging_texts import ARGUING, BESIDE, JUDGING, LIKELIHOODS, REPORTING, belongs_to, is_of_others
from briefmaker.checks.likelihood_in_text import (
    LikelihoodTerm,
    find_likelihood_terms,
    words_before,
    write_as,
    write_instead,
)
from briefmaker.checks.likelihood_table import Equals, LikelihoodTable, load_likelihood_table
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.text_in_brief import TextInBrief, fold_word

_NEAR = 3


@dataclass(frozen=True, slots=True)
class ScaleTerm:
    """A use of an expression of likelihood: a term in a sentence, or all of a field ``likelihood``, which has no ``term``."""

    text: TextInBrief
    phrase: str
    line: Equals
    term: LikelihoodTerm | None = None


@dataclass(frozen=True, slots=True)
class Mixture:
    """A term that does not go with the others: one of these, and what may stand instead, where something may."""

    used: ScaleTerm
    beside: ScaleTerm
    is_of_scale: bool
    instead: str | None


@dataclass(frozen=True, slots=True)
class TermsOfBrief:
    """What a brief uses: all of it, what is of the declared scale, and the row of synonyms that is its own."""

    used: tuple[ScaleTerm, ...]
    own: tuple[ScaleTerm, ...]
    row: int
    is_one_row: bool
    """Whether the scale forbids to mix its rows."""


def gather_terms(checked: CheckedBrief) -> TermsOfBrief:
    """Give the terms of a brief.

    Its own row is that which its fields ``likelihood`` use most, then that which its texts use most, then the first used.
    """
    table, scale = load_likelihood_table(checked.language), checked.brief.likelihood_scale
    used = (*_find_in_fields(checked, table), *_find_in_texts(checked, table))
    own = tuple(each for each in used if each.line.row_of(each.phrase, scale) is not None)
    is_one_row = scale in table.words("never_mixed")
    return TermsOfBrief(used, own, _choose_row(own, scale) if own and is_one_row else 0, is_one_row)


def find_mixtures(checked: CheckedBrief, terms: TermsOfBrief) -> Iterator[Mixture]:
    """Give terms of the scale's other row, and those of other scales, in a brief that uses its own scale and row too."""
    scale = checked.brief.likelihood_scale
    rows = [each.line.row_of(each.phrase, scale) for each in terms.own]
    kept = next(
        (each for each, row in zip(terms.own, rows, strict=True) if row == terms.row or not terms.is_one_row), None
    )
    if kept is None:
        return
    for used in terms.used:
        row = used.line.row_of(used.phrase, scale)
        is_of_other_row = terms.is_one_row and row not in (None, terms.row)
        if is_of_other_row or used.line.is_of_another_scale(used.phrase, scale):
            yield Mixture(used, kept, is_of_other_row, _find_instead(checked, used, terms.row))


def _find_in_fields(checked: CheckedBrief, table: LikelihoodTable) -> Iterator[ScaleTerm]:
    """Give the fields ``likelihood``, which may hold English terms in any language."""
    english = load_likelihood_table("en")
    for text in checked.shown_texts:
        phrase = fold_word(text.words.strip())
        line = table.lines.get(phrase) or english.lines.get(phrase) if text.field in LIKELIHOODS else None
        if line is not None:
            yield ScaleTerm(text, phrase, line)


def _find_in_texts(checked: CheckedBrief, table: LikelihoodTable) -> Iterator[ScaleTerm]:
    for term in find_likelihood_terms(checked):
        if _is_own_judgement(term, table):
            yield ScaleTerm(term.text, term.found.phrase, term.line, term)


def _is_own_judgement(term: LikelihoodTerm, table: LikelihoodTable) -> bool:
    """Tell whether a term is the brief's own; where facts are told only one that is neither quoted, nor another's view."""
    if is_quoted(term.text.words, term.stretch.start):
        return False
    if belongs_to(term.text, JUDGING | BESIDE):
        return True
    if not belongs_to(term.text, REPORTING | ARGUING) or is_of_others(term.found, table):
        return False
    is_of_the_future_only = term.found.phrase.split()[-1] in table.words("of_the_future_only")
    return not is_of_the_future_only or _is_of_the_future(term, table)


def _is_of_the_future(term: LikelihoodTerm, table: LikelihoodTable) -> bool:
    before = words_before(term.found, _NEAR)
    return any(each in table.words("future") or each.endswith(tuple(table.words("future_endings"))) for each in before)


def _choose_row(own: tuple[ScaleTerm, ...], scale: str) -> int:
    rows = [each.line.row_of(each.phrase, scale) or 0 for each in own]
    in_fields = Counter(row for row, each in zip(rows, own, strict=True) if each.term is None)
    in_all = Counter(rows)
    return max(dict.fromkeys(rows), key=lambda row: (in_fields[row], in_all[row]))


def _find_instead(checked: CheckedBrief, used: ScaleTerm, row: int) -> str | None:
    scale = checked.brief.likelihood_scale
    if used.term is not None:
        return write_instead(used.term, used.line.word_of(scale, row), load_likelihood_table(checked.language))
    terms = next((each for each in checked.scales.get(scale, ()) if used.phrase in each), ())
    return write_as(terms[row], used.text.words.strip()) if len(terms) > row else None
