"""The traps of YAML and Markdown, one by one: each is told with its code, at its place, with what to do about it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.hostile.traps import HONEST, TRAPS

import briefmaker.reading
from briefmaker.diagnostics import Code
from briefmaker.reading import Reading, read_brief
from briefmaker.reading.yaml_nodes import MAX_DEPTH

ReadLines = Callable[[str], Reading]


@pytest.mark.parametrize("name", TRAPS)
def test_the_trap_is_told_at_its_place_with_its_hint(name: str, read_lines: ReadLines) -> None:
    """Proves that a trap gives one finding, the right one, at the line and column where something must be changed."""
    trap = TRAPS[name]
    found = read_lines(trap.lines).diagnostics
    told = [(one.code, one.span.line, one.span.column, one.severity) for one in found]
    assert told == [(trap.code, *trap.place, trap.severity)], found
    assert trap.hint in found[0].hint
    assert found[0].excerpt == trap.lines.split("\n")[trap.place[0] - 1]
    assert found[0].message


@pytest.mark.parametrize("name", HONEST)
def test_honest_writing_is_not_taken_for_a_trap(name: str, read_lines: ReadLines) -> None:
    """Proves that what looks like a trap and is none is read without a word."""
    reading = read_lines(HONEST[name])
    assert reading.diagnostics == ()
    assert reading.brief is not None


def test_too_much_of_anything_is_told_once() -> None:
    """Proves that size, depth, number of values and number of mistakes have a limit each, told with its place."""
    start = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2025-10-21\n"
    cases = {
        Code.FILE_TOO_LARGE: start + "#" * 5_000_001,
        Code.YAML_TOO_DEEP: start + "to: " + "[" * 1_000 + "]" * 1_000,
        Code.YAML_TOO_MANY: start + "to: [" + ",".join("a" * 400_001) + "]",
        Code.TEXT_TOO_DEEP: start + "to: ['" + "[" * 60_000 + "']",
        Code.FILE_EMPTY: " \n\n",
        Code.YAML_NOT_A_MAPPING: "- a\n- b\n",
    }
    for code, text in cases.items():
        (found,) = read_brief(text.encode(), "brief.yaml", None).diagnostics
        assert found.code is code
        assert found.hint
    many = read_brief((start + "agenda:\n" + "- {topick: a}\n" * 1_000).encode(), "brief.yaml", None).diagnostics
    assert len(many) == 201
    assert sum(found.code is Code.YAML_TOO_MANY for found in many) == 1


@pytest.mark.parametrize(("lists", "is_told"), [(MAX_DEPTH - 1, False), (MAX_DEPTH, True)])
def test_the_limit_of_depth_is_where_it_is_said_to_be(lists: int, is_told: bool, read_lines: ReadLines) -> None:
    """Proves that 50 levels, the file's own among them, are read and 51 are told, well before Python's own limit."""
    assert MAX_DEPTH == 50
    found = read_lines("to: " + "[" * lists + "]" * lists).diagnostics
    assert (Code.YAML_TOO_DEEP in {one.code for one in found}) is is_told


def test_an_alias_bomb_is_told_and_not_opened() -> None:
    """Proves that names for reuse are refused one by one, so that nothing can grow."""
    levels = "".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 20))
    found = read_brief(f"a0: &a0 [x]\n{levels}".encode(), "brief.yaml", None).diagnostics
    assert {Code.YAML_ALIAS, Code.FIELD_UNKNOWN} <= {one.code for one in found}
    assert len(found) <= 201


def test_every_code_of_reading_has_a_trap() -> None:
    """Proves that no finding of this room is without an example, and that no example has a code from elsewhere."""
    sources = Path(briefmaker.reading.__file__).parent.glob("*.py")
    used = {Code[name] for file in sources for name in re.findall(r"\bCode\.([A-Z0-9_]+)", file.read_text("utf-8"))}
    shown = {trap.code for trap in TRAPS.values()} | {
        Code.FILE_NOT_UTF8,
        Code.FILE_UNSAFE_CHARACTER,
        Code.FILE_TOO_LARGE,
        Code.FILE_EMPTY,
        Code.YAML_TOO_DEEP,
        Code.YAML_TOO_MANY,
        Code.YAML_NOT_A_MAPPING,
    }
    # Those of pictures and settings need files, and are shown beside the code that tells them.
    used -= {Code.PICTURE_TOO_LARGE, Code.SETTINGS_COLOUR, Code.SETTINGS_CONTRAST}
    used -= {Code.SETTINGS, Code.SETTINGS_FONT, Code.SETTINGS_BOILERPLATE, Code.SETTINGS_REGISTER, Code.PACK_EMPTY}
    used -= {Code.ROW_TEXT, Code.ROW_SLUG, Code.ROW_DEFINITION}  # tests/reading/test_row_definition.py
    used -= {Code.SETTINGS_SECRET, Code.SETTINGS_SCHEDULE, Code.SETTINGS_MAIL_TEXT, Code.FIELD_MAIL}  # tests/model
    # These take two files: tests/reading/test_translation_pair.py shows each of them.
    shown |= {code for code in Code if code.startswith("LNG")}
    assert len(used) > 35
    assert used == shown
