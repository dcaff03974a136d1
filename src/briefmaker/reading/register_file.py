"""A workspace's registers of dated facts, the files that ``checks.registers`` names, with every mistake at its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from briefmaker.diagnostics import Code, Diagnostic, Places, has_errors
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.fact_register import MOST_WRITINGS, SLOT, Register, RegisterTopic
from briefmaker.reading.read_model import read_model
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

_MOST_BYTES = 1_000_000


@dataclass(slots=True)
class RegisterReading:
    """The registers of a workspace, and all that is wrong with them or with their names."""

    registers: list[Register] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_registers(settings: CheckSettings, places: Places, folder: BriefFolder) -> RegisterReading:
    """Read the registers that settings name, seen from the workspace's folder; ``places`` are those of the settings."""
    reading = RegisterReading()
    for index, name in enumerate(settings.registers):
        try:
            content = folder.read(name, _MOST_BYTES)
        except (PathOutsideError, UnreadableFileError) as failure:
            hint = "name a file within the workspace, such as registers/ours.yaml"
            path = f"checks.registers[{index}]"
            reading.diagnostics.append(places.finding(Code.SETTINGS_REGISTER, path, str(failure), hint))
            continue
        register, found = read_register(content, (PurePath(places.file).parent / name).as_posix())
        reading.diagnostics += found
        reading.registers += [register] if register is not None else []
    return reading


def read_register(content: bytes, file: str) -> tuple[Register | None, tuple[Diagnostic, ...]]:
    """Give the register in a file's bytes, None where there is an error, with all that is wrong; never raises."""
    read = read_model(content, file, Register)
    if read.value is None:
        return None, read.diagnostics
    found = (*read.diagnostics, *check_register(read.value, read.places))
    return (None if has_errors(found) else read.value), found


def check_register(register: Register, places: Places) -> Iterator[Diagnostic]:
    """Tell of values that end before they begin or overlap, and of phrases that cannot tell which value they say."""
    for index, topic in enumerate(register.topics):
        path = f"topics[{index}]"
        yield from _check_phrases(topic, path, places)
        yield from _check_times(topic, path, places)


def _check_phrases(topic: RegisterTopic, path: str, places: Places) -> Iterator[Diagnostic]:
    for index, phrase in enumerate(topic.said_as):
        if SLOT not in phrase and len(topic.values) > 1:
            message = "this phrase does not say which of the values is meant"
            hint = f"put {SLOT} where the value stands, or make a topic of each value"
            yield places.finding(Code.SETTINGS_REGISTER, f"{path}.said_as[{index}]", message, hint)
    writings = sum(1 + len(value.also) for value in topic.values)
    if writings > MOST_WRITINGS:
        message = f"the values of this topic are written in {writings:,} ways, more than {MOST_WRITINGS:,}"
        yield places.finding(Code.SETTINGS_REGISTER, f"{path}.values", message, "make several topics of it")


def _check_times(topic: RegisterTopic, path: str, places: Places) -> Iterator[Diagnostic]:
    """Tell of times that run backwards; text of dates compares as the dates do."""
    before = ""
    for index, value in enumerate(topic.values):
        place = f"{path}.values[{index}]"
        if value.since is not None and value.until is not None and value.until < value.since[: len(value.until)]:
            message = f"{value.until} is before {value.since}, when the value began to hold"
            yield places.finding(Code.SETTINGS_REGISTER, f"{place}.until", message, "exchange the two, or mend one")
        if value.since is not None and value.since < before[: len(value.since)]:
            message = f"{value.since} is before {before}, when the value before was true"
            yield places.finding(Code.SETTINGS_REGISTER, f"{place}.since", message, "put the oldest value first")
        if value.since is None and index:
            message = "a value after the first says from when on it holds"
            yield places.finding(Code.SETTINGS_REGISTER, place, message, "add `since:` with a year, a month or a day")
        before = value.until or value.since or before
