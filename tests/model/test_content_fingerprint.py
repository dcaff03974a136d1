"""The fingerprint of a brief's content: any change that a reader can see changes it, and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.briefs import read_text

from briefmaker.jobs.read import read
from briefmaker.model import Brief
from briefmaker.model.content_fingerprint import fingerprint_content, is_counted, join_fingerprints
from briefmaker.model.fields import field_of, is_content
from briefmaker.model.picture import Picture
from briefmaker.model.text import TextKind
from briefmaker.reading import Reading, read_brief
from briefmaker.reading.fields import list_fields
from briefmaker.reading.walk import FoundField
from briefmaker.reading.yaml_edit import EditError, YamlEditor
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.workspace.files import BriefFolder

BRIEFS = Path(__file__).parents[2] / "briefs"
FLAGSHIP = BRIEFS / "nato-us-2025-10-22.yaml"
SOME = """
    language: en
    timezone: Europe/Brussels
    marking: NATO RESTRICTED
    issue: Ships wait.
    meeting: {start: 2025-10-22 15:00, end: 2025-10-22 16:00}
    participants: [{id: host, name: Anna Ask, side: ours}]
    agenda:
      - {id: grain, topic: Grain, lead: host, lines_to_take: [One., {text: Two., editions: [chair], id: two}]}
    facts: [{id: share, value: 3.1, unit: "%", as_of: 2025, sources: [ask], key: true}]
    sources: {ask: {title: Ask, kind: primary}, other: {title: Other}}
    figures:
      ships: {chart: bar, x: port, y: {a: A}, rows: [{port: X, a: 1}, {port: Y, a: 2}], highlight: [X]}
    decision: {ask: Agree., options: [{name: Act}, {name: Wait, recommended: true}]}
    items: [{title: Corridor, carry: true}]
    clearances: [{unit: Legal, state: requested}]
    """


def fingerprint(reading: Reading) -> str:
    """Give the fingerprint of what was read."""
    assert reading.brief is not None, reading.diagnostics
    return fingerprint_content(reading.brief, reading.tables, reading.pictures)


SAME = fingerprint(read_text(SOME))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("issue: Ships wait.", "status: final\n    version: 3\n    issue: Ships wait."),
        ("issue: Ships wait.", "distribution: [press]\n    issue: Ships wait."),
        ("issue: Ships wait.", "issue: 'Ships wait.' # it says"),
        ("issue: Ships wait.", "issue: |\n      Ships wait.\n"),
        ("issue: Ships wait.", "issue: >-\n      Ships\n      wait.\n"),
        ("issue: Ships wait.", "likelihood_scale: icd-203\n    handling: []\n    to:\n    issue: Ships wait."),
        ("state: requested", "state: cleared, comment: Well done, by: A, email: a@b.int, due: 2025-10-20, of: x"),
        ("clearances: [{unit: Legal, state: requested}]", "clearances: []"),
        ("id: grain, ", ""),
        (", id: two", ""),
        (", key: true", ""),
        (", kind: primary", ""),
        (", carry: true", ""),
        ("side: ours}", "side: ours, wants: []}"),
        ("{id: host, name: Anna Ask, side: ours}", "{side: ours, name: Anna Ask, id: host}"),
        ("ask: {title: Ask, kind: primary}, other: {title: Other}", "other: {title: Other}, ask: {title: Ask}"),
        ("lines_to_take: [One., {", "lines_to_take: [{text: One.}, {"),
        ("2025-10-22 15:00", "2025-10-22T15:00"),
    ],
)
def test_what_no_reader_sees_does_not_count(before: str, after: str) -> None:
    """Where it stands on its way, how the file is laid out, what is said though it is so anyway."""
    assert before in SOME
    assert fingerprint(read_text(SOME.replace(before, after))) == SAME


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ships wait.", "Ships  wait."),
        ("Ships wait.", "ships wait."),
        ("language: en", "language: fr"),
        ("Europe/Brussels", "Europe/London"),
        ("issue: Ships", "home_timezone: Europe/Rome\n    issue: Ships"),
        ("issue: Ships", "likelihood_scale: phia\n    issue: Ships"),
        ("issue: Ships", "template: information\n    issue: Ships"),
        ("issue: Ships", "date: 2025-10-20\n    issue: Ships"),
        ("issue: Ships", "portions: {title: NATO UNCLASSIFIED}\n    issue: Ships"),
        ("marking: NATO RESTRICTED", "marking: NATO SECRET"),
        ("16:00", "17:00"),
        ("side: ours", "side: theirs"),
        ("id: host", "id: guest"),
        ("[chair]", "[press]"),
        ("{text: Two., editions: [chair], id: two}", "Two."),
        ("[One., {text: Two., editions: [chair], id: two}]", "[{text: Two., editions: [chair], id: two}, One.]"),
        ("value: 3.1,", "value: 3.10,"),
        ("recommended: true", "recommended: false"),
        ("chart: bar", "chart: column"),
        ("port: Y, a: 2", "port: Y, a: 3"),
        ("[{port: X, a: 1}, {port: Y, a: 2}]", "[{port: Y, a: 2}, {port: X, a: 1}]"),
        ("highlight: [X]", "highlight: [Y]"),
        ("title: Other", "title: Another"),
    ],
)
def test_what_changes_the_page_counts(before: str, after: str) -> None:
    """Texts, and what steers how they are shown, to whom and in which order."""
    assert before in SOME
    assert fingerprint(read_text(SOME.replace(before, after))) != SAME


_TEXTS = [
    found
    for source in [read(FLAGSHIP).source]
    if source is not None
    for found in source.fields
    if isinstance(found.node, Scalar) and found.kind is not None and is_content(field_of(found.path))
]
_BEFORE = FLAGSHIP.read_bytes()
FLAGSHIP_SAME = fingerprint(read(FLAGSHIP))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_TEXTS), st.integers(0, 10_000), st.sampled_from("aé7 中"))
def test_any_letter_that_is_changed_in_the_flagship_is_known(found: FoundField, where: int, letter: str) -> None:
    """Wherever it stands in a text that is read; in what is left out it is not."""
    assert isinstance(found.node, Scalar)
    text = found.node.text
    place = where % (len(text) + 1)
    changed = text[:place] + letter + text[place:]
    editor = YamlEditor(_BEFORE)
    steps = editor.find_steps(found.path)
    assert steps is not None
    try:
        editor.set_value(steps, changed)
        content = editor.result()
    except EditError:
        return
    reading = _read_flagship(content)
    if reading.brief is None:
        return  # a date that is none any more
    is_seen = changed.rstrip() != text.rstrip() and (found.kind is TextKind.RICH or changed.strip() != text.strip())
    is_left_out = field_of(found.path).startswith(("clearances", "status", "version"))
    is_same = fingerprint(reading) == FLAGSHIP_SAME
    assert is_same == (is_left_out or not is_seen)


def _read_flagship(content: bytes) -> Reading:
    return read_brief(content, FLAGSHIP.name, BriefFolder(BRIEFS, BRIEFS.parent))


def test_most_texts_of_the_flagship_are_tried() -> None:
    """Else the test above would prove nothing."""
    assert len(_TEXTS) > 100


def test_every_field_that_steers_is_decided_on() -> None:
    """A field that is added and no reader sees has to be listed here, and explained in the decision's record."""
    marks = {"marking", "handling", "editions", "portions"}
    fields = set(list_fields(Brief))
    steering = {field for field in fields if not is_content(field) and is_counted(field)}
    assert {field for field in steering if not set(field.split(".")) & marks} == {
        *("template", "language", "timezone", "home_timezone", "likelihood_scale", "meeting.end"),
        *("participants.id", "participants.person", "participants.side", "decision.options.recommended"),
        *("facts", "facts.id", "facts.value", "facts.unit", "facts.as_of", "facts.sources"),
        *("figures.chart", "figures.highlight", "figures.reference_line.value"),
    }
    left_out = {field for field in fields if is_content(field) and not is_counted(field)}
    assert {field for field in left_out if not field.startswith("clearances")} == {"status", "version", "figures.rows"}
    assert len(fields) > 150


def test_data_and_people_count_as_they_are_read(tmp_path: Path) -> None:
    """By what their files say, not by what they are called; a person who is not named may change."""
    folder = BriefFolder(tmp_path, tmp_path)
    (tmp_path / "a.csv").write_text("port,a\nX,1\n", "utf-8")
    (tmp_path / "b.csv").write_text("port,a\nX,1\n", "utf-8")
    (tmp_path / "people.yaml").write_text("ask: {name: Anna Ask}\nother: {name: Other}\n", "utf-8")
    lines = "participants: [{person: ask}]\nfigures: {ships: {data: a.csv}}"
    same = fingerprint(read_text(lines, folder))
    assert fingerprint(read_text(lines.replace("a.csv", "b.csv"), folder)) == same
    (tmp_path / "people.yaml").write_text("ask: {name: Anna Ask}\nother: {name: Another}\n", "utf-8")
    assert fingerprint(read_text(lines, folder)) == same
    (tmp_path / "a.csv").write_text("port,a\nX,2\n", "utf-8")
    assert fingerprint(read_text(lines, folder)) != same
    (tmp_path / "people.yaml").write_text("ask: {name: Anna Ask, title: Minister}\n", "utf-8")
    assert fingerprint(read_text(lines.replace("a.csv", "b.csv"), folder)) != same


def test_a_portrait_counts_by_its_file() -> None:
    """Whatever it is called, and whatever made it ready for print."""
    brief = read_text("participants: [{name: Anna Ask, portrait: a.png}]").brief
    assert brief is not None
    one, other = Picture("x.png", b"x", 1, 1, "1" * 64), Picture("y.png", b"y", 2, 2, "1" * 64)
    moved = brief.model_copy(update={"participants": (brief.participants[0].model_copy(update={"portrait": "b.png"}),)})
    same = fingerprint_content(brief, {}, {"a.png": one})
    assert fingerprint_content(moved, {}, {"b.png": other}) == same
    assert fingerprint_content(brief, {}, {"a.png": Picture("x.png", b"x", 1, 1, "2" * 64)}) != same


def test_the_figures_stay_what_they_are() -> None:
    """Whoever changes one voids every clearance that was ever written: then the kind of fingerprint gets a new number."""
    assert (fingerprint(read_text("title: Grain talks")), SAME) == ("48c52c50d523c43d", "906229b504c3cb9a")
    assert join_fingerprints(["a", "b"]) != join_fingerprints(["b", "a"])
    assert len(SAME) == 16
