"""What has changed is said in the document's language, short, with what weighs most first."""

import pytest
from tests.briefs import loosen, read_text

from briefmaker.model import Brief
from briefmaker.model.house_style import DateStyle
from briefmaker.view.change_sentences import write_changes
from briefmaker.view.change_shape import ChangeKind
from briefmaker.view.changes import compare_briefs
from briefmaker.view.labels import languages_with_labels


def read(lines: str) -> Brief:
    """Read lines of YAML as a brief."""
    brief = read_text(lines).brief
    assert brief is not None
    return brief


def say(old: str, new: str, most: int = 12, style: DateStyle = DateStyle.LANGUAGE) -> list[str]:
    """Give the sentences of what has changed between two briefs."""
    changes = compare_briefs(read(old), read(new))
    return [loosen(line.words) for line in write_changes(changes, read(new), style, most=most)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "agenda: [{topic: Burden-sharing, lines_to_take: [One., We pay 2 %.]}]",
            "agenda: [{topic: Burden-sharing, lines_to_take: [One., We pay 3 %.]}]",
            "Agenda, “Burden-sharing”, Lines to take (2): “We pay 2 %.” now reads “We pay 3 %.”",
        ),
        (
            "implications: [{statement: Every ally reaches 2 %, likelihood: likely}]",
            "implications: [{statement: Every ally reaches 2 %, likelihood: very likely}]",
            "Likelihood of “Every ally reaches 2 %” moved from likely to very likely",
        ),
        (
            "items: [{title: Oil, judgement: It rises, confidence: low}]",
            "items: [{title: Oil, judgement: It rises, confidence: high}]",
            "Confidence in “It rises” moved from low to high",
        ),
        ("agenda: [{topic: Grain}]", "agenda: [{topic: Grain}, {topic: Fish}]", "Agenda: new: “Fish”"),
        ("agenda: [{topic: Grain}, {topic: Fish}]", "agenda: [{topic: Grain}]", "Agenda: dropped: “Fish”"),
        (
            "agenda: [{topic: A}, {topic: B}, {topic: C}]",
            "agenda: [{topic: B}, {topic: C}, {topic: A}]",
            "Agenda: “A” moved from place 1 to place 3",
        ),
        ("objectives: [One]", "objectives: [One, Two]", "Objectives: new: “Two”"),
        (
            "sections: [{heading: Mandate, text: It ends.}]",
            "sections: [{heading: Mandate, text: It ends.}, {heading: Force, text: It shrinks.}]",
            "“Force”: new: “It shrinks.”",
        ),
        (
            "sources: {a: {title: Gazette, publisher: City}}",
            "sources: {a: {title: Gazette, publisher: City}, b: {title: Herald, publisher: Town}}",
            "Sources: new: “Herald”",
        ),
        (
            "bottom_line: They pay [@a]. We ask [@a] now [@a].\nsources: {a: {title: Gazette}}",
            "bottom_line: They paid [@a]. We ask [@a] now [@a].\nsources: {a: {title: Gazette}}",
            "Bottom line: “They pay. We ask now.” now reads “They paid. We ask now.”",
        ),
        ("objectives: [One, Two]", "objectives: [Three, Two]", "Objectives (1): “One” now reads “Three”"),
        (
            "bottom_line: Ask now.",
            "bottom_line: Ask *now*.",
            "Bottom line: same words, other sources, links or emphasis",
        ),
        ("date: 2026-03-02", "date: 2026-03-05", "Date: “2 March 2026” now reads “5 March 2026”"),
        (
            "as_of: 2026-03-02 12:00",
            "as_of: 2026-03-03 12:00",
            "Date: “2 March 2026, 12:00” now reads “3 March 2026, 12:00”",
        ),
        (
            "agenda: [{topic: Grain, minutes: 5, if_raised: [{they_say: A, we_say: B}]}]",
            "agenda: [{topic: Grain, minutes: 5, if_raised: [{they_say: A, we_say: C}]}]",
            "Agenda, “Grain”, If raised (1), We say: “B” now reads “C”",
        ),
        (
            "agenda: [{topic: Grain, minutes: 5}]",
            "agenda: [{topic: Grain, minutes: 7}]",
            "Agenda, “Grain”, Duration: “5 min” now reads “7 min”",
        ),
        (
            "participants: [{name: Ann, side: ours}]",
            "participants: [{name: Ann, side: theirs}]",
            "Participants, “Ann”: “Ours” now reads “Theirs”",
        ),
        (
            "decision: {ask: Choose, options: [{name: A}, {name: B}]}",
            "decision: {ask: Choose, options: [{name: A}, {name: B, recommended: true}]}",
            "Decision, Options, “B”: new: “recommended”",
        ),
        (
            "marking: NATO SECRET\nagenda: [{topic: Grain}]",
            "marking: NATO SECRET\nagenda: [{topic: Grain, marking: NATO RESTRICTED}]",
            "Agenda, “Grain”: marking changed from none to NATO RESTRICTED",
        ),
        (
            "marking: NATO SECRET",
            "marking: NATO RESTRICTED",
            "Marking: “NATO SECRET” now reads “NATO RESTRICTED”",
        ),
        (
            "figures: {a: {caption: Spending, rows: [{land: Poland, share: '4.1'}]}}",
            "figures: {a: {caption: Spending, rows: [{land: Poland, share: '4.2'}]}}",
            "Figures, “Spending”, Poland, share: “4.1” now reads “4.2”",
        ),
        ("title: Talks", "title: More talks", "Title: “Talks” now reads “More talks”"),
        ("glossary: {EEZ: Zone}", "glossary: {EEZ: Area}", "Glossary, “EEZ”: “Zone” now reads “Area”"),
        (
            "sections: [{heading: Ports, text: Open.}]",
            "sections: [{heading: Ports, text: Closed.}]",
            "“Ports”: “Open.” now reads “Closed.”",
        ),
        ("meeting: {place: Oslo}", "meeting: {place: Bergen}", "Where: “Oslo” now reads “Bergen”"),
    ],
)
def test_a_change_is_said_in_one_sentence(old: str, new: str, sentence: str) -> None:
    """With its place by the labels that stand on the page, numbers and dates as they are printed."""
    assert say(old, new) == [sentence]


EVERYTHING = (
    """
    marking: NATO SECRET
    implications: [{statement: A, likelihood: likely, confidence: low}, {statement: B}, {statement: C}]
    agenda: [{topic: Grain, our_position: X., background: Old.}, {topic: Fish}]
    figures: {a: {caption: S, rows: [{land: P, share: '4.1'}]}}
    bottom_line: Ask now.
    """,
    """
    date: 2026-03-05
    marking: NATO SECRET
    implications: [{statement: C}, {statement: A, likelihood: unlikely, confidence: high, marking: NATO SECRET}, {statement: B}]
    agenda: [{topic: Grain, our_position: Y., background: New.}, {topic: Steel}]
    figures: {a: {caption: S, rows: [{land: P, share: '4.2'}]}}
    bottom_line: Ask *now*.
    """,
)


@pytest.mark.parametrize("language", languages_with_labels())
def test_every_kind_of_change_is_said_in_every_language(language: str) -> None:
    """No sentence has a word left to fill in, none is in two languages, and none is said twice."""
    old, new = (f"language: {language}\n" + "\n".join(map(str.strip, text.splitlines())) for text in EVERYTHING)
    kinds = {each.kind for each in compare_briefs(read(old), read(new))}
    assert kinds == set(ChangeKind)
    said = say(old, new, most=40)
    assert len(said) == len(set(said)) == len(compare_briefs(read(old), read(new)))
    assert not any("{" in each or "change_" in each for each in said)
    if language != "en":
        assert not any("moved from" in each or "now reads" in each for each in said)


def test_judgements_come_first_dates_last_and_the_rest_is_counted() -> None:
    """What is cut from the end of the list weighs least."""
    said = say(*EVERYTHING, most=3)
    assert said[0].startswith(("Likelihood of", "Confidence in"))
    assert said[2] == "Agenda, “Grain”, Our position: “X.” now reads “Y.”"
    assert say(*EVERYTHING, most=40)[-1].startswith("Date:")
    assert said[3] == f"and {len(say(*EVERYTHING, most=40)) - 3} more"
    assert len(said) == 4


def test_dates_are_written_as_the_house_writes_them() -> None:
    """In the same way as on the page."""
    assert say("date: 2026-03-02", "date: 2026-03-05", style=DateStyle.ISO) == [
        "Date: “2026-03-02” now reads “2026-03-05”"
    ]


def test_the_place_of_a_change_is_strong_in_rich_text() -> None:
    """The words are the same."""
    (line,) = write_changes(compare_briefs(read("summary: Old."), read("summary: New.")), read("summary: New."))
    assert [(run.text, run.strong) for run in line.inlines][:2] == [("Summary", True), (": ", False)]  # type: ignore[union-attr]  # runs
    assert line.words == "Summary: “Old.” now reads “New.”"


def test_nothing_changed_is_nothing_said() -> None:
    """Not even that there is no more."""
    assert say("summary: Same.", "summary: Same.") == []
