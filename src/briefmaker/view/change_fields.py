"""What each field of a brief is called when readers are told that it changed: the label that stands beside it on a page."""

from briefmaker.view.labels import Labels

# The label of each field; fields without one are told by the entry or the part that they stand in.
_LABELS = {
    "title": "change_title",
    "date": "date",
    "as_of": "date",
    "timezone": "when",
    "home_timezone": "when",
    "likelihood_scale": "likelihood",
    "translation_of": "translation",
    "drafted_with": "drafting",
    "prepared_by": "from",
    "prepared_by.unit": "unit",
    "prepared_by.email": "email",
    "prepared_by.phone": "telephone",
    "contact.unit": "unit",
    "contact.email": "email",
    "contact.phone": "telephone",
    "decision.ask": "ask",
    "decision.options": "options",
    "decision.by": "decision_by",
    "decision.because": "decision_by",
    "meeting.start": "when",
    "meeting.end": "when",
    "meeting.place": "where",
    "meeting.kind": "format",
    "meeting.interpreter": "interpretation",
    "participants.address_as": "addressed_as",
    "agenda.minutes": "time_set",
    "meeting.programme.minutes": "time_set",
    "implications.statement": "judgement",
    "items": "in_this_issue",
    "items.judgement": "we_judge",
    "facts": "figures",
    "figures.source": "data_source",
    "annexes": "annex",
}
# Of these the last name alone would be a label of something else.
_UNNAMED = frozenset(
    (
        "meeting",
        "sections",
        "agenda.topic",
        "meeting.programme.step",
        "sections.heading",
        "sections.text",
        "decision.options.recommended",
        "decision.options.text",
        "facts.unit",
        "figures.unit",
        "figures.x",
        "figures.y",
        "figures.rows",
        "participants.role",
    )
)


def name_field(field: str, labels: Labels) -> str:
    """Give what a field such as ``agenda.lines_to_take`` is called in the language of the labels; empty for no name."""
    field = field.removesuffix(".handling")
    if field in _UNNAMED:
        return ""
    key = _LABELS.get(field, field.rpartition(".")[2])
    label = labels.get(key, "")
    # One with words to fill in is a sentence, and no name.
    return label if isinstance(label, str) and "{" not in label else ""
