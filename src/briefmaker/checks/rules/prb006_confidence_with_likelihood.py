"""One sentence gives a level of confidence and a likelihood.

Why: ICD 203 forbids it. Likelihood says how probable something is, confidence how good the grounds are for saying so; in
one sentence the reader takes the one for the other, and "high confidence" makes an even chance sound certain.

Wrong:

    template: meeting
    bottom_line: We judge with high confidence that the corridor is likely to open in March.   # PRB006

Right:

    template: meeting
    bottom_line: The corridor is likely to open in March. Our confidence in this is high.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.confidence_in_text import find_confidences
from briefmaker.checks.finding import Finding
from briefmaker.checks.likelihood_in_text import find_chances, find_likelihood_terms
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR, languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find sentences that state both."""
    confidences = list(find_confidences(checked))
    if not confidences:
        return
    likely: dict[tuple[str, int], Stretch] = {}
    places = [*((each.text, each.stretch) for each in find_likelihood_terms(checked)), *find_chances(checked)]
    for text, stretch in places:
        likely.setdefault((text.path, text.sentence_at(stretch.start).start), stretch)
    for text, stretch in confidences:
        other = likely.get((text.path, text.sentence_at(stretch.start).start))
        if other is not None:
            message = f"“{text.quote(stretch)}” and “{text.quote(other)}” stand in one sentence"
            yield text.finding(
                stretch, message, "say in one sentence how likely it is, in another how confident we are"
            )
