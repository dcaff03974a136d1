"""Two versions of a brief: the same give nothing, and every planted change is found as that change, at its field."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.briefs import read_text

from briefmaker.jobs.templates.specimen import Specimen, SpecimenField, make_specimen, write_data
from briefmaker.model import Brief
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.reading import Reading, read_brief
from briefmaker.reading.reading import DataTable
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.changes import compare_briefs

SPECIMEN = make_specimen("meeting")
# A new version has others by its nature; what was asked of whom for it is no content.
APART = ("version", "status", "clearances", "changes")


def read_specimen(data: dict[str, Any]) -> Reading:
    """Read the specimen brief, or a variant of it."""
    reading = read_brief(write_data(data), "specimen", None)
    assert reading.brief is not None, reading.diagnostics
    return reading


def compare_data(old: dict[str, Any], new: dict[str, Any]) -> tuple[Change, ...]:
    """Compare two variants of the specimen."""
    one, other = read_specimen(old), read_specimen(new)
    assert one.brief is not None
    assert other.brief is not None
    return compare_briefs(one.brief, other.brief, old_tables=one.tables, new_tables=other.tables)


def compare(old: str, new: str, **options: Any) -> tuple[Change, ...]:
    """Compare two briefs given as lines of YAML."""
    briefs = [read_text(lines).brief for lines in (old, new)]
    assert isinstance(briefs[0], Brief)
    assert isinstance(briefs[1], Brief)
    return compare_briefs(briefs[0], briefs[1], **options)


def tell(found: tuple[Change, ...]) -> list[tuple[str, str, str, str]]:
    """Give of each change its kind, its place, what was and what is."""
    return [(each.kind.name, each.new_path or each.old_path, each.before, each.after) for each in found]


def list_planted(specimen: Specimen) -> list[SpecimenField]:
    """Give the fields of the specimen in which a change is planted."""
    return [each for each in specimen.fields if each.field.split(".")[0] not in APART]


def test_the_specimen_is_the_same_as_itself() -> None:
    """Read twice, so that no object is shared."""
    assert len(list_planted(SPECIMEN)) > 90
    assert compare_data(SPECIMEN.data, copy.deepcopy(SPECIMEN.data)) == ()


@pytest.mark.parametrize("field", list_planted(SPECIMEN), ids=lambda each: ".".join(map(str, each.keys)))
def test_another_value_in_one_field_is_one_change_at_that_field(field: SpecimenField) -> None:
    """In every field that readers see; a field that is added to the model joins by itself."""
    found = compare_data(SPECIMEN.data, SPECIMEN.with_other(field))
    if field.field == "figures.x":
        # Another column that names the rows is another column of the table, too.
        assert [each.kind.name for each in found] == ["CHANGED", "DROPPED", "ADDED"]
        return
    (change,) = found
    assert change.field == ("marking" if field.field == "handling" else field.field)
    assert change.before
    assert change.after
    assert change.old_path == change.new_path


@pytest.mark.parametrize("field", [each for each in SPECIMEN.fields if each.field.split(".")[0] in APART], ids=str)
def test_standing_is_no_content(field: SpecimenField) -> None:
    """Version, status and clearances, and what was told of changes then."""
    assert compare_data(SPECIMEN.data, SPECIMEN.with_other(field)) == ()


TOPICS = (
    "Grain by sea",
    "Steel and tariffs",
    "Fish quotas",
    "Rail to the port",
    "Visas for crews",
    "Insurance of hulls",
)


@given(st.permutations(TOPICS), st.integers(0, 5), st.integers(0, 5), st.booleans())
def test_one_entry_that_moves_is_one_move(topics: list[str], start: int, end: int, has_ids: bool) -> None:
    """Of a list in any order, from any place to any other, with ids and without."""
    entries = [
        {"topic": each, "issue": f"About {each}."} | ({"id": each[:4].strip()} if has_ids else {}) for each in topics
    ]
    moved = entries[:start] + entries[start + 1 :]
    moved.insert(end, entries[start])
    found = compare_briefs(_brief(agenda=entries), _brief(agenda=moved))
    if start == end:
        assert found == ()
        return
    (change,) = found
    assert (change.kind, change.field) == (ChangeKind.MOVED, "agenda")
    if abs(start - end) > 1:
        assert (change.old_path, change.new_path) == (f"agenda[{start}]", f"agenda[{end}]")
        assert change.entry == topics[start]


@given(st.permutations(TOPICS), st.integers(0, 5))
def test_one_entry_that_is_dropped_or_added_is_told_as_that_alone(topics: list[str], place: int) -> None:
    """The others have not moved, though their numbers have."""
    entries = [{"topic": each, "lines_to_take": ["We say so."]} for each in topics]
    rest = entries[:place] + entries[place + 1 :]
    whole, less = _brief(agenda=entries), _brief(agenda=rest)
    words = f"{topics[place]}\nWe say so."
    assert tell(compare_briefs(whole, less)) == [("DROPPED", f"agenda[{place}]", words, "")]
    assert tell(compare_briefs(less, whole)) == [("ADDED", f"agenda[{place}]", "", words)]


@given(st.lists(st.sampled_from(TOPICS), min_size=1, max_size=6, unique=True), st.data())
def test_one_line_that_is_written_anew_is_one_change(topics: list[str], data: st.DataObject) -> None:
    """Under any entry, in any place, whatever it says now."""
    lines = [f"Line {index} of what we say." for index in range(4)]
    entries = [{"topic": each, "lines_to_take": list(lines)} for each in topics]
    entry, line = data.draw(st.integers(0, len(topics) - 1)), data.draw(st.integers(0, 3))
    other = copy.deepcopy(entries)
    other[entry]["lines_to_take"][line] = "Something else altogether"  # type: ignore[index]  # a list of texts
    (change,) = compare_briefs(_brief(agenda=entries), _brief(agenda=other))
    assert (change.kind, change.field) == (ChangeKind.CHANGED, "agenda.lines_to_take")
    assert change.new_path == f"agenda[{entry}].lines_to_take[{line}]"
    assert (change.before, change.after) == (lines[line], "Something else altogether")
    assert change.entry == topics[entry]


def _brief(**fields: Any) -> Brief:
    return Brief.model_validate({"format": 1, "template": "meeting", "title": "Talks", "date": "2026-03-02", **fields})


def test_judgements_and_positions_are_told_by_name() -> None:
    """A moved likelihood, a moved confidence, another position; a synonym of the same range is another word, and no move."""
    old = """
    implications: [{statement: Prices rise, likelihood: likely, confidence: low}]
    agenda: [{topic: Grain, our_position: We wait., their_position: They wait.}]
    """
    new = """
    implications: [{statement: Prices rise, likelihood: very likely, confidence: high}]
    agenda: [{topic: Grain, our_position: We act.}]
    """
    found = compare(old, new)
    assert [(each.kind.name, each.field, each.entry) for each in found] == [
        ("POSITION", "agenda.our_position", "Grain"),
        ("DROPPED", "agenda.their_position", "Grain"),
        ("LIKELIHOOD", "implications.likelihood", "Prices rise"),
        ("CONFIDENCE", "implications.confidence", "Prices rise"),
    ]
    (synonym,) = compare(old, old.replace("likely,", "probable,"))
    assert (synonym.kind, synonym.before, synonym.after) == (ChangeKind.CHANGED, "likely", "probable")


def test_a_marking_is_told_with_its_caveats_where_it_stands() -> None:
    """Of the whole, of an entry, of a line, and of a field by itself."""
    old = "marking: NATO SECRET\nobjectives: [Ask]\nagenda: [{topic: Grain, background: Long.}]"
    new = """
    marking: NATO SECRET
    handling: [REL FIN]
    objectives: [{text: Ask, marking: NATO RESTRICTED}]
    agenda: [{topic: Grain, background: Long., marking: NATO UNCLASSIFIED, portions: {background: NATO SECRET}}]
    """
    assert tell(compare(old, new)) == [
        ("MARKING", "objectives[0].marking", "", "NATO RESTRICTED"),
        ("MARKING", "agenda[0].marking", "", "NATO UNCLASSIFIED"),
        ("MARKING", "agenda[0].background", "", "NATO SECRET"),
        ("MARKING", "marking", "NATO SECRET", "NATO SECRET, REL FIN"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("agenda: [{topic: Grain}]", "agenda: [{topic: Grain, id: grain, editions: [public]}]"),
        ("bottom_line: '*Ask* for it.'", "bottom_line: '_Ask_ for it.'"),
        ("bottom_line: 'Ask for it.'", 'bottom_line: "Ask\\nfor it.\\n"'),
        ("implications: [{statement: A, likelihood: likely}]", "implications: [{statement: A, likelihood: Likely}]"),
        ("distribution: [all]", "distribution: []"),
        ("facts: [{id: share, value: '2 %'}]", "facts: [{id: share, value: '3 %'}]"),
        ("sources: {one: {title: Report}}", "sources: {two: {title: Report}}"),
        (
            "sources: {one: {title: Report}}\nsummary: 'It fell [@one, p. 3].'",
            "sources: {two: {title: Report}}\nsummary: 'It fell [@two, p. 3].'",
        ),
        (
            "facts: [{id: one, value: '2 %'}]\nsummary: 'It fell to [@one].'",
            "facts: [{id: two, value: '2 %'}]\nsummary: 'It fell to [@two].'",
        ),
        (
            "participants: [{name: Ann, id: a}]\nagenda: [{topic: Grain, lead: a}]",
            "participants: [{name: Ann, id: b}]\nagenda: [{topic: Grain, lead: b}]",
        ),
    ],
)
def test_what_no_reader_sees_does_not_count(old: str, new: str) -> None:
    """Ids, editions, another way of writing the same text, a fact that nothing cites."""
    assert compare(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "bottom_line: 'It is [@share].'\nfacts: [{id: share, value: '2 %'}]",
            "bottom_line: 'It is [@share].'\nfacts: [{id: share, value: '3 %'}]",
            [("CHANGED", "facts[0].value", "2 %", "3 %")],
        ),
        (
            "summary: It fell.\nfacts: [{id: one, value: '2 %'}]",
            "summary: 'It fell to [@one].'\nfacts: [{id: one, value: '2 %'}]",
            [("CHANGED", "summary", "It fell.", "It fell to 2 %.")],
        ),
        (
            "decision: {ask: Choose, options: [{name: A, recommended: true}, {name: B}]}",
            "decision: {ask: Choose, options: [{name: A}, {name: B, recommended: true}]}",
            [
                ("DROPPED", "decision.options[0].recommended", "true", ""),
                ("ADDED", "decision.options[1].recommended", "", "true"),
            ],
        ),
        (
            "meeting: {start: 2026-03-02 15:00, end: 2026-03-02 16:00}",
            "meeting: {start: 2026-03-02 15:00, end: 2026-03-02 17:00}",
            [("CHANGED", "meeting.end", "2026-03-02 16:00", "2026-03-02 17:00")],
        ),
        (
            "participants: [{name: Ann, side: ours}]",
            "participants: [{name: Ann, side: theirs}]",
            [("CHANGED", "participants[0].side", "ours", "theirs")],
        ),
        ("glossary: {EEZ: Zone}", "glossary: {EEZ: Area}", [("CHANGED", "glossary.EEZ", "Zone", "Area")]),
        (
            "summary: Old.",
            "decision: {ask: Choose}",
            [("ADDED", "decision", "", "Choose"), ("DROPPED", "summary", "Old.", "")],
        ),
        ("date: 2026-03-02", "date: 2026-03-05", [("DATED", "date", "2026-03-02", "2026-03-05")]),
        (
            "bottom_line: 'A [@a].'\nsources: {a: {title: A}, b: {title: B}}",
            "bottom_line: 'A [@b].'\nsources: {a: {title: A}, b: {title: B}}",
            [("CHANGED", "bottom_line", "A.", "A.")],
        ),
    ],
)
def test_what_a_reader_sees_counts(old: str, new: str, told: list[tuple[str, str, str, str]]) -> None:
    """Also what is no text of its own on a page: the option that is recommended, the end of a meeting, a cited fact."""
    assert tell(compare(old, new)) == told


def test_rich_texts_come_with_their_blocks() -> None:
    """So that a redline can show what was emphasised; words alone are the same here."""
    (found,) = compare("bottom_line: Ask now.", "bottom_line: Ask **now**.")
    assert found.before == found.after == "Ask now."
    assert found.old_blocks == (Paragraph((Run("Ask now."),)),)
    assert found.new_blocks == (Paragraph((Run("Ask "), Run("now", strong=True), Run("."))),)


def test_a_template_that_does_not_show_a_field_hides_its_change() -> None:
    """An entry that is shown in part is compared in that part."""
    old = "agenda: [{topic: Grain, background: Old., avoid: [This]}]\nsummary: Old."
    new = "agenda: [{topic: Grain, background: New., avoid: [That]}]\nsummary: New."
    (found,) = compare(old, new, shows=("title", "agenda.topic", "agenda.avoid"))
    assert found.field == "agenda.avoid"


def test_the_data_of_a_figure_are_compared_where_they_were_read_from_a_file() -> None:
    """The brief names the same file; what stands in it has changed."""
    lines = "figures: {spending: {rows: [{country: Poland, share: '4.1'}], caption: Spending}}"
    tables = [{"spending": DataTable(("country", "share"), (("Poland", share),))} for share in ("4.1", "4.2")]
    (found,) = compare(lines, lines, old_tables=tables[0], new_tables=tables[1])
    assert (found.kind, found.row, found.column, found.entry) == (ChangeKind.CELL, "Poland", "share", "Spending")
    (own,) = compare(lines, lines.replace("4.1", "4.3"))
    assert (own.kind, own.before, own.after) == (ChangeKind.CELL, "4.1", "4.3")
