"""A new brief builds at once, and the editor beside it knows its fields."""

import datetime
import json
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.beginning.new import new
from briefmaker.jobs.building.build import build
from briefmaker.jobs.read import read

KINDS = sorted(file.parent.name for file in (Path(__file__).parents[3] / "templates").glob("*/scaffold.yaml"))


def test_every_template_has_a_scaffold() -> None:
    """The next test but one looks at each of them."""
    templates = (Path(__file__).parents[3] / "templates").glob("*/template.yaml")
    assert sorted(file.parent.name for file in templates) == KINDS


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_brief_builds_without_findings(tmp_path: Path) -> None:
    """In an empty folder, in all formats."""
    path = new("Grain talks 2026", date=datetime.date(2026, 3, 2))
    assert path == tmp_path / "briefs" / "grain-talks-2026.yaml"
    (outcome,) = build(formats=["pdf", "docx", "html"])
    assert outcome.diagnostics == ()
    assert [document.path.name for document in outcome.documents] == [
        "grain-talks-2026-DRAFT-v1.pdf",
        "grain-talks-2026-DRAFT-v1.docx",
        "grain-talks-2026-DRAFT-v1.html",
    ]


@pytest.mark.parametrize("template", KINDS)
def test_every_kind_of_document_begins_with_a_brief_without_findings(template: str) -> None:
    """As long as its kind may be, with every note a comment, and dates that follow from the day of issue."""
    path = new("Grain talks", template=template, date=datetime.date(2026, 3, 2))
    text = path.read_text("utf-8")
    assert "\ntemplate: " + template + "\n" in text
    assert "${" not in text
    (outcome,) = build(formats=["pdf", "docx"])
    assert outcome.diagnostics == ()
    assert outcome.is_built


def test_name_and_date_stand_in_the_brief() -> None:
    """The meeting is the day after; all dates follow."""
    brief = read(new("Grain talks: the “last” mile", date=datetime.date(2026, 12, 31))).brief
    assert brief is not None
    assert brief.title == "Grain talks: the “last” mile"
    assert brief.date == datetime.date(2026, 12, 31)
    assert brief.meeting is not None
    assert str(brief.meeting.start) == "2027-01-01 10:00"


@pytest.mark.parametrize(
    "name",
    [
        '"quoted" \\ & <b>',
        "yes",
        "#1: no",
        "x\x1b[31m",
        "- {{ 7*7 }}",
        "\u202eevil",
        "$date ${title}",
        "2026-01-01",
        "a\udcff",
    ],
)
def test_any_name_gives_a_brief_that_builds(name: str) -> None:
    """A name is a text, whatever YAML, a terminal or a template would make of it."""
    path = new(name)
    assert build([path], formats=["html"])[0].is_built


@pytest.mark.parametrize("name", ["", "  ", "!!!", "\udcff"], ids=repr)
def test_a_name_without_letters_or_digits_is_refused(name: str) -> None:
    """Nothing could be made of it, neither a file name nor a title."""
    with pytest.raises(BriefmakerError, match="letters or digits"):
        new(name)


def test_an_editor_finds_the_schema(tmp_path: Path) -> None:
    """The first line names the schema that lies beside the brief; it is brought up to date each time."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "brief.schema.json").write_text("old", "utf-8")
    path = new("talks")
    assert path.read_text("utf-8").splitlines()[0] == "# yaml-language-server: $schema=brief.schema.json"
    assert json.loads((path.parent / "brief.schema.json").read_text("utf-8"))["title"] == "briefmaker brief"


def test_nothing_is_overwritten() -> None:
    """The second time the same name is refused, and the brief stays."""
    path = new("talks")
    path.write_text("mine", "utf-8")
    with pytest.raises(BriefmakerError, match="is there already"):
        new("Talks.yaml")
    assert path.read_text("utf-8") == "mine"


def test_an_unknown_template_is_refused() -> None:
    """With the names that there are."""
    with pytest.raises(BriefmakerError, match="no template `memo`"):
        new("talks", template="memo")


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max])
def test_the_ends_of_the_calendar_are_refused(day: datetime.date) -> None:
    """The dates around the day of issue would lie outside it."""
    with pytest.raises(BriefmakerError, match="date"):
        new("talks", date=day)


def test_a_template_without_a_scaffold_still_begins_a_brief(tmp_path: Path) -> None:
    """The four fields that a brief needs are there."""
    own = tmp_path / "templates" / "memo"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("name: {en: Memo}\ndescription: x\nshows: [title, date]\n", "utf-8")
    (tmp_path / "briefs").mkdir()
    reading = read(new("talks", template="memo"))
    assert reading.brief is not None
    assert reading.brief.template == "memo"
    assert reading.diagnostics == ()


@pytest.mark.parametrize("template", ["meeting", "memo"])
def test_a_brief_begins_in_the_first_language_of_the_house(template: str, tmp_path: Path) -> None:
    """With a scaffold and without."""
    own = tmp_path / "templates" / "memo"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("name: {en: Memo}\ndescription: x\nshows: [title, date]\n", "utf-8")
    (tmp_path / "briefmaker.yaml").write_text("languages: [fr, en-GB]\n", "utf-8")
    assert "\nlanguage: fr\n" in new("talks", template=template).read_text("utf-8")
