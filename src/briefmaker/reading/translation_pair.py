"""The other language version of a brief: whether it is there, and whether both are of one version and say the same."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Brief
from briefmaker.reading.read_model import ModelReading, read_model
from briefmaker.reading.text_file import MAX_BYTES
from briefmaker.reading.translation_drift import find_drift
from briefmaker.reading.yaml_problems import shorten
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

FINGERPRINT_LENGTH = 12
# What may change in one version without the other: where it stands on its way, and who has seen it.
_OF_THE_FILE = ("format", "template", "status", "clearances", "distribution", "translation_of", "prepared_by")


def check_translation(brief: Brief, file: str, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    """Tell where a brief and the version that its ``translation_of`` names are out of step; all of it warnings.

    Either may name the other, or both: what each says of the other's version then has to hold. ``file`` is the brief's own.
    """
    pair = brief.translation_of
    if pair is None:
        return
    try:
        reading = read_model(folder.read(pair.brief, MAX_BYTES), pair.brief, Brief)
    except (PathOutsideError, UnreadableFileError) as missing:
        hint = "the path is seen from the brief's folder; leave `translation_of` out where there is no other version"
        yield _warn(places, Code.TRANSLATION_MISSING, "translation_of.brief", str(missing), hint)
        return
    if reading.value is None:
        message = f"`{shorten(pair.brief)}` has mistakes of its own, and is not compared"
        yield _warn(
            places, Code.TRANSLATION_MISSING, "translation_of.brief", message, f"build {pair.brief} to see them"
        )
        return
    yield from _check_pair(brief, reading, places)
    yield from _check_third(reading.value, file, folder, places, pair.brief)
    for drift in find_drift(brief, reading.value, shorten(pair.brief)):
        hint = "bring both versions to the same state"
        yield _warn(places, Code.TRANSLATION_DRIFT, drift.path, drift.message, hint)


def _check_pair(brief: Brief, reading: ModelReading[Brief], places: Places) -> Iterator[Diagnostic]:
    pair, other = brief.translation_of, reading.value
    if pair is None or other is None:
        return
    name, now = shorten(pair.brief), fingerprint_content(reading)
    if other.version != pair.version:
        message = f"{name} is at version {other.version} now, and this brief goes with its version {pair.version}"
        hint = f"translate what has changed, then write `version: {other.version}`"
        yield _warn(places, Code.TRANSLATION_VERSION, "translation_of.version", message, hint)
    elif pair.fingerprint and pair.fingerprint != now:
        message = f"{name} has changed since this brief was brought in step with it, though its version has not"
        hint = f"translate what has changed, then write `fingerprint: {now}`"
        yield _warn(places, Code.TRANSLATION_CHANGED, "translation_of.fingerprint", message, hint)
    if _language(other) == _language(brief):
        message = f"{name} is in the same language as this brief, `{brief.language}`"
        yield _warn(places, Code.TRANSLATION_LANGUAGE, "translation_of.brief", message, "see `language` in both files")


def _check_third(other: Brief, file: str, folder: BriefFolder, places: Places, name: str) -> Iterator[Diagnostic]:
    """Tell where the other version is paired with a third file."""
    back = other.translation_of
    if back is None:
        return
    try:
        there = folder.at(folder.find(name).parent).find(back.brief)
        is_here = there == folder.find(PurePath(file).name)
    except (PathOutsideError, UnreadableFileError):
        is_here = False
    if not is_here:
        message = f"{shorten(name)} names `{shorten(back.brief)}` as its other version, and not this brief"
        hint = "let all versions name one original, and the original none of them or this one"
        yield _warn(places, Code.TRANSLATION_THIRD, "translation_of.brief", message, hint)


def _language(brief: Brief) -> str:
    return brief.language.partition("-")[0].lower()


def fingerprint_content(reading: ModelReading[Brief]) -> str:
    """Give a short name for what a brief says: 12 hexadecimal digits, the same however its file is laid out.

    Comments, styles of YAML, status, clearances and the like do not change it.
    """
    fields = reading.data.value if isinstance(reading.data.value, dict) else {}
    said = {name: value for name, value in fields.items() if name not in _OF_THE_FILE}
    written = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def _warn(places: Places, code: Code, path: str, message: str, hint: str) -> Diagnostic:
    return places.finding(code, path, message, hint, severity=Severity.WARNING)
