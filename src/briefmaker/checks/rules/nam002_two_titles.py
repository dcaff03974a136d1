"""One person has two titles that do not go together.

Compared are titles before a name in texts, or behind it after a comma, and the titles of participants. A minister may be
called foreign minister, and a general doctor; a president who is elsewhere prime minister is found. Titles with former,
then, outgoing or acting before them are of another time, as are those in a sentence with an earlier year, or that tells of
an appointment. People with one surname and different first names are two people.

Why: the reader will address somebody by it, and the wrong title is the first thing that is heard.

Wrong:

    participants:
      - {name: Mark Rutte, title: Secretary General, role: principal}
    bottom_line: The talks are the third this year. President Rutte opens them.   # NAM002

Right:

    participants:
      - {name: Mark Rutte, title: Secretary General, role: principal}
    bottom_line: The talks are the third this year. Secretary General Rutte, a former prime minister, opens them.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.phrases import Phrases
from briefmaker.checks.rule import rule
from briefmaker.checks.text_in_brief import TextInBrief, fold_word
from briefmaker.checks.titled_names import Title, TitledName, find_explained_names, find_titled_names, read_title
from briefmaker.model.people import Participant
from briefmaker.model.text import TextKind

HINT = "give the title held now, or say `former` or `then` before an earlier one"
_SEVERAL = LatePattern(r",|\band\b|&|/", re.NOFLAG)
_WITH = LatePattern(
    r"[^.;!?]*\b(?:met|meets?|succeed(?:s|ed)|replace[sd]?|defeat(?:s|ed)|beat|married|thanked|told"
    r"|asked|receive[sd]?|wrote to|and not)\s"
    r"(?:his |her |the )?(?:\w+ )?",
    re.NOFLAG,
)
_NOT_READ = LatePattern(r"sources\.|participants\.(?:name|title|address_as)", re.NOFLAG)


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find titles that do not go with another of the same person."""
    titles, year = checked.phrases("titles"), checked.brief.date.year
    known: dict[str, list[Participant]] = {}
    for participant in checked.brief.participants:
        for name in (participant.name or "").split()[-1:]:
            known.setdefault(fold_word(name), []).append(participant)
    people: dict[str, list[TitledName]] = {}
    for each in find_titled_names(checked.index, titles, year):
        if not _NOT_READ.match(each.text.field):
            people.setdefault(each.last, []).append(each)
    for each in find_explained_names(checked.index, titles, year):
        if each.last in people.keys() | known.keys() and not _NOT_READ.match(each.text.field):
            people.setdefault(each.last, []).append(each)
    yield from _compare_participants(checked.brief.participants, titles)
    for last, mentions in people.items():
        for person in _part_people(mentions, known.get(last, [])):
            yield from _compare(*person, titles)


def _compare_participants(participants: tuple[Participant, ...], titles: Phrases) -> Iterator[Finding]:
    """Find people who are listed twice, with titles that do not go together."""
    for number, each in enumerate(participants):
        own = list(_titles_of(each, titles))
        for other in participants[:number] if own and each.name else ():
            if other.name == each.name and any(
                not any(one.goes_with(two) for one in own) for two in _titles_of(other, titles)
            ):
                message = f"{each.name} is `{each.title}` here and `{other.title}` above"
                yield Finding(f"participants[{number}].title", message, HINT)


def _part_people(
    mentions: list[TitledName], participants: list[Participant]
) -> Iterator[tuple[list[TitledName], Participant | None]]:
    """Give the mentions of each person of one surname; those without a first name only where there is but one person."""
    firsts = {each.first for each in mentions if each.first}
    firsts |= {fold_word((each.name or "").split()[0]) for each in participants if len((each.name or "").split()) > 1}
    if len(firsts) <= 1:
        yield mentions, participants[0] if participants else None
        return
    for first in sorted(firsts):
        named = [each for each in participants if fold_word((each.name or "").split()[0]) == first]
        yield [each for each in mentions if each.first == first], named[0] if named else None


def _compare(mentions: list[TitledName], participant: Participant | None, titles: Phrases) -> Iterator[Finding]:
    held = list(_titles_of(participant, titles)) if participant else []
    told: dict[Title, TitledName] = {}
    for each in mentions:
        of_kind = [title for title in held if title.kind == each.title.kind]
        if participant and of_kind:
            if not any(each.title.goes_with(title) for title in of_kind):
                yield _tell(each, f"{participant.title}, the title of {participant.name}")
            continue
        other = next((first for title, first in told.items() if not title.goes_with(each.title)), None)
        if other is not None and not _are_two(other, each):
            yield _tell(each, f"`{other.text.quote(other.stretch)}` elsewhere")
        told.setdefault(each.title, each)


def _are_two(one: TitledName, other: TitledName) -> bool:
    """Tell whether a sentence has the one do something with the other: ``President Duarte met Mayor Duarte``."""
    if one.text is not other.text or one.stretch.end > other.stretch.start:
        return False
    return _WITH.fullmatch(one.text.words, one.stretch.end, other.stretch.start) is not None


def _titles_of(participant: Participant, titles: Phrases) -> Iterator[Title]:
    """Give the titles that a participant holds; of several offices in one title each, and any that ends as the first."""
    words = participant.title or ""
    for found in titles.find_in(TextInBrief("", "", TextKind.WORDS, words, {})):
        title = read_title(found)
        yield title
        if title.words.endswith("minister") and _SEVERAL.search(words, found.stretch.end):
            yield Title(title.kind, "minister")


def _tell(each: TitledName, beside: str) -> Finding:
    message = f"`{each.text.quote(each.stretch)}` does not go with {beside}"
    return each.text.finding(
        each.stretch, message, "give the title held now, or say `former` or `then` before an earlier one"
    )
