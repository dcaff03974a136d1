"""The schema that editors use agrees with the briefs, by the word of an independent validator."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.house_style import SETTINGS

from briefmaker.jobs.beginning.new import new
from briefmaker.jobs.packs.new_pack import new_pack
from briefmaker.model.schema import brief_schema, pack_schema, settings_schema, write_schema
from briefmaker.reading import read_settings
from briefmaker.reading.pack_file import read_pack
from briefmaker.view.check_mail_settings import check_mail_settings
from briefmaker.view.check_recipients import check_recipients

PROJECT = Path(__file__).parents[2]
EXAMPLES = sorted((PROJECT / "briefs").glob("*.yaml"))
KINDS = sorted(file.parent.name for file in (PROJECT / "templates").glob("*/template.yaml"))


class _PlainLoader(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: by the core schema of YAML 1.2, in which a date is a text."""


_PlainLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:null", r"null|Null|NULL|~|", "nN~"),
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _PlainLoader.add_implicit_resolver(
        _tag, re.compile(f"(?:{_pattern})$"), list(_first) + ([""] if "n" in _first else [])
    )


def _complain(text: str) -> list[str]:
    data = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a safe loader
    validator = Draft202012Validator(brief_schema())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def test_the_schema_is_a_schema_of_2020_12() -> None:
    """By the validator's own check."""
    schema = brief_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "date-time" not in json.dumps(schema)


def test_the_repository_holds_the_schema_as_it_is() -> None:
    """`briefmaker schema > briefs/brief.schema.json` brings it up to date."""
    assert (PROJECT / "briefs" / "brief.schema.json").read_text("utf-8") == write_schema()


def test_there_is_an_example_of_every_kind_of_document() -> None:
    """The next test looks at something, and nobody has to begin a kind without having seen one."""
    shown = {re.findall(r"(?m)^template: (\S+)$", example.read_text("utf-8"))[0] for example in EXAMPLES}
    assert shown == set(KINDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_valid_and_points_to_the_schema(example: Path) -> None:
    """An editor shows no mistake where briefmaker sees none."""
    text = example.read_text("utf-8")
    assert _complain(text) == []
    assert "# yaml-language-server: $schema=brief.schema.json" in text.splitlines()[0]


@pytest.mark.parametrize("template", KINDS)
def test_a_scaffold_is_valid(template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its dates filled in."""
    monkeypatch.chdir(tmp_path)
    path = new("talks", template=template, date=datetime.date(2026, 3, 2))
    assert _complain(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("status: draft", "status: drfat"),
        ("date: 2026-03-02", "date: 2 March 2026"),
        ("title:", "titel:"),
        ("version: 1", "version: one"),
    ],
)
def test_a_mistake_is_not_valid(line: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The validator looks at what it is given."""
    monkeypatch.chdir(tmp_path)
    text = new("talks", date=datetime.date(2026, 3, 2)).read_text("utf-8")
    assert line in text
    assert _complain(text.replace(line, other, 1)) != []


def test_the_loader_reads_as_editors_do() -> None:
    """Dates stay texts, yes is no truth value, numbers are numbers: otherwise the tests above would prove little."""
    data: Any = yaml.load("{a: 2026-03-02, b: yes, c: 12, d: 1.5, e: true, f: ~, g: 15:00, h: }", Loader=_PlainLoader)  # noqa: S506
    assert data == {"a": "2026-03-02", "b": "yes", "c": 12, "d": 1.5, "e": True, "f": None, "g": "15:00", "h": None}


def _complain_of_pack(text: str) -> list[str]:
    data = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a safe loader
    return [error.message for error in Draft202012Validator(pack_schema()).iter_errors(data)]


def test_the_repository_holds_the_schema_of_a_pack_as_it_is() -> None:
    """`briefmaker schema --pack > packs/pack.schema.json` brings it up to date; the example points to it and is valid."""
    Draft202012Validator.check_schema(pack_schema())
    assert (PROJECT / "packs" / "pack.schema.json").read_text("utf-8") == write_schema(pack_schema())
    [example] = (PROJECT / "packs").glob("*.yaml")
    text = example.read_text("utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=pack.schema.json"
    assert _complain_of_pack(text) == []


def test_a_pack_that_is_begun_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is a brief to be its first tab; an editor asks for one where there is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").mkdir()
    assert _complain_of_pack(new_pack("empty").path.read_text("utf-8")) != []
    new("talks", date=datetime.date(2026, 3, 2))
    assert _complain_of_pack(new_pack("visit").path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("line", "is_right"),
    [
        ("tabs: [{brief: talks, title: Talks}, 12]", True),
        ("tabs: [talks]\nlists: [office]\nprogramme: [{at: '09:00', step: Arrival}]", True),
        ("tabs: []", False),
        ("to: [The Minister]", False),
        ("tabs: [{titel: Talks}]", False),
        ("tabs: [talks]\nlists: office", False),
        ("tabs: [talks]\nannexes: [{file: a.pdf}]", False),
        ("tabs: [talks]\nprogramme: [{at: nine, step: Arrival}]", False),
    ],
)
def test_a_mistake_in_a_pack_is_not_valid(line: str, is_right: bool) -> None:
    """And the two ways of writing a tab are."""
    assert (_complain_of_pack(f"format: 1\ntitle: Visit\ndate: 2026-03-02\n{line}") == []) is is_right


def _complain_of_settings(text: str) -> list[str]:
    data = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a safe loader
    return [error.message for error in Draft202012Validator(settings_schema()).iter_errors(data)]


def test_the_schema_of_the_settings_agrees_with_them() -> None:
    """A house that sets everything is valid, by the long and by the short form of a font."""
    Draft202012Validator.check_schema(settings_schema())
    text = "".join(f"{name}: {value}\n" for name, value in SETTINGS.items())
    assert _complain_of_settings(text) == []
    assert _complain_of_settings("fonts: {serif: Source Sans 3}\ntimezone: Europe/Brussels") == []


@pytest.mark.parametrize(
    "line",
    [
        "colours: {accent: red}",
        "colours: {acent: '#112233'}",
        "paper: a5",
        "fonts: {serif: [a]}",
        "fonts: {serif: {thin: a.ttf}}",
        "date_style: american",
        "logos: a.svg",
        "languages: fr",
    ],
)
def test_a_mistake_in_the_settings_is_not_valid(line: str) -> None:
    """So that an editor marks it."""
    assert _complain_of_settings(line) != []


@pytest.mark.parametrize("chapter", ["Mail", "Packs"])
def test_the_examples_of_the_manual_are_valid(chapter: str) -> None:
    """Whoever copies one sees no mistake in an editor, and none is told."""
    manual = (PROJECT / "docs" / "manual.md").read_text("utf-8")
    example = re.search(rf"^## {chapter}\n(?:(?!    ).*\n)*((?:    .*\n)+)", manual, re.MULTILINE)
    assert example is not None
    text = re.sub(r"^    ", "", example[1], flags=re.MULTILINE)
    if chapter == "Packs":
        assert _complain_of_pack(text) == []
        assert read_pack(text.encode(), "visit.yaml")[1] == ()
        return
    assert _complain_of_settings(text) == []
    reading = read_settings(text.encode(), "briefmaker.yaml")
    assert reading.value is not None
    found = (
        *reading.diagnostics,
        *check_mail_settings(reading.value, reading.places),
        *check_recipients(reading.value, reading.places),
    )
    assert found == ()
