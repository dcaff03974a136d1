"""The brief judges or reports, and does not say what follows for the reader.

A brief whose kind shows implications needs one; each implication, and each entry of a weekly brief, needs its
`so_what`.

Why: analytic standard 5 of ICD 203 asks that products show their relevance to those who read them and address
implications.

Wrong:

    template: meeting
    implications:
      - statement: The corridor opens in March.   # STR003
        likelihood: likely

Right:

    template: meeting
    implications:
      - statement: The corridor opens in March.
        likelihood: likely
        so_what: Book the port inspectors now.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule

_HINT = "add `so_what`: what the reader should do or expect because of it"


@rule(shows=("implications", "items.so_what"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a brief without implications, and judgements and entries without a so-what."""
    brief = checked.brief
    if checked.shows_field("implications"):
        if not brief.implications:
            hint = "add `implications`, each with its likelihood and `so_what`"
            yield Finding("implications", "the brief does not say what may follow", hint)
        for index, implication in enumerate(brief.implications):
            if not implication.so_what:
                path = f"implications[{index}].so_what"
                yield Finding(path, "this judgement does not say what follows for the reader", _HINT)
    if checked.shows_field("items.so_what"):
        for index, item in enumerate(brief.items):
            if not item.so_what:
                yield Finding(f"items[{index}].so_what", "this entry does not say what follows for the reader", _HINT)
