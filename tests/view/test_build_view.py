"""The whole view of a brief: its frame, what stops it, and that it is plain data."""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

import pytest
import yaml
from tests.briefs import look_at, loosen, view_text, words_of, words_of_all

from briefmaker.diagnostics import Code, Severity
from briefmaker.jobs.templates.specimen import make_specimen
from briefmaker.model import Brief
from briefmaker.model.fields import field_of, is_content
from briefmaker.model.settings import Settings
from briefmaker.reading.fields import FieldShape, shapes_of
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text
from briefmaker.workspace.files import BriefFolder

BRIEFS = Path(__file__).parents[2] / "briefs"
EXAMPLES = sorted(BRIEFS.glob("*.yaml"))


def view_file(file: Path) -> View:
    """View one of the example briefs, with all its fields."""
    folder = BriefFolder(file.parent.resolve(), file.parent.parent.resolve())
    return view_text(file.read_text("utf-8"), folder=folder)


def walk(value: object) -> Iterator[object]:
    """Give a value and all that it holds."""
    yield value
    match value:
        case tuple():
            for each in value:
                yield from walk(each)
        case Mapping():
            for key, each in value.items():
                yield key
                yield from walk(each)
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from walk(getattr(value, field.name))


def write_specimen() -> str:
    """Give a brief in which every field that readers see is filled."""
    return yaml.safe_dump(make_specimen("meeting").data)


def test_the_frame_of_a_brief_is_in_its_language() -> None:
    """Version, status, dates, kind of document and translation note."""
    view = view_text(
        """
        language: fr-BE
        title: "Entretien *bref*"
        reference: 0007
        version: 3
        status: in-clearance
        timezone: Europe/Brussels
        date: 2025-10-01
        as_of: 2025-09-30 12:00
        translation_of: {brief: talks.yaml, version: 2}
        drafted_with: Une *machine*
        to: [Cabinet]
        through: [Direction]
        copies: [Presse, Archives]
        """
    )
    texts = [view.title, view.reference, view.version, view.status, view.date, view.as_of, view.translation_of]
    assert [loosen(words_of(text)) for text in texts] == [
        "Entretien bref",
        "0007",
        "version 3",
        "En cours de visa",
        "1er octobre 2025",
        "30 septembre 2025, 12:00 (Bruxelles)",
        "Traduction de la version 2 de talks.yaml",
    ]
    assert (view.language, view.direction, view.paper, view.kind) == ("fr-BE", "ltr", "a4", "Note")
    assert words_of(view.drafted_with) == "Une machine"
    assert [words_of_all(texts) for texts in (view.to, view.through, view.copies)] == [
        ["Cabinet"],
        ["Direction"],
        ["Presse", "Archives"],
    ]


def test_free_texts_are_paragraphs() -> None:
    """Those of the head and those that other formats show."""
    names = ["bottom_line", "summary", "issue", "background", "considerations", "recommendation"]
    view = view_text(
        "".join(f"{name}: |\n  {name}.\n\n  Two.\n" for name in names) + "key_points: [One]\nobjectives: [Ask]"
    )
    assert [words_of(getattr(view, name)) for name in names] == [f"{name}. | Two." for name in names]
    assert (words_of_all(view.key_points), words_of_all(view.objectives)) == (["One"], ["Ask"])


@pytest.mark.parametrize(
    ("status", "english", "spanish", "french"),
    [
        ("draft", "DRAFT · version 2", "BORRADOR · versión 2", "PROJET · version 2"),
        ("in-clearance", "DRAFT · version 2", "BORRADOR · versión 2", "PROJET · version 2"),
        ("cleared", "DRAFT · version 2", "BORRADOR · versión 2", "PROJET · version 2"),
        ("final", "", "", ""),
        ("replaced", "REPLACED · version 2", "SUSTITUIDO · versión 2", "REMPLACÉ · version 2"),
    ],
)
def test_each_page_says_that_a_brief_is_not_final(status: str, english: str, spanish: str, french: str) -> None:
    """Until it is; and a brief that was replaced says so."""
    for language, notice in {"en-GB": english, "es": spanish, "fr": french}.items():
        view = view_text(f"language: {language}\nstatus: {status}\nversion: 2")
        assert view.draft_notice == notice
        assert view.properties.status == (notice or words_of(view.status))


def test_the_properties_are_plain_text() -> None:
    """Without Markdown and citations; the time is the brief's own, with its zone."""
    view = view_text(
        """
        title: "Talks on *grain* [@report]"
        reference: PBN-1
        marking: NATO SECRET
        prepared_by: {name: A. *Asker*, unit: Policy}
        timezone: America/New_York
        as_of: 2025-10-21 12:00
        sources: {report: {title: Report}}
        """
    )
    made = view.properties
    assert (made.title, made.author, made.subject) == ("Talks on grain", "A. Asker, Policy", "Brief")
    assert (made.keywords, made.marking, made.language) == ("PBN-1, NATO SECRET", "NATO SECRET", "en-GB")
    assert made.modified.isoformat() == "2025-10-21T12:00:00-04:00"


def test_without_an_author_the_organisation_stands_in() -> None:
    """And without a moment the day of issue."""
    properties = view_text("version: 1", settings=Settings(organisation="Ministry")).properties
    assert properties.author == "Ministry"
    assert properties.modified == datetime.datetime(2025, 10, 21, tzinfo=datetime.UTC)
    assert view_text("version: 1").properties.author == ""


def test_a_reference_that_is_not_shown_is_not_in_the_properties() -> None:
    """The marking is, always."""
    view = view_text("reference: PBN-1\nmarking: NATO SECRET", ("title", "date"))
    assert (view.reference, view.marking) == (None, None)
    assert (view.properties.keywords, view.properties.marking) == ("NATO SECRET", "NATO SECRET")


@pytest.mark.parametrize(
    "language", ["en", "en-GB", "EN-gb", "es-419", "es-MX", "fr-CA", "en-XX", "fr-Latn-FR", "en-GB-oxendict"]
)
def test_a_language_may_have_any_region(language: str) -> None:
    """One that is not known falls back on the language alone."""
    assert view_text(f"language: {language}").language == language


@pytest.mark.parametrize("language", ["pt", "xx", "eng"])
def test_a_language_without_labels_is_told(language: str) -> None:
    """With those that there are."""
    viewing = look_at(f"language: {language}")
    assert viewing.view is None
    (found,) = viewing.diagnostics
    assert (found.code, found.path, found.span.line) == (Code.FIELD_LANGUAGE, "language", 1)
    assert found.hint.startswith("choose `ar`, `de`, `en`, `es`, `fr`, ")
    assert found.hint.endswith(" or `uk`, with or without a region")


def test_a_portion_for_an_edition_is_told_and_shown() -> None:
    """The whole brief holds it; whoever sends it has to know."""
    viewing = look_at(
        """
        objectives:
          - {text: Listen., editions: [chair, deputy]}
          - {text: Ask., editions: []}
        """
    )
    assert viewing.view is not None
    assert words_of_all(viewing.view.objectives) == ["Listen.", "Ask."]
    (found,) = viewing.diagnostics
    assert (found.code, found.severity, found.path) == (
        Code.EDITION_UNKNOWN,
        Severity.WARNING,
        "objectives[0].editions",
    )
    assert found.span.line == 2
    assert "for `chair` or `deputy` only" in found.message


def test_everything_that_is_wrong_is_told_at_once() -> None:
    """Language, marking, likelihood, edition and what is not shown."""
    viewing = look_at(
        """
        language: pt
        marking: HUSH
        likelihood_scale: mine
        summary: Hidden.
        objectives: [{text: Listen., editions: [chair]}]
        """,
        ("title", "date", "language", "marking", "objectives"),
    )
    assert {found.code for found in viewing.diagnostics} == {
        Code.FIELD_LANGUAGE,
        Code.MARKING_UNKNOWN,
        Code.LIKELIHOOD_UNKNOWN,
        Code.EDITION_UNKNOWN,
        Code.TEMPLATE_NOT_SHOWN,
    }


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_view_is_plain_data(file: Path) -> None:
    """Nothing in it can read a file or run code, whatever a template calls; nothing in it can be changed."""
    for view in (view_file(file), view_text(write_specimen())):
        parts = list(walk(view))
        assert len(parts) > 1000
        for part in parts:
            is_plain = (
                isinstance(part, str | int | float | bytes | datetime.datetime | tuple | frozenset | Mapping)
                or part is None
            )
            assert is_plain or dataclasses.is_dataclass(part), part
            assert not isinstance(part, Enum) or isinstance(part, str)
            assert not isinstance(part, Mapping) or part is view.labels
            if dataclasses.is_dataclass(part):
                field = dataclasses.fields(part)[0].name if dataclasses.fields(part) else "text"
                with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
                    setattr(part, field, None)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_same_brief_gives_an_equal_view(file: Path) -> None:
    """Nothing of the clock, of an order by chance or of an earlier view is in it."""
    assert view_file(file) == view_file(file)


def has_field(shape: FieldShape, steps: list[str]) -> bool:
    """Tell whether the model has a field at the end of these steps."""
    while shape.entries or shape.named:
        shape = shape.entries or shape.named or shape
    if not steps:
        return True
    if shape.part is None:
        return False
    fields = shapes_of(shape.part)
    return steps[0] in fields and has_field(fields[steps[0]], steps[1:])


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_text_names_a_field_of_the_model(file: Path) -> None:
    """One that a reader sees; only the acronyms of the glossary are no field's value."""
    for view in (view_file(file), view_text(write_specimen())):
        terms = [entry.term for entry in view.glossary]
        texts = [part for part in walk(view) if isinstance(part, Text) and not any(part is term for term in terms)]
        assert len(texts) > 50
        for text in texts:
            field = field_of(text.path)
            assert has_field(FieldShape(part=Brief), field.split(".")), text.path
            assert is_content(field), text.path


def test_of_a_brief_with_nothing_but_what_it_needs_little_is_there() -> None:
    """Everything else is None or empty."""
    view = view_text("version: 1")
    filled = {field.name for field in dataclasses.fields(view) if getattr(view, field.name)}
    always = {"properties", "language", "direction", "labels", "kind", "paper", "draft_notice", "house", "style"}
    assert filled == always | {"title", "version", "status", "date"}


def test_a_template_that_shows_nothing_gives_an_empty_view() -> None:
    """What has to be a text is an empty one."""
    texts = [part for part in walk(view_text(write_specimen(), shows=())) if isinstance(part, Text)]
    assert {text.path for text in texts} == {"title", "version", "status", "date"}
    assert not any(text.blocks for text in texts)


@pytest.mark.parametrize("as_of", ["0001-01-01 00:00", "9999-12-31 23:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_a_brief_may_be_of_any_day(as_of: str, zone: str) -> None:
    """The first and the last that there are too."""
    lines = f"timezone: {zone}\nas_of: {as_of}\nmeeting: {{start: {as_of}, end: {as_of}}}"
    view = view_text(lines, settings=Settings(timezone="America/New_York"))
    assert view.meeting is not None
    assert view.properties.modified.astimezone(datetime.UTC).year in (1, 9999)


def test_a_large_brief_is_viewed_whole() -> None:
    """45 participants, 40 items and 120 sources, all of them cited."""
    people = "".join(f"  - {{id: p{n}, name: Person {n}, wants: ['One [@s{n}]', Two]}}\n" for n in range(45))
    items = "".join(
        f"  - topic: Item {n}\n    lead: p{n}\n    background: |\n      | a | b |\n      |---|---|\n"
        + "".join(f"      | {row} % | text [@s{(n * 3 + row) % 120}] |\n" for row in range(30))
        for n in range(40)
    )
    sources = "".join(f"  s{n}: {{title: Source {n}, date: 2025-08-28}}\n" for n in range(120))
    lines = f"participants:\n{people}agenda:\n{items}sources:\n{sources}"
    view = view_text(lines)
    assert sum(len(side.participants) for side in view.sides) == 45
    assert len(view.sources) == 120
    assert words_of(view.agenda[39].lead) == "Person 39"
