"""The box of changes: real changes, judgements first and by name, few lines, nothing that is marked above the document."""

import pytest
from tests.briefs import EVERYTHING, loosen, read_text, view_text, words_of
from tests.view.editions import HIGH, LOW

from briefmaker.model import Brief
from briefmaker.model.limits import Limits
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.view.changes_box import MOST_LINES, MOST_LINES_OF_A_PAGE, MarkedChanges, Versions, mark_changes
from briefmaker.view.labels import languages_with_labels
from briefmaker.view.marking import choose_scheme

DATED = "version: {}\ndate: 2025-10-{}\n"


def read(lines: str) -> Brief:
    """Read lines of YAML as a brief."""
    brief = read_text(lines).brief
    assert brief is not None
    return brief


def describe(pages: int | None = None) -> TemplateDescription:
    """Give a template that shows every field."""
    return TemplateDescription(name={"en": "Brief"}, description="x", shows=EVERYTHING, limits=Limits(pages=pages))


def mark(
    old: str, new: str, *, is_issue: bool = False, pages: int | None = None, scheme: MarkingScheme | None = None
) -> MarkedChanges:
    """Give the view of a brief with what has changed since an older one."""
    was, now = DATED.format(1, 20) + old, DATED.format(2, 21) + new
    versions = Versions(read(was), read(now), is_issue=is_issue)
    chosen = scheme or choose_scheme(versions.new, Settings())
    return mark_changes(view_text(now), versions, chosen, describe(pages))


def tell(old: str, new: str, *, is_issue: bool = False, pages: int | None = None) -> tuple[str, list[str]]:
    """Give since when the box tells its changes, and its lines."""
    box = mark(old, new, is_issue=is_issue, pages=pages).view.changes
    assert box is not None
    return loosen(words_of(box.since)), [loosen(words_of(line)) for line in box.lines]


AGENDA = "agenda: [{{topic: Grain, our_position: We want {}.}}]\n"
JUDGED = "implications: [{{statement: {}, likelihood: {}, confidence: {}, so_what: {}}}]\n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (("It holds", "likely", "low", "Wait"), ("It holds", "very likely", "low", "Wait"),
         "Likelihood of “It holds” moved from likely to very likely"),
        (("It holds", "likely", "low", "Wait"), ("It holds", "likely", "high", "Wait"),
         "Confidence in “It holds” moved from low to high"),
        (("It holds fast", "likely", "low", "Wait"), ("It holds long", "likely", "low", "Wait"),
         "Implications, “It holds long”, Judgement, and what follows from it: “It holds fast” now reads “It holds long”"),
    ],
)  # fmt: skip
def test_a_changed_judgement_is_named_and_comes_first(old: tuple[str, ...], new: tuple[str, ...], line: str) -> None:
    """Before a position that changed, which stands before it in the brief."""
    since, lines = tell(AGENDA.format("oats") + JUDGED.format(*old), AGENDA.format("rye") + JUDGED.format(*new))
    assert since == "Since version 1 of 20 October 2025"
    assert lines == [line, "Agenda, “Grain”, Our position: “We want oats.” now reads “We want rye.”"]


TABLE = "figures: {{f: {{caption: Rye, rows: [{{land: Peru, t: '{}'}}]}}}}"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("objectives: [Sign]", "objectives: [Sign, Leave]", "Objectives: new: “Leave”"),
        ("objectives: [Sign, Leave]", "objectives: [Sign]", "Objectives: dropped: “Leave”"),
        ("agenda: [{topic: A}, {topic: B}]", "agenda: [{topic: B}, {topic: A}]", "Agenda: “A” moved from place 1 to place 2"),
        ("bottom_line: One.", "bottom_line: Two.", "Bottom line: “One.” now reads “Two.”"),
        ("decision: {ask: Agree., by: 2025-11-03}", "decision: {ask: Agree., by: 2025-11-04}",
         "Decision, Decide by: “3 November 2025” now reads “4 November 2025”"),
        (TABLE.format(1), TABLE.format(2), "Figures, “Rye”, Peru, t: “1” now reads “2”"),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_told(old: str, new: str, line: str) -> None:
    """What was added, dropped, moved, worded, dated anew; a cell of a table."""
    assert tell(old, new)[1] == [line]


def test_what_has_not_changed_is_told_too() -> None:
    """Standard 7 of ICD 203 asks whether judgements changed or stand: that is said whenever there are any."""
    judged = JUDGED.format("It holds", "likely", "low", "Wait")
    assert tell(judged, judged)[1] == ["No judgement has changed."]
    assert tell(judged + "issue: A.", judged + "issue: B.")[1][0] == "No judgement has changed."
    assert tell("issue: A.", "issue: A.")[1] == ["Nothing has changed."]
    assert tell("issue: A.", "issue: B.")[1] == ["Issue: “A.” now reads “B.”"]


def test_the_day_of_issue_alone_is_no_change() -> None:
    """A new version has a new one by its nature, and a new moment of knowledge."""
    assert tell("as_of: 2025-10-20", "as_of: 2025-10-21")[1] == ["Nothing has changed."]


@pytest.mark.parametrize(
    ("was", "now", "is_issue", "since"),
    [
        ("date: 2025-10-20", "", False, "Since version 1 of 20 October 2025"),
        ("date: 2000-01-01", "", False, "Since version 1"),
        ("reference: WB-1\ndate: 2025-10-13", "reference: WB-2", True, "Since WB-1 of 13 October 2025"),
        ("date: 2025-10-13", "", True, "Since 13 October 2025"),
        ("date: 2000-01-01", "", True, "Since last time"),
        ("date: 2025-10-13", "language: fr", True, "Depuis le 13 octobre 2025"),
    ],
)
def test_since_when_is_told_as_far_as_readers_may_know(was: str, now: str, *, is_issue: bool, since: str) -> None:
    """The version, or the other issue's reference; the day, unless it was withheld from the readers of an edition then."""
    versions = Versions(read(f"issue: A.\n{was}"), read(f"issue: B.\nobjectives: [A]\n{now}"), is_issue=is_issue)
    scheme = choose_scheme(versions.new, Settings())
    view = view_text(f"issue: B.\nobjectives: [A]\nchanges: {{why: It moved.}}\n{now}")
    box = mark_changes(view, versions, scheme, describe()).view.changes
    assert box is not None
    assert loosen(words_of(box.since)) == since


def test_the_box_has_few_lines() -> None:
    """Of more changes it says how many there are; on a page that is to hold the whole document it is shorter."""
    names = "ABCDEFGHIJ"
    old = "agenda:\n" + "".join(f"  - {{topic: {each} item, our_position: {each}1.}}\n" for each in names)
    new = old.replace("1.", "2.")
    _, lines = tell(old, new)
    assert (len(lines), lines[-1]) == (MOST_LINES, "and 5 more")
    _, short = tell(old, new, pages=1)
    assert (len(short), short[-1]) == (MOST_LINES_OF_A_PAGE, "and 8 more")


def test_a_long_text_is_cut() -> None:
    """A sentence takes about two lines."""
    long = "word " * 60
    _, (line,) = tell(f"issue: Start {long} end.", f"issue: Begin {long} stop.")
    assert len(line) < 200


ITEMS = """
items:
  - {{id: a, title: Rye, judgement: It rises, likelihood: {}, confidence: low}}
  - {{id: b, title: Oats, text: {}, judgement: It falls, likelihood: likely}}
  - {{id: c, title: {}, text: Much., judgement: It stays}}
"""


def test_another_issue_tells_its_judgements_and_each_entry_what_became_of_it() -> None:
    """Not its title, bottom line and day, which are of each issue; what is new says so where it stands."""
    old = "reference: WB-1\nbottom_line: A.\n" + ITEMS.format("likely", "Some.", "Tea")
    new = "reference: WB-2\nbottom_line: B.\n" + ITEMS.format("unlikely", "More.", "Tea")
    new = new.replace("{id: c, title: Tea", "{id: d, title: Coal")
    marked = mark(old, new, is_issue=True).view
    assert marked.changes is not None
    assert loosen(words_of(marked.changes.since)) == "Since WB-1 of 20 October 2025"
    assert [loosen(words_of(line)) for line in marked.changes.lines] == [
        "Likelihood of “It rises” moved from likely to unlikely",
        "In this issue: dropped: “Tea”",
    ]
    told = [(words_of(item.title), words_of(item.change), item.has_changed) for item in marked.themes[0].items]
    assert told == [
        ("Rye", "Likelihood moved from likely to unlikely", True),
        ("Oats", "Judgement unchanged", False),
        ("Coal", "New", True),
    ]


def test_no_judgement_of_an_issue_has_changed() -> None:
    """New texts are no new judgements."""
    old, new = ITEMS.format("likely", "Some.", "Tea"), ITEMS.format("likely", "More.", "Tea")
    assert tell(f"reference: WB-1\n{old}", f"reference: WB-2\n{new}", is_issue=True)[1] == ["No judgement has changed."]


def test_what_was_marked_above_the_document_is_not_quoted() -> None:
    """A secret paragraph was dropped and the document is restricted now: its readers were never meant to read it."""
    old = f"marking: {HIGH}\nportions: {{bottom_line: {LOW}}}\nbottom_line: One.\nissue: Old zanzibar.\n"
    new = f"marking: {LOW}\nbottom_line: Two.\n"
    marked = mark(old, new)
    assert marked.view.changes is not None
    told = str(marked.view.changes)
    assert "One." in told
    assert "zanzibar" not in told
    assert marked.left_out > 0


def test_nothing_is_said_to_stand_that_may_have_changed_unseen() -> None:
    """Where a change is left out, neither the box nor an entry says that nothing has changed."""
    old = f"marking: {HIGH}\nitems: [{{title: Rye, judgement: Old, likelihood: likely}}]\n"
    new = f"marking: {LOW}\nitems: [{{title: Rye, judgement: Old, likelihood: unlikely}}]\n"
    marked = mark(old, new)
    assert marked.left_out > 0
    assert marked.view.changes is None
    assert marked.view.themes[0].items[0].change is None


def test_a_line_bears_the_higher_mark_of_what_it_quotes() -> None:
    """Then and now: what was secret and is restricted today is quoted as secret."""
    base = f"marking: {HIGH}\nportions: {{{{issue: {{}}, bottom_line: {LOW}}}}}\nissue: {{}}\nbottom_line: {{}}\n"
    marked = mark(base.format(HIGH, "Old", "One."), base.format(LOW, "New", "Two."))
    assert marked.view.changes is not None
    assert [line.portion for line in marked.view.changes.lines] == [
        "(NR)",
        "(NS)",
        "(NS)",
    ]  # the last tells of the mark
    plain = mark("bottom_line: One.", "bottom_line: Two.").view.changes
    assert plain is not None
    assert [line.portion for line in plain.lines] == [""]


def test_an_entry_bears_the_mark_of_what_was_said_of_it() -> None:
    """Its likelihood was secret, and is restricted now."""
    base = f"marking: {HIGH}\nitems: [{{{{title: Rye, marking: {{}}, judgement: It rises, likelihood: {{}}}}}}]\n"
    marked = mark(base.format(HIGH, "likely"), base.format(LOW, "unlikely")).view
    (item,) = marked.themes[0].items
    assert item.change is not None
    assert (item.title.portion, item.change.portion) == ("(NR)", "(NS)")


def test_own_words_stand_below_and_alone() -> None:
    """With nothing to compare with they are the whole box."""
    box = view_text("changes: {why: The port reopened.}").changes
    assert box is not None
    assert (box.since, box.lines, words_of(box.why)) == (None, (), "The port reopened.")
    marked = mark("issue: A.", "issue: B.\nchanges: {why: It moved.}").view.changes
    assert marked is not None
    assert words_of(marked.why) == "It moved."
    assert len(marked.lines) == 1


@pytest.mark.parametrize("language", languages_with_labels())
def test_every_language_says_all_of_it(language: str) -> None:
    """With nothing left to fill in."""
    tag = f"language: {language}\n"
    new = (
        ITEMS.format("unlikely", "More.", "Coal")
        .replace("id: c", "id: d")
        .replace("confidence: low", "confidence: high")
    )
    marked = mark(tag + ITEMS.format("likely", "Some.", "Tea"), tag + new).view
    assert marked.changes is not None
    told = [words_of(marked.changes.since), *map(words_of, marked.changes.lines)]
    told += [words_of(item.change) for theme in marked.themes for item in theme.items]
    assert all(told)
    assert not any("{" in each for each in told)


def test_the_same_gives_the_same() -> None:
    """No order of a set reaches the page."""
    old, new = ITEMS.format("likely", "Some.", "Tea"), ITEMS.format("unlikely", "More.", "Coal")
    assert mark(old, new) == mark(old, new)
