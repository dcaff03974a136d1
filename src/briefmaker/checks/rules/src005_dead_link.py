"""An address in the brief answers no more.

Addresses of sources and of links in texts are asked, and only when `briefmaker check --online` says so. Dead is one that
answers 404 or 410, or whose host has no address any more. One that wants a password, is busy or fails otherwise may be
well for a reader; such answers, and lasting redirects, are told beside the findings.

Why: what was cited has to be found by who reads it later. ISO 690 asks for the address and the day on which it was read
because addresses die.

Wrong:

    background: |
      The corridor carried 34 % of exports [@report].
    sources:
      report:
        title: Report on the corridor
        publisher: Ministry of Trade
        date: 2025-10-02
        url: https://gone.example.int/report   # SRC005
        accessed: 2025-10-20

Right:

    background: |
      The corridor carried 34 % of exports [@report].
    sources:
      report:
        title: Report on the corridor
        publisher: Ministry of Trade
        date: 2025-10-02
        url: https://archive.example.int/report
        accessed: 2025-10-20
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.links import find_addresses
from briefmaker.checks.rule import rule
from briefmaker.model.answers import Life


@rule(needs_answers=True)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find addresses that are dead by the answers that the network gave."""
    answers = checked.answers or {}
    for found in find_addresses(checked.brief, checked.texts):
        answer = answers.get(found.address)
        if answer is not None and answer.life is Life.DEAD:
            message = f"`{found.address}` answers no more: {answer.said}"
            hint = "look for where it stands now, or cite an archived copy"
            yield Finding(found.path, message, hint, typed=found.typed)
