"""A workspace opened for work: its settings, right, wrong or empty."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import Code
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.failures import FindingsError
from briefmaker.model.settings import Settings
from briefmaker.model.style import PLAIN_STYLE
from briefmaker.workspace.workspace import find_workspace


@pytest.mark.parametrize("content", ["", "# nothing is set\n", "\n\n# here\n"])
def test_settings_that_set_nothing_are_right(workspace: Path, content: str) -> None:
    """Every setting may be left out, also all of them."""
    (workspace / "briefmaker.yaml").write_text(content, "utf-8")
    assert open_desk(find_workspace(workspace)).settings == Settings()


def test_a_scheme_that_there_is_not_is_told_in_the_settings_file(workspace: Path) -> None:
    """At its line, as a matter of settings and not of any brief."""
    (workspace / "briefmaker.yaml").write_text("paper: letter\nmarking_scheme: natoo\n", "utf-8")
    with pytest.raises(FindingsError) as raised:
        open_desk(find_workspace(workspace))
    [found] = raised.value.diagnostics
    assert (raised.value.exit_code, found.file, found.span.line, found.span.column) == (2, "briefmaker.yaml", 2, 17)
    assert found.hint == "did you mean `nato`?"


def test_a_desk_has_the_style_of_its_house(workspace: Path) -> None:
    """Read once, when it is opened."""
    assert open_desk(find_workspace(workspace)).style == PLAIN_STYLE
    (workspace / "briefmaker.yaml").write_text('colours: {accent: "#1e5b45"}\n', "utf-8")
    assert open_desk(find_workspace(workspace)).style.colours.accent == "#1e5b45"


def test_all_that_is_wrong_with_the_settings_is_told_at_once(workspace: Path) -> None:
    """In the order of the file: a wrong word, a logo that is not there, a colour, a language without labels."""
    lines = "paper: a5\nlogo: none.svg\ncolours: {quiet: '#aaaaaa'}\nlanguages: [en, xx]\nmarking_scheme: natoo\n"
    lines += "organisation: Ministry\n"
    (workspace / "briefmaker.yaml").write_text(lines, "utf-8")
    with pytest.raises(FindingsError) as raised:
        open_desk(find_workspace(workspace))
    told = [(found.code, found.span.line) for found in raised.value.diagnostics]
    assert told == [
        (Code.FIELD_CHOICE, 1),
        (Code.PICTURE_UNREADABLE, 2),
        (Code.SETTINGS_CONTRAST, 3),
        (Code.FIELD_LANGUAGE, 4),
        (Code.SETTINGS, 5),
    ]


def test_limits_for_what_there_is_not_are_told(workspace: Path) -> None:
    """They would limit nothing, in silence; a template of the workspace's own may have limits."""
    (workspace / "templates" / "own").mkdir(parents=True)
    (workspace / "templates" / "own" / "template.yaml").write_text("name: {en: Own}\n", "utf-8")
    settings = workspace / "briefmaker.yaml"
    settings.write_text(
        "limits:\n  own: {pages: 2}\n  weekly: {lines: {items.text: 9}, entries: {items: 20}}\n", "utf-8"
    )
    assert open_desk(find_workspace(workspace)).settings.limits["weekly"].lines == {"items.text": 9}
    settings.write_text("limits:\n  weakly: {pages: 2}\n  weekly:\n    lines: {item.text: 9}\n", "utf-8")
    with pytest.raises(FindingsError) as raised:
        open_desk(find_workspace(workspace))
    told = [(found.span.line, found.message) for found in raised.value.diagnostics]
    assert told == [(2, "there is no template `weakly`"), (4, "a brief has no field `item.text`")]
    assert raised.value.diagnostics[0].hint == "did you mean `weekly`?"


def test_registers_of_the_workspace_are_read_and_those_that_there_are_not_told(workspace: Path) -> None:
    """A mistake within one stands in its own file."""
    settings, register = workspace / "briefmaker.yaml", workspace / "registers" / "ours.yaml"
    register.parent.mkdir()
    register.write_text("register_of: Us\ntopics: []\n", "utf-8")
    settings.write_text("checks: {registers: [registers/ours.yaml], without_registers: [nato]}\n", "utf-8")
    assert [each.register_of for each in open_desk(find_workspace(workspace)).registers] == ["Us"]
    settings.write_text("checks: {registers: [registers/ours.yaml], without_registers: [natoo]}\n", "utf-8")
    register.write_text("register_of: Us\n", "utf-8")
    with pytest.raises(FindingsError) as raised:
        open_desk(find_workspace(workspace))
    told = [(found.file, found.code) for found in raised.value.diagnostics]
    assert told == [("briefmaker.yaml", Code.SETTINGS), ("registers/ours.yaml", Code.FIELD_MISSING)]
