"""A participant has no role in the meeting.

Why: who enters a room wants to know who speaks, who decides and who writes; a title alone does not tell. This is
briefmaker's own rule.

Wrong:

    template: meeting
    participants:
      - {name: Ayşe Demir, title: Minister of Trade, side: theirs}   # STR004

Right:

    template: meeting
    participants:
      - {name: Ayşe Demir, title: Minister of Trade, side: theirs, role: principal}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule


@rule(shows=("participants.role",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find participants without a role of their own or from people.yaml."""
    for index, participant in enumerate(checked.brief.participants):
        if not participant.role:
            who = participant.name or participant.person
            hint = "add `role`, such as principal, interpreter or note-taker"
            yield Finding(f"participants[{index}].role", f"{who} has no role in the meeting", hint)
