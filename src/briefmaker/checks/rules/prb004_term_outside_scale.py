"""A judgement hedges by a word that is no term of the brief's scale: might, could, perhaps, undoubtedly, there is a chance.

It looks at statements, at judgements of weekly entries and at bottom lines, and in `so_what` at words that only hedge.
`may` and `could` that give leave or offer a choice are none of it. A term of another scale is told by PRB005 where the
brief uses its own scale too.

Why: ICD 203 and the PHIA yardstick tie each term to a range in percent. "Might" stands for anything from 5 to 95; readers put
it where they wish.

Wrong:

    template: meeting
    bottom_line: The corridor might open in March.   # PRB004

Right:

    template: meeting
    bottom_line: The corridor is likely to open in March.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.hedges import find_hedges
from briefmaker.checks.judging_texts import ADVICE, JUDGING, Told, belongs_to
from briefmaker.checks.likelihood_in_text import LikelihoodTerm, find_likelihood_terms, write_instead
from briefmaker.checks.likelihood_table import load_likelihood_table
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.rule import rule
from briefmaker.checks.scale_terms import find_mixtures, gather_terms
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, fold_word


@rule(shows=("implications", "items", "bottom_line"), languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find hedges, and expressions of likelihood that the declared scale has not."""
    scale = checked.brief.likelihood_scale
    if not load_likelihood_table(checked.language).has_scale(scale):
        return
    told = Told()
    outside = []
    for term in find_likelihood_terms(checked):
        told.add(term.text, term.stretch)
        outside += [term] if _is_outside(term, scale) else []
    yield from _tell_terms(checked, outside)
    for text, stretch in find_hedges(checked):
        if (
            _is_weighed(checked, text, stretch)
            and not is_quoted(text.words, stretch.start)
            and not told.covers(text, stretch)
        ):
            yield _tell(text, stretch, scale, None)


def _is_weighed(checked: CheckedBrief, text: TextInBrief, stretch: Stretch) -> bool:
    """Tell whether a hedge judges: what follows from a judgement advises too, and there may and could offer a choice."""
    if belongs_to(text, JUDGING):
        return True
    return belongs_to(text, ADVICE) and checked.phrases("hedges").entries.get(fold_word(text.quote(stretch)), "") in (
        "",
        "doing",
    )


def _tell_terms(checked: CheckedBrief, outside: list[LikelihoodTerm]) -> Iterator[Finding]:
    """Give expressions that the scale has not, but for those that are mixed with its own."""
    if not outside:
        return
    table, scale = load_likelihood_table(checked.language), checked.brief.likelihood_scale
    terms = gather_terms(checked)
    mixed = {(each.used.text.path, each.used.term.stretch) for each in find_mixtures(checked, terms) if each.used.term}
    for term in outside:
        if (term.text.path, term.stretch) not in mixed:
            instead = write_instead(term, term.line.word_of(scale, terms.row), table)
            yield _tell(term.text, term.stretch, scale, instead)


def _is_outside(term: LikelihoodTerm, scale: str) -> bool:
    is_judging = belongs_to(term.text, JUDGING) and not is_quoted(term.text.words, term.stretch.start)
    return is_judging and term.line.row_of(term.found.phrase, scale) is None


def _tell(text: TextInBrief, stretch: Stretch, scale: str, instead: str | None) -> Finding:
    message = f"“{text.quote(stretch)}” is no term of the scale {scale}"
    if instead:
        return text.finding(stretch, message, f"say “{instead}”, which is the same", fix=instead)
    return text.finding(stretch, message, f"say how likely it is by a term of {scale}, or say it as a fact")
