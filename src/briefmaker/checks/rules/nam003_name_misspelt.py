"""A name of a participant, or one that the glossary spells out, is nearly right and not quite.

Compared are words in capitals with the names of `participants`: other accents (Erdogan), another transliteration
(Zelensky), a letter too many, too few or swapped. A word beside a first name of somebody else, or behind an office that is
not the participant's, is left alone, and so is one in a quotation or a source. Of names of three words and more that
`glossary` spells out, one word may be nearly right.

Why: a misspelt name is what the reader, and the person named, sees first.

Wrong:

    participants:
      - {name: Volodymyr Zelenskyy, title: President, role: principal}
    bottom_line: The talks are the third this year. President Zelensky opens them.   # NAM003

Right:

    participants:
      - {name: Volodymyr Zelenskyy, title: President, role: principal}
    bottom_line: The talks are the third this year. President Zelenskyy opens them.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.known_people import NameReader, read_people
from briefmaker.checks.rule import rule
from briefmaker.checks.spelled_out import find_nearly_spelled_out
from briefmaker.checks.text_in_brief import fold_word


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find names of participants and of the glossary that are nearly right."""
    people = read_people((each.name, each.title or "") for each in checked.brief.participants if each.name)
    if people:
        reader = NameReader(people, checked.phrases("names"), _list_other_names(checked), checked.phrases("titles"))
        for each in reader.read(checked.index):
            message = f"`{each.text.quote(each.stretch)}` is nearly `{each.name}`, the name of a participant"
            fix = each.name if each.is_same_name else None
            yield each.text.finding(each.stretch, message, f"write `{each.name}`, if that is who is meant", fix)
    for near in find_nearly_spelled_out(checked.index, checked.brief.glossary.values()):
        message = f"`{near.text.quote(near.stretch)}` is `{near.word}` in the glossary: {near.name}"
        yield near.text.finding(near.stretch, message, "write the name as the glossary does, or mend the glossary")


def _list_other_names(checked: CheckedBrief) -> set[str]:
    """Give the words that are names in their own right: of people who wrote and clear the brief, and the house's own."""
    brief = checked.brief
    names = [each.name for each in (brief.contact, brief.prepared_by) if each]
    names += [each.by for each in brief.clearances if each.by]
    house = {word for name, variants in checked.settings.names.items() for word in (name, *variants)}
    return {fold_word(word) for name in names for word in name.split()} | {fold_word(word) for word in house}
