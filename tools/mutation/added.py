"""Faults that are added: a sentence that no brief should have, put at the end of a text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tools.mutation.brief_text import BriefText
from tools.mutation.fault import Edit, Fault, Kind, Planting

_REPORTS = r"agenda\.(background|issue)|items\.text|sections\.text|background|considerations|summary"
_ANY = _REPORTS + r"|agenda\.(our_position|their_position)|participants\.approach"
_DATED = re.compile(
    r"\b(?:1|2)\d{3}\b|\d (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_LONG_SENTENCE = 10
_SHORT_NAME = 5
_SPOKEN = r"agenda\.lines_to_take|agenda\.if_raised\.we_say|implications\.so_what|items\.so_what|objectives"


def add(code: str, fields: str, *sentences: str) -> Planting:
    """Give the planting of one of some sentences, in turn, at the end of each text in some fields."""

    def plant(brief: BriefText) -> Iterator[Fault]:
        for turn, (_, end) in enumerate(brief.list_prose(fields)):
            yield Fault(brief, code, (Edit(end, end, f" {sentences[turn % len(sentences)]}"),))

    return plant


def leave_assistant_phrase(brief: BriefText) -> Iterator[Fault]:
    """Take the declaration of how the brief was drafted away, and leave what an assistant wrote to whom it helped."""
    declared = next(spot for spot in brief.spots if spot.path == "drafted_with")
    hidden = Edit(declared.key, brief.block_end(declared), "")
    for _, end in brief.list_prose(_ANY):
        yield Fault(brief, "SRC006", (hidden, Edit(end, end, " I hope this helps!")))


def repeat_sentence(brief: BriefText) -> Iterator[Fault]:
    """Say a sentence of a text once more at the end of a later one."""
    texts = list(brief.list_prose(_REPORTS))
    for (first, _), (_, end) in pairwise(texts):
        sentence = brief.raw(first).rsplit("\n", 1)[-1].strip().strip('"').rsplit(". ", 1)[-1]
        if len(sentence.split("[@")[0].split()) > _LONG_SENTENCE:
            yield Fault(brief, "STR011", (Edit(end, end, f" {sentence}"),))


def write_two_titles(brief: BriefText) -> Iterator[Fault]:
    """Give a participant whose title is known another one in a text; other texts that have the known one are told too."""
    others = {"Secretary General": "President", "President": "Secretary General"}
    people = [
        (brief.value(f"{spot.path[:-5]}.title"), _list_surnames(spot.value))
        for spot in brief.find(r"participants\.name")
    ]
    known = [(others[title], name) for title, name in people if title in others]
    for (_, end), (title, name) in zip(brief.list_prose(_ANY), known * 20, strict=False):
        other_places = re.finditer(rf"(?:{'|'.join(others)}) {name}\b", brief.text)
        also = tuple(("NAM002", found.start()) for found in other_places)
        yield Fault(brief, "NAM002", (Edit(end, end, f" {title} {name} took the chair."),), also=also)


def _list_surnames(name: str) -> str:
    """Give the last word of a name, or where a particle stands before it, what stands around that: Lula da Silva."""
    words = name.split()
    particle = next((at for at, word in enumerate(words) if word.islower()), 0)
    return " ".join(words[particle - 1 :])


def restate_fact(brief: BriefText) -> Iterator[Fault]:
    """State what the brief keeps as a fact, with a number that is near the fact's and another one."""
    texts = list(brief.list_prose(_REPORTS))
    for spot in brief.find(r"facts\.value"):
        fact = spot.path[:-6]
        words = [word for word in brief.value(f"{fact}.id").split("-") if not word.isdigit()]
        unit = brief.value(f"{fact}.unit")
        if re.fullmatch(r"\d+\.\d+", spot.value) and unit:
            _, end = texts[len(texts) // 2]
            stated = f" The {' '.join(words)} is put at {float(spot.value) * 1.1:.2f} {unit}."
            yield Fault(brief, "NUM005", (Edit(end, end, stated),))


def leave_year_out(brief: BriefText) -> Iterator[Fault]:
    """Give a statistic at the end of a paragraph that has no date."""
    for spot, end in brief.list_prose(_REPORTS):
        if not _DATED.search(brief.text[brief.line_start(end) : end].replace(spot.path, "")):
            yield Fault(brief, "NUM002", (Edit(end, end, " Unemployment stands at 7.4 %."),))


def misspell_name(brief: BriefText) -> Iterator[Fault]:
    """Name a participant with one letter too few."""
    names = [spot.value.split() for spot in brief.find(r"participants\.name")]
    long = [(name[0], name[-1]) for name in names if len(name[-1]) > _SHORT_NAME and "." not in name[0]]
    for (_, end), (first, last) in zip(brief.list_prose(_ANY), long * 20, strict=False):
        wrong = f"{last[:2]}{last[3:]}"
        yield Fault(brief, "NAM003", (Edit(end, end, f" {first} {wrong} took the chair."),))


KINDS = (
    Kind(
        "guess told as a report",
        add("PRB003", _REPORTS, "They would have discussed the timetable.", "They must have felt the pressure."),
    ),
    Kind(
        "recently, with no date",
        add("DAT004", _REPORTS, "The ministry recently raised the levy.", "The port is currently closed."),
    ),
    Kind(
        "fact that holds no more",
        add("DAT005", _ANY, "NATO has 30 members.", "Jens Stoltenberg is Secretary General of NATO."),
    ),
    Kind("date in figures", add("DAT007", _ANY, "The levy falls on 03/04/2025.", "The vote is on 5/6/2026.")),
    Kind(
        "placeholder left",
        add("STR010", _ANY, "The chair is [insert name].", "Exports rose by XX %.", "The venue is TBC."),
    ),
    Kind("acronym not spelled out", add("STY002", _ANY, "The QFRB meets in June 2026.", "Ask the ZKPD for its view.")),
    Kind(
        "passive in a line",
        add("STY003", _SPOKEN, "The timetable was agreed.", "A report will be published in May 2026."),
    ),
    Kind("jargon", add("STY004", _ANY, "We leverage synergies.", "We will leverage the platform going forward.")),
    Kind("chatty words", add("STY005", _ANY, "It is basically done.", "There is a lot of work left.")),
    Kind("contraction", add("STY005", _ANY, "It’s not over.", "They don’t agree.")),
    Kind("straight apostrophe", add("STY006", _ANY, "The minister's text is ready.", "The port's fees rise.")),
    Kind("hyphen as dash", add("STY006", _ANY, "One thing is missing - a date.", "One thing is missing -- a date.")),
    Kind(
        "two spellings of a name",
        add("NAM001", _ANY, "Kyiv answered first, and Kiev then fell silent.", "Turkey agrees with Türkiye."),
    ),
    Kind("two titles of one person", write_two_titles),
    Kind("name misspelt", misspell_name),
    Kind(
        "figure without unit",
        add("NUM001", _REPORTS, "Spending rose to 3.4 in 2024.", "Investment fell to 2.7 in 2023."),
    ),
    Kind("statistic without year", leave_year_out),
    Kind("fact restated otherwise", restate_fact),
    Kind(
        "total altered",
        add(
            "NUM003",
            _REPORTS,
            "In 2024 the force had 120 police and 85 civilians, 215 in total.",
            "The sum is 980 + 608 = 1,590.",
        ),
    ),
    Kind(
        "share altered",
        add(
            "NUM004",
            _REPORTS,
            "In 2024 the fund paid 845 of 1,588 projects (60.18 %).",
            "In 2023, 30 of 120 ships (35 %) came back.",
        ),
    ),
    Kind(
        "link without words",
        add("ACC004", _ANY, "See [here](https://example.org/report).", "Read [this link](https://example.org/a)."),
    ),
    Kind(
        "likelihood and confidence in one sentence",
        add("PRB006", "bottom_line|" + _ANY, "We judge with high confidence that a deal is likely."),
    ),
    Kind("an assistant’s phrase", leave_assistant_phrase),
    Kind("sentence repeated", repeat_sentence),
    Kind("acronym not spelled out, French", add("STY002", _ANY, "Le QFRB se réunit en juin 2026."), ("fr",)),
    Kind(
        "guess told as a report, French",
        add("PRB003", _REPORTS, "Ils auraient sans doute discuté du calendrier."),
        ("fr",),
    ),
    Kind("recently, French", add("DAT004", _REPORTS, "Le ministère a récemment relevé la taxe."), ("fr",)),
)
