"""Registers of a workspace are read with every mistake at its line."""

from pathlib import Path

from briefmaker.diagnostics import Code, Places
from briefmaker.model.check_settings import CheckSettings
from briefmaker.reading.register_file import read_register, read_registers
from briefmaker.workspace.files import BriefFolder

SOUND = b"""register_of: Us
topics:
  - topic: the minister
    said_as: ["the {value} minister"]
    values:
      - {value: Jones, since: 2018, source: Gazette}
      - {value: Smith, since: 2020-02, source: Gazette}
"""


def told(content: bytes) -> list[tuple[int, str]]:
    """Give line and field of each mistake."""
    register, found = read_register(content, "ours.yaml")
    assert (register is None) == bool(found)
    return [(each.span.line, each.path) for each in found]


def test_a_sound_register_is_read() -> None:
    """With its values."""
    register, found = read_register(SOUND, "ours.yaml")
    assert found == ()
    assert register is not None
    assert [value.value for value in register.topics[0].values] == ["Jones", "Smith"]


def test_what_the_model_refuses_stands_at_its_line() -> None:
    """A phrase, a date and a field."""
    content = SOUND.replace(b"the {value} minister", b"the (a|b").replace(b"2018", b"MMX").replace(b"topic:", b"topik:")
    assert told(content) == [
        (3, "topics[0].topik"),
        (3, "topics[0].topic"),
        (4, "topics[0].said_as[0]"),
        (6, "topics[0].values[0].since"),
    ]


def test_times_that_run_backwards_are_told() -> None:
    """An end before the beginning, a value before the one before it, and one that does not say when it began."""
    assert told(SOUND.replace(b"2018,", b"2018, until: 2017-05,")) == [(6, "topics[0].values[0].until")]
    assert told(SOUND.replace(b"2020-02", b"2017-02")) == [(7, "topics[0].values[1].since")]
    assert told(SOUND.replace(b" since: 2020-02,", b"")) == [(7, "topics[0].values[1]")]


def test_a_phrase_that_says_none_of_several_values_is_told() -> None:
    """It would find whatever stands there."""
    assert told(SOUND.replace(b"the {value} minister", b"the minister")) == [(4, "topics[0].said_as[0]")]


def test_files_are_read_within_the_workspace(tmp_path: Path) -> None:
    """One that is not there, and one outside, are told at their place in the settings."""
    (tmp_path / "ours.yaml").write_bytes(SOUND)
    settings = CheckSettings(registers=("ours.yaml", "none.yaml", "../other.yaml"))
    reading = read_registers(settings, Places("briefmaker.yaml"), BriefFolder(tmp_path, tmp_path))
    assert [register.register_of for register in reading.registers] == ["Us"]
    assert [(each.code, each.path) for each in reading.diagnostics] == [
        (Code.SETTINGS_REGISTER, "checks.registers[1]"),
        (Code.SETTINGS_REGISTER, "checks.registers[2]"),
    ]
