"""What is documented is what there is: commands, options, findings, rooms and dependencies."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefmaker.cli.main import briefmaker
from briefmaker.diagnostics import Code
from briefmaker.model import Brief, Part, Person
from briefmaker.model.house_style import Boilerplate, Colours, DateStyle, FontFiles, Fonts
from briefmaker.model.mail_settings import MailServer, MailSettings, MailTexts, SecretPlace, Sender
from briefmaker.model.mail_words import MAIL_WORDS
from briefmaker.model.pack import Pack
from briefmaker.model.recipients import DistributionList, Recipient
from briefmaker.model.schedules import Retention, RunSettings, Schedule
from briefmaker.model.settings import Settings
from briefmaker.verifying.verify_document import ALL_CHECKS
from briefmaker.verifying.verify_pack import PACK_CHECKS

PROJECT = Path(__file__).parents[2]
MANUAL = (PROJECT / "docs" / "manual.md").read_text("utf-8")
README = (PROJECT / "README.md").read_text("utf-8")


def list_commands(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command]]:
    """Give every command and what stands under it, with its whole name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, parent)
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            assert found is not None
            yield from list_commands(found, f"{name} {each}", context)


def find_undocumented(manual: str) -> list[str]:
    """Give the commands and options that a manual does not name; an option counts in its command's own chapter."""
    missing = []
    for name, command in list_commands(briefmaker, "briefmaker"):
        chapter = re.search(rf"^### `{re.escape(name)}[ `].*?(?=^##|\Z)", manual, re.MULTILINE | re.DOTALL)
        if chapter is None:
            missing.append(name)
            continue
        options = [option for each in command.params for option in each.opts if option.startswith("--")]
        missing += [f"{name} {option}" for option in options if f"`{option}" not in chapter[0]]
    return missing


def find_unexplained_codes(manual: str) -> list[str]:
    """Give the codes that stand in only one of the two: the manual's table and the program."""
    told = set(re.findall(r"^\| `([A-Z]{3}[0-9]{3})` \| \S", manual, re.MULTILINE))
    return sorted(told ^ {code.value for code in Code})


def find_unnamed_fields(manual: str) -> list[str]:
    """Give the fields that stand in only one of the two: a table of the manual and the file that it describes."""
    files: dict[str, tuple[type[Part], ...]] = {
        "The brief's file": (Brief,),
        "Settings": (Settings,),
        "House style": (Colours, Fonts, FontFiles, Boilerplate),
        "People": (Person,),
        "Packs": (Pack,),
        "Mail": (MailSettings, MailServer, SecretPlace, MailTexts, Sender, DistributionList, Recipient),
        "Schedules": (Schedule, RunSettings, Retention),
    }
    unnamed = []
    for title, parts in files.items():
        chapter = re.search(rf"^## {title}\n.*?(?=^## )", manual, re.MULTILINE | re.DOTALL)
        assert chapter is not None
        first_cells = "".join(re.findall(r"^\|([^|]*)\|", chapter[0], re.MULTILINE))
        fields = {name for part in parts for name in part.model_fields}
        unnamed += sorted(set(re.findall(r"`(\w+)`", first_cells)) ^ fields)
    return unnamed


def find_unexplained_checks(manual: str) -> list[str]:
    """Give the checks of ``verify`` that the manual does not explain in their own words, and those it explains without need."""
    chapter = re.search(r"^### `briefmaker verify.*?(?=^## )", manual, re.MULTILINE | re.DOTALL)
    assert chapter is not None
    told = set(re.findall(r"^\| (`[a-z0-9-]+` \| .*) \|$", chapter[0], re.MULTILINE))
    return sorted(told ^ {f"`{each.name}` | {each.sentence}" for each in (*ALL_CHECKS, *PACK_CHECKS)})


def read_shell_blocks(text: str) -> list[str]:
    """Give the shell blocks of a document, in order."""
    return [
        block.strip()
        for block in re.findall(r"^```(?:sh|shell|console|bash)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    ]


def test_every_command_and_option_is_in_the_manual() -> None:
    """Each command has its chapter, with all its options."""
    names = [name for name, _ in list_commands(briefmaker, "briefmaker")]
    assert {"briefmaker build", "briefmaker new", "briefmaker templates check"} <= set(names)
    assert find_undocumented(MANUAL) == []


def test_every_finding_is_in_the_manual() -> None:
    """And the manual explains none that there is not."""
    assert len(Code) > 40
    assert find_unexplained_codes(MANUAL) == []


def test_every_check_of_verify_is_in_the_manual() -> None:
    """With the sentence that stands beside its code."""
    assert find_unexplained_checks(MANUAL) == []


def test_every_field_is_in_the_manual() -> None:
    """Those of a brief, of the settings and of a person; and the manual names none that there is not."""
    assert find_unnamed_fields(MANUAL) == []


def test_every_name_for_texts_of_messages_is_in_the_manual() -> None:
    """With what it holds, in the words of the list that settings are checked by."""
    told = dict(re.findall(r"^\| `\{\{ (\w+) \}\}` \| (.+) \|$", MANUAL, re.MULTILINE))
    assert told == dict(MAIL_WORDS)


def test_every_way_of_writing_dates_is_in_the_manual() -> None:
    """And the manual names none that there is not."""
    listed = MANUAL.partition("as `date_style` says:\n\n")[2].partition("\n\n")[0]
    assert re.findall(r"^- `([\w-]+)`: ", listed, re.MULTILINE) == [each.value for each in DateStyle]


def test_the_guards_see_planted_faults() -> None:
    """A manual without one option, one without one code, and one without one field, are found."""
    without = find_undocumented(MANUAL.replace("`--force", "`--farce"))
    assert without == ["briefmaker build --force", "briefmaker pack --force"]
    assert find_unexplained_codes(MANUAL.replace("| `FLD001` |", "| `FLD999` |")) == ["FLD001", "FLD999"]
    assert find_unnamed_fields(MANUAL.replace("| `paper` |", "| `papr` |")) == ["paper", "papr"]
    assert len(find_unexplained_checks(MANUAL.replace("| `pdf-fonts` |", "| `pdf-founts` |"))) == 2


def test_the_readme_begins_with_the_two_commands() -> None:
    """The first shell block sets up everything and builds the example; the second runs the tests."""
    assert read_shell_blocks(README)[:2] == ["./brief", "./test"]
    assert (PROJECT / "brief").stat().st_mode & 0o111
    assert (PROJECT / "test").stat().st_mode & 0o111


def test_every_command_in_the_readme_exists() -> None:
    """What the tour says can be typed."""
    commands = dict(list_commands(briefmaker, "briefmaker"))
    typed = re.findall(r"^(briefmaker(?: [a-z]+)?)\b([^\n]*)", "\n".join(read_shell_blocks(README)), re.MULTILINE)
    assert len(typed) >= 3
    for name, rest in typed:
        assert name in commands
        known = {option for each in commands[name].params for option in each.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known


@pytest.mark.parametrize(
    "document", sorted(PROJECT.glob("*.md")) + sorted((PROJECT / "docs").rglob("*.md")), ids=lambda path: path.name
)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    """Files that a document points to are there."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text("utf-8"))
    missing = [target for target in targets if "://" not in target and not (document.parent / target).exists()]
    assert missing == []


def test_every_dependency_has_its_reason() -> None:
    """docs/decisions/0002-dependencies.md names each package of pyproject.toml, and no other."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    named = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    packages = {re.split(r"[<>=\[;]", each)[0] for each in named}
    text = (PROJECT / "docs" / "decisions" / "0002-dependencies.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([\w.-]+)` \|", text, re.MULTILINE)) == packages


def test_every_room_is_in_the_architecture() -> None:
    """With what it is for."""
    rooms = {folder.parent.name for folder in (PROJECT / "src" / "briefmaker").glob("*/__init__.py")}
    text = (PROJECT / "docs" / "architecture.md").read_text("utf-8")
    assert len(rooms) >= 8
    assert {room for room in rooms if f"| `{room}` |" not in text} == set()
