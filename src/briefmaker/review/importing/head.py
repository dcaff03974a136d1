"""What stands at the head of a brief: whom it goes to and comes from, its day, its reference, when and where the meeting is."""

from briefmaker.model.rich_text import Run
from briefmaker.review.importing.blocks import TextBlock, plain
from briefmaker.review.importing.draft import Draft, sureness_of
from briefmaker.review.importing.entries import one_line
from briefmaker.review.importing.field_words import Sureness
from briefmaker.review.importing.sections import Section
from briefmaker.review.importing.text_values import find_date, find_times, read_contact, split_names, words_under
from briefmaker.review.markdown import write_short

_LONGEST_REFERENCE = 80
_MOST_PEOPLE = 200


def place_title(draft: Draft, section: Section) -> bool:
    """Put the subject as the title; a second one is none."""
    return not draft.has("title") and _put_line(draft, section, ("title",))


def _put_line(draft: Draft, section: Section, steps: tuple[str, ...], sure: Sureness = Sureness.CERTAIN) -> bool:
    text = one_line(section)
    if not text or draft.has(*steps):
        return False
    draft.put(steps, text, sureness_of(section, sure), section.label, section.why)
    return True


def place_reference(draft: Draft, section: Section) -> bool:
    """Put the reference as it was typed."""
    text = words_under(section.all_blocks())
    if not text or len(text) > _LONGEST_REFERENCE or draft.has("reference"):
        return False
    draft.put(("reference",), text, sureness_of(section), section.label, section.why)
    return True


def place_date(draft: Draft, section: Section) -> bool:
    """Put the day of issue; more than a day is no date."""
    return _place_day(draft, section, ("date",))


def place_as_of(draft: Draft, section: Section) -> bool:
    """Put the moment whose knowledge the brief holds."""
    return _place_day(draft, section, ("as_of",))


def place_decision_by(draft: Draft, section: Section) -> bool:
    """Put the day by which a decision is needed, where one is asked for."""
    return draft.has("decision", "ask") and _place_day(draft, section, ("decision", "by"))


def _place_day(draft: Draft, section: Section, steps: tuple[str, ...]) -> bool:
    text = words_under(section.all_blocks())
    found = find_date(text, str(draft.data.get("language", "")))
    if found is None or draft.has(*steps):
        return False
    is_whole = len(text) - (found.end - found.start) <= len("Wednesday, ")
    sure = Sureness.CERTAIN if is_whole and found.is_plain else Sureness.GUESS
    why = f"“{text}”" + ("" if found.is_plain else ": which is the day and which the month?")
    value = found.day.isoformat()
    draft.put(steps, value, sureness_of(section, sure), section.label, f"{section.why}; {why}")
    return True


def place_when(draft: Draft, section: Section) -> bool:
    """Put begin and end of the meeting, as far as they are told."""
    text = words_under(section.all_blocks())
    found = find_date(text, str(draft.data.get("language", "")))
    if found is None or draft.has("meeting", "start"):
        return False
    times = find_times(text[found.end :]) or find_times(text[: found.start])
    start = f"{found.day} {times[0]}" if times else found.day.isoformat()
    sure = Sureness.LIKELY if found.is_plain and len(times) in (1, 2) else Sureness.GUESS
    draft.put(("meeting", "start"), start, sureness_of(section, sure), section.label, f"{section.why}; “{text}”")
    if len(times) == 2 and times[1] > times[0]:  # noqa: PLR2004 - from and until
        draft.data["meeting"]["end"] = f"{found.day} {times[1]}"
    return True


def place_names(draft: Draft, section: Section) -> bool:
    """Put to whom, through whom or to whom in copy the brief goes."""
    names = split_names(section.all_blocks())
    if not names or len(names) > _MOST_PEOPLE:
        return False
    draft.extend((section.concept,), list(names), sureness_of(section), section.label, section.why)
    return True


def place_contact(draft: Draft, section: Section) -> bool:
    """Put who wrote the brief, or who can be asked: the first name, and what stands behind it as the unit."""
    steps = (section.concept,)
    contact = read_contact("\n".join(_lines(section)))
    if not contact or draft.has(*steps):
        return False
    text = words_under(section.all_blocks())
    sure = Sureness.CERTAIN if len(contact) == 1 else Sureness.LIKELY
    draft.put(steps, contact, sureness_of(section, sure), section.label, f"{section.why}; “{text}”")
    return True


def _lines(section: Section) -> list[str]:
    return [
        plain(each.inlines) if isinstance(each, TextBlock) else words_under((each,)) for each in section.all_blocks()
    ]


def place_meeting_line(draft: Draft, section: Section) -> bool:
    """Put a line of the meeting: its purpose, place, form, press or interpretation."""
    field = f"meeting.{section.concept}"
    return draft.is_shown(field) and _put_line(draft, section, ("meeting", section.concept))


def place_last_met(draft: Draft, section: Section) -> bool:
    """Put what is told of the last meeting; its day too, where the text begins with one."""
    if not draft.is_shown("meeting.last_met") or not _put_line(draft, section, ("meeting", "last_met", "outcome")):
        return False
    found = find_date(one_line(section), str(draft.data.get("language", "")))
    if found is not None and found.is_plain and found.start == 0:
        draft.data["meeting"]["last_met"]["date"] = found.day.isoformat()
    return True


def place_decision(draft: Draft, section: Section) -> bool:
    """Put what is asked of the reader on one line."""
    if not draft.is_shown("decision.ask"):
        return False
    is_one = len(section.all_blocks()) == 1
    return _put_line(draft, section, ("decision", "ask"), Sureness.CERTAIN if is_one else Sureness.GUESS)


def place_drafted_with(draft: Draft, section: Section) -> bool:
    """Put the declaration of AI drafting."""
    return _put_line(draft, section, ("drafted_with",))


def write_words(text: str) -> str:
    """Give words as a line of Markdown that says just them."""
    return write_short((Run(text),))
