"""Reading a whole brief: what it gives back, what it takes from the workspace, and how it bears damage."""

import hashlib
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.damage import damage

from briefmaker.diagnostics import Code, Severity, has_errors
from briefmaker.reading import DataTable, Reading, read_brief
from briefmaker.workspace.files import BriefFolder

ReadLines = Callable[[str], Reading]


def test_a_valid_brief_is_read_without_any_finding(valid_brief: bytes, folder: BriefFolder) -> None:
    """Proves that nothing is told of a brief that is right, and that all of it arrives."""
    reading = read_brief(valid_brief, "valid.yaml", folder)
    assert reading.diagnostics == ()
    assert reading.brief is not None
    assert reading.brief.reference == "0007"
    assert reading.brief.facts[0].value == "3.10"
    assert reading.fingerprint == hashlib.sha256(valid_brief).hexdigest()


def test_scalars_stay_exactly_as_typed(read_lines: ReadLines) -> None:
    """Proves that YAML makes no number, time or yes out of what stands in a text."""
    reading = read_lines("to: [0007, NO, on, 12:30, 1.10, yes, 010, 1_000, 2026-02-30, 'null', 0x1F]\nreference: 1e3")
    assert reading.brief is not None
    said = [line.text for line in reading.brief.to]
    assert said == ["0007", "NO", "on", "12:30", "1.10", "yes", "010", "1_000", "2026-02-30", "null", "0x1F"]
    assert reading.brief.reference == "1e3"


def test_a_field_without_value_is_not_filled(read_lines: ReadLines) -> None:
    """Proves that an empty value, ~ and null leave a field at its default."""
    reading = read_lines("reference:\nmarking: ~\ndrafted_with: null\nagenda:\n")
    assert reading.diagnostics == ()
    assert reading.brief is not None
    assert (reading.brief.reference, reading.brief.marking, reading.brief.agenda) == (None, None, ())


def test_data_comes_as_the_chosen_columns(valid_brief: bytes, folder: BriefFolder) -> None:
    """Proves that a figure's table holds x, then y, as text, under the file's own names."""
    reading = read_brief(valid_brief, "valid.yaml", folder)
    assert reading.tables == {"catch": DataTable(("Country", "2024"), (("Sweden", "1,4"), ("Norway", "4,1")))}


def test_a_person_of_the_workspace_fills_in_a_participant(valid_brief: bytes, folder: BriefFolder) -> None:
    """Proves that details come from people.yaml, and that the brief's own words come first."""
    changed = valid_brief.replace(b"side: theirs,", b"side: theirs, title: Acting Minister,")
    brief = read_brief(changed, "valid.yaml", folder).brief
    assert brief is not None
    participant = brief.participants[0]
    assert (participant.name, participant.title) == ("Åsa Lindgren", "Acting Minister")
    assert participant.organisation == "Sweden"


def test_a_persons_text_may_cite_only_what_the_brief_lists(read_lines: ReadLines) -> None:
    """Proves that a citation in people.yaml is looked up in the brief, and told at its place in people.yaml."""
    found = read_lines("participants: [{person: lindgren}]").diagnostics
    assert [(one.file, one.code, one.span.line, one.span.column) for one in found] == [
        ("people.yaml", Code.SOURCE_UNKNOWN, 7, 24)
    ]


def test_mistakes_in_other_people_do_not_matter(tmp_path: Path) -> None:
    """Proves that only those persons whom a brief names can stop it."""
    people = "good: {name: A}\nbad: {nmae: B}\n"
    (tmp_path / "people.yaml").write_text(people)
    start = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2025-10-21\nparticipants: "
    folder = BriefFolder(tmp_path, tmp_path)
    good = read_brief(f"{start}[{{person: good}}]".encode(), "b.yaml", folder)
    assert good.diagnostics == ()
    assert good.brief is not None
    assert good.brief.participants[0].name == "A"
    bad = read_brief(f"{start}[{{person: bad}}]".encode(), "b.yaml", folder)
    assert {found.file for found in bad.diagnostics} == {"people.yaml"}


def test_a_portrait_of_the_workspace_is_seen_from_the_brief(tmp_path: Path) -> None:
    """Proves that a path in people.yaml is turned so that it leads to the same file from the brief's folder."""
    (tmp_path / "people.yaml").write_text("a: {name: A, portrait: images/a.jpg}\n")
    (tmp_path / "briefs").mkdir()
    start = b"format: 1\ntemplate: meeting\ntitle: T\ndate: 2025-10-21\nparticipants: [{person: a}]"
    brief = read_brief(start, "b.yaml", BriefFolder(tmp_path / "briefs", tmp_path)).brief
    assert brief is not None
    assert brief.participants[0].portrait == "../images/a.jpg"


def test_without_a_folder_no_file_is_looked_for(valid_brief: bytes) -> None:
    """Proves that a brief can be read from bytes alone."""
    reading = read_brief(valid_brief, "valid.yaml", None)
    assert reading.diagnostics == ()
    assert reading.tables == {}


def test_every_mistake_is_told_at_once(read_lines: ReadLines) -> None:
    """Proves that broken YAML, wrong fields, unknown sources and wrong data are told together, in the file's order."""
    reading = read_lines(
        "title: [@x] says\n"
        "versoin: 2\n"
        "date: 2026-02-30\n"
        "bottom_line: |\n  See [@missing].\n"
        "figures: {a: {data: none.csv}}\n"
        "to: [a, , b]\n"
        "objectives:\n  - x: y: z\n"
    )
    told = [(found.span.line, found.span.column, found.code) for found in reading.diagnostics]
    assert told == [
        (1, 8, Code.YAML_NEEDS_QUOTES),
        (2, 1, Code.FIELD_UNKNOWN),
        (3, 7, Code.FIELD_DATE),
        (5, 8, Code.SOURCE_UNKNOWN),
        (6, 21, Code.DATA_UNREADABLE),
        (7, 9, Code.YAML_SYNTAX),
        (9, 9, Code.YAML_NEEDS_QUOTES),
    ]
    assert reading.brief is None


def test_a_field_that_stands_twice_is_told_beside_broken_yaml(read_lines: ReadLines) -> None:
    """Proves that reading the fields one by one, as broken YAML needs, does not hide that one comes back."""
    broken, twice = read_lines("title: T\nreference: @x\ntitle: U").diagnostics
    assert (broken.code, broken.span.line) == (Code.YAML_NEEDS_QUOTES, 2)
    assert (twice.code, twice.span.line, twice.span.column) == (Code.YAML_DUPLICATE_KEY, 3, 1)
    assert twice.message.endswith("the first is in line 1")


def test_a_broken_field_is_not_called_missing(read_lines: ReadLines) -> None:
    """Proves that a required field whose YAML is broken is told once, and its sources are not called unknown."""
    found = read_lines('title: "open\nbottom_line: "[@a]"\nsources:\n\ta: {title: x}\n').diagnostics
    assert [(one.code, one.span.line) for one in found] == [(Code.YAML_SYNTAX, 1), (Code.YAML_SYNTAX, 4)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_with_any_line_break_and_byte_order_mark(newline: str, mark: str) -> None:
    """Proves that lines and columns are counted alike on every system."""
    lines = [
        "format: 1",
        "template: meeting",
        "title: T",
        "date: 2025-10-21",
        "summary: |",
        "  é 𝄞 [@x]",
        "vresion: 3",
        "",
    ]
    found = read_brief((mark + newline.join(lines)).encode(), "b.yaml", None).diagnostics
    assert [(one.span.line, one.span.column) for one in found] == [(6, 8), (7, 1)]
    assert [one.excerpt for one in found] == ["  é 𝄞 [@x]", "vresion: 3"]


def test_three_hundred_damaged_briefs_are_read_or_told_of(valid_brief: bytes, folder: BriefFolder) -> None:
    """Proves that any damage gives a brief or an error with a place in the file, never an exception."""
    outcomes = {"read": 0, "told": 0}
    for seed in range(300):
        chance = random.Random(seed)  # noqa: S311 - damage, not secrets
        damaged = valid_brief
        for _ in range(chance.randrange(1, 4)):
            damaged = damage(damaged, chance)
        reading = read_brief(damaged, "damaged.yaml", folder)
        if not has_errors(reading.diagnostics):
            assert reading.brief is not None, seed
            outcomes["read"] += 1
            continue
        outcomes["told"] += 1
        for found in reading.diagnostics:
            count = len(reading.places.lines)
            assert found.message, seed
            assert 1 <= found.span.line <= max(count, 1) or found.file == "people.yaml", (seed, found)
            assert found.span.column >= 1, seed
    assert min(outcomes.values()) > 20


def test_nothing_heavy_is_imported_for_an_invalid_brief() -> None:
    """Proves that a brief's errors come without the workbook reader, writers, or a date library."""
    script = (
        "import sys, briefmaker.reading as reading; before = set(sys.modules)\n"
        "found = reading.read_brief(b'format: 1\\ntitel: [@x] says\\n', 'b.yaml', None).diagnostics\n"
        "assert len(found) == 5, found\n"
        "heavy = {'openpyxl', 'markdown_it', 'babel', 'weasyprint', 'docx', 'jinja2', 'lxml'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_warnings_do_not_stop_a_brief(read_lines: ReadLines) -> None:
    """Proves that advice leaves the brief there to be made."""
    reading = read_lines("summary: |\n  # Heading\n")
    assert [found.severity for found in reading.diagnostics] == [Severity.WARNING]
    assert reading.brief is not None


def test_quotation_marks_of_a_word_processor_are_told(read_lines: ReadLines) -> None:
    """Proves that marks which YAML would print are told of, and kept; those within a text are nobody's business."""
    reading = read_lines("title: “Grain talks”\nobjectives: [Say “yes” and “no”, '“Meant”']\nsummary: |\n  “Quoted.”\n")
    [found] = reading.diagnostics
    assert (found.code, found.severity, found.span.line, found.span.column) == (
        Code.YAML_NEEDS_QUOTES,
        Severity.WARNING,
        1,
        8,
    )
    assert found.hint.startswith('write "Grain talks"')
    assert reading.brief is not None
    assert reading.brief.title == "“Grain talks”"


def test_a_hint_does_not_quote_twice(read_lines: ReadLines) -> None:
    """Proves that a text in typographic marks is shown in straight ones alone."""
    [found, *_] = read_lines("title: “Grain: talks”\n").diagnostics
    assert found.hint == 'put this text in quotes: "Grain: talks"'


def test_a_marking_where_none_can_stand_is_sent_to_portions() -> None:
    """A meeting is no entry of a list; its marking is said at the top of the brief."""
    head = b"format: 1\ntemplate: meeting\ntitle: T\ndate: 2025-10-21\n"
    reading = read_brief(head + b"meeting:\n  place: Ankara\n  marking: NATO SECRET\n", "brief.yaml", None)
    assert [(found.code, found.span.line, found.hint) for found in reading.diagnostics] == [
        (Code.FIELD_UNKNOWN, 7, "say it at the top of the brief: `portions: {meeting: ...}`")
    ]


def test_a_hint_takes_braces_of_the_file_as_they_are(read_lines: ReadLines) -> None:
    """A list without a blank after its dash, with a brace in it, is told and not taken for a form to fill in."""
    reading = read_lines("objectives: -{:We agree\n")
    (found,) = (each for each in reading.diagnostics if each.path == "objectives")
    assert found.code is Code.FIELD_LIST
    assert found.hint == "put a blank after the hyphen: `- {:We agree`"
