"""The template contract is proven, and each way to break it is found."""

import shutil
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.templates.check_templates import check_templates
from briefmaker.workspace.workspace import built_in_templates

NAMES = sorted(file.parent.name for file in built_in_templates().glob("*/template.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_built_in_template_keeps_the_contract(name: str) -> None:
    """Page and Word document show exactly what template.yaml names."""
    (check,) = check_templates(name)
    assert check.fields > 10
    assert [found.message for found in check.diagnostics] == []


@pytest.fixture
def own_template(workspace: Path) -> Path:
    """Give a copy of the meeting template in the workspace, under another name."""
    return Path(shutil.copytree(built_in_templates() / "meeting", workspace / "templates" / "own"))


def _messages(name: str) -> str:
    (check,) = check_templates(name)
    assert {found.code for found in check.diagnostics} <= {Code.TEMPLATE_CONTRACT, Code.TEMPLATE_BROKEN}
    return "\n".join(f"{found.span.line}: {found.message}" for found in check.diagnostics)


def test_a_part_missing_from_the_page_is_found(own_template: Path) -> None:
    """At the line of template.yaml that promises it; what Word shows is not accused."""
    page = own_template / "page.html.j2"
    page.write_text(page.read_text("utf-8").replace("{{ end.next_steps() }}", ""), "utf-8")
    line = (own_template / "template.yaml").read_text("utf-8").splitlines().index("  - next_steps") + 1
    messages = _messages("own")
    assert f"{line}: `shows` names `next_steps.action`, and page.html.j2 does not show it" in messages
    assert "`next_steps.action`, and word.docx" not in messages


def test_a_name_that_is_no_field_is_found(own_template: Path) -> None:
    """A typing mistake in `shows` would otherwise hide a field in silence."""
    description = own_template / "template.yaml"
    description.write_text(description.read_text("utf-8").replace("- next_steps", "- next_step"), "utf-8")
    assert "a brief has no field `next_step`" in _messages("own")


def test_a_limit_that_names_no_field_is_found(own_template: Path) -> None:
    """It would limit nothing, in silence."""
    description = own_template / "template.yaml"
    description.write_text(description.read_text("utf-8").replace("{bottom_line: 4}", "{bottomline: 4}"), "utf-8")
    assert "a limit names `bottomline`, which is no field that the template shows" in _messages("own")


def test_a_broken_template_is_a_finding(own_template: Path) -> None:
    """The check of the others goes on."""
    (own_template / "page.html.j2").write_text("{{ view.titel }}", "utf-8")
    (check,) = check_templates("own")
    assert [found.code for found in check.diagnostics] == [Code.TEMPLATE_BROKEN]


def test_an_unknown_name_is_raised(workspace: Path) -> None:
    """With the names that there are."""
    with pytest.raises(BriefmakerError, match="no template `nothing`") as raised:
        check_templates("nothing")
    assert "meeting" in raised.value.hint


def test_a_page_that_does_not_say_what_a_correction_replaces_is_found(own_template: Path) -> None:
    """A page of its own that forgets it would pass a correction for the first version."""
    page = own_template / "page.html.j2"
    page.write_text(page.read_text("utf-8") + "{% block running %}{% endblock %}", "utf-8")
    messages = _messages("own")
    assert "page.html.j2 does not say which version a corrected one replaces" in messages
    assert "word.docx does not say" not in messages


@pytest.mark.parametrize(
    ("template", "file", "taken_out", "name"),
    [
        ("meeting", "page.html.j2", "{{ parts.changes() }}", "view.changes.lines"),
        ("meeting", "page.html.j2", "{{ parts.changes() }}", "view.changes.since"),
        ("weekly", "page.html.j2", "{{ weekly.theme(each) }}", "item.change"),
    ],
)
def test_changes_that_the_page_does_not_tell_are_found(
    workspace: Path, template: str, file: str, taken_out: str, name: str
) -> None:
    """Of the box, and of each short entry: a template that names `changes` has to tell them."""
    own = Path(shutil.copytree(built_in_templates() / template, workspace / "templates" / "own"))
    page = (own / file).read_text("utf-8")
    assert taken_out in page
    (own / file).write_text(page.replace(taken_out, ""), "utf-8")
    line = (own / "template.yaml").read_text("utf-8").splitlines().index("  - changes") + 1
    messages = _messages("own")
    assert f"{line}: `shows` names `changes`, and {file} does not show `{name}`" in messages
    assert f"and word.docx does not show `{name}`" not in messages
