"""Terms of two rows of synonyms, or of two scales of likelihood, stand in one brief.

What counts is where the brief itself judges: fields `likelihood`, statements, bottom lines, and sentences of other texts that
say how likely something is and are neither quoted nor somebody else's view.

Why: ICD 203 has two rows of terms and forbids to mix them; "highly likely" of the PHIA yardstick and "very likely" of ICD 203
stand for different ranges. A reader who meets both takes them for two degrees.

Wrong:

    template: meeting
    likelihood_scale: icd-203
    implications:
      - statement: The corridor opens in March.
        likelihood: likely
      - statement: Insurers leave the strait.
        likelihood: improbable   # PRB005

Right:

    template: meeting
    likelihood_scale: icd-203
    implications:
      - statement: The corridor opens in March.
        likelihood: likely
      - statement: Insurers leave the strait.
        likelihood: unlikely
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.scale_terms import Mixture, ScaleTerm, find_mixtures, gather_terms
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR, languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find the terms that do not go with the others."""
    for mixture in find_mixtures(checked, gather_terms(checked)):
        used = mixture.used
        stretch = used.term.stretch if used.term else None
        message, hint = _say(mixture, checked.brief.likelihood_scale)
        yield Finding(used.text.path, message, hint, stretch=stretch, fix=mixture.instead)


def _say(mixture: Mixture, scale: str) -> tuple[str, str]:
    own, other = _quote(mixture.used), _quote(mixture.beside)
    if mixture.is_of_scale:
        message = f"“{own}” and “{other}” are of two rows of synonyms of {scale}, which are not mixed"
    else:
        message = f"“{own}” is of another scale than “{other}”, which is of {scale} as the brief declares"
    if mixture.instead:
        return message, f"say “{mixture.instead}”, which is the same"
    return message, f"say it by a term of {scale} that goes with “{other}”"


def _quote(used: ScaleTerm) -> str:
    return used.term.quoted if used.term else used.text.words.strip()
