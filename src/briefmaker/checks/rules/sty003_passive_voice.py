"""A verb is passive in a text that has to say who acts: lines to take, bottom line, objectives, what is asked, what follows.

Looked at are `bottom_line`, `summary`, `recommendation`, `key_points`, objectives, what is asked and its options, lines to take
and answers, `so_what`, and next steps. A participle that only says how something is, such as "committed" or "located", is no
passive verb; the word list `adjectival_participles` has those, and `irregular_participles` the participles that do not end in
-ed. Words in quotation marks are left alone.

Why: the passive leaves out who does it, which is what a reader who decides or speaks has to know. The US Army asks for the
active voice in its executive summaries, and the British government in its style guide.

Wrong:

    bottom_line: The corridor was closed on 3 March, and nothing has been decided.   # STY003

Right:

    bottom_line: Russia closed the corridor on 3 March, and the Council has decided nothing.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.own_words import is_own
from briefmaker.checks.passive_voice import find_passive_verbs
from briefmaker.checks.rule import rule

FIELDS = frozenset(
    {
        *("bottom_line", "summary", "recommendation", "key_points", "objectives", "decision.ask", "decision.options"),
        *(
            "agenda.objective",
            "agenda.lines_to_take",
            "agenda.if_raised.we_say",
            "implications.so_what",
            "items.so_what",
        ),
        "next_steps.action",
    }
)


@rule(shows=tuple(sorted(FIELDS)), languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find passive verbs where active ones are wanted."""
    for found in find_passive_verbs(checked, FIELDS):
        if is_own(found.text, found.stretch):
            words = found.text.quote(found.stretch)
            hint = "say who does it, as the subject of an active verb"
            yield found.text.finding(found.stretch, f"“{words}” is passive, and hides who acts", hint)
