"""Sections into fields: each heading to what places it, and whatever fits no field kept under its own heading, in order."""

from collections.abc import Iterable

from briefmaker.review.importing import agenda, entries, head, people
from briefmaker.review.importing.blocks import Block, TextBlock, plain
from briefmaker.review.importing.draft import Draft, Handler, Rich, sureness_of
from briefmaker.review.importing.field_words import Sureness, find_kind, find_label
from briefmaker.review.importing.rich_blocks import tidy
from briefmaker.review.importing.sections import Section, embolden
from briefmaker.review.importing.text_values import has_list, write_text
from briefmaker.review.markdown import write_short
from briefmaker.view.labels import load_labels

RICH = ("bottom_line", "summary", "issue", "background", "considerations", "recommendation")


def place_all(draft: Draft, sections: Iterable[Section]) -> None:
    """Put a document's sections into the draft, in their order."""
    for section in sections:
        _place(draft, section)


def _place(draft: Draft, section: Section) -> None:
    if not section.label:
        _keep(draft, section)
        return
    handler = _HANDLERS.get(section.concept)
    if section.known is None and agenda.is_agenda_item(section) and draft.is_shown("agenda"):
        agenda.place_item(draft, section)
    elif handler is not None:
        _place_known(draft, section, handler)
    else:
        _place_unknown(draft, section)


def _place_known(draft: Draft, section: Section, handler: Handler) -> None:
    """Put a section by its heading; sections below it with a field of their own go there."""
    own = [] if section.concept in _WHOLE else [each for each in section.children if _has_own_field(each, section)]
    section.children = [each for each in section.children if each not in own]
    has_words = bool(section.words())
    count = len(draft.told)
    is_lone = not has_words and not own and find_label(section.label) is None
    if is_lone or (has_words and not (_is_printed(draft, section.concept) and handler(draft, section))):
        _keep(draft, section)  # a heading that says more than its label, with nothing under it, is text itself
    if all(each.label != section.label for each in draft.told[count:]):
        draft.beside.append(section.label)
    place_all(draft, own)


def _is_printed(draft: Draft, concept: str) -> bool:
    """Tell whether readers see what a heading's field holds; where they see no section either, it may stand there as well."""
    field = _PRINTED.get(concept, "")
    return not field or draft.is_shown(field) or not (draft.is_shown("sections") or draft.is_shown("annexes"))


def _has_own_field(child: Section, parent: Section) -> bool:
    is_sure = child.known is not None and child.known.sure >= Sureness.LIKELY
    return is_sure and child.concept in _HANDLERS and child.concept != parent.concept


def _place_unknown(draft: Draft, section: Section) -> None:
    """Keep a section that we do not know; of one that only groups others, the others are placed."""
    if not draft.is_shown("annexes") and draft.is_shown("agenda") and section.body and has_list(section.body):
        agenda.place_item(
            draft, section, Sureness.GUESS
        )  # a card of speaking points has a topic over each group of them
        return
    if not any(_is_known(each) for each in section.children):
        _keep(draft, section)
        return
    children, section.children = section.children, []
    if section.words():
        _keep(draft, section)
    else:
        draft.beside.append(section.label)
    place_all(draft, children)


def _is_known(section: Section) -> bool:
    return section.concept in _HANDLERS or agenda.is_agenda_item(section) or any(map(_is_known, section.children))


def _keep(draft: Draft, section: Section) -> None:
    """Keep what fits no field under its heading: as a section where the heading is that of a field, else as an annex."""
    text = write_text(section.all_blocks())
    if not text and not section.label:
        return
    if not text:
        if find_kind(section.label) or section.concept == "scene_setter":
            draft.beside.append(section.label)
            return
        text = Rich("–")
    is_field = section.known is not None and section.known.sure >= Sureness.LIKELY
    if is_field and draft.is_shown("sections") and section.concept != "annex":
        heading = write_short(tidy(section.heading))
        known = draft.data.setdefault("sections", [])
        known.append({"heading": heading, "text": text})
        why = f"the template has no field for `{section.concept}`, or the text does not fit it"
        draft.tell_section(("sections", len(known) - 1), section, sureness_of(section, Sureness.LIKELY), why)
        return
    known = draft.data.setdefault("annexes", [])
    title = write_short(tidy(section.heading)) if section.label else _name_rest(draft)
    known.append({"title": title, "text": text})
    sure = sureness_of(section, Sureness.LIKELY) if section.concept == "annex" else Sureness.GUESS
    draft.tell_section(
        ("annexes", len(known) - 1), section, sure, "" if section.concept == "annex" else "not recognised"
    )


def _name_rest(draft: Draft) -> str:
    """Give a heading for text that has none, in the language of the brief, since it is printed."""
    language = str(draft.data.get("language", "en")).partition("-")[0]
    return str((load_labels(language) or load_labels("en") or {})["other_matters"])


def _place_rich(draft: Draft, section: Section) -> bool:
    """Put a text of several paragraphs; a second one of its kind follows the first, under its own heading in bold."""
    field = section.concept
    blocks: tuple[Block, ...] = section.all_blocks()
    if not draft.is_shown(field):
        return False
    if field in draft.data:
        text = write_text((TextBlock(embolden(section.heading)), *blocks))
        draft.data[field] = Rich(f"{draft.data[field]}\n\n{text}")
        draft.tell_section((field,), section, Sureness.LIKELY, "a second text of its kind")
    else:
        draft.put((field,), write_text(blocks), sureness_of(section), section.label, section.why)
    return True


def _place_recommendation(draft: Draft, section: Section) -> bool:
    return _place_rich(draft, section) or head.place_decision(draft, section)


def _place_logistics(draft: Draft, section: Section) -> bool:
    if not draft.is_shown("meeting.logistics") or draft.has("meeting", "logistics"):
        return False
    text = write_text(section.all_blocks())
    draft.put(("meeting", "logistics"), text, sureness_of(section), section.label, section.why)
    return True


def _place_scene_setter(draft: Draft, section: Section) -> bool:
    """Put a scene setter where the template has a place for the whole in a few sentences."""
    for field in ("summary", "background"):
        if draft.is_shown(field) and field not in draft.data:
            text = write_text(section.all_blocks())
            draft.put((field,), text, sureness_of(section, Sureness.LIKELY), section.label, section.why)
            return True
    return False


def _place_key_points(draft: Draft, section: Section) -> bool:
    if draft.is_shown("key_points") and not section.children:
        return entries.place_lines_of(draft, section, ("key_points",), _sure_of_lines(section))
    return agenda.place_lines(draft, section)


def _place_lines_to_take(draft: Draft, section: Section) -> bool:
    if agenda.place_lines(draft, section):
        return True
    is_shown = draft.is_shown("key_points") and not section.children
    return is_shown and entries.place_lines_of(draft, section, ("key_points",), Sureness.LIKELY)


def _place_objectives(draft: Draft, section: Section) -> bool:
    if not draft.is_shown("objectives") or section.children:
        return False
    return entries.place_lines_of(draft, section, ("objectives",), _sure_of_lines(section))


def _sure_of_lines(section: Section) -> Sureness:
    blocks = [each for each in section.body if not isinstance(each, TextBlock) or plain(each.inlines)]
    is_list = all(isinstance(each, TextBlock) and each.is_in_list for each in blocks)
    return Sureness.CERTAIN if is_list else Sureness.LIKELY


def _place_annexes(draft: Draft, section: Section) -> bool:
    """Keep annexes: each under its own heading where they have some."""
    if not section.children or section.body:
        return False
    draft.beside.append(section.label)
    for child in section.children:
        _keep(draft, child)
    return True


# What a heading's sections below belong to as a whole, whatever they are called.
_WHOLE = frozenset(
    ("agenda", "lines_to_take", "if_raised", "participants", "biography", "annex", "avoid", "key_points", "sources")
)

# What a template has to show for a heading's words to be printed; the handlers of others look themselves.
_PRINTED = {
    **{each: each for each in ("participants", "implications", "next_steps", "clearances", "glossary")},
    "biography": "participants", "when": "meeting.start",
}  # fmt: skip

_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(RICH, _place_rich),
    **dict.fromkeys(("purpose", "place", "kind", "press", "interpreter"), head.place_meeting_line),
    **dict.fromkeys(("to", "through", "copies"), head.place_names),
    **dict.fromkeys(("prepared_by", "contact"), head.place_contact),
    **dict.fromkeys(("objectives", "objective"), _place_objectives),
    "title": head.place_title,
    "reference": head.place_reference,
    "date": head.place_date,
    "as_of": head.place_as_of,
    "when": head.place_when,
    "last_met": head.place_last_met,
    "logistics": _place_logistics,
    "decision": head.place_decision,
    "decision_by": head.place_decision_by,
    "recommendation": _place_recommendation,
    "scene_setter": _place_scene_setter,
    "key_points": _place_key_points,
    "lines_to_take": _place_lines_to_take,
    "if_raised": agenda.place_exchanges,
    "avoid": agenda.place_avoid,
    "agenda": agenda.place_agenda,
    "participants": people.place_participants,
    "biography": people.place_biographies,
    "programme": entries.place_programme,
    "implications": entries.place_implications,
    "next_steps": entries.place_next_steps,
    "clearances": entries.place_clearances,
    "glossary": entries.place_glossary,
    "sources": entries.place_sources,
    "drafted_with": head.place_drafted_with,
    "annex": _place_annexes,
}
