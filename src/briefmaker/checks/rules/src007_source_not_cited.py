"""A source is listed, and nothing in the brief cites it.

A text cites it by `[@name]`, a fact under `sources`, a figure under `source`. A source that nothing cites is not printed.

Why: ICD 206 asks that sources stand with what rests on them. One that stands alone is a leftover, or the claim for which
it was added lost its citation. This is briefmaker's own rule.

Wrong:

    background: The corridor carried 34 % of exports.
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-02}   # SRC007

Right:

    background: |
      The corridor carried 34 % of exports [@report].
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-02}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule

_CITING = ("facts", "figures")


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find sources that no text, fact or figure names; where facts or figures could not be read nobody knows."""
    brief = checked.brief
    if not brief.sources or any(not path or path.startswith(_CITING) for path in checked.told):
        return
    cited = {
        each for text in checked.texts if "[@" in text.typed for citation in text.citations for each in citation.ids
    }
    cited |= {each for fact in brief.facts for each in fact.sources}
    cited |= {figure.source for figure in brief.figures.values() if figure.source is not None}
    for name in brief.sources:
        if name not in cited:
            message = f"nothing in the brief cites the source `{name}`, so it is not printed"
            hint = f"cite it where it is used, `[@{name}]`, or take it out"
            yield Finding(f"sources.{name}", message, hint, at_name=True)
